/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane_parts.c - the parts of a record: what people said as a conversation, the
 * others of each kind as a table. See pane_record.h. */
#include "ui/pane_record.h"

#include <string.h>

#include "base/i18n.h"
#include "src/format.h"
#include "src/step_text.h"
#include "ui/pane_table.h"
#include "base/banned.h"

/* --- Conversation ------------------------------------------------------- */

/* The field that holds what somebody said; 0: it is no part of a conversation. */
static size_t
said_in(const struct kind *k)
{
	return k->no == KIND_COMMENT || k->no == KIND_JOURNAL ?
		kind_index(k, "text") : 0;
}

/* When it was said, or what it tells of took place; and how long that took. */
static void
put_said_at(const struct pane_of *o, const struct record *r,
	struct strbuf *out)
{
	size_t at = kind_index(r->kind, "at");
	size_t minutes = kind_index(r->kind, "minutes");
	bool own = at < kind_n(r->kind) && record_text(r, at);

	format_cell(out, r, own ? at : (size_t)HEADER_CREATED, o->zone);
	if (minutes < kind_n(r->kind) && record_text(r, minutes))
		strbuf_printf(out, _(", %s min"), record_text(r, minutes));
}

/* "Ana Pop (RO)  2026-08-10 11:30", and the text below. */
static void
add_saying(struct pane *p, const struct pane_of *o, const struct record *r)
{
	struct strbuf text = STRBUF_INIT;
	const char *by = record_text(r, HEADER_CREATED_BY);
	bool is_void = record_text(r, HEADER_RETRACTED);

	pane_row(p, record_text(r, HEADER_REF), record_text(r, said_in(r->kind)));
	pane_line(p);
	people_put(o->people, by ? by : "?", &text);
	int x = pane_put(p, 0, p->width, text.text, is_void ? ROLE_HINT :
		ROLE_LABEL) + PANE_GAP;

	strbuf_reset(&text);
	put_said_at(o, r, &text);
	if (is_void)
		strbuf_printf(&text, ", %s", _("void"));
	pane_put(p, x, p->width - x, text.text, ROLE_HINT);
	pane_line(p);
	if (is_void)
		pane_flow(p, PANE_GAP, record_text(r, said_in(r->kind)),
			ROLE_HINT);
	else
		pane_flow_said(p, PANE_GAP, record_text(r, said_in(r->kind)));
	pane_row_end(p);
	strbuf_clear(&text);
}

static void
add_talk(struct pane *p, const struct pane_of *o, const struct kind *k)
{
	long n = 0;

	for (size_t i = 0; i < o->item->n_parts; i++)
		n += o->item->parts[i].record.kind == k;
	if (n == 0)
		return;
	pane_heading(p, _(k->plural), n);
	for (size_t i = 0; i < o->item->n_parts; i++)
		if (o->item->parts[i].record.kind == k)
			add_saying(p, o, &o->item->parts[i].record);
}

void
pane_talk(struct pane *p, const struct pane_of *o)
{
	add_talk(p, o, kind_of(KIND_JOURNAL));
	add_talk(p, o, kind_of(KIND_COMMENT));
}

/* --- Tables ------------------------------------------------------------- */

/* The fields of a kind that any of the parts has. */
static size_t
columns_of(const struct pane_of *o, const struct kind *k,
	size_t columns[TABLE_MOST])
{
	size_t n = 0;

	for (size_t f = HEADER_N; f < kind_n(k) && n < TABLE_MOST - 1; f++)
		for (size_t i = 0; i < o->item->n_parts; i++) {
			const struct record *r = &o->item->parts[i].record;

			if (r->kind != k || !kind_field(k, f) ||
			    (kind_field(k, f)->flags & FIELD_HIDDEN) ||
			    !record_text(r, f))
				continue;
			columns[n++] = f;
			break;
		}
	return n;
}

static bool
is_number(const struct field *f)
{
	return f->type == FIELD_MONEY || f->type == FIELD_COUNT ||
		f->type == FIELD_PERCENT;
}

static bool
is_when(const struct field *f)
{
	return f->type == FIELD_DATE || f->type == FIELD_TIME;
}

static void
add_row(struct pane_table *t, const struct pane_of *o, const struct record *r,
	const size_t *columns, size_t n)
{
	bool is_void = record_text(r, HEADER_RETRACTED);
	struct strbuf text = STRBUF_INIT;

	table_row(t, record_text(r, HEADER_REF), NULL);
	for (size_t j = 0; j < n; j++) {
		strbuf_reset(&text);
		if (record_text(r, columns[j]))
			pane_value(o, r, columns[j], &text);
		table_cell(t, j, text.text, is_void ? ROLE_HINT :
			r->values[columns[j]].invalid ? ROLE_WARNING :
			ROLE_TEXT);
	}
	strbuf_reset(&text);
	if (format_retracted(&text, r, o->zone))
		table_note(t, text.text, ROLE_WARNING);
	if (record_text(r, HEADER_CORRECTS)) {
		strbuf_reset(&text);
		strbuf_printf(&text, _("corrects %s"),
			record_text(r, HEADER_CORRECTS));
		table_note(t, text.text, ROLE_HINT);
	}
	strbuf_clear(&text);
}

static void
add_table(struct pane *p, const struct pane_of *o, const struct kind *k)
{
	size_t columns[TABLE_MOST], n = columns_of(o, k, columns);
	struct pane_table t = { 0 };

	for (size_t j = 0; j < n; j++) {
		const struct field *f = kind_field(k, columns[j]);

		table_column(&t, _(f->label), is_number(f));
		if (is_number(f) || is_when(f))
			table_firm(&t);
	}
	for (size_t i = 0; i < o->item->n_parts; i++) {
		const struct record *r = &o->item->parts[i].record;

		if (r->kind == k && !step_tells(o->item, r))
			add_row(&t, o, r, columns, n);
	}
	if (t.n)
		pane_heading(p, _(k->plural), (long)t.n);
	table_put(&t, p, 0);
}

void
pane_parts(struct pane *p, const struct pane_of *o)
{
	const struct kind *last = NULL;

	for (size_t i = 0; i < o->item->n_parts; i++) {
		const struct kind *k = o->item->parts[i].record.kind;

		if (k != last && !said_in(k))
			add_table(p, o, k);
		last = k;
	}
}
