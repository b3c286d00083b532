/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draw.c - how a form looks; see form_view.h. */
#include "ui/form_view.h"

#include <string.h>

#include "base/i18n.h"
#include "src/codes.h"
#include "base/banned.h"

/* Lines of a form: fields, what others made of them, and a heading. */
struct line {
	size_t field;
	enum { LINE_FIELD, LINE_THEIRS, LINE_HEADING } what;
};

enum { MAX_LINES = 256 };

struct lines {
	struct line line[MAX_LINES];
	size_t n;
	size_t at;		/* the line of the field typed into */
};

static void
add_line(struct lines *l, size_t field, int what)
{
	if (l->n < MAX_LINES)
		l->line[l->n++] = (struct line){ field, what };
}

static void
make_lines(const struct form_view *v, struct lines *l)
{
	l->n = l->at = 0;
	for (size_t i = 0; i < v->form.n; i++) {
		const struct form_field *f = &v->form.fields[i];

		if (f->index < HEADER_N && i > 0 && f[-1].index >= HEADER_N &&
		    !(v->form.kind->flags & KIND_IS_PART))
			add_line(l, i, LINE_HEADING);
		if (i == v->at)
			l->at = l->n;
		add_line(l, i, LINE_FIELD);
		if (f->theirs)
			add_line(l, i, LINE_THEIRS);
	}
}

/* What is to be said about a field, in the order of weight. */
static const char *
message_of(const struct form_field *f, enum role *role)
{
	*role = ROLE_ERROR;
	if (f->fault)
		return f->fault;
	*role = ROLE_WARNING;
	if (f->theirs)
		return _("Changed by others meanwhile: F5 takes theirs, F6 keeps yours");
	*role = ROLE_STRONG;
	if (f->remark)
		return f->remark;
	*role = ROLE_HINT;
	return f->echo;
}

static void
draw_value(struct form_view *v, struct grid *g, struct area a, size_t i)
{
	struct form_field *f = &v->form.fields[i];

	edit_draw(&f->edit, g, a, ROLE_FIELD, i == v->at);
}

static int
label_width(const struct area *a)
{
	return a->cols < 60 ? 13 : 18;
}

static int
value_width(const struct area *a)
{
	int rest = a->cols - label_width(a) - 3;

	return a->cols < 60 ? rest : a->cols < 100 ? rest * 3 / 5 :
		rest / 2 < 60 ? rest / 2 : 60;
}

static void
draw_field(struct form_view *v, struct grid *g, struct area a, size_t i)
{
	const struct form_field *f = &v->form.fields[i];
	bool on = i == v->at;
	int label = label_width(&a), value = value_width(&a);
	int x = a.x + label + 2 + value + 2;
	enum role role;
	const char *message = message_of(f, &role);

	grid_put(g, a.y, a.x, 1, on ? ">" : " ", ROLE_STRONG);
	grid_put(g, a.y, a.x + 1, label - 1, _(f->field->label),
		on ? ROLE_STRONG : ROLE_LABEL);
	if (f->field->flags & FIELD_REQUIRED)
		grid_put(g, a.y, a.x + label, 1, "*", ROLE_STRONG);
	draw_value(v, g, (struct area){ a.y, a.x + label + 2, 1, value }, i);
	if (message && x < a.x + a.cols - 4)
		grid_put(g, a.y, x, a.x + a.cols - x - 1, message, role);
}

static void
draw_theirs(struct form_view *v, struct grid *g, struct area a, size_t i)
{
	const struct form_field *f = &v->form.fields[i];
	int label = label_width(&a);

	grid_put(g, a.y, a.x + 1, label - 1, _("  theirs"), ROLE_WARNING);
	grid_put(g, a.y, a.x + label + 2, value_width(&a),
		*f->theirs ? f->theirs : _("(cleared)"), ROLE_WARNING);
}

static void
draw_title(const struct form_view *v, struct grid *g, struct area a)
{
	const struct form *f = &v->form;
	const char *label = _(f->kind->label);
	int right = 1;

	if (v->drafted)
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

/* What belongs into the field, or all of what is wrong with it. */
static void
draw_hint(const struct form_view *v, struct grid *g, struct area a)
{
	const struct form_field *f = &v->form.fields[v->at];
	enum role role;
	const char *text = message_of(f, &role);

	if (!f->fault && !f->theirs && !f->remark) {
		role = ROLE_HINT;
		text = f->field->help ? _(f->field->help) :
			f->field->type == FIELD_LONG ?
			_("Enter opens the text.") :
			f->field->type == FIELD_CODE ||
			f->field->type == FIELD_CODES ?
			_("Enter shows the choices.") :
			f->field->type == FIELD_DATE ?
			_("2026-03-14, 14.3.2026, 2026-03, ~2026, tomorrow, +3d, fri 14:00") :
			f->field->type == FIELD_MONEY ?
			_("1234.50 EUR") :
			f->field->type == FIELD_REF ?
			_("Enter looks for it; or a ref, an account number, a source id.") :
			NULL;
	}
	if (text)
		grid_put(g, a.y, a.x + 1, a.cols - 2, text, role);
}

void
form_draw(struct view *view, struct grid *g, struct area a)
{
	struct form_view *v = (struct form_view *)view;
	struct lines lines;
	struct area body = { a.y + 2, a.x, a.rows - 3, a.cols };

	make_lines(v, &lines);
	if (body.rows < 1)
		body.rows = 1;
	if (lines.at < v->top)
		v->top = lines.at;
	if (lines.at >= v->top + (size_t)body.rows)
		v->top = lines.at - (size_t)body.rows + 1;
	draw_title(v, g, a);
	for (int y = 0; y < body.rows && v->top + (size_t)y < lines.n; y++) {
		const struct line *line = &lines.line[v->top + (size_t)y];
		struct area row = { body.y + y, body.x, 1, body.cols };

		if (line->what == LINE_HEADING)
			grid_put(g, row.y, row.x + 1, row.cols,
				_("Handling, source and review"), ROLE_HEADING);
		else if (line->what == LINE_THEIRS)
			draw_theirs(v, g, row, line->field);
		else
			draw_field(v, g, row, line->field);
	}
	draw_hint(v, g, (struct area){ a.y + a.rows - 1, a.x, 1, a.cols });
}
