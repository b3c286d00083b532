/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane.h - a text of a screen with places in it: names and values, tables, long
 * text, under headings. Made once for a width, drawn from any line on. Its rows
 * are what a cursor stands on: a value, a part, a link. */
#ifndef UI_PANE_H
#define UI_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/grid.h"

enum { PANE_GAP = 2 };		/* columns between two cells */

#define PANE_NO_ROW ((size_t)-1)

struct pane {
	struct pane_line {
		struct pane_bit {
			int x;
			char *text;	/* clean; fits */
			enum role role;
		} *bits;	/* from left to right */
		size_t n;
		size_t row;	/* that it belongs to; or PANE_NO_ROW */
		bool heading;	/* a section begins */
	} *lines;
	size_t n, room;
	struct pane_row {
		size_t first, n;	/* lines */
		char *opens;	/* ref or uid of what Enter opens; or NULL */
		char *itself;	/* of a link or what names: its own ref; or NULL */
		char *value;	/* as it is kept, not clean; or NULL */
	} *rows;
	size_t n_rows, rows_room;
	bool in_row;		/* lines that are added belong to the last row */
	char *title;		/* of who made it; or NULL */
	int width, label_width;
	bool ascii;
};

/* Begin anew for a width. A pane begins as { 0 }. */
void pane_begin(struct pane *p, int width, bool ascii);
void pane_clear(struct pane *p);

/* Make room for labels as wide as this one, within reason. */
void pane_label(struct pane *p, const char *label);

/* A heading, after a blank line: a row is over with it. count below 0: it has none. */
void pane_heading(struct pane *p, const char *text, long count);

/* The lines from here on are of a row; or of none again. Both texts are copied
 * and may be NULL. */
void pane_row(struct pane *p, const char *opens, const char *value);
void pane_row_end(struct pane *p);

/* What leads from the last row to what it opens: the ref of a link. Copied. */
void pane_row_itself(struct pane *p, const char *ref);

/* Add lines: a text, wrapped, beside a label (either may be NULL). */
void pane_add(struct pane *p, const char *label, const char *text,
	enum role role);

/* Add a line that is blank yet. */
void pane_line(struct pane *p);

/* Put a text into the last line from x on: in one line, cut with an ellipsis; or
 * wrapped, on further lines as far as it needs. Returns the columns used. */
int pane_put(struct pane *p, int x, int width, const char *text,
	enum role role);
void pane_flow(struct pane *p, int x, const char *text, enum role role);

/* The same of what somebody said: whom it calls upon (src/mention.h) stands out. */
void pane_flow_said(struct pane *p, int x, const char *text);

/* Append a text as a pane shows it: clean, in one line. True when something of it
 * was hidden or replaced. */
struct strbuf;
bool pane_clean(const struct pane *p, const char *text, struct strbuf *out);

/* Draw the lines from first on. */
void pane_draw(const struct pane *p, struct grid *g, struct area a,
	size_t first);

#endif
