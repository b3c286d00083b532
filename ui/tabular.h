/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tabular.h - rows in aligned columns, for plain output. */
#ifndef UI_TABULAR_H
#define UI_TABULAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct tabular;

enum {
	TABULAR_GAP = 2,	/* blanks between columns */
	TABULAR_ALIGN = 40,	/* no column is padded to more than this */
};

/*
 * A table that fits width columns of a terminal, cutting cells with a sign;
 * width 0: no terminal, and nothing is cut. Widths are those of the first rows
 * that are put, so that a table of any length takes little memory: later cells
 * that are wider are cut, or push the rest of their row aside.
 */
struct tabular *tabular_new(int width);
void tabular_free(struct tabular *t);

/* Add a column, before the first cell. Numbers stand at the right. */
void tabular_column(struct tabular *t, const char *heading, bool right);

/* A table of these columns, none of numbers; the headings end with NULL. */
struct tabular *tabular_with(int width, const char *const *headings);

/* The next cell, row after row; text from wherever is made harmless
 * (base/clean.h), NULL is empty. */
void tabular_cell(struct tabular *t, const char *text);

/* Append the rows gathered so far, the headings before the first of all, and
 * forget them. */
void tabular_put(struct tabular *t, struct strbuf *out);

#endif
