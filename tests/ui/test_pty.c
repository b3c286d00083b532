/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_pty.c - the screens on a real terminal: what they write, and how they end. */
#include "tests/support/test.h"

#include "tests/support/pty.h"

static void
test_keys_move_the_bar_before_the_pane_follows(void **state)
{
	struct pty p;
	struct pollfd fd;
	char buf[4096];
	ssize_t n;

	(void)state;
	start(&p);
	assert_int_equal(write(p.master, "j", 1), 1);
	fd = (struct pollfd){ p.master, POLLIN, 0 };
	assert_true(poll(&fd, 1, PATIENCE) > 0);
	n = read(p.master, buf, sizeof(buf));
	/* One write is one read: the frame of the bar alone. */
	assert_in_range(n, 20, 200);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_quitting_gives_the_terminal_back(void **state)
{
	struct pty p;

	(void)state;
	start(&p);
	assert_true(has(&p, "\033[?1049h"));
	assert_true(has(&p, "\033[?2004h"));
	assert_false(is_as_before(&p));
	type(&p, "q");
	assert_true(has(&p, "\033[?1049l"));
	assert_true(has(&p, "\033[?2004l"));
	assert_true(is_as_before(&p));
	assert_int_equal(finish(&p), 0);
}

static void
test_another_size_is_drawn_in_full(void **state)
{
	struct winsize size = { .ws_row = 12, .ws_col = 40 };
	struct pty p;

	(void)state;
	start(&p);
	assert_int_equal(ioctl(p.master, TIOCSWINSZ, &size), 0);
	assert_in_range(settle_again(&p), 200, 1500);
	size = (struct winsize){ .ws_row = 1, .ws_col = 1 };
	assert_int_equal(ioctl(p.master, TIOCSWINSZ, &size), 0);
	settle_again(&p);
	size = (struct winsize){ .ws_row = 200, .ws_col = 400 };
	assert_int_equal(ioctl(p.master, TIOCSWINSZ, &size), 0);
	assert_in_range(settle_again(&p), 5000, 60000);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_suspending_gives_the_screen_back_and_takes_it_again(void **state)
{
	struct pty p;

	(void)state;
	start(&p);
	type(&p, "\032");
	assert_int_equal(await(&p), 'S');
	settle(&p);
	assert_true(has(&p, "\033[?1049l"));
	assert_true(is_as_before(&p));
	strbuf_reset(&p.out);
	assert_int_equal(write(p.control, "c", 1), 1);
	wait_for(&p, "What was seen.");
	assert_true(has(&p, "\033[?1049h"));
	assert_true(has(&p, "\033[?2004h"));
	assert_false(is_as_before(&p));
	/* It goes on where it was. */
	assert_in_range(type(&p, "j"), 20, 900);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

/* Another process writes to the terminal: what it wrote over is drawn again by ^L, and
 * what is typed goes on where it was. */
static void
test_message_over_the_screen_is_drawn_away(void **state)
{
	static const char wall[] = "\r\n\r\nBroadcast message from root@host "
		"(Mon Jan  5 12:00:00 2026):\r\n\r\nThe host goes down at 18:00.\r\n";
	struct pty p;
	pid_t other;

	(void)state;
	start(&p);
	type(&p, "nHalf");
	other = fork();
	if (other == 0)
		_exit(write(p.slave, wall, strlen(wall)) == (ssize_t)strlen(wall) ?
			0 : 1);
	wait_for(&p, "18:00");
	assert_int_equal(waitpid(other, &(int){ 0 }, 0), other);
	/* Without it, only what changes is written. */
	strbuf_reset(&p.out);
	assert_in_range(type(&p, " a"), 1, 60);
	assert_false(has(&p, "Half a"));
	type(&p, "\014");
	assert_true(has(&p, "Half a"));
	assert_true(has(&p, "\033[2J") || has(&p, "\033[J"));
	type(&p, " tip");
	strbuf_reset(&p.out);
	assert_in_range(type(&p, "\014"), 500, 2300);
	assert_true(has(&p, "Half a tip"));
	type(&p, "\033");
	kill(tcgetpgrp(p.master), SIGTERM);
	assert_int_equal(finish(&p), KEPT + ((128 + SIGTERM) & 31));
}

static void
test_dropped_line_ends_it_with_the_draft_kept(void **state)
{
	struct pty p;

	(void)state;
	start(&p);
	type(&p, "nHalf a tip");
	close(p.slave);
	close(p.master);
	p.master = p.slave = -1;
	assert_int_equal(finish(&p), KEPT + ((128 + SIGHUP) & 31));
}

static void
test_sigterm_ends_it_with_the_draft_kept(void **state)
{
	struct pty p;
	pid_t program;

	(void)state;
	start(&p);
	type(&p, "nHalf a tip");
	program = tcgetpgrp(p.master);
	assert_true(program > 0 && program != p.shell);
	kill(program, SIGTERM);
	assert_int_equal(await(&p), 'X');
	settle(&p);
	assert_true(has(&p, "\033[?1049l"));
	assert_true(has(&p, "what was being written is kept"));
	assert_true(is_as_before(&p));
	waitpid(p.shell, &(int){ 0 }, 0);
	close(p.master);
	close(p.slave);
	strbuf_clear(&p.out);
}

static void
test_line_that_takes_nothing_gets_the_newest_screen_later(void **state)
{
	struct pty p;

	(void)state;
	/* A screen that no terminal's buffer holds, and nobody reads. */
	start_at(&p, 400, 200);
	for (int i = 0; i < 5; i++) {
		poll(NULL, 0, QUIET);
		assert_int_equal(write(p.master, "j", 1), 1);
	}
	poll(NULL, 0, 2 * QUIET);
	settle(&p);
	assert_true(has(&p, "> RO-L995"));
	assert_false(has(&p, "> RO-L998"));
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_escape_alone_is_a_key(void **state)
{
	struct pty p;

	(void)state;
	start(&p);
	type(&p, "/Wallet");
	assert_true(has(&p, "500"));
	strbuf_reset(&p.out);
	type(&p, "\033");
	assert_true(has(&p, "Courier"));
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_paste_in_a_list_runs_no_commands(void **state)
{
	struct pty p;

	(void)state;
	start(&p);
	type(&p, "\033[200~qQ\r\033[201~");
	assert_true(has(&p, "paste"));
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_huge_paste_is_shown_and_nothing_hangs(void **state)
{
	static const char line[] = "Q\033]52;c;eA==\033\\\tB\033[2Jq\r";
	struct pty p;
	struct strbuf lines = STRBUF_INIT;

	(void)state;
	while (lines.len < 1 << 12)
		strbuf_puts(&lines, line);
	start(&p);
	type(&p, "\033[200~");
	for (size_t n = 0; n < 10 << 20; n += lines.len)
		assert_int_equal(write(p.master, lines.text, lines.len),
			lines.len);
	type(&p, "\033[201~");
	wait_for(&p, "Pasted: 1000 rows");
	wait_for(&p, "its end was left out");
	/* None of it ran as a command. */
	type(&p, "\033");
	wait_for(&p, "Nothing was made");
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
	strbuf_clear(&lines);
}

static void
test_colours_are_left_out_on_demand(void **state)
{
	struct pty p;

	(void)state;
	setenv("NO_COLOR", "1", 1);
	start(&p);
	unsetenv("NO_COLOR");
	for (size_t i = 0; i + 3 < p.out.len; i++)
		assert_false(memcmp(p.out.text + i, "\033[3", 3) == 0 &&
			strchr("01234567", p.out.text[i + 3]) &&
			p.out.text[i + 4] == 'm');
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
start_with(struct pty *p, const char *type)
{
	char *before = strdup(getenv("TERM"));

	setenv("TERM", type, 1);
	start_at(p, 80, 24);
	setenv("TERM", before, 1);
	free(before);
}

/* A host has no description of terminals that are newer than it. */
static void
test_unknown_terminal_is_taken_for_an_xterm(void **state)
{
	static const char *const types[] = { "no-such-terminal", "" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(types); i++) {
		struct pty p;

		start_with(&p, types[i]);
		wait_for(&p, "What was seen.");
		assert_true(has(&p, "\033[?1049h"));
		type(&p, "q");
		assert_true(has(&p, "\033[?1049l"));
		assert_true(is_as_before(&p));
		assert_int_equal(finish(&p), 0);
	}
}

static void
test_terminal_that_draws_nothing_gets_the_first_screen_as_text(void **state)
{
	struct pty p;

	(void)state;
	start_with(&p, "dumb");
	wait_for(&p, "The screen cannot be drawn on a terminal of type \"dumb\"");
	assert_true(has(&p, "> RO-L"));
	assert_true(has(&p, "What was seen."));
	assert_false(has(&p, "\033"));
	assert_true(is_as_before(&p));
	assert_int_equal(finish(&p), 64 & 31);
}

/* Recorders often give it none, and answer nothing. */
static void
test_terminal_without_a_size_gets_a_screen_at_once(void **state)
{
	struct pty p;

	(void)state;
	start_at(&p, 0, 0);
	wait_for(&p, "What was seen.");
	assert_false(has(&p, "\033[6n") || has(&p, "\033[c") ||
		has(&p, "\033[>") || has(&p, "\033P"));
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

static void
test_other_terminals_get_the_same_screen(void **state)
{
	static const char *const types[] = { "linux", "screen", "tmux-256color",
		"vt100", "xterm-mono" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(types); i++) {
		struct pty p;

		start_with(&p, types[i]);
		wait_for(&p, "What was seen.");
		assert_in_range(p.out.len, 1000, 2300);
		type(&p, "q");
		assert_true(is_as_before(&p));
		assert_int_equal(finish(&p), 0);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_keys_move_the_bar_before_the_pane_follows),
	cmocka_unit_test(test_quitting_gives_the_terminal_back),
	cmocka_unit_test(test_another_size_is_drawn_in_full),
	cmocka_unit_test(test_suspending_gives_the_screen_back_and_takes_it_again),
	cmocka_unit_test(test_message_over_the_screen_is_drawn_away),
	cmocka_unit_test(test_dropped_line_ends_it_with_the_draft_kept),
	cmocka_unit_test(test_sigterm_ends_it_with_the_draft_kept),
	cmocka_unit_test(test_line_that_takes_nothing_gets_the_newest_screen_later),
	cmocka_unit_test(test_escape_alone_is_a_key),
	cmocka_unit_test(test_paste_in_a_list_runs_no_commands),
	cmocka_unit_test(test_huge_paste_is_shown_and_nothing_hangs),
	cmocka_unit_test(test_colours_are_left_out_on_demand),
	cmocka_unit_test(test_unknown_terminal_is_taken_for_an_xterm),
	cmocka_unit_test(test_terminal_that_draws_nothing_gets_the_first_screen_as_text),
	cmocka_unit_test(test_terminal_without_a_size_gets_a_screen_at_once),
	cmocka_unit_test(test_other_terminals_get_the_same_screen),
};

int
main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	setenv("TERM", "xterm-256color", 1);
	return RUN_TESTS("ui/pty", tests);
}
