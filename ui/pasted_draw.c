/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pasted_draw.c - how a pasted table looks; see pasted_view.h. */
#include "ui/pasted_view.h"

#include <string.h>

#include "base/clean.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/wrap.h"
#include "src/target.h"
#include "base/banned.h"

enum {
	GUTTER = 8,		/* "> ! 123 " */
	GAP = 2,
	NARROWEST = 6,
	WIDEST = 28,
	LOOKED_AT = 60,		/* rows that a width is taken from */
	ABOVE = 4,		/* title, blank, fields, headings as pasted */
	BELOW = 3,		/* blank, what is said of the row */
};

/* The sign and the role of a verdict. */
static const struct {
	const char *sign;
	enum role role;
} looks[PASTED_VERDICTS] = {
	[PASTED_WAITS] = { " ", ROLE_HINT },
	[PASTED_GOOD] = { "+", ROLE_TEXT },
	[PASTED_ALIKE] = { "?", ROLE_WARNING },
	[PASTED_THERE] = { "=", ROLE_HINT },
	[PASTED_FAULTY] = { "!", ROLE_ERROR },
};

void
pasted_column_name(const struct pasted *p, size_t column, struct strbuf *out)
{
	size_t target = p->target[column], n = kind_n(p->kind);

	if (target == PASTED_NO_TARGET)
		strbuf_puts(out, _("(left out)"));
	else if (target == target_currency(p->kind))
		strbuf_puts(out, _("Currency"));
	else if (target >= n)
		strbuf_printf(out, _("%s: currency"),
			_(kind_field(p->kind, target - n)->label));
	else
		strbuf_puts(out, _(kind_field(p->kind, target)->label));
}

static int
text_width(const char *text)
{
	int width = utf8_width(text, strlen(text));

	return width < 0 || width > WIDEST ? WIDEST : width;
}

/* As wide as what stands there, as far as one looks. */
static int
width_of(const struct pasted *p, size_t column)
{
	struct strbuf name = STRBUF_INIT;
	int widest = NARROWEST, width;

	pasted_column_name(p, column, &name);
	width = text_width(name.text);
	widest = width > widest ? width : widest;
	for (size_t i = 0; i < p->n && i < LOOKED_AT; i++) {
		width = column < p->rows[i].n ?
			text_width(p->rows[i].cells[column]) : 0;
		widest = width > widest ? width : widest;
	}
	strbuf_clear(&name);
	return widest + 1;	/* the sign of what is wrong */
}

struct place {
	int x, width;
};

/* The columns from v->left on; how many fit. */
static size_t
place(const struct pasted_view *v, struct place *places, struct area a)
{
	int x = a.x + GUTTER, end = a.x + a.cols - 1;
	size_t n = 0;

	for (size_t c = v->left; c < v->pasted.n_columns; c++) {
		int width = width_of(&v->pasted, c);

		if (x + width > end && n > 0)
			break;
		if (x + width > end)
			width = end - x;
		places[n++] = (struct place){ x, width };
		x += width + GAP;
	}
	return n;
}

static size_t
scroll(struct pasted_view *v, struct place *places, struct area a)
{
	size_t first = pasted_first(&v->pasted), n;

	v->height = a.rows - ABOVE - BELOW > 1 ? a.rows - ABOVE - BELOW : 1;
	if (v->row < first)
		v->row = first;
	if (v->top < first)
		v->top = first;
	if (v->row < v->top)
		v->top = v->row;
	if (v->row >= v->top + (size_t)v->height)
		v->top = v->row - (size_t)v->height + 1;
	if (v->column < v->left)
		v->left = v->column;
	n = place(v, places, a);
	while (n > 0 && v->left < v->column && v->left + n <= v->column) {
		v->left++;
		n = place(v, places, a);
	}
	return n;
}

/* --- The table ---------------------------------------------------------- */

static void
draw_row(const struct pasted_view *v, struct grid *g, int y, struct area a,
	const struct place *places, size_t n, size_t i)
{
	const struct pasted *p = &v->pasted;
	const struct pasted_row *r = &p->rows[i];
	bool on = i == v->row;
	const char *sign = r->left_out ? "-" : looks[r->verdict].sign;
	enum role role = on ? ROLE_SELECTED : r->left_out ? ROLE_HINT :
		looks[r->verdict].role;

	if (on)
		grid_fill(g, y, a.x, a.cols, role);
	grid_put(g, y, a.x, 1, on ? ">" : " ", on ? role : ROLE_MARK);
	grid_put(g, y, a.x + 2, 1, sign, role);
	grid_printf(g, y, a.x + 3, 4, on ? role : ROLE_LABEL, "%4zu",
		i + 1 - pasted_first(p));
	for (size_t k = 0; k < n; k++) {
		size_t column = v->left + k, target = p->target[column];
		bool wrong = r->why && target == r->wrong &&
			r->verdict == PASTED_FAULTY;
		struct strbuf text = STRBUF_INIT;

		strbuf_puts(&text, wrong ? "!" : "");
		strbuf_puts(&text, column >= r->n ? "" : r->echo[column] ?
			r->echo[column] : r->cells[column]);
		grid_put(g, y, places[k].x, places[k].width, text.text,
			on ? role : target == PASTED_NO_TARGET ? ROLE_HINT :
			wrong || r->verdict == PASTED_THERE || r->left_out ?
			role : ROLE_TEXT);
		strbuf_clear(&text);
	}
}

/* Says the heading in its own words what the field is called anyway? */
static bool
is_same(const char *heading, const char *label)
{
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	fold_key(&a, heading, strlen(heading));
	fold_key(&b, label, strlen(label));
	bool same = strcmp(a.text, b.text) == 0;

	strbuf_clear(&a);
	strbuf_clear(&b);
	return same;
}

static void
draw_headings(const struct pasted_view *v, struct grid *g, struct area a,
	const struct place *places, size_t n)
{
	const struct pasted *p = &v->pasted;
	int y = a.y + 2;

	for (size_t k = 0; k < n; k++) {
		size_t column = v->left + k;
		struct strbuf name = STRBUF_INIT;

		pasted_column_name(p, column, &name);
		grid_put(g, y, places[k].x, places[k].width, name.text,
			column == v->column ? ROLE_SELECTED :
			p->target[column] == PASTED_NO_TARGET ? ROLE_HINT :
			ROLE_HEADING);
		if (p->heading && column < p->rows[0].n &&
		    !is_same(p->rows[0].cells[column], name.text))
			grid_put(g, y + 1, places[k].x, places[k].width,
				p->rows[0].cells[column], ROLE_HINT);
		strbuf_clear(&name);
	}
	if (v->left > 0)
		grid_put(g, y, a.x + GUTTER - 2, 1, "<", ROLE_MARK);
	if (v->left + n < p->n_columns)
		grid_put(g, y, a.x + a.cols - 1, 1, ">", ROLE_MARK);
}

/* --- Above and below ---------------------------------------------------- */

static struct strbuf *
next_count(struct strbuf *out)
{
	if (out->len > 0)
		strbuf_puts(out, ", ");
	return out;
}

static void
put_counts(const struct pasted *p, struct strbuf *out)
{
	size_t good = pasted_count(p, PASTED_GOOD);
	size_t alike = pasted_count(p, PASTED_ALIKE);
	size_t there = pasted_count(p, PASTED_THERE);
	size_t faulty = pasted_count(p, PASTED_FAULTY);
	size_t rest = p->n - p->asked;

	if (good > 0)
		strbuf_printf(next_count(out), ngettext("%zu good",
			"%zu good", good), good);
	if (alike > 0)
		strbuf_printf(next_count(out), ngettext("%zu perhaps there",
			"%zu perhaps there", alike), alike);
	if (there > 0)
		strbuf_printf(next_count(out), ngettext("%zu there already",
			"%zu there already", there), there);
	if (faulty > 0)
		strbuf_printf(next_count(out), ngettext("%zu to mend",
			"%zu to mend", faulty), faulty);
	if (rest > 0)
		strbuf_printf(next_count(out), ngettext("%zu not looked at yet",
			"%zu not looked at yet", rest), rest);
}

static void
draw_title(const struct pasted_view *v, struct grid *g, struct area a)
{
	const struct pasted *p = &v->pasted;
	struct strbuf counts = STRBUF_INIT, title = STRBUF_INIT;
	size_t n = p->n - pasted_first(p);
	int used;

	put_counts(p, &counts);
	used = grid_put_right(g, a.y, a.x, a.cols - 1, counts.text,
		pasted_count(p, PASTED_FAULTY) ? ROLE_WARNING : ROLE_HINT);
	if (a.cols >= 60)
		strbuf_printf(&title, ngettext("Pasted: %zu row for %s",
			"Pasted: %zu rows for %s", n), n, p->of ? p->of :
			_(p->kind->plural));
	else
		strbuf_puts(&title, _("Pasted"));
	if (a.cols - used >= text_width(title.text) + 4 || a.cols >= 60)
		grid_put(g, a.y, a.x + 1, a.cols - used - 4, title.text,
			ROLE_STRONG);
	strbuf_clear(&counts);
	strbuf_clear(&title);
}

/* What is to be said of the row, else of the text as a whole. */
static void
row_said(const struct pasted_view *v, struct strbuf *out, enum role *role)
{
	const struct pasted *p = &v->pasted;
	const struct pasted_row *r = p->n > pasted_first(p) ?
		&p->rows[v->row] : NULL;

	*role = ROLE_HINT;
	if (!r)
		strbuf_puts(out, _("There is no row in it: Esc goes back."));
	else if (r->left_out)
		strbuf_puts(out, _("Left out; Space takes it in again."));
	else if (r->why) {
		*role = r->verdict == PASTED_FAULTY ? ROLE_ERROR : ROLE_WARNING;
		strbuf_printf(out, _("Line %ld"), r->line);
		if (r->wrong < kind_n(p->kind))
			strbuf_printf(out, ", %s",
				_(kind_field(p->kind, r->wrong)->label));
		strbuf_printf(out, ": %s", r->why);
	} else if (p->broken) {
		*role = ROLE_WARNING;
		strbuf_puts(out, p->broken);
	} else if (p->beyond > 0 || v->cut > 0) {
		*role = ROLE_WARNING;
		strbuf_printf(out, _("One act holds %d rows: what is beyond that, or "
			"beyond 1 MiB of text, is left out; \"liaison import\" takes any number"),
			PASTED_ROWS);
	} else if (p->columns_beyond > 0) {
		*role = ROLE_WARNING;
		strbuf_printf(out, _("Of more than %d columns the first count"),
			PASTED_COLUMNS);
	} else
		strbuf_puts(out, _("F4 says which field the column is."));
}

static void
draw_said(const struct pasted_view *v, struct grid *g, struct area a)
{
	struct strbuf text = STRBUF_INIT, clean = STRBUF_INIT;
	int width = a.cols - 2 > 1 ? a.cols - 2 : 1, y = a.y + a.rows - 2;
	size_t next = 0, line;
	enum role role;

	row_said(v, &text, &role);
	clean_text(&clean, text.text, text.len, g->ascii ? CLEAN_ASCII : 0);
	line = wrap_line(clean.text, clean.len, width, &next);
	grid_put_clean(g, y, a.x + 1, width, clean.text, line, role);
	if (next < clean.len)
		grid_put(g, y + 1, a.x + 1, width, clean.text + next, role);
	strbuf_clear(&text);
	strbuf_clear(&clean);
}

void
pasted_draw(struct view *view, struct grid *g, struct area a)
{
	struct pasted_view *v = (struct pasted_view *)view;
	struct place places[PASTED_COLUMNS];
	size_t n = scroll(v, places, a);

	draw_title(v, g, a);
	draw_headings(v, g, a, places, n);
	for (int y = 0; y < v->height && v->top + (size_t)y < v->pasted.n; y++)
		draw_row(v, g, a.y + ABOVE + y, a, places, n,
			v->top + (size_t)y);
	draw_said(v, g, a);
}
