/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane_table.h - rows of a pane whose cells stand below each other; where there is
 * no room for that, each row as a text of its own. */
#ifndef UI_PANE_TABLE_H
#define UI_PANE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/pane.h"

enum { TABLE_MOST = 12 };	/* columns */

struct table_cell {
	char *text;
	enum role role;
};

struct pane_table {
	size_t columns;
	bool right[TABLE_MOST];	/* numbers stand at the right */
	bool firm[TABLE_MOST];	/* cut only when the others gave all they had */
	char *heads[TABLE_MOST];
	struct table_row {
		struct table_cell cells[TABLE_MOST];
		char *opens, *value;
		char *itself;	/* pane_row_itself */
		struct table_cell *notes;	/* lines beneath it */
		size_t n_notes;
	} *rows;
	size_t n, room;
};

/* Name the next column; NULL: without a name. A table begins as { 0 }. */
void table_column(struct pane_table *t, const char *head, bool right);

/* What stands in the column named last, dates or numbers, says something else where it is
 * cut: others give way before it. */
void table_firm(struct pane_table *t);

/* Add a row; what is said after that is of it. Both texts may be NULL. */
void table_row(struct pane_table *t, const char *opens, const char *value);
void table_cell(struct pane_table *t, size_t column, const char *text,
	enum role role);
void table_itself(struct pane_table *t, const char *ref);
void table_note(struct pane_table *t, const char *text, enum role role);

/* Write it into the pane, indented, and free it. Columns without any text are left
 * out; heads are if no column has one. */
void table_put(struct pane_table *t, struct pane *p, int indent);

#endif
