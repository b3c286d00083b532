/* SPDX-License-Identifier: GPL-3.0-or-later */
/* format.c - see format.h. */
#include "src/format.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/clean.h"
#include "base/clock.h"
#include "base/compiler.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/money.h"
#include "src/codes.h"
#include "src/legal.h"
#include "src/linkformat.h"
#include "src/value.h"
#include "src/veil.h"
#include "base/banned.h"

/* What every object and row begins with. By name, for the party of a member is
 * a field of its own kind. */
static const char *const lead_in[] = {
	"kind", "case", "ref", "id", "version", "party"
};

static bool
is_lead_in(const struct field *f)
{
	for (size_t i = 0; i < ARRAY_SIZE(lead_in); i++)
		if (strcmp(f->name, lead_in[i]) == 0)
			return true;
	return false;
}

size_t
format_order(const struct kind *k, size_t *order)
{
	size_t n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(lead_in); i++) {
		size_t index = kind_index(k, lead_in[i]);

		if (index < kind_n(k))
			order[n++] = index;
	}
	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);

		if (f && !(f->flags & FIELD_HIDDEN) && !is_lead_in(f))
			order[n++] = i;
	}
	assert(n <= FORMAT_MOST);
	return n;
}

/* --- JSON --------------------------------------------------------------- */

static void
json_money(struct json *j, const char *text)
{
	char number[MONEY_TEXT_SIZE], code[8];

	money_split(text, number, code);
	json_object(j);
	json_pair(j, "amount", number);
	json_pair(j, "currency", code);
	json_object_end(j);
}

static void
json_time(struct json *j, int64_t ms)
{
	char text[CLOCK_TEXT_SIZE];

	clock_text(ms, text);
	json_text(j, text);
}

static void
json_value(struct json *j, const struct record *r, size_t index)
{
	const char *text = record_text(r, index);

	switch (kind_field(r->kind, index)->type) {
	case FIELD_MONEY:
		json_money(j, text);
		break;
	case FIELD_TIME:
		json_time(j, record_int(r, index));
		break;
	case FIELD_COUNT:
		json_int(j, record_int(r, index));
		break;
	default:
		json_text(j, text);
	}
}

/* The names of the values that are kept although they are not well-formed. */
static void
json_invalid(struct json *j, const struct record *r)
{
	bool any = false;

	for (size_t i = 0; i < kind_n(r->kind); i++) {
		if (!record_text(r, i) || !r->values[i].invalid)
			continue;
		if (!any) {
			json_key(j, "invalid");
			json_array(j);
			any = true;
		}
		json_text(j, kind_field(r->kind, i)->name);
	}
	if (any)
		json_array_end(j);
}

void
format_json(struct json *j, const struct record *r, bool open)
{
	size_t order[FORMAT_MOST];
	size_t n = format_order(r->kind, order);

	json_object(j);
	for (size_t i = 0; i < n; i++) {
		const struct field *f = kind_field(r->kind, order[i]);

		/* The kind is known even where the record does not carry it. */
		if (order[i] == HEADER_KIND) {
			json_pair(j, f->name, r->kind->name);
			continue;
		}
		if (!record_text(r, order[i]))
			continue;
		json_key(j, f->name);
		json_value(j, r, order[i]);
	}
	json_invalid(j, r);
	if (!open)
		json_object_end(j);
}

/* What follows for each step of a chain, in order of the events. */
static void
put_custody(struct json *j, const struct desk_item *item)
{
	json_key(j, "custody");
	json_array(j);
	for (size_t i = 0; i < item->n_custody; i++) {
		const struct desk_step *step = &item->custody[i];
		bool open = step->lacks_giver || step->lacks_receiver;

		json_object(j);
		json_pair(j, "step", record_text(&step->record, HEADER_REF));
		json_pair(j, "standing", step->standing);
		if (step->corrected_by)
			json_pair(j, "corrected_by", step->corrected_by);
		if (open)
			json_pair(j, "waits_for", !step->lacks_receiver ?
				"giver" : !step->lacks_giver ? "receiver" :
				"both");
		if (open) {
			json_key(j, "days");
			json_int(j, step->days);
		}
		json_key(j, "gaps");
		json_array(j);
		for (size_t g = 0; g < step->n_gaps; g++)
			json_text(j, step->gaps[g].code);
		json_array_end(j);
		json_object_end(j);
	}
	json_array_end(j);
}

void
format_json_item(struct json *j, const struct desk_item *item, bool open)
{
	const struct kind *before = NULL;

	format_json(j, &item->record, true);
	json_key(j, "parts");
	json_object(j);
	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *part = &item->parts[i].record;

		if (part->kind != before) {
			if (before)
				json_array_end(j);
			json_key(j, part->kind->name);
			json_array(j);
			before = part->kind;
		}
		format_json(j, part, false);
	}
	if (before)
		json_array_end(j);
	json_object_end(j);
	if (item->n_custody)
		put_custody(j, item);
	json_key(j, "links");
	json_array(j);
	for (size_t i = 0; i < item->n_links; i++)
		linkformat_json(j, &item->links[i], linkformat_is_elsewhere(
			&item->links[i], &item->record));
	json_array_end(j);
	if (item->links_total > (int64_t)item->n_links) {
		json_key(j, "links_total");
		json_int(j, item->links_total);
	}
	if (!open)
		json_object_end(j);
}

void
format_json_same(struct json *j, const struct desk_same *same)
{
	json_key(j, "same");
	json_array(j);
	for (size_t i = 0; i < same->n; i++) {
		const struct desk_equal *e = &same->values[i];

		json_object(j);
		json_pair(j, "type", e->type);
		json_pair(j, "value", e->value);
		json_key(j, "many");
		json_bool(j, e->many);
		json_key(j, "muted");
		json_bool(j, e->muted);
		json_key(j, "records");
		json_array(j);
		for (size_t n = 0; n < e->n; n++) {
			json_object(j);
			json_pair(j, "ref", e->records[n].ref);
			json_pair(j, "kind", e->records[n].kind);
			json_pair(j, "title", e->records[n].title);
			json_object_end(j);
		}
		json_array_end(j);
		json_object_end(j);
	}
	json_array_end(j);
}

void
format_json_entry(struct json *j, const struct desk_entry *e)
{
	json_object(j);
	json_pair(j, "entry", e->entry);
	json_key(j, "at");
	json_time(j, e->at);
	json_pair(j, "zone", e->zone);
	json_pair(j, "member", e->member);
	json_pair(j, "party", e->party);
	json_pair(j, "verb", e->verb);
	json_pair(j, "kind", e->kind);
	json_pair(j, "ref", e->ref);
	json_key(j, "version");
	json_int(j, e->version);
	json_key(j, "fields");
	json_array(j);
	for (size_t i = 0; i < e->n_fields; i++) {
		const struct desk_entry_field *f = &e->fields[i];

		json_object(j);
		json_pair(j, "field", f->field);
		json_pair(j, "old", f->old);
		json_pair(j, "new", f->new);
		if (f->erased) {
			json_key(j, "erased");
			json_bool(j, true);
		}
		json_object_end(j);
	}
	json_array_end(j);
	json_object_end(j);
}

/* --- CSV ---------------------------------------------------------------- */

void
format_csv_head_of(struct strbuf *out, const struct kind *kind,
	const size_t *columns, size_t n)
{
	bool first = true;

	for (size_t i = 0; i < n; i++, first = false) {
		const struct field *f = kind_field(kind, columns[i]);

		csv_cell(out, first, f->name, false);
		if (f->type == FIELD_MONEY) {
			struct strbuf name = STRBUF_INIT;

			strbuf_printf(&name, "%s_currency", f->name);
			csv_cell(out, false, name.text, false);
			strbuf_clear(&name);
		}
	}
	csv_end(out);
}

void
format_csv_head(struct strbuf *out, const struct kind *kind)
{
	size_t order[FORMAT_MOST];

	format_csv_head_of(out, kind, order, format_order(kind, order));
}

/* One cell as it is stored, but harmless unless raw. */
static void
csv_value(struct strbuf *out, bool first, const char *text, unsigned flags,
	bool raw)
{
	struct strbuf clean = STRBUF_INIT;

	if (!raw) {
		clean_text(&clean, text, strlen(text), flags);
		text = clean.text;
	}
	csv_cell(out, first, text, !raw);
	strbuf_clear(&clean);
}

static void
csv_money(struct strbuf *out, bool first, const char *text)
{
	char number[MONEY_TEXT_SIZE] = "", code[8] = "";

	if (text)
		money_split(text, number, code);
	/* A negative amount is a number, not a formula: no guard. */
	csv_cell(out, first, number, false);
	csv_cell(out, false, code, false);
}

static void
csv_field(struct strbuf *out, const struct record *r, size_t index,
	bool first, bool raw)
{
	const struct field *f = kind_field(r->kind, index);
	const char *text = record_text(r, index);
	char time[CLOCK_TEXT_SIZE];

	if (index == HEADER_KIND)
		text = r->kind->name;
	if (f->type == FIELD_MONEY) {
		csv_money(out, first, text);
		return;
	}
	if (f->type == FIELD_TIME && text) {
		clock_text(record_int(r, index), time);
		text = time;
	}
	csv_value(out, first, text ? text : "",
		f->type == FIELD_LONG ? CLEAN_LINES : 0, raw);
}

void
format_csv_of(struct strbuf *out, const struct record *r,
	const size_t *columns, size_t n, bool raw)
{
	for (size_t i = 0; i < n; i++)
		csv_field(out, r, columns[i], i == 0, raw);
	csv_end(out);
}

void
format_csv(struct strbuf *out, const struct record *r, bool raw)
{
	size_t order[FORMAT_MOST];

	format_csv_of(out, r, order, format_order(r->kind, order), raw);
}

/* --- For a person ------------------------------------------------------- */

/* A title that a record has to have is absent by law alone, unless it names what the
 * viewer does not see. */
static bool
is_erased_title(const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);

	return index == r->kind->title && f->type != FIELD_REF &&
		(legal_is_erased(r) || ((f->flags & FIELD_REQUIRED) &&
		 record_text(r, HEADER_REF)));
}

void
format_cell(struct strbuf *out, const struct record *r, size_t index,
	const char *zone)
{
	const struct field *f = kind_field(r->kind, index);
	const char *text = record_text(r, index);

	if (!f)
		return;
	if (!text) {
		if (index == HEADER_GRADE && !legal_is_erased(r))
			strbuf_puts(out, _("X4 (not evaluated)"));
		else if (index == r->kind->title && veil_wants(r))
			strbuf_puts(out, record_has(r, HEADER_LEGAL,
				LEGAL_RESTRICTED) ? _("(restricted: say why)") :
				_("(special categories: say why)"));
		else if (is_erased_title(r, index))
			strbuf_puts(out, _("(erased by law)"));
		return;
	}
	if (r->values[index].invalid)
		strbuf_putc(out, '?');
	value_show(f, text, zone, out);
}

void
format_cell_exact(struct strbuf *out, const struct record *r, size_t index,
	const char *zone)
{
	const struct field *f = kind_field(r->kind, index);
	const char *text = record_text(r, index);
	char time[DATE_TEXT_SIZE];

	if (f && text && f->type == FIELD_TIME)
		clock_exact(record_int(r, index), zone, time);
	else if (f && text && f->type == FIELD_DATE)
		date_exact(text, time, sizeof(time));
	else {
		format_cell(out, r, index, zone);
		return;
	}
	strbuf_puts(out, time);
}

bool
format_retracted(struct strbuf *out, const struct record *r, const char *zone)
{
	struct strbuf at = STRBUF_INIT;
	const char *by = record_text(r, HEADER_CHANGED_BY);
	const char *why = record_text(r, HEADER_RETRACT_REASON);

	if (!record_text(r, HEADER_RETRACTED))
		return false;
	format_cell(&at, r, HEADER_RETRACTED, zone);
	if (legal_is_erased(r))
		strbuf_printf(out, _("erased by law, %s: %s"), at.text,
			why ? why : "");
	else if (by)
		strbuf_printf(out, _("retracted %s by %s: %s"), at.text, by,
			why ? why : "");
	else	/* a part, of which history tells who did it */
		strbuf_printf(out, _("retracted %s: %s"), at.text,
			why ? why : "");
	strbuf_clear(&at);
	return true;
}

void
format_equal(struct strbuf *label, struct strbuf *out,
	const struct desk_equal *e)
{
	strbuf_printf(label, "%s %s", field_code_label(codes_ident, e->type),
		e->value);
	if (e->muted)
		strbuf_puts(out, _("does not correlate in this case"));
	if (e->many)
		strbuf_puts(out, _("many records, which are not told one by one"));
	for (size_t i = 0; i < e->n; i++) {
		const struct desk_bearer *b = &e->records[i];
		const struct kind *k = kind_find(b->kind);

		strbuf_printf(out, "%s%s %s", i ? "; " : "", b->ref,
			k ? _(k->label) : b->kind);
		if (b->title)
			strbuf_printf(out, " %s", b->title);
	}
}
