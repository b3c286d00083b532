/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.c - see edit.h. */
#include "ui/edit.h"

#include <string.h>

#include "base/clean.h"
#include "base/utf8.h"
#include "ui/key.h"
#include "base/banned.h"

void
edit_clear(struct edit *e)
{
	strbuf_clear(&e->text);
	e->at = 0;
	e->scroll = 0;
}

void
edit_set(struct edit *e, const char *text)
{
	strbuf_reset(&e->text);
	if (text)
		strbuf_puts(&e->text, text);
	e->at = e->text.len;
	e->scroll = 0;
}

static size_t
next_of(const struct edit *e, size_t pos)
{
	return utf8_cluster_next(e->text.text, e->text.len, pos);
}

static size_t
prev_of(const struct edit *e, size_t pos)
{
	return utf8_cluster_prev(e->text.text, e->text.len, pos);
}

/* Take out a part; the cursor ends there. */
static void
cut(struct edit *e, size_t from, size_t to)
{
	memmove(e->text.text + from, e->text.text + to, e->text.len - to);
	strbuf_cut(&e->text, e->text.len - (to - from));
	e->at = from;
}

/* A mark that was typed joins what stands before it, one behind what follows:
 * the cursor goes to the next boundary. */
static void
insert(struct edit *e, const char *text, size_t len)
{
	size_t tail = e->text.len - e->at, start = 0;
	size_t want = e->at + len;

	strbuf_add(&e->text, text, len);
	memmove(e->text.text + e->at + len, e->text.text + e->at, tail);
	memcpy(e->text.text + e->at, text, len);
	/* A line break is a boundary for sure; a line is short. */
	for (size_t i = want; i > 0; i--)
		if (e->text.text[i - 1] == '\n') {
			start = i;
			break;
		}
	while (start < want)
		start = next_of(e, start);
	e->at = start;
}

static size_t
word_before(const struct edit *e)
{
	size_t pos = e->at;

	while (pos > 0 && e->text.text[pos - 1] == ' ')
		pos--;
	while (pos > 0 && e->text.text[pos - 1] != ' ' &&
	    e->text.text[pos - 1] != '\n')
		pos = prev_of(e, pos);
	return pos;
}

static size_t
line_start(const struct edit *e)
{
	size_t pos = e->at;

	while (pos > 0 && e->text.text[pos - 1] != '\n')
		pos--;
	return pos;
}

static size_t
line_end(const struct edit *e)
{
	size_t pos = e->at;

	while (pos < e->text.len && e->text.text[pos] != '\n')
		pos++;
	return pos;
}

static bool
type(struct edit *e, int key)
{
	char utf8[4];

	if (key == (K_TAB | K_PASTED))
		key = ' ';
	if (key == (K_ENTER | K_PASTED) || (key == K_ENTER && e->lines))
		key = e->lines ? '\n' : ' ';
	else if (!key_is_text(key))
		return false;
	insert(e, utf8, utf8_put(utf8, key & ~K_PASTED));
	return true;
}

bool
edit_key(struct edit *e, int key)
{
	switch (key) {
	case K_LEFT:
		e->at = prev_of(e, e->at);
		return true;
	case K_RIGHT:
		e->at = next_of(e, e->at);
		return true;
	case K_HOME:
		e->at = line_start(e);
		return true;
	case K_END:
		e->at = line_end(e);
		return true;
	case K_BACKSPACE:
		cut(e, prev_of(e, e->at), e->at);
		return true;
	case K_DELETE:
		cut(e, e->at, next_of(e, e->at));
		return true;
	case K_CTRL('U'):
		cut(e, line_start(e), e->at);
		return true;
	case K_CTRL('K'):
		cut(e, e->at, line_end(e));
		return true;
	case K_CTRL('W'):
		cut(e, word_before(e), e->at);
		return true;
	}
	return type(e, key);
}

int
edit_shown(const struct edit *e, bool ascii, size_t pos, size_t *next,
	struct strbuf *out)
{
	size_t from = out->len;

	*next = next_of(e, pos);
	clean_text(out, e->text.text + pos, *next - pos, ascii ? CLEAN_ASCII : 0);
	return utf8_width(out->text + from, out->len - from);
}

int
edit_columns(const struct edit *e, bool ascii, size_t end)
{
	struct strbuf shown = STRBUF_INIT;
	int columns = 0;

	for (size_t pos = 0; pos < end;) {
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

void
edit_draw(struct edit *e, struct grid *g, struct area a, enum role role,
	bool focused)
{
	struct strbuf shown = STRBUF_INIT;
	int cursor = edit_columns(e, g->ascii, e->at), column = 0;

	if (a.cols <= 0)
		return;
	if (focused)
		scroll_to(e, cursor, a.cols);
	else
		e->scroll = 0;
	grid_fill(g, a.y, a.x, a.cols, role);
	for (size_t pos = 0; pos < e->text.len;) {
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
	if (e->scroll > 0)
		grid_put(g, a.y, a.x, 1, "<", ROLE_HINT);
	if (column - e->scroll > a.cols)
		grid_put(g, a.y, a.x + a.cols - 1, 1, ">", ROLE_HINT);
	if (focused) {
		g->cursor = true;
		g->cursor_y = a.y;
		g->cursor_x = a.x + cursor - e->scroll;
	}
	strbuf_clear(&shown);
}
