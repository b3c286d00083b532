/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tabular.c - see tabular.h. */
#include "ui/tabular.h"

#include <stdlib.h>
#include <string.h>

#include "base/clean.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/para.h"
#include "ui/say.h"
#include "base/banned.h"

enum { NARROWEST = 4 };

struct column {
	char *heading;
	bool right;
	int width;
};

struct tabular {
	int width;		/* of the terminal, 0 if there is none */
	struct column *columns;
	size_t n_columns;
	char **cells;		/* of whole rows, then of the one begun */
	size_t n_cells, room;
	bool begun;		/* widths are fixed, the headings are out */
};

struct tabular *
tabular_new(int width)
{
	struct tabular *t = xcalloc(1, sizeof(*t));

	t->width = width;
	return t;
}

static void
drop_cells(struct tabular *t)
{
	for (size_t i = 0; i < t->n_cells; i++)
		free(t->cells[i]);
	t->n_cells = 0;
}

void
tabular_free(struct tabular *t)
{
	if (!t)
		return;
	drop_cells(t);
	for (size_t i = 0; i < t->n_columns; i++)
		free(t->columns[i].heading);
	free(t->columns);
	free(t->cells);
	free(t);
}

void
tabular_column(struct tabular *t, const char *heading, bool right)
{
	t->columns = xrealloc_array(t->columns, t->n_columns + 1,
		sizeof(*t->columns));
	t->columns[t->n_columns++] = (struct column){
		.heading = xstrdup(heading), .right = right,
		.width = utf8_width(heading, strlen(heading)),
	};
}

struct tabular *
tabular_with(int width, const char *const *headings)
{
	struct tabular *t = tabular_new(width);

	for (size_t i = 0; headings[i]; i++)
		tabular_column(t, headings[i], false);
	return t;
}

void
tabular_cell(struct tabular *t, const char *text)
{
	struct strbuf clean = STRBUF_INIT;

	clean_text(&clean, text ? text : "", text ? strlen(text) : 0,
		say_flags());
	t->cells = xgrow(t->cells, t->n_cells, &t->room, sizeof(*t->cells));
	t->cells[t->n_cells++] = strbuf_detach(&clean);
}

/* --- Widths ------------------------------------------------------------- */

static int
whole_width(const struct tabular *t)
{
	int sum = -TABULAR_GAP;

	for (size_t i = 0; i < t->n_columns; i++)
		sum += t->columns[i].width + TABULAR_GAP;
	return sum;
}

/* Take from the widest columns until the row fits. */
static void
squeeze(struct tabular *t)
{
	for (int excess = whole_width(t) - t->width; excess > 0; excess--) {
		struct column *widest = &t->columns[0];

		for (size_t i = 1; i < t->n_columns; i++)
			if (t->columns[i].width > widest->width)
				widest = &t->columns[i];
		if (widest->width <= NARROWEST)
			return;
		widest->width--;
	}
}

static void
measure(struct tabular *t)
{
	for (size_t i = 0; i < t->n_cells; i++) {
		struct column *c = &t->columns[i % t->n_columns];
		int width = utf8_width(t->cells[i], strlen(t->cells[i]));

		if (!t->width && width > TABULAR_ALIGN)
			width = TABULAR_ALIGN;
		if (width > c->width)
			c->width = width;
	}
	if (t->width)
		squeeze(t);
}

/* --- Rows --------------------------------------------------------------- */

static void
put_cell(const struct tabular *t, struct strbuf *out, const struct column *c,
	const char *text)
{
	const char *sign = say_flags() ? ">" : "\xe2\x80\xa6";
	size_t len = strlen(text);
	int used = utf8_width(text, len);
	bool cut = t->width && used > c->width;

	if (cut)
		len = utf8_cut(text, len, c->width - 1, &used);
	for (; cut && len > 0 && text[len - 1] == ' '; len--)
		used--;
	if (c->right && !cut)
		para_pad(out, used, c->width);
	strbuf_add(out, text, len);
	if (cut) {
		strbuf_puts(out, sign);
		used++;
	}
	if (!c->right || cut)
		para_pad(out, used, c->width);
}

static void
put_row(const struct tabular *t, struct strbuf *out, char *const *cells)
{
	for (size_t i = 0; i < t->n_columns; i++) {
		const struct column *c = &t->columns[i];

		if (i > 0)
			para_pad(out, 0, TABULAR_GAP);
		put_cell(t, out, c, cells ? cells[i] : c->heading);
	}
	/* Blanks at the end of a line help nobody. */
	size_t len = out->len;
	while (len > 0 && out->text[len - 1] == ' ')
		len--;
	strbuf_cut(out, len);
	strbuf_putc(out, '\n');
}

void
tabular_put(struct tabular *t, struct strbuf *out)
{
	if (!t->begun) {
		measure(t);
		put_row(t, out, NULL);
		t->begun = true;
	}
	for (size_t i = 0; i + t->n_columns <= t->n_cells; i += t->n_columns)
		put_row(t, out, t->cells + i);
	drop_cells(t);
}
