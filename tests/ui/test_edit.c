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

static void
test_words_are_gone_over_and_what_was_cut_is_put_back(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	type(&e, "Łódź, żółw");
	edit_key(&e, K_WORD_LEFT);
	assert_int_equal(e.at, 9);
	edit_key(&e, K_WORD_LEFT);
	assert_int_equal(e.at, 0);
	edit_key(&e, K_WORD_RIGHT);
	assert_int_equal(e.at, 7);
	edit_key(&e, K_CTRL('K'));
	assert_string_equal(e.text.text, "Łódź");
	edit_key(&e, K_HOME);
	edit_key(&e, K_CTRL('Y'));
	assert_string_equal(e.text.text, ", żółwŁódź");
	edit_clear(&e);
	edit_forget_cut();
}

static void
test_typing_is_taken_back_by_words(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	type(&e, "one two");
	edit_key(&e, K_F1 + 6);
	assert_string_equal(e.text.text, "one ");
	edit_key(&e, K_F1 + 6);
	assert_string_equal(e.text.text, "");
	edit_key(&e, K_F1 + 6);
	edit_key(&e, K_CTRL('R'));
	edit_key(&e, K_CTRL('R'));
	edit_key(&e, K_CTRL('R'));
	assert_string_equal(e.text.text, "one two");
	for (int i = 0; i < 3; i++)
		edit_key(&e, K_BACKSPACE);
	edit_key(&e, K_CTRL('_'));
	assert_string_equal(e.text.text, "one two");
	assert_int_equal(e.at, 7);
	/* What is typed now takes the place of what could be done again. */
	edit_key(&e, K_CTRL('_'));
	type(&e, "x");
	assert_false(edit_redo(&e));
	edit_replace(&e, "else");
	edit_undo(&e);
	assert_string_equal(e.text.text, "one x");
	edit_clear(&e);
}

static void
test_paste_is_one_step_and_stays_within_the_field(void **state)
{
	struct edit e = EDIT_INIT;

	(void)state;
	e.max = 10;
	type(&e, "a");
	for (const char *p = "one two thr\xC3\xA9"; *p;) {
		int32_t cp;

		p += utf8_next(p, strlen(p), &cp);
		edit_key(&e, cp | K_PASTED);
	}
	assert_string_equal(e.text.text, "aone two t");
	assert_int_equal(e.refused, 4);
	edit_undo(&e);
	assert_string_equal(e.text.text, "a");
	type(&e, "b");
	assert_int_equal(e.refused, 0);
	edit_clear(&e);
}

static void
test_completion_is_taken_at_the_end_alone(void **state)
{
	struct edit e = EDIT_INIT;
	struct grid g = { 0 };
	struct strbuf out = STRBUF_INIT;

	(void)state;
	grid_resize(&g, 1, 20);
	type(&e, "SI");
	e.rest = strdup("ENA");
	edit_draw(&e, &g, (struct area){ 0, 0, 1, 20 }, ROLE_FIELD, true);
	grid_text(&g, &out);
	assert_string_equal(out.text, "SIENA\n");
	assert_int_equal(g.cursor_x, 2);
	edit_key(&e, K_LEFT);
	edit_key(&e, K_RIGHT);
	assert_string_equal(e.text.text, "SI");
	edit_key(&e, K_RIGHT);
	assert_string_equal(e.text.text, "SIENA");
	assert_null(e.rest);
	strbuf_clear(&out);
	edit_clear(&e);
	grid_free(&g);
}

/* --- At random ---------------------------------------------------------- */

static const int random_keys[] = {
	'a', 'b', ' ', '\'', 0x142, 0x3B1, 0x416, 0x301, 0x308, 0x200D, 0x202E,
	0x1F468, 0x1F469, 0x1F1F7, 0x1F1F4, 0x0915, 0x094D, 0x1100, 0x1161, 0xFE0F,
	'x' | K_PASTED, K_ENTER | K_PASTED, 0x301 | K_PASTED, K_TAB | K_PASTED,
	K_ENTER, K_LEFT, K_RIGHT, K_HOME, K_END, K_WORD_LEFT, K_WORD_RIGHT,
	K_BACKSPACE, K_DELETE, K_CTRL('U'), K_CTRL('K'), K_CTRL('W'), K_CTRL('Y'),
	K_CTRL('R'), K_F1 + 6, 'q', 'r', 's', 't', ' ', 'u',
};

static unsigned
dice(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16 & 0x7FFF;
}

static void
is_sound(const struct edit *e)
{
	size_t pos = 0;

	assert_true(utf8_valid(e->text.text, e->text.len));
	assert_true(e->at <= e->text.len);
	while (pos < e->at)
		pos = utf8_cluster_next(e->text.text, e->text.len, pos);
	assert_int_equal(pos, e->at);
	if (e->max > 0)
		assert_true(e->text.len <= e->max);
	if (!e->lines)
		assert_null(strchr(e->text.text, '\n'));
}

/* The cursor stays between characters and the text whole, whatever is typed; and all
 * of it taken back is what it was, all done again what it became. */
static void
test_undoing_all_returns_to_the_start(void **state)
{
	(void)state;
	for (unsigned run = 0; run < 400; run++) {
		struct edit e = EDIT_INIT;
		unsigned seed = run;
		char *end;

		e.lines = run % 2;
		e.max = run % 3 ? 0 : 40;
		edit_set(&e, "Żółw \xCC\x81x");
		for (unsigned i = 0; i < 10 + run % 150; i++) {
			edit_key(&e, random_keys[dice(&seed) %
				ARRAY_SIZE(random_keys)]);
			is_sound(&e);
		}
		while (edit_redo(&e))
			is_sound(&e);
		end = strdup(e.text.text);
		while (edit_undo(&e))
			is_sound(&e);
		assert_string_equal(e.text.text, "Żółw \xCC\x81x");
		while (edit_redo(&e))
			is_sound(&e);
		assert_string_equal(e.text.text, end);
		free(end);
		edit_clear(&e);
	}
	edit_forget_cut();
}

/* Lines that were laid out piece by piece are those of the whole. */
static void
test_memo_lays_out_anew_only_what_changed(void **state)
{
	(void)state;
	for (unsigned run = 0; run < 300; run++) {
		struct edit e = EDIT_INIT;
		struct memo m = { .edit = &e, .column = -1 };
		unsigned seed = run;

		e.lines = true;
		for (unsigned i = 0; i < 120; i++) {
			struct memo whole = { .edit = &e, .column = -1 };
			struct edit copy = e;

			memo_lay_out(&m, 12, 5, false);
			whole.edit = &copy;
			memo_lay_out(&whole, 12, 5, false);
			assert_int_equal(m.n, whole.n);
			assert_memory_equal(m.starts, whole.starts,
				m.n * sizeof(*m.starts));
			memo_free(&whole);
			for (unsigned k = dice(&seed) % 4; k > 0; k--)
				memo_key(&m, random_keys[dice(&seed) %
					ARRAY_SIZE(random_keys)]);
		}
		memo_free(&m);
		edit_clear(&e);
	}
	edit_forget_cut();
}

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

static void
test_memo_finds_whatever_the_case_and_accents(void **state)
{
	struct edit e = EDIT_INIT;
	struct memo m = { .edit = &e, .column = -1 };

	(void)state;
	e.lines = true;
	edit_set(&e, "The ferry\nto Łódź; the\nFÉRRY again");
	memo_lay_out(&m, 40, 5, false);
	assert_true(memo_find(&m, "ferry", false));
	assert_int_equal(e.at, 4);
	assert_true(memo_find(&m, "ferry", false));
	assert_int_equal(m.found_end - m.found, 6);
	assert_true(memo_find(&m, "ferry to", true));
	assert_int_equal(e.at, 4);
	assert_true(memo_find(&m, "lodz", true));
	assert_false(memo_find(&m, "villa", false));
	memo_free(&m);
	edit_clear(&e);
}

static void
test_memo_counts_words_and_what_is_hidden(void **state)
{
	struct edit e = EDIT_INIT;
	struct memo m = { .edit = &e };
	struct memo_count count;

	(void)state;
	edit_set(&e, "Don't go\n to\xE2\x80\xAE 12 Łódź.\033");
	memo_count(&m, &count);
	assert_int_equal(count.words, 5);
	assert_int_equal(count.hidden, 2);
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
	cmocka_unit_test(test_words_are_gone_over_and_what_was_cut_is_put_back),
	cmocka_unit_test(test_typing_is_taken_back_by_words),
	cmocka_unit_test(test_paste_is_one_step_and_stays_within_the_field),
	cmocka_unit_test(test_completion_is_taken_at_the_end_alone),
	cmocka_unit_test(test_undoing_all_returns_to_the_start),
	cmocka_unit_test(test_memo_lays_out_anew_only_what_changed),
	cmocka_unit_test(test_memo_finds_whatever_the_case_and_accents),
	cmocka_unit_test(test_memo_counts_words_and_what_is_hidden),
	cmocka_unit_test(test_memo_breaks_at_blanks),
	cmocka_unit_test(test_memo_goes_up_and_down_by_lines_of_the_screen),
};

int
main(void)
{
	return RUN_TESTS("ui/edit", tests);
}
