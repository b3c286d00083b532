/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_pasted.c - a table that is pasted is shown as what would be made of it,
 * on a real store; then it is made in one act, and what is wrong is left to mend. */
#include "tests/support/test.h"

#include "tests/support/case.h"
#include "tests/support/screen.h"

#include "src/evidence.h"
#include "src/payment.h"
#include "ui/pasted.h"

static struct desk *
a_desk(void)
{
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;

	assert_ok(desk_keep(d, "grid:evidence:columns",
		"exhibit_no description type seized_at", &err), err);
	return d;
}

static const struct columns_choice usual = {
	.field = { { .index = EVIDENCE_EXHIBIT_NO },
		{ .index = EVIDENCE_DESCRIPTION } }, .n = 2,
};

/* Read a text as exhibits, and ask about all of it. */
static void
read_exhibits(struct pasted *p, struct desk *d, const char *text)
{
	pasted_read(p, d, &evidence_kind, NULL, &usual, text, strlen(text));
	while (pasted_step(p))
		;
}

static void
record_is(const struct pasted *p, size_t row, size_t index, const char *want)
{
	struct record typed;

	pasted_record(p, row, &typed);
	if (want)
		assert_string_equal(record_text(&typed, index), want);
	else
		assert_null(record_text(&typed, index));
	record_clear(&typed);
}

static void
test_a_heading_says_which_column_is_which_field(void **state)
{
	struct desk *d = a_desk();
	struct pasted p;

	(void)state;
	read_exhibits(&p, d, "Description\tEXHIBIT NO.\tshelf\tseized_at\n"
		"Safe\tA1\tB\tfri\n");
	assert_true(p.heading);
	assert_int_equal(p.n_columns, 4);
	assert_int_equal(p.target[0], EVIDENCE_DESCRIPTION);
	assert_int_equal(p.target[1], EVIDENCE_EXHIBIT_NO);
	assert_true(p.target[2] == PASTED_NO_TARGET);
	record_is(&p, 1, EVIDENCE_SEIZED_AT, "fri");
	assert_string_equal(p.rows[1].echo[3], "2026-01-09");
	assert_null(p.rows[1].echo[0]);
	assert_int_equal(pasted_count(&p, PASTED_GOOD), 1);
	pasted_free(&p);
	desk_close(d);
}

static void
test_without_a_heading_the_usual_order_counts(void **state)
{
	struct desk *d = a_desk();
	struct pasted p;

	(void)state;
	read_exhibits(&p, d, "A1\tSafe\nA2\tKey\n");
	assert_false(p.heading);
	record_is(&p, 0, EVIDENCE_EXHIBIT_NO, "A1");
	record_is(&p, 1, EVIDENCE_DESCRIPTION, "Key");
	/* A person knows better: the columns change places. */
	pasted_choose(&p, 0, EVIDENCE_DESCRIPTION);
	assert_true(p.target[1] == PASTED_NO_TARGET);
	record_is(&p, 0, EVIDENCE_DESCRIPTION, "A1");
	record_is(&p, 0, EVIDENCE_EXHIBIT_NO, NULL);
	pasted_free(&p);
	desk_close(d);
}

static void
test_cells_come_as_spreadsheets_write_them(void **state)
{
	struct desk *d = a_desk();
	struct pasted p;

	(void)state;
	/* A BOM, a quoted cell with a tab and a line break in it, rows of any length,
	 * a blank line, null, blanks, a code as people read it. */
	read_exhibits(&p, d, "\xEF\xBB\xBF" "exhibit_no\tdescription\ttype\n"
		"A1\t\"Big\tsafe\n\"\"old\"\"\"\tdevice, data carrier\n"
		"\n"
		"A2\n"
		"  A3 \t Key\tnull\tmore\tand more\n");
	assert_true(p.heading);
	assert_int_equal(p.n, 4);
	assert_int_equal(p.n_columns, 5);
	record_is(&p, 1, EVIDENCE_EXHIBIT_NO, "A1");
	record_is(&p, 1, EVIDENCE_DESCRIPTION, "Big\tsafe \"old\"");
	record_is(&p, 1, EVIDENCE_TYPE, "device");
	record_is(&p, 3, EVIDENCE_EXHIBIT_NO, "A3");
	record_is(&p, 3, EVIDENCE_TYPE, NULL);
	assert_int_equal(p.rows[2].verdict, PASTED_FAULTY);
	pasted_free(&p);
	desk_close(d);
}

static void
test_a_quote_without_an_end_takes_nothing_along(void **state)
{
	struct desk *d = a_desk();
	struct pasted p;

	(void)state;
	read_exhibits(&p, d, "exhibit_no\tdescription\n"
		"A1\t\"Safe\nA2\tKey\nA3\tBox\n");
	assert_int_equal(p.n, 4);
	record_is(&p, 1, EVIDENCE_DESCRIPTION, "\"Safe");
	record_is(&p, 3, EVIDENCE_DESCRIPTION, "Box");
	assert_non_null(strstr(p.broken, "Line 2"));
	pasted_free(&p);
	desk_close(d);
}

static void
test_amounts_may_have_their_currency_beside_them(void **state)
{
	struct desk *d = a_desk();
	struct pasted p;
	const char *text = "purpose\tamount\tcurrency\nRent\t12.50\tEUR\n"
		"Fee\t7\t\n";

	(void)state;
	pasted_read(&p, d, &payment_kind, NULL, &usual, text, strlen(text));
	while (pasted_step(&p))
		;
	record_is(&p, 1, PAYMENT_AMOUNT, "12.50 EUR");
	record_is(&p, 2, PAYMENT_AMOUNT, "7");
	assert_int_equal(p.rows[1].verdict, PASTED_GOOD);
	pasted_free(&p);
	desk_close(d);
}

static void
test_what_is_there_already_is_told_apart_from_what_is_wrong(void **state)
{
	struct desk *d = a_desk();
	struct pasted p;

	(void)state;
	case_put(d, "evidence", "description=Safe", "exhibit_no=A1",
		"source_id=s1", NULL);
	read_exhibits(&p, d, "exhibit_no\tdescription\tsource_id\tseized_at\n"
		"A1\tSafe\t\t\n"
		"A2\tKey\ts1\t\n"
		"A3\tBox\ts3\t\n"
		"A3\tBox\ts4\t\n"
		"A5\tBag\t\t31.2.2026\n");
	assert_int_equal(p.rows[1].verdict, PASTED_THERE);
	assert_string_equal(p.rows[1].why, "RO-E1 has it already");
	assert_int_equal(p.rows[2].verdict, PASTED_THERE);
	assert_int_equal(p.rows[3].verdict, PASTED_GOOD);
	assert_int_equal(p.rows[4].verdict, PASTED_THERE);
	assert_string_equal(p.rows[4].why, "line 4 has it, too");
	assert_int_equal(p.rows[5].verdict, PASTED_FAULTY);
	pasted_free(&p);
	desk_close(d);
}

static void
test_an_identifier_that_is_known_is_told_and_hinders_nothing(void **state)
{
	struct desk *d = a_desk();
	struct pasted p;
	const char *text = "type\taccount_no\nBANK\tRO49AAAA1B31007593840000\n";

	(void)state;
	case_put(d, "asset", "type=BANK", "account_no=RO49AAAA1B31007593840000",
		NULL);
	pasted_read(&p, d, kind_find("asset"), NULL, &usual, text, strlen(text));
	while (pasted_step(&p))
		;
	assert_int_equal(p.rows[1].verdict, PASTED_ALIKE);
	assert_true(pasted_is_made(&p, 1));
	pasted_free(&p);
	desk_close(d);
}

static void
test_more_than_one_act_holds_is_left_out_and_told(void **state)
{
	struct desk *d = a_desk();
	struct strbuf text = STRBUF_INIT;
	struct pasted p;

	(void)state;
	strbuf_puts(&text, "exhibit_no\tdescription\n");
	for (int i = 0; i < PASTED_ROWS + 5; i++)
		strbuf_printf(&text, "A%d\tBag\n", i);
	pasted_read(&p, d, &evidence_kind, NULL, &usual, text.text, text.len);
	assert_int_equal(p.n, PASTED_ROWS + 1);
	assert_int_equal(p.beyond, 5);
	pasted_free(&p);
	pasted_read(&p, d, &evidence_kind, NULL, &usual,
		strchr(text.text, '\n') + 1,
		text.len - (size_t)(strchr(text.text, '\n') + 1 - text.text));
	assert_int_equal(p.n, PASTED_ROWS);
	assert_int_equal(p.beyond, 5);
	pasted_free(&p);
	strbuf_clear(&text);
	desk_close(d);
}

#define TABLE "<Paste:exhibit_no\\tdescription\\tseized_at\\nA1\\tSafe\\t2.1.2026\\n" \
	"A2\\tKey\\t31.2.2026\\nA3\\tBox\\t3.1.2026\\n>"

static void
test_enter_makes_what_is_good_and_leaves_the_rest_to_mend(void **state)
{
	struct desk *d = a_desk();
	struct desk_history h;
	struct screen s;
	struct err err = ERR_INIT;

	(void)state;
	screen_play(&s, d, "list:evidence", TABLE);
	screen_has(&s, "Pasted: 3 rows for Evidence");
	screen_has(&s, "2 good, 1 to mend");
	screen_has(&s, "!31.2.2026");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", TABLE "<Down>");
	screen_has(&s, "Line 3, Seized: there is no day 31");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", TABLE "<Wait><Enter>");
	screen_has(&s, "Saved 2: RO-E1 to RO-E2; 1 row is left");
	screen_has(&s, "Many at once: Evidence");
	case_is(d, "RO-E2", "description", "Box");
	screen_close(&s);
	assert_ok(desk_undo(d, &(struct desk_undo){ 0 }, &h, &err), err);
	assert_int_equal(h.n, 2);
	desk_history_clear(&h);
	/* It is a draft. */
	screen_play(&s, d, "list:evidence", "i <Enter> <F2>");
	screen_has(&s, "there is no day 31");
	screen_close(&s);
	desk_close(d);
}

static void
test_all_good_is_back_in_the_list(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence",
		"<Paste:A1\\tSafe\\nA2\\tKey\\n> <Wait> <Enter>");
	screen_has(&s, "Saved 2: RO-E1 to RO-E2");
	screen_has(&s, "> RO-E2");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_row_is_left_out_by_space_and_a_column_changed(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "<Paste:A1\\tSafe\\nA2\\tKey\\n>"
		"<Space> <Wait> <Enter>");
	screen_has(&s, "Saved RO-E1");
	case_is(d, "RO-E1", "description", "Key");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "<Paste:B1\\tShelf 4\\tSafe\\n"
		"B2\\tShelf 5\\tKey\\n>"
		"<Right> <F4> storage <Enter> <Right> <F4> descr <Enter> <Wait> <Enter>");
	case_is(d, "RO-E3", "description", "Key");
	case_is(d, "RO-E3", "storage", "Shelf 5");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_paste_into_the_table_becomes_rows_of_it(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i A0 <Tab> Bag <Tab>" TABLE
		"<Wait> <Enter>");
	screen_has(&s, "Many at once: Evidence");
	screen_has(&s, "4 rows, 1 to mend");
	screen_close(&s);
	/* One word goes into the cell. */
	screen_play(&s, d, "list:evidence",
		"i<Down><Enter> B0 <Tab> <Paste:Blue bag> <F2>");
	screen_has(&s, "Saved RO-E1");
	screen_close(&s);
	desk_close(d);
}

static void
test_what_a_save_has_to_tell_is_told(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "<Paste:description\\thandling\\n"
		"Safe\\tH2\\nKey\\tH1\\n> <Wait> <Enter>");
	screen_has(&s, "Saved 2: ");
	screen_has(&s, "; kept to RO until it is shared: handling is H2");
	screen_close(&s);
	desk_close(d);
}

static void
test_one_line_in_a_list_is_no_table(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "<Paste:Varna\\n>");
	screen_has(&s, "A paste was left out");
	screen_close(&s);
	/* Nor has who only reads any use for one. */
	screen_play(&s, d, "list:casefile", "<Paste:a\\tb\\n>");
	screen_has(&s, "Cases are begun one by one");
	screen_close(&s);
	desk_close(d);
}

static void
test_esc_makes_nothing(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", TABLE "<Esc>");
	screen_has(&s, "Nothing was made of the paste.");
	screen_has(&s, "[Evidence");
	screen_close(&s);
	desk_close(d);
}

static void
test_hostile_cells_and_any_size_do_no_harm(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "<Paste:A1\\t\\e[2J\\e]52;c;eA==\\e\\\\x"
		"\xE2\x80\xAE" "y\\n\\t\\t\\t\\n\"\\t\"\"\\n\\n> <Size:1x1> <Down>"
		"<Size:400x200> <Right*9> <Left> <Size:40x8> <Space> <F6> <Wait>"
		"<Size:40x12>");
	screen_has(&s, "Pasted");
	screen_has(&s, "x\xE2\x9F\xA8RLO\xE2\x9F\xA9y");
	screen_close(&s);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_heading_says_which_column_is_which_field),
		CASE_TEST(test_without_a_heading_the_usual_order_counts),
		CASE_TEST(test_cells_come_as_spreadsheets_write_them),
		CASE_TEST(test_a_quote_without_an_end_takes_nothing_along),
		CASE_TEST(test_amounts_may_have_their_currency_beside_them),
		CASE_TEST(test_what_is_there_already_is_told_apart_from_what_is_wrong),
		CASE_TEST(test_an_identifier_that_is_known_is_told_and_hinders_nothing),
		CASE_TEST(test_more_than_one_act_holds_is_left_out_and_told),
		CASE_TEST(test_enter_makes_what_is_good_and_leaves_the_rest_to_mend),
		CASE_TEST(test_all_good_is_back_in_the_list),
		CASE_TEST(test_a_row_is_left_out_by_space_and_a_column_changed),
		CASE_TEST(test_a_paste_into_the_table_becomes_rows_of_it),
		CASE_TEST(test_what_a_save_has_to_tell_is_told),
		CASE_TEST(test_one_line_in_a_list_is_no_table),
		CASE_TEST(test_esc_makes_nothing),
		CASE_TEST(test_hostile_cells_and_any_size_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
