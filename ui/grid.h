/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grid.h - a screen of cells in memory: views write texts into it, a terminal
 * shows it, a test reads it. Every text passes the one sanitiser here. */
#ifndef UI_GRID_H
#define UI_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/strbuf.h"
#include "ui/theme.h"

enum {
	CELL_MARKS = 4,		/* combining marks beside the base character */
	GRID_MAX = 1000,	/* rows or columns; a terminal that says more errs */
	GRID_TARGETS = 64,	/* places to click */
	GRID_CHOICES = 2,	/* areas of rows */
};

struct cell {
	int32_t cp[1 + CELL_MARKS];	/* ended by 0; none: right half */
	int32_t role;			/* enum role; no byte of a cell is unused, so
					 * that rows compare as bytes */
};

/* A part of the screen, given to who draws in it. */
struct area {
	int y, x, rows, cols;
};

struct grid {
	int rows, cols;
	struct cell *cells;	/* rows * cols of them, row by row */
	bool ascii;		/* the terminal shows nothing else */
	bool plain;		/* for screen readers: no frames, no rules */
	bool hid;		/* set by grid_put when it hid or replaced something */
	bool cursor;		/* is there a cursor to be seen, ... */
	int cursor_y, cursor_x;	/* ... and where it stands either way */
	int selected_y, selected_x;	/* the selected row drawn last; or y -1 */
	struct area choices[GRID_CHOICES];	/* in which its like stand, for clicks */
	size_t n_choices;
	bool mouse;		/* clicks come */
	struct grid_target {
		int y, x, width;
		int key;
	} targets[GRID_TARGETS];
	size_t n_targets;
};

/* Give it a size (1 to GRID_MAX each way) and make it blank. A grid begins as { 0 }. */
void grid_resize(struct grid *g, int rows, int cols);
void grid_erase(struct grid *g);
void grid_free(struct grid *g);

/* The cell at a place; it must be inside. */
struct cell *grid_cell(const struct grid *g, int y, int x);

/*
 * Write text from (y, x) on in at most width columns, cut between characters with
 * an ellipsis if it is longer. The text may be anything (of any length, invalid,
 * hostile): what is written is clean (base/clean.h). Parts outside of the grid are
 * left out. Returns the columns that were used.
 */
int grid_put(struct grid *g, int y, int x, int width, const char *text,
	enum role role);

/* The same at the right end of the width. */
int grid_put_right(struct grid *g, int y, int x, int width, const char *text,
	enum role role);

/* The same for a part of a text that is already clean and fits: no ellipsis. */
int grid_put_clean(struct grid *g, int y, int x, int width, const char *text,
	size_t len, enum role role);

/* Printed text, width columns at most. */
int grid_printf(struct grid *g, int y, int x, int width, enum role role,
	const char *fmt, ...) PRINTF_LIKE(6, 7);

/* Blank columns (of ROLE_SELECTED: there the selected row begins); and a role for
 * columns that have their text. */
void grid_fill(struct grid *g, int y, int x, int width, enum role role);
void grid_role(struct grid *g, int y, int x, int width, enum role role);

/* A line across; on a plain screen blanks. */
void grid_rule(struct grid *g, int y, int x, int width, enum role role);

/* In this area rows can be selected by a click; headings may stand between. Of several
 * the first is the one that arrows go through first. */
void grid_choices(struct grid *g, struct area a);

/* A click there types a key. What is drawn over it takes that back: all that was
 * drawn so far is no target and not selected any more. */
void grid_target(struct grid *g, int y, int x, int width, int key);
void grid_cover(struct grid *g);

/* The key that a click types, K_NONE if there is no target. */
int grid_clicked(const struct grid *g, int y, int x);

/* Append the screen as text: lines without blanks at their ends. */
void grid_text(const struct grid *g, struct strbuf *out);

#endif
