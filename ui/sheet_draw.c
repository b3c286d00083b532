/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_draw.c - how many rows look; see sheet_view.h. */
#include "ui/sheet_view.h"

#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "ui/cell.h"
#include "ui/chrome.h"
#include "base/banned.h"

enum {
	GUTTER = 6,		/* "> 123 " */
	GAP = 2,
	NARROWEST = 6,
	WIDEST = 60,
	REGISTER = 12,
	ABOVE = 3,		/* lines above the rows: title, blank, headings */
	BELOW = 3,		/* and below: blank, what is said of the cell */
};

/* Columns that values of a type usually take. */
static const int usual[FIELD_TYPE_N] = {
	[FIELD_TEXT] = 18, [FIELD_LONG] = 18, [FIELD_CODE] = 11,
	[FIELD_TAGS] = 12, [FIELD_CODES] = 10, [FIELD_REF] = 10,
	[FIELD_DATE] = 11, [FIELD_MONEY] = 16, [FIELD_COUNT] = 6,
	[FIELD_PERCENT] = 6, [FIELD_TIME] = 16, [FIELD_IDENT] = 20,
	[FIELD_ACCOUNT] = 24, [FIELD_STATE] = 6,
};

struct place {
	size_t column;
	int x, width;
};

struct places {
	struct place place[COLUMNS_MAX];
	size_t n;
};

static int
width_of(const struct sheet *s, size_t column)
{
	size_t index = s->columns.field[column].index;
	const struct field *f = kind_field(s->kind, index);
	int label = utf8_width(_(f->label), strlen(_(f->label)));
	int width = index == s->kind->title ? 26 : usual[f->type];

	/* Numbers of a register are short, whatever they may be. */
	if (f->flags & FIELD_NUMBER)
		width = REGISTER;
	if (f->type == FIELD_TEXT && f->max > 0 && (int)f->max < width)
		width = (int)f->max;
	if (label > width)
		width = label < 20 ? label : 20;
	return width < NARROWEST ? NARROWEST : width;
}

/* Can what is typed there be of any length? */
static bool
is_free(const struct sheet *s, size_t column)
{
	const struct field *f = kind_field(s->kind,
		s->columns.field[column].index);

	return f->type == FIELD_TEXT || f->type == FIELD_LONG;
}

/* What is left over goes to the column that names the record, else to a text. */
static void
widen(const struct sheet *s, struct places *p, int left)
{
	struct place *to = NULL;

	for (size_t i = 0; i < p->n; i++) {
		struct place *at = &p->place[i];

		if (is_free(s, at->column) && (!to ||
		    s->columns.field[at->column].index == s->kind->title))
			to = at;
	}
	if (!to)
		return;
	if (to->width + left > WIDEST)
		left = to->width < WIDEST ? WIDEST - to->width : 0;
	to->width += left;
	for (struct place *at = to + 1; at < p->place + p->n; at++)
		at->x += left;
}

/* The columns from v->left on that fit. */
static void
place(const struct sheet_view *v, struct places *p, struct area a)
{
	int x = a.x + GUTTER, end = a.x + a.cols - 1;

	p->n = 0;
	for (size_t c = v->left; c < v->sheet.columns.n; c++) {
		int width = width_of(&v->sheet, c);

		if (x + width > end && p->n > 0)
			break;
		if (x + width > end)
			width = end - x;
		p->place[p->n++] = (struct place){ c, x, width };
		x += width + GAP;
	}
	if (p->n > 0)
		widen(&v->sheet, p, end - (x - GAP));
}

/* Move the window so that the cell under the cursor is in it. */
static void
scroll(struct sheet_view *v, struct places *p, struct area a)
{
	v->height = a.rows - ABOVE - BELOW > 1 ? a.rows - ABOVE - BELOW : 1;
	if (v->row < v->top)
		v->top = v->row;
	if (v->row >= v->top + (size_t)v->height)
		v->top = v->row - (size_t)v->height + 1;
	if (v->column < v->left)
		v->left = v->column;
	place(v, p, a);
	while (v->left < v->column && p->n > 0 &&
	    p->place[p->n - 1].column < v->column) {
		v->left++;
		place(v, p, a);
	}
}

/* --- Rows --------------------------------------------------------------- */

static void
draw_number(const struct sheet_view *v, struct grid *g, int y, int x, size_t i)
{
	const struct sheet_row *r = &v->sheet.rows.row[i];
	bool on = i == v->row;
	const char *sign = r->ref ? "=" : sheet_fault(&v->sheet, i, SHEET_ROW) ?
		"!" : on ? ">" : " ";

	grid_put(g, y, x, 1, sign, *sign == '!' ? ROLE_ERROR : ROLE_MARK);
	grid_printf(g, y, x + 1, 4, on ? ROLE_STRONG : ROLE_LABEL, "%4zu",
		i + 1);
}

/* What a cell shows that is not typed into: a date as it was understood, and what
 * is wrong as it was typed. */
static void
shown(const struct sheet *s, size_t row, size_t index, struct strbuf *out)
{
	const struct field *f = kind_field(s->kind, index);
	bool as_typed = f->codes || f->type == FIELD_REF || f->type == FIELD_LONG;

	if (as_typed || !sheet_echo(s, row, index, out))
		strbuf_puts(out, sheet_text(s, row, index));
}

static void
draw_cell(struct sheet_view *v, struct grid *g, int y, const struct place *p,
	size_t row)
{
	const struct sheet *s = &v->sheet;
	const struct sheet_row *r = &s->rows.row[row];
	size_t index = s->columns.field[p->column].index;
	bool wrong = r->meant && !r->ref && sheet_fault(s, row, index);
	struct strbuf text = STRBUF_INIT;
	enum role role = wrong ? ROLE_ERROR : r->ref || !r->meant ? ROLE_HINT :
		ROLE_TEXT;

	if (row == v->row && p->column == v->column) {
		cell_draw(kind_field(s->kind, index), &v->edit, g,
			(struct area){ y, p->x, 1, p->width }, true);
		return;
	}
	/* The sign stands for those who see no colour. */
	if (wrong)
		strbuf_putc(&text, '!');
	shown(s, row, index, &text);
	grid_put(g, y, p->x, p->width, text.text, role);
	strbuf_clear(&text);
}

static void
draw_rows(struct sheet_view *v, struct grid *g, struct area a,
	const struct places *p)
{
	for (int y = 0; y < v->height && v->top + (size_t)y < v->sheet.rows.n;
	    y++) {
		size_t row = v->top + (size_t)y;

		draw_number(v, g, a.y + ABOVE + y, a.x, row);
		for (size_t i = 0; i < p->n; i++)
			draw_cell(v, g, a.y + ABOVE + y, &p->place[i], row);
	}
}

static void
draw_heading(const struct sheet_view *v, struct grid *g, struct area a,
	const struct places *p)
{
	int y = a.y + ABOVE - 1;

	for (size_t i = 0; i < p->n; i++) {
		const struct field *f = kind_field(v->sheet.kind,
			v->sheet.columns.field[p->place[i].column].index);

		grid_put(g, y, p->place[i].x, p->place[i].width, _(f->label),
			p->place[i].column == v->column ? ROLE_STRONG :
			ROLE_HEADING);
	}
	/* There are more to the left and to the right. */
	if (v->left > 0)
		grid_put(g, y, a.x + GUTTER - 2, 1, "<", ROLE_MARK);
	if (p->n > 0 && p->place[p->n - 1].column + 1 < v->sheet.columns.n)
		grid_put(g, y, a.x + a.cols - 1, 1, ">", ROLE_MARK);
}

/* --- Above and below ---------------------------------------------------- */

static void
draw_title(const struct sheet_view *v, struct grid *g, struct area a)
{
	const struct sheet *s = &v->sheet;
	struct strbuf text = STRBUF_INIT, right = STRBUF_INIT;
	size_t meant = sheet_meant(s), wrong = sheet_faulty(s);
	int used;

	strbuf_printf(&right, ngettext("%zu row", "%zu rows", meant), meant);
	if (wrong > 0) {
		strbuf_puts(&right, ", ");
		strbuf_printf(&right, ngettext("%zu to mend", "%zu to mend",
			wrong), wrong);
	}
	/* Where there is little room, what is typed matters most. */
	if (s->kept && a.cols >= 60)
		strbuf_printf(&right, "  %s", _("draft kept"));
	used = grid_put_right(g, a.y, a.x, a.cols - 1, right.text,
		wrong > 0 ? ROLE_WARNING : ROLE_HINT);
	if (s->of)
		strbuf_printf(&text, _("Many at once: %s of %s"),
			_(s->kind->plural), s->of);
	else
		strbuf_printf(&text, _("Many at once: %s"), _(s->kind->plural));
	grid_put(g, a.y, a.x + 1, a.cols - used - 4, text.text, ROLE_STRONG);
	strbuf_clear(&text);
	strbuf_clear(&right);
}

/* What is wrong with the cell, how it was understood, or what belongs there. */
static void
cell_said(const struct sheet_view *v, struct strbuf *out, enum role *role)
{
	const struct sheet *s = &v->sheet;
	const struct sheet_row *r = &s->rows.row[v->row];
	size_t index = sheet_view_index(v);
	const struct field *f = kind_field(s->kind, index);
	const char *fault = sheet_fault(s, v->row, index);
	const char *typed = v->edit.text.text;

	*role = ROLE_HINT;
	if (r->ref)
		strbuf_printf(out, _("Saved as %s."), r->ref);
	else if (v->fresh && !r->meant && *typed)
		strbuf_puts(out, _("as above: typing replaces it, End changes it; Enter takes the row as it is."));
	else if (!v->fresh && cell_begins(f, typed))
		cell_hint(f, typed, out);
	else if (fault) {
		*role = ROLE_ERROR;
		strbuf_puts(out, fault);
	} else if (v->fresh && sheet_fault(s, v->row, SHEET_ROW)) {
		*role = ROLE_ERROR;
		strbuf_puts(out, _("in this row: "));
		sheet_row_fault(s, v->row, out);
	} else if (*typed) {
		size_t from = out->len;

		strbuf_puts(out, "= ");
		if (!sheet_echo(s, v->row, index, out)) {
			strbuf_cut(out, from);
			cell_hint(f, typed, out);
		}
	} else
		cell_hint(f, typed, out);
}

static void
draw_said(const struct sheet_view *v, struct grid *g, struct area a)
{
	const struct field *f = kind_field(v->sheet.kind, sheet_view_index(v));
	struct strbuf text = STRBUF_INIT;
	enum role role;
	struct strbuf clean = STRBUF_INIT;
	int y = a.y + a.rows - 2, x = a.x + 1, width;
	size_t next = 0, line;

	cell_said(v, &text, &role);
	clean_text(&clean, text.text, text.len, g->ascii ? CLEAN_ASCII : 0);
	x += grid_put(g, y, x, a.cols / 3, _(f->label), ROLE_LABEL);
	if (f->flags & FIELD_REQUIRED)
		x += grid_put(g, y, x, 1, "*", ROLE_STRONG);
	x += 2;
	width = a.x + a.cols - x - 1;
	line = wrap_line(clean.text, clean.len, width > 1 ? width : 1, &next);
	grid_put_clean(g, y, x, width, clean.text, line, role);
	if (next < clean.len)
		grid_put(g, y + 1, x, width, clean.text + next, role);
	strbuf_clear(&text);
	strbuf_clear(&clean);
}

void
sheet_draw(struct view *view, struct grid *g, struct area a)
{
	struct sheet_view *v = (struct sheet_view *)view;
	struct places p;

	scroll(v, &p, a);
	draw_title(v, g, a);
	draw_heading(v, g, a, &p);
	draw_rows(v, g, a, &p);
	draw_said(v, g, a);
}
