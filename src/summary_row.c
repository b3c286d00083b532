/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_row.c - values, rows and facts of records in a summary, see
 * summary.h. */
#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "src/asset.h"
#include "src/codes.h"
#include "src/door.h"
#include "src/format.h"
#include "src/item.h"
#include "src/parts.h"
#include "src/payment.h"
#include "src/summary.h"
#include "base/banned.h"

/* --- What records are called -------------------------------------------- */

/* What tells a record from others for a reader: its title, of an account its
 * number, of a payment its amount. */
static const char *
telling(const struct record *r)
{
	const char *title = record_text(r, r->kind->title);

	if (!title && r->kind->no == KIND_ASSET)
		title = record_text(r, ASSET_ACCOUNT_NO);
	if (!title && r->kind->no == KIND_ASSET)
		title = field_code_label(codes_asset_type,
			record_text(r, ASSET_TYPE));
	if (!title && r->kind->no == KIND_PAYMENT)
		title = record_text(r, PAYMENT_AMOUNT);
	return title ? title : "";
}

/* The title of a record that is known to be one that may be named. */
static bool
read_title(struct summary *sum, const char *ref, struct strbuf *out,
	enum kind_no *no)
{
	struct session *s = sum->session;
	struct db_entry e;
	struct record r;

	if (!db_entry_of_ref(s->store.db, s->viewer.case_id, ref, &e, NULL) ||
	    !viewer_sees(&s->viewer, &s->store, &e) ||
	    !door_load(&s->store, &e, &r, NULL))
		return false;
	const char *title = telling(&r);

	*no = r.kind->no;
	strbuf_puts(out, *title == '?' ? title + 1 : title);
	record_clear(&r);
	return true;
}

void
summary_name(struct summary *sum, const char *ref, struct strbuf *out,
	char to[NAMES_SIZE])
{
	struct strbuf title = STRBUF_INIT;
	enum kind_no no = KIND_END;
	bool is_in = names_of(&sum->ex->survey.names, ref, to);

	if (!is_in)
		*to = '\0';
	if (!read_title(sum, ref, &title, &no) || no == KIND_PARTY)
		strbuf_puts(out, ref);
	else if (no == KIND_MEMBER)
		strbuf_printf(out, "%s (%s)", title.text, ref);
	else if (is_in || !sum->is_outside)
		strbuf_printf(out, "%s%s%s", is_in ? to : ref,
			title.len ? " " : "", title.text);
	else
		strbuf_puts(out, title.text);
	/* Only what has a heading or row of its own can be led to. */
	if (no == KIND_PARTY || no == KIND_MEMBER)
		*to = '\0';
	strbuf_clear(&title);
}

/* --- Values ------------------------------------------------------------- */

/* A field as people read it; what it leads to in to, "" if nothing. */
static void
read_field(struct summary *sum, const struct record *r, size_t index,
	struct strbuf *out, char to[NAMES_SIZE])
{
	const struct field *f = kind_field(r->kind, index);
	const char *text = f ? record_text(r, index) : NULL;

	*to = '\0';
	/* A name of nobody who is known is a name all the same. */
	if (text && f->type == FIELD_REF && r->values[index].invalid)
		strbuf_puts(out, text);
	else if (text && f->type == FIELD_REF)
		summary_name(sum, text, out, to);
	else if (f)
		format_cell_exact(out, r, index, sum->session->zone);
}

static enum doc_role
role_of(const struct field *f)
{
	if (f == kind_field(&hash_kind, HASH_VALUE))
		return DOC_CODE;
	switch (f->type) {
	case FIELD_LONG:
		return DOC_LINES;
	case FIELD_CODE:
		return DOC_WORDS;
	case FIELD_IDENT:
	case FIELD_ACCOUNT:
		return DOC_CODE;
	default:
		return DOC_DATA;
	}
}

/* What language a text is in, where somebody typed it. */
static const char *
language_of(const struct record *r, const struct field *f)
{
	if ((f->type != FIELD_TEXT && f->type != FIELD_LONG) ||
	    !kind_field(r->kind, HEADER_LANGUAGE))
		return NULL;
	return record_text(r, HEADER_LANGUAGE);
}

/* --- Rows --------------------------------------------------------------- */

static struct strbuf *
next_cell(struct summary *sum, enum doc_role role)
{
	struct summary_row *row = &sum->row;

	assert(row->n < DOC_COLUMNS);
	row->cells[row->n] = (struct doc_text){ .role = role };
	*row->to[row->n] = '\0';
	strbuf_reset(&row->texts[row->n]);
	return &row->texts[row->n++];
}

void
summary_field(struct summary *sum, const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);
	size_t i = sum->row.n;
	struct strbuf *out = next_cell(sum, f ? role_of(f) : DOC_DATA);

	read_field(sum, r, index, out, sum->row.to[i]);
	if (f && f->type != FIELD_REF && r->values[index].invalid)
		sum->row.cells[i].alert = true;
	if (f)
		sum->row.cells[i].lang = language_of(r, f);
}

void
summary_text(struct summary *sum, enum doc_role role, const char *text)
{
	struct strbuf *out = next_cell(sum, role);

	strbuf_puts(out, text ? text : "");
}

void
summary_own(struct summary *sum, const struct record *r)
{
	char name[NAMES_SIZE];
	const char *ref = record_text(r, HEADER_REF);

	summary_text(sum, DOC_DATA,
		names_of(&sum->ex->survey.names, ref, name) ? name : ref);
	sum->row.cells[sum->row.n - 1].own = true;
}

void
summary_alert(struct summary *sum)
{
	sum->row.cells[sum->row.n - 1].alert = true;
}

void
summary_put(struct summary *sum)
{
	struct summary_row *row = &sum->row;

	while (row->n < sum->doc.n_columns)
		next_cell(sum, DOC_DATA);
	for (size_t i = 0; i < row->n; i++) {
		row->cells[i].text = row->texts[i].text;
		row->cells[i].to = *row->to[i] ? row->to[i] : NULL;
	}
	doc_row(&sum->doc, row->cells);
	row->n = 0;
}

void
summary_parts(struct summary *sum, const struct desk_item *item,
	const struct kind *k, const struct doc_column *columns,
	const uint8_t *indexes)
{
	size_t n = 0;

	while (indexes[n] != 0xFF)
		n++;
	doc_table(&sum->doc, columns, n);
	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *part = &item->parts[i].record;

		if (part->kind != k || !item_part_stands(item, i))
			continue;
		for (size_t at = 0; at < n; at++)
			summary_field(sum, part, indexes[at]);
		summary_put(sum);
	}
}

/* --- Items -------------------------------------------------------------- */

void
summary_item(struct summary *sum, const struct record *r)
{
	char name[NAMES_SIZE];
	const char *ref = record_text(r, HEADER_REF);
	struct doc_text title = { .role = DOC_DATA,
		.text = record_text(r, r->kind->title),
		.lang = kind_field(r->kind, HEADER_LANGUAGE) ?
			record_text(r, HEADER_LANGUAGE) : NULL };

	if (!names_of(&sum->ex->survey.names, ref, name))
		strbuf_fill(name, sizeof(name), ref);
	/* What nobody described is told by what it is. */
	if (!title.text && r->kind->no == KIND_ASSET)
		title = (struct doc_text){ .text = field_code_label(
			codes_asset_type, record_text(r, ASSET_TYPE)) };
	doc_item(&sum->doc, name, &title);
}

void
summary_fact(struct summary *sum, const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);
	struct strbuf out = STRBUF_INIT;
	char to[NAMES_SIZE];

	if (!f || !record_text(r, index))
		return;
	read_field(sum, r, index, &out, to);
	struct doc_text value = { .role = role_of(f), .text = out.text,
		.lang = language_of(r, f), .to = *to ? to : NULL,
		.alert = f->type != FIELD_REF && r->values[index].invalid };

	doc_fact(&sum->doc, _(f->label), &value);
	strbuf_clear(&out);
}

void
summary_facts(struct summary *sum, const struct record *r,
	const uint8_t *indexes)
{
	for (; *indexes != 0xFF; indexes++)
		summary_fact(sum, r, *indexes);
}

void
summary_further(struct summary *sum, const struct record *r)
{
	for (size_t i = kind_further(r->kind); i < kind_n(r->kind); i++)
		summary_fact(sum, r, i);
}

void
summary_lines(struct summary *sum, const struct record *r, size_t index)
{
	struct doc_text text = { .role = DOC_LINES,
		.text = record_text(r, index),
		.lang = language_of(r, kind_field(r->kind, index)) };

	doc_para(&sum->doc, &text);
}
