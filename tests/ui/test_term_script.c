/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_term_script.c - a script is typed as it stands, in its own time. */
#include "tests/support/test.h"

#include "ui/key.h"
#include "ui/keyin.h"
#include "ui/paste.h"
#include "ui/term.h"

static struct term *
open_script(const char *script)
{
	struct term *t = NULL;
	struct err err = ERR_INIT;

	assert_ok(term_open_script(&t, script, 24, 80, &err), err);
	return t;
}

static void
test_words_are_typed_and_names_are_keys(void **state)
{
	static const int want[] = { 'a', 'b', K_DOWN, K_ENTER, ' ', '<', 'c',
		K_UP, K_UP, K_UP, K_CTRL('L') };
	struct term *t = open_script("# a remark\nab <Down> <enter>\n"
		"<Space><lt>c <Up*3> <^L>\n");

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(want); i++)
		assert_int_equal(term_key(t, -1), want[i]);
	assert_int_equal(term_key(t, -1), K_NONE);
	assert_int_equal(term_key(t, -1), K_NONE);
	assert_int_equal(term_key(t, -1), K_LOST);
	assert_int_equal(term_key(t, -1), K_LOST);
	term_close(t);
}

static void
test_paste_comes_in_one_piece(void **state)
{
	struct term *t = open_script("a<Paste:x\\ty\\n\\>\\\\ \\e[1mz>b");
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(term_key(t, -1), 'a');
	assert_int_equal(term_key(t, -1), K_PASTE);
	assert_string_equal(t->pasted->text.text, "x\ty\n>\\ z");
	assert_int_equal(term_key(t, -1), 'b');
	term_close(t);
	assert_false(term_open_script(&t, "<Paste:x", 24, 80, &err));
	assert_false(term_open_script(&t, "<Paste:x\\>", 24, 80, &err));
}

static void
test_click_has_its_place(void **state)
{
	struct term *t = open_script("<Click:12x5>");
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(term_key(t, -1), K_CLICK);
	assert_int_equal(t->click->x, 11);
	assert_int_equal(t->click->y, 4);
	term_close(t);
	assert_false(term_open_script(&t, "<Click:0x5>", 24, 80, &err));
	assert_false(term_open_script(&t, "<Click:5>", 24, 80, &err));
}

static void
test_time_passes_between_keys(void **state)
{
	struct term *t = open_script("ab");

	(void)state;
	assert_int_equal(term_key(t, 30), K_NONE);
	assert_int_equal(term_now(t), 30);
	assert_int_equal(term_key(t, 0), K_NONE);
	assert_int_equal(term_key(t, 500), 'a');
	assert_int_equal(term_now(t), 100);
	assert_int_equal(term_key(t, -1), 'b');
	assert_int_equal(term_now(t), 200);
	term_close(t);
}

static void
test_wait_lets_two_seconds_pass(void **state)
{
	struct term *t = open_script("a<Wait>b");
	int nones = 0;

	(void)state;
	assert_int_equal(term_key(t, -1), 'a');
	while (term_key(t, 400) != 'b')
		nones++;
	assert_true(nones >= 5);
	assert_true(term_now(t) >= 2100);
	term_close(t);
}

static void
test_size_changes_on_the_way(void **state)
{
	struct term *t = open_script("<Size:40x12>");
	int rows, cols;

	(void)state;
	term_size(t, &rows, &cols);
	assert_int_equal(rows, 24);
	assert_int_equal(term_key(t, -1), K_RESIZE);
	term_size(t, &rows, &cols);
	assert_int_equal(rows, 12);
	assert_int_equal(cols, 40);
	term_close(t);
}

static void
test_unknown_names_are_refused_with_their_place(void **state)
{
	static const char *const bad[] = { "ab\nc <Dwon>", "ab\nc <Down*0>",
		"ab\nc <Size:0x9>", "ab\nc <Down", "ab\nc <>" };
	struct term *t = NULL;
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_err(term_open_script(&t, bad[i], 24, 80, &err), err,
			ERR_INVALID);
		assert_int_equal(err.row, 2);
		assert_int_equal(err.column, 3);
	}
	assert_err(term_open_script(&t, "a\x01", 24, 80, &err), err, ERR_INVALID);
	assert_null(t);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_words_are_typed_and_names_are_keys),
	cmocka_unit_test(test_paste_comes_in_one_piece),
	cmocka_unit_test(test_click_has_its_place),
	cmocka_unit_test(test_time_passes_between_keys),
	cmocka_unit_test(test_wait_lets_two_seconds_pass),
	cmocka_unit_test(test_size_changes_on_the_way),
	cmocka_unit_test(test_unknown_names_are_refused_with_their_place),
};

int
main(void)
{
	return RUN_TESTS("ui/term_script", tests);
}
