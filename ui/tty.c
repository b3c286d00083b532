/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tty.c - see tty.h. */
#include "ui/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "ui/key.h"
#include "base/banned.h"

enum {
	ESC_DELAY = 25,		/* ms */
	PASTE_DELAY = 1000,	/* ms: a paste that pauses is no Esc so soon */
	LAST_WORDS = 500,	/* ms that a stopped line has for the last frame */
};

/* --- Signals ------------------------------------------------------------ */

/* Signals write their number here; nothing else happens in a handler. */
static int signals[2] = { -1, -1 };
static volatile sig_atomic_t ended_by;

static void
on_signal(int number)
{
	int saved = errno;
	unsigned char byte = (unsigned char)number;
	ssize_t sent;

	if (number == SIGHUP || number == SIGTERM || number == SIGINT)
		ended_by = number;
	/* A full pipe has enough to wake us. */
	sent = write(signals[1], &byte, 1);
	(void)sent;
	errno = saved;
}

static const int caught[] = { SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT };
static struct sigaction found[ARRAY_SIZE(caught)];

static void
catch_signals(void)
{
	/* Without SA_RESTART a resize would break off a save's system calls. */
	struct sigaction act = { .sa_handler = on_signal, .sa_flags = SA_RESTART };

	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < ARRAY_SIZE(caught); i++)
		sigaction(caught[i], &act, &found[i]);
}

static void
release_signals(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(caught); i++)
		sigaction(caught[i], &found[i], NULL);
}

int
tty_signal(void)
{
	return ended_by;
}

/* --- Modes -------------------------------------------------------------- */

static void
set_raw(struct tty *t)
{
	struct termios raw = t->before;

	raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT);
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(t->in, TCSADRAIN, &raw);
}

/*
 * The terminal opened once more can be told not to block without the shell that
 * shares our output being told so too.
 */
static int
open_output(void)
{
	char name[256];
	int fd;

	if (ttyname_r(STDOUT_FILENO, name, sizeof(name)) != 0)
		return STDOUT_FILENO;
	fd = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	return fd < 0 ? STDOUT_FILENO : fd;
}

bool
tty_open(struct tty *t, struct err *err)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_NO_FILE, _("The screen needs a terminal; "
			"commands such as \"liaison list\" do not"));
	*t = (struct tty){ .in = STDIN_FILENO, .out = STDOUT_FILENO,
		.unsent = STRBUF_INIT, .esc_delay = ESC_DELAY };
	if (tcgetattr(t->in, &t->before) != 0 ||
	    pipe2(signals, O_NONBLOCK | O_CLOEXEC) != 0)
		return err_set(err, ERR_IO, _("The terminal cannot be prepared: %s"),
			strerror(errno));
	t->out = open_output();
	ended_by = 0;
	catch_signals();
	set_raw(t);
	return true;
}

void
tty_close(struct tty *t)
{
	tty_release(t);
	release_signals();
	if (t->out != STDOUT_FILENO)
		close(t->out);
	for (int i = 0; i < 2; i++) {
		close(signals[i]);
		signals[i] = -1;
	}
	strbuf_clear(&t->unsent);
	keyin_clear(&t->keys);
}

void
tty_take(struct tty *t)
{
	set_raw(t);
}

void
tty_size(const struct tty *t, int *rows, int *cols)
{
	struct winsize ws;

	*rows = 24;
	*cols = 80;
	if (ioctl(t->in, TIOCGWINSZ, &ws) == 0 && ws.ws_row > 0 && ws.ws_col > 0) {
		*rows = ws.ws_row;
		*cols = ws.ws_col;
	}
}

/* --- Writing ------------------------------------------------------------ */

/* Send as much as the line takes. */
static void
send_some(struct tty *t)
{
	size_t sent = 0;

	while (sent < t->unsent.len && !t->lost) {
		ssize_t n = write(t->out, t->unsent.text + sent,
			t->unsent.len - sent);

		if (n > 0)
			sent += (size_t)n;
		else if (n < 0 && errno == EAGAIN)
			break;
		else if (n == 0 || errno != EINTR || ended_by)
			t->lost = true;
	}
	memmove(t->unsent.text, t->unsent.text + sent, t->unsent.len - sent);
	strbuf_cut(&t->unsent, t->unsent.len - sent);
}

void
tty_send(struct tty *t, const void *bytes, size_t len)
{
	strbuf_add(&t->unsent, bytes, len);
	send_some(t);
}

bool
tty_is_behind(const struct tty *t)
{
	return t->unsent.len > 0;
}

/* Before the terminal is given away, all is sent, or the line is stuck. */
void
tty_release(struct tty *t)
{
	int64_t until = clock_ticks() + LAST_WORDS;

	while (send_some(t), t->unsent.len > 0 && !t->lost) {
		struct pollfd fd = { .fd = t->out, .events = POLLOUT };
		int64_t left = until - clock_ticks();

		if (left <= 0 || (poll(&fd, 1, (int)left) < 0 && errno != EINTR))
			break;
	}
	/* A stuck line must not hold us here either, so nothing is drained. */
	if (!t->lost)
		tcsetattr(t->in, TCSANOW, &t->before);
}

/* --- Waiting ------------------------------------------------------------ */

/* What signals ask for: the last of them decides. */
static int
take_signals(void)
{
	unsigned char got[64];
	int event = K_NONE;
	ssize_t n;

	while ((n = read(signals[0], got, sizeof(got))) > 0)
		for (ssize_t i = 0; i < n; i++)
			event = got[i] == SIGTSTP ? TTY_STOP :
				got[i] == SIGCONT ? TTY_CONTINUE :
				got[i] == SIGWINCH ? K_RESIZE : event;
	return event;
}

void
tty_stop(void)
{
	signal(SIGTSTP, SIG_DFL);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &(struct sigaction){ .sa_handler = on_signal,
		.sa_flags = SA_RESTART }, NULL);
	/* Who stopped takes the terminal again anyway: SIGCONT says no more. */
	take_signals();
}

static void
take_bytes(struct tty *t, short events)
{
	char bytes[1024];
	size_t room = keyin_room(&t->keys);
	ssize_t n;

	if (!(events & POLLIN)) {
		t->lost |= (events & (POLLHUP | POLLERR | POLLNVAL)) != 0;
		return;
	}
	n = read(t->in, bytes, room < sizeof(bytes) ? room : sizeof(bytes));
	if (n > 0) {
		keyin_put(&t->keys, bytes, (size_t)n);
		t->keys_at = clock_ticks();
	} else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		t->lost = true;
}

static int
delay(const struct tty *t)
{
	return t->keys.pasting ? PASTE_DELAY : t->esc_delay;
}

/* Has the rest of a sequence had its time to come? */
static bool
is_late(const struct tty *t)
{
	return t->keys.n > 0 && clock_ticks() - t->keys_at >= delay(t);
}

/* The time for the next poll, -1 for as long as it takes. */
static int
poll_time(const struct tty *t, int64_t until)
{
	int64_t now = clock_ticks(), next = until;

	if (t->keys.n > 0 && (next < 0 || next > t->keys_at + delay(t)))
		next = t->keys_at + delay(t);
	if (next < 0)
		return -1;
	return next <= now ? 0 : next - now > 60000 ? 60000 : (int)(next - now);
}

/* One look at everything; K_NONE if there is nothing to tell of it. */
static int
look(struct tty *t, int wait)
{
	struct pollfd fds[] = {
		{ .fd = t->in, .events = POLLIN },
		{ .fd = signals[0], .events = POLLIN },
		{ .fd = tty_is_behind(t) ? t->out : -1, .events = POLLOUT },
	};
	int n = poll(fds, ARRAY_SIZE(fds), wait), event;

	if (n > 0 && fds[0].revents)
		take_bytes(t, fds[0].revents);
	event = take_signals();
	if (t->lost || ended_by)
		return K_LOST;
	if (event == K_NONE && n > 0 && fds[2].revents) {
		send_some(t);
		event = tty_is_behind(t) ? K_NONE : TTY_SENT;
	}
	return event;
}

int
tty_wait(struct tty *t, int64_t until)
{
	for (;;) {
		int key = keyin_get(&t->keys, is_late(t));

		if (t->lost || ended_by)
			return K_LOST;
		if (key == K_NONE)
			key = look(t, poll_time(t, until));
		if (key != K_NONE)
			return key;
		if (until >= 0 && clock_ticks() >= until && !is_late(t))
			return keyin_get(&t->keys, false);
	}
}
