/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moment_text.c - see moment_text.h. */
#include "src/moment_text.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/event.h"
#include "src/format.h"
#include "src/link.h"
#include "src/linktype.h"
#include "src/parts.h"
#include "src/payment.h"
#include "base/banned.h"

/* A value behind what is there already; nothing when it is not set. */
static void
put(struct strbuf *out, size_t begin, const struct record *r, size_t index,
	const char *zone)
{
	if (!record_text(r, index))
		return;
	strbuf_puts(out, out->len > begin ? ", " : "");
	format_cell(out, r, index, zone);
}

/* "RO-A1 -> RO-O1", as far as it is known. */
static void
put_ends(struct strbuf *out, const struct record *r, size_t from, size_t to)
{
	const char *a = record_text(r, from), *b = record_text(r, to);

	if (a || b)
		strbuf_printf(out, ", %s -> %s", a ? a : "?", b ? b : "?");
}

static void
of_payment(struct strbuf *out, const struct record *r, const char *zone)
{
	size_t begin = out->len;

	put(out, begin, r, PAYMENT_AMOUNT, zone);
	if (out->len == begin)
		strbuf_puts(out, _("payment without an amount"));
	put_ends(out, r, PAYMENT_FROM, PAYMENT_TO);
	put(out, begin, r, PAYMENT_PURPOSE, zone);
}

static void
of_event(struct strbuf *out, const struct record *r, const char *zone)
{
	size_t begin = out->len;

	put(out, begin, r, EVENT_TITLE, zone);
	put(out, begin, r, EVENT_PLACE, zone);
}

static void
of_link(struct strbuf *out, const struct record *r, const char *zone)
{
	const char *a = record_text(r, LINK_A), *b = record_text(r, LINK_B);
	const char *code = record_text(r, LINK_TYPE);
	bool inverse;
	const struct linktype *t = code ? linktype_find(code, &inverse) : NULL;
	size_t begin = out->len;

	strbuf_printf(out, "%s %s %s", a ? a : "?", t ?
		linktype_words(t, false) : "-", b ? b : "?");
	if (record_text(r, LINK_PERCENT))
		strbuf_printf(out, ", %s %%", record_text(r, LINK_PERCENT));
	put(out, begin, r, LINK_NOTE, zone);
}

static void
of_step(struct strbuf *out, const struct record *part, const char *zone)
{
	format_cell(out, part, CHAIN_ACTION, zone);
	if (record_text(part, CHAIN_TO))
		put_ends(out, part, CHAIN_FROM, CHAIN_TO);
	else
		put(out, 0, part, CHAIN_FROM, zone);
}

/* Any other part: what it is, and what a list would show of it. */
static void
of_part(struct strbuf *out, const struct record *part, const char *zone)
{
	const size_t begin = out->len;

	strbuf_puts(out, _(part->kind->label));
	for (const uint8_t *c = part->kind->columns; *c != 0xFF; c++)
		if (*c >= HEADER_N &&
		    kind_field(part->kind, *c)->type != FIELD_DATE)
			put(out, begin, part, *c, zone);
}

void
moment_text(struct strbuf *out, const struct record *r,
	const struct record *part, size_t index, bool own, const char *zone)
{
	static const struct {
		enum kind_no kind;
		void (*put)(struct strbuf *, const struct record *, const char *);
	} whole[] = {
		{ KIND_PAYMENT, of_payment }, { KIND_EVENT, of_event },
		{ KIND_LINK, of_link },
	};

	for (size_t i = 0; !part && i < ARRAY_SIZE(whole); i++)
		if (whole[i].kind == r->kind->no) {
			whole[i].put(out, r, zone);
			return;
		}
	if (part && part->kind->no == KIND_CHAIN)
		of_step(out, part, zone);
	else if (part)
		of_part(out, part, zone);
	else if (index == HEADER_CREATED)
		strbuf_puts(out, _("to be categorised"));
	else
		strbuf_puts(out, _(kind_field(r->kind, index)->label));
	if (!own && record_text(r, r->kind->title)) {
		strbuf_puts(out, ": ");
		format_cell(out, r, r->kind->title, zone);
	}
}

/* --- Changes ------------------------------------------------------------ */

static const char *
label_of(const struct kind *k, const char *name)
{
	size_t index = k ? kind_index(k, name) : 0;

	return k && index < kind_n(k) ? _(kind_field(k, index)->label) : name;
}

static void
put_fields(struct strbuf *out, const struct kind *k, const struct desk_entry *e,
	const char *zone)
{
	struct record r;

	for (size_t i = 0; i < e->n_fields; i++) {
		const struct desk_entry_field *f = &e->fields[i];

		strbuf_printf(out, "%s%s", i ? ", " : "",
			label_of(k, f->field));
		if (e->n_fields > 1 || !f->new || !k ||
		    kind_index(k, f->field) >= kind_n(k))
			continue;
		/* Of one alone it is said what it is now. */
		record_init(&r, k);
		record_set(&r, kind_index(k, f->field), f->new);
		strbuf_puts(out, " -> ");
		format_cell(out, &r, kind_index(k, f->field), zone);
		record_clear(&r);
	}
}

void
moment_text_change(struct strbuf *out, const struct desk_entry *e,
	const char *zone)
{
	const struct kind *k = kind_find(e->kind);
	const char *label = k ? _(k->label) : e->kind;

	if (e->name && e->party)
		strbuf_printf(out, "%s (%s): ", e->name, e->party);
	if (strcmp(e->verb, "add") == 0) {
		strbuf_printf(out, _("added, %s"), label);
		return;
	}
	if (strcmp(e->verb, "retract") == 0) {
		strbuf_printf(out, _("retracted, %s"), label);
		return;
	}
	strbuf_puts(out, strcmp(e->verb, "undo") == 0 ? _("undid ") :
		_("changed "));
	put_fields(out, k, e, zone);
}
