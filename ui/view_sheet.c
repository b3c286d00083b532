/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_sheet.c - see view_sheet.h. */
#include "ui/view_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/cell.h"
#include "ui/form.h"
#include "ui/form_draft.h"
#include "ui/key.h"
#include "ui/pasted.h"
#include "ui/sheet_view.h"
#include "ui/view_pasted.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum {
	KEEP_EVERY = 1000,	/* ms: so old is the draft at most */
	PAUSE = 150,		/* ms without a key before the desk is asked */
};

/* --- Saving and leaving ------------------------------------------------- */

static void
say_saved(struct app *app, const struct sheet_saved *saved)
{
	struct strbuf text = STRBUF_INIT;

	sheet_saved_say(saved, &text);
	app_say(app, saved->refused || saved->notice ? ROLE_WARNING :
		ROLE_STRONG, text.text);
	strbuf_clear(&text);
}

static void
go_to_first_fault(struct sheet_view *v)
{
	for (size_t i = 0; i < v->sheet.rows.n; i++) {
		if (!sheet_fault(&v->sheet, i, SHEET_ROW))
			continue;
		v->row = i;
		for (size_t c = 0; c < v->sheet.columns.n; c++)
			if (sheet_fault(&v->sheet, i,
			    v->sheet.columns.field[c].index)) {
				v->column = c;
				break;
			}
		break;
	}
	sheet_view_enter(v);
}

static void
close_saved(struct sheet_view *v, const struct sheet_saved *saved)
{
	struct app *app = v->view.app;

	v->over = true;
	app_pop(app);
	app_changed(app);
	if (app->top && app->top->ops->show)
		app->top->ops->show(app->top, v->sheet.kind, saved->uid);
}

/* All rows, or (row other than SHEET_ROW) one, after which the next is typed. */
static void
save(struct sheet_view *v, size_t row)
{
	struct app *app = v->view.app;
	struct sheet_saved saved;
	struct err err = ERR_INIT;

	if (!sheet_save(&v->sheet, row, &saved, &err)) {
		app_fail(app, &err);
		return;
	}
	if (saved.refused == 0 && row == SHEET_ROW)
		close_saved(v, &saved);
	else {
		if (saved.refused > 0)
			go_to_first_fault(v);
		else
			sheet_view_run_next_row(&v->view, K_ENTER);
		app_changed(app);
	}
	say_saved(app, &saved);
	sheet_saved_clear(&saved);
}

static void
run_save(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;

	(void)k;
	if (!sheet_view_leave(v))
		return;
	if (sheet_meant(&v->sheet) > 0)
		save(v, SHEET_ROW);
	else
		app_say(view->app, ROLE_HINT, _("Nothing is typed yet."));
}

static void
run_save_row(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;

	(void)k;
	if (!sheet_view_leave(v))
		return;
	if (sheet_view_row(v)->ref)
		app_say(view->app, ROLE_HINT, _("This row is saved already."));
	else if (sheet_view_mean(v))
		save(v, v->row);
}

static void
run_back(struct view *view, int k)
{
	struct sheet_view *v = (struct sheet_view *)view;
	size_t meant;

	(void)k;
	/* First it takes back what is typed into the cell. */
	if (!v->fresh && strcmp(v->edit.text.text, v->before) != 0) {
		sheet_type(&v->sheet, v->row, sheet_view_index(v), v->before);
		sheet_view_row(v)->meant = v->was_meant;
		sheet_check(&v->sheet, v->row, NULL);
		sheet_view_enter(v);
		return;
	}
	sheet_view_put(v);
	meant = sheet_meant(&v->sheet);
	app_pop(view->app);
	if (meant > 0) {
		char *text = xasprintf(ngettext("Not saved; %zu row is kept as a "
			"draft.", "Not saved; %zu rows are kept as a draft.",
			meant), meant);

		app_say(view->app, ROLE_STRONG, text);
		free(text);
	}
}

const struct command view_sheet_commands[] = {
	{ .keys = "F2 ^X", .name = "save", .label = N_("Save all"),
	  .run = run_save, .flags = COMMAND_WRITES,
	  .help = N_("Save all rows in one act, which one undo takes back.") },
	{ .keys = "Enter", .name = "next-row", .label = N_("Next row"),
	  .run = sheet_view_run_next_row,
	  .help = N_("Go on to the next row; a new one begins like the one above.") },
	{ .keys = "F6", .name = "fill-down", .label = N_("Fill down"),
	  .run = sheet_view_run_fill_down,
	  .help = N_("Put the value into all rows below.") },
	{ .keys = "F4", .name = "choose", .label = N_("Choose"),
	  .run = sheet_view_run_choose,
	  .help = N_("Show the choices, look for a record, open a long text.") },
	{ .keys = "Tab BackTab Right Left", .name = "cell", .label = N_("Next cell"),
	  .run = sheet_view_run_cell, .help = N_("Go to the next cell, or the one before.") },
	{ .keys = "F5", .name = "above", .label = N_("As above"),
	  .run = sheet_view_run_above, .help = N_("Take the value of the row above; in the first row, of the record that the list stood on.") },
	{ .keys = "F8", .name = "drop", .label = N_("Drop row"),
	  .run = sheet_view_run_drop, .help = N_("Take the row out; F7 brings it back.") },
	{ .keys = "^F", .name = "columns", .label = N_("Columns"),
	  .run = sheet_view_run_columns, .help = N_("Choose the fields that are typed.") },
	{ .keys = "F7", .name = "take-back", .run = sheet_view_run_take_back,
	  .help = N_("Take back what is typed, or the last fill or drop of rows.") },
	{ .keys = "F9", .name = "save-next", .run = run_save_row,
	  .flags = COMMAND_WRITES, .help = N_("Save this row alone, now, and go on to the next.") },
	{ .keys = "Down Up PgDn PgUp", .name = "row", .run = sheet_view_run_row,
	  .help = N_("Go through the rows.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Leave"), .run = run_back,
	  .help = N_("Take back what is typed into the cell; then leave, and keep a draft.") },
	{ .keys = NULL }
};

/* --- The view ----------------------------------------------------------- */

/* The desk is asked once the keys rest; not about a code that is just begun. */
static int64_t
tick_check(struct sheet_view *v, int64_t now, int64_t key_at)
{
	if (v->checked_at >= key_at)
		return -1;
	if (now < key_at + PAUSE)
		return key_at + PAUSE - now;
	v->checked_at = now;
	if (v->fresh || !cell_begins(sheet_view_field(v), v->edit.text.text))
		sheet_view_put(v);
	return -1;
}

/* The draft is a second old at most; without a key the session says that it lives. */
static int64_t
tick_draft(struct sheet_view *v, int64_t now, int64_t key_at)
{
	bool typed = v->kept_at < key_at || v->sheet.changed;
	int64_t due = v->kept_at + (typed ? KEEP_EVERY : DESK_BEAT);
	struct err err = ERR_INIT;

	if (now < due)
		return due - now;
	v->kept_at = now;
	if (!v->fresh)
		sheet_type(&v->sheet, v->row, sheet_view_index(v),
			v->edit.text.text);
	if (!typed)
		sheet_beat(&v->sheet);
	else if (!sheet_keep(&v->sheet, &err))
		app_fail(v->view.app, &err);
	return DESK_BEAT;
}

static int64_t
tick(struct view *view)
{
	struct sheet_view *v = (struct sheet_view *)view;
	int64_t now = term_now(view->app->term), key_at = view->app->key_at;
	int64_t check_in = v->over ? -1 : tick_check(v, now, key_at);
	int64_t keep_in = v->over ? -1 : tick_draft(v, now, key_at);

	return check_in < 0 ? keep_in : keep_in < 0 || check_in < keep_in ?
		check_in : keep_in;
}

static void
leave(struct view *view)
{
	struct sheet_view *v = (struct sheet_view *)view;

	if (v->over)
		return;
	if (!v->fresh)
		sheet_type(&v->sheet, v->row, sheet_view_index(v),
			v->edit.text.text);
	sheet_keep(&v->sheet, NULL);
}

static void
close_sheet(struct view *view)
{
	struct sheet_view *v = (struct sheet_view *)view;

	sheet_free(&v->sheet);
	edit_clear(&v->edit);
	free(v->before);
	free(v);
}

static void rows_pasted(struct view *owner, const struct record *rows, size_t n);

/* A table goes into rows; a long text takes lines as they are. */
static bool
paste(struct view *view, const char *text, size_t len)
{
	struct sheet_view *v = (struct sheet_view *)view;
	bool is_long = sheet_view_field(v)->type == FIELD_LONG;

	if (!pasted_is_table(text, len) ||
	    (is_long && !memchr(text, '\t', len)))
		return false;
	if (sheet_view_leave(v))
		view_pasted_into(view->app, &v->sheet, text, len, rows_pasted);
	return true;
}

static const struct view_ops sheet_ops = {
	.name = "sheet",
	.commands = view_sheet_commands,
	.draw = sheet_draw,
	.key = sheet_view_key,
	.paste = paste,
	.tick = tick,
	.leave = leave,
	.close = close_sheet,
};

/* --- Opening ------------------------------------------------------------ */

static struct sheet_view *
make(struct app *app)
{
	struct sheet_view *v = xcalloc(1, sizeof(*v));

	v->view.ops = &sheet_ops;
	v->view.app = app;
	v->view.typing = true;
	v->edit = (struct edit)EDIT_INIT;
	v->kept_at = v->checked_at = app->key_at;
	return v;
}

static bool
resume(struct sheet_view *v, const struct desk_draft *draft)
{
	struct app *app = v->view.app;
	struct sheet sheet;
	struct err err = ERR_INIT;

	if (!sheet_resume(&sheet, app->desk, &app->who, draft, &err)) {
		app_fail(app, &err);
		return false;
	}
	if (v->sheet.kind)
		sheet_free(&v->sheet);
	v->sheet = sheet;
	for (size_t i = 0; i < v->sheet.rows.n; i++)
		sheet_check(&v->sheet, i, NULL);
	v->row = v->sheet.rows.n - 1;
	sheet_view_enter(v);
	return true;
}

static void
draft_picked(struct view *owner, int64_t row)
{
	struct sheet_view *v = (struct sheet_view *)owner;
	struct desk_drafts drafts = { 0 };
	struct err err = ERR_INIT;

	if (row < 0)
		return;
	if (!desk_drafts(owner->app->desk, &drafts, &err))
		app_fail(owner->app, &err);
	else if ((size_t)row < drafts.n)
		resume(v, &drafts.drafts[row]);
	desk_drafts_clear(&drafts);
}

static bool
is_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool
is_of_sheet(const struct desk_draft *d, const struct sheet *s)
{
	return d->n_rows > 0 && d->fields.kind == s->kind &&
		is_same(record_text(&d->fields, HEADER_OF), s->of) &&
		form_draft_is_here(d, s->who);
}

static void
offer_drafts(struct sheet_view *v)
{
	struct app *app = v->view.app;
	struct desk_drafts drafts = { 0 };
	struct view *pick = NULL;

	/* Where nothing can be kept there is nothing to offer. */
	if (!desk_drafts(app->desk, &drafts, NULL))
		return;
	for (size_t i = 0; i < drafts.n; i++) {
		const struct desk_draft *d = &drafts.drafts[i];
		struct strbuf rows = STRBUF_INIT;
		char at[CLOCK_TEXT_SIZE];

		if (!is_of_sheet(d, &v->sheet))
			continue;
		if (!pick)
			pick = view_pick_new(_("Go on with a draft?"),
				draft_picked);
		clock_local(d->at, app->who.zone, at);
		strbuf_printf(&rows, ngettext("%zu row", "%zu rows", d->n_rows),
			d->n_rows);
		if (d->held) {
			strbuf_puts(&rows, ", ");
			form_draft_held(d, &rows);
		}
		view_pick_add(pick, at, rows.text, (int64_t)i);
		strbuf_clear(&rows);
	}
	desk_drafts_clear(&drafts);
	if (!pick)
		return;
	view_pick_add(pick, NULL, _("Begin anew; the draft is kept"), -1);
	app_push(app, pick);
}

void
view_sheet_open(struct app *app, const struct kind *kind, const char *of,
	const char *below)
{
	struct sheet_view *v = make(app);

	sheet_begin(&v->sheet, app->desk, &app->who, kind, of);
	if (below)
		sheet_below(&v->sheet, below);
	sheet_view_enter(v);
	app_push(app, &v->view);
	offer_drafts(v);
}

/* Rows typed elsewhere are put at the end, and looked at. */
static void
take_rows(struct sheet_view *v, const struct record *rows, size_t n)
{
	size_t first = v->sheet.rows.n, most = DESK_MANY_MOST, taken = 0;

	for (; taken < n && v->sheet.rows.n < most; taken++)
		sheet_add(&v->sheet, &rows[taken]);
	if (taken < n)
		app_say(v->view.app, ROLE_WARNING, _("One act holds no more rows: "
			"the last ones of the paste are left out."));
	for (size_t i = 0; i < v->sheet.rows.n; i++)
		sheet_check(&v->sheet, i, NULL);
	v->row = first < v->sheet.rows.n ? first : v->sheet.rows.n - 1;
	go_to_first_fault(v);
}

static void
rows_pasted(struct view *owner, const struct record *rows, size_t n)
{
	take_rows((struct sheet_view *)owner, rows, n);
}

void
view_sheet_rows(struct app *app, const struct kind *kind, const char *of,
	const struct record *rows, size_t n)
{
	struct sheet_view *v = make(app);

	sheet_begin(&v->sheet, app->desk, &app->who, kind, of);
	app_push(app, &v->view);
	take_rows(v, rows, n);
	sheet_keep(&v->sheet, NULL);
}

bool
view_sheet_may(struct app *app, const struct kind *kind, struct err *err)
{
	if (kind->no == KIND_CASEFILE)
		return err_set(err, ERR_RULE, _("Cases are begun one by one"));
	if (app->who.read_only)
		return err_set(err, ERR_READ_ONLY,
			_("The store is open for reading only"));
	return app_right_to(app, kind, true, err);
}

void
view_sheet_draft(struct app *app, const struct desk_draft *draft)
{
	struct sheet_view *v = make(app);

	if (resume(v, draft))
		app_push(app, &v->view);
	else
		close_sheet(&v->view);
}
