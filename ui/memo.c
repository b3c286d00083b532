/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo.c - see memo.h. */
#include "ui/memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/fold.h"
#include "base/utf8.h"
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

/* What is wide enough for a line of its own, from the last blank on or, without one,
 * from here. */
struct breaker {
	size_t blank;		/* behind the last one of the line; 0: none */
	int column, since;	/* columns; of them behind that blank */
};

static void
begin_paragraph(struct memo *m, struct breaker *b, size_t at)
{
	begin_line(m, at);
	*b = (struct breaker){ 0 };
}

static void
break_at(struct memo *m, struct breaker *b, size_t pos)
{
	begin_line(m, b->blank > 0 ? b->blank : pos);
	b->column = b->blank > 0 ? b->since : 0;
	b->blank = 0;
}

/* Add the lines of the paragraphs from pos, where one begins, to the first that
 * begins behind end. Gives where that is; len + 1 at the end of all. */
static size_t
break_lines(struct memo *m, size_t pos, size_t end)
{
	const struct edit *e = m->edit;
	struct strbuf shown = STRBUF_INIT;
	struct breaker b;

	begin_paragraph(m, &b, pos);
	for (size_t next; pos < e->text.len; pos = next) {
		char c = e->text.text[pos];
		int width;

		strbuf_reset(&shown);
		width = edit_shown(e, m->ascii, pos, &next, &shown);
		if (c == '\n' && next > end) {
			strbuf_clear(&shown);
			return next;
		}
		if (c == '\n') {
			begin_paragraph(m, &b, next);
			continue;
		}
		if (b.column + width > m->width && b.column > 0 && c != ' ')
			break_at(m, &b, pos);
		b.column += width;
		b.since += width;
		if (c == ' ') {
			b.blank = next;
			b.since = 0;
		}
	}
	strbuf_clear(&shown);
	return e->text.len + 1;
}

/* The lines behind a change are as they were, further up or down: from the first
 * that began at old_at on they go behind the new ones, moved to new_at. */
static void
keep_tail(struct memo *m, const size_t *old, size_t n_old, size_t old_at,
	size_t new_at)
{
	size_t i = 0;

	while (i < n_old && old[i] < old_at)
		i++;
	for (; i < n_old; i++)
		begin_line(m, old[i] - old_at + new_at);
}

/* Byte where the paragraph with byte at begins. */
static size_t
paragraph_of(const struct edit *e, size_t at)
{
	while (at > 0 && e->text.text[at - 1] != '\n')
		at--;
	return at;
}

static void
break_changed(struct memo *m)
{
	const struct edit *e = m->edit;
	size_t from = paragraph_of(e, e->same_head);
	size_t line = line_of(m, from), n_old = m->n - line;
	size_t *old = xmemdup(m->starts + line, n_old * sizeof(*old));
	size_t next;

	m->n = line;
	next = break_lines(m, from, e->text.len - e->same_tail);
	if (next <= e->text.len)
		keep_tail(m, old, n_old, next + m->laid_len - e->text.len, next);
	free(old);
}

static void
break_all(struct memo *m)
{
	m->n = 0;
	break_lines(m, 0, m->edit->text.len);
}

void
memo_lay_out(struct memo *m, int width, int height, bool ascii)
{
	/* One column is kept for the cursor behind a full line. */
	int columns = width > 2 ? width - 1 : 1;
	size_t line, h;

	m->height = height > 1 ? height : 1;
	if (!m->laid || columns != m->width || ascii != m->ascii) {
		m->width = columns;
		m->ascii = ascii;
		break_all(m);
	} else if (m->laid_changes != m->edit->changes) {
		break_changed(m);
	}
	m->laid = true;
	m->laid_changes = m->edit->changes;
	m->laid_len = m->edit->text.len;
	edit_rest(m->edit);
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
	return edit_columns(m->edit, m->ascii, from, to);
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
	m->found = m->found_end = 0;
	return edit_key(m->edit, key);
}

static bool
is_found(const struct memo *m, size_t pos)
{
	return pos >= m->found && pos < m->found_end;
}

static enum role
role_of(const struct memo *m, size_t pos, size_t next)
{
	const char *text = m->edit->text.text;
	int32_t cp;

	if (is_found(m, pos))
		return ROLE_SELECTED;
	for (size_t i = pos; i < next;) {
		i += utf8_next(text + i, next - i, &cp);
		if (cp != '\t' && clean_hides(cp))
			return ROLE_WARNING;
	}
	return ROLE_TEXT;
}

static void
draw_line(const struct memo *m, struct grid *g, struct area a, size_t line)
{
	struct strbuf shown = STRBUF_INIT;
	size_t end = end_of(m, line), next;
	int x = 0;

	for (size_t pos = m->starts[line]; pos < end; pos = next) {
		int width;

		strbuf_reset(&shown);
		width = edit_shown(m->edit, m->ascii, pos, &next, &shown);
		grid_put_clean(g, a.y, a.x + x, a.cols - x, shown.text,
			shown.len, role_of(m, pos, next));
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

/* --- Finding and counting ----------------------------------------------- */

/* The folded text, and for each byte of it the byte that it came from. */
struct folded {
	struct strbuf key;
	size_t *from;
	size_t room;
};

static void
fold_all(const struct edit *e, struct folded *f)
{
	struct strbuf one = STRBUF_INIT;
	size_t n = 0;

	for (size_t pos = 0, next; pos < e->text.len; pos = next) {
		next = utf8_cluster_next(e->text.text, e->text.len, pos);
		strbuf_reset(&one);
		fold_key(&one, e->text.text + pos, next - pos);
		if (one.len == 0 && strchr(" \n\t\r", e->text.text[pos]))
			strbuf_putc(&one, ' ');
		strbuf_add(&f->key, one.text, one.len);
		for (; n < f->key.len; n++) {
			f->from = xgrow(f->from, n, &f->room, sizeof(*f->from));
			f->from[n] = pos;
		}
	}
	strbuf_clear(&one);
}

/* The occurrence that comes next after byte at, or before it; of several around the
 * ends the first that way. NULL if there is none. */
static const char *
pick_match(const struct folded *f, const char *needle, size_t at, bool back)
{
	const char *first = NULL, *last = NULL, *before = NULL, *after = NULL;

	for (const char *hit = f->key.text; (hit = strstr(hit, needle)); hit++) {
		size_t from = f->from[hit - f->key.text];

		if (!first)
			first = hit;
		last = hit;
		if (from < at)
			before = hit;
		if (from > at && !after)
			after = hit;
	}
	if (back)
		return before ? before : last;
	return after ? after : first;
}

bool
memo_find(struct memo *m, const char *what, bool back)
{
	struct folded f = { .key = STRBUF_INIT };
	struct strbuf needle = STRBUF_INIT;
	const char *hit = NULL;
	struct edit *e = m->edit;

	m->found = m->found_end = 0;
	fold_key(&needle, what, strlen(what));
	if (needle.len > 0) {
		fold_all(e, &f);
		hit = pick_match(&f, needle.text, e->at, back);
	}
	if (hit) {
		size_t end = (size_t)(hit - f.key.text) + needle.len - 1;

		m->found = f.from[hit - f.key.text];
		m->found_end = utf8_cluster_next(e->text.text, e->text.len,
			f.from[end]);
		e->at = m->found;
		m->column = -1;
	}
	free(f.from);
	strbuf_clear(&f.key);
	strbuf_clear(&needle);
	return hit != NULL;
}

void
memo_count(const struct memo *m, struct memo_count *count)
{
	const struct strbuf *t = &m->edit->text;
	bool inside = false;

	*count = (struct memo_count){ 0 };
	for (size_t pos = 0; pos < t->len;) {
		int32_t cp;
		bool word;

		pos += utf8_next(t->text + pos, t->len - pos, &cp);
		word = cp >= 0 && fold_is_of_word(cp);
		count->words += word && !inside;
		inside = word || (inside && cp == '\'');
		count->hidden += cp != '\n' && cp != '\t' && clean_hides(cp);
	}
}

void
memo_free(struct memo *m)
{
	free(m->starts);
	*m = (struct memo){ 0 };
}
