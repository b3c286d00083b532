/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

static int64_t
intern(struct db *db, const char *rule, uint64_t mask, const char *member)
{
	struct db_audience a = { .case_id = 7, .mask = mask };
	struct err err = ERR_INIT;

	snprintf(a.rule, sizeof(a.rule), "%s", rule);
	snprintf(a.member, sizeof(a.member), "%s", member);
	assert_ok(db_audience_intern(db, &a, &err), err);
	return a.id;
}

static void
test_equal_ones_are_one(void **state)
{
	struct db_audience a;
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t team;

	assert_ok(db_begin(db, &err), err);
	team = intern(db, "team", UINT64_MAX, "");
	assert_int_equal(intern(db, "team", UINT64_MAX, ""), team);
	assert_int_not_equal(intern(db, "own", UINT64_MAX, ""), team);
	assert_int_not_equal(intern(db, "team", 1, ""), team);
	assert_int_not_equal(intern(db, "team", UINT64_MAX, "m"), team);
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_audience_get(db, team, &a, &err), err);
	assert_int_equal(a.case_id, 7);
	assert_string_equal(a.rule, "team");
	assert_true(a.mask == UINT64_MAX);
	assert_string_equal(a.member, "");
	assert_err(db_audience_get(db, 99, &a, &err), err, ERR_NOT_FOUND);
}

static void
test_a_slot_sees_its_own_and_no_other_members(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t *ids, first, last, named;
	size_t n;

	assert_ok(db_begin(db, &err), err);
	last = intern(db, "own", (uint64_t)1 << 63, "");
	first = intern(db, "own", 1, "");
	named = intern(db, "named", 1, "ana");
	assert_ok(db_audience_visible(db, 7, 0, "ana", false, &ids, &n, &err), err);
	assert_int_equal(n, 2);
	assert_true(ids[0] == first && ids[1] == named);
	free(ids);
	assert_ok(db_audience_visible(db, 7, 0, "ion", false, &ids, &n, &err), err);
	assert_int_equal(n, 1);
	free(ids);
	assert_ok(db_audience_visible(db, 7, 63, "", false, &ids, &n, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(ids[0], last);
	free(ids);
	assert_ok(db_audience_visible(db, 8, 0, "ana", false, &ids, &n, &err), err);
	assert_int_equal(n, 0);
	free(ids);
	/* Nobody is in the one that parts have. */
	for (int slot = 0; slot < 64; slot++) {
		assert_ok(db_audience_visible(db, 0, slot, "", false, &ids, &n, &err),
			err);
		assert_int_equal(n, 0);
		free(ids);
	}
	db_rollback(db);
}

static void
test_lists_all_in_order(void **state)
{
	struct db_audience a = { .id = 0 };
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t one, two;
	bool found;

	assert_ok(db_begin(db, &err), err);
	one = intern(db, "team", 1, "");
	two = intern(db, "team", 2, "");
	assert_ok(db_audience_next(db, 0, &a, &found, &err), err);
	assert_true(found && a.id == one);
	assert_ok(db_audience_next(db, a.id, &a, &found, &err), err);
	assert_true(found && a.id == two);
	assert_ok(db_audience_next(db, a.id, &a, &found, &err), err);
	assert_false(found);
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_equal_ones_are_one),
		things_test(test_a_slot_sees_its_own_and_no_other_members),
		things_test(test_lists_all_in_order),
	};

	return RUN_TESTS("db/audience", tests);
}
