/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_pasted.c - see view_pasted.h. */
#include "ui/view_pasted.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/target.h"
#include "ui/key.h"
#include "ui/paste.h"
#include "ui/pasted_view.h"
#include "ui/view_pick.h"
#include "ui/view_sheet.h"
#include "base/banned.h"

static int64_t
tick(struct view *view)
{
	return pasted_step(&((struct pasted_view *)view)->pasted) ? 0 : -1;
}

static bool
has_row(const struct view *view)
{
	const struct pasted *p = &((const struct pasted_view *)view)->pasted;

	return p->n > pasted_first(p);
}

static void
close_pasted(struct view *view)
{
	struct pasted_view *v = (struct pasted_view *)view;

	pasted_free(&v->pasted);
	free(v);
}

/* --- Going about -------------------------------------------------------- */

static void
run_row(struct view *view, int k)
{
	struct pasted_view *v = (struct pasted_view *)view;
	size_t page = k == K_PGUP || k == K_PGDN ? (size_t)v->height : 1;
	size_t first = pasted_first(&v->pasted), last = v->pasted.n - 1;

	if (k == K_HOME)
		v->row = first;
	else if (k == K_END)
		v->row = last;
	else if (k == K_UP || k == K_PGUP)
		v->row = v->row > first + page ? v->row - page : first;
	else
		v->row = v->row + page < last ? v->row + page : last;
}

static void
run_column(struct view *view, int k)
{
	struct pasted_view *v = (struct pasted_view *)view;

	if ((k == K_RIGHT || k == K_TAB) &&
	    v->column + 1 < v->pasted.n_columns)
		v->column++;
	else if ((k == K_LEFT || k == K_BACKTAB) && v->column > 0)
		v->column--;
}

static void
run_leave_out(struct view *view, int k)
{
	struct pasted_view *v = (struct pasted_view *)view;

	v->pasted.rows[v->row].left_out = !v->pasted.rows[v->row].left_out;
	run_row(view, K_DOWN);
	(void)k;
}

/* --- Columns ------------------------------------------------------------ */

static void
target_picked(struct view *owner, int64_t tag)
{
	struct pasted_view *v = (struct pasted_view *)owner;

	pasted_choose(&v->pasted, v->column, tag < 0 ? PASTED_NO_TARGET :
		(size_t)tag);
}

static void
run_field(struct view *view, int k)
{
	struct pasted_view *v = (struct pasted_view *)view;
	const struct kind *kind = v->pasted.kind;
	struct view *pick = view_pick_new(_("This column is"), target_picked);
	size_t n = kind_n(kind);

	(void)k;
	view_pick_add(pick, NULL, _("(left out)"), -1);
	for (size_t i = 0; i < n; i++) {
		/* Its own fields first, then those of the header. */
		size_t at = (i + HEADER_N) % n;

		if (sheet_takes(kind, at))
			view_pick_add_code(pick, kind_field(kind, at)->name,
				_(kind_field(kind, at)->label), (int64_t)at);
		if (sheet_takes(kind, at) &&
		    kind_field(kind, at)->type == FIELD_MONEY)
			view_pick_add(pick, NULL, _("Currency"),
				(int64_t)target_currency(kind));
	}
	if (v->pasted.target[v->column] != PASTED_NO_TARGET)
		view_pick_select(pick, (int64_t)v->pasted.target[v->column]);
	app_push(view->app, pick);
}

static void
run_heading(struct view *view, int k)
{
	struct pasted_view *v = (struct pasted_view *)view;

	(void)k;
	pasted_set_heading(&v->pasted, !v->pasted.heading);
	app_say(view->app, ROLE_HINT, v->pasted.heading ?
		_("The first line is a heading.") :
		_("The first line is a row."));
}

/* --- Making ------------------------------------------------------------- */

/* The rows that a rule picks, as typed; to be freed with free_rows. */
static struct record *
rows_of(const struct pasted *p, bool (*picks)(const struct pasted *p, size_t row),
	size_t *n)
{
	struct record *rows = xcalloc(p->n + 1, sizeof(*rows));

	*n = 0;
	for (size_t i = pasted_first(p); i < p->n; i++)
		if (picks(p, i))
			pasted_record(p, i, &rows[(*n)++]);
	return rows;
}

static void
free_rows(struct record *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		record_clear(&rows[i]);
	free(rows);
}

static bool
is_to_mend(const struct pasted *p, size_t row)
{
	return !p->rows[row].left_out &&
		p->rows[row].verdict == PASTED_FAULTY;
}

/* What a table that is typed into takes: all but what is there already. */
static bool
is_for_sheet(const struct pasted *p, size_t row)
{
	return pasted_is_made(p, row) || is_to_mend(p, row);
}

/* Off the stack, and what is to be mended into a table of rows. */
static void
leave_rest(struct pasted_view *v)
{
	struct app *app = v->view.app;
	size_t n;
	struct record *rows = rows_of(&v->pasted, is_to_mend, &n);

	app_pop(app);
	if (n > 0)
		view_sheet_rows(app, v->pasted.kind, v->pasted.of, rows, n);
	free_rows(rows, n);
}

static void
say_made(struct app *app, const struct sheet_saved *saved)
{
	struct strbuf text = STRBUF_INIT;

	sheet_saved_say(saved, &text);
	app_say(app, saved->refused || saved->notice ? ROLE_WARNING :
		ROLE_STRONG, text.text);
	strbuf_clear(&text);
}

/* What the act refused after all is to be mended, too. */
static void
take_refusals(struct pasted *p, const struct desk_many_done *done)
{
	size_t at = 0;

	for (size_t i = pasted_first(p); i < p->n && at < done->n; i++)
		if (pasted_is_made(p, i)) {
			p->rows[i].left_out = done->each[at].ref != NULL;
			if (!done->each[at++].ref)
				p->rows[i].verdict = PASTED_FAULTY;
		}
}

static void
make_rows(struct pasted_view *v)
{
	struct app *app = v->view.app;
	const struct kind *kind = v->pasted.kind;
	struct desk_many_done done = { 0 };
	struct sheet_saved saved = { 0 };
	struct err err = ERR_INIT;
	size_t n;
	struct record *rows = rows_of(&v->pasted, pasted_is_made, &n);
	struct desk_change *changes = xcalloc(n + 1, sizeof(*changes));

	for (size_t i = 0; i < n; i++)
		changes[i] = (struct desk_change){ .verb = "add",
			.fields = &rows[i] };
	if (desk_act_many(app->desk, &(struct desk_many){ .changes = changes,
	    .n = n }, &done, &err)) {
		for (size_t i = 0; i < done.n; i++)
			sheet_saved_take(&saved, &done.each[i]);
		take_refusals(&v->pasted, &done);
		saved.refused = pasted_count(&v->pasted, PASTED_FAULTY);
		leave_rest(v);
		app_changed(app);
		if (saved.refused == 0 && app->top->ops->show)
			app->top->ops->show(app->top, kind, saved.uid);
		say_made(app, &saved);
	} else
		app_fail(app, &err);
	sheet_saved_clear(&saved);
	desk_many_done_clear(&done);
	free_rows(rows, n);
	free(changes);
}

static void
hand_over(struct pasted_view *v)
{
	struct app *app = v->view.app;
	void (*taken)(struct view *owner, const struct record *rows, size_t n) =
		v->taken;
	size_t n;
	struct record *rows = rows_of(&v->pasted, is_for_sheet, &n);

	app_pop(app);
	taken(app->top, rows, n);
	free_rows(rows, n);
}

static void
run_make(struct view *view, int k)
{
	struct pasted_view *v = (struct pasted_view *)view;
	size_t good = pasted_count(&v->pasted, PASTED_GOOD) +
		pasted_count(&v->pasted, PASTED_ALIKE);

	(void)k;
	if (v->pasted.asked < v->pasted.n)
		app_say(view->app, ROLE_HINT, _("Not all rows are looked at yet."));
	else if (v->taken)
		hand_over(v);
	else if (good > 0)
		make_rows(v);
	else
		app_say(view->app, ROLE_WARNING, _("No row is good as it is: F4 "
			"changes a column, i mends them in a table."));
}

static void
run_mend(struct view *view, int k)
{
	struct pasted_view *v = (struct pasted_view *)view;
	struct app *app = view->app;
	size_t n;
	struct record *rows = rows_of(&v->pasted, is_for_sheet, &n);

	(void)k;
	if (v->taken)
		hand_over(v);
	else {
		app_pop(app);
		view_sheet_rows(app, v->pasted.kind, v->pasted.of, rows, n);
	}
	free_rows(rows, n);
}

static void
run_back(struct view *view, int k)
{
	(void)k;
	app_pop(view->app);
	app_say(view->app, ROLE_HINT, _("Nothing was made of the paste."));
}

const struct command view_pasted_commands[] = {
	{ .keys = "Enter", .name = "make", .label = N_("Make them"),
	  .run = run_make, .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES,
	  .help = N_("Make all good rows in one act; what is to be mended goes into a table.") },
	{ .keys = "F4", .name = "choose", .label = N_("Field"),
	  .run = run_field, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Say which field the column under the cursor is.") },
	{ .keys = "Space", .name = "mark", .label = N_("Leave out"),
	  .run = run_leave_out, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Leave the row out, or take it in again.") },
	{ .keys = "F6", .name = "heading", .label = N_("Heading"),
	  .run = run_heading,
	  .help = N_("Say that the first line is a heading, or that it is none.") },
	{ .keys = "i", .name = "many", .label = N_("As a table"),
	  .run = run_mend, .flags = COMMAND_NEEDS_ROW | COMMAND_WRITES,
	  .help = N_("Take all rows into a table, to be changed before they are saved.") },
	{ .keys = "Right Left Tab BackTab", .name = "column",
	  .run = run_column, .help = N_("Go to the next column, or the one before.") },
	{ .keys = "Down Up PgDn PgUp Home End", .name = "row",
	  .run = run_row, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Go through the rows.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Leave"),
	  .run = run_back, .help = N_("Leave, and make nothing of it.") },
	{ .keys = NULL }
};

static const struct view_ops pasted_ops = {
	.name = "pasted",
	.commands = view_pasted_commands,
	.draw = pasted_draw,
	.tick = tick,
	.has_row = has_row,
	.close = close_pasted,
};

/* --- Opening ------------------------------------------------------------ */

/* A line that was cut in two says nothing that is sure. */
static size_t
whole_lines(const char *text, size_t len, size_t cut)
{
	while (cut > 0 && len > 0 && text[len - 1] != '\n')
		len--;
	return len;
}

static void
open_view(struct app *app, const struct sheet *like, const char *text, size_t len,
	void (*taken)(struct view *owner, const struct record *rows, size_t n))
{
	struct pasted_view *v = xcalloc(1, sizeof(*v));

	v->view.ops = &pasted_ops;
	v->view.app = app;
	v->taken = taken;
	v->cut = app->term->pasted ? app->term->pasted->left_out : 0;
	pasted_read(&v->pasted, app->desk, like->kind, like->of, &like->columns,
		text, whole_lines(text, len, v->cut));
	app_push(app, &v->view);
}

void
view_pasted_open(struct app *app, const struct kind *kind, const char *of,
	const char *text, size_t len)
{
	struct sheet like;

	sheet_begin(&like, app->desk, &app->who, kind, of);
	open_view(app, &like, text, len, NULL);
	sheet_free(&like);
}

void
view_pasted_into(struct app *app, const struct sheet *sheet, const char *text,
	size_t len,
	void (*taken)(struct view *owner, const struct record *rows, size_t n))
{
	open_view(app, sheet, text, len, taken);
}
