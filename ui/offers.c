/* SPDX-License-Identifier: GPL-3.0-or-later */
/* offers.c - see offers.h. */
#include "ui/offers.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "src/kind.h"
#include "base/banned.h"

void
offers_clear(struct offers *o)
{
	desk_found_clear(&o->found);
	free(o->asked);
	o->asked = NULL;
}

static bool
is_among(const struct rows *rows, const struct record *r)
{
	const char *ref = record_text(r, HEADER_REF);

	for (size_t i = 0; i < rows->page.n; i++)
		if (strcmp(record_text(&rows->page.rows[i].record, HEADER_REF),
		    ref) == 0)
			return true;
	return false;
}

static void
row_clear(struct desk_find_row *row)
{
	free(row->field);
	free(row->text);
	record_clear(&row->record);
}

static void
leave_out(struct desk_found *found, const struct rows *rows)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->n; i++)
		if (is_among(rows, &found->rows[i].record))
			row_clear(&found->rows[i]);
		else
			found->rows[kept++] = found->rows[i];
	found->n = kept;
}

/* Is all of the list at hand, and little? A filter that is refused leaves the rows
 * of the one before it. */
static bool
is_little(const struct rows *rows)
{
	const struct desk_page *p = &rows->page;

	return rows->has && !rows->has_next && !p->at_least &&
		!p->more_before && !p->more_after && p->n < OFFERS_FEW;
}

bool
offers_ask(struct offers *o, const struct rows *rows, int kind,
	const char *text, struct err *err)
{
	const struct desk_find_ask ask = { .text = text, .kind = kind,
		.limit = OFFERS_MOST };
	struct err why = ERR_INIT;

	if ((o->asked && strcmp(o->asked, text) == 0) || !is_little(rows))
		return true;
	offers_clear(o);
	o->asked = xstrdup(text);
	if (*text && !desk_find(rows->desk, &ask, &o->found, &why)) {
		if (why.code == ERR_USAGE)
			return true;
		if (err)
			*err = why;
		return false;
	}
	leave_out(&o->found, rows);
	return true;
}

static bool
has_heading(const struct offers *o, size_t row)
{
	return row == 0 || o->found.rows[row].how != o->found.rows[row - 1].how;
}

/* Is it told by what it was found? Not where the row shows that: in its title. */
static bool
has_text(const struct offers *o, size_t row)
{
	const struct desk_find_row *r = &o->found.rows[row];
	const struct kind *k = r->record.kind;

	return r->field && r->text &&
		strcmp(r->field, kind_field(k, k->title)->name) != 0;
}

size_t
offers_line_of(const struct offers *o, size_t row)
{
	size_t line = 0;

	for (size_t i = 0; i < row; i++)
		line += has_heading(o, i) + 1u + has_text(o, i);
	return line + (row < o->found.n && has_heading(o, row));
}

size_t
offers_lines(const struct offers *o)
{
	return offers_line_of(o, o->found.n);
}

struct offers_line
offers_at(const struct offers *o, size_t line)
{
	struct offers_line at = { OFFERS_TEXT, 0 };

	while (at.row + 1 < o->found.n &&
	    offers_line_of(o, at.row + 1) - has_heading(o, at.row + 1) <= line)
		at.row++;
	size_t own = offers_line_of(o, at.row);

	if (line <= own)
		at.what = line == own ? OFFERS_ROW : OFFERS_HEADING;
	return at;
}
