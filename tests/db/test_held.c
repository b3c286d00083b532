/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_held.c - what is held is counted, and what a look costs tells nothing. */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/held.h"
#include "db/mirror.h"
#include "db/private.h"

enum { CASE = 7 };

static int64_t one, two;	/* audiences */

static char number[] = "+40215550100", account[] = "BG80BNBG96611020345678",
	last[] = "zzz";
static struct db_ident phone = { "phone", number, 0 };
static struct db_ident iban = { "iban", account, 0 };
static struct db_ident end = { "zzz", last, 0 };

static void
begin(struct db *db)
{
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	one = things_audience(db, CASE, 1);
	two = things_audience(db, CASE, 2);
}

/* A thing of an audience and a slot that carries it, and rings or not. */
static int64_t
add(struct db *db, int n, int64_t audience_id, int slot, bool rings,
	const struct db_ident *ident)
{
	int64_t rid = things_add(db, n, CASE, audience_id);
	const struct db_ident_of of = { rid, CASE, audience_id, slot, rings };
	struct err err = ERR_INIT;

	assert_ok(db_ident_put(db, &of, ident, 1, &err), err);
	return rid;
}

static int64_t
held(struct db *db, int64_t case_id, const struct db_ident *ident, int slot)
{
	int64_t n[DB_HELD_SLOTS];
	struct err err = ERR_INIT;

	assert_ok(db_held_all(db, case_id, ident, n, &err), err);
	return n[slot];
}

static int64_t
seen(struct db *db, const struct db_ident *ident, int slot, size_t n_audiences)
{
	const int64_t audiences[] = { one, two };
	int64_t n[DB_HELD_SLOTS];
	struct err err = ERR_INIT;

	assert_ok(db_held_in(db, CASE, ident, audiences, n_audiences, n, &err),
		err);
	return n[slot];
}

static void
test_what_rings_is_counted_by_party_and_audience(void **state)
{
	struct db *db = *state;
	struct err err = ERR_INIT;

	begin(db);
	int64_t a = add(db, 1, one, 3, true, &phone);

	add(db, 2, two, 3, true, &phone);
	add(db, 3, two, 63, true, &phone);
	add(db, 4, two, 5, false, &phone);
	add(db, 5, one, 3, true, &iban);
	assert_int_equal(held(db, CASE, &phone, 3), 2);
	assert_int_equal(held(db, CASE, &phone, 63), 1);
	assert_int_equal(held(db, CASE, &phone, 5), 0);
	assert_int_equal(held(db, CASE, &iban, 3), 1);
	assert_int_equal(held(db, CASE + 1, &phone, 3), 0);
	assert_int_equal(seen(db, &phone, 3, 1), 1);
	assert_int_equal(seen(db, &phone, 3, 2), 2);
	assert_int_equal(seen(db, &phone, 3, 0), 0);
	assert_ok(db_mirror_held(db, &err), err);
	/* It goes to other eyes, stops to ring, carries another. */
	struct db_ident_of of = { a, CASE, two, 3, true };

	assert_ok(db_ident_put(db, &of, &phone, 1, &err), err);
	assert_int_equal(seen(db, &phone, 3, 1), 0);
	assert_int_equal(held(db, CASE, &phone, 3), 2);
	of.rings = false;
	assert_ok(db_ident_put(db, &of, &phone, 1, &err), err);
	assert_int_equal(held(db, CASE, &phone, 3), 1);
	of.rings = true;
	assert_ok(db_ident_put(db, &of, &iban, 1, &err), err);
	assert_int_equal(held(db, CASE, &phone, 3), 1);
	assert_int_equal(held(db, CASE, &iban, 3), 2);
	assert_ok(db_mirror_held(db, &err), err);
}

/* What one look takes: statements, rows, and steps of SQLite's machine. */
struct cost {
	int64_t statements, rows;
	int steps;
};

static struct cost
cost_of(struct db *db, const struct db_ident *ident)
{
	struct db_count before, after;
	struct cost cost = { 0, 0, 0 };
	sqlite3_stmt *q = NULL;

	held(db, CASE, ident, 0);	/* prepared before */
	while ((q = sqlite3_next_stmt(db->handle, q)))
		sqlite3_stmt_status(q, SQLITE_STMTSTATUS_VM_STEP, 1);
	db_counts(db, &before);
	held(db, CASE, ident, 0);
	db_counts(db, &after);
	while ((q = sqlite3_next_stmt(db->handle, q)))
		cost.steps += sqlite3_stmt_status(q, SQLITE_STMTSTATUS_VM_STEP, 1);
	cost.statements = after.statements - before.statements;
	cost.rows = after.rows - before.rows;
	return cost;
}

static void
assert_same_cost(struct cost a, struct cost b)
{
	assert_int_equal(a.statements, b.statements);
	assert_int_equal(a.rows, b.rows);
	assert_int_equal(a.steps, b.steps);
}

static void
test_a_look_costs_the_same_whoever_holds_how_many(void **state)
{
	struct db *db = *state;
	int n = 0;

	begin(db);
	struct cost none = cost_of(db, &phone);

	assert_int_equal(none.statements, 1);
	assert_int_equal(none.rows, DB_HELD_SLOTS);
	assert_same_cost(cost_of(db, &iban), none);
	assert_same_cost(cost_of(db, &end), none);
	add(db, ++n, one, 1, true, &phone);
	assert_same_cost(cost_of(db, &phone), none);
	for (int i = 0; i < 20; i++)
		add(db, ++n, one, 1, true, &phone);
	assert_same_cost(cost_of(db, &phone), none);
	for (int slot = 0; slot < DB_HELD_SLOTS; slot++) {
		add(db, ++n, two, slot, true, &phone);
		add(db, ++n, two, slot, true, &end);
	}
	assert_same_cost(cost_of(db, &phone), none);
	assert_same_cost(cost_of(db, &end), none);
	assert_same_cost(cost_of(db, &iban), none);
}

/* What is behind the back of the program is found. */
static void
test_a_wrong_count_is_found(void **state)
{
	static const char *const wrongs[] = {
		"UPDATE held SET n = 2 WHERE what LIKE '7/0/%'",
		"DELETE FROM held WHERE what LIKE '7/%' AND what NOT LIKE '7/0/%'",
		"INSERT INTO held VALUES ('7/0/phone/x', 1, 1)",
		"DELETE FROM held WHERE what = '~' AND slot = 63",
		"UPDATE held SET n = 2 WHERE what = '~' AND slot = 1",
		"INSERT INTO held VALUES ('~~', 1, 1)",
	};
	struct db *db = *state;

	begin(db);
	add(db, 1, one, 3, true, &phone);
	for (size_t i = 0; i < ARRAY_SIZE(wrongs); i++) {
		struct err err = ERR_INIT;

		assert_ok(db_mirror_held(db, &err), err);
		assert_ok(db_run(db, "SAVEPOINT wrong", &err), err);
		assert_ok(db_run(db, wrongs[i], &err), err);
		assert_false(db_mirror_held(db, &err));
		assert_int_equal(err.code, ERR_CHECK);
		assert_ok(db_run(db, "ROLLBACK TO wrong", &err), err);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_what_rings_is_counted_by_party_and_audience),
		things_test(test_a_look_costs_the_same_whoever_holds_how_many),
		things_test(test_a_wrong_count_is_found),
	};

	return RUN_TESTS("db/held", tests);
}
