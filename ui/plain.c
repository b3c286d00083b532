/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plain.c - see plain.h. */
#include "ui/plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum { LEAST_BORDER = 3 };	/* rows that a line down must have */

static bool
is_upright(int32_t cp)
{
	return cp == 0x2502 || cp == '|';
}

static bool
is_frame(int32_t cp)
{
	return cp >= 0x2500 && cp <= 0x257F;
}

/* The column of the border between two panes, which begins below the title and goes
 * on without a gap; else the number of columns. */
static int
border(const struct grid *g)
{
	for (int x = 1; x + 1 < g->cols; x++) {
		int n = 0;

		for (int y = 1; y < g->rows - 1; y++)
			n += is_upright(grid_cell(g, y, x)->cp[0]);
		/* A frame would have a second one; its ends are corners. */
		if (n >= LEAST_BORDER && n >= (g->rows - 2) / 2 &&
		    is_upright(grid_cell(g, g->rows - 2, x)->cp[0]))
			return x;
	}
	return g->cols;
}

/* Append columns from..to of a line, without frames and blanks at the end. */
static void
put_part(const struct grid *g, int y, int from, int to, struct strbuf *out)
{
	size_t end = out->len;

	for (int x = from; x < to; x++) {
		const struct cell *c = grid_cell(g, y, x);

		for (int i = 0; i <= CELL_MARKS && c->cp[i]; i++) {
			char text[4];
			int32_t cp = is_frame(c->cp[i]) ? ' ' : c->cp[i];

			strbuf_add(out, text, utf8_put(text, cp));
			if (cp != ' ')
				end = out->len;
		}
	}
	strbuf_cut(out, end);
}

/* The mark of the selected row is ours, not the text's. */
static int
past_mark(const struct grid *g, int y)
{
	return grid_cell(g, y, 0)->cp[0] == '>' ? 1 : 0;
}

static void
put_pane(const struct grid *g, int from, int to, struct strbuf *out)
{
	int blank = 0;
	bool begun = false;

	for (int y = 1; y < g->rows - 1; y++) {
		size_t before = out->len;
		int x = from == 0 ? past_mark(g, y) : from;

		/* In place of the mark a blank: columns stay columns. */
		if (x > from)
			strbuf_putc(out, ' ');
		put_part(g, y, x, to, out);
		if (out->len - before <= (size_t)(x > from)) {
			strbuf_cut(out, before);
			blank++;
			continue;
		}
		/* Blank lines between, as one; none before the first. */
		if (begun && blank > 0) {
			char *line = xstrdup(out->text + before);

			strbuf_cut(out, before);
			strbuf_printf(out, "\n%s", line);
			free(line);
		}
		blank = 0;
		begun = true;
		strbuf_putc(out, '\n');
	}
}

void
plain_text(const struct grid *g, struct strbuf *out)
{
	int x = border(g);

	put_pane(g, 0, x, out);
	if (x < g->cols) {
		strbuf_putc(out, '\n');
		put_pane(g, x + 1, g->cols, out);
	}
}

char *
plain_selected(const struct grid *g)
{
	struct strbuf out = STRBUF_INIT;
	const char *text;
	char *row;

	if (g->selected_y < 0)
		return NULL;
	put_part(g, g->selected_y, g->selected_x, border(g), &out);
	text = out.text + (*out.text == '>');
	text += strspn(text, " ");
	row = *text ? xstrdup(text) : NULL;
	strbuf_clear(&out);
	return row;
}
