/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/wait.h"

static struct db_wait
wait_of(int64_t rid, const char *whom, const char *member, const char *asker,
	int64_t since)
{
	struct db_wait w = { .owner = rid, .rid = rid, .since = since };

	snprintf(w.whom, sizeof(w.whom), "%s", whom);
	snprintf(w.member, sizeof(w.member), "%s", member);
	snprintf(w.asker, sizeof(w.asker), "%s", asker);
	return w;
}

/* "3 1 ": owners in order, then how many and since when. */
static void
check(struct db *db, const struct db_wait_query *q, const char *want)
{
	struct err err = ERR_INIT;
	struct db_wait *waits;
	char got[200] = "";
	int64_t count, oldest;
	size_t n;

	assert_ok(db_wait_find(db, q, &waits, &n, &err), err);
	for (size_t i = 0; i < n; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%d ",
			(int)waits[i].owner);
	assert_ok(db_wait_count(db, q, &count, &oldest, &err), err);
	snprintf(got + strlen(got), sizeof(got) - strlen(got), "%d since %d",
		(int)count, (int)oldest);
	assert_string_equal(got, want);
	free(waits);
}

static void
test_oldest_first_by_whom_and_by_asker(void **state)
{
	struct db *db = *state;
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	const int64_t audiences[] = { things_audience(db, 7, 1),
		things_audience(db, 7, 2), things_audience(db, 7, 3) };
	static const struct { const char *whom, *member, *asker; int64_t since; }
	all[] = { { "BG", "", "RO", 30 }, { "BG", "", "GR", 20 },
		{ "BG", "BG/1", "RO", 10 }, { "RO", "", "BG", 5 },
		{ "BG", "", "RO", 1 } };

	for (int i = 0; i < 5; i++) {
		int64_t rid = things_add(db, i + 1, 7, audiences[i % 3]);
		struct db_wait w = wait_of(rid, all[i].whom, all[i].member,
			all[i].asker, all[i].since);

		assert_int_equal(rid, i + 1);
		assert_ok(db_wait_put(db, rid, audiences[i % 3], &w, 1, &err), err);
	}
	struct db_wait_query q = { .audiences = audiences, .n_audiences = 3,
		.whom = "BG", .member = "", .limit = 9 };

	check(db, &q, "5 2 1 3 since 1");
	q.member = "BG/1";
	check(db, &q, "3 1 since 10");
	q.member = NULL;
	q.asker = "RO";
	check(db, &q, "5 3 1 3 since 1");
	q.n_audiences = 1;
	check(db, &q, "1 1 since 30");
	q.whom = "GR";
	check(db, &q, "0 since 0");
	db_rollback(db);
}

static void
test_put_replaces_and_leaves_what_is_there(void **state)
{
	struct db *db = *state;
	struct err err = ERR_INIT;
	struct db_count before, after;
	bool same;

	assert_ok(db_begin(db, &err), err);
	int64_t one = things_audience(db, 7, 1), two = things_audience(db, 7, 2);
	int64_t rid = things_add(db, 1, 7, one);
	struct db_wait waits[] = { wait_of(rid, "RO", "", "BG", 2),
		wait_of(rid, "GR", "*", "BG", 1),
		wait_of(rid, "RO", "", "BG", 2) };

	/* One thing waits for one party once. */
	assert_int_equal(db_wait_sort(waits, 3), 2);
	assert_string_equal(waits[0].whom, "GR");
	assert_ok(db_wait_put(db, rid, one, waits, 2, &err), err);
	assert_ok(db_wait_same(db, rid, one, waits, 2, &same, &err), err);
	assert_true(same);
	db_counts(db, &before);
	assert_ok(db_wait_put(db, rid, one, waits, 2, &err), err);
	db_counts(db, &after);
	assert_true(after.statements - before.statements <= 1);
	assert_ok(db_wait_same(db, rid, two, waits, 2, &same, &err), err);
	assert_false(same);
	assert_ok(db_wait_same(db, rid, one, waits, 1, &same, &err), err);
	assert_false(same);
	waits[1].since = 3;
	assert_ok(db_wait_same(db, rid, one, waits, 2, &same, &err), err);
	assert_false(same);
	assert_ok(db_wait_put(db, rid, one, NULL, 0, &err), err);
	assert_ok(db_wait_same(db, rid, one, NULL, 0, &same, &err), err);
	assert_true(same);
	db_rollback(db);
}

static void
test_of_one_record_is_all_that_waits_on_it(void **state)
{
	struct db *db = *state;
	struct err err = ERR_INIT;
	struct db_wait *waits;
	size_t n;

	assert_ok(db_begin(db, &err), err);
	int64_t one = things_audience(db, 7, 1);
	int64_t rid = things_add(db, 1, 7, one), other = things_add(db, 2, 7, one);
	const struct db_wait put[] = { wait_of(rid, "GR", "*", "BG", 1),
		wait_of(rid, "RO", "", "BG", 2) };
	const struct db_wait theirs = wait_of(other, "RO", "", "BG", 1);

	assert_ok(db_wait_put(db, rid, one, put, 2, &err), err);
	assert_ok(db_wait_put(db, other, one, &theirs, 1, &err), err);
	assert_ok(db_wait_of(db, rid, &waits, &n, &err), err);
	assert_int_equal(n, 2);
	assert_string_equal(waits[0].whom, "GR");
	assert_string_equal(waits[0].member, "*");
	assert_true(waits[1].owner == rid && waits[1].since == 2);
	free(waits);
	assert_ok(db_wait_of(db, rid + other, &waits, &n, &err), err);
	assert_int_equal(n, 0);
	free(waits);
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_oldest_first_by_whom_and_by_asker),
		things_test(test_put_replaces_and_leaves_what_is_there),
		things_test(test_of_one_record_is_all_that_waits_on_it),
	};

	return RUN_TESTS("db/wait", tests);
}
