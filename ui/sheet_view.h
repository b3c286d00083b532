/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_view.h - many rows on the screen; for view_sheet.c, which runs them, and
 * sheet_draw.c, which draws them. */
#ifndef UI_SHEET_VIEW_H
#define UI_SHEET_VIEW_H

#include "ui/edit.h"
#include "ui/sheet.h"
#include "ui/view.h"

struct sheet_view {
	struct view view;
	struct sheet sheet;
	size_t row, column;	/* of the cell under the cursor */
	size_t top, left;	/* first row and column that are seen */
	int height;		/* rows that are seen, at the last drawing */
	struct edit edit;	/* what is typed into the cell */
	bool was_meant;		/* the row, when the cell was entered */
	bool fresh;		/* nothing was yet: typing replaces what is there */
	bool asked;		/* which of several records is meant */
	char *before;		/* what stood there then; owned */
	int64_t kept_at, checked_at;	/* term_now of the last key looked at */
	bool over;		/* saved: nothing is left to keep */
};

/* The field of the cell under the cursor. */
static inline size_t
sheet_view_index(const struct sheet_view *v)
{
	return v->sheet.columns.field[v->column].index;
}

static inline const struct field *
sheet_view_field(const struct sheet_view *v)
{
	return kind_field(v->sheet.kind, sheet_view_index(v));
}

static inline struct sheet_row *
sheet_view_row(const struct sheet_view *v)
{
	return &v->sheet.rows.row[v->row];
}

/* --- sheet_cell.c ------------------------------------------------------- */

/* Begin with the cell under the cursor as it stands in the row. */
void sheet_view_enter(struct sheet_view *v);

/* Put what is typed into the row, and ask the desk. */
void sheet_view_put(struct sheet_view *v);

/* The cell is left. False: words in it mean several records, and a person is asked
 * which. */
bool sheet_view_leave(struct sheet_view *v);

/* A row that is like the one above, number apart, is taken as it is. False, and
 * said: nothing stands in it. */
bool sheet_view_mean(struct sheet_view *v);

bool sheet_view_key(struct view *v, int key);
void sheet_view_run_next_row(struct view *v, int key);
void sheet_view_run_cell(struct view *v, int key);
void sheet_view_run_row(struct view *v, int key);
void sheet_view_run_choose(struct view *v, int key);

/* --- sheet_rows.c ------------------------------------------------------- */

void sheet_view_run_above(struct view *v, int key);
void sheet_view_run_fill_down(struct view *v, int key);
void sheet_view_run_drop(struct view *v, int key);
void sheet_view_run_take_back(struct view *v, int key);
void sheet_view_run_columns(struct view *v, int key);

/* --- sheet_draw.c ------------------------------------------------------- */

void sheet_draw(struct view *v, struct grid *g, struct area a);

#endif
