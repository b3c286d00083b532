/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

/* An audience of case 7 by its columns; its text is any, for src/ spells it. */
static int64_t
intern(struct db *db, const char *text, struct db_audience a)
{
	struct err err = ERR_INIT;

	a.case_id = 7;
	a.text = (char *)(uintptr_t)text;
	assert_ok(db_audience_intern(db, &a, &err), err);
	return a.id;
}

static void
test_equal_ones_are_one(void **state)
{
	struct db_audience_who who[] = {
		{ .slot = 1, .member = "ana", .until = 90 },
		{ .slot = 3, .until = 70, .earlier = true },
	};
	struct db_audience a = { 0 };
	struct err err = ERR_INIT;
	struct db *db = *state;

	assert_ok(db_begin(db, &err), err);
	int64_t id = intern(db, "a", (struct db_audience){ .open = 4,
		.mask = UINT64_MAX, .class = 2, .who = who, .n_who = 2 });

	assert_int_equal(intern(db, "a", (struct db_audience){ 0 }), id);
	assert_int_not_equal(intern(db, "b", (struct db_audience){ 0 }), id);
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_audience_get(db, id, &a, &err), err);
	assert_int_equal(a.case_id, 7);
	assert_string_equal(a.text, "a");
	assert_true(a.mask == UINT64_MAX && a.open == 4 && a.class == 2);
	assert_int_equal(a.n_who, 2);
	assert_int_equal(a.who[0].slot, 1);
	assert_string_equal(a.who[0].member, "ana");
	assert_int_equal(a.who[0].until, 90);
	assert_true(a.who[1].earlier);
	assert_err(db_audience_get(db, 99, &a, &err), err, ERR_NOT_FOUND);
	assert_string_equal(a.text, "a");
	db_audience_clear(&a);
}

static bool
sees(struct db *db, int64_t id, const struct db_audience_viewer *v, bool voided)
{
	int64_t *ids;
	size_t n;
	struct err err = ERR_INIT;
	bool found = false, has;

	assert_ok(db_audience_visible(db, v, voided, &ids, &n, &err), err);
	for (size_t i = 0; i < n; i++) {
		assert_true(i == 0 || ids[i - 1] < ids[i]);
		found = found || ids[i] == id;
	}
	free(ids);
	assert_ok(db_audience_has(db, id, v, &has, &err), err);
	assert_true(has == found || !voided);
	return found;
}

static void
test_a_slot_sees_its_own_and_no_other_members(void **state)
{
	struct db_audience_viewer ana = { 7, 0, "ana", 0, false, 50 };
	struct db_audience_viewer ion = { 7, 0, "ion", 0, false, 50 };
	struct db_audience_viewer last = { 7, 63, "", 0, false, 50 };
	struct db_audience_viewer other = { 8, 0, "ana", 2, true, 50 };
	struct db_audience_who named = { .slot = 0, .member = "ana" };
	struct err err = ERR_INIT;
	struct db *db = *state;

	assert_ok(db_begin(db, &err), err);
	int64_t high = intern(db, "63", (struct db_audience){ .mask = (uint64_t)1 << 63 });
	int64_t low = intern(db, "0", (struct db_audience){ .mask = 1 });
	int64_t hers = intern(db, "ana", (struct db_audience){ .who = &named, .n_who = 1 });
	int64_t gone = intern(db, "void", (struct db_audience){ .mask = 1, .voided = true });

	assert_true(sees(db, low, &ana, false) && sees(db, hers, &ana, false));
	assert_true(sees(db, low, &ion, false) && !sees(db, hers, &ion, false));
	assert_true(sees(db, high, &last, false) && !sees(db, low, &last, false));
	assert_true(sees(db, gone, &ana, true) && !sees(db, gone, &ana, false));
	assert_false(sees(db, low, &other, false));
	/* Nobody is in the one that parts have. */
	for (other.case_id = 0; other.slot < 63; other.slot++)
		assert_false(sees(db, 0, &other, false));
	db_rollback(db);
}

static void
test_class_end_and_admission_keep_out(void **state)
{
	struct db_audience_viewer v = { 7, 2, "ana", 1, false, 50 };
	struct db_audience_who until = { .slot = 2, .until = 60 };
	struct db_audience_who earlier = { .slot = 2, .member = "ana",
		.earlier = true };
	struct err err = ERR_INIT;
	struct db *db = *state;

	assert_ok(db_begin(db, &err), err);
	int64_t restricted = intern(db, "r", (struct db_audience){ .mask = 4, .class = 1 });
	int64_t protected = intern(db, "p", (struct db_audience){ .mask = 4, .class = 2 });
	int64_t ends = intern(db, "u", (struct db_audience){ .who = &until, .n_who = 1 });
	int64_t open = intern(db, "o", (struct db_audience){ .open = 4 });
	int64_t named = intern(db, "n", (struct db_audience){ .who = &earlier, .n_who = 1 });

	assert_true(sees(db, restricted, &v, false));
	assert_false(sees(db, protected, &v, false));
	assert_true(sees(db, ends, &v, false));
	assert_false(sees(db, open, &v, false) || sees(db, named, &v, false));
	v.earlier = true;
	assert_true(sees(db, open, &v, false) && sees(db, named, &v, false));
	v.now = 60;
	assert_false(sees(db, ends, &v, false));
	v.clearance = -1;
	assert_false(sees(db, restricted, &v, false));
	db_rollback(db);
}

static void
test_ends_count_while_there_are_records(void **state)
{
	const char *text[THING_N] = { NULL }, *keys[THING_N] = { NULL };
	const struct db_values values = { text, keys };
	struct db_audience_who until = { .slot = 2, .until = 60 };
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t *ids, end;
	size_t n;

	assert_ok(db_begin(db, &err), err);
	int64_t id = intern(db, "u", (struct db_audience){ .who = &until, .n_who = 1 });

	struct db_entry e = things_entry(THING, 1, 7, id);

	assert_ok(db_audience_next_end(db, 7, 0, &end, &err), err);
	assert_int_equal(end, 0);
	assert_ok(db_row_insert(db, &things, &e, &values, &err), err);
	assert_ok(db_audience_next_end(db, 7, 59, &end, &err), err);
	assert_int_equal(end, 60);
	assert_ok(db_audience_ended(db, 7, 59, &ids, &n, &err), err);
	assert_int_equal(n, 0);
	free(ids);
	assert_ok(db_audience_next_end(db, 7, 60, &end, &err), err);
	assert_int_equal(end, 0);
	assert_ok(db_audience_ended(db, 7, 60, &ids, &n, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(ids[0], id);
	free(ids);
	db_rollback(db);
}

static void
test_lists_all_in_order(void **state)
{
	struct db_audience a = { .id = 0 };
	struct err err = ERR_INIT;
	struct db *db = *state;
	bool found;

	assert_ok(db_begin(db, &err), err);
	int64_t one = intern(db, "1", (struct db_audience){ .mask = 1 });
	int64_t two = intern(db, "2", (struct db_audience){ .mask = 2 });

	assert_ok(db_audience_next(db, 0, &a, &found, &err), err);
	assert_true(found && a.id == one);
	assert_ok(db_audience_next(db, a.id, &a, &found, &err), err);
	assert_true(found && a.id == two);
	assert_ok(db_audience_next(db, a.id, &a, &found, &err), err);
	assert_false(found);
	db_audience_clear(&a);
	db_rollback(db);
}

/* How many statements were planned anew since this was last asked. */
static int
planned_anew(struct db *db)
{
	int n = 0;

	for (sqlite3_stmt *q = NULL; (q = sqlite3_next_stmt(db->handle, q)); )
		n += sqlite3_stmt_status(q, SQLITE_STMTSTATUS_REPREPARE, 1);
	return n;
}

/* Whatever is bound, the same plan: it is part of each look at anything. */
static void
test_a_plan_outlives_what_is_bound(void **state)
{
	struct db_audience_who until = { .slot = 2, .until = 60 };
	struct err err = ERR_INIT;
	struct db *db = *state;

	assert_ok(db_begin(db, &err), err);
	int64_t id = intern(db, "u", (struct db_audience){ .who = &until, .n_who = 1 });

	planned_anew(db);	/* of the schema's own making */
	for (int64_t now = 40; now < 60; now++) {
		struct db_audience_viewer v = { 7, 2, "ana", 1, now & 1, now };

		assert_true(sees(db, id, &v, false));
	}
	assert_int_equal(planned_anew(db), 0);
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_equal_ones_are_one),
		things_test(test_a_slot_sees_its_own_and_no_other_members),
		things_test(test_class_end_and_admission_keep_out),
		things_test(test_ends_count_while_there_are_records),
		things_test(test_lists_all_in_order),
		things_test(test_a_plan_outlives_what_is_bound),
	};

	return RUN_TESTS("db/audience", tests);
}
