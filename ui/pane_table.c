/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane_table.c - see pane_table.h. */
#include "ui/pane_table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum {
	LEAST_COLUMN = 9,	/* of one that had to be cut */
	LAST_COLUMN = 16,	/* of the last one, which wraps */
	NOTE_INDENT = 2,
};

void
table_column(struct pane_table *t, const char *head, bool right)
{
	assert(t->columns < TABLE_MOST);
	t->right[t->columns] = right;
	t->heads[t->columns++] = xstrdup(head);
}

void
table_firm(struct pane_table *t)
{
	t->firm[t->columns - 1] = true;
}

void
table_row(struct pane_table *t, const char *opens, const char *value)
{
	t->rows = xgrow(t->rows, t->n, &t->room, sizeof(*t->rows));
	t->rows[t->n++] = (struct table_row){ .opens = xstrdup(opens),
		.value = xstrdup(value) };
}

void
table_cell(struct pane_table *t, size_t column, const char *text,
	enum role role)
{
	struct table_cell *c = &t->rows[t->n - 1].cells[column];

	free(c->text);
	*c = (struct table_cell){ text && *text ? xstrdup(text) : NULL, role };
}

void
table_itself(struct pane_table *t, const char *ref)
{
	free(t->rows[t->n - 1].itself);
	t->rows[t->n - 1].itself = xstrdup(ref);
}

void
table_note(struct pane_table *t, const char *text, enum role role)
{
	struct table_row *row = &t->rows[t->n - 1];

	row->notes = xrealloc_array(row->notes, row->n_notes + 1,
		sizeof(*row->notes));
	row->notes[row->n_notes++] = (struct table_cell){ xstrdup(text), role };
}

static void
table_free(struct pane_table *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct table_row *row = &t->rows[i];

		for (size_t j = 0; j < t->columns; j++)
			free(row->cells[j].text);
		for (size_t j = 0; j < row->n_notes; j++)
			free(row->notes[j].text);
		free(row->notes);
		free(row->opens);
		free(row->itself);
		free(row->value);
	}
	for (size_t j = 0; j < t->columns; j++)
		free(t->heads[j]);
	free(t->rows);
	*t = (struct pane_table){ 0 };
}

/* --- How wide ----------------------------------------------------------- */

struct layout {
	int width[TABLE_MOST];	/* 0: nothing stands there */
	size_t last;		/* column that has text */
	bool heads;
};

static int
width_of(const struct pane *p, const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	int width;

	pane_clean(p, text, &clean);
	width = utf8_width(clean.text, clean.len);
	strbuf_clear(&clean);
	return width;
}

static int
whole(const struct layout *o, size_t columns)
{
	int all = -PANE_GAP;

	for (size_t j = 0; j < columns; j++)
		if (o->width[j])
			all += o->width[j] + PANE_GAP;
	return all;
}

/* The column that gives way next: the widest, down to what can still be read; columns
 * where none does. */
static size_t
widest(const struct pane_table *t, const struct layout *o, bool firm)
{
	size_t found = t->columns;

	for (size_t j = 0; j < t->columns; j++)
		if ((firm || !t->firm[j]) &&
		    o->width[j] > (j == o->last ? LAST_COLUMN : LEAST_COLUMN) &&
		    (found == t->columns || o->width[j] > o->width[found]))
			found = j;
	return found;
}

static bool
shrink(const struct pane_table *t, struct layout *o, int room)
{
	while (whole(o, t->columns) > room) {
		size_t next = widest(t, o, false);

		if (next == t->columns)
			next = widest(t, o, true);
		if (next == t->columns)
			return false;
		o->width[next]--;
	}
	return true;
}

static bool
lay_out(const struct pane_table *t, const struct pane *p, int room,
	struct layout *o)
{
	*o = (struct layout){ 0 };
	for (size_t i = 0; i < t->n; i++)
		for (size_t j = 0; j < t->columns; j++) {
			int width = width_of(p, t->rows[i].cells[j].text);

			if (width > o->width[j])
				o->width[j] = width;
		}
	for (size_t j = 0; j < t->columns; j++) {
		int width = width_of(p, t->heads[j]);

		if (o->width[j] == 0)
			continue;
		o->last = j;
		o->heads = o->heads || width > 0;
		if (width > o->width[j])
			o->width[j] = width;
	}
	return shrink(t, o, room);
}

/* --- Writing ------------------------------------------------------------ */

static void
put_heads(const struct pane_table *t, struct pane *p, int x,
	const struct layout *o)
{
	pane_row_end(p);
	pane_line(p);
	for (size_t j = 0; j < t->columns; j++) {
		int width = o->width[j];
		int text = width_of(p, t->heads[j]);

		if (width == 0)
			continue;
		pane_put(p, t->right[j] && text < width ? x + width - text : x,
			width, t->heads[j], ROLE_LABEL);
		x += width + PANE_GAP;
	}
}

static void
put_cells(const struct pane_table *t, const struct table_row *row,
	struct pane *p, int x, const struct layout *o)
{
	for (size_t j = 0; j < t->columns; j++) {
		const struct table_cell *c = &row->cells[j];
		int width = o->width[j];
		int text = t->right[j] ? width_of(p, c->text) : 0;

		if (width == 0)
			continue;
		if (!c->text)
			;
		else if (j == o->last && !t->right[j])
			pane_flow(p, x, c->text, c->role);
		else
			pane_put(p, t->right[j] && text < width ?
				x + width - text : x, width, c->text, c->role);
		x += width + PANE_GAP;
	}
}

/* No room for columns: one after the other, as the words of a text. */
static void
put_stacked(const struct pane_table *t, const struct table_row *row,
	struct pane *p, int x)
{
	struct strbuf text = STRBUF_INIT;
	enum role role = ROLE_TEXT;

	for (size_t j = 0; j < t->columns; j++) {
		const struct table_cell *c = &row->cells[j];

		if (!c->text)
			continue;
		strbuf_printf(&text, "%s%s", text.len ? "  " : "", c->text);
		if (c->role == ROLE_WARNING || c->role == ROLE_ERROR)
			role = c->role;
	}
	pane_flow(p, x, text.text, role);
	strbuf_clear(&text);
}

void
table_put(struct pane_table *t, struct pane *p, int indent)
{
	struct layout o;
	bool fits = lay_out(t, p, p->width - indent, &o);

	if (fits && o.heads && t->n)
		put_heads(t, p, indent, &o);
	for (size_t i = 0; i < t->n; i++) {
		const struct table_row *row = &t->rows[i];

		pane_row_end(p);
		pane_row(p, row->opens, row->value);
		if (row->itself)
			pane_row_itself(p, row->itself);
		pane_line(p);
		if (fits)
			put_cells(t, row, p, indent, &o);
		else
			put_stacked(t, row, p, indent);
		for (size_t j = 0; j < row->n_notes; j++) {
			pane_line(p);
			pane_flow(p, indent + NOTE_INDENT, row->notes[j].text,
				row->notes[j].role);
		}
	}
	pane_row_end(p);
	table_free(t);
}
