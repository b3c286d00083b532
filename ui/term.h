/* SPDX-License-Identifier: GPL-3.0-or-later */
/* term.h - a terminal: it shows a grid and gives keys. Two kinds exist: one on a
 * real terminal through curses, one in memory that plays a script of keys. */
#ifndef UI_TERM_H
#define UI_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "ui/grid.h"

struct click;
struct paste;
struct term;

struct term_ops {
	void (*size)(struct term *t, int *rows, int *cols);
	void (*show)(struct term *t, const struct grid *g);
	int (*key)(struct term *t, int64_t wait);
	int64_t (*now)(struct term *t);
	void (*suspend)(struct term *t);
	bool (*lend)(struct term *t, void (*use)(void *arg), void *arg);
	void (*redraw)(struct term *t);
	void (*style)(struct term *t, const struct style *style);
	void (*title)(struct term *t, const char *title);
	void (*mouse)(struct term *t, bool on);
	void (*send)(struct term *t, const char *bytes, size_t len);
	void (*close)(struct term *t);
};

struct term {
	const struct term_ops *ops;
	bool ascii;		/* shows nothing beside ASCII */
	int esc_delay;		/* ms that the rest of a key may take; 0: as at
				 * first */
	const struct paste *pasted;	/* what K_PASTE brought, until the next
					 * key; else NULL or what it was */
	const struct click *click;	/* where K_CLICK was, until the next key */
	int ended_by;		/* the signal that asked to end, SIGHUP when the
				 * line is gone, or 0 */
};

/*
 * The terminal that stdin and stdout are; one whose type nobody knows here is taken
 * for an xterm. Fails NO_FILE when they are none, and USAGE when its type is too
 * simple to draw on.
 */
bool term_open_curses(struct term **t, struct err *err);

/* Does the locale say that nothing but ASCII is shown? None at all says nothing
 * (ui/main.c). */
bool term_speaks_ascii(void);

/*
 * A terminal in memory that plays the script (term_script.c says what it may
 * hold). A key comes 100 ms after the one before, when the program is done with
 * all it wants to do at once; its clock moves by these steps alone. After
 * the last key time passes until nothing moves; then it is lost. Fails INVALID,
 * naming row and column, when the script holds a name that is no key.
 */
bool term_open_script(struct term **t, const char *script, int rows, int cols,
	struct err *err);

/* Its size now; at least 1 by 1, at most GRID_MAX. */
void term_size(struct term *t, int *rows, int *cols);

/* Show the grid: what changed is written in one piece. */
void term_show(struct term *t, const struct grid *g);

/*
 * The next key, waiting at most wait ms (0: only if it is there; less: as long as
 * it takes). K_NONE when there is none, K_RESIZE when the size changed or the
 * screen was disturbed, K_LOST from then on when there will be no more.
 */
int term_key(struct term *t, int64_t wait);

/* A clock in ms by which waits are counted. */
int64_t term_now(struct term *t);

/* Give the screen back and stop, as ^Z does; returns when continued. */
void term_suspend(struct term *t);

/*
 * Give the terminal to something else meanwhile (an editor): use is called while it
 * is as it was at the start; then the screen is taken again, which may have another
 * size by then. False: there is none to give, and nothing was called.
 */
bool term_lend(struct term *t, void (*use)(void *arg), void *arg);

/* Write the whole screen anew at the next show. */
void term_redraw(struct term *t);

/* How roles look from the next show on; it begins as the terminal's own theme. */
void term_style(struct term *t, const struct style *style);

/* What the terminal is called from the next show on, if it is of a kind that has
 * the title it had come back. Titles stand in task bars and logs: no personal
 * data. */
void term_title(struct term *t, const char *title);

/* Ask for the mouse, or leave it to the terminal's own selecting. */
void term_mouse(struct term *t, bool on);

/*
 * Send a text, which must be clean (base/clean.h), to the clipboard of the terminal
 * (OSC 52 of xterm's control sequences; it is written only, never asked for). Whether
 * the terminal takes it is not known. RULE: it is longer than terminals take.
 */
enum { TERM_COPY_MOST = 48 * 1024 };
bool term_copy(struct term *t, const char *text, struct err *err);

/* Put the terminal back as it was, and free it. NULL is fine. */
void term_close(struct term *t);

#endif
