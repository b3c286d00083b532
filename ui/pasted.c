/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pasted.c - see pasted.h: the text as a table. What the rows would become stands in
 * pasted_rows.c. */
#include "ui/pasted.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/target.h"
#include "base/banned.h"

bool
pasted_is_table(const char *text, size_t len)
{
	const char *line = memchr(text, '\n', len);

	return memchr(text, '\t', len) ||
		(line && (size_t)(line - text) + 1 < len);
}

/* --- Cells -------------------------------------------------------------- */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Trimmed; what spreadsheets and databases write for nothing is nothing. */
static char *
cell_of(const char *text, size_t len)
{
	while (len > 0 && is_blank(text[0])) {
		text++;
		len--;
	}
	while (len > 0 && is_blank(text[len - 1]))
		len--;
	if (len == 4 && (memcmp(text, "null", 4) == 0 ||
	    memcmp(text, "NULL", 4) == 0))
		len = 0;
	/* A cell ends where it holds a NUL: no field takes one. */
	return xstrndup(text, strnlen(text, len));
}

static void
add_cell(struct pasted_row *r, const char *text, size_t len)
{
	r->cells = xrealloc_array(r->cells, r->n + 1, sizeof(*r->cells));
	r->echo = xrealloc_array(r->echo, r->n + 1, sizeof(*r->echo));
	r->echo[r->n] = NULL;
	r->cells[r->n++] = cell_of(text, len);
}

static void
clear_row(struct pasted_row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		free(r->cells[i]);
		free(r->echo[i]);
	}
	free(r->cells);
	free(r->echo);
	free(r->why);
}

static bool
is_empty(const struct pasted_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (*r->cells[i])
			return false;
	return true;
}

/* The next row, unless there are enough: the heading has a place of its own. */
static struct pasted_row *
add_row(struct pasted *p, long line)
{
	if (p->n > PASTED_ROWS) {
		p->beyond++;
		return NULL;
	}
	p->rows = xgrow(p->rows, p->n, &p->room, sizeof(*p->rows));
	p->rows[p->n] = (struct pasted_row){ .line = line };
	return &p->rows[p->n++];
}

/* A row has its cells: an empty one is none, and of many only the first count. */
static void
end_row(struct pasted *p, size_t cells)
{
	struct pasted_row *r = &p->rows[p->n - 1];

	if (is_empty(r)) {
		clear_row(r);
		p->n--;
		return;
	}
	if (r->n > p->n_columns)
		p->n_columns = r->n;
	if (cells > PASTED_COLUMNS && cells - PASTED_COLUMNS > p->columns_beyond)
		p->columns_beyond = cells - PASTED_COLUMNS;
}

/* --- Reading ------------------------------------------------------------ */

static void
take_row(struct pasted *p, const struct csv_reader *csv)
{
	size_t n = csv_reader_cells(csv), len;
	struct pasted_row *r = add_row(p, csv_reader_line(csv));

	if (!r)
		return;
	for (size_t i = 0; i < n && i < PASTED_COLUMNS; i++) {
		const char *text = csv_reader_cell(csv, i, &len);

		add_cell(r, text, len);
	}
	end_row(p, n);
}

static void
clear_rows(struct pasted *p)
{
	for (size_t i = 0; i < p->n; i++)
		clear_row(&p->rows[i]);
	free(p->rows);
	p->rows = NULL;
	p->n = p->room = p->n_columns = p->beyond = p->columns_beyond = 0;
}

/* As tables are written; false, and err, where a quote has no end. *separator is
 * what stands between cells. */
static bool
read_quoted(struct pasted *p, const char *text, size_t len, char *separator,
	struct err *err)
{
	struct csv_reader *csv = csv_reader_new();
	enum csv_state state;

	csv_reader_feed(csv, text, len);
	csv_reader_feed(csv, NULL, 0);
	while ((state = csv_reader_next(csv, err)) == CSV_ROW) {
		*separator = csv_reader_separator(csv);
		take_row(p, csv);
	}
	csv_reader_free(csv);
	return state != CSV_BROKEN;
}

/* A line at a time, quotes as they are. */
static void
read_plain(struct pasted *p, const char *text, size_t len, char separator)
{
	const char *end = text + len;

	for (long line = 1; text < end; line++) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		struct pasted_row *r = add_row(p, line);
		size_t n = 0;

		stop = stop ? stop : end;
		for (const char *from = text; r && from <= stop; n++) {
			const char *to = memchr(from, separator,
				(size_t)(stop - from));

			to = to ? to : stop;
			if (n < PASTED_COLUMNS)
				add_cell(r, from, (size_t)(to - from));
			from = to + 1;
		}
		if (r)
			end_row(p, n);
		text = stop + 1;
	}
}

static void
read_text(struct pasted *p, const char *text, size_t len)
{
	struct err err = ERR_INIT;
	char separator = '\t';

	if (read_quoted(p, text, len, &separator, &err))
		return;
	clear_rows(p);
	read_plain(p, text, len, separator ? separator : '\t');
	p->broken = xasprintf(_("Line %ld begins a quote that has no end: quotes "
		"are taken as they stand"), err.row);
}

/* --- Columns ------------------------------------------------------------ */

/* Does the first row mostly name fields? */
static bool
has_heading(const struct pasted *p)
{
	const struct pasted_row *r = &p->rows[0];
	size_t named = 0, filled = 0;

	for (size_t i = 0; p->n > 0 && i < r->n; i++) {
		filled += *r->cells[i] != '\0';
		named += *r->cells[i] && target_find(p->kind, r->cells[i]) <
			target_n(p->kind);
	}
	return named > 0 && named * 2 >= filled;
}

static bool
is_chosen(const struct pasted *p, size_t target)
{
	for (size_t i = 0; i < p->n_columns; i++)
		if (p->target[i] == target)
			return true;
	return false;
}

static void
map_by_heading(struct pasted *p)
{
	const struct pasted_row *r = &p->rows[0];

	for (size_t i = 0; i < r->n; i++) {
		size_t target = target_find(p->kind, r->cells[i]);

		if (*r->cells[i] && target < target_n(p->kind) &&
		    !is_chosen(p, target))
			p->target[i] = target;
	}
}

static void
map_by_place(struct pasted *p, const struct columns_choice *usual)
{
	for (size_t i = 0; i < p->n_columns && i < usual->n; i++)
		p->target[i] = usual->field[i].index;
}

static void
ask_again(struct pasted *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct pasted_row *r = &p->rows[i];

		r->verdict = PASTED_WAITS;
		for (size_t k = 0; k < r->n; k++) {
			free(r->echo[k]);
			r->echo[k] = NULL;
		}
	}
	p->asked = pasted_first(p);
}

void
pasted_choose(struct pasted *p, size_t column, size_t target)
{
	for (size_t i = 0; i < p->n_columns; i++)
		if (p->target[i] == target)
			p->target[i] = PASTED_NO_TARGET;
	p->target[column] = target;
	ask_again(p);
}

void
pasted_set_heading(struct pasted *p, bool heading)
{
	p->heading = heading && p->n > 0;
	ask_again(p);
}

size_t
pasted_first(const struct pasted *p)
{
	return p->heading ? 1 : 0;
}

/* --- Beginning and end -------------------------------------------------- */

void
pasted_read(struct pasted *p, struct desk *desk, const struct kind *kind,
	const char *of, const struct columns_choice *usual, const char *text,
	size_t len)
{
	*p = (struct pasted){ .desk = desk, .kind = kind, .of = xstrdup(of) };
	for (size_t i = 0; i < PASTED_COLUMNS; i++)
		p->target[i] = PASTED_NO_TARGET;
	read_text(p, text, len);
	p->heading = has_heading(p);
	if (p->heading)
		map_by_heading(p);
	else
		map_by_place(p, usual);
	/* The place of a heading that there is not is one too many. */
	if (!p->heading && p->n > PASTED_ROWS) {
		clear_row(&p->rows[--p->n]);
		p->beyond++;
	}
	ask_again(p);
}

void
pasted_free(struct pasted *p)
{
	clear_rows(p);
	free(p->of);
	free(p->broken);
	*p = (struct pasted){ 0 };
}
