/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/page.h"

enum { CASE = 7, AUDIENCES = 5, RECORDS = 300 };

/* What the list is made of, as a naive sort knows it. */
struct item {
	int64_t rid, audience_id;
	char key[16];		/* "" for none */
};

static uint32_t seed;

static int
below(int n)
{
	seed = seed * 1664525 + 1013904223;
	return (int)((seed >> 16) % (uint32_t)n);
}

static void
add(struct db *db, int n, struct item *item)
{
	const char *text[THING_N] = { NULL }, *keys[THING_N] = { NULL };
	const struct db_values values = { text, keys };
	struct db_entry e = things_entry(THING, n, CASE, item->audience_id);
	struct err err = ERR_INIT;

	if (*item->key) {
		text[THING_NAME] = "x";
		keys[THING_NAME] = item->key;
	}
	assert_ok(db_row_insert(db, &things, &e, &values, &err), err);
	item->rid = e.rid;
}

/* Few different keys, so that there are many ties; some without one. */
static void
fill(struct db *db, struct item *items, int n, int64_t *audiences)
{
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	for (int i = 0; i < AUDIENCES; i++)
		audiences[i] = things_audience(db, CASE, (uint64_t)i + 1);
	for (int i = 0; i < n; i++) {
		items[i].audience_id = audiences[below(AUDIENCES)];
		if (below(4))
			snprintf(items[i].key, sizeof(items[i].key), "k%d\xc3\xa9",
				below(12));
		else
			items[i].key[0] = '\0';
		add(db, i, &items[i]);
	}
	assert_ok(db_commit(db, &err), err);
}

static struct db_order sorting;	/* qsort hands nothing on */

static int
compare(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int order = 0;

	if (sorting.sort != DB_PAGE_NEWEST) {
		if (!*x->key != !*y->key)
			return *x->key ? -1 : 1;
		order = strcmp(x->key, y->key);
		if (*x->key && order == 0)
			order = x->rid < y->rid ? -1 : x->rid > y->rid;
		if (sorting.descending)
			order = -order;
	}
	return order ? order : x->rid < y->rid ? 1 : x->rid > y->rid ? -1 : 0;
}

/* The list as it should be, in order; returns its length. */
static size_t
naive(const struct item *items, int n, const struct db_order *o,
	struct item *list)
{
	size_t found = 0;

	for (int i = 0; i < n; i++) {
		for (size_t a = 0; a < o->n_audiences; a++) {
			if (o->audiences[a] == items[i].audience_id)
				list[found++] = items[i];
		}
	}
	sorting = *o;
	qsort(list, found, sizeof(*list), compare);
	return found;
}

static void
clear(struct db_place *places, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(places[i].key);
}

/* Compare windows of all sizes from the at-th of the list (-1: its ends). */
static void
check_windows(struct db *db, const struct db_order *o, const struct item *list,
	int len, int at, const struct db_place *from)
{
	struct db_place places[RECORDS + 1];
	struct err err = ERR_INIT;
	size_t found;

	for (size_t n = 0; n <= RECORDS; n = n * 2 + 1) {
		int want = len - 1 - at;	/* behind it */

		assert_ok(db_page_after(db, o, from, n, places, &found, &err),
			err);
		assert_int_equal(found, want < (int)n ? want : (int)n);
		for (size_t i = 0; i < found; i++) {
			const struct item *item = &list[at + 1 + (int)i];

			assert_int_equal(places[i].rid, item->rid);
			assert_string_equal(places[i].key ? places[i].key : "",
				o->sort == DB_PAGE_NEWEST ? "" : item->key);
		}
		clear(places, found);

		want = at < 0 ? len : at;	/* before it */
		assert_ok(db_page_before(db, o, from, n, places, &found, &err),
			err);
		assert_int_equal(found, want < (int)n ? want : (int)n);
		for (size_t i = 0; i < found; i++)
			assert_int_equal(places[i].rid,
				list[want - 1 - (int)i].rid);
		clear(places, found);
	}
}

static void
check_list(struct db *db, const struct db_order *o, const struct item *items,
	int n)
{
	struct item list[RECORDS];
	struct err err = ERR_INIT;
	int len = (int)naive(items, n, o, list);
	int64_t total;

	assert_ok(db_page_total(db, o, &total, &err), err);
	assert_int_equal(total, len);
	check_windows(db, o, list, len, -1, NULL);
	for (int at = 0; at < len; at += 1 + below(20)) {
		struct db_place place;

		assert_ok(db_page_place(db, o, list[at].rid, &place, &err), err);
		check_windows(db, o, list, len, at, &place);
		free(place.key);
	}
}

static void
test_every_window_is_that_of_a_naive_sort(void **state)
{
	static const struct {
		int sort;
		bool descending;
	} orders[] = {
		{ DB_PAGE_NEWEST, false }, { THING_NAME, false },
		{ THING_NAME, true },
	};
	struct item items[RECORDS] = { 0 };
	int64_t audiences[AUDIENCES];
	struct db *db = *state;

	seed = 42;
	fill(db, items, RECORDS, audiences);
	for (size_t i = 0; i < ARRAY_SIZE(orders); i++) {
		for (size_t first = 0; first <= AUDIENCES; first++) {
			const struct db_order o = {
				.table = &things, .case_id = CASE,
				.audiences = audiences + first,
				.n_audiences = AUDIENCES - first,
				.sort = orders[i].sort,
				.descending = orders[i].descending,
			};

			check_list(db, &o, items, RECORDS);
		}
	}
}

/* Every third of the list: the items are as they then are. */
static size_t
take_keys(struct item *items, int n, const struct db_order *o, int64_t *keyless)
{
	size_t found = 0;

	for (int i = 0; i < n; i += 3)
		for (size_t a = 0; a < o->n_audiences; a++)
			if (o->audiences[a] == items[i].audience_id) {
				items[i].key[0] = '\0';
				keyless[found++] = items[i].rid;
			}
	return found;
}

static void
test_what_is_keyless_stands_as_though_it_had_no_key(void **state)
{
	struct item items[RECORDS] = { 0 };
	int64_t audiences[AUDIENCES], keyless[RECORDS];
	struct db *db = *state;

	seed = 43;
	fill(db, items, RECORDS, audiences);
	for (int i = 0; i < 6; i++) {
		struct item seen[RECORDS];
		struct db_order o = { .table = &things, .case_id = CASE,
			.audiences = audiences + i % 2,
			.n_audiences = AUDIENCES - (size_t)(i % 2),
			.sort = i / 2 ? THING_NAME : DB_PAGE_NEWEST,
			.descending = i / 2 == 2, .keyless = keyless };

		memcpy(seen, items, sizeof(seen));
		o.n_keyless = take_keys(seen, RECORDS, &o, keyless);
		check_list(db, &o, seen, RECORDS);
	}
}

static void
test_a_place_that_is_no_more_still_leads_on(void **state)
{
	struct item items[3] = { { .key = "a" }, { .key = "b" }, { .key = "c" } };
	const struct db_place gone = { 99, (char *)"b" };
	struct db_place places[3];
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t audience;
	size_t found;

	assert_ok(db_begin(db, &err), err);
	audience = things_audience(db, CASE, 1);
	for (int i = 0; i < 3; i++) {
		items[i].audience_id = audience;
		add(db, i, &items[i]);
	}
	const struct db_order o = { .table = &things, .case_id = CASE,
		.audiences = &audience, .n_audiences = 1, .sort = THING_NAME };

	assert_ok(db_page_after(db, &o, &gone, 3, places, &found, &err), err);
	assert_int_equal(found, 1);
	assert_int_equal(places[0].rid, items[2].rid);
	clear(places, found);
	assert_ok(db_page_before(db, &o, &gone, 3, places, &found, &err), err);
	assert_int_equal(found, 2);
	assert_int_equal(places[0].rid, items[1].rid);
	clear(places, found);
	db_rollback(db);
}

static void
test_what_is_not_in_the_list_has_no_place(void **state)
{
	struct item items[10] = { 0 };
	int64_t audiences[AUDIENCES];
	struct db_place place;
	struct err err = ERR_INIT;
	struct db *db = *state;

	seed = 1;
	fill(db, items, 10, audiences);
	const struct db_order all = { .table = &things, .case_id = CASE,
		.audiences = audiences, .n_audiences = AUDIENCES,
		.sort = DB_PAGE_NEWEST };
	struct db_order none = all, other = all;

	none.n_audiences = 0;
	other.case_id = CASE + 1;

	assert_err(db_page_place(db, &none, items[0].rid, &place, &err), err,
		ERR_NOT_FOUND);
	assert_err(db_page_place(db, &other, items[0].rid, &place, &err), err,
		ERR_NOT_FOUND);
	assert_err(db_page_place(db, &all, 99, &place, &err), err,
		ERR_NOT_FOUND);
	assert_ok(db_page_place(db, &all, items[0].rid, &place, &err), err);
	assert_null(place.key);
}

/* ---- what the statements cost ---- */

static struct {
	char *sql[32];
	int n;
	int64_t steps;		/* VDBE instructions */
} traced;

static int
on_trace(unsigned what, void *context, void *p, void *x)
{
	sqlite3_stmt *q = p;

	(void)what, (void)context, (void)x;
	traced.steps += sqlite3_stmt_status(q, SQLITE_STMTSTATUS_VM_STEP, 1);
	for (int i = 0; i < traced.n; i++) {
		if (!strcmp(traced.sql[i], sqlite3_sql(q)))
			return 0;
	}
	assert_true(traced.n < 32);
	traced.sql[traced.n++] = strdup(sqlite3_sql(q));
	return 0;
}

static void
assert_searches(struct db *db, const char *sql)
{
	char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
	struct db_stmt *s;
	struct err err = ERR_INIT;
	const char *detail;
	int lines = 0;

	assert_ok(db_stmt_get(db, explain, &s, &err), err);
	while (db_stmt_step(s, &err) == DB_ROW) {
		assert_ok(db_stmt_col_text(s, 3, &detail, &err), err);
		if (strncmp(detail, "SEARCH", 6) != 0)
			fail_msg("%s: %s", sql, detail);
		lines++;
	}
	assert_true(lines > 0);
	db_stmt_done(s);
	sqlite3_free(explain);
}

/* Go through all calls once, on a list whose records are nearly all alike. */
static void
walk_about(struct db *db, const int64_t *audiences)
{
	struct db_place places[10], place;
	struct err err = ERR_INIT;
	size_t found;
	int64_t total;

	for (int i = 0; i < 3; i++) {
		const struct db_order o = { .table = &things, .case_id = CASE,
			.audiences = audiences, .n_audiences = AUDIENCES,
			.sort = i ? THING_NAME : DB_PAGE_NEWEST,
			.descending = i == 2 };

		assert_ok(db_page_total(db, &o, &total, &err), err);
		for (int64_t rid = 0; rid <= total; rid += total / 4) {
			bool has = rid > 0;

			if (has)
				assert_ok(db_page_place(db, &o, rid, &place,
					&err), err);
			assert_ok(db_page_after(db, &o, has ? &place : NULL, 10,
				places, &found, &err), err);
			clear(places, found);
			assert_ok(db_page_before(db, &o, has ? &place : NULL, 10,
				places, &found, &err), err);
			clear(places, found);
			if (has)
				free(place.key);
		}
	}
}

static void
fill_alike(struct db *db, int n, int64_t *audiences)
{
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	for (int i = 0; i < AUDIENCES; i++)
		audiences[i] = things_audience(db, CASE, (uint64_t)i + 1);
	for (int i = 0; i < n; i++) {
		struct item item = { .audience_id = audiences[i % AUDIENCES] };

		snprintf(item.key, sizeof(item.key), "%s", i % 100 ? "same" : "");
		add(db, i, &item);
	}
	assert_ok(db_commit(db, &err), err);
}

static void
test_no_statement_scans_or_sorts_and_the_cost_is_the_windows(void **state)
{
	int64_t audiences[AUDIENCES], steps;
	struct db *db = *state, *large;
	void *other = NULL;

	fill_alike(db, 400, audiences);
	sqlite3_trace_v2(db->handle, SQLITE_TRACE_PROFILE, on_trace, NULL);
	memset(&traced, 0, sizeof(traced));
	walk_about(db, audiences);
	sqlite3_trace_v2(db->handle, 0, NULL, NULL);
	assert_true(traced.n >= 10);
	for (int i = 0; i < traced.n; i++)
		assert_searches(db, traced.sql[i]);
	steps = traced.steps;
	assert_true(steps > 1000);

	assert_int_equal(things_create(&other), 0);
	large = other;
	fill_alike(large, 8000, audiences);
	sqlite3_trace_v2(large->handle, SQLITE_TRACE_PROFILE, on_trace, NULL);
	traced.steps = 0;
	walk_about(large, audiences);
	sqlite3_trace_v2(large->handle, 0, NULL, NULL);
	/* Twenty times the records, not a quarter more of the work. */
	assert_true(traced.steps < steps + steps / 4);
	for (int i = 0; i < traced.n; i++)
		free(traced.sql[i]);
	things_close(&other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_every_window_is_that_of_a_naive_sort),
		things_test(test_what_is_keyless_stands_as_though_it_had_no_key),
		things_test(test_a_place_that_is_no_more_still_leads_on),
		things_test(test_what_is_not_in_the_list_has_no_place),
		things_test(test_no_statement_scans_or_sorts_and_the_cost_is_the_windows),
	};

	return RUN_TESTS("db/page", tests);
}
