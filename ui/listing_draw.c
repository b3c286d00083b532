/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_draw.c - how a list looks; see listing.h. */
#include "ui/listing.h"

#include <string.h>

#include "base/i18n.h"
#include "src/grouped.h"
#include "ui/chrome.h"
#include "base/banned.h"

enum {
	BESIDE_COLS = 110,	/* the detail pane stands beside from here on: in less
				 * there is no room for ends and amount of a payment */
	BESIDE = 36,		/* percent of them that it has: titles need more */
	LEAST_BESIDE = 40,
	BELOW_ROWS = 16,	/* and below from here on */
};

static void
lay_out_detail(struct listing_layout *o, struct area rest)
{
	o->rows = rest;
	if (rest.cols >= BESIDE_COLS) {
		int width = rest.cols * BESIDE / 100;

		if (width < LEAST_BESIDE)
			width = LEAST_BESIDE;

		o->beside = true;
		o->rows.cols -= width;
		o->heading.cols -= width;
		o->rule = (struct area){ o->heading.y, o->rows.cols + 2, 1,
			width - 3 };
		o->detail = (struct area){ rest.y, o->rows.cols + 2, rest.rows,
			width - 3 };
	} else if (rest.rows >= BELOW_ROWS) {
		int height = rest.rows * 2 / 5;

		o->rows.rows -= height;
		o->rule = (struct area){ rest.y + o->rows.rows, 1, 1,
			rest.cols - 2 };
		o->detail = (struct area){ o->rule.y + 1, 1, height - 1,
			rest.cols - 2 };
	}
}

void
listing_lay_out(struct listing *l, struct area a)
{
	struct listing_layout *o = &l->layout;

	*o = (struct listing_layout){ 0 };
	o->tabs = (struct area){ a.y++, a.x, 1, a.cols };
	a.rows--;
	if (l->view.typing || *l->filter || l->filters.n > 0) {
		o->filter = (struct area){ a.y++, a.x, 1, a.cols };
		a.rows--;
	}
	if (l->view.typing) {
		o->hint = (struct area){ a.y++, a.x, 1, a.cols };
		a.rows--;
	}
	o->heading = (struct area){ a.y++, a.x, 1, a.cols };
	a.rows--;
	/* Two panes side by side would be read as one. */
	if (l->no_detail || l->view.app->grid.plain)
		o->rows = a;
	else
		lay_out_detail(o, a);
	listing_fit(l);
}

void
listing_fit(struct listing *l)
{
	/* Columns that grow would move under a reader's finger. */
	bool plain = l->view.app->grid.plain;

	columns_fit_to(&l->columns, &(struct columns_want){ .kind = l->kind,
		.width = l->layout.rows.cols - LISTING_GUTTER -
			LISTING_BEHIND,
		.zone = l->view.app->who.zone,
		.sort = l->sort, .seen = plain ? NULL : &l->seen,
		.choice = &l->choice });
}

/* "- in work  12", "+ ..." where they are not shown. */
static void
draw_group(struct listing *l, struct grid *g, struct area a, size_t i)
{
	const struct desk_row *row = &l->rows.page.rows[i];
	bool on = i == l->rows.cursor;
	enum role role = on ? ROLE_SELECTED : ROLE_HEADING;
	struct strbuf text = STRBUF_INIT;
	size_t index = kind_index(l->kind, l->group);

	strbuf_puts(&text, row->folded ? "+ " : "- ");
	grouped_label(l->kind, index, row->group, &text);
	strbuf_puts(&text, "  ");
	chrome_count(&text, row->count);
	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", role);
	grid_put(g, a.y, a.x + LISTING_GUTTER, a.cols - LISTING_GUTTER - 1,
		text.text, role);
	strbuf_clear(&text);
}

/* The last column says how far a record has gone; the team has those without. The
 * letters are the same in all languages. */
static const struct {
	const char *letter, *label;
	enum role role;
} standings[DESK_STANDINGS] = {
	[DESK_OWN] = { "o", N_("its own party alone"), ROLE_HINT },
	[DESK_SHARED] = { "s", N_("shared with single parties or members"),
		ROLE_HINT },
	[DESK_KEPT] = { "k", N_("kept: not to be passed on"), ROLE_WARNING },
	[DESK_RESTRICTED] = { "r", N_("restricted: for those who are cleared"),
		ROLE_WARNING },
};

static void
draw_row(struct listing *l, struct grid *g, struct area a, size_t i)
{
	bool on = i == l->rows.cursor;
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;
	struct area text = { a.y, a.x + LISTING_GUTTER, 1,
		a.cols - LISTING_GUTTER - LISTING_BEHIND };
	int standing = l->rows.page.rows[i].standing;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	g->hid = false;
	l->columns.page = &l->rows.page;
	columns_row(&l->columns, g, text, &l->rows.page.rows[i].record,
		l->view.app->who.zone, role);
	if (on)
		grid_put(g, a.y, a.x, 1, ">", role);
	if (standings[standing].letter)
		grid_put(g, a.y, a.x + a.cols - 2, 1, standings[standing].letter,
			on ? role : standings[standing].role);
	if (g->hid)
		grid_put(g, a.y, a.x + 1, 1, "!", on ? role : ROLE_WARNING);
	if (marks_has(&l->marks, l->rows.page.rows[i].uid))
		grid_put(g, a.y, a.x + 1, 1, "*", on ? role : ROLE_KEY);
}

static void
draw_line(struct listing *l, struct grid *g, struct area a, size_t i)
{
	if (l->rows.page.rows[i].group)
		draw_group(l, g, a, i);
	else
		draw_row(l, g, a, i);
}

/* Who may begin none is not told how. */
static bool
may_begin(struct listing *l)
{
	const struct command *c = command_named(l->view.ops->commands, "new",
		strlen("new"));

	return c && app_may(l->view.app, &l->view, c, NULL);
}

static void
draw_empty(struct listing *l, struct grid *g, struct area a)
{
	const char *text = l->rows.has_next || l->rows.page.at_least ?
		_("Looking ...") : l->view.typing ?
		_("Nothing matches; Esc goes back to what there was.") :
		*l->filter ? _("Nothing matches; Backspace drops the filter.") :
		may_begin(l) ? _("Nothing here yet; n begins the first.") :
		_("Nothing here yet.");

	if (a.rows > 1)
		a.y++;
	grid_put(g, a.y, a.x + LISTING_GUTTER, a.cols - LISTING_GUTTER, text, ROLE_HINT);
}

/* "RO-L5  k kept: not to be passed on  version 2": what the letter means stands nowhere
 * else, so it is not what is cut. */
static void
draw_rule(const struct listing *l, struct grid *g)
{
	int standing = l->rows.page.rows[l->rows.cursor].standing;
	size_t ref = strcspn(l->detail.title, " ");
	struct strbuf text = STRBUF_INIT;

	strbuf_add(&text, l->detail.title, ref);
	if (standings[standing].letter)
		strbuf_printf(&text, "  %s %s", standings[standing].letter,
			_(standings[standing].label));
	strbuf_puts(&text, l->detail.title + ref);
	chrome_rule(g, l->layout.rule, text.text);
	strbuf_clear(&text);
}

static void
draw_detail(const struct listing *l, struct grid *g)
{
	const struct listing_layout *o = &l->layout;

	if (o->detail.rows == 0)
		return;
	if (o->beside)
		for (int y = 0; y <= o->detail.rows; y++)
			grid_put(g, o->rule.y + y, o->rows.cols, 1,
				g->ascii ? "|" : "│", ROLE_RULE);
	if (!l->detail_uid || !listing_at(l))
		return;
	if (l->detail.title)
		draw_rule(l, g);
	pane_draw(&l->detail, g, o->detail, 0);
}

void
listing_draw(struct view *v, struct grid *g, struct area a)
{
	struct listing *l = (struct listing *)v;
	struct area row = l->layout.rows;
	struct area heading = l->layout.heading;

	(void)a;
	listing_draw_head(l, g);
	heading.x += LISTING_GUTTER;
	heading.cols -= LISTING_GUTTER + LISTING_BEHIND;
	columns_heading(&l->columns, g, heading, l->kind, l->sort);
	grid_choices(g, row);
	row.rows = 1;
	for (int y = 0; y < l->layout.rows.rows; y++, row.y++)
		if (l->rows.top + (size_t)y < l->rows.page.n)
			draw_line(l, g, row, l->rows.top + (size_t)y);
	if (l->rows.page.n == 0)
		draw_empty(l, g, l->layout.rows);
	draw_detail(l, g);
}
