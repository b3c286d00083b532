/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_keyin.c - bytes of a terminal become keys, whole or not at all. */
#include "tests/support/test.h"

#include "ui/key.h"
#include "ui/keyin.h"

/* All keys of the bytes, the last ones late, ended by K_NONE. */
static void
assert_keys(const char *bytes, size_t len, ...)
{
	struct keyin in = { .n = 0 };
	va_list ap;
	int want, got;

	keyin_put(&in, bytes, len);
	va_start(ap, len);
	do {
		want = va_arg(ap, int);
		got = keyin_get(&in, false);
		if (got == K_NONE)
			got = keyin_get(&in, true);
		assert_int_equal(got, want);
	} while (want != K_NONE);
	va_end(ap);
	assert_int_equal(in.n, 0);
}

#define KEYS(bytes, ...) assert_keys(bytes, sizeof(bytes) - 1, __VA_ARGS__, K_NONE)

static void
test_cursor_keys_of_many_terminals(void **state)
{
	(void)state;
	KEYS("\033[A\033OA\033[1;5A", K_UP, K_UP, K_UP);
	KEYS("\033[B\033[C\033[D\033[H\033[F", K_DOWN, K_RIGHT, K_LEFT, K_HOME,
		K_END);
	KEYS("\033[1~\033[7~\033[4~\033[8~", K_HOME, K_HOME, K_END, K_END);
	KEYS("\033[5~\033[6~\033[2~\033[3~", K_PGUP, K_PGDN, K_INSERT, K_DELETE);
	KEYS("\033[Z\t\r\n", K_BACKTAB, K_TAB, K_ENTER, K_ENTER);
	KEYS("\033[1;5D\033[1;3C\033[1;2C\033[1;5H", K_WORD_LEFT, K_WORD_RIGHT,
		K_RIGHT, K_HOME);
}

static void
test_function_keys_of_many_terminals(void **state)
{
	(void)state;
	KEYS("\033OP\033[11~\033[[A", K_F1, K_F1, K_F1);
	KEYS("\033[15~\033[17~\033[24~\033[[E", K_F1 + 4, K_F1 + 5, K_F12, K_F1 + 4);
}

static void
test_characters_are_put_together(void **state)
{
	struct keyin in = { .n = 0 };

	(void)state;
	KEYS("aé€😀", 'a', 0xE9, 0x20AC, 0x1F600);
	/* In two pieces: */
	keyin_put(&in, "\xE2\x82", 2);
	assert_int_equal(keyin_get(&in, false), K_NONE);
	keyin_put(&in, "\xAC", 1);
	assert_int_equal(keyin_get(&in, false), 0x20AC);
}

static void
test_broken_characters_are_no_keys(void **state)
{
	(void)state;
	KEYS("\xFFx\xC3(", K_UNKNOWN, 'x', K_UNKNOWN, '(');
	KEYS("\xED\xA0\x80", K_UNKNOWN, K_UNKNOWN, K_UNKNOWN);
	KEYS("\xE2\x82", K_UNKNOWN, K_UNKNOWN);
}

static void
test_escape_waits_for_what_may_follow(void **state)
{
	struct keyin in = { .n = 0 };

	(void)state;
	keyin_put(&in, "\033", 1);
	assert_int_equal(keyin_get(&in, false), K_NONE);
	assert_int_equal(keyin_get(&in, true), K_ESC);
	keyin_put(&in, "\033", 1);
	assert_int_equal(keyin_get(&in, false), K_NONE);
	keyin_put(&in, "[B", 2);
	assert_int_equal(keyin_get(&in, false), K_DOWN);
	KEYS("\033j", K_ESC, 'j');
	KEYS("\033\033", K_ESC, K_ESC);
}

static void
test_unknown_sequences_run_no_commands(void **state)
{
	(void)state;
	KEYS("\033[?62;22cq", K_UNKNOWN, 'q');
	KEYS("\033[99;99~q", K_UNKNOWN, 'q');
	KEYS("\033]11;rgb:0/0/0\007q", K_UNKNOWN, 'q');
	KEYS("\033P1$r0m\033\\q", K_UNKNOWN, 'q');
	/* One that never ends is the key Esc, and its rest nothing. */
	KEYS("\033[12;", K_ESC);
}

static void
test_endless_sequence_is_dropped(void **state)
{
	struct keyin in = { .n = 0 };
	char digits[200];

	(void)state;
	memset(digits, '1', sizeof(digits));
	keyin_put(&in, "\033[", 2);
	keyin_put(&in, digits, sizeof(digits));
	assert_int_equal(keyin_get(&in, false), K_UNKNOWN);
	in = (struct keyin){ .n = 0 };
	keyin_put(&in, "\033]", 2);
	while (keyin_room(&in) > 0)
		keyin_put(&in, "1", 1);
	assert_int_equal(keyin_get(&in, false), K_UNKNOWN);
	assert_int_equal(in.n, 0);
}

static void
test_paste_is_text_and_never_commands(void **state)
{
	static const char bytes[] = "a\033[200~q\r\033[Ax\x01\033[201~q";
	struct keyin in = { .n = 0 };

	(void)state;
	/* In every two pieces. */
	for (size_t i = 0; i < sizeof(bytes) - 1; i++) {
		int key = K_NONE;

		keyin_put(&in, bytes, i);
		while (in.n > 0 && (key = keyin_get(&in, false)) == 'a')
			;
		keyin_put(&in, bytes + i, sizeof(bytes) - 1 - i);
		while (key != K_PASTE) {
			key = keyin_get(&in, false);
			assert_true(key == 'a' || key == K_PASTE);
		}
		assert_string_equal(in.paste.text.text, "q\nx");
		if (in.n > 0)
			assert_int_equal(keyin_get(&in, false), 'q');
		assert_int_equal(keyin_get(&in, false), K_NONE);
	}
	keyin_clear(&in);
}

static void
test_mouse_is_clicks_and_turns(void **state)
{
	struct keyin in = { .n = 0 };

	(void)state;
	keyin_put(&in, "\033[<0;10;4M\033[<0;10;4mq", 21);
	assert_int_equal(keyin_get(&in, false), K_CLICK);
	assert_int_equal(in.click.y, 3);
	assert_int_equal(in.click.x, 9);
	assert_int_equal(keyin_get(&in, false), 'q');
	KEYS("\033[<64;1;1M\033[<65;1;1Mq", K_UP, K_UP, K_UP, K_DOWN, K_DOWN,
		K_DOWN, 'q');
	/* Other buttons, movement, and what no mouse sends. */
	KEYS("\033[<2;1;1Mq\033[<35;1;1Mq\033[<0;0;1Mq\033[<0;1Mq\033[<Mq"
		"\033[<0;99999999999999;1mq", 'q', 'q', 'q', 'q', 'q', 'q');
}

static void
test_paste_without_its_end_is_ended_by_escape(void **state)
{
	struct keyin in = { .n = 0 };

	(void)state;
	keyin_put(&in, "\033[200~rm", 10 - 2);
	assert_int_equal(keyin_get(&in, false), K_NONE);
	assert_int_equal(keyin_get(&in, true), K_NONE);
	keyin_put(&in, "jq", 2);
	assert_int_equal(keyin_get(&in, true), K_NONE);
	keyin_put(&in, "\033", 1);
	assert_int_equal(keyin_get(&in, false), K_NONE);
	assert_int_equal(keyin_get(&in, true), K_PASTE);
	assert_string_equal(in.paste.text.text, "rmjq");
	keyin_put(&in, "q", 1);
	assert_int_equal(keyin_get(&in, false), 'q');
	assert_int_equal(in.paste.text.len, 0);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_cursor_keys_of_many_terminals),
	cmocka_unit_test(test_function_keys_of_many_terminals),
	cmocka_unit_test(test_characters_are_put_together),
	cmocka_unit_test(test_broken_characters_are_no_keys),
	cmocka_unit_test(test_escape_waits_for_what_may_follow),
	cmocka_unit_test(test_unknown_sequences_run_no_commands),
	cmocka_unit_test(test_endless_sequence_is_dropped),
	cmocka_unit_test(test_paste_is_text_and_never_commands),
	cmocka_unit_test(test_paste_without_its_end_is_ended_by_escape),
	cmocka_unit_test(test_mouse_is_clicks_and_turns),
};

int
main(void)
{
	return RUN_TESTS("ui/keyin", tests);
}
