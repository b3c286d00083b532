/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_pane.c - lines of a pane, tables in it, and what is found there. */
#include "tests/support/test.h"

#include "base/strbuf.h"
#include "ui/hits.h"
#include "ui/pane.h"
#include "ui/pane_table.h"
#include "base/banned.h"

/* What it looks like; the caller clears it. */
static char *
drawn(const struct pane *p, int rows)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;

	grid_resize(&g, rows, p->width);
	grid_erase(&g);
	pane_draw(p, &g, (struct area){ 0, 0, rows, p->width }, 0);
	grid_text(&g, &text);
	grid_free(&g);
	return strbuf_detach(&text);
}

static void
check(struct pane *p, const char *want)
{
	char *text = drawn(p, (int)p->n);

	assert_string_equal(text, want);
	free(text);
	pane_clear(p);
}

static void
test_values_stand_in_one_column_and_wrap_there(void **state)
{
	struct pane p = { 0 };

	(void)state;
	pane_begin(&p, 40, false);
	pane_add(&p, "Due", "2026-01-05", ROLE_TEXT);
	pane_add(&p, "Place", "the second hall behind the station", ROLE_TEXT);
	check(&p, "Due           2026-01-05\n"
		"Place         the second hall behind the\n"
		"              station\n");
}

static void
test_long_labels_make_room_but_not_all(void **state)
{
	struct pane p = { 0 };

	(void)state;
	pane_begin(&p, 60, false);
	pane_label(&p, "Registrierungsnummer");
	pane_add(&p, "Registrierungsnummer", "1", ROLE_TEXT);
	pane_label(&p, "A label that is far too long for anything at all");
	pane_add(&p, "A label that is far too long for anything at all", "2",
		ROLE_TEXT);
	check(&p, "Registrierungsnummer  1\n"
		"A label that is far to… 2\n");
}

static void
test_rows_know_their_lines(void **state)
{
	struct pane p = { 0 };

	(void)state;
	pane_begin(&p, 20, false);
	pane_row(&p, "RO-P1", "x");
	pane_add(&p, NULL, "one two three four five six", ROLE_TEXT);
	pane_row_end(&p);
	pane_heading(&p, "Parts", 2);
	pane_row(&p, NULL, NULL);
	pane_row_end(&p);
	assert_int_equal(p.n_rows, 1);
	assert_int_equal(p.rows[0].first, 0);
	assert_int_equal(p.rows[0].n, 2);
	assert_string_equal(p.rows[0].opens, "RO-P1");
	assert_int_equal(p.lines[1].row, 0);
	assert_true(p.lines[3].row == PANE_NO_ROW);
	assert_true(p.lines[3].heading);
	pane_clear(&p);
}

static struct pane_table
make_table(void)
{
	struct pane_table t = { 0 };

	table_column(&t, "Kind", false);
	table_column(&t, "Amount", true);
	table_column(&t, "Nothing", false);
	table_column(&t, "Note", false);
	table_row(&t, "RO-A1/valuation1", NULL);
	table_cell(&t, 0, "balance", ROLE_TEXT);
	table_cell(&t, 1, "1500.00 EUR", ROLE_TEXT);
	table_cell(&t, 3, "asked of the bank by letter", ROLE_TEXT);
	table_row(&t, "RO-A1/valuation2", NULL);
	table_cell(&t, 0, "sale", ROLE_TEXT);
	table_cell(&t, 1, "9.00 EUR", ROLE_TEXT);
	table_note(&t, "void", ROLE_WARNING);
	return t;
}

static void
test_tables_align_and_leave_empty_columns_out(void **state)
{
	struct pane_table t = make_table();
	struct pane p = { 0 };

	(void)state;
	pane_begin(&p, 44, false);
	table_put(&t, &p, 0);
	assert_int_equal(p.n_rows, 2);
	check(&p, "Kind          Amount  Note\n"
		"balance  1500.00 EUR  asked of the bank by\n"
		"                      letter\n"
		"sale        9.00 EUR\n"
		"  void\n");
}

/* A date or a sum says something else where it is cut: words give way before it. */
static void
test_dates_and_numbers_of_a_table_are_cut_last(void **state)
{
	struct pane_table t = { 0 };
	struct pane p = { 0 };

	(void)state;
	table_column(&t, "Until", false);
	table_firm(&t);
	table_column(&t, "For use", false);
	table_column(&t, "Reason", false);
	table_row(&t, NULL, NULL);
	table_cell(&t, 0, "2026-12-11 22:00", ROLE_TEXT);
	table_cell(&t, 1, "information", ROLE_TEXT);
	table_cell(&t, 2, "so that he is there", ROLE_TEXT);
	pane_begin(&p, 45, false);
	table_put(&t, &p, 0);
	check(&p, "Until             For use    Reason\n"
		"2026-12-11 22:00  informat…  so that he is\n"
		"                             there\n");
}

static void
test_narrow_tables_become_texts(void **state)
{
	struct pane_table t = make_table();
	struct pane p = { 0 };

	(void)state;
	pane_begin(&p, 24, false);
	table_put(&t, &p, 0);
	check(&p, "balance  1500.00 EUR\n"
		"asked of the bank by\n"
		"letter\n"
		"sale  9.00 EUR\n"
		"  void\n");
}

static void
test_search_finds_across_lines_case_and_marks(void **state)
{
	struct pane p = { 0 };
	struct hits h = { 0 };

	(void)state;
	pane_begin(&p, 16, false);
	pane_row(&p, NULL, NULL);
	pane_add(&p, NULL, "the night ferry from Łódź to Łódź", ROLE_TEXT);
	pane_row_end(&p);
	pane_row(&p, NULL, NULL);
	pane_add(&p, NULL, "Ferry", ROLE_TEXT);
	pane_row_end(&p);
	hits_find(&h, &p, "FERRY");
	assert_int_equal(h.matches, 2);
	assert_int_equal(hits_line(&h, 1), p.n - 1);
	hits_find(&h, &p, "ferry from");
	assert_int_equal(h.matches, 1);
	hits_find(&h, &p, "lodz");
	assert_int_equal(h.matches, 2);
	hits_find(&h, &p, "");
	assert_int_equal(h.matches, 0);
	/* Two rows are two texts. */
	hits_find(&h, &p, "lodz ferry");
	assert_int_equal(h.matches, 0);
	hits_clear(&h);
	pane_clear(&p);
}

static void
test_who_is_called_upon_stands_out(void **state)
{
	struct pane p = { 0 };

	(void)state;
	pane_begin(&p, 40, false);
	pane_line(&p);
	pane_flow_said(&p, 2, "Łódź: ask @RO/2, then @BG or x@BG");
	assert_int_equal(p.lines[0].n, 5);
	assert_string_equal(p.lines[0].bits[1].text, "@RO/2");
	assert_int_equal(p.lines[0].bits[1].role, ROLE_STRONG);
	assert_int_equal(p.lines[0].bits[1].x, 12);
	assert_string_equal(p.lines[0].bits[2].text, ", then ");
	assert_int_equal(p.lines[0].bits[2].role, ROLE_TEXT);
	assert_string_equal(p.lines[0].bits[3].text, "@BG");
	check(&p, "  Łódź: ask @RO/2, then @BG or x@BG\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values_stand_in_one_column_and_wrap_there),
		cmocka_unit_test(test_long_labels_make_room_but_not_all),
		cmocka_unit_test(test_rows_know_their_lines),
		cmocka_unit_test(test_tables_align_and_leave_empty_columns_out),
		cmocka_unit_test(test_dates_and_numbers_of_a_table_are_cut_last),
		cmocka_unit_test(test_narrow_tables_become_texts),
		cmocka_unit_test(test_who_is_called_upon_stands_out),
		cmocka_unit_test(test_search_finds_across_lines_case_and_marks),
	};

	return RUN_TESTS("ui/pane", tests);
}
