/* SPDX-License-Identifier: GPL-3.0-or-later */
/* board.c - see board.h. */
#include "ui/board.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/wrap.h"
#include "base/xalloc.h"
#include "ui/chrome.h"
#include "base/banned.h"

enum {
	MARK = 2,		/* columns of the cursor's mark */
	SIGN = 2,		/* ... and of the sign of an alarm */
	GAP = 2,		/* between columns */
	MOST_LEAD = 22, MOST_NAME = 16, MOST_TAIL = 44,
	LEAST_TEXT = 16,	/* what a text keeps before a tail is shown */
	WIDEST = 100,		/* of a line on a page: the eye finds its tail */
};

static void
clear_lines(struct board *b)
{
	for (size_t i = 0; i < b->n; i++) {
		free(b->lines[i].lead);
		free(b->lines[i].name);
		free(b->lines[i].text);
		free(b->lines[i].tail);
		free(b->lines[i].opens);
		free(b->lines[i].part);
	}
	b->n = 0;
}

void
board_begin(struct board *b, const char *heading, int64_t total, bool at_least)
{
	char *copy = xstrdup(heading);

	clear_lines(b);
	free(b->heading);
	b->heading = copy;
	b->total = total;
	b->at_least = at_least;
	b->all = 0;
	b->lead = b->name = b->tail = 0;
}

struct board_line *
board_add(struct board *b, const struct board_line *line)
{
	b->lines = xgrow(b->lines, b->n, &b->room, sizeof(*b->lines));
	b->lines[b->n] = *line;
	return &b->lines[b->n++];
}

void
board_hint(struct board *b, const char *text)
{
	board_add(b, &(struct board_line){ .what = BOARD_HINT,
		.text = xstrdup(text) });
}

static void
widen(int *width, const char *text, int most)
{
	int columns = text ? utf8_width(text, strlen(text)) : 0;

	if (columns > *width)
		*width = columns < most ? columns : most;
}

void
board_measure(struct board *b)
{
	if (b->all < (int64_t)b->n)
		b->all = (int64_t)b->n;
	for (size_t i = 0; i < b->n; i++) {
		widen(&b->lead, b->lines[i].lead, MOST_LEAD);
		widen(&b->name, b->lines[i].name, MOST_NAME);
		widen(&b->tail, b->lines[i].tail, MOST_TAIL);
	}
}

void
board_clear(struct board *b)
{
	clear_lines(b);
	free(b->lines);
	free(b->heading);
	*b = (struct board){ 0 };
}

bool
board_opens(const struct board_line *line)
{
	return line->what != BOARD_HINT;
}

/* --- Drawing ------------------------------------------------------------ */

static void
put_total(const struct board *b, struct strbuf *out)
{
	if (b->total < 0) {
		strbuf_puts(out, "...");
		return;
	}
	chrome_count(out, b->total);
	if (b->at_least)
		strbuf_putc(out, '+');
}

void
board_draw_heading(const struct board *b, struct grid *g, struct area a)
{
	struct strbuf total = STRBUF_INIT;
	int x = a.x + 1, right = a.x + a.cols;

	put_total(b, &total);
	x += grid_put(g, a.y, x, right - x - (int)total.len - GAP, b->heading,
		ROLE_HEADING) + GAP;
	if (b->total != 0)
		grid_put(g, a.y, x, right - x, total.text, ROLE_HEADING);
	strbuf_clear(&total);
}

/* A cell of a fixed width; returns where the next one begins. */
static int
draw_cell(struct grid *g, int y, int x, int right, int width, const char *text,
	enum role role)
{
	if (!width)
		return x;
	grid_put(g, y, x, width < right - x ? width : right - x,
		text ? text : "", role);
	return x + width + GAP;
}

/* A tail stands where it leaves the text enough room. */
static int
tail_room(const struct board *b, int x, int right)
{
	return b->tail && right - x >= LEAST_TEXT + GAP + b->tail ?
		b->tail + GAP : 0;
}

void
board_draw_line(const struct board *b, const struct board_line *line,
	struct grid *g, struct area a, bool on)
{
	enum role plain = on ? ROLE_SELECTED : line->what == BOARD_HINT ?
		ROLE_HINT : ROLE_TEXT;
	enum role alarm = on ? plain : ROLE_WARNING;
	int right = a.x + a.cols - 1, x = a.x + MARK + SIGN, tail;

	if (on)
		grid_fill(g, a.y, a.x, a.cols, ROLE_SELECTED);
	grid_put(g, a.y, a.x, 1, on ? ">" : " ", on ? ROLE_MARK : plain);
	if (line->what == BOARD_HINT) {
		grid_put(g, a.y, x, right - x, line->text, plain);
		return;
	}
	if (line->alarm)
		grid_put(g, a.y, a.x + MARK, 1, "!", alarm);
	x = draw_cell(g, a.y, x, right, b->lead, line->lead,
		line->alarm ? alarm : plain);
	x = draw_cell(g, a.y, x, right, b->name, line->name, plain);
	tail = tail_room(b, x, right);
	grid_put(g, a.y, x, right - x - tail, line->text ? line->text : "",
		plain);
	if (tail && line->tail)
		grid_put_right(g, a.y, right - b->tail, b->tail, line->tail,
			on ? plain : ROLE_HINT);
	if (on && !g->cursor) {
		g->cursor_y = a.y;
		g->cursor_x = a.x;
	}
}

/* --- As a section of a pane --------------------------------------------- */

/* Of a text that is clean the first line, cut where it does not go on below; gives what
 * does. */
static const char *
put_text(const struct board_line *line, struct pane *p, int x, int room,
	const struct strbuf *text, enum role role)
{
	size_t next = text->len;
	char *first;

	if (room <= 0)
		return "";
	if (!line->whole || utf8_width(text->text, text->len) <= room) {
		pane_put(p, x, room, text->text, role);
		return "";
	}
	first = xstrndup(text->text, wrap_line(text->text, text->len, room,
		&next));
	pane_put(p, x, room, first, role);
	free(first);
	return text->text + next;
}

static void
put_line(const struct board *b, const struct board_line *line, struct pane *p)
{
	int x = SIGN, tail, width = p->width < WIDEST ? p->width : WIDEST;
	struct strbuf text = STRBUF_INIT;
	const char *rest;
	enum role role;

	pane_row(p, line->opens, NULL);
	pane_line(p);
	if (line->alarm)
		pane_put(p, 0, 1, "!", ROLE_WARNING);
	if (b->lead) {
		pane_put(p, x, b->lead, line->lead ? line->lead : "",
			line->alarm ? ROLE_WARNING : ROLE_TEXT);
		x += b->lead + GAP;
	}
	if (b->name) {
		pane_put(p, x, b->name, line->name ? line->name : "", ROLE_TEXT);
		x += b->name + GAP;
	}
	tail = tail_room(b, x, width);
	role = pane_clean(p, line->text, &text) ? ROLE_WARNING : ROLE_TEXT;
	rest = put_text(line, p, x, width - x - tail, &text, role);
	if (tail && line->tail)
		pane_put(p, width - utf8_width(line->tail, strlen(line->tail)),
			b->tail, line->tail, ROLE_HINT);
	if (*rest) {
		pane_line(p);
		pane_flow(p, x, rest, role);
	}
	pane_row_end(p);
	strbuf_clear(&text);
}

void
board_put(const struct board *b, struct pane *p)
{
	pane_heading(p, b->heading, b->total > 0 ? (long)b->total : -1);
	for (size_t i = 0; i < b->n; i++)
		if (board_opens(&b->lines[i]))
			put_line(b, &b->lines[i], p);
		else {
			pane_line(p);
			pane_flow(p, SIGN, b->lines[i].text, ROLE_HINT);
		}
}
