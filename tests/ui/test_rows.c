/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_rows.c - a window on a list stays with its record and asks for little. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "src/kind.h"
#include "ui/rows.h"

enum { HEIGHT = 10 };

static struct desk *
desk_of(int n)
{
	struct desk *d = fake_open();

	for (int i = 1; i <= n; i++) {
		char title[40];

		snprintf(title, sizeof(title), "title=t%d", i);
		fake_add(d, "lead", title, NULL);
	}
	return d;
}

static void
open_rows(struct rows *r, struct desk *d, const char *filter)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = filter };
	struct err err = ERR_INIT;
	bool more;

	assert_ok(rows_open(r, &spec, NULL, &err), err);
	do
		assert_ok(rows_step(r, &more, &err), err);
	while (more);
	(void)d;
}

#define ROWS(d) { .desk = (d), .height = HEIGHT }

static void
assert_at(const struct rows *r, const char *ref, size_t y)
{
	const struct desk_row *row = rows_at(r);

	assert_non_null(row);
	assert_string_equal(record_text(&row->record, HEADER_REF), ref);
	assert_int_equal(r->cursor - r->top, y);
}

static void
test_moving_in_the_page_asks_nothing(void **state)
{
	struct desk *d = desk_of(1000);
	struct rows r = ROWS(d);
	int before;

	(void)state;
	open_rows(&r, d, NULL);
	before = fake_pages(d);
	for (int i = 1; i < HEIGHT; i++)
		assert_true(rows_move(&r, 1, NULL));
	assert_int_equal(fake_pages(d), before);
	assert_at(&r, "RO-L991", HEIGHT - 1);
	/* A whole pass asks once in three screens, and for four each time. */
	for (int i = HEIGHT; i < 1000; i++) {
		assert_true(rows_move(&r, 1, NULL));
		assert_in_range(r.page.n, HEIGHT, 4 * HEIGHT + 2);
	}
	assert_at(&r, "RO-L1", HEIGHT - 1);
	assert_in_range(fake_pages(d) - before, 1, 1000 / (3 * HEIGHT) + 1);
	before = fake_pages(d);
	for (int i = 1; i < 1000; i++)
		assert_true(rows_move(&r, -1, NULL));
	assert_at(&r, "RO-L1000", 0);
	assert_in_range(fake_pages(d) - before, 1, 1000 / (3 * HEIGHT) + 1);
	rows_close(&r);
	fake_close(d);
}

static void
test_ends_are_reached_and_not_passed(void **state)
{
	struct desk *d = desk_of(100);
	struct rows r = ROWS(d);

	(void)state;
	open_rows(&r, d, NULL);
	assert_true(rows_move(&r, -5, NULL));
	assert_at(&r, "RO-L100", 0);
	assert_true(rows_end(&r, NULL));
	assert_at(&r, "RO-L1", HEIGHT - 1);
	assert_true(rows_move(&r, 50, NULL));
	assert_at(&r, "RO-L1", HEIGHT - 1);
	assert_true(rows_move(&r, -1000, NULL));
	assert_at(&r, "RO-L100", 0);
	assert_true(rows_move(&r, 57, NULL));
	assert_at(&r, "RO-L43", HEIGHT - 1);
	assert_true(rows_home(&r, NULL));
	assert_at(&r, "RO-L100", 0);
	rows_close(&r);
	fake_close(d);
}

static void
test_cursor_stays_with_its_record(void **state)
{
	struct desk *d = desk_of(50);
	struct rows r = ROWS(d);

	(void)state;
	open_rows(&r, d, NULL);
	assert_true(rows_move(&r, 3, NULL));
	assert_at(&r, "RO-L47", 3);
	fake_add(d, "lead", "title=new", NULL);
	fake_add(d, "lead", "title=newer", NULL);
	assert_true(rows_refresh(&r, NULL));
	assert_at(&r, "RO-L47", 3);
	assert_int_equal(r.news, 2);
	assert_false(r.gone);
	/* Away from the cursor, too. */
	fake_remove(d, "RO-L48");
	fake_remove(d, "RO-L46");
	assert_true(rows_refresh(&r, NULL));
	assert_at(&r, "RO-L47", 3);
	rows_close(&r);
	fake_close(d);
}

static void
test_cursor_goes_to_the_nearest_when_its_record_goes(void **state)
{
	struct desk *d = desk_of(5);
	struct rows r = ROWS(d);

	(void)state;
	open_rows(&r, d, NULL);
	assert_true(rows_move(&r, 2, NULL));
	fake_remove(d, "RO-L3");
	assert_true(rows_refresh(&r, NULL));
	assert_true(r.gone);
	assert_at(&r, "RO-L2", 2);
	for (int i = 1; i <= 5; i++) {
		char ref[16];

		snprintf(ref, sizeof(ref), "RO-L%d", i);
		if (i != 3)
			fake_remove(d, ref);
	}
	assert_true(rows_refresh(&r, NULL));
	assert_null(rows_at(&r));
	assert_true(rows_move(&r, 1, NULL));
	assert_true(rows_end(&r, NULL));
	assert_null(rows_at(&r));
	rows_close(&r);
	fake_close(d);
}

static void
test_last_result_stays_while_the_next_is_looked_for(void **state)
{
	struct desk *d = desk_of(300);
	struct rows r = ROWS(d);
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = "t7" };
	struct err err = ERR_INIT;
	bool more = true;
	int steps = 0;

	(void)state;
	open_rows(&r, d, NULL);
	fake_slow(d, 40);
	assert_ok(rows_open(&r, &spec, NULL, &err), err);
	assert_ok(rows_step(&r, &more, &err), err);
	assert_true(more);
	assert_at(&r, "RO-L300", 0);
	for (; more && steps < 50; steps++)
		assert_ok(rows_step(&r, &more, &err), err);
	assert_false(more);
	assert_true(steps > 3);
	assert_at(&r, "RO-L79", 0);
	assert_int_equal(r.page.total, 11);
	rows_close(&r);
	fake_close(d);
}

/* The screen is full: what is still looked for is counted, and only when that is
 * done are the rows read again. */
static void
test_counting_on_reads_no_rows(void **state)
{
	struct desk *d = desk_of(300);
	struct rows r = ROWS(d);
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = "t" };
	struct err err = ERR_INIT;
	bool more = true;
	int64_t rows, steps = 0;

	(void)state;
	open_rows(&r, d, NULL);
	fake_slow(d, 40);
	assert_ok(rows_open(&r, &spec, NULL, &err), err);
	assert_ok(rows_step(&r, &more, &err), err);
	assert_int_equal(r.page.total, 40);
	rows = fake_rows(d);
	for (; more && steps < 50; steps++) {
		assert_ok(rows_step(&r, &more, &err), err);
		assert_int_equal(r.page.total, 40 * (steps + 2) < 300 ?
			40 * (steps + 2) : 300);
	}
	assert_at(&r, "RO-L300", 0);
	assert_false(r.page.at_least);
	assert_int_equal(steps, 7);
	assert_true(fake_rows(d) - rows <= steps + 3 * HEIGHT + 1);
	rows_close(&r);
	fake_close(d);
}

static void
test_a_fault_in_the_filter_leaves_the_list(void **state)
{
	struct desk *d = desk_of(30);
	struct rows r = ROWS(d);
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = "ab (" };
	struct err err = ERR_INIT;

	(void)state;
	open_rows(&r, d, NULL);
	assert_true(rows_move(&r, 4, NULL));
	assert_err(rows_open(&r, &spec, NULL, &err), err, ERR_USAGE);
	assert_int_equal(err.column, 4);
	assert_at(&r, "RO-L26", 4);
	assert_true(rows_move(&r, 1, NULL));
	assert_at(&r, "RO-L25", 5);
	rows_close(&r);
	fake_close(d);
}

static void
test_another_order_keeps_the_record(void **state)
{
	struct desk *d = desk_of(40);
	struct rows r = ROWS(d);
	struct desk_list_spec spec = { .kind = KIND_LEAD, .sort = "-title" };
	struct err err = ERR_INIT;

	(void)state;
	open_rows(&r, d, NULL);
	assert_true(rows_move(&r, 5, NULL));
	assert_ok(rows_open(&r, &spec, rows_at(&r)->uid, &err), err);
	assert_string_equal(record_text(&rows_at(&r)->record, HEADER_REF),
		"RO-L35");
	rows_close(&r);
	fake_close(d);
}

/* A list that takes long to make comes to the record in the end. */
static void
follow_in_slow_list(struct rows *r, struct desk *d, int moved)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = "t",
		.sort = "-title" };
	struct err err = ERR_INIT;
	bool more;

	fake_slow(d, 40);
	assert_true(rows_home(r, NULL));
	for (int i = 0; i < 150; i++)
		assert_true(rows_move(r, 1, NULL));
	assert_at(r, "RO-L150", HEIGHT - 1);
	assert_ok(rows_open(r, &spec, rows_at(r)->uid, &err), err);
	assert_ok(rows_step(r, &more, &err), err);
	assert_true(more);
	if (moved > 0)
		assert_true(rows_move(r, moved, NULL));
	for (int i = 0; more && i < 50; i++)
		assert_ok(rows_step(r, &more, &err), err);
	assert_false(more);
	assert_int_equal(r->page.total, 300);
}

static void
test_cursor_finds_its_record_when_the_list_comes_to_it(void **state)
{
	struct desk *d = desk_of(300);
	struct rows r = ROWS(d);

	(void)state;
	open_rows(&r, d, NULL);
	follow_in_slow_list(&r, d, 0);
	assert_at(&r, "RO-L150", HEIGHT - 1);
	rows_close(&r);
	/* Whoever has moved since stays there. */
	r = (struct rows)ROWS(d);
	open_rows(&r, d, NULL);
	follow_in_slow_list(&r, d, 2);
	assert_string_not_equal(record_text(&rows_at(&r)->record, HEADER_REF),
		"RO-L150");
	rows_close(&r);
	fake_close(d);
}

static void
test_record_that_is_not_in_the_list_is_looked_for_to_its_end(void **state)
{
	struct desk *d = desk_of(300);
	struct rows r = ROWS(d);
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = "t7" };
	struct err err = ERR_INIT;
	bool more = true;
	int steps = 0;

	(void)state;
	open_rows(&r, d, NULL);
	fake_slow(d, 40);
	assert_ok(rows_open(&r, &spec, rows_at(&r)->uid, &err), err);
	for (; more && steps < 50; steps++)
		assert_ok(rows_step(&r, &more, &err), err);
	assert_false(more);
	assert_at(&r, "RO-L79", 0);
	assert_int_equal(r.page.n, 11);
	assert_int_equal(r.page.total, 11);
	rows_close(&r);
	fake_close(d);
}

/* Who types a filter waits for one step alone. */
static void
test_what_was_read_to_find_a_record_is_shown(void **state)
{
	struct desk *d = desk_of(300);
	struct rows r = ROWS(d);
	struct desk_list_spec spec = { .kind = KIND_LEAD, .filter = "t7" };
	struct err err = ERR_INIT;

	(void)state;
	open_rows(&r, d, NULL);
	assert_true(rows_move(&r, 5, NULL));
	const int asked = r.asked;

	assert_ok(rows_open(&r, &spec, rows_at(&r)->uid, &err), err);
	assert_int_equal(r.asked, asked + 1);
	assert_at(&r, "RO-L79", 0);
	assert_int_equal(r.page.total, 11);
	assert_false(r.has_next);
	rows_close(&r);
	fake_close(d);
}

static void
test_screen_grows_and_shrinks_around_the_cursor(void **state)
{
	struct desk *d = desk_of(100);
	struct rows r = ROWS(d);

	(void)state;
	open_rows(&r, d, NULL);
	assert_true(rows_move(&r, 50, NULL));
	assert_true(rows_resize(&r, 3, NULL));
	assert_at(&r, "RO-L50", 2);
	assert_true(rows_resize(&r, 60, NULL));
	assert_string_equal(record_text(&rows_at(&r)->record, HEADER_REF),
		"RO-L50");
	assert_true(r.page.n - r.top >= 60);
	assert_true(rows_resize(&r, 1, NULL));
	assert_at(&r, "RO-L50", 0);
	rows_close(&r);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_moving_in_the_page_asks_nothing),
	cmocka_unit_test(test_ends_are_reached_and_not_passed),
	cmocka_unit_test(test_cursor_stays_with_its_record),
	cmocka_unit_test(test_cursor_goes_to_the_nearest_when_its_record_goes),
	cmocka_unit_test(test_last_result_stays_while_the_next_is_looked_for),
	cmocka_unit_test(test_counting_on_reads_no_rows),
	cmocka_unit_test(test_a_fault_in_the_filter_leaves_the_list),
	cmocka_unit_test(test_another_order_keeps_the_record),
	cmocka_unit_test(test_cursor_finds_its_record_when_the_list_comes_to_it),
	cmocka_unit_test(
		test_record_that_is_not_in_the_list_is_looked_for_to_its_end),
	cmocka_unit_test(test_what_was_read_to_find_a_record_is_shown),
	cmocka_unit_test(test_screen_grows_and_shrinks_around_the_cursor),
};

int
main(void)
{
	return RUN_TESTS("ui/rows", tests);
}
