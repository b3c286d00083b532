/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_draw.c - how a text that is being typed looks; see edit.h. */
#include "ui/edit.h"

#include <string.h>

#include "base/clean.h"
#include "base/utf8.h"
#include "base/banned.h"

enum { FAR = 4096 };	/* bytes before the cursor that a line is drawn from */

int
edit_shown(const struct edit *e, bool ascii, size_t pos, size_t *next,
	struct strbuf *out)
{
	size_t from = out->len;

	*next = utf8_cluster_next(e->text.text, e->text.len, pos);
	clean_text(out, e->text.text + pos, *next - pos, ascii ? CLEAN_ASCII : 0);
	return utf8_width(out->text + from, out->len - from);
}

int
edit_columns(const struct edit *e, bool ascii, size_t from, size_t end)
{
	struct strbuf shown = STRBUF_INIT;
	int columns = 0;

	for (size_t pos = from; pos < end;) {
		strbuf_reset(&shown);
		columns += edit_shown(e, ascii, pos, &pos, &shown);
	}
	strbuf_clear(&shown);
	return columns;
}

static void
scroll_to(struct edit *e, int column, int width)
{
	if (column < e->scroll)
		e->scroll = column;
	if (column - e->scroll >= width)
		e->scroll = column - width + 1;
}

/* A window that grew shows more to the left, not blanks to the right. What is left of
 * a long text fills it anyway. */
static void
scroll_back(struct edit *e, bool ascii, int cursor, int width)
{
	size_t left = e->text.len - e->at;
	int end;

	if (e->scroll == 0 || left > 4 * (size_t)width)
		return;
	end = cursor + edit_columns(e, ascii, e->at, e->text.len);
	if (end - e->scroll < width)
		e->scroll = end >= width ? end - width + 1 : 0;
}

/* How it would be completed, behind its end at column x of the area. */
static void
draw_rest(const struct edit *e, struct grid *g, struct area a, int x)
{
	if (e->rest && e->at == e->text.len && x >= 0 && x < a.cols)
		grid_put(g, a.y, a.x + x, a.cols - x, e->rest, ROLE_HINT);
}

/* Draw from byte start on; the column behind the last character that was looked at. */
static int
draw_text(const struct edit *e, struct grid *g, struct area a, size_t start,
	enum role role)
{
	struct strbuf shown = STRBUF_INIT;
	int column = 0;

	for (size_t pos = start; pos < e->text.len;) {
		int width, x;

		strbuf_reset(&shown);
		width = edit_shown(e, g->ascii, pos, &pos, &shown);
		x = column - e->scroll;
		column += width;
		if (x < 0)
			continue;
		if (x + width > a.cols)
			break;
		grid_put_clean(g, a.y, a.x + x, a.cols - x, shown.text,
			shown.len, role);
	}
	strbuf_clear(&shown);
	return column;
}

/* A boundary some way before the cursor, or the beginning. */
static size_t
start_near(const struct edit *e)
{
	size_t pos = e->at > FAR ? e->at - FAR : 0;

	while (pos > 0 && (e->text.text[pos] & 0xC0) == 0x80)
		pos--;
	return pos > 0 ? utf8_cluster_prev(e->text.text, e->text.len, pos) : 0;
}

void
edit_draw(struct edit *e, struct grid *g, struct area a, enum role role,
	bool focused)
{
	size_t start = focused ? start_near(e) : 0;
	int cursor = focused ? edit_columns(e, g->ascii, start, e->at) : 0;
	int column;

	if (a.cols <= 0)
		return;
	if (focused) {
		scroll_to(e, cursor, a.cols);
		scroll_back(e, g->ascii, cursor, a.cols);
	} else {
		e->scroll = 0;
	}
	grid_fill(g, a.y, a.x, a.cols, role);
	column = draw_text(e, g, a, start, role);
	if (e->scroll > 0 || start > 0)
		grid_put(g, a.y, a.x, 1, "<", ROLE_HINT);
	if (column - e->scroll > a.cols)
		grid_put(g, a.y, a.x + a.cols - 1, 1, ">", ROLE_HINT);
	else if (focused)
		draw_rest(e, g, a, column - e->scroll);
	if (focused) {
		g->cursor = true;
		g->cursor_y = a.y;
		g->cursor_x = a.x + cursor - e->scroll;
	}
}
