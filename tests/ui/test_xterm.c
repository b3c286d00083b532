/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_xterm.c - what is switched on is switched off, and strangers are left alone. */
#include "tests/support/test.h"

#include "ui/xterm.h"

#define ENTER "\033[?1049h\033[22;0;0t"

static void
frame(struct xterm *x, const char *text, const char *want)
{
	struct strbuf sb = STRBUF_INIT;

	strbuf_puts(&sb, text);
	xterm_frame(x, &sb);
	assert_string_equal(sb.text, want);
	strbuf_clear(&sb);
}

static void
leave(struct xterm *x, const char *want)
{
	struct strbuf sb = STRBUF_INIT;

	xterm_leave(x, &sb);
	assert_string_equal(sb.text, want);
	strbuf_clear(&sb);
}

static void
test_modes_go_on_with_the_first_frame_and_off_once(void **state)
{
	struct xterm x;

	(void)state;
	xterm_init(&x, "xterm-256color", ENTER);
	leave(&x, "");
	xterm_title(&x, "liaison: TIDE");
	frame(&x, "a", "a\033[?2004h\033]2;liaison: TIDE\007");
	xterm_title(&x, "liaison: TIDE");
	frame(&x, "b", "b");
	x.mouse = true;
	frame(&x, "c", "c\033[?1000h\033[?1006h");
	leave(&x, "\033[?2004l\033[?1006l\033[?1000l");
	leave(&x, "");
	/* Taken again after a stop: all of it once more. */
	frame(&x, "d", "d\033[?2004h\033]2;liaison: TIDE\007\033[?1000h\033[?1006h");
	x.mouse = false;
	frame(&x, "", "\033[?1006l\033[?1000l");
}

static void
test_tmux_is_asked_to_keep_its_title_and_screen_has_none(void **state)
{
	struct xterm x;

	(void)state;
	xterm_init(&x, "tmux-256color", "\033[?1049h");
	xterm_title(&x, "T");
	frame(&x, "", "\033[?2004h\033[22;2t\033]2;T\007");
	leave(&x, "\033[?2004l\033[23;2t");
	xterm_init(&x, "screen", "\033[?1049h");
	xterm_title(&x, "T");
	frame(&x, "", "\033[?2004h");
	leave(&x, "\033[?2004l");
}

static void
test_others_get_nothing(void **state)
{
	struct xterm x;

	(void)state;
	xterm_init(&x, "vt100", NULL);
	xterm_title(&x, "T");
	x.mouse = true;
	frame(&x, "a", "a");
	leave(&x, "");
	xterm_init(&x, NULL, "");
	frame(&x, "a", "a");
}

static void
test_title_holds_nothing_that_acts(void **state)
{
	struct xterm x;
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	xterm_init(&x, "xterm", ENTER);
	xterm_title(&x, "a\007\033]52;c;eA==\007\302\233\342\200\256z");
	xterm_frame(&x, &sb);
	assert_non_null(strstr(sb.text, "\033]2;a"));
	assert_null(strstr(sb.text, "\033]52"));
	for (size_t i = 0; i < sb.len; i++)
		assert_true((unsigned char)sb.text[i] < 0x80);
	strbuf_clear(&sb);
}

static void
test_large_frames_are_shown_as_a_whole(void **state)
{
	struct xterm x;
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	xterm_init(&x, "xterm", ENTER);
	for (int i = 0; i < 1000; i++)
		strbuf_putc(&sb, 'x');
	xterm_frame(&x, &sb);
	assert_memory_equal(sb.text, "\033[?2026hxx", 10);
	assert_string_equal(sb.text + sb.len - 8, "\033[?2026l");
	strbuf_clear(&sb);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_modes_go_on_with_the_first_frame_and_off_once),
	cmocka_unit_test(test_tmux_is_asked_to_keep_its_title_and_screen_has_none),
	cmocka_unit_test(test_others_get_nothing),
	cmocka_unit_test(test_title_holds_nothing_that_acts),
	cmocka_unit_test(test_large_frames_are_shown_as_a_whole),
};

int
main(void)
{
	return RUN_TESTS("ui/xterm", tests);
}
