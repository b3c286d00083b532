/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * term_curses.c - a real terminal, see term.h; the only file that knows curses.
 *
 * curses finds the cheapest way from one screen to the next, no more: it writes
 * into a file in memory, and each frame goes out from there in one write. Keys,
 * modes, signals and size are tty.c's, so that a line that is slow, stopped or
 * gone is noticed in one place.
 */
#include <errno.h>
#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "ui/term.h"
#include "ui/tty.h"
#include "ui/xterm.h"
#include "base/banned.h"

struct curses {
	struct term term;
	struct tty tty;
	SCREEN *screen;
	FILE *memory;		/* what curses writes into */
	struct grid shown;	/* what curses was told */
	struct grid owed;	/* what comes when the line takes more */
	cchar_t run[GRID_MAX];	/* part of a row on its way to curses */
	bool owes, redraw;
	struct xterm xterm;
	bool started;		/* curses was told that there will be colours */
	struct style style;
	struct dress {
		attr_t attributes;
		short pair;
	} dress[ROLE_N];	/* what curses is told of each role */
	int pairs[ROLE_N + 1];	/* the colour of each pair, from 1 on */
	short n_pairs;
};

static struct curses *on_screen;

/* --- Drawing ------------------------------------------------------------ */

/* What curses wrote since the last time is taken out of the file in memory. */
static void
take_frame(struct curses *c, struct strbuf *frame)
{
	int fd = fileno(c->memory);
	off_t end = lseek(fd, 0, SEEK_CUR);
	char part[4096];
	ssize_t n;

	for (off_t at = 0; at < end; at += n) {
		n = pread(fd, part, end - at < (off_t)sizeof(part) ?
			(size_t)(end - at) : sizeof(part), at);
		if (n <= 0)
			break;
		strbuf_add(frame, part, (size_t)n);
	}
	/* What stands there is written over: its pages serve again. */
	lseek(fd, 0, SEEK_SET);
}

/* Most characters are these, whose width nobody need ask for. */
static bool
is_plain(int32_t cp)
{
	return cp >= 0x20 && cp <= 0x7E;
}

/*
 * What curses is told of a cell of that width; returns how many characters that
 * are. Where libc and we differ on a width, the row would shift: a question mark
 * stands for each column of such a character.
 */
static int
put_cell(const struct curses *c, bool ascii, const struct cell *cell, int width,
	cchar_t *out)
{
	wchar_t text[1 + CELL_MARKS + 1] = { 0 };
	const struct dress *dress = &c->dress[cell->role];
	size_t n = 0;
	bool plain = is_plain(cell->cp[0]);

	text[n++] = (wchar_t)cell->cp[0];
	if (plain ? width != 1 : ascii || wcwidth(text[0]) != width)
		text[0] = L'?';
	for (size_t i = 1; i < ARRAY_SIZE(cell->cp) && cell->cp[i]; i++)
		if (wcwidth((wchar_t)cell->cp[i]) == 0 && text[0] != L'?')
			text[n++] = (wchar_t)cell->cp[i];
	setcchar(&out[0], text, dress->attributes, dress->pair, NULL);
	if (width == 1 || text[0] != L'?')
		return 1;
	out[1] = out[0];
	return 2;
}

static bool
is_same(const struct cell *a, const struct cell *b, int cells)
{
	return memcmp(a, b, (size_t)cells * sizeof(*a)) == 0;
}

/* Does the character that has this cell, or half of it, stand there already? */
static bool
is_shown(const struct cell *row, const struct cell *shown, int x, int cols)
{
	return is_same(&row[x], &shown[x], 1) && (x + 1 == cols ||
		(row[x + 1].cp[0] == 0) == (shown[x + 1].cp[0] == 0));
}

/* Most rows stay as they were, whatever was pressed. Of one that did not, curses is
 * told what changed in pieces, which costs it less than one by one. */
static void
copy_row(struct curses *c, const struct grid *g, int y)
{
	const struct cell *row = grid_cell(g, y, 0);
	struct cell *shown = grid_cell(&c->shown, y, 0);

	if (is_same(row, shown, g->cols))
		return;
	for (int x = 0; x < g->cols; x++) {
		int from = x, n = 0;

		for (; x < g->cols && !is_shown(row, shown, x, g->cols); x++) {
			bool wide = x + 1 < g->cols && row[x + 1].cp[0] == 0;

			if (row[x].cp[0] == 0)	/* comes with its left half */
				continue;
			if (n == 0)
				from = x;
			n += put_cell(c, g->ascii, &row[x], 1 + wide, &c->run[n]);
		}
		if (n > 0)
			mvadd_wchnstr(y, from, c->run, n);
	}
	memcpy(shown, row, (size_t)g->cols * sizeof(*row));
}

static void
copy_grid(struct grid *to, const struct grid *from)
{
	if (to->rows != from->rows || to->cols != from->cols)
		grid_resize(to, from->rows, from->cols);
	memcpy(to->cells, from->cells, sizeof(*to->cells) *
		(size_t)from->rows * (size_t)from->cols);
	to->ascii = from->ascii;
	to->cursor = from->cursor;
	to->cursor_y = from->cursor_y;
	to->cursor_x = from->cursor_x;
}

/* Tell curses of all that changed. */
static void
copy_to_curses(struct curses *c, const struct grid *g)
{
	if (g->rows != c->shown.rows || g->cols != c->shown.cols) {
		resizeterm(g->rows, g->cols);
		grid_resize(&c->shown, g->rows, g->cols);
		erase();
		c->redraw = true;
	}
	for (int y = 0; y < g->rows; y++)
		copy_row(c, g, y);
	if (c->redraw)
		clearok(curscr, TRUE);
	c->redraw = false;
	move(g->cursor_y, g->cursor_x);
	curs_set(g->cursor);
}

static void
curses_show(struct term *t, const struct grid *g)
{
	struct curses *c = (struct curses *)t;
	struct strbuf frame = STRBUF_INIT;

	/* The line still has the last frame: only the newest will follow. */
	if (tty_is_behind(&c->tty)) {
		copy_grid(&c->owed, g);
		c->owes = true;
		return;
	}
	copy_to_curses(c, g);
	refresh();
	take_frame(c, &frame);
	xterm_frame(&c->xterm, &frame);
	tty_send(&c->tty, frame.text, frame.len);
	strbuf_clear(&frame);
}

static void
show_owed(struct curses *c)
{
	if (!c->owes)
		return;
	c->owes = false;
	curses_show(&c->term, &c->owed);
}

/* --- Giving the terminal back, and taking it ---------------------------- */

static void
leave_screen(struct curses *c)
{
	struct strbuf frame = STRBUF_INIT;

	endwin();
	take_frame(c, &frame);
	xterm_leave(&c->xterm, &frame);
	tty_send(&c->tty, frame.text, frame.len);
	strbuf_clear(&frame);
}

static void
take(struct curses *c)
{
	tty_take(&c->tty);
	c->redraw = true;
}

static void
curses_title(struct term *t, const char *title)
{
	xterm_title(&((struct curses *)t)->xterm, title);
}

static void
curses_mouse(struct term *t, bool on)
{
	((struct curses *)t)->xterm.mouse = on;
}

static void
curses_suspend(struct term *t)
{
	struct curses *c = (struct curses *)t;

	leave_screen(c);
	tty_release(&c->tty);
	tty_stop();
	take(c);
}

static void
curses_send(struct term *t, const char *bytes, size_t len)
{
	tty_send(&((struct curses *)t)->tty, bytes, len);
}

static bool
curses_lend(struct term *t, void (*use)(void *arg), void *arg)
{
	struct curses *c = (struct curses *)t;

	leave_screen(c);
	tty_release(&c->tty);
	use(arg);
	take(c);
	return true;
}

static void
curses_redraw(struct term *t)
{
	((struct curses *)t)->redraw = true;
}

/* --- Looks -------------------------------------------------------------- */

static attr_t
attributes(const struct look *look)
{
	return (look->attributes & LOOK_BOLD ? A_BOLD : 0) |
		(look->attributes & LOOK_DIM ? A_DIM : 0) |
		(look->attributes & LOOK_UNDERLINE ? A_UNDERLINE : 0) |
		(look->attributes & LOOK_REVERSE ? A_REVERSE : 0);
}

/* One pair for each colour: between two of the same, curses would write it again. */
static short
pair_of(struct curses *c, int colour)
{
	short pair = 1;

	if (colour == COLOUR_DEFAULT)
		return 0;
	while (pair <= c->n_pairs && c->pairs[pair] != colour)
		pair++;
	if (pair > c->n_pairs) {
		c->pairs[pair] = colour;
		c->n_pairs = pair;
		init_pair(pair, (short)colour, -1);
	}
	return pair;
}

/* A terminal that was told of no colour is not told of their end either: so curses
 * hears of colours when there are some. */
static void
dress(struct curses *c)
{
	int colours = 0;

	if (c->style.theme != THEME_MONO && !c->started && has_colors()) {
		start_color();
		use_default_colors();
		c->started = true;
	}
	if (c->style.theme != THEME_MONO && c->started)
		colours = COLORS;
	c->n_pairs = 0;
	for (int role = 0; role < ROLE_N; role++) {
		struct look look = theme_look(&c->style, (enum role)role,
			colours);

		c->dress[role].attributes = attributes(&look);
		c->dress[role].pair = pair_of(c, look.colour);
	}
}

static void
curses_style(struct term *t, const struct style *style)
{
	struct curses *c = (struct curses *)t;

	if (memcmp(&c->style, style, sizeof(*style)) == 0)
		return;
	c->style = *style;
	dress(c);
	/* Curses is told all anew. */
	if (c->shown.cells)
		grid_resize(&c->shown, 1, 1);
}

static void
curses_close(struct term *t)
{
	struct curses *c = (struct curses *)t;

	on_screen = NULL;
	xalloc_die_hook = NULL;
	if (c->screen) {
		leave_screen(c);
		delscreen(c->screen);
	}
	tty_close(&c->tty);
	if (c->memory)
		fclose(c->memory);
	grid_free(&c->shown);
	grid_free(&c->owed);
	free(c);
}

/* The end for want of memory: the shell must not be left in raw mode. */
static void
on_die(void)
{
	if (on_screen) {
		leave_screen(on_screen);
		tty_release(&on_screen->tty);
	}
}

/* --- Keys --------------------------------------------------------------- */

static void
curses_size(struct term *t, int *rows, int *cols)
{
	tty_size(&((struct curses *)t)->tty, rows, cols);
}

static int
curses_key(struct term *t, int64_t wait)
{
	struct curses *c = (struct curses *)t;
	int64_t until = wait < 0 ? -1 : clock_ticks() + wait;
	int key;

	if (t->esc_delay > 0)
		c->tty.esc_delay = t->esc_delay;
	while ((key = tty_wait(&c->tty, until)) == TTY_SENT)
		show_owed(c);
	if (key == TTY_STOP)
		curses_suspend(t);
	else if (key == TTY_CONTINUE)
		take(c);
	else if (key == K_LOST)
		t->ended_by = tty_signal() ? tty_signal() : SIGHUP;
	return key == TTY_STOP || key == TTY_CONTINUE ? K_RESIZE : key;
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
	.lend = curses_lend,
	.redraw = curses_redraw,
	.style = curses_style,
	.title = curses_title,
	.mouse = curses_mouse,
	.send = curses_send,
	.close = curses_close,
};

/* What the terminal's description has for it, or NULL. */
static const char *
capability(const char *of)
{
	char name[8], *text;

	snprintf(name, sizeof(name), "%s", of);
	text = tigetstr(name);
	return text && text != (char *)-1 ? text : NULL;
}

bool
term_speaks_ascii(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *locale = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(names) && !locale; i++) {
		locale = getenv(names[i]);
		if (locale && !*locale)
			locale = NULL;
	}
	return strcmp(nl_langinfo(CODESET), "UTF-8") != 0 || (locale &&
		(strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0));
}

/*
 * Begin curses for what TERM says, and its name. A type that is not set, or of which
 * this host has no description, is most likely newer than the host: all that came of
 * late speak as xterm does.
 */
static const char *
start_as(struct curses *c)
{
	static const char *const instead[] = { "xterm-256color", "xterm", "vt100" };
	const char *type = getenv("TERM");

	if (type && *type)
		c->screen = newterm(type, c->memory, stdin);
	for (size_t i = 0; i < ARRAY_SIZE(instead) && !c->screen; i++) {
		type = instead[i];
		c->screen = newterm(type, c->memory, stdin);
	}
	return type;
}

/* Begin curses on a file in memory. */
static bool
start_curses(struct curses *c, struct err *err)
{
	const char *type;
	int fd = memfd_create("screen", MFD_CLOEXEC);

	c->memory = fd < 0 ? NULL : fdopen(fd, "w");
	if (!c->memory)
		return err_set(err, ERR_IO, _("The screen cannot be prepared: %s"),
			strerror(errno));
	type = start_as(c);
	if (!c->screen || !capability("cup") || !capability("clear"))
		return err_set(err, ERR_USAGE, _("The screen cannot be drawn on a "
			"terminal of type \"%s\"; set TERM to what it is, or use "
			"commands such as \"liaison list\""), type);
	/* It need not look for keys while it draws: they are not its to read. */
	typeahead(-1);
	xterm_init(&c->xterm, type, capability("smcup"));
	dress(c);
	return true;
}

bool
term_open_curses(struct term **t, struct err *err)
{
	struct curses *c = xcalloc(1, sizeof(*c));

	c->term.ops = &curses_ops;
	c->term.ascii = term_speaks_ascii();
	if (!tty_open(&c->tty, err)) {
		free(c);
		return false;
	}
	if (!start_curses(c, err)) {
		curses_close(&c->term);
		return false;
	}
	on_screen = c;
	xalloc_die_hook = on_die;
	c->term.pasted = &c->tty.keys.paste;
	c->term.click = &c->tty.keys.click;
	*t = &c->term;
	return true;
}
