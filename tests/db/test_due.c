/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/due.h"

static void
put(struct db *db, int64_t owner, int64_t audience_id, const char *at,
	bool passes)
{
	struct db_due due = { owner, owner, 74, passes, "", "" };
	struct err err = ERR_INIT;

	snprintf(due.at, sizeof(due.at), "%s", at);
	assert_ok(db_due_put(db, owner, audience_id, &due, 1, &err), err);
}

/* "3 1 " and so on: the owners in order. */
static void
check(struct db *db, const struct db_due_query *q, const char *want)
{
	struct err err = ERR_INIT;
	struct db_due *dues;
	char got[200] = "";
	size_t n;

	assert_ok(db_due_find(db, q, &dues, &n, &err), err);
	for (size_t i = 0; i < n; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%d ",
			(int)dues[i].owner);
	assert_string_equal(got, want);
	free(dues);
}

static void
test_dates_of_visible_audiences_in_order(void **state)
{
	struct db *db = *state;
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	const int64_t audiences[] = { things_audience(db, 7, 1),
		things_audience(db, 7, 2) };
	static const char *const at[] = { "20260107", "20260105", "202601",
		"20260106T120000", "20251231" };
	struct db_due_query q = { audiences, 2, "", NULL, "", "",
		NULL, 100 };

	for (int i = 0; i < 5; i++) {
		int64_t rid = things_add(db, i + 1, 7, audiences[i % 2]);

		put(db, rid, audiences[i % 2], at[i], i == 2);
	}
	check(db, &q, "5 3 2 4 1 ");
	q.n_audiences = 1;
	check(db, &q, "5 3 1 ");
	q.n_audiences = 0;
	check(db, &q, "");
	q.n_audiences = 2;
	q.from = "20260105";
	q.until = "20260107";
	check(db, &q, "2 4 ");
	q = (struct db_due_query){ audiences, 2, "", NULL, "20260101",
		"20260101", NULL, 100 };
	check(db, &q, "5 3 2 4 1 ");
	q.passes_from = q.passes_within = "20260201";
	check(db, &q, "5 2 4 1 ");
	q.limit = 2;
	check(db, &q, "5 2 ");
	db_rollback(db);
}

static void
test_put_replaces_moves_and_drops(void **state)
{
	struct db *db = *state;
	struct err err = ERR_INIT;
	struct db_count before, after;
	bool same;

	assert_ok(db_begin(db, &err), err);
	int64_t one = things_audience(db, 7, 1), two = things_audience(db, 7, 2);
	int64_t rid = things_add(db, 1, 7, one);
	struct db_due dues[] = { { rid, rid, 74, false, "BG", "20260105" },
		{ rid, rid, 75, true, "", "20260106" } };
	struct db_due_query q = { &two, 1, "", NULL, "", "", NULL, 9 };

	assert_ok(db_due_put(db, rid, one, dues, 2, &err), err);
	check(db, &q, "");
	assert_ok(db_due_same(db, rid, two, dues, 2, &same, &err), err);
	assert_false(same);
	assert_ok(db_due_put(db, rid, two, dues, 2, &err), err);
	check(db, &q, "1 1 ");
	assert_ok(db_due_same(db, rid, two, dues, 2, &same, &err), err);
	assert_true(same);
	for (size_t n = 0; n < 2; n++) {
		assert_ok(db_due_same(db, rid, two, dues, n, &same, &err), err);
		assert_false(same);
	}
	/* One that is there already costs a look. */
	db_counts(db, &before);
	assert_ok(db_due_put(db, rid, two, dues, 2, &err), err);
	db_counts(db, &after);
	assert_true(after.statements - before.statements <= 1);
	/* Of one party there is also what is everybody's. */
	q.whose = "BG";
	check(db, &q, "1 1 ");
	q.whose = "RO";
	check(db, &q, "1 ");
	q.whose = NULL;
	dues[1].what = DB_DUE_ASKS;
	assert_ok(db_due_same(db, rid, two, dues, 2, &same, &err), err);
	assert_false(same);
	assert_ok(db_due_put(db, rid, two, dues + 1, 1, &err), err);
	check(db, &q, "1 ");
	assert_ok(db_due_put(db, rid, two, NULL, 0, &err), err);
	check(db, &q, "");
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_dates_of_visible_audiences_in_order),
		things_test(test_put_replaces_moves_and_drops),
	};

	return RUN_TESTS("db/due", tests);
}
