/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns.h - which fields of a kind a list shows in so many columns of the
 * screen, and how wide; and the words by which a record is called. */
#ifndef UI_COLUMNS_H
#define UI_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "src/record.h"
#include "ui/grid.h"

enum { COLUMNS_MAX = 16, COLUMNS_GAP = 2 };

struct column {
	size_t index;		/* of the field */
	int x, width;		/* from the left end of the row */
	bool right;		/* numbers stand at the right */
};

struct columns {
	struct column column[COLUMNS_MAX];
	size_t n;
};

/* The fields of kind.columns that fit, then further ones while there is room. The
 * column that names the record gets what is left. */
void columns_fit(struct columns *c, const struct kind *kind, int width);

/* The heading, with a mark at the field that the list is sorted by: sort is
 * "due", "-due" or "". */
void columns_heading(const struct columns *c, struct grid *g, struct area a,
	const struct kind *kind, const char *sort);

/* One row. */
void columns_row(const struct columns *c, struct grid *g, struct area a,
	const struct record *r, const char *zone, enum role role);

/* Append what a record is called: its title, or what stands for it. */
void columns_title(const struct record *r, const char *zone, struct strbuf *out);

#endif
