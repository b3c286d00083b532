/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_rows.c - what stands on the lines of a form; see form_view.h. */
#include "ui/form_view.h"

#include "base/banned.h"

static void
add(const struct form_view *v, struct form_rows *rows, int what, size_t stop)
{
	if (rows->n == FORM_MOST_ROWS)
		return;
	if (what != FORM_THEIRS && stop == v->at)
		rows->at = rows->n;
	rows->row[rows->n++] = (struct form_row){ what, stop };
}

void
form_rows(const struct form_view *v, struct form_rows *rows)
{
	enum usual_group last = USUAL_FIRST;

	rows->n = rows->at = 0;
	for (size_t i = 0; i < v->form.n; i++) {
		const struct form_field *f = &v->form.fields[i];
		enum usual_group group = f->place.group;

		if (group != last)
			add(v, rows, FORM_GROUP, v->form.n + group);
		last = group;
		if (group != USUAL_FIRST && !v->open[group])
			continue;
		add(v, rows, FORM_FIELD, i);
		if (f->theirs)
			add(v, rows, FORM_THEIRS, i);
	}
}

size_t
form_step(const struct form_view *v, int64_t by)
{
	struct form_rows rows;
	size_t at, to;

	form_rows(v, &rows);
	at = to = rows.at;
	for (int step = by < 0 ? -1 : 1; by != 0; by -= step) {
		do {
			if (step < 0 ? at == 0 : at + 1 >= rows.n)
				return rows.row[to].stop;
			at = step < 0 ? at - 1 : at + 1;
		} while (rows.row[at].what == FORM_THEIRS);
		to = at;
	}
	return rows.row[to].stop;
}

struct form_field *
form_at(struct form_view *v)
{
	return v->at < v->form.n ? &v->form.fields[v->at] : NULL;
}

enum usual_group
form_at_group(const struct form_view *v)
{
	return (enum usual_group)(v->at - v->form.n);
}

void
form_reveal(struct form_view *v, size_t field)
{
	v->open[v->form.fields[field].place.group] = true;
	v->at = field;
}

size_t
form_count(const struct form *f, enum usual_group group, size_t *filled)
{
	size_t n = 0;

	*filled = 0;
	for (size_t i = 0; i < f->n; i++)
		if (f->fields[i].place.group == group) {
			n++;
			*filled += f->fields[i].edit.text.len > 0;
		}
	return n;
}
