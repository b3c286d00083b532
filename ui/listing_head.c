/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_head.c - what stands over a list: the tabs of kinds, the filter in force and
 * those that are kept, what is being typed and what may come next; see listing.h. */
#include "ui/listing.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/chrome.h"
#include "base/banned.h"

enum { LEAST_FILTER = 16 };	/* columns of it that are worth showing */

static int
width_of(const char *text)
{
	return utf8_width(text, strlen(text));
}

/* --- Tabs --------------------------------------------------------------- */

/* At the right of the tabs: what is marked, and what came above meanwhile. */
static void
news_text(const struct listing *l, struct strbuf *out)
{
	if (l->marks.n > 0)
		strbuf_printf(out, ngettext("%zu marked", "%zu marked",
			l->marks.n), l->marks.n);
	if (l->marks.n > 0 && l->rows.news > 0)
		strbuf_puts(out, "  ");
	if (l->rows.news > 0)
		strbuf_printf(out, ngettext("%lld new", "%lld new",
			(unsigned long)l->rows.news), (long long)l->rows.news);
}

static void
draw_bar(const struct listing *l, struct grid *g)
{
	struct area a = l->layout.tabs;
	struct strbuf text = STRBUF_INIT;

	news_text(l, &text);
	a.cols--;
	if (text.len > 0)
		a.cols -= grid_put_right(g, a.y, a.x, a.cols, text.text,
			ROLE_STRONG) + 2;
	tabs_draw(&l->tabs, g, a, l->kind);
	strbuf_clear(&text);
}

/* --- The line of the filter --------------------------------------------- */

/* "12 of 3,031", "12+ of 3,031". Returns its columns, with what parts it from what
 * is at its left. */
static int
draw_count(const struct listing *l, struct grid *g, struct area a)
{
	struct strbuf text = STRBUF_INIT, found = STRBUF_INIT, all = STRBUF_INIT;
	int width;

	chrome_count(&found, l->rows.page.total);
	if (l->rows.page.at_least)
		strbuf_putc(&found, '+');
	if (l->all >= 0) {
		chrome_count(&all, l->all);
		/* TRANSLATORS: of all records so many match the filter */
		strbuf_printf(&text, _("%s of %s"), found.text, all.text);
	} else {
		strbuf_puts(&text, found.text);
	}
	width = grid_put_right(g, a.y, a.x, a.cols - 1, text.text, ROLE_STRONG);
	strbuf_clear(&text);
	strbuf_clear(&found);
	strbuf_clear(&all);
	return width + 3;
}

/* Which of those that are kept is in force; n if none is. */
static size_t
in_force(const struct listing *l)
{
	size_t i = 0;

	while (i < l->filters.n &&
	    strcmp(l->filters.rows[i].filter, l->filter) != 0)
		i++;
	return *l->filter ? i : l->filters.n;
}

/* Name and count of one that is kept. */
static int
draw_kept(const struct listing *l, struct grid *g, struct area a, size_t i)
{
	bool on = i == in_force(l);
	enum role role = on ? ROLE_TAB_ON : ROLE_TAB;
	struct strbuf text = STRBUF_INIT;
	int width;

	strbuf_puts(&text, l->filters.rows[i].name);
	if (l->counts[i].known) {
		strbuf_puts(&text, " ");
		chrome_count(&text, l->counts[i].page.total);
	}
	width = width_of(text.text) + 2;
	if (width <= a.cols) {
		grid_fill(g, a.y, a.x, width, role);
		grid_put(g, a.y, a.x + 1, width - 2, text.text, role);
		if (on) {
			grid_put(g, a.y, a.x, 1, "[", role);
			grid_put(g, a.y, a.x + width - 1, 1, "]", role);
		}
	}
	strbuf_clear(&text);
	return width;
}

/* As many of those that are kept as have room. */
static void
draw_all_kept(const struct listing *l, struct grid *g, struct area a)
{
	for (size_t i = 0; i < l->filters.n; i++) {
		int width = draw_kept(l, g, a, i);

		if (width > a.cols) {
			if (a.cols > 1)
				grid_put(g, a.y, a.x + 1, 1,
					g->ascii ? "~" : "…", ROLE_HINT);
			return;
		}
		a.x += width;
		a.cols -= width;
	}
}

/* The filter that was typed, and how it goes. Returns its columns. */
static int
draw_typed(const struct listing *l, struct grid *g, struct area a)
{
	const char *label = _("filter:"), *drop = _("Backspace drops it");
	int x = a.x, room = a.cols, used;

	used = grid_put(g, a.y, x, room, label, ROLE_LABEL) + 1;
	used += grid_put(g, a.y, x + used, room - used, l->filter, ROLE_STRONG) +
		2;
	if (used + width_of(drop) <= room)
		used += grid_put(g, a.y, x + used, room - used, drop,
			ROLE_HINT) + 2;
	return used;
}

static void
draw_in_force(const struct listing *l, struct grid *g, struct area a)
{
	a.x++;
	a.cols--;
	if (*l->filter)
		a.cols -= draw_count(l, g, a);
	if (*l->filter && in_force(l) == l->filters.n) {
		int used = draw_typed(l, g, a);

		a.x += used;
		a.cols -= used;
	}
	if (a.cols > LEAST_FILTER || in_force(l) < l->filters.n)
		draw_all_kept(l, g, a);
}

/* --- While it is typed -------------------------------------------------- */

/* Where a byte of the text stands on the screen, before it is scrolled. */
static int
column_of(const struct listing *l, const struct grid *g, size_t byte)
{
	if (byte > l->typed.text.len)
		byte = l->typed.text.len;
	return edit_columns(&l->typed, g->ascii, 0, byte) - l->typed.scroll;
}

/* Where the fault is, and what it is: "^ a bracket is not closed". */
static void
draw_fault(const struct listing *l, struct grid *g, struct area text)
{
	struct area a = l->layout.hint;
	int x = l->bad_column > 0 ?
		column_of(l, g, (size_t)l->bad_column - 1) : 0;
	int width = width_of(l->fault);

	x = x < 0 ? 0 : x >= text.cols ? text.cols - 1 : x;
	grid_role(g, text.y, text.x + x, 1, ROLE_ERROR);
	if (l->bad_column > 0)
		grid_put(g, a.y, text.x + x, 1, "^", ROLE_ERROR);
	/* What has no room behind the sign stands before it. */
	if (x + 2 + width <= text.cols || x < text.cols / 2)
		grid_put(g, a.y, text.x + x + 2, text.cols - x - 2, l->fault,
			ROLE_ERROR);
	else
		grid_put(g, a.y, text.x + (width < x ? x - 1 - width : 0),
			x - 1, l->fault, ROLE_ERROR);
}

/* A fault at what is just being typed is none while it may still become something. */
static bool
is_unfinished(const struct listing *l)
{
	return l->complete.n > 0 && l->typed.at == l->typed.text.len &&
		l->bad_column > (long)l->complete.from;
}

static void
draw_typing(struct listing *l, struct grid *g)
{
	struct area a = l->layout.filter, hint = l->layout.hint;
	struct area text = { a.y, a.x + 3, 1, a.cols - 4 };

	grid_put(g, a.y, a.x + 1, 1, "/", ROLE_KEY);
	text.cols -= draw_count(l, g, a) - 1;
	edit_draw(&l->typed, g, text, ROLE_FIELD, true);
	if (hint.rows == 0)
		return;
	hint.x += 3;
	hint.cols -= 4;
	if (l->fault && !is_unfinished(l))
		draw_fault(l, g, text);
	else
		complete_draw(&l->complete, g, hint);
}

void
listing_draw_head(struct listing *l, struct grid *g)
{
	draw_bar(l, g);
	if (l->layout.filter.rows == 0)
		return;
	if (l->view.typing)
		draw_typing(l, g);
	else
		draw_in_force(l, g, l->layout.filter);
}
