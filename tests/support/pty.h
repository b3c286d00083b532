/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pty.h - the screens on a real terminal of their own, over a desk in memory: keys in,
 * bytes and the end of the program out. */
#ifndef TESTS_SUPPORT_PTY_H
#define TESTS_SUPPORT_PTY_H

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

/* A setting of the command line, "NAME=VALUE"; or NULL. */
static const char *pty_setting;

/* A terminal, a shell in it, the program in the foreground of that. */
struct pty {
	int master, slave;
	int report;		/* what the shell tells: S stopped, X ended */
	int control;		/* a byte to it continues the program */
	pid_t shell;
	struct termios before;
	struct strbuf out;	/* what the program wrote */
};

static inline int
run_program(void)
{
	struct desk *d = fake_open();
	struct desk_drafts drafts = { 0 };
	struct settings settings;
	struct app_options o = { .view = "list:lead", .settings = &settings };
	struct err err = ERR_INIT;
	int status;

	settings_init(&settings);
	if (pty_setting)
		assert_true(settings_give(&settings, pty_setting, NULL));
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
static inline void
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

static inline void
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
static inline size_t
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

static inline bool
has(const struct pty *p, const char *text)
{
	return memmem(p->out.text, p->out.len, text, strlen(text)) != NULL;
}

/* Read until something comes and there is silence again; the bytes that came. */
static inline size_t
settle_again(struct pty *p)
{
	size_t n = 0;

	for (int i = 0; i < PATIENCE / QUIET && n == 0; i++)
		n = settle(p);
	return n;
}

/* Read until the text was written. */
static inline void
wait_for(struct pty *p, const char *text)
{
	for (int i = 0; i < PATIENCE / QUIET && !has(p, text); i++)
		settle(p);
	if (!has(p, text))
		fail_msg("\"%s\" was not written", text);
	settle(p);
}

static inline void
start(struct pty *p)
{
	start_at(p, 80, 24);
	/* The detail pane comes last. */
	wait_for(p, "What was seen.");
}

static inline size_t
type(struct pty *p, const char *keys)
{
	assert_int_equal(write(p->master, keys, strlen(keys)), strlen(keys));
	return settle(p);
}

/* The shell says what became of the program. */
static inline char
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
static inline int
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

static inline bool
is_as_before(const struct pty *p)
{
	struct termios now;

	return tcgetattr(p->slave, &now) == 0 &&
		now.c_lflag == p->before.c_lflag &&
		now.c_iflag == p->before.c_iflag &&
		now.c_oflag == p->before.c_oflag;
}

#endif
