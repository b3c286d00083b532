/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_pick.c - gathering what a filter picks in steps, see src/pick.h. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#include "src/slice.h"
#include "src/table.h"
#include "src/veiled.h"

/* Behind the door, at the case, as a member. */
static void
sit(struct session *s, const char *as)
{
	char identity[40];
	struct err err = ERR_INIT;
	struct db_entry *cases;
	size_t n;

	memset(s, 0, sizeof(*s));
	memcpy(s->zone, "UTC", 4);
	assert_ok(store_open(&s->store, CASE_STORE, DB_SESSION, &err), err);
	assert_ok(viewer_cases(&s->store, "", &cases, &n, &err), err);
	assert_ok(viewer_as(&s->store, cases[0].rid, as, identity, &err), err);
	assert_ok(viewer_load(&s->viewer, &s->store, cases[0].rid, identity,
		&err), err);
	free(cases);
}

static void
stand_up(struct session *s)
{
	veiled_end(s);
	viewer_clear(&s->viewer);
	store_close(&s->store);
}

static struct pick *
make(struct session *s, const char *filter, const char *sort, bool descending)
{
	struct pick_spec spec = { .kind = kind_find("lead"), .filter = filter,
		.sort = DB_PAGE_NEWEST, .descending = descending };
	struct err err = ERR_INIT;
	struct pick *p;

	if (sort)
		spec.sort = (int)kind_index(spec.kind, sort);
	assert_ok(pick_new(&p, s, &spec, &err), err);
	return p;
}

/* The letters of the titles, in the order of the places. */
static void
check_letters(struct pick *p, const char *want)
{
	const struct kind *k = p->spec.kind;
	char letters[200] = "";
	struct err err = ERR_INIT;

	for (size_t i = 0; i < p->n; i++) {
		struct db_cursor *c;

		assert_ok(db_row_get(p->session->store.db, table_of(k), NULL,
			p->places[i].place.rid, &c, &err), err);
		assert_true(db_cursor_next(c, &err));
		letters[i] = *db_cursor_text(c, kind_index(k, "title"));
		db_cursor_close(c);
	}
	assert_string_equal(letters, want);
}

static void
add_leads(const char *as, const char *letters)
{
	struct desk *d = case_desk(as);
	char title[] = "title=? courier";

	/* Capitals are kept, as in another audience. */
	for (; *letters; letters++) {
		title[6] = *letters;
		case_put(d, "lead", title, *letters < 'a' ? "share=own" :
			"share=team", NULL);
	}
	desk_close(d);
}

/* A time that has come already: each step then looks at one row. */
static size_t
step_to_the_end(struct pick *p)
{
	size_t steps = 0;
	struct err err = ERR_INIT;

	while (!p->done) {
		size_t had = p->n;

		assert_ok(pick_step(p, 0, &err), err);
		pick_sort(p);
		assert_true(p->n <= had + 1);
		assert_int_equal(p->n, p->n_sorted);
		steps++;
		assert_true(steps < 100);
	}
	return steps;
}

static void
test_each_step_goes_on_where_the_last_one_stopped(void **state)
{
	/* By scan, and by the index of words with something left to ask. */
	static const char *const filters[] = { "", "title:courier",
		"courier title:courier" };
	struct session s;

	(void)state;
	add_leads(NULL, "cAeBdF");
	sit(&s, "RO");
	for (size_t i = 0; i < ARRAY_SIZE(filters); i++) {
		struct pick *p = make(&s, filters[i], NULL, false);

		assert_true(step_to_the_end(p) >= 6);
		check_letters(p, "FdBeAc");
		pick_free(p);
		p = make(&s, filters[i], "title", false);
		step_to_the_end(p);
		check_letters(p, "ABcdeF");
		pick_free(p);
		p = make(&s, filters[i], "title", true);
		step_to_the_end(p);
		check_letters(p, "FedcBA");
		pick_free(p);
	}
	stand_up(&s);
	sit(&s, "BG");
	struct pick *p = make(&s, filters[2], NULL, false);

	step_to_the_end(p);
	check_letters(p, "dec");
	pick_free(p);
	stand_up(&s);
}

static void
test_what_is_made_meanwhile_is_for_the_next_pick(void **state)
{
	struct session s;
	struct err err = ERR_INIT;

	(void)state;
	add_leads(NULL, "abcd");
	sit(&s, "RO");
	struct pick *p = make(&s, "courier title:courier", NULL, false);

	assert_ok(pick_step(p, 0, &err), err);
	add_leads(NULL, "e");
	step_to_the_end(p);
	check_letters(p, "dcba");
	assert_int_not_equal(p->stamp, db_stamp(s.store.db));
	pick_free(p);
	p = make(&s, "courier title:courier", NULL, false);
	step_to_the_end(p);
	check_letters(p, "edcba");
	pick_free(p);
	stand_up(&s);
}

/* What the index knows by itself is counted as it gives it, many at once: each row
 * that is read besides would be felt at each letter that is typed. Of a beginning each
 * page looks up its words, "courier" here, until there is none. */
static void
test_words_alone_are_found_without_reading_a_record(void **state)
{
	static const char *const filters[] = { "c", "courier", "l cour",
		"courier status:new" };
	enum { N = 150, FIRST = 128, PAGES = 2, LOOKED_UP = 2 * PAGES };
	char letters[N + 1];
	struct session s;
	struct db_count before, after;
	struct err err = ERR_INIT;

	(void)state;
	memset(letters, 'l', N);
	letters[N] = '\0';
	add_leads(NULL, letters);
	sit(&s, "RO");
	for (size_t i = 0; i < ARRAY_SIZE(filters); i++) {
		struct pick *p = make(&s, filters[i], NULL, false);
		bool rows_too = i == 3;

		db_counts(s.store.db, &before);
		assert_ok(pick_step(p, INT64_MAX, &err), err);
		assert_int_equal(p->n, FIRST);
		assert_ok(pick_step(p, INT64_MAX, &err), err);
		db_counts(s.store.db, &after);
		assert_true(p->done);
		check_letters(p, letters);
		assert_in_range(after.rows - before.rows, rows_too ? 2 * N : N,
			(rows_too ? 2 * N : N) + LOOKED_UP);
		assert_true(rows_too || after.statements - before.statements <=
			PAGES + LOOKED_UP);
		pick_free(p);
	}
	stand_up(&s);
}

static void
test_places_are_found_by_record_and_by_order(void **state)
{
	struct session s;
	struct db_place ghost = { INT64_MAX, (char *)"c courier" };

	(void)state;
	add_leads(NULL, "bdac");
	sit(&s, "RO");
	struct pick *p = make(&s, "", "title", false);

	step_to_the_end(p);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(pick_find(p, p->places[i].place.rid), i);
		assert_int_equal(pick_nearest(p, &p->places[i].place), i);
	}
	assert_int_equal(pick_find(p, 1), 4);
	assert_int_equal(pick_nearest(p, &ghost), 3);
	ghost.key = NULL;
	assert_int_equal(pick_nearest(p, &ghost), 4);
	pick_free(p);
	stand_up(&s);
}

/* Those without a value come last, newest first, whichever way. */
static void
test_absent_values_come_last_both_ways(void **state)
{
	struct desk *d = case_desk(NULL);
	struct session s;

	(void)state;
	case_put(d, "lead", "title=a", "method=x", NULL);
	case_put(d, "lead", "title=b", NULL);
	case_put(d, "lead", "title=c", "method=X", NULL);
	case_put(d, "lead", "title=d", NULL);
	case_put(d, "lead", "title=e", "method=y", NULL);
	desk_close(d);
	sit(&s, "RO");
	for (int down = 0; down < 2; down++) {
		struct pick *p = make(&s, "", "method", down);

		step_to_the_end(p);
		check_letters(p, down ? "ecadb" : "acedb");
		pick_free(p);
	}
	stand_up(&s);
}

/* The pick is of before: what was taken back since must not be loaded by it. */
static void
test_rows_unshared_since_are_left_out(void **state)
{
	struct session s;
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct desk_page page = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	add_leads(NULL, "abcd");
	sit(&s, "BG");
	struct pick *p = make(&s, "", "title", false);

	step_to_the_end(p);
	assert_true(case_set(d, &acted, &err, "lead", "RO-L2", 0, "share=own",
		NULL));
	desk_acted_clear(&acted);
	assert_ok(session_refresh(&s, &err), err);
	seal_init(&s.seal);
	struct slice slice = { .session = &s, .spec = &p->spec, .uid = "",
		.key = "", .anchor = DESK_FIRST, .after = 9 };

	assert_ok(slice_of_pick(&slice, p, &err), err);
	assert_int_equal(slice.n, 4);
	assert_ok(slice_load(&slice, &page, &err), err);
	assert_int_equal(page.n, 3);
	assert_string_equal(record_text(&page.rows[1].record, HEADER_REF),
		"RO-L3");
	slice_clear(&slice);
	desk_page_clear(&page);
	pick_free(p);
	stand_up(&s);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_each_step_goes_on_where_the_last_one_stopped),
		CASE_TEST(test_what_is_made_meanwhile_is_for_the_next_pick),
		CASE_TEST(test_words_alone_are_found_without_reading_a_record),
		CASE_TEST(test_places_are_found_by_record_and_by_order),
		CASE_TEST(test_absent_values_come_last_both_ways),
		CASE_TEST(test_rows_unshared_since_are_left_out),
	};

	return RUN_TESTS("src/pick", tests);
}
