/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_rows.c - what is done to rows and columns as such; see sheet_view.h. */
#include "ui/sheet_view.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/view_pick.h"
#include "base/banned.h"

/* --- Rows --------------------------------------------------------------- */

void
sheet_view_run_above(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	const char *text = sheet_above(&v->sheet, v->row, sheet_view_index(v));

	(void)k;
	if (!text) {
		app_say(view->app, ROLE_HINT, _("There is no row above."));
		return;
	}
	edit_set(&v->edit, text);
	v->fresh = false;
	sheet_view_put(v);
}

void
sheet_view_run_fill_down(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	struct err err = ERR_INIT;

	(void)k;
	if (!sheet_view_leave(v))
		return;
	sheet_fill_down(&v->sheet, v->row, sheet_view_index(v));
	for (size_t i = v->row; i < v->sheet.rows.n; i++)
		if (!sheet_check(&v->sheet, i, &err)) {
			app_fail(view->app, &err);
			return;
		}
	app_say(view->app, ROLE_HINT, _("All rows below have it; F7 takes it "
		"back."));
	sheet_view_enter(v);
}

static void
after_rows_changed(struct sheet_view *v)
{
	if (v->row >= v->sheet.rows.n)
		v->row = v->sheet.rows.n - 1;
	for (size_t i = 0; i < v->sheet.rows.n; i++)
		sheet_check(&v->sheet, i, NULL);
	sheet_view_enter(v);
}

void
sheet_view_run_drop(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;

	(void)k;
	sheet_view_put(v);
	sheet_drop(&v->sheet, v->row);
	after_rows_changed(v);
	app_say(view->app, ROLE_HINT, _("The row is gone; F7 brings it back."));
}

void
sheet_view_run_take_back(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;

	(void)k;
	if (!sheet_take_back(&v->sheet)) {
		app_say(view->app, ROLE_HINT, _("No row was filled or dropped."));
		return;
	}
	after_rows_changed(v);
}

/* --- Columns ------------------------------------------------------------ */

static void open_columns(struct sheet_view *v, int64_t on);

static void
column_picked(struct view *owner, int64_t tag)
{
	struct sheet_view *v = (struct sheet_view *)owner;
	struct columns_choice c = v->sheet.columns;
	size_t at = columns_choice_find(&c, (size_t)tag);
	struct err err = ERR_INIT;

	if (tag < 0)
		return;
	if (at == c.n && c.n < COLUMNS_MAX)
		c.field[c.n++] = (struct columns_chosen){ .index = (size_t)tag };
	else if (at < c.n && c.n > 1) {
		memmove(&c.field[at], &c.field[at + 1],
			(c.n - at - 1) * sizeof(c.field[0]));
		c.n--;
	}
	if (!sheet_choose(&v->sheet, &c, &err))
		app_fail(owner->app, &err);
	if (v->column >= c.n)
		v->column = c.n - 1;
	v->left = 0;
	sheet_view_enter(v);
	open_columns(v, tag);
}

static void
open_columns(struct sheet_view *v, int64_t on)
{
	const struct kind *k = v->sheet.kind;
	const struct columns_choice *c = &v->sheet.columns;
	struct view *pick = view_pick_new(_("Columns"), column_picked);

	view_pick_add(pick, NULL, _("(done)"), -1);
	for (size_t i = 0; i < c->n; i++)
		view_pick_add(pick, "*", _(kind_field(k, c->field[i].index)->label),
			(int64_t)c->field[i].index);
	for (size_t i = 0; i < kind_n(k); i++) {
		/* Its own fields first, then those of the header. */
		size_t at = (i + HEADER_N) % kind_n(k);

		if (sheet_takes(k, at) && columns_choice_find(c, at) == c->n)
			view_pick_add_code(pick, kind_field(k, at)->name,
				_(kind_field(k, at)->label), (int64_t)at);
	}
	view_pick_select(pick, on);
	app_push(v->view.app, pick);
}

void
sheet_view_run_columns(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;

	(void)k;
	if (sheet_view_leave(v))
		open_columns(v, -1);
}
