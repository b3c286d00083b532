/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pasted_view.h - a pasted table on the screen; for view_pasted.c, which runs it, and
 * pasted_draw.c, which draws it. */
#ifndef UI_PASTED_VIEW_H
#define UI_PASTED_VIEW_H

#include "ui/pasted.h"
#include "ui/view.h"

struct pasted_view {
	struct view view;
	struct pasted pasted;
	size_t row, column;	/* under the cursor */
	size_t top, left;	/* first row and column that are seen */
	int height;		/* rows that are seen, at the last drawing */
	size_t cut;		/* bytes of the text that never came */
	/* Rows are for a table below; NULL: Enter saves them. */
	void (*taken)(struct view *owner, const struct record *rows, size_t n);
};

void pasted_draw(struct view *v, struct grid *g, struct area a);

/* Append what a column becomes: the label of its field. */
void pasted_column_name(const struct pasted *p, size_t column,
	struct strbuf *out);

#endif
