/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_pty.c - the screens on a real terminal: what they write, and how they end. */
#include "tests/support/test.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include "tests/support/desk_fake.h"

#include "base/strbuf.h"
#include "ui/app.h"

enum {
	RECORDS = 1000,
	QUIET = 120,		/* ms without a byte: the screen is drawn */
	PATIENCE = 10000,	/* ms until something is taken for hung */
	KEPT = 40,		/* added to the exit status for each draft */
};

#define DOWN "\033OB"
#define PAGE_DOWN "\033[6~"

/* A terminal, a shell in it, the program in the foreground of that. */
struct pty {
	int master, slave;
	int report;		/* what the shell tells: S stopped, X ended */
	int control;		/* a byte to it continues the program */
	pid_t shell;
	struct termios before;
	struct strbuf out;	/* what the program wrote */
};

static int
run_program(void)
{
	struct desk *d = fake_open();
	struct desk_drafts drafts = { 0 };
	struct app_options o = { .view = "list:lead" };
	struct err err = ERR_INIT;
	int status;

	for (int i = 0; i < RECORDS; i++) {
		char title[60];

		snprintf(title, sizeof(title), "title=%s %d", i % 2 ?
			"Courier with a suitcase" : "Wallet cluster", i);
		fake_add(d, "lead", title, i % 3 ? "status=new" :
			"status=in_work", "priority=high", "due=2026-03-01",
			"detail=What was seen.", NULL);
	}
	status = app_run(d, &o, &err);
	if (err.code != ERR_NONE)
		fprintf(stderr, "%s\r\n", err.text);
	assert_true(desk_drafts(d, &drafts, NULL));
	status = (status & 31) + KEPT * (int)drafts.n;
	desk_drafts_clear(&drafts);
	fake_close(d);
	return status;
}

/* Job control, as a shell has it: without it nothing can be stopped. */
static void
run_shell(int report, int control)
{
	int status = 0;
	pid_t pid;

	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	pid = fork();
	if (pid == 0) {
		setpgid(0, 0);
		tcsetpgrp(STDIN_FILENO, getpid());
		signal(SIGTTOU, SIG_DFL);
		signal(SIGHUP, SIG_DFL);
		_exit(run_program());
	}
	while (waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status)) {
		char byte;

		if (write(report, "S", 1) != 1 || read(control, &byte, 1) != 1)
			_exit(1);
		tcsetpgrp(STDIN_FILENO, pid);
		kill(-pid, SIGCONT);
	}
	if (write(report, "X", 1) != 1)
		_exit(1);
	_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 200);
}

static void
start_at(struct pty *p, int cols, int rows)
{
	struct winsize size = { .ws_col = (unsigned short)cols,
		.ws_row = (unsigned short)rows };
	int report[2], control[2];

	*p = (struct pty){ .out = STRBUF_INIT };
	assert_int_equal(pipe(report), 0);
	assert_int_equal(pipe(control), 0);
	assert_int_equal(openpty(&p->master, &p->slave, NULL, NULL, &size), 0);
	assert_int_equal(tcgetattr(p->slave, &p->before), 0);
	p->shell = fork();
	assert_true(p->shell >= 0);
	if (p->shell == 0) {
		close(p->master);
		login_tty(p->slave);
		run_shell(report[1], control[0]);
	}
	close(report[1]);
	close(control[0]);
	p->report = report[0];
	p->control = control[1];
}

/* Read until there is silence; the bytes that came. */
static size_t
settle(struct pty *p)
{
	struct pollfd fd = { p->master, POLLIN, 0 };
	char buf[8192];
	size_t before = p->out.len;

	while (poll(&fd, 1, QUIET) > 0) {
		ssize_t n = read(p->master, buf, sizeof(buf));

		if (n <= 0)
			break;
		strbuf_add(&p->out, buf, (size_t)n);
	}
	return p->out.len - before;
}

static bool
has(const struct pty *p, const char *text)
{
	return memmem(p->out.text, p->out.len, text, strlen(text)) != NULL;
}

/* Read until the text was written. */
static void
wait_for(struct pty *p, const char *text)
{
	for (int i = 0; i < PATIENCE / QUIET && !has(p, text); i++)
		settle(p);
	if (!has(p, text))
		fail_msg("\"%s\" was not written", text);
	settle(p);
}

static void
start(struct pty *p)
{
	start_at(p, 80, 24);
	/* The detail pane comes last. */
	wait_for(p, "What was seen.");
}

static size_t
type(struct pty *p, const char *keys)
{
	assert_int_equal(write(p->master, keys, strlen(keys)), strlen(keys));
	return settle(p);
}

/* The shell says what became of the program. */
static char
await(struct pty *p)
{
	struct pollfd fds[] = { { p->report, POLLIN, 0 },
		{ p->master, POLLIN, 0 } };
	char byte = '?', buf[8192];

	for (int waited = 0; waited < PATIENCE; waited += 100) {
		if (poll(fds, 2, 100) > 0 && fds[1].revents & POLLIN) {
			ssize_t n = read(p->master, buf, sizeof(buf));

			strbuf_add(&p->out, buf, n > 0 ? (size_t)n : 0);
		}
		if (fds[0].revents & POLLIN) {
			assert_int_equal(read(p->report, &byte, 1), 1);
			return byte;
		}
	}
	fail_msg("the program neither stopped nor ended");
	return byte;
}

/* The exit status of the program, which is at its end. */
static int
finish(struct pty *p)
{
	int status = 0;

	assert_int_equal(await(p), 'X');
	waitpid(p->shell, &status, 0);
	close(p->report);
	close(p->control);
	close(p->slave);
	if (p->master >= 0)
		close(p->master);
	strbuf_clear(&p->out);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static bool
is_as_before(const struct pty *p)
{
	struct termios now;

	return tcgetattr(p->slave, &now) == 0 &&
		now.c_lflag == p->before.c_lflag &&
		now.c_iflag == p->before.c_iflag &&
		now.c_oflag == p->before.c_oflag;
}

static void
test_bytes_stay_within_their_budgets(void **state)
{
	struct pty p;
	char downs[100 * sizeof(DOWN)] = "";
	size_t first;

	(void)state;
	start_at(&p, 80, 24);
	wait_for(&p, "What was seen.");
	assert_in_range(p.out.len, 1000, 2200);
	/* In the page: the bar moves at once, the pane follows when keys rest. */
	for (int i = 0; i < 5; i++)
		assert_in_range(type(&p, DOWN), 20, 200 + 700);
	for (int i = 0; i < 8; i++)
		type(&p, DOWN);
	assert_in_range(type(&p, DOWN), 20, 230 + 700);
	assert_in_range(type(&p, PAGE_DOWN), 20, 1900 + 700);
	for (int i = 0; i < 100; i++)
		memcpy(downs + 3 * (size_t)i, DOWN, 3);
	assert_in_range(type(&p, downs), 20, 2500);
	/* Idle, with two looks at the store meanwhile. */
	first = p.out.len;
	for (int i = 0; i < 10; i++)
		settle(&p);
	assert_int_equal(p.out.len, first);
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
}

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
	assert_in_range(settle(&p), 200, 1500);
	size = (struct winsize){ .ws_row = 1, .ws_col = 1 };
	assert_int_equal(ioctl(p.master, TIOCSWINSZ, &size), 0);
	settle(&p);
	size = (struct winsize){ .ws_row = 200, .ws_col = 400 };
	assert_int_equal(ioctl(p.master, TIOCSWINSZ, &size), 0);
	assert_in_range(settle(&p), 5000, 60000);
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
test_huge_paste_is_refused_and_nothing_hangs(void **state)
{
	static const char line[] = "Q\033]52;c;eA==\007\033[2Jq\r";
	struct pty p;

	(void)state;
	start(&p);
	type(&p, "\033[200~");
	for (size_t n = 0; n < 2 << 20; n += sizeof(line) - 1)
		assert_int_equal(write(p.master, line, sizeof(line) - 1),
			sizeof(line) - 1);
	type(&p, "\033[201~");
	wait_for(&p, "paste was left out");
	type(&p, "q");
	assert_int_equal(finish(&p), 0);
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

static void
test_unknown_terminal_is_refused_in_words(void **state)
{
	static const char *const types[] = { "no-such-terminal", "dumb" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(types); i++) {
		struct pty p;

		start_with(&p, types[i]);
		wait_for(&p, "The screen cannot be drawn on a terminal of type");
		assert_true(is_as_before(&p));
		assert_int_equal(finish(&p), 64 & 31);
	}
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
	cmocka_unit_test(test_bytes_stay_within_their_budgets),
	cmocka_unit_test(test_keys_move_the_bar_before_the_pane_follows),
	cmocka_unit_test(test_quitting_gives_the_terminal_back),
	cmocka_unit_test(test_another_size_is_drawn_in_full),
	cmocka_unit_test(test_suspending_gives_the_screen_back_and_takes_it_again),
	cmocka_unit_test(test_dropped_line_ends_it_with_the_draft_kept),
	cmocka_unit_test(test_sigterm_ends_it_with_the_draft_kept),
	cmocka_unit_test(test_line_that_takes_nothing_gets_the_newest_screen_later),
	cmocka_unit_test(test_escape_alone_is_a_key),
	cmocka_unit_test(test_paste_in_a_list_runs_no_commands),
	cmocka_unit_test(test_huge_paste_is_refused_and_nothing_hangs),
	cmocka_unit_test(test_colours_are_left_out_on_demand),
	cmocka_unit_test(test_unknown_terminal_is_refused_in_words),
	cmocka_unit_test(test_other_terminals_get_the_same_screen),
};

int
main(void)
{
	setlocale(LC_ALL, "C.UTF-8");
	setenv("TERM", "xterm-256color", 1);
	return RUN_TESTS("ui/pty", tests);
}
