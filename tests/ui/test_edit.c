/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_edit.c - typing goes by what a person takes for a character. */
#include "tests/support/test.h"

#include "base/utf8.h"
#include "ui/edit.h"
#include "ui/key.h"
#include "ui/memo.h"

static void
type(struct edit *e, const char *text)
{
	for (size_t i = 0, len = strlen(text); i < len;) {
		int32_t cp;

		i += utf8_next(text + i, len - i, &cp);
		assert_true(edit_key(e, cp));
	}
}

static void
test_text_goes_in_at_the_cursor(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	type(&e, "Łdź");
	edit_key(&e, K_LEFT);
	edit_key(&e, K_LEFT);
	type(&e, "ó");
	assert_string_equal(e.text.text, "Łódź");
	edit_key(&e, K_HOME);
	edit_key(&e, K_DELETE);
	edit_key(&e, K_END);
	edit_key(&e, K_BACKSPACE);
	assert_string_equal(e.text.text, "ód");
	edit_clear(&e);
}

static void
test_clusters_move_and_go_as_one(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	/* An accent typed after its letter, and one inserted in the middle. */
	type(&e, "ae\xCC\x81" "b");
	edit_key(&e, K_LEFT);
	edit_key(&e, K_LEFT);
	assert_int_equal(e.at, 1);
	edit_key(&e, K_DELETE);
	assert_string_equal(e.text.text, "ab");
	type(&e, "\xCC\x88");
	assert_string_equal(e.text.text, "a\xCC\x88" "b");
	assert_int_equal(e.at, 3);
	edit_key(&e, K_BACKSPACE);
	assert_string_equal(e.text.text, "b");
	edit_clear(&e);
}

static void
test_words_and_ends_are_deleted(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	type(&e, "one two three");
	edit_key(&e, K_CTRL('W'));
	assert_string_equal(e.text.text, "one two ");
	edit_key(&e, K_CTRL('U'));
	assert_string_equal(e.text.text, "");
	type(&e, "abc");
	edit_key(&e, K_LEFT);
	edit_key(&e, K_CTRL('K'));
	assert_string_equal(e.text.text, "ab");
	edit_clear(&e);
}

static void
test_at_the_ends_nothing_happens(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	assert_true(edit_key(&e, K_BACKSPACE));
	assert_true(edit_key(&e, K_DELETE));
	assert_true(edit_key(&e, K_LEFT));
	assert_true(edit_key(&e, K_RIGHT));
	assert_int_equal(e.text.len, 0);
	assert_false(edit_key(&e, K_DOWN));
	assert_false(edit_key(&e, K_ENTER));
	assert_false(edit_key(&e, K_TAB));
	edit_clear(&e);
}

static void
test_pasted_lines_become_blanks_in_a_line(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	edit_key(&e, 'a' | K_PASTED);
	edit_key(&e, K_ENTER | K_PASTED);
	edit_key(&e, K_TAB | K_PASTED);
	edit_key(&e, 'b' | K_PASTED);
	assert_string_equal(e.text.text, "a  b");
	e.lines = true;
	edit_key(&e, K_ENTER | K_PASTED);
	edit_key(&e, K_ENTER);
	assert_string_equal(e.text.text, "a  b\n\n");
	edit_clear(&e);
}

static void
test_line_scrolls_with_the_cursor(void **state)
{
	struct edit e = EDIT_INIT;
	struct grid g = { 0 };
	struct strbuf out = STRBUF_INIT;
	struct area a = { 0, 2, 1, 8 };

	(void)state;
	grid_resize(&g, 1, 20);
	type(&e, "0123456789abc");
	edit_draw(&e, &g, a, ROLE_FIELD, true);
	grid_text(&g, &out);
	assert_string_equal(out.text, "  <789abc\n");
	assert_int_equal(g.cursor_x, 9);
	assert_true(g.cursor);
	edit_key(&e, K_HOME);
	edit_draw(&e, &g, a, ROLE_FIELD, true);
	strbuf_reset(&out);
	grid_text(&g, &out);
	assert_string_equal(out.text, "  0123456>\n");
	assert_int_equal(g.cursor_x, 2);
	strbuf_clear(&out);
	edit_clear(&e);
	grid_free(&g);
}

static void
test_hidden_characters_are_seen_while_editing(void **state)
{
	struct edit e = EDIT_INIT;
	struct grid g = { 0 };
	struct strbuf out = STRBUF_INIT;

	(void)state;
	grid_resize(&g, 1, 30);
	edit_set(&e, "a\xE2\x80\xAE" "b\033c");
	edit_draw(&e, &g, (struct area){ 0, 0, 1, 30 }, ROLE_FIELD, true);
	grid_text(&g, &out);
	assert_string_equal(out.text, "a⟨RLO⟩b\\x1bc\n");
	assert_int_equal(g.cursor_x, 12);
	strbuf_clear(&out);
	edit_clear(&e);
	grid_free(&g);
}

/* Typing at random keeps the cursor between characters, and the text whole. */
static void
test_memo_breaks_at_blanks(void **state)
{
	struct edit e = EDIT_INIT;
	struct memo m = { .edit = &e, .column = -1 };
	struct grid g = { 0 };
	struct strbuf out = STRBUF_INIT;

	(void)state;
	grid_resize(&g, 5, 12);
	edit_set(&e, "the quick brown fox\njumps");
	e.lines = true;
	memo_lay_out(&m, 12, 5, false);
	memo_draw(&m, &g, (struct area){ 0, 0, 5, 12 });
	grid_text(&g, &out);
	assert_string_equal(out.text, "the quick\nbrown fox\njumps\n\n\n");
	assert_int_equal(g.cursor_y, 2);
	assert_int_equal(g.cursor_x, 5);
	strbuf_clear(&out);
	memo_free(&m);
	edit_clear(&e);
	grid_free(&g);
}

static void
test_memo_goes_up_and_down_by_lines_of_the_screen(void **state)
{
	struct edit e = EDIT_INIT;
	struct memo m = { .edit = &e, .column = -1 };

	(void)state;
	e.lines = true;
	edit_set(&e, "0123456 89ab\n\nxyzw");
	memo_lay_out(&m, 10, 5, false);
	assert_int_equal(m.n, 4);
	memo_key(&m, K_UP);
	memo_key(&m, K_UP);
	assert_int_equal(e.at, 12);	/* behind 89ab: the column is held */
	memo_key(&m, K_UP);
	assert_int_equal(e.at, 4);
	memo_key(&m, K_DOWN);
	memo_key(&m, K_DOWN);
	memo_key(&m, K_DOWN);
	assert_int_equal(e.at, 18);
	memo_key(&m, K_ENTER);
	memo_key(&m, 'q');
	assert_string_equal(e.text.text, "0123456 89ab\n\nxyzw\nq");
	memo_free(&m);
	edit_clear(&e);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_text_goes_in_at_the_cursor),
	cmocka_unit_test(test_clusters_move_and_go_as_one),
	cmocka_unit_test(test_words_and_ends_are_deleted),
	cmocka_unit_test(test_at_the_ends_nothing_happens),
	cmocka_unit_test(test_pasted_lines_become_blanks_in_a_line),
	cmocka_unit_test(test_line_scrolls_with_the_cursor),
	cmocka_unit_test(test_hidden_characters_are_seen_while_editing),
	cmocka_unit_test(test_memo_breaks_at_blanks),
	cmocka_unit_test(test_memo_goes_up_and_down_by_lines_of_the_screen),
};

int
main(void)
{
	return RUN_TESTS("ui/edit", tests);
}
