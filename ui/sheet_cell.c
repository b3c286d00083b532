/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_cell.c - the cell that is typed into, and how it is left for another one;
 * see sheet_view.h. */
#include "ui/sheet_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/cell.h"
#include "ui/key.h"
#include "ui/view_memo.h"
#include "base/banned.h"

/* --- The cell under the cursor ------------------------------------------ */

void
sheet_view_enter(struct sheet_view *v)
{
	const char *text = sheet_text(&v->sheet, v->row, sheet_view_index(v));

	edit_set(&v->edit, text);
	v->edit.lines = sheet_view_field(v)->type == FIELD_LONG;
	free(v->before);
	v->before = xstrdup(text);
	v->was_meant = sheet_view_row(v)->meant;
	v->fresh = true;
	v->asked = false;
}

/* What is typed goes into the row, and the desk says what it thinks of it. */
void
sheet_view_put(struct sheet_view *v)
{
	struct err err = ERR_INIT;

	if (!v->fresh)
		sheet_type(&v->sheet, v->row, sheet_view_index(v),
			v->edit.text.text);
	if (!sheet_check(&v->sheet, v->row, &err))
		app_fail(v->view.app, &err);
}

static void
code_picked(struct view *owner, int64_t tag)
{
	struct sheet_view *v = (struct sheet_view *)owner;

	cell_take_code(sheet_view_field(v), &v->edit, tag);
	v->fresh = false;
	sheet_view_put(v);
}

static void
ref_picked(struct view *owner, const char *ref)
{
	struct sheet_view *v = (struct sheet_view *)owner;

	edit_set(&v->edit, ref);
	v->fresh = false;
	sheet_view_put(v);
}

/* The cell is left. False: words in it mean several records, and a person is
 * asked which. */
bool
sheet_view_leave(struct sheet_view *v)
{
	const struct field *f = sheet_view_field(v);

	if (v->fresh)
		return true;
	cell_finish(f, &v->edit);
	bool several = cell_find(v->view.app->desk, f, &v->edit) ==
		CELL_SEVERAL;

	sheet_view_put(v);
	/* Who does not say is told that it is a fault, and goes on. */
	several = several && !v->asked;
	v->asked = true;
	if (several)
		cell_choose(v->view.app, f, v->edit.text.text,
			code_picked, ref_picked);
	return !several;
}

static void
go_to(struct sheet_view *v, size_t row, size_t column)
{
	if (!sheet_view_leave(v))
		return;
	v->row = row;
	v->column = column;
	sheet_view_enter(v);
}

bool
sheet_view_key(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	bool text = key_is_text(k);

	if (k == K_ENTER || k == K_TAB || (v->fresh &&
	    (k == K_LEFT || k == K_RIGHT || k == K_F1 + 6)))
		return false;
	if (sheet_view_row(v)->ref && (text || k == K_BACKSPACE || k == K_DELETE)) {
		app_say(view->app, ROLE_HINT, _("This row is saved; it is "
			"changed in the list."));
		return true;
	}
	/* Typing replaces what was taken from above; Home, End and Backspace
	 * change it. */
	if (v->fresh && (text || k == K_DELETE))
		edit_replace(&v->edit, "");
	if (!edit_key(&v->edit, k))
		return false;
	v->fresh = v->asked = false;
	return true;
}

/* --- Going about -------------------------------------------------------- */

/* Where the work on a new row begins: at what was typed in the one above, but for a
 * number that has counted on by itself. */
static size_t
first_to_type(const struct sheet_view *v, size_t row)
{
	const struct sheet *s = &v->sheet;
	size_t at = columns_choice_find(&s->columns, s->kind->title);

	for (size_t c = 0; row > 0 && c < s->columns.n; c++) {
		size_t index = s->columns.field[c].index;
		bool counted = *sheet_text(s, row, index) &&
			(kind_field(s->kind, index)->flags & FIELD_UNIQUE);

		if (s->rows.row[row - 1].own[index] && !counted)
			return c;
	}
	return at < s->columns.n ? at : 0;
}

static bool
add_row(struct sheet_view *v)
{
	if (v->sheet.rows.n < DESK_MANY_MOST) {
		sheet_add_like(&v->sheet);
		return true;
	}
	app_say(v->view.app, ROLE_WARNING, _("One act holds no more rows: save "
		"these first."));
	return false;
}

/* A row that is like the one above, number apart, is taken as it is. */
bool
sheet_view_mean(struct sheet_view *v)
{
	struct sheet_row *r = sheet_view_row(v);
	size_t index = sheet_view_index(v);

	if (r->meant)
		return true;
	for (size_t i = 0; i < kind_n(v->sheet.kind); i++)
		if (record_text(&r->typed, i)) {
			sheet_type(&v->sheet, v->row, index,
				sheet_text(&v->sheet, v->row, index));
			sheet_view_put(v);
			return true;
		}
	app_say(v->view.app, ROLE_HINT, _("Nothing is typed in this row."));
	return false;
}

void
sheet_view_run_next_row(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	bool last = v->row + 1 == v->sheet.rows.n;

	(void)k;
	if (!sheet_view_leave(v) || !sheet_view_mean(v) || (last && !add_row(v)))
		return;
	/* It is left; what the desk counted on is not typed. */
	v->fresh = true;
	go_to(v, v->row + 1, last ? first_to_type(v, v->row + 1) : v->column);
}

void
sheet_view_run_cell(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	bool forth = k == K_TAB || k == K_RIGHT;

	if (forth && v->column + 1 < v->sheet.columns.n)
		go_to(v, v->row, v->column + 1);
	else if (!forth && v->column > 0)
		go_to(v, v->row, v->column - 1);
	else if (k == K_TAB)
		sheet_view_run_next_row(view, k);
	else if (k == K_BACKTAB && v->row > 0)
		go_to(v, v->row - 1, v->sheet.columns.n - 1);
}

void
sheet_view_run_row(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	size_t page = k == K_PGUP || k == K_PGDN ? (size_t)v->height : 1;
	size_t last = v->sheet.rows.n - 1, column = v->column;

	if (k == K_UP || k == K_PGUP)
		go_to(v, v->row > page ? v->row - page : 0, column);
	else if (v->row < last)
		go_to(v, v->row + page < last ? v->row + page : last, column);
	else if (k == K_DOWN && sheet_view_leave(v) && sheet_view_row(v)->meant &&
	    add_row(v)) {
		v->fresh = true;
		go_to(v, v->row + 1, column);
	}
}

void
sheet_view_run_choose(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	const struct field *f = sheet_view_field(v);

	(void)k;
	if (f->type == FIELD_LONG) {
		v->fresh = false;
		view_memo_open(view->app, _(f->label), &v->edit,
			false);
	} else if (!cell_choose(view->app, f, v->fresh ? "" :
	    v->edit.text.text, code_picked, ref_picked))
		app_say(view->app, ROLE_HINT, _("There is nothing to choose from: "
			"type the value."));
}
