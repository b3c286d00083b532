/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/counter.h"

static int64_t
next(struct db *db, int64_t case_id, const char *name)
{
	struct err err = ERR_INIT;
	int64_t n;

	assert_ok(db_counter_next(db, case_id, name, &n, &err), err);
	return n;
}

static void
test_each_name_of_a_case_counts_from_one(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;

	assert_ok(db_begin(db, &err), err);
	assert_int_equal(next(db, 7, "RO-L"), 1);
	assert_int_equal(next(db, 7, "RO-L"), 2);
	assert_int_equal(next(db, 7, "BG-L"), 1);
	assert_int_equal(next(db, 8, "RO-L"), 1);
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_begin(db, &err), err);
	assert_int_equal(next(db, 7, "RO-L"), 3);
	db_rollback(db);
	assert_ok(db_begin(db, &err), err);
	assert_int_equal(next(db, 7, "RO-L"), 3);
	db_rollback(db);
}

static void
test_reach_only_ever_moves_on(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;

	assert_ok(db_begin(db, &err), err);
	assert_ok(db_counter_reach(db, 7, "RO-L", 10, &err), err);
	assert_ok(db_counter_reach(db, 7, "RO-L", 4, &err), err);
	assert_int_equal(next(db, 7, "RO-L"), 11);
	assert_ok(db_counter_raise(db, 7, 1000, &err), err);
	assert_int_equal(next(db, 7, "RO-L"), 1012);
	assert_int_equal(next(db, 8, "RO-L"), 1);
	assert_err(db_counter_raise(db, 7, INT64_MAX / 2, &err), err, ERR_RULE);
	db_rollback(db);
}

static void
test_lists_all_in_order(void **state)
{
	struct db_counter at = { 0 };
	struct err err = ERR_INIT;
	struct db *db = *state;
	bool found;

	assert_ok(db_begin(db, &err), err);
	next(db, 9, "A");
	next(db, 0, "b");
	next(db, 9, "B");
	assert_ok(db_counter_after(db, &at, &found, &err), err);
	assert_true(found && at.case_id == 0 && !strcmp(at.name, "b"));
	assert_ok(db_counter_after(db, &at, &found, &err), err);
	assert_true(found && at.case_id == 9 && !strcmp(at.name, "A"));
	assert_ok(db_counter_after(db, &at, &found, &err), err);
	assert_true(found && at.last == 1 && !strcmp(at.name, "B"));
	assert_ok(db_counter_after(db, &at, &found, &err), err);
	assert_false(found);
	assert_string_equal(at.name, "B");
	db_rollback(db);
}

static void
test_a_name_too_long_is_refused(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	char name[41];
	int64_t n;

	memset(name, 'x', 40);
	name[40] = '\0';
	assert_ok(db_begin(db, &err), err);
	assert_err(db_counter_next(db, 7, name, &n, &err), err, ERR_RULE);
	assert_int_equal(next(db, 7, name + 1), 1);
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_each_name_of_a_case_counts_from_one),
		things_test(test_reach_only_ever_moves_on),
		things_test(test_lists_all_in_order),
		things_test(test_a_name_too_long_is_refused),
	};

	return RUN_TESTS("db/counter", tests);
}
