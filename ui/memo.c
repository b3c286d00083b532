/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo.c - see memo.h. */
#include "ui/memo.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "ui/key.h"
#include "base/banned.h"

static void
begin_line(struct memo *m, size_t at)
{
	m->starts = xgrow(m->starts, m->n, &m->room, sizeof(*m->starts));
	m->starts[m->n++] = at;
}

/* The line of the screen on which byte at is. */
static size_t
line_of(const struct memo *m, size_t at)
{
	size_t low = 0, high = m->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (m->starts[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void
break_lines(struct memo *m)
{
	const struct edit *e = m->edit;
	struct strbuf shown = STRBUF_INIT;
	size_t blank = 0;	/* behind the last one of the line; 0: none */
	int column = 0, since = 0;	/* columns; of them behind that blank */

	m->n = 0;
	begin_line(m, 0);
	for (size_t pos = 0, next; pos < e->text.len; pos = next) {
		char c = e->text.text[pos];
		int width;

		strbuf_reset(&shown);
		width = edit_shown(e, m->ascii, pos, &next, &shown);
		if (c == '\n') {
			begin_line(m, next);
			blank = 0;
			column = 0;
			continue;
		}
		if (column + width > m->width && column > 0 && c != ' ') {
			begin_line(m, blank > 0 ? blank : pos);
			column = blank > 0 ? since : 0;
			blank = 0;
		}
		column += width;
		since += width;
		if (c == ' ') {
			blank = next;
			since = 0;
		}
	}
	strbuf_clear(&shown);
}

void
memo_lay_out(struct memo *m, int width, int height, bool ascii)
{
	size_t line, h;

	/* One column is kept for the cursor behind a full line. */
	m->width = width > 2 ? width - 1 : 1;
	m->height = height > 1 ? height : 1;
	m->ascii = ascii;
	break_lines(m);
	h = (size_t)m->height;
	line = line_of(m, m->edit->at);
	if (line < m->top)
		m->top = line;
	if (line >= m->top + h)
		m->top = line - h + 1;
}

/* Columns between two bytes of one line. */
static int
columns_between(const struct memo *m, size_t from, size_t to)
{
	struct strbuf shown = STRBUF_INIT;
	int columns = 0;

	for (size_t pos = from; pos < to;) {
		strbuf_reset(&shown);
		columns += edit_shown(m->edit, m->ascii, pos, &pos, &shown);
	}
	strbuf_clear(&shown);
	return columns;
}

/* The end of a line of the screen, before the line break if it has one. */
static size_t
end_of(const struct memo *m, size_t line)
{
	const struct strbuf *text = &m->edit->text;
	size_t end = line + 1 < m->n ? m->starts[line + 1] : text->len;

	return end > m->starts[line] && text->text[end - 1] == '\n' ? end - 1 :
		end;
}

/* Put the cursor on a line, as near to the column as it goes. */
static void
go_to(struct memo *m, size_t line, int column)
{
	struct strbuf shown = STRBUF_INIT;
	size_t pos = m->starts[line], end = end_of(m, line), next;
	int at = 0;

	while (pos < end) {
		strbuf_reset(&shown);
		at += edit_shown(m->edit, m->ascii, pos, &next, &shown);
		/* Behind the last character of a broken line is the next. */
		if (at > column || (next == end && line + 1 < m->n &&
		    m->starts[line + 1] == end))
			break;
		pos = next;
	}
	m->edit->at = pos;
	strbuf_clear(&shown);
}

static bool
go_by_lines(struct memo *m, int64_t by)
{
	size_t line = line_of(m, m->edit->at);
	int64_t to = (int64_t)line + by;

	if (m->column < 0)
		m->column = columns_between(m, m->starts[line], m->edit->at);
	if (to < 0)
		to = 0;
	if (to >= (int64_t)m->n)
		to = (int64_t)m->n - 1;
	go_to(m, (size_t)to, m->column);
	return true;
}

bool
memo_key(struct memo *m, int key)
{
	switch (key) {
	case K_UP:
		return go_by_lines(m, -1);
	case K_DOWN:
		return go_by_lines(m, 1);
	case K_PGUP:
		return go_by_lines(m, -(m->height - 1));
	case K_PGDN:
		return go_by_lines(m, m->height - 1);
	}
	m->column = -1;
	return edit_key(m->edit, key);
}

static void
draw_line(const struct memo *m, struct grid *g, struct area a, size_t line)
{
	struct strbuf shown = STRBUF_INIT;
	size_t end = end_of(m, line);
	int x = 0;

	for (size_t pos = m->starts[line]; pos < end;) {
		int width;

		strbuf_reset(&shown);
		width = edit_shown(m->edit, m->ascii, pos, &pos, &shown);
		grid_put_clean(g, a.y, a.x + x, a.cols - x, shown.text,
			shown.len, ROLE_TEXT);
		x += width;
	}
	strbuf_clear(&shown);
}

void
memo_draw(struct memo *m, struct grid *g, struct area a)
{
	size_t line = line_of(m, m->edit->at);
	int column = columns_between(m, m->starts[line], m->edit->at);

	for (int y = 0; y < a.rows && m->top + (size_t)y < m->n; y++)
		draw_line(m, g, (struct area){ a.y + y, a.x, 1, a.cols },
			m->top + (size_t)y);
	g->cursor = true;
	g->cursor_y = a.y + (int)(line - m->top);
	g->cursor_x = a.x + (column < a.cols ? column : a.cols - 1);
}

void
memo_free(struct memo *m)
{
	free(m->starts);
	*m = (struct memo){ 0 };
}
