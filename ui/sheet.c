/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.c - see sheet.h: columns and rows. What the desk is asked stands in
 * sheet_desk.c. */
#include "ui/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "ui/form.h"
#include "base/banned.h"

enum { USUAL = 8 };		/* columns that nobody chose */

/* --- Columns ------------------------------------------------------------ */

bool
sheet_takes(const struct kind *kind, size_t index)
{
	const struct field *f = kind_field(kind, index);

	return f && index != HEADER_OF && index != HEADER_CORRECTS &&
		!(f->flags & (FIELD_DERIVED | FIELD_HIDDEN | FIELD_RETIRED));
}

static void
add_column(struct columns_choice *c, const struct kind *kind, size_t index)
{
	if (c->n < COLUMNS_MAX && sheet_takes(kind, index) &&
	    columns_choice_find(c, index) == c->n)
		c->field[c->n++].index = index;
}

/* What lists show, what is required, then the other fields of the kind's own. */
static void
usual_columns(struct columns_choice *c, const struct kind *kind)
{
	*c = (struct columns_choice){ .n = 0 };
	for (const uint8_t *i = kind->columns; i && *i != 0xFF; i++)
		add_column(c, kind, *i);
	for (size_t i = 0; i < kind_n(kind); i++)
		if (kind_field(kind, i) &&
		    (kind_field(kind, i)->flags & FIELD_REQUIRED))
			add_column(c, kind, i);
	for (size_t i = HEADER_N; c->n < USUAL && i < kind_n(kind); i++)
		if (kind_field(kind, i) &&
		    kind_field(kind, i)->type != FIELD_LONG)
			add_column(c, kind, i);
	/* Of a kind that has nothing else: its long text. */
	add_column(c, kind, c->n ? c->field[0].index : kind->title);
}

static void
columns_name(const struct kind *kind, struct strbuf *out)
{
	strbuf_printf(out, "grid:%s:columns", kind->name);
}

static void
recall_columns(struct sheet *s)
{
	struct strbuf name = STRBUF_INIT;
	struct desk_texts texts = { 0 };
	struct columns_choice kept = { .n = 0 };

	columns_name(s->kind, &name);
	usual_columns(&s->columns, s->kind);
	if (desk_kept(s->desk, name.text, &texts, NULL) && texts.n > 0)
		columns_choice_read(&kept, s->kind, texts.texts[0].text);
	if (kept.n > 0) {
		s->columns = (struct columns_choice){ .n = 0 };
		for (size_t i = 0; i < kept.n; i++)
			add_column(&s->columns, s->kind, kept.field[i].index);
	}
	if (s->columns.n == 0)
		usual_columns(&s->columns, s->kind);
	desk_texts_clear(&texts);
	strbuf_clear(&name);
}

bool
sheet_choose(struct sheet *s, const struct columns_choice *columns,
	struct err *err)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;

	s->columns = *columns;
	columns_name(s->kind, &name);
	columns_choice_write(columns, s->kind, &text);
	bool ok = desk_keep(s->desk, name.text, text.text, err);

	strbuf_clear(&name);
	strbuf_clear(&text);
	return ok;
}

/* --- Rows --------------------------------------------------------------- */

static void
clear_row(struct sheet_row *r)
{
	record_clear(&r->typed);
	desk_checked_clear(&r->checked);
	free(r->own);
	free(r->refused);
	free(r->ref);
}

static void
clear_rows(struct sheet_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		clear_row(&rows->row[i]);
	free(rows->row);
	*rows = (struct sheet_rows){ 0 };
}

static struct sheet_row *
add_row(struct sheet *s, const struct record *typed)
{
	struct sheet_rows *rows = &s->rows;

	rows->row = xgrow(rows->row, rows->n, &rows->room, sizeof(*rows->row));
	struct sheet_row *r = &rows->row[rows->n++];

	*r = (struct sheet_row){ .unchecked = true };
	if (typed)
		record_copy(&r->typed, typed);
	else
		record_init(&r->typed, s->kind);
	r->own = xcalloc(kind_n(s->kind), sizeof(*r->own));
	s->changed = true;
	return r;
}

/* The desk is asked again: what it said is kept by nobody. */
static struct sheet_row
copy_row(const struct sheet_row *from)
{
	size_t n = kind_n(from->typed.kind);
	struct sheet_row to = { .meant = from->meant, .unchecked = true,
		.refused = xstrdup(from->refused), .ref = xstrdup(from->ref) };

	record_copy(&to.typed, &from->typed);
	to.own = xmemdup(from->own, n * sizeof(*to.own));
	return to;
}

/* From here on sheet_take_back brings the rows back as they are now. */
static void
remember(struct sheet *s)
{
	clear_rows(&s->before);
	s->before.room = s->before.n = s->rows.n;
	s->before.row = xcalloc(s->rows.n, sizeof(*s->before.row));
	for (size_t i = 0; i < s->rows.n; i++)
		s->before.row[i] = copy_row(&s->rows.row[i]);
	s->changed = true;
}

bool
sheet_take_back(struct sheet *s)
{
	struct sheet_rows now = s->rows;

	if (s->before.n == 0)
		return false;
	s->rows = s->before;
	s->before = now;
	for (size_t i = 0; i < s->rows.n; i++)
		s->rows.row[i].unchecked = true;
	s->changed = true;
	return true;
}

const char *
sheet_text(const struct sheet *s, size_t row, size_t index)
{
	const char *text = record_text(&s->rows.row[row].typed, index);

	return text ? text : "";
}

const char *
sheet_above(const struct sheet *s, size_t row, size_t index)
{
	const char *text;

	if (row > 0)
		return sheet_text(s, row - 1, index);
	if (!s->above.kind)
		return NULL;
	text = record_text(&s->above, index);
	return text ? text : "";
}

void
sheet_type(struct sheet *s, size_t row, size_t index, const char *text)
{
	struct sheet_row *r = &s->rows.row[row];

	if (r->meant && strcmp(sheet_text(s, row, index), text) == 0)
		return;
	if (*text)
		record_set(&r->typed, index, text);
	else
		record_unset(&r->typed, index);
	r->own[index] = r->meant = r->unchecked = true;
	free(r->refused);
	r->refused = NULL;
	s->changed = true;
}

/* Is the value of a row in another one, too? */
static bool
is_twice(const struct sheet *s, size_t index, const char *text)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (strcmp(sheet_text(s, i, index), text) == 0)
			return true;
	return false;
}

/* A number that the desk counted on may be one of a row above. */
static void
count_on(const struct sheet *s, struct record *next)
{
	for (size_t i = 0; i < kind_n(s->kind); i++) {
		const struct field *f = kind_field(s->kind, i);

		for (size_t tries = 0; f && (f->flags & FIELD_UNIQUE) &&
		    tries < s->rows.n && record_text(next, i) &&
		    is_twice(s, i, record_text(next, i)); tries++) {
			struct desk_checked again = { 0 };

			if (!desk_like_typed(s->desk, next, &again, NULL))
				return;
			record_clear(next);
			record_copy(next, &again.record);
			desk_checked_clear(&again);
		}
	}
}

/* What the last row says, a date as the day that it was understood to be. */
static void
say_again(const struct sheet *s, struct record *typed)
{
	size_t last = s->rows.n - 1;
	const struct sheet_row *r = &s->rows.row[last];

	record_copy(typed, &r->typed);
	for (size_t i = 0; i < kind_n(s->kind); i++) {
		const struct field *f = kind_field(s->kind, i);
		const char *day = f && f->type == FIELD_DATE && !r->unchecked &&
			r->checked.record.kind && !sheet_fault(s, last, i) ?
			record_text(&r->checked.record, i) : NULL;

		if (day)
			record_set(typed, i, day);
	}
}

void
sheet_add_like(struct sheet *s)
{
	struct desk_checked like = { 0 };
	struct record last;

	say_again(s, &last);
	/* Where nothing can be counted on, the row is an empty one. */
	if (desk_like_typed(s->desk, &last, &like, NULL))
		count_on(s, &like.record);
	add_row(s, like.record.kind ? &like.record : NULL);
	desk_checked_clear(&like);
	record_clear(&last);
}

void
sheet_add(struct sheet *s, const struct record *typed)
{
	struct sheet_row *last = &s->rows.row[s->rows.n - 1];
	struct sheet_row *r;

	/* A row that has only begun gives way. */
	if (!last->meant) {
		clear_row(last);
		s->rows.n--;
	}
	r = add_row(s, typed);
	r->meant = true;
	for (size_t i = 0; i < kind_n(s->kind); i++)
		r->own[i] = record_text(typed, i) != NULL;
}

void
sheet_drop(struct sheet *s, size_t row)
{
	remember(s);
	clear_row(&s->rows.row[row]);
	memmove(&s->rows.row[row], &s->rows.row[row + 1],
		(s->rows.n - row - 1) * sizeof(*s->rows.row));
	if (--s->rows.n == 0)
		add_row(s, NULL);
}

void
sheet_fill_down(struct sheet *s, size_t row, size_t index)
{
	char *text = xstrdup(sheet_text(s, row, index));

	remember(s);
	for (size_t i = row + 1; i < s->rows.n; i++) {
		struct sheet_row *r = &s->rows.row[i];
		bool meant = r->meant;

		if (r->ref)
			continue;
		sheet_type(s, i, index, text);
		/* A row that has only begun does not become one by that. */
		r->meant = meant;
	}
	free(text);
}

size_t
sheet_meant(const struct sheet *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->rows.n; i++)
		n += s->rows.row[i].meant && !s->rows.row[i].ref;
	return n;
}

size_t
sheet_faulty(const struct sheet *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->rows.n; i++)
		n += s->rows.row[i].meant && !s->rows.row[i].ref &&
			sheet_fault(s, i, SHEET_ROW);
	return n;
}

/* --- Beginning and end -------------------------------------------------- */

void
sheet_begin(struct sheet *s, struct desk *desk, const struct desk_who *who,
	const struct kind *kind, const char *of)
{
	*s = (struct sheet){ .desk = desk, .who = who, .kind = kind,
		.of = xstrdup(of) };
	ids_new(s->draft);
	recall_columns(s);
	add_row(s, NULL);
	s->changed = false;
}

void
sheet_below(struct sheet *s, const char *ref)
{
	struct desk_checked like = { 0 };

	/* Nothing is like a part, or what is not there any more. */
	if (desk_like(s->desk, ref, &like, NULL) && like.record.kind == s->kind)
		record_copy(&s->above, &like.record);
	desk_checked_clear(&like);
}

bool
sheet_resume(struct sheet *s, struct desk *desk, const struct desk_who *who,
	const struct desk_draft *draft, struct err *err)
{
	const struct desk_draft_hold hold = { .id = draft->id, .take = 1 };

	if (!form_may_resume(desk, draft, err) ||
	    !desk_draft_hold(desk, &hold, err))
		return false;
	sheet_begin(s, desk, who, draft->fields.kind,
		record_text(&draft->fields, HEADER_OF));
	for (size_t i = 0; i < draft->n_rows; i++)
		if (draft->rows[i].record.kind == s->kind)
			sheet_add(s, &draft->rows[i].record);
	strbuf_fill(s->draft, sizeof(s->draft), draft->id);
	s->kept = true;
	s->changed = false;
	return true;
}

void
sheet_free(struct sheet *s)
{
	const struct desk_draft_hold hold = { .id = s->draft, .release = 1 };

	if (s->kept)
		desk_draft_hold(s->desk, &hold, NULL);
	clear_rows(&s->rows);
	clear_rows(&s->before);
	if (s->above.kind)
		record_clear(&s->above);
	free(s->of);
	*s = (struct sheet){ 0 };
}
