/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draw.c - how a form looks; see form_view.h. */
#include "ui/form_view.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/cell.h"
#include "ui/para.h"
#include "base/banned.h"

enum {
	SHORT_VALUE = 22,	/* columns of a date, a code, an amount */
	LEAST_MESSAGE = 12,	/* columns that are worth saying something in */
};

/* Columns of a form in an area: sign and label, star, value, what is said of it. */
struct layout {
	int label, value;	/* where the value begins; its columns at most */
	int short_value;
};

static const char *
label_of(const struct form_view *v, size_t stop)
{
	if (stop < v->form.n)
		return _(v->form.fields[stop].field->label);
	if (stop - v->form.n == USUAL_MORE)
		return v->open[USUAL_MORE] ? _("- More fields") : _("+ More fields");
	return v->open[USUAL_HEADER] ? _("- Header") : _("+ Header");
}

static struct layout
lay_out(const struct form_view *v, const struct form_rows *rows,
	const struct area *a)
{
	struct layout l = { 0 };

	for (size_t i = 0; i < rows->n; i++) {
		const char *label = label_of(v, rows->row[i].stop);
		int width = utf8_width(label, strlen(label));

		if (width > l.label)
			l.label = width;
	}
	if (l.label > a->cols / 3)
		l.label = a->cols / 3;
	l.label += 2;	/* the sign before it, the star behind */
	l.value = a->cols - l.label - 2;
	l.short_value = l.value > SHORT_VALUE + LEAST_MESSAGE ? SHORT_VALUE :
		l.value;
	return l;
}

/* --- What is said ------------------------------------------------------- */

/* About a field, in the order of weight; nothing if there is nothing. */
static void
message_of(const struct form_field *f, struct strbuf *out, enum role *role)
{
	*role = ROLE_ERROR;
	if (f->edit.refused > 0) {
		strbuf_printf(out, _("it takes %zu bytes; %zu more were left out"),
			f->edit.max, f->edit.refused);
		return;
	}
	if (f->fault) {
		strbuf_puts(out, f->fault);
		return;
	}
	*role = ROLE_WARNING;
	if (f->theirs) {
		strbuf_puts(out, _("changed by others too: F5 theirs, F6 yours, Enter shows both"));
		return;
	}
	*role = f->remark ? ROLE_STRONG : ROLE_HINT;
	if (f->remark || f->echo)
		strbuf_puts(out, f->remark ? f->remark : f->echo);
}

/* Whom the word after an @ may mean, by the key that puts it in. */
static void
put_callees(const struct callees *c, struct strbuf *out)
{
	const struct complete *o = &c->offers;

	strbuf_reset(out);
	strbuf_puts(out, _("Tab puts in:"));
	for (size_t i = 0; i < o->n; i++)
		strbuf_printf(out, "%s %s%s", i ? "," : "", o->offers[i].text,
			o->offers[i].words ? o->offers[i].words : "");
}

/* What belongs into the field, or all of what is said about it. */
static void
hint_of(const struct form_view *v, struct strbuf *out, enum role *role)
{
	const struct form *f = &v->form;
	size_t filled, n;

	*role = ROLE_HINT;
	if (v->at >= f->n) {
		enum usual_group group = form_at_group(v);

		n = form_count(f, group, &filled);
		strbuf_printf(out, v->open[group] ? ngettext(
			"Enter closes %zu field; %zu of them filled in.",
			"Enter closes %zu fields; %zu of them filled in.", n) :
			ngettext("Enter opens %zu field; %zu of them filled in.",
			"Enter opens %zu fields; %zu of them filled in.", n),
			n, filled);
		return;
	}
	const struct form_field *field = &f->fields[v->at];

	message_of(field, out, role);
	if (v->callees.offers.n > 0)
		put_callees(&v->callees, out);
	else if (out->len == 0 && form_may_call(v, field))
		strbuf_puts(out, _("@ names a member; Enter opens the text on a "
			"screen of its own."));
	else if (out->len == 0 && field->field->type == FIELD_LONG)
		strbuf_puts(out, _("Enter opens the text on a screen of its own."));
	else if (out->len == 0)
		cell_hint(field->field, field->edit.text.text, out);
}

/* --- Lines -------------------------------------------------------------- */

static int
value_width(const struct form_field *f, const struct layout *l, bool message)
{
	bool is_text = f->field->type == FIELD_TEXT ||
		f->field->type == FIELD_LONG || f->field->type == FIELD_TAGS ||
		f->field->type == FIELD_IDENT || f->field->type == FIELD_ACCOUNT;

	if (!is_text)
		return l->short_value;
	/* A text has the whole line until something is to be said about it. */
	return message && l->value >= 3 * LEAST_MESSAGE ? l->value * 3 / 5 :
		l->value;
}

static void
draw_label(const struct form_view *v, struct grid *g, struct area a,
	const struct layout *l, size_t stop)
{
	bool on = stop == v->at;

	grid_put(g, a.y, a.x, 1, on ? ">" : " ", ROLE_STRONG);
	grid_put(g, a.y, a.x + 1, l->label - 1, label_of(v, stop),
		on ? ROLE_STRONG : ROLE_LABEL);
}

static void
draw_field(struct form_view *v, struct grid *g, struct area a,
	const struct layout *l, size_t i)
{
	struct form_field *f = &v->form.fields[i];
	struct strbuf message = STRBUF_INIT;
	enum role role;
	int value, x;

	message_of(f, &message, &role);
	value = value_width(f, l, message.len > 0);
	x = a.x + l->label + 1 + value + 2;
	draw_label(v, g, a, l, i);
	if (f->field->flags & FIELD_REQUIRED)
		grid_put(g, a.y, a.x + l->label - 1, 1, "*", ROLE_STRONG);
	edit_draw(&f->edit, g, (struct area){ a.y, a.x + l->label + 1, 1, value },
		ROLE_FIELD, i == v->at);
	if (message.len > 0 && x + LEAST_MESSAGE <= a.x + a.cols)
		grid_put(g, a.y, x, a.x + a.cols - x - 1, message.text, role);
	strbuf_clear(&message);
}

static void
draw_theirs(struct form_view *v, struct grid *g, struct area a,
	const struct layout *l, size_t i)
{
	const struct form_field *f = &v->form.fields[i];

	grid_put(g, a.y, a.x + 1, l->label - 1, _("  theirs"), ROLE_WARNING);
	grid_put(g, a.y, a.x + l->label + 1, l->value,
		*f->theirs ? f->theirs : _("(cleared)"), ROLE_WARNING);
}

/* The names of the fields that a line opens: those are looked for by them. */
static void
name_fields(const struct form *f, enum usual_group group, struct strbuf *out)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->fields[i].place.group == group)
			strbuf_printf(out, "%s%s", out->len > 0 ? ", " : "",
				_(f->fields[i].field->label));
}

static void
draw_group(struct form_view *v, struct grid *g, struct area a,
	const struct layout *l, size_t stop)
{
	enum usual_group group = (enum usual_group)(stop - v->form.n);
	struct strbuf text = STRBUF_INIT;

	if (group == USUAL_HEADER)
		form_header(&v->form, &text);
	else if (!v->open[group])
		name_fields(&v->form, group, &text);
	draw_label(v, g, a, l, stop);
	grid_put(g, a.y, a.x + l->label + 1, l->value, text.text,
		group == USUAL_HEADER ? ROLE_TEXT : ROLE_HINT);
	if (stop == v->at) {
		g->cursor_y = a.y;
		g->cursor_x = a.x;
	}
	strbuf_clear(&text);
}

/* --- The whole ---------------------------------------------------------- */

static void
draw_title(const struct form_view *v, struct grid *g, struct area a)
{
	const struct form *f = &v->form;
	const char *label = _(f->kind->label);
	int right = 1;

	if (v->unkept)
		right += 2 + grid_put_right(g, a.y, a.x, a.cols * 2 / 3,
			v->unkept, ROLE_ERROR);
	else if (v->drafted)
		right += 2 + grid_put_right(g, a.y, a.x, a.cols - 1,
			_("draft kept"), ROLE_HINT);
	if (f->ref)
		grid_printf(g, a.y, 1, a.cols - 1 - right, ROLE_STRONG,
			_("Change %s: %s"), f->ref, f->title);
	else if (f->of)
		grid_printf(g, a.y, 1, a.cols - 1 - right, ROLE_STRONG,
			_("New %s of %s"), label, f->of);
	else
		grid_printf(g, a.y, 1, a.cols - 1 - right, ROLE_STRONG,
			_("New: %s"), label);
}

static void
draw_row(struct form_view *v, struct grid *g, struct area a,
	const struct layout *l, const struct form_row *row)
{
	switch (row->what) {
	case FORM_FIELD:
		draw_field(v, g, a, l, row->stop);
		break;
	case FORM_THEIRS:
		draw_theirs(v, g, a, l, row->stop);
		break;
	case FORM_GROUP:
		draw_group(v, g, a, l, row->stop);
	}
}

/* What is longer than the last line takes those above it, if so many are free. */
static void
draw_hint(const struct form_view *v, struct grid *g, struct area a, int spare)
{
	struct strbuf hint = STRBUF_INIT, lines = STRBUF_INIT;
	enum role role;
	int n = 0, y = a.y + a.rows - 1;

	hint_of(v, &hint, &role);
	para_put(&lines, hint.len > 0 ? hint.text : "", 0, a.cols - 2);
	for (char *p = lines.text; (p = strchr(p, '\n')); n++)
		*p++ = '\0';
	if (n - 1 > spare)
		grid_put(g, y, a.x + 1, a.cols - 2, hint.text, role);
	else
		for (const char *p = lines.text; n > 0; n--, p += strlen(p) + 1)
			grid_put(g, y + 1 - n, a.x + 1, a.cols - 2, p, role);
	strbuf_clear(&lines);
	strbuf_clear(&hint);
}

void
form_draw(struct view *view, struct grid *g, struct area a)
{
	struct form_view *v = (struct form_view *)view;
	struct area body = { a.y + 2, a.x, a.rows - 3, a.cols };
	struct form_rows rows;
	struct layout l;

	form_rows(v, &rows);
	l = lay_out(v, &rows, &a);
	if (body.rows < 1)
		body.rows = 1;
	if (rows.at < v->top)
		v->top = rows.at;
	if (rows.at >= v->top + (size_t)body.rows)
		v->top = rows.at - (size_t)body.rows + 1;
	draw_title(v, g, a);
	for (int y = 0; y < body.rows && v->top + (size_t)y < rows.n; y++)
		draw_row(v, g, (struct area){ body.y + y, body.x, 1, body.cols },
			&l, &rows.row[v->top + (size_t)y]);
	draw_hint(v, g, a, body.rows - (int)(rows.n - v->top));
}
