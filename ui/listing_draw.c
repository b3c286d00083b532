/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_draw.c - how a list looks; see listing.h. */
#include "ui/listing.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/chrome.h"
#include "base/banned.h"

enum {
	BESIDE_COLS = 100,	/* the detail pane stands beside from here on */
	BELOW_ROWS = 16,	/* and below from here on */
};

/* Who works at the case and how, in place of what they write down? */
static int
is_setup(const struct kind *k)
{
	return (k->flags & (KIND_IN_STORE | KIND_IS_SETUP)) != 0;
}

size_t
listing_tabs(const struct kind *tabs[LISTING_TABS])
{
	size_t n = 0;

	/* What the team writes down first, who it is last. */
	for (int setup = 0; setup <= 1; setup++)
		for (size_t i = 0; kinds[i] && n < LISTING_TABS; i++)
			if (!(kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN)) &&
			    is_setup(kinds[i]) == setup)
				tabs[n++] = kinds[i];
	return n;
}

static void
lay_out_detail(struct listing_layout *o, struct area rest)
{
	o->rows = rest;
	if (rest.cols >= BESIDE_COLS) {
		int width = rest.cols * 2 / 5;

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
	if (l->view.typing || *l->filter) {
		o->filter = (struct area){ a.y++, a.x, 1, a.cols };
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
	columns_fit_to(&l->columns, &(struct columns_want){ .kind = l->kind,
		.width = l->layout.rows.cols - LISTING_GUTTER - 1,
		.sort = l->sort, .seen = &l->seen, .choice = &l->choice });
}

/* "3,031", "12 of 3,031", "12+ of 3,031"; and what is new since. */
static void
count_text(const struct listing *l, struct strbuf *out)
{
	if (l->rows.news > 0)
		strbuf_printf(out, _("%lld new"), (long long)l->rows.news);
	if (l->rows.news > 0)
		strbuf_puts(out, "  ");
	chrome_count(out, l->rows.page.total);
	if (l->rows.page.at_least)
		strbuf_putc(out, '+');
	if (*l->filter && l->all >= 0) {
		strbuf_puts(out, _(" of "));
		chrome_count(out, l->all);
	}
}

static int
tab_width(const struct kind *kind)
{
	const char *label = _(kind->plural);

	return utf8_width(label, strlen(label)) + 2;
}

static void
draw_tabs(const struct listing *l, struct grid *g)
{
	struct area a = l->layout.tabs;
	const struct kind *tabs[LISTING_TABS];
	struct strbuf count = STRBUF_INIT;
	size_t n = listing_tabs(tabs), first = 0, on = 0;
	int room, width = 0, x = a.x;

	count_text(l, &count);
	room = a.cols - 1 - grid_put_right(g, a.y, a.x, a.cols - 1, count.text,
		ROLE_STRONG) - 1;
	strbuf_clear(&count);
	while (on < n && tabs[on] != l->kind)
		on++;
	/* Tabs to the left go first when there is no room for all. */
	for (size_t i = 0; i <= on && i < n; i++)
		width += tab_width(tabs[i]);
	while (first < on && width > room)
		width -= tab_width(tabs[first++]);
	for (size_t i = first; i < n && x + tab_width(tabs[i]) <= a.x + room; i++) {
		enum role role = i == on ? ROLE_TAB_ON : ROLE_TAB;

		grid_fill(g, a.y, x, tab_width(tabs[i]), role);
		grid_put(g, a.y, x + 1, room, _(tabs[i]->plural), role);
		if (i == on) {
			/* Not by looks alone. */
			grid_put(g, a.y, x, 1, "[", role);
			grid_put(g, a.y, x + tab_width(tabs[i]) - 1, 1, "]", role);
		}
		x += tab_width(tabs[i]);
	}
}

static void
draw_filter(struct listing *l, struct grid *g)
{
	struct area a = l->layout.filter;

	if (a.rows == 0)
		return;
	grid_put(g, a.y, a.x + 1, 1, "/", ROLE_KEY);
	a.x += 3;
	a.cols -= 4;
	if (!l->view.typing) {
		grid_put(g, a.y, a.x, a.cols, l->filter, ROLE_STRONG);
		return;
	}
	edit_draw(&l->typed, g, a, ROLE_FIELD, true);
	if (l->bad_column > 0) {
		size_t byte = (size_t)l->bad_column - 1;
		int x;

		if (byte > l->typed.text.len)
			byte = l->typed.text.len;
		x = edit_columns(&l->typed, g->ascii, 0, byte) - l->typed.scroll;
		if (x >= 0 && x < a.cols)
			grid_role(g, a.y, a.x + x, 1, ROLE_ERROR);
	}
}

static void
draw_row(struct listing *l, struct grid *g, struct area a, size_t i)
{
	bool on = i == l->rows.cursor;
	enum role role = on ? ROLE_SELECTED : ROLE_TEXT;
	struct area text = { a.y, a.x + LISTING_GUTTER, 1, a.cols - LISTING_GUTTER - 1 };

	if (on)
		grid_fill(g, a.y, a.x, a.cols, role);
	g->hid = false;
	columns_row(&l->columns, g, text, &l->rows.page.rows[i].record,
		l->view.app->who.zone, role);
	if (on)
		grid_put(g, a.y, a.x, 1, ">", role);
	if (g->hid)
		grid_put(g, a.y, a.x + 1, 1, "!", on ? role : ROLE_WARNING);
}

static void
draw_empty(const struct listing *l, struct grid *g, struct area a)
{
	const char *text = l->rows.has_next || l->rows.page.at_least ?
		_("Looking ...") : *l->filter ?
		_("Nothing matches; Esc drops the filter.") :
		_("Nothing here yet; n begins the first.");

	if (a.rows > 1)
		a.y++;
	grid_put(g, a.y, a.x + LISTING_GUTTER, a.cols - LISTING_GUTTER, text, ROLE_HINT);
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
	if (!l->detail_uid || l->rows.page.n == 0)
		return;
	if (l->detail.title)
		chrome_rule(g, o->rule, l->detail.title);
	pane_draw(&l->detail, g, o->detail, 0);
}

void
listing_draw(struct view *v, struct grid *g, struct area a)
{
	struct listing *l = (struct listing *)v;
	struct area row = l->layout.rows;
	struct area heading = l->layout.heading;

	(void)a;
	draw_tabs(l, g);
	draw_filter(l, g);
	heading.x += LISTING_GUTTER;
	heading.cols -= LISTING_GUTTER + 1;
	columns_heading(&l->columns, g, heading, l->kind, l->sort);
	row.rows = 1;
	for (int y = 0; y < l->layout.rows.rows; y++, row.y++)
		if (l->rows.top + (size_t)y < l->rows.page.n)
			draw_row(l, g, row, l->rows.top + (size_t)y);
	if (l->rows.page.n == 0)
		draw_empty(l, g, l->layout.rows);
	draw_detail(l, g);
}
