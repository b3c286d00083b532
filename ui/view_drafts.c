/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_drafts.c - see view_drafts.h. */
#include "ui/view_drafts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "ui/chrome.h"
#include "ui/columns.h"
#include "ui/form_draft.h"
#include "ui/key.h"
#include "ui/pane.h"
#include "ui/view_form.h"
#include "ui/view_pick.h"
#include "base/banned.h"

enum { WITH_DAY = 60 };		/* columns from which the day has room */

struct drafts_view {
	struct view view;
	struct desk_drafts all;
	size_t *shown;		/* of all: those of this case */
	size_t n;
	size_t cursor, top;
	struct pane pane;	/* what the one under the cursor changes */
	bool fresh;		/* the pane is of the cursor and of its width */
};

static const struct desk_draft *
draft_at(const struct drafts_view *v)
{
	return v->cursor < v->n ? &v->all.drafts[v->shown[v->cursor]] : NULL;
}

static void
load(struct drafts_view *v)
{
	struct app *app = v->view.app;
	struct err err = ERR_INIT;

	desk_drafts_clear(&v->all);
	v->n = 0;
	v->fresh = false;
	if (!desk_drafts(app->desk, &v->all, &err)) {
		app_fail(app, &err);
		return;
	}
	v->shown = xrealloc_array(v->shown, v->all.n + 1, sizeof(*v->shown));
	for (size_t i = 0; i < v->all.n; i++)
		if (form_draft_is_here(&v->all.drafts[i], &app->who))
			v->shown[v->n++] = i;
	if (v->cursor >= v->n)
		v->cursor = v->n > 0 ? v->n - 1 : 0;
}

/* --- What a draft changes ----------------------------------------------- */

static void
add_field(struct drafts_view *v, const struct desk_draft *d,
	const struct record *now, size_t index)
{
	const struct field *f = kind_field(d->fields.kind, index);
	const char *zone = v->view.app->who.zone;
	const char *typed = record_text(&d->fields, index);
	struct strbuf is = STRBUF_INIT;

	pane_add(&v->pane, _(f->label), typed ? typed : _("(cleared)"), ROLE_TEXT);
	if (now && record_text(now, index)) {
		format_cell(&is, now, index, zone);
		pane_add(&v->pane, _("  it is now"), is.text, ROLE_HINT);
	}
	strbuf_clear(&is);
}

/* One of many records that were typed as a table. */
static void
add_typed_row(struct drafts_view *v, const struct record *r)
{
	struct strbuf title = STRBUF_INIT;

	columns_title(r, v->view.app->who.zone, &title);
	pane_add(&v->pane, NULL, title.text, ROLE_TEXT);
	strbuf_clear(&title);
}

static void
compare(struct drafts_view *v, int width)
{
	const struct desk_draft *d = draft_at(v);
	struct app *app = v->view.app;
	struct desk_item item = { 0 };
	struct err err = ERR_INIT;
	bool found;

	pane_begin(&v->pane, width, app->grid.ascii);
	v->fresh = true;
	if (!d)
		return;
	for (size_t i = 0; i < d->n_rows; i++)
		add_typed_row(v, &d->rows[i].record);
	found = d->ref && desk_get(app->desk, 0, d->ref, &item, &err);
	if (d->ref && !found)
		pane_add(&v->pane, NULL, err.text, ROLE_WARNING);
	/* Nor is what was typed told without a purpose. */
	for (size_t i = 0; err.code != ERR_PURPOSE &&
	     i < kind_n(d->fields.kind); i++) {
		const struct field *f = kind_field(d->fields.kind, i);

		if (f && d->fields.values[i].state != VALUE_UNSET &&
		    i != HEADER_CASE && i != HEADER_OF)
			add_field(v, d, found ? &item.record : NULL, i);
	}
	desk_item_clear(&item);
}

static int64_t
tick(struct view *view)
{
	struct drafts_view *v = (struct drafts_view *)view;
	int width = view->app->grid.cols - 3;

	if (!v->fresh || v->pane.width != width)
		compare(v, width > 1 ? width : 1);
	return -1;
}

/* --- Drawing ------------------------------------------------------------ */

static void
say_what(const struct desk_draft *d, struct strbuf *out)
{
	const char *of = record_text(&d->fields, HEADER_OF);
	const char *label = _(d->fields.kind->label);

	if (d->n_rows > 0)
		strbuf_printf(out, ngettext("%zu row: %s", "%zu rows: %s",
			d->n_rows), d->n_rows, label);
	else if (d->ref)
		strbuf_puts(out, d->ref);
	else if (of)
		strbuf_printf(out, _("new %s of %s"), label, of);
	else
		strbuf_printf(out, _("new: %s"), label);
}

static void
draw_row(struct drafts_view *v, struct grid *g, struct area a, size_t i)
{
	const struct desk_draft *d = &v->all.drafts[v->shown[i]];
	bool on = i == v->cursor;
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;
	struct strbuf what = STRBUF_INIT, title = STRBUF_INIT, held = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];
	int x = a.x + 2, right = a.x + a.cols - 1;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	clock_local(d->at, v->view.app->who.zone, at);
	say_what(d, &what);
	columns_title(&d->fields, v->view.app->who.zone, &title);
	form_draft_held(d, &held);
	if (held.len > 0)
		right -= 2 + grid_put_right(g, a.y, a.x + a.cols / 2,
			a.cols / 2 - 1, held.text, on ? role : ROLE_WARNING);
	/* Where little has room, what it is stands before the day. */
	if (a.cols >= WITH_DAY)
		x += grid_put(g, a.y, x, right - x, at, role) + 2;
	x += grid_put(g, a.y, x, right - x, what.text, on ? role : ROLE_STRONG) + 2;
	grid_put(g, a.y, x, right - x, title.text, role);
	strbuf_clear(&what);
	strbuf_clear(&title);
	strbuf_clear(&held);
}

static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct drafts_view *v = (struct drafts_view *)view;
	int half = a.rows / 2, height;
	char text[40];

	snprintf(text, sizeof(text), "%zu", v->n);
	grid_put(g, a.y, 1 + grid_put(g, a.y, 1, a.cols - 2,
		_("Begun and not saved"), ROLE_HEADING) + 2, 8, text, ROLE_HINT);
	if (v->n == 0) {
		grid_put(g, a.y + 2, 1, a.cols - 2, _("Nothing. What you type "
			"and leave without saving is kept and stands here."),
			ROLE_HINT);
		return;
	}
	height = (int)v->n < half - 2 ? (int)v->n : half - 2;
	if (v->cursor < v->top)
		v->top = v->cursor;
	if (v->cursor >= v->top + (size_t)height)
		v->top = v->cursor - (size_t)height + 1;
	for (int y = 0; y < height; y++)
		draw_row(v, g, (struct area){ a.y + 1 + y, a.x, 1, a.cols },
			v->top + (size_t)y);
	chrome_rule(g, (struct area){ a.y + height + 2, 1, 1, a.cols - 2 },
		_("What was typed"));
	pane_draw(&v->pane, g, (struct area){ a.y + height + 3, 1,
		a.rows - height - 3, a.cols - 2 }, 0);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_move(struct view *view, int k)
{
	struct drafts_view *v = (struct drafts_view *)view;

	if ((k == K_UP || k == 'k') && v->cursor > 0)
		v->cursor--;
	if ((k == K_DOWN || k == 'j') && v->cursor + 1 < v->n)
		v->cursor++;
	if (k == K_HOME || k == 'g')
		v->cursor = 0;
	if ((k == K_END || k == 'G') && v->n > 0)
		v->cursor = v->n - 1;
	v->fresh = false;
}

static void
run_open(struct view *view, int k)
{
	(void)k;
	view_form_draft(view->app, draft_at((struct drafts_view *)view));
}

static void
discard_picked(struct view *owner, int64_t yes)
{
	struct drafts_view *v = (struct drafts_view *)owner;
	const struct desk_draft *d = draft_at(v);
	struct err err = ERR_INIT;

	if (!yes || !d)
		return;
	if (!desk_draft_drop(owner->app->desk, d->id, &err))
		app_fail(owner->app, &err);
	load(v);
}

static void
run_discard(struct view *view, int k)
{
	struct view *pick = view_pick_new(_("Throw away what was typed?"),
		discard_picked);

	(void)k;
	view_pick_add(pick, NULL, _("Keep it"), 0);
	view_pick_add(pick, NULL, _("Throw it away"), 1);
	app_push(view->app, pick);
}

static void
run_back(struct view *view, int k)
{
	(void)k;
	app_pop(view->app);
}

const struct command view_drafts_commands[] = {
	{ .keys = "Enter", .name = "open", .label = N_("Go on"), .run = run_open,
	  .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Go on with the draft under the cursor.") },
	{ .keys = "F8 Del", .name = "discard", .label = N_("Throw away"),
	  .run = run_discard, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("Throw the draft under the cursor away; it is asked for first.") },
	{ .keys = "j Down k Up", .name = "move", .run = run_move,
	  .help = N_("Go through the drafts; what each changes stands below.") },
	{ .keys = "g Home", .name = "first", .run = run_move,
	  .help = N_("Go to the first.") },
	{ .keys = "G End", .name = "last", .run = run_move,
	  .help = N_("Go to the last.") },
	{ .keys = "Esc", .name = "back", .label = N_("Back"), .run = run_back,
	  .help = N_("Go back.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close this view.") },
	{ .keys = NULL }
};

static bool
has_row(const struct view *view)
{
	return draft_at((const struct drafts_view *)view) != NULL;
}

static void
changed(struct view *view)
{
	load((struct drafts_view *)view);
}

static void
close_drafts(struct view *view)
{
	struct drafts_view *v = (struct drafts_view *)view;

	desk_drafts_clear(&v->all);
	pane_clear(&v->pane);
	free(v->shown);
	free(v);
}

static const struct view_ops drafts_ops = {
	.name = "drafts",
	.commands = view_drafts_commands,
	.draw = draw,
	.tick = tick,
	.changed = changed,
	.returned = changed,
	.has_row = has_row,
	.close = close_drafts,
};

void
view_drafts_open(struct app *app)
{
	struct drafts_view *v = xcalloc(1, sizeof(*v));

	v->view.ops = &drafts_ops;
	v->view.app = app;
	load(v);
	app_push(app, &v->view);
}
