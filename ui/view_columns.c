/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_columns.c - see view_columns.h. */
#include "ui/view_columns.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "ui/key.h"
#include "base/banned.h"

enum { WIDTH = 40, MARK = 4, STEP = 2 };

struct columns_row {
	size_t index;		/* of the field */
	bool shown;
	int wider;
};

struct columns_view {
	struct view view;
	struct listing *list;
	struct columns_choice before;
	struct columns_row *rows;	/* those shown stand in their order */
	size_t n, n_shown, at, top;
	int height;
};

static void
add(struct columns_view *v, size_t index, bool shown, int wider)
{
	v->rows[v->n++] = (struct columns_row){ index, shown, wider };
	v->n_shown += shown;
}

static bool
has(const struct columns_view *v, size_t index)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->rows[i].index == index)
			return true;
	return false;
}

/* The fields in the order in which they are shown now, then the others. */
static void
gather(struct columns_view *v)
{
	const struct kind *kind = v->list->kind;
	const struct columns_choice *c = &v->list->choice;
	const struct columns *seen = &v->list->columns;

	v->n = v->n_shown = 0;
	for (size_t i = 0; i < c->n; i++)
		add(v, c->field[i].index, true, c->field[i].wider);
	for (size_t i = 0; c->n == 0 && i < seen->n; i++)
		add(v, seen->column[i].index, true, 0);
	for (size_t i = 0; i < kind_n(kind); i++) {
		/* Its own fields come before those of the header. */
		size_t index = (i + HEADER_N) % kind_n(kind);

		if (columns_can_show(kind, index) && !has(v, index))
			add(v, index, false, 0);
	}
}

/* The list shows at once what the rows say. */
static void
apply(struct columns_view *v)
{
	struct columns_choice *c = &v->list->choice;

	c->n = 0;
	for (size_t i = 0; i < v->n; i++)
		if (v->rows[i].shown)
			c->field[c->n++] = (struct columns_chosen){
				v->rows[i].index, v->rows[i].wider };
}

static void
draw_row(const struct columns_view *v, struct grid *g, struct area a, size_t i)
{
	const struct columns_row *row = &v->rows[i];
	bool on = i == v->at;
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	grid_put(g, a.y, a.x + 2, 3, row->shown ? "[x]" : "[ ]", role);
	grid_put(g, a.y, a.x + 2 + MARK, a.cols - 8 - MARK,
		_(kind_field(v->list->kind, row->index)->label), role);
	if (row->wider != 0)
		grid_printf(g, a.y, a.x + a.cols - 4, 4, role, "%+d",
			row->wider);
	if (on && !g->cursor) {
		g->cursor_y = a.y;
		g->cursor_x = a.x;
	}
}

/* At the right end: the list is to be seen beside it. */
static void
draw(struct view *view, struct grid *g, struct area a)
{
	struct columns_view *v = (struct columns_view *)view;
	struct area in = chrome_centre(a, (int)v->n + 2, WIDTH);

	in.x = a.x + a.cols - in.cols;
	in = chrome_box(g, in, _("Columns"));
	v->height = in.rows > 0 ? in.rows : 1;
	if (v->at < v->top)
		v->top = v->at;
	if (v->at >= v->top + (size_t)v->height)
		v->top = v->at - (size_t)v->height + 1;
	for (int y = 0; y < in.rows && v->top + (size_t)y < v->n; y++)
		draw_row(v, g, (struct area){ in.y + y, in.x, 1, in.cols },
			v->top + (size_t)y);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_move(struct view *view, int k)
{
	struct columns_view *v = (struct columns_view *)view;
	int64_t page = v->height > 1 ? v->height - 1 : 1;
	int64_t to = (int64_t)v->at + (k == K_UP || k == 'k' ? -1 :
		k == K_DOWN || k == 'j' ? 1 : k == K_PGUP ? -page :
		k == K_PGDN ? page : k == K_HOME ? -(int64_t)v->n : (int64_t)v->n);

	v->at = to < 0 ? 0 : to >= (int64_t)v->n ? v->n - 1 : (size_t)to;
}

static void
run_toggle(struct view *view, int k)
{
	struct columns_view *v = (struct columns_view *)view;
	struct columns_row *row = &v->rows[v->at];

	(void)k;
	if (row->shown && v->n_shown == 1) {
		app_say(view->app, ROLE_WARNING, _("One column has to stay."));
		return;
	}
	if (!row->shown && v->n_shown == COLUMNS_MAX) {
		app_say(view->app, ROLE_WARNING,
			_("There are as many columns as a list can have."));
		return;
	}
	row->shown = !row->shown;
	v->n_shown = row->shown ? v->n_shown + 1 : v->n_shown - 1;
	apply(v);
}

/* The row goes with its column. */
static void
run_shift(struct view *view, int k)
{
	struct columns_view *v = (struct columns_view *)view;
	bool left = k == K_LEFT || k == '<';
	size_t to = left ? v->at - 1 : v->at + 1;
	struct columns_row moved = v->rows[v->at];

	if ((left && v->at == 0) || to >= v->n)
		return;
	v->rows[v->at] = v->rows[to];
	v->rows[to] = moved;
	v->at = to;
	apply(v);
}

static void
run_widen(struct view *view, int k)
{
	struct columns_view *v = (struct columns_view *)view;
	struct columns_row *row = &v->rows[v->at];
	int wider = row->wider + (k == '-' ? -STEP : STEP);

	if (wider >= -COLUMNS_WIDEST && wider <= COLUMNS_WIDEST)
		row->wider = wider;
	apply(v);
}

static void
run_usual(struct view *view, int k)
{
	struct columns_view *v = (struct columns_view *)view;

	(void)k;
	v->list->choice.n = 0;
	listing_fit(v->list);
	gather(v);
	v->at = v->top = 0;
}

static void
run_keep(struct view *view, int k)
{
	struct columns_view *v = (struct columns_view *)view;
	struct app *app = view->app;
	struct err err = ERR_INIT;

	(void)k;
	if (!columns_choice_keep(&v->list->choice, v->list->kind, app->desk,
	    &err))
		app_fail(app, &err);
	app_pop(app);
}

static void
run_back(struct view *view, int k)
{
	struct columns_view *v = (struct columns_view *)view;

	(void)k;
	v->list->choice = v->before;
	app_pop(view->app);
}

static void
close_columns(struct view *view)
{
	struct columns_view *v = (struct columns_view *)view;

	free(v->rows);
	free(v);
}

const struct command view_columns_commands[] = {
	{ .keys = "Space", .name = "show", .label = N_("Show, hide"),
	  .run = run_toggle, .help = N_("Show the field as a column, or hide it.") },
	{ .keys = "Enter", .name = "keep", .label = N_("Keep"), .run = run_keep,
	  .help = N_("Keep these columns for this kind.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Leave the columns as they were.") },
	{ .keys = "Left Right < >", .name = "shift", .label = N_("Move"),
	  .run = run_shift,
	  .help = N_("Move the column to the left or to the right.") },
	{ .keys = "+ -", .name = "widen", .label = N_("Wider"), .run = run_widen,
	  .help = N_("Make the column wider or narrower.") },
	{ .keys = "Backspace", .name = "usual", .label = N_("As usual"),
	  .run = run_usual,
	  .help = N_("Go back to the columns that the kind has by itself.") },
	{ .keys = "Down Up j k PgDn PgUp Home End", .name = "move",
	  .run = run_move, .help = N_("Go through the fields.") },
	{ .keys = NULL }
};

static const struct view_ops columns_ops = {
	.name = "columns",
	.commands = view_columns_commands,
	.popup = true,
	.draw = draw,
	.close = close_columns,
};

void
view_columns_open(struct listing *l)
{
	struct columns_view *v = xcalloc(1, sizeof(*v));

	v->view.ops = &columns_ops;
	v->list = l;
	v->before = l->choice;
	v->rows = xcalloc(kind_n(l->kind) + COLUMNS_MAX, sizeof(*v->rows));
	gather(v);
	app_push(l->view.app, &v->view);
}
