/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grid.c - see grid.h. */
#include "ui/grid.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/key.h"
#include "base/banned.h"

static const struct cell blank = { .cp = { ' ' } };

void
grid_resize(struct grid *g, int rows, int cols)
{
	assert(rows > 0 && rows <= GRID_MAX && cols > 0 && cols <= GRID_MAX);
	g->cells = xrealloc_array(g->cells, (size_t)rows * (size_t)cols,
		sizeof(*g->cells));
	g->rows = rows;
	g->cols = cols;
	grid_erase(g);
}

void
grid_erase(struct grid *g)
{
	for (size_t i = 0; i < (size_t)g->rows * (size_t)g->cols; i++)
		g->cells[i] = blank;
	g->cursor = false;
	g->cursor_y = g->rows - 1;
	g->cursor_x = 0;
	grid_cover(g);
}

void
grid_free(struct grid *g)
{
	free(g->cells);
	*g = (struct grid){ 0 };
}

struct cell *
grid_cell(const struct grid *g, int y, int x)
{
	assert(y >= 0 && y < g->rows && x >= 0 && x < g->cols);
	return &g->cells[(size_t)y * (size_t)g->cols + (size_t)x];
}

/* Cut a span to the columns of the grid; false if nothing is left. */
static bool
clip(const struct grid *g, int y, int *x, int *width)
{
	if (y < 0 || y >= g->rows || *width <= 0 || *x >= g->cols || *x < 0)
		return false;
	if (*width > g->cols - *x)
		*width = g->cols - *x;
	return true;
}

/* What is to be written at x cuts a wide character in two: its left half goes. */
static void
break_left(struct grid *g, int y, int x)
{
	if (x > 0 && grid_cell(g, y, x)->cp[0] == 0) {
		grid_cell(g, y, x - 1)->cp[0] = ' ';
		grid_cell(g, y, x - 1)->cp[1] = 0;
	}
}

/* What was written up to x cut one in two: its right half goes. */
static void
break_right(struct grid *g, int y, int x)
{
	if (x < g->cols && grid_cell(g, y, x)->cp[0] == 0)
		grid_cell(g, y, x)->cp[0] = ' ';
}

static void
add_mark(struct cell *c, int32_t cp)
{
	for (size_t i = 1; i < ARRAY_SIZE(c->cp); i++)
		if (c->cp[i] == 0) {
			c->cp[i] = cp;
			return;
		}
}

int
grid_put_clean(struct grid *g, int y, int x, int width, const char *text,
	size_t len, enum role role)
{
	int at = 0;

	if (!clip(g, y, &x, &width))
		return 0;
	break_left(g, y, x);
	for (size_t i = 0; i < len;) {
		int32_t cp = text[i];
		int w = 1;

		if (cp >= ' ' && cp <= '~') {
			i++;
		} else {
			i += utf8_next(text + i, len - i, &cp);
			w = utf8_cp_width(cp);
		}
		if (w == 0 && at > 0) {
			int base = x + at - 1;

			base -= grid_cell(g, y, base)->cp[0] == 0;
			add_mark(grid_cell(g, y, base), cp);
		}
		if (w <= 0)
			continue;
		if (w > width - at)
			break;
		*grid_cell(g, y, x + at) = (struct cell){ { cp }, (int32_t)role };
		if (w == 2)
			*grid_cell(g, y, x + at + 1) =
				(struct cell){ { 0 }, (int32_t)role };
		at += w;
	}
	break_right(g, y, x + at);
	return at;
}

/* What was cleaned of text, and whether it all fits in width columns. */
struct fitted {
	struct strbuf clean;
	size_t len;		/* bytes that fit beside the ellipsis, if any */
	int used;		/* columns of them */
	bool cut;
};

static void
fit(struct grid *g, struct fitted *f, const char *text, int width)
{
	size_t len = strlen(text), most = 64 * (size_t)width + 256;
	unsigned flags = CLEAN_LIST | (g->ascii ? CLEAN_ASCII : 0);

	/* Of a text of a megabyte, only what may be seen is looked at. */
	f->cut = len > most;
	if (f->cut)
		for (len = most; len > 0 && (text[len] & 0xC0) == 0x80; len--)
			;
	if (clean_text(&f->clean, text, len, flags))
		g->hid = true;
	f->len = utf8_cut(f->clean.text, f->clean.len, width, &f->used);
	if (f->len == f->clean.len && !f->cut)
		return;
	f->cut = true;
	f->len = utf8_cut(f->clean.text, f->clean.len, width - 1, &f->used);
}

static int
put_fitted(struct grid *g, int y, int x, int width, struct fitted *f,
	enum role role)
{
	int used = grid_put_clean(g, y, x, width, f->clean.text, f->len, role);

	if (f->cut)
		used += grid_put_clean(g, y, x + used, width - used,
			g->ascii ? "~" : "…", g->ascii ? 1 : strlen("…"), role);
	strbuf_clear(&f->clean);
	return used;
}

int
grid_put(struct grid *g, int y, int x, int width, const char *text,
	enum role role)
{
	struct fitted f = { .clean = STRBUF_INIT };
	size_t len = strlen(text);

	if (!clip(g, y, &x, &width))
		return 0;
	/* Most is clean and fits as it is. */
	if (len <= (size_t)width && utf8_ascii_run(text, len) == len)
		return grid_put_clean(g, y, x, width, text, len, role);
	fit(g, &f, text, width);
	return put_fitted(g, y, x, width, &f, role);
}

int
grid_put_right(struct grid *g, int y, int x, int width, const char *text,
	enum role role)
{
	struct fitted f = { .clean = STRBUF_INIT };
	int gap;

	if (!clip(g, y, &x, &width))
		return 0;
	fit(g, &f, text, width);
	gap = width - f.used - f.cut;
	return put_fitted(g, y, x + gap, width - gap, &f, role);
}

int
grid_printf(struct grid *g, int y, int x, int width, enum role role,
	const char *fmt, ...)
{
	va_list ap;
	char *text;
	int len, used;

	va_start(ap, fmt);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	assert(len >= 0);
	text = xcalloc((size_t)len + 1, 1);
	va_start(ap, fmt);
	vsnprintf(text, (size_t)len + 1, fmt, ap);
	va_end(ap);
	used = grid_put(g, y, x, width, text, role);
	free(text);
	return used;
}

static void
select_row(struct grid *g, int y, int x)
{
	g->selected_y = y;
	g->selected_x = x;
}

void
grid_fill(struct grid *g, int y, int x, int width, enum role role)
{
	if (!clip(g, y, &x, &width))
		return;
	if (role == ROLE_SELECTED)
		select_row(g, y, x);
	break_left(g, y, x);
	for (int i = 0; i < width; i++)
		*grid_cell(g, y, x + i) = (struct cell){ { ' ' }, (int32_t)role };
	break_right(g, y, x + width);
}

void
grid_role(struct grid *g, int y, int x, int width, enum role role)
{
	if (!clip(g, y, &x, &width))
		return;
	if (role == ROLE_SELECTED)
		select_row(g, y, x);
	for (int i = 0; i < width; i++)
		grid_cell(g, y, x + i)->role = (int32_t)role;
}

void
grid_rule(struct grid *g, int y, int x, int width, enum role role)
{
	if (!clip(g, y, &x, &width))
		return;
	grid_fill(g, y, x, width, role);
	for (int i = 0; i < width && !g->plain; i++)
		grid_cell(g, y, x + i)->cp[0] = g->ascii ? '-' : 0x2500;
}

void
grid_target(struct grid *g, int y, int x, int width, int key)
{
	if (g->n_targets < GRID_TARGETS)
		g->targets[g->n_targets++] =
			(struct grid_target){ y, x, width, key };
}

void
grid_cover(struct grid *g)
{
	g->n_targets = 0;
	g->selected_y = -1;
	g->n_choices = 0;
}

void
grid_choices(struct grid *g, struct area a)
{
	if (g->n_choices < GRID_CHOICES)
		g->choices[g->n_choices++] = a;
}

int
grid_clicked(const struct grid *g, int y, int x)
{
	for (size_t i = g->n_targets; i-- > 0;) {
		const struct grid_target *t = &g->targets[i];

		if (t->y == y && x >= t->x && x < t->x + t->width)
			return t->key;
	}
	return K_NONE;
}

void
grid_text(const struct grid *g, struct strbuf *out)
{
	for (int y = 0; y < g->rows; y++) {
		size_t keep = out->len;

		for (int x = 0; x < g->cols; x++) {
			const struct cell *c = grid_cell(g, y, x);
			char utf8[4];

			for (size_t i = 0; i < ARRAY_SIZE(c->cp) && c->cp[i]; i++)
				strbuf_add(out, utf8, utf8_put(utf8, c->cp[i]));
			if (c->cp[0] != ' ')
				keep = out->len;
		}
		strbuf_cut(out, keep);
		strbuf_putc(out, '\n');
	}
}
