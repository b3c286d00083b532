/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns.c - see columns.h. */
#include "ui/columns.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "src/format.h"
#include "src/kind.h"
#include "base/banned.h"

enum {
	LEAST_TITLE = 18,
	FAIR_TITLE = 32,
	MOST_TITLE = 60,
	MOST_HEADING = 9,	/* that makes a column wider than its values */
	MOST_CODE = 16,
	REF = 9,
	WITH_TIME = 16,		/* of a date that is an appointment */
};

/* What a value of each type takes; 0: not shown in a list. */
static const int widths[FIELD_TYPE_N] = {
	[FIELD_TEXT] = 16, [FIELD_LONG] = 0, [FIELD_CODE] = MOST_CODE,
	[FIELD_TAGS] = 12, [FIELD_CODES] = 8, [FIELD_REF] = 10,
	[FIELD_DATE] = 10, [FIELD_MONEY] = 16, [FIELD_COUNT] = 8, [FIELD_PERCENT] = 8,
	[FIELD_TIME] = 16, [FIELD_IDENT] = 20, [FIELD_ACCOUNT] = 28,
	[FIELD_STATE] = 2,
};

static int
words_width(const char *text)
{
	return utf8_width(text, strlen(text));
}

static int
code_width(const struct field *f)
{
	int most = 0;

	for (const struct field_code *c = f->codes; c && c->code; c++)
		if (words_width(_(c->label)) > most)
			most = words_width(_(c->label));
	return most < MOST_CODE ? most : MOST_CODE;
}

static int
width_of(const struct field *f)
{
	int width = f == &header_fields[HEADER_REF] ? REF :
		f->type == FIELD_CODE ? code_width(f) :
		f->flags & FIELD_PASSES ? WITH_TIME :
		f->type == FIELD_TEXT && f->max < (size_t)widths[FIELD_TEXT] ?
		(int)f->max : widths[f->type];
	/* With room for the mark of the sort order beside the word. */
	int heading = words_width(_(f->label)) + 1;

	if (heading > MOST_HEADING)
		heading = MOST_HEADING;
	return width > 0 && width < heading ? heading : width;
}

static bool
has(const struct columns *c, size_t index)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->column[i].index == index)
			return true;
	return false;
}

static void
put(struct columns *c, const struct kind *kind, size_t index, int width)
{
	enum field_type type = kind_field(kind, index)->type;

	c->column[c->n++] = (struct column){ .index = index, .width = width,
		.right = type == FIELD_MONEY || type == FIELD_COUNT ||
			type == FIELD_PERCENT };
}

/* Add a field if there is room for it. */
static void
add(struct columns *c, const struct kind *kind, size_t index, int *left)
{
	const struct field *f = kind_field(kind, index);
	int width = f ? width_of(f) : 0;

	if (width == 0 || (f->flags & FIELD_HIDDEN) || has(c, index) ||
	    c->n == COLUMNS_MAX || *left < width + COLUMNS_GAP)
		return;
	*left -= width + COLUMNS_GAP;
	put(c, kind, index, width);
}

/* What kind.columns names; the title has its room already. */
static void
add_listed(struct columns *c, const struct kind *kind, int least, int *left)
{
	for (const uint8_t *i = kind->columns; *i != 0xFF; i++)
		if (*i == kind->title)
			put(c, kind, *i, least);
		else
			add(c, kind, *i, left);
	if (!has(c, kind->title))
		put(c, kind, kind->title, least);
}

/* What else there is, once the title has a fair width. */
static void
add_further(struct columns *c, const struct kind *kind, int least, int *left)
{
	int kept = least < FAIR_TITLE ? FAIR_TITLE - least : 0;
	static const size_t header[] = { HEADER_HANDLING, HEADER_GRADE,
		HEADER_PARTY, HEADER_CHANGED, HEADER_TAGS, HEADER_SOURCE_ID };

	*left -= kept;
	for (size_t i = HEADER_N; i < kind_n(kind); i++)
		add(c, kind, i, left);
	for (size_t i = 0; i < ARRAY_SIZE(header); i++)
		add(c, kind, header[i], left);
	*left += kept;
}

/* The least that the title needs: where it comes first it is what is read. */
static int
least_title(const struct kind *kind, int width)
{
	if (kind->columns[0] != kind->title)
		return LEAST_TITLE / 2;
	return width * 2 / 5 > LEAST_TITLE ? width * 2 / 5 : LEAST_TITLE;
}

void
columns_fit(struct columns *c, const struct kind *kind, int width)
{
	int least = least_title(kind, width);
	int left, x = 0;

	*c = (struct columns){ .n = 0 };
	if (least > MOST_TITLE)
		least = MOST_TITLE;
	left = width - least;
	/* Where a code names the record, its ref is the same word. */
	if (kind->letter || kind->columns[0] == kind->title)
		add(c, kind, HEADER_REF, &left);
	add_listed(c, kind, least, &left);
	add_further(c, kind, least, &left);
	for (size_t i = 0; i < c->n; i++) {
		if (c->column[i].index == kind->title && left > 0)
			c->column[i].width += left;
		c->column[i].x = x;
		x += c->column[i].width + COLUMNS_GAP;
	}
}

static void
put_column(struct grid *g, struct area a, const struct column *c,
	const char *text, enum role role)
{
	int width = a.cols - c->x < c->width ? a.cols - c->x : c->width;

	if (c->right)
		grid_put_right(g, a.y, a.x + c->x, width, text, role);
	else
		grid_put(g, a.y, a.x + c->x, width, text, role);
}

void
columns_heading(const struct columns *c, struct grid *g, struct area a,
	const struct kind *kind, const char *sort)
{
	bool down = sort && *sort == '-';

	for (size_t i = 0; i < c->n; i++) {
		const struct field *f = kind_field(kind, c->column[i].index);
		bool is_sort = sort && strcmp(sort + down, f->name) == 0;
		struct strbuf text = STRBUF_INIT;

		strbuf_puts(&text, _(f->label));
		if (is_sort)
			strbuf_puts(&text, down ? "-" : "+");
		put_column(g, a, &c->column[i], text.text, ROLE_HEADING);
		strbuf_clear(&text);
	}
}

/*
 * What a record is called that has no title: an account by its number. c: not by
 * what has a column of its own beside it; may be NULL.
 */
static void
stand_in(const struct columns *c, const struct record *r, const char *zone,
	struct strbuf *out)
{
	static const unsigned naming = 1u << FIELD_TEXT | 1u << FIELD_REF |
		1u << FIELD_IDENT | 1u << FIELD_ACCOUNT | 1u << FIELD_MONEY;
	size_t from = out->len;

	for (const uint8_t *i = r->kind->columns;
	    out->len == from && i && *i != 0xFF; i++)
		if ((naming & 1u << kind_field(r->kind, *i)->type) &&
		    record_text(r, *i) && !(c && has(c, *i)))
			format_cell(out, r, *i, zone);
}

void
columns_row(const struct columns *c, struct grid *g, struct area a,
	const struct record *r, const char *zone, enum role role)
{
	for (size_t i = 0; i < c->n; i++) {
		size_t index = c->column[i].index;
		struct strbuf text = STRBUF_INIT;

		format_cell(&text, r, index, zone);
		if (text.len == 0 && index == r->kind->title)
			stand_in(c, r, zone, &text);
		put_column(g, a, &c->column[i], text.text, role);
		strbuf_clear(&text);
	}
}

void
columns_title(const struct record *r, const char *zone, struct strbuf *out)
{
	size_t from = out->len;

	format_cell(out, r, r->kind->title, zone);
	if (out->len == from)
		stand_in(NULL, r, zone, out);
}
