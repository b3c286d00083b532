/* SPDX-License-Identifier: GPL-3.0-or-later */
/* board.h - a section of a screen: a heading with its count, and lines that open
 * something: what to do or when, which record or party, in words, since when. */
#ifndef UI_BOARD_H
#define UI_BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/grid.h"
#include "ui/pane.h"

enum board_what {
	BOARD_RECORD,		/* opens is a ref */
	BOARD_ASKED,		/* ... the name of what another JIT asks, which is
				 * answered and is no record here */
	BOARD_PARTY,		/* ... the code of a party: its page */
	BOARD_NEWS,		/* ... the code of a party: what is new of it */
	BOARD_DRAFT,		/* ... the id of a draft */
	BOARD_LIST,		/* ... the name of a kind: the list of all */
	BOARD_NEW,		/* ... the name of a kind: a form for a new one */
	BOARD_SCREEN,		/* ... the name of a screen (ui/screens.h) */
	BOARD_HINT,		/* opens nothing */
};

struct board_line {
	enum board_what what;
	bool alarm;		/* marked with a sign */
	bool waits;		/* for the viewer, who can answer it */
	char *lead;		/* when, what to do */
	char *name;		/* ref, code */
	char *text;
	char *tail;		/* at the right, where there is room */
	char *opens;
	char *part;		/* ref of a comment that can be taken off, or of a
				 * notice; or NULL */
	bool whole;		/* on a page the text goes on in further lines */
	bool told;		/* it is a notice, done with once it is read */
};

struct board {
	char *heading;
	int64_t total;		/* in the heading; -1: not known yet */
	int64_t all;		/* lines that there would be, if they all were here */
	bool at_least;
	struct board_line *lines;
	size_t n, room;
	int lead, name, tail;	/* widths of the columns, 0: none */
};

/* Begin anew; a board begins as { 0 }. */
void board_begin(struct board *b, const char *heading, int64_t total,
	bool at_least);

/* Add a line; the texts change owners and may be NULL. */
struct board_line *board_add(struct board *b, const struct board_line *line);

/* Add a sentence that stands where there are no lines. */
void board_hint(struct board *b, const char *text);

/* The columns are as wide as what stands in them, within reason. */
void board_measure(struct board *b);
void board_clear(struct board *b);

bool board_opens(const struct board_line *line);

/* Draw the heading; a line, in one row of the area. */
void board_draw_heading(const struct board *b, struct grid *g, struct area a);
void board_draw_line(const struct board *b, const struct board_line *line,
	struct grid *g, struct area a, bool on);

/* The same as a section of a pane, a row for each line. */
void board_put(const struct board *b, struct pane *p);

#endif
