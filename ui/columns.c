/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns.c - see columns.h. */
#include "ui/columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/format.h"
#include "src/kind.h"
#include "ui/key.h"
#include "base/banned.h"

enum {
	LEAST_TITLE = 18,
	FAIR_TITLE = 32,
	MOST_TITLE = 60,
	MOST_HEADING = 16,	/* that makes a column wider than its values */
	CUT_HEADING = 9,	/* and where there is no room for that */
	MOST_TEXT = 24,		/* of what is no name, date or number ... */
	MOST_WORDS = 18,	/* ... and of words for several codes */
	LEAST_TEXT = 9,		/* that is still worth a column */
	MOST_NAMED = 32,	/* of a ref with what it leads to */
	REF = 6,
	OWN_REF = 9,		/* also of what is kept back: RO-LBV3TB */
	WITH_TIME = 16,		/* of a date that is an appointment */
	LATE = 2,		/* the sign behind a day that has passed */
};

/* What a value of each type takes where nothing was seen; 0: lines are no column
 * unless a person says so. */
static const int usual[FIELD_TYPE_N] = {
	[FIELD_TEXT] = 16, [FIELD_LONG] = 0, [FIELD_CODE] = MOST_TEXT,
	[FIELD_TAGS] = 12, [FIELD_CODES] = 12, [FIELD_REF] = REF,
	[FIELD_DATE] = 10, [FIELD_MONEY] = 16, [FIELD_COUNT] = 8, [FIELD_PERCENT] = 8,
	[FIELD_TIME] = 16, [FIELD_IDENT] = 20, [FIELD_ACCOUNT] = 28,
	[FIELD_STATE] = 2,
};

static int
most(int a, int b)
{
	return a > b ? a : b;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

static int
words_width(const char *text)
{
	return utf8_width(text, strlen(text));
}

/* --- What was seen ------------------------------------------------------ */

static void stand_in(const struct columns *c, const struct record *r,
	const char *zone, struct strbuf *out);

static void
today_of(const char *zone, char today[12])
{
	char text[CLOCK_TEXT_SIZE];

	clock_local(clock_now(), zone, text);
	snprintf(today, 12, "%.10s", text);
}

/* Should it have been done by then, and is it not? A month or a year is late when it
 * is over. */
static bool
is_late(const struct record *r, size_t index, const char *today)
{
	const struct kind *k = r->kind;
	const struct field *f = kind_field(k, index);
	const char *date = record_text(r, index);

	if (!date || !(f->flags & FIELD_DUE) || !*today ||
	    (k->status && !kind_is_open(k, record_text(r, k->status))) ||
	    (f->done && record_text(r, kind_index(k, f->done))))
		return false;
	date += *date == '~';
	return strncmp(date, today, least((int)strlen(date), 10)) < 0;
}

bool
columns_is_late(const struct record *r, size_t index, const char *zone)
{
	char today[12];

	today_of(zone, today);
	return is_late(r, index, today);
}

/* A value as a list shows it: a day that has passed has its sign. */
static void
put_cell(struct strbuf *out, const struct record *r, size_t index,
	const char *zone, const char *today)
{
	format_cell(out, r, index, zone);
	if (is_late(r, index, today))
		strbuf_puts(out, " !");
}

const char *
columns_name(const struct desk_page *page, const char *ref)
{
	for (size_t i = 0; page && ref && i < page->n_named; i++)
		if (strcmp(page->named[i].ref, ref) == 0)
			return page->named[i].title;
	return NULL;
}

/* Behind a ref, what it leads to is called: "RO/2 Ana Pop". */
static void
put_name(struct strbuf *out, const struct record *r, size_t index,
	const struct desk_page *page)
{
	const char *name = kind_field(r->kind, index)->type == FIELD_REF &&
		!r->values[index].invalid ?
		columns_name(page, record_text(r, index)) : NULL;

	if (name)
		strbuf_printf(out, " %s", name);
}

void
columns_see(struct columns_seen *seen, const struct record *r,
	const struct desk_page *page, const char *zone, const char *today)
{
	struct strbuf text = STRBUF_INIT;

	if (seen->kind != r->kind) {
		columns_seen_clear(seen);
		seen->kind = r->kind;
		seen->widest = xcalloc(kind_n(r->kind), sizeof(*seen->widest));
		seen->names = xcalloc(kind_n(r->kind), sizeof(*seen->names));
	}
	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const struct field *f = kind_field(r->kind, i);

		/* What is absent may be shown all the same. */
		if (!f || (i != r->kind->title && i != HEADER_GRADE &&
		    (f->type == FIELD_LONG || !record_text(r, i))))
			continue;
		strbuf_reset(&text);
		put_cell(&text, r, i, zone, today);
		if (text.len == 0 && i == r->kind->title)
			stand_in(NULL, r, zone, &text);
		seen->widest[i] = most(seen->widest[i], words_width(text.text));
		put_name(&text, r, i, page);
		seen->names[i] = most(seen->names[i], words_width(text.text));
	}
	strbuf_clear(&text);
}

void
columns_seen_clear(struct columns_seen *seen)
{
	free(seen->widest);
	free(seen->names);
	*seen = (struct columns_seen){ 0 };
}

/* --- Widths ------------------------------------------------------------- */

static int
code_width(const struct field *f)
{
	int widest = 0;

	for (const struct field_code *c = f->codes; c && c->code; c++)
		widest = most(widest, words_width(_(c->label)));
	return widest;
}

/* The values of the field, as far as they are known. */
static int
values_width(const struct columns_want *want, size_t index)
{
	const struct field *f = kind_field(want->kind, index);
	int width = f == &header_fields[HEADER_REF] ? OWN_REF :
		f->type == FIELD_CODE ? code_width(f) :
		/* Where a place may follow there is room for the sign of it. */
		f->flags & FIELD_PASSES ? WITH_TIME + !want->seen :
		f->type == FIELD_TEXT && f->max < (size_t)usual[FIELD_TEXT] ?
		(int)f->max : usual[f->type];

	if (want->seen && want->seen->kind == want->kind)
		/* Days are as wide as they get, lest a column start to move. */
		width = most(want->seen->widest[index], f->type == FIELD_DATE ?
			width : 1);
	else if (f->flags & FIELD_DUE)
		width += LATE;
	return f->type == FIELD_CODES ? least(width, MOST_WORDS) :
		f->type == FIELD_TEXT || f->type == FIELD_CODE ||
		f->type == FIELD_TAGS || f->type == FIELD_LONG ?
		least(width, MOST_TEXT) : width;
}

static bool
is_sort(const struct columns_want *want, const struct field *f)
{
	return want->sort && *want->sort &&
		strcmp(want->sort + (*want->sort == '-'), f->name) == 0;
}

/* With the heading, which has the mark of the order beside it. */
static int
width_of(const struct columns_want *want, size_t index, int most_heading)
{
	const struct field *f = kind_field(want->kind, index);
	int width = values_width(want, index);

	return most(width, least(words_width(_(f->label)) + is_sort(want, f),
		most_heading));
}

/* How much of a list the title has at least: where it comes first it is what is read,
 * where it comes last it is what is said besides. */
static int
share_of_title(const struct columns_want *want)
{
	const uint8_t *columns = want->kind->columns;
	size_t n = 0, at = 0;

	for (; columns[n] != 0xFF; n++)
		if (columns[n] == want->kind->title)
			at = n;
	return at == 0 ? most(want->width * 2 / 5, LEAST_TITLE) :
		most(want->width / (at + 1 == n ? 5 : 3), LEAST_TITLE / 2);
}

/* What the title wants to be, and at least has to be. */
static void
title_widths(const struct columns_want *want, int *wish, int *need)
{
	const struct kind *kind = want->kind;

	*wish = FAIR_TITLE;
	*need = least(share_of_title(want), MOST_TITLE);
	if (!want->seen || want->seen->kind != kind)
		return;
	*wish = least(want->seen->widest[kind->title], MOST_TITLE);
	*wish = most(*wish, width_of(want, kind->title, MOST_HEADING));
	*need = least(*need, most(*wish, LEAST_TITLE / 2));
}

/* --- Fitting ------------------------------------------------------------ */

struct fitting {
	struct columns *c;
	const struct columns_want *want;
	int left;		/* columns that nobody has yet */
};

static bool
has(const struct columns *c, size_t index)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->column[i].index == index)
			return true;
	return false;
}

static void
put(struct fitting *f, size_t index, int width)
{
	enum field_type type = kind_field(f->want->kind, index)->type;

	f->c->column[f->c->n++] = (struct column){ .index = index,
		.width = width, .right = type == FIELD_MONEY ||
			type == FIELD_COUNT || type == FIELD_PERCENT };
}

/* May a value be cut where there is little room? Names may, numbers may not. */
static bool
may_be_cut(const struct field *f)
{
	return f->type == FIELD_TEXT || f->type == FIELD_CODE ||
		f->type == FIELD_TAGS;
}

/* Add a field if there is room for it; cut: in less room than it wants, if that is
 * worth something. */
static void
add(struct fitting *fit, size_t index, bool cut)
{
	const struct columns_want *want = fit->want;
	const struct field *f = kind_field(want->kind, index);
	int room = fit->left - COLUMNS_GAP, width;

	if (!f || f->type == FIELD_LONG || (f->flags & FIELD_HIDDEN) ||
	    has(fit->c, index) || fit->c->n == COLUMNS_MAX)
		return;
	width = width_of(want, index, MOST_HEADING);
	if (width > room && cut)
		width = width_of(want, index, CUT_HEADING);
	if (width > room && cut && may_be_cut(f) && room >= LEAST_TEXT)
		width = room;
	if (width > room)
		return;
	fit->left -= width + COLUMNS_GAP;
	put(fit, index, width);
}

/* What kind.columns names; the title has its room already. */
static void
add_listed(struct fitting *fit, int title)
{
	const struct kind *kind = fit->want->kind;

	for (const uint8_t *i = kind->columns; *i != 0xFF; i++)
		if (*i == kind->title)
			put(fit, *i, title);
		else
			add(fit, *i, true);
	if (!has(fit->c, kind->title))
		put(fit, kind->title, title);
}

/* A further column that is blank all the way down tells nothing. */
static void
add_if_seen(struct fitting *fit, size_t index)
{
	const struct columns_seen *seen = fit->want->seen;

	if (!seen || seen->kind != fit->want->kind || seen->widest[index] > 0)
		add(fit, index, false);
}

/* What the names of a column of refs want besides; 0: it is none, or has none. */
static int
names_want(const struct fitting *fit, const struct column *c)
{
	const struct columns_seen *seen = fit->want->seen;

	return seen && seen->kind == fit->want->kind &&
		seen->names[c->index] > seen->widest[c->index] ?
		most(least(seen->names[c->index], MOST_NAMED) - c->width, 0) : 0;
}

/* What refs lead to is called so where there is room for a good part of the names of
 * all of them, and for a fair title. */
static void
give_names(struct fitting *fit, int wish, int need)
{
	bool is_last = share_of_title(fit->want) < fit->want->width * 2 / 5;
	int room = fit->left - (is_last ? 0 : most(least(wish, FAIR_TITLE) -
		need, 0));
	int n = 0;

	for (size_t i = 0; i < fit->c->n; i++)
		n += names_want(fit, &fit->c->column[i]) > 0;
	if (n == 0 || room < n * LEAST_TEXT)
		return;
	for (size_t i = 0; i < fit->c->n && n > 0; i++) {
		struct column *c = &fit->c->column[i];
		int wanted = names_want(fit, c), given = least(room / n, wanted);

		if (wanted == 0)
			continue;
		n--;
		c->names = true;
		c->width += given;
		room -= given;
		fit->left -= given;
	}
}

/* What else there is, once the title has what it wishes. */
static void
add_further(struct fitting *fit, int kept)
{
	const struct kind *kind = fit->want->kind;
	static const size_t header[] = { HEADER_HANDLING, HEADER_GRADE,
		HEADER_PARTY, HEADER_CHANGED, HEADER_TAGS, HEADER_SOURCE_ID };

	fit->left -= kept;
	for (size_t i = HEADER_N; i < kind_n(kind); i++)
		add_if_seen(fit, i);
	for (size_t i = 0; i < ARRAY_SIZE(header); i++)
		add_if_seen(fit, header[i]);
	fit->left += kept;
}

static void
fit_usual(struct fitting *fit)
{
	const struct kind *kind = fit->want->kind;
	int wish, need;

	title_widths(fit->want, &wish, &need);
	fit->left -= need;
	/* Where a code names the record, its ref is the same word. */
	if (kind->letter || kind->columns[0] == kind->title)
		add(fit, HEADER_REF, true);
	add_listed(fit, need);
	give_names(fit, wish, need);
	add_further(fit, wish > need ? wish - need : 0);
}

/* In the order of the choice, until there is no room. */
static void
fit_chosen(struct fitting *fit)
{
	const struct columns_want *want = fit->want;
	const struct columns_choice *choice = want->choice;
	size_t title = want->kind->title;
	bool has_title = columns_choice_find(choice, title) < choice->n;
	int wish, need;

	title_widths(want, &wish, &need);
	need = least(need, LEAST_TITLE);
	if (has_title)
		need = most(2, need + choice->field[columns_choice_find(choice,
			title)].wider);
	fit->left -= has_title ? need : -COLUMNS_GAP;
	for (size_t i = 0; i < choice->n; i++) {
		size_t index = choice->field[i].index;
		int width = most(2, width_of(want, index, MOST_HEADING) +
			choice->field[i].wider);

		if (index == title) {
			put(fit, index, need);
			continue;
		}
		if (width + COLUMNS_GAP > fit->left && fit->c->n > 0) {
			fit->c->more = true;
			continue;
		}
		width = least(width, most(1, fit->left - COLUMNS_GAP));
		fit->left -= width + COLUMNS_GAP;
		put(fit, index, width);
	}
	give_names(fit, wish, need);
}

void
columns_fit_to(struct columns *c, const struct columns_want *want)
{
	struct fitting fit = { c, want, want->width };
	int x = 0;

	*c = (struct columns){ .n = 0 };
	if (want->zone)
		today_of(want->zone, c->today);
	if (want->choice && want->choice->n > 0)
		fit_chosen(&fit);
	else
		fit_usual(&fit);
	for (size_t i = 0; i < c->n; i++) {
		if (c->column[i].index == want->kind->title && fit.left > 0)
			c->column[i].width += fit.left;
		c->column[i].x = x;
		x += c->column[i].width + COLUMNS_GAP;
	}
}

void
columns_fit(struct columns *c, const struct kind *kind, int width)
{
	columns_fit_to(c, &(struct columns_want){ .kind = kind,
		.width = width });
}

/* --- Drawing ------------------------------------------------------------ */

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
		grid_target(g, a.y, a.x + c->column[i].x, c->column[i].width,
			K_COLUMN + (int)i);
		strbuf_clear(&text);
	}
	if (c->more)
		grid_put(g, a.y, a.x + a.cols, 1, g->ascii ? "~" : "…",
			ROLE_HINT);
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

		put_cell(&text, r, index, zone, c->today);
		if (text.len == 0 && index == r->kind->title)
			stand_in(c, r, zone, &text);
		if (c->column[i].names)
			put_name(&text, r, index, c->page);
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
