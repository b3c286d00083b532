/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_counts.c - see view_counts.h. A row for each kind: what it is called, how many
 * there are, how many overdue, then its statuses in columns of one width. */
#include "ui/view_counts.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "ui/chrome.h"
#include "ui/key.h"
#include "ui/tabs.h"
#include "ui/view_list.h"
#include "base/banned.h"

enum { GAP = 2, MARK = 2, HEAD = 2 /* lines above the table */ };

/* It opens a list. */
struct number {
	const struct kind *kind;
	char *filter;		/* NULL: all */
	char *label;		/* in front of the number; NULL: none */
	char *text;
	bool alarm;
	int column;		/* 0: all, 1: overdue, 2: a status */
	int y, x, width;	/* on a sheet that is as long as it needs to be */
};

struct counts_view {
	struct view view;
	struct desk_counts counts;
	struct number *cells;
	size_t n, room;
	size_t at;
	int names, numbers, overdue;	/* widths */
	int statuses[KIND_END];		/* ... by kind */
	int cols, lines;	/* that they were laid out for, and take */
	int top, height;
};

static struct counts_view *
counts_of(struct view *v)
{
	return (struct counts_view *)v;
}

static int
columns_of(const char *text)
{
	return text ? utf8_width(text, strlen(text)) : 0;
}

static void
widen(int *width, int columns)
{
	if (columns > *width)
		*width = columns;
}

/* --- Cells -------------------------------------------------------------- */

static void
clear_cells(struct counts_view *s)
{
	for (size_t i = 0; i < s->n; i++) {
		free(s->cells[i].filter);
		free(s->cells[i].label);
		free(s->cells[i].text);
	}
	s->n = 0;
}

static struct number *
add_cell(struct counts_view *s, const struct kind *kind, int column, int64_t n)
{
	struct strbuf number = STRBUF_INIT;

	chrome_count(&number, n);
	s->cells = xgrow(s->cells, s->n, &s->room, sizeof(*s->cells));
	s->cells[s->n] = (struct number){ .kind = kind, .column = column,
		.text = strbuf_detach(&number) };
	return &s->cells[s->n++];
}

/* "12 overdue", or "2,000+ overdue" where not all were looked at. */
static void
add_overdue(struct counts_view *s, const struct kind *k, int64_t n)
{
	struct strbuf text = STRBUF_INIT;
	struct number *c = add_cell(s, k, 1, n);
	const char *more = s->counts.at_least ? "+" : "";

	strbuf_printf(&text, ngettext("%s%s overdue", "%s%s overdue",
		(unsigned long)n), c->text, more);
	free(c->text);
	c->text = strbuf_detach(&text);
	c->filter = xstrdup("is:overdue");
	c->alarm = true;
	widen(&s->overdue, MARK + columns_of(c->text));
}

static void
add_status(struct counts_view *s, const struct kind *k,
	const struct desk_count_status *status)
{
	const struct field *f = kind_field(k, k->status);
	struct number *c = add_cell(s, k, 2, status->n);

	c->label = xstrdup(field_code_label(f->codes, status->status));
	c->filter = xasprintf("%s:%s", f->name, status->status);
	widen(&s->statuses[k->no], columns_of(c->label) + 1 +
		columns_of(c->text));
}

static void
add_kind(struct counts_view *s, const struct desk_count *count)
{
	const struct kind *k = kind_of((enum kind_no)count->kind);

	widen(&s->names, columns_of(_(k->plural)));
	widen(&s->numbers, columns_of(add_cell(s, k, 0, count->total)->text));
	if (count->overdue)
		add_overdue(s, k, count->overdue);
	for (size_t i = 0; i < count->n; i++)
		add_status(s, k, &count->statuses[i]);
}

/* In the order of the tabs of lists. */
static void
add_kinds(struct counts_view *s)
{
	const struct kind *tabs[TABS_MOST];
	size_t n = tabs_kinds(tabs);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < s->counts.n; k++)
			if (s->counts.kinds[k].kind == (int)tabs[i]->no)
				add_kind(s, &s->counts.kinds[k]);
}

static bool
load(struct counts_view *s, struct err *err)
{
	struct desk_counts counts = { 0 };

	if (!desk_counts(s->view.app->desk, &counts, err))
		return false;
	desk_counts_clear(&s->counts);
	s->counts = counts;
	clear_cells(s);
	s->names = s->numbers = s->overdue = 0;
	memset(s->statuses, 0, sizeof(s->statuses));
	add_kinds(s);
	s->cols = 0;
	if (s->at >= s->n)
		s->at = s->n ? s->n - 1 : 0;
	return true;
}

/* Of a kind's statuses: how wide they are, where on their first line they begin. */
static int
first_status(const struct counts_view *s, const struct kind *k, int cols,
	int beside)
{
	return beside + s->statuses[k->no] < cols ? beside : MARK + GAP;
}

/* Where each number stands. On a narrow screen the statuses go on below. */
static void
lay_out(struct counts_view *s, int cols)
{
	int all = MARK + s->names + GAP, overdue = all + s->numbers + GAP;
	int beside = overdue + (s->overdue ? s->overdue + GAP : 0);
	int y = -1, x = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct number *c = &s->cells[i];
		int first = first_status(s, c->kind, cols, beside);

		c->width = c->column == 0 ? s->numbers : c->column == 1 ?
			s->overdue : s->statuses[c->kind->no];
		if (c->column == 0) {
			y++;
			x = first == beside ? beside : cols;
			c->x = all;
		} else if (c->column == 1) {
			c->x = overdue;
		} else {
			if (x + c->width >= cols) {
				y++;
				x = first;
			}
			c->x = x;
			x += c->width + GAP;
		}
		c->y = y;
	}
	s->cols = cols;
	s->lines = y + 1;
}

/* --- Drawing ------------------------------------------------------------ */

static void
draw_cell(const struct counts_view *s, struct grid *g, struct area a, size_t i)
{
	const struct number *c = &s->cells[i];
	bool on = i == s->at;
	enum role role = on ? ROLE_SELECTED : c->alarm ? ROLE_WARNING : ROLE_TEXT;
	int y = a.y + c->y - s->top, x = a.x + c->x;

	if (c->column == 0)
		grid_put(g, y, a.x + MARK, s->names, _(c->kind->plural),
			ROLE_LABEL);
	if (on) {
		grid_put(g, y, x - 2, 1, ">", ROLE_MARK);
		grid_fill(g, y, x, c->width, role);
	}
	if (c->alarm)
		grid_put(g, y, x, 1, "!", role);
	if (c->label)
		grid_put(g, y, x, c->width, c->label, on ? role : ROLE_TEXT);
	grid_put_right(g, y, x, c->width, c->text,
		c->text[0] == '0' && !on ? ROLE_HINT : role);
	if (on && !g->cursor) {
		g->cursor_y = y;
		g->cursor_x = x;
	}
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct counts_view *s = counts_of(v);

	if (s->cols != a.cols)
		lay_out(s, a.cols);
	grid_put(g, a.y, 1, a.cols - 2, _("How much there is, and in which status"),
		ROLE_HEADING);
	a.y += HEAD;
	a.rows -= HEAD;
	s->height = a.rows > 1 ? a.rows : 1;
	if (s->n) {
		int y = s->cells[s->at].y;

		if (y < s->top)
			s->top = y;
		if (y >= s->top + s->height)
			s->top = y - s->height + 1;
	}
	for (size_t i = 0; i < s->n; i++)
		if (s->cells[i].y >= s->top &&
		    s->cells[i].y < s->top + a.rows)
			draw_cell(s, g, a, i);
}

/* --- Commands ----------------------------------------------------------- */

/* The cell of a line that is nearest to a column; n of s if there is none. */
static size_t
nearest(const struct counts_view *s, int y, int x)
{
	size_t best = s->n;

	for (size_t i = 0; i < s->n; i++)
		if (s->cells[i].y == y && (best == s->n ||
		    abs(s->cells[i].x - x) < abs(s->cells[best].x - x)))
			best = i;
	return best;
}

static void
run_move(struct view *v, int k)
{
	struct counts_view *s = counts_of(v);
	int by = k == K_PGUP || k == K_PGDN ? s->height : 1;
	bool up = k == K_UP || k == 'k' || k == K_PGUP;

	if (!s->n)
		return;
	int y = s->cells[s->at].y + (up ? -by : by);

	y = y < 0 ? 0 : y >= s->lines ? s->lines - 1 : y;
	size_t to = nearest(s, y, s->cells[s->at].x);

	if (to < s->n)
		s->at = to;
}

static void
run_side(struct view *v, int k)
{
	struct counts_view *s = counts_of(v);

	if ((k == K_LEFT || k == K_BACKTAB) && s->at > 0)
		s->at--;
	else if ((k == K_RIGHT || k == K_TAB) && s->at + 1 < s->n)
		s->at++;
}

static void
run_end(struct view *v, int k)
{
	struct counts_view *s = counts_of(v);

	s->at = (k == K_END || k == 'G') && s->n ? s->n - 1 : 0;
}

static void
run_open(struct view *v, int k)
{
	const struct counts_view *s = counts_of(v);
	const struct number *c = &s->cells[s->at];

	(void)k;
	app_push(v->app, view_list_new(v->app, c->kind, c->filter ? c->filter :
		""));
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

const struct command view_counts_commands[] = {
	{ .keys = "Enter", .name = "open", .label = N_("List them"),
	  .run = run_open, .flags = COMMAND_NEEDS_ROW,
	  .help = N_("List the records that the number counts.") },
	{ .keys = "Esc ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_back,
	  .help = N_("Close this page.") },
	{ .keys = "Right Left Tab BackTab", .name = "side", .run = run_side,
	  .help = N_("Go to the next number, or to the one before.") },
	{ .keys = "Down Up j k PgDn PgUp", .name = "move", .run = run_move,
	  .help = N_("Go down or up.") },
	{ .keys = "Home g", .name = "first", .run = run_end,
	  .help = N_("Go to the first number.") },
	{ .keys = "End G", .name = "last", .run = run_end,
	  .help = N_("Go to the last number.") },
	{ .keys = NULL }
};

static bool
has_row(const struct view *v)
{
	return ((const struct counts_view *)v)->n > 0;
}

static void
changed(struct view *v)
{
	struct err err = ERR_INIT;

	if (!load(counts_of(v), &err))
		app_fail(v->app, &err);
}

static void
close_counts(struct view *v)
{
	struct counts_view *s = counts_of(v);

	clear_cells(s);
	free(s->cells);
	desk_counts_clear(&s->counts);
	free(s);
}

static const struct view_ops counts_ops = {
	.name = "counts",
	.commands = view_counts_commands,
	.draw = draw,
	.changed = changed,
	.returned = changed,
	.has_row = has_row,
	.close = close_counts,
};

bool
view_counts_open(struct app *app)
{
	struct counts_view *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->view.ops = &counts_ops;
	s->view.app = app;
	if (!load(s, &err)) {
		close_counts(&s->view);
		app_fail(app, &err);
		return false;
	}
	app_push(app, &s->view);
	return true;
}
