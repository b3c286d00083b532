/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * term_curses.c - a real terminal, see term.h; the only file that knows curses.
 *
 * curses finds the cheapest way from one screen to the next, no more: it writes
 * into a file in memory, and each frame goes out from there in one write. Keys are
 * read by keyin.c and modes, signals and size are set here, so that a line that is
 * slow, stopped or gone is noticed in one place.
 */
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "ui/keyin.h"
#include "ui/term.h"
#include "base/banned.h"

enum {
	ESC_DELAY = 25,		/* ms; $ESCDELAY overrules, for satellites */
	ESC_DELAY_MAX = 1000,
	LAST_WORDS = 500,	/* ms that a stopped line has for the last frame */
};

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

struct curses {
	struct term term;
	SCREEN *screen;
	struct grid shown;	/* what curses was told */
	struct grid owed;	/* what comes when the line takes more */
	bool owes, redraw;
	bool taken;		/* modes of ours are to be set with the next frame */
	bool colours;
	int memory;		/* what curses writes into */
	FILE *stream;		/* the same */
	int in, out;		/* the terminal, twice */
	struct strbuf unsent;	/* of the last frame */
	struct termios before;	/* how the terminal was found */
	struct keyin keys;
	int64_t keys_at;	/* when the last of them came */
	int esc_delay;
	bool lost;
};

/* Signals write their number here; nothing else happens in a handler. */
static int signals[2] = { -1, -1 };
static volatile sig_atomic_t ended_by;
static struct curses *on_screen;

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

static void
catch_signals(void)
{
	struct sigaction act = { .sa_handler = on_signal, .sa_flags = SA_RESTART };

	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < ARRAY_SIZE(caught); i++)
		sigaction(caught[i], &act, NULL);
}

static void
release_signals(void)
{
	for (size_t i = 0; i < ARRAY_SIZE(caught); i++)
		signal(caught[i], SIG_DFL);
}

static void
set_raw(struct curses *c)
{
	struct termios raw = c->before;

	raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT);
	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(c->in, TCSADRAIN, &raw);
}

static void
measure(struct curses *c, int *rows, int *cols)
{
	struct winsize ws;

	*rows = 24;
	*cols = 80;
	if (ioctl(c->in, TIOCGWINSZ, &ws) == 0 && ws.ws_row > 0 && ws.ws_col > 0) {
		*rows = ws.ws_row;
		*cols = ws.ws_col;
	}
}

/* --- Writing ------------------------------------------------------------ */

/* What curses wrote since the last time is taken out of the file in memory. */
static void
take_frame(struct curses *c)
{
	off_t end = lseek(c->memory, 0, SEEK_END);
	char part[4096];
	ssize_t n;

	for (off_t at = 0; at < end; at += n) {
		n = pread(c->memory, part, sizeof(part), at);
		if (n <= 0)
			break;
		strbuf_add(&c->unsent, part, (size_t)n);
	}
	lseek(c->memory, 0, SEEK_SET);
	if (end > 0 && ftruncate(c->memory, 0) != 0)
		c->redraw = true;
}

/* Send as much as the line takes. */
static void
send_some(struct curses *c)
{
	size_t sent = 0;

	while (sent < c->unsent.len) {
		ssize_t n = write(c->out, c->unsent.text + sent,
			c->unsent.len - sent);

		if (n > 0)
			sent += (size_t)n;
		else if (n < 0 && errno == EINTR && !ended_by)
			continue;
		else {
			if (errno != EAGAIN && errno != EINTR)
				c->lost = true;
			break;
		}
	}
	memmove(c->unsent.text, c->unsent.text + sent, c->unsent.len - sent);
	strbuf_cut(&c->unsent, c->unsent.len - sent);
}

/* Before the terminal is given away, all is sent, or the line is stuck. */
static void
send_all(struct curses *c)
{
	int64_t until = clock_ticks() + LAST_WORDS;

	while (send_some(c), c->unsent.len > 0 && !c->lost) {
		struct pollfd fd = { .fd = c->out, .events = POLLOUT };
		int64_t left = until - clock_ticks();

		if (left <= 0 || (poll(&fd, 1, (int)left) < 0 && errno != EINTR))
			break;
	}
}

static attr_t
attributes(enum role role)
{
	const struct look *look = &theme_looks[role];

	return (look->attributes & LOOK_BOLD ? A_BOLD : 0) |
		(look->attributes & LOOK_DIM ? A_DIM : 0) |
		(look->attributes & LOOK_UNDERLINE ? A_UNDERLINE : 0) |
		(look->attributes & LOOK_REVERSE ? A_REVERSE : 0);
}

/*
 * Where libc and we differ on a width, the row would shift: a question mark
 * stands for such a character.
 */
static void
put_cell(const struct curses *c, int y, int x, const struct cell *cell, int width)
{
	wchar_t text[1 + CELL_MARKS + 1] = { 0 };
	cchar_t cc;
	short pair = (short)(theme_looks[cell->role].colour + 1);
	size_t n = 0;

	text[n++] = (wchar_t)cell->cp[0];
	if (wcwidth(text[0]) != width || (c->term.ascii && text[0] > 0x7E))
		text[0] = L'?';
	for (size_t i = 1; i < ARRAY_SIZE(cell->cp) && cell->cp[i]; i++)
		if (wcwidth((wchar_t)cell->cp[i]) == 0 && text[0] != L'?')
			text[n++] = (wchar_t)cell->cp[i];
	setcchar(&cc, text, attributes(cell->role), c->colours ? pair : 0, NULL);
	mvadd_wch(y, x, &cc);
	if (width == 2 && text[0] == L'?')
		mvadd_wch(y, x + 1, &cc);
}

static bool
cell_same(const struct cell *a, const struct cell *b)
{
	return a->role == b->role && memcmp(a->cp, b->cp, sizeof(a->cp)) == 0;
}

static void
copy_changed(struct curses *c, const struct grid *g)
{
	for (int y = 0; y < g->rows; y++)
		for (int x = 0; x < g->cols; x++) {
			const struct cell *cell = grid_cell(g, y, x);
			bool wide = x + 1 < g->cols && cell->cp[0] != 0 &&
				grid_cell(g, y, x + 1)->cp[0] == 0;

			if (cell->cp[0] != 0 &&
			    !(cell_same(cell, grid_cell(&c->shown, y, x)) &&
			    (!wide || grid_cell(&c->shown, y, x + 1)->cp[0] == 0)))
				put_cell(c, y, x, cell, 1 + wide);
		}
}

static void
copy_grid(struct grid *to, const struct grid *from)
{
	if (to->rows != from->rows || to->cols != from->cols)
		grid_resize(to, from->rows, from->cols);
	memcpy(to->cells, from->cells, sizeof(*to->cells) *
		(size_t)from->rows * (size_t)from->cols);
	to->cursor = from->cursor;
	to->cursor_y = from->cursor_y;
	to->cursor_x = from->cursor_x;
}

static void
curses_show(struct term *t, const struct grid *g)
{
	struct curses *c = (struct curses *)t;

	if (c->lost)
		return;
	/* The line still has the last frame: only the newest will follow. */
	if (c->unsent.len > 0) {
		copy_grid(&c->owed, g);
		c->owes = true;
		return;
	}
	if (g->rows != c->shown.rows || g->cols != c->shown.cols) {
		resizeterm(g->rows, g->cols);
		grid_resize(&c->shown, g->rows, g->cols);
		erase();
		c->redraw = true;
	}
	copy_changed(c, g);
	copy_grid(&c->shown, g);
	if (c->redraw)
		clearok(curscr, TRUE);
	c->redraw = false;
	move(g->cursor_y, g->cursor_x);
	curs_set(g->cursor);
	refresh();
	if (c->taken)
		strbuf_puts(&c->unsent, paste_on);
	c->taken = false;
	take_frame(c);
	send_some(c);
}

static void
show_owed(struct curses *c)
{
	if (c->unsent.len > 0 || !c->owes)
		return;
	c->owes = false;
	curses_show(&c->term, &c->owed);
}

/* --- Giving the terminal back, and taking it ---------------------------- */

static void
give_back(struct curses *c)
{
	if (c->lost)
		return;
	endwin();
	take_frame(c);
	strbuf_puts(&c->unsent, paste_off);
	send_all(c);
	tcsetattr(c->in, TCSADRAIN, &c->before);
}

static void
take(struct curses *c)
{
	set_raw(c);
	c->taken = c->redraw = true;
}

static void
curses_suspend(struct term *t)
{
	struct curses *c = (struct curses *)t;

	give_back(c);
	signal(SIGTSTP, SIG_DFL);
	kill(0, SIGTSTP);
	catch_signals();
	take(c);
}

static void
curses_redraw(struct term *t)
{
	((struct curses *)t)->redraw = true;
}

static void
curses_close(struct term *t)
{
	struct curses *c = (struct curses *)t;

	on_screen = NULL;
	xalloc_die_hook = NULL;
	give_back(c);
	release_signals();
	if (c->screen)
		delscreen(c->screen);
	if (c->stream)
		fclose(c->stream);	/* and memory with it */
	else if (c->memory >= 0)
		close(c->memory);
	if (c->out != STDOUT_FILENO && c->out >= 0)
		close(c->out);
	for (int i = 0; i < 2; i++)
		if (signals[i] >= 0) {
			close(signals[i]);
			signals[i] = -1;
		}
	grid_free(&c->shown);
	grid_free(&c->owed);
	strbuf_clear(&c->unsent);
	free(c);
}

/* The end for want of memory: the shell must not be left in raw mode. */
static void
on_die(void)
{
	if (on_screen)
		give_back(on_screen);
}

/* --- Keys --------------------------------------------------------------- */

static void
curses_size(struct term *t, int *rows, int *cols)
{
	measure((struct curses *)t, rows, cols);
}

/* What signals came; true if the screen must be drawn anew. */
static bool
take_signals(struct curses *c)
{
	unsigned char got[64];
	bool disturbed = false;
	ssize_t n;

	while ((n = read(signals[0], got, sizeof(got))) > 0)
		for (ssize_t i = 0; i < n; i++) {
			if (got[i] == SIGTSTP)
				curses_suspend(&c->term);
			else if (got[i] == SIGCONT)
				take(c);
			disturbed |= got[i] == SIGWINCH || got[i] == SIGTSTP ||
				got[i] == SIGCONT;
		}
	return disturbed;
}

static void
take_bytes(struct curses *c, short events)
{
	char bytes[1024];
	size_t room = keyin_room(&c->keys);
	ssize_t n;

	if (events & POLLIN) {
		n = read(c->in, bytes, room < sizeof(bytes) ? room : sizeof(bytes));
		if (n > 0) {
			keyin_put(&c->keys, bytes, (size_t)n);
			c->keys_at = clock_ticks();
		} else if (n == 0 || (errno != EINTR && errno != EAGAIN))
			c->lost = true;
	} else if (events & (POLLHUP | POLLERR | POLLNVAL))
		c->lost = true;
}

/* Has the rest of a sequence had its time to come? */
static bool
is_late(const struct curses *c)
{
	return c->keys.n > 0 && clock_ticks() - c->keys_at >= c->esc_delay;
}

/* The time for the next poll, -1 for as long as it takes. */
static int
poll_time(const struct curses *c, int64_t until)
{
	int64_t now = clock_ticks(), next = until;

	if (c->keys.n > 0 && (next < 0 || next > c->keys_at + c->esc_delay))
		next = c->keys_at + c->esc_delay;
	if (next < 0)
		return -1;
	return next <= now ? 0 : next - now > 60000 ? 60000 : (int)(next - now);
}

static int
wait_for_key(struct curses *c, int64_t until)
{
	for (;;) {
		struct pollfd fds[] = {
			{ .fd = c->in, .events = POLLIN },
			{ .fd = signals[0], .events = POLLIN },
			{ .fd = c->unsent.len > 0 ? c->out : -1, .events = POLLOUT },
		};
		int key = keyin_get(&c->keys, is_late(c));
		int n;

		if (key != K_NONE)
			return key;
		n = poll(fds, ARRAY_SIZE(fds), poll_time(c, until));
		if (n == 0 && until >= 0 && clock_ticks() >= until)
			return K_NONE;
		if (n > 0 && fds[0].revents)
			take_bytes(c, fds[0].revents);
		if (n > 0 && fds[2].revents) {
			send_some(c);
			show_owed(c);
		}
		if (take_signals(c))
			return K_RESIZE;
		if (c->lost || ended_by)
			return K_LOST;
	}
}

static int
curses_key(struct term *t, int64_t wait)
{
	struct curses *c = (struct curses *)t;
	int key = K_LOST;

	if (!c->lost && !ended_by)
		key = wait_for_key(c, wait < 0 ? -1 : clock_ticks() + wait);
	if (key == K_LOST)
		t->ended_by = ended_by ? ended_by : SIGHUP;
	return key;
}

static int64_t
curses_now(struct term *t)
{
	(void)t;
	return clock_ticks();
}

/* --- Opening ------------------------------------------------------------ */

static const struct term_ops curses_ops = {
	.size = curses_size,
	.show = curses_show,
	.key = curses_key,
	.now = curses_now,
	.suspend = curses_suspend,
	.redraw = curses_redraw,
	.close = curses_close,
};

static void
set_colours(struct curses *c)
{
	const char *no = getenv("NO_COLOR");

	if ((no && *no) || !has_colors())
		return;
	start_color();
	use_default_colors();
	c->colours = true;
	for (short colour = 0; colour < 8; colour++)
		init_pair((short)(colour + 1), colour, -1);
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

static bool
open_pipes(struct curses *c, struct err *err)
{
	c->memory = memfd_create("screen", MFD_CLOEXEC);
	if (c->memory >= 0)
		c->stream = fdopen(c->memory, "w");
	if (!c->stream || pipe2(signals, O_NONBLOCK | O_CLOEXEC) != 0 ||
	    tcgetattr(c->in, &c->before) != 0)
		return err_set(err, ERR_IO, _("The screen cannot be prepared: %s"),
			strerror(errno));
	return true;
}

static bool
can(const char *capability)
{
	char name[8], *text;

	snprintf(name, sizeof(name), "%s", capability);
	text = tigetstr(name);
	return text && text != (char *)-1;
}

static bool
start_curses(struct curses *c, struct err *err)
{
	const char *type = getenv("TERM");

	use_env(FALSE);
	c->screen = newterm(NULL, c->stream, stdin);
	if (!c->screen)
		return err_set(err, ERR_USAGE, _("The terminal type \"%s\" is "
			"unknown here; set TERM, for example to xterm"),
			type ? type : "");
	if (!can("cup") || !can("clear")) {
		endwin();
		take_frame(c);
		strbuf_reset(&c->unsent);
		return err_set(err, ERR_USAGE, _("The terminal type \"%s\" cannot "
			"place text; use commands such as \"liaison list\""),
			type ? type : "");
	}
	set_colours(c);
	leaveok(stdscr, FALSE);
	return true;
}

static int
esc_delay(void)
{
	const char *text = getenv("ESCDELAY");
	int ms = text ? atoi(text) : 0;

	return ms > 0 && ms <= ESC_DELAY_MAX ? ms : ESC_DELAY;
}

bool
term_open_curses(struct term **t, struct err *err)
{
	struct curses *c;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(err, ERR_NO_FILE, _("The screen needs a terminal; "
			"commands such as \"liaison list\" do not"));
	c = xcalloc(1, sizeof(*c));
	c->term.ops = &curses_ops;
	c->term.ascii = strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	c->in = STDIN_FILENO;
	c->out = -1;
	c->memory = -1;
	c->unsent = (struct strbuf)STRBUF_INIT;
	c->esc_delay = esc_delay();
	if (!open_pipes(c, err) || !start_curses(c, err)) {
		c->lost = true;
		curses_close(&c->term);
		return false;
	}
	c->out = open_output();
	ended_by = 0;
	catch_signals();
	take(c);
	on_screen = c;
	xalloc_die_hook = on_die;
	*t = &c->term;
	return true;
}
