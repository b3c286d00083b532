/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step_text.c - see step_text.h. */
#include "src/step_text.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/format.h"
#include "src/parts.h"
#include "base/banned.h"

/* A part's name within its record. */
static const char *
within(const char *ref)
{
	const char *slash = strrchr(ref, '/');

	return slash ? slash + 1 : ref;
}

void
step_name(const struct desk_step *step, struct strbuf *out)
{
	strbuf_puts(out, within(record_text(&step->record, HEADER_REF)));
}

static bool
is(const struct desk_step *step, const char *standing)
{
	return strcmp(step->standing, standing) == 0;
}

void
step_when(const struct desk_step *step, const char *zone, struct strbuf *out)
{
	const struct record *r = &step->record;
	const char *corrects = record_text(r, HEADER_CORRECTS);

	if (record_text(r, CHAIN_AT)) {
		format_cell(out, r, CHAIN_AT, zone);
	} else if (corrects) {
		strbuf_printf(out, _("as %s"), within(corrects));
	} else {
		strbuf_puts(out, _("before "));
		format_cell(out, r, HEADER_CREATED, zone);
	}
}

void
step_action(const struct desk_step *step, struct strbuf *out)
{
	format_cell(out, &step->record, CHAIN_ACTION, NULL);
}

static bool
takes(const struct desk_step *step)
{
	const char *action = record_text(&step->record, CHAIN_ACTION);

	return action && (strcmp(action, "seized") == 0 ||
		strcmp(action, "received") == 0);
}

const char *
step_end(const struct desk_step *step, bool to)
{
	const char *who = record_text(&step->record, to ? CHAIN_TO : CHAIN_FROM);

	return !who && to && takes(step) ?
		record_text(&step->record, HEADER_PARTY) : who;
}

bool
step_moves(const struct desk_step *step)
{
	const char *action = record_text(&step->record, CHAIN_ACTION);

	return action && strcmp(action, "handed_over") == 0;
}

const char *
step_word(const struct desk_step *step, bool *warns, bool *is_void)
{
	*warns = is(step, "unconfirmed") || is(step, "unfounded");
	*is_void = is(step, "corrected") || is(step, "retracted");
	if (is(step, "unconfirmed"))
		return _("! not confirmed");
	if (is(step, "unfounded"))
		return _("! moves nothing");
	if (is(step, "corrected"))
		return _("corrected");
	if (is(step, "retracted"))
		return _("void");
	return step_moves(step) ? _("confirmed") : "";
}

void
step_head(const struct desk_step *step, const char *zone, struct strbuf *out)
{
	const char *from = step_end(step, false), *to = step_end(step, true);

	step_when(step, zone, out);
	strbuf_puts(out, "  ");
	step_action(step, out);
	/* Here a name of nobody known is no fault. What is done alone goes to nobody. */
	if (to || (from && step_moves(step)))
		strbuf_printf(out, ": %s -> %s", from ? from : "?",
			to ? to : "?");
	else if (from)
		strbuf_printf(out, ": %s", from);
}

/* --- The lines ---------------------------------------------------------- */

static void
put_field(const struct record *r, size_t field, const char *zone,
	struct strbuf *out)
{
	if (!record_text(r, field))
		return;
	strbuf_printf(out, "%s%s: ", out->len ? "; " : "",
		_(kind_field(r->kind, field)->label));
	format_cell(out, r, field, zone);
}

static void
put_details(const struct desk_step *step, const char *zone, struct strbuf *out)
{
	static const size_t fields[] = { CHAIN_METHOD, CHAIN_PURPOSE, CHAIN_SEAL,
		CHAIN_CONDITION, CHAIN_COPY, CHAIN_RECEIPT_NO };

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		put_field(&step->record, fields[i], zone, out);
}

/* When it was entered; with the offset, for readers who have no zone. */
static void
put_created(const struct record *r, const char *zone, bool exact,
	struct strbuf *out)
{
	if (exact)
		format_cell_exact(out, r, HEADER_CREATED, zone);
	else
		format_cell(out, r, HEADER_CREATED, zone);
}

/* "entered 2026-03-15 10:00 by FR/1" */
static void
put_entry(const struct desk_step *step, const char *zone, bool exact,
	struct strbuf *out)
{
	struct strbuf at = STRBUF_INIT, by = STRBUF_INIT;

	put_created(&step->record, zone, exact, &at);
	format_cell(&by, &step->record, HEADER_CREATED_BY, zone);
	strbuf_printf(out, _("entered %s by %s"), at.text, by.text);
	if (record_text(&step->record, HEADER_CORRECTS))
		strbuf_printf(out, _("; corrects %s"),
			within(record_text(&step->record, HEADER_CORRECTS)));
	strbuf_clear(&at);
	strbuf_clear(&by);
}

/* "receiver: RO/1, 2026-03-15 10:00"; on paper also whose signature it is. */
static void
put_sign(const struct record *r, const char *zone, bool exact,
	struct strbuf *out)
{
	format_cell(out, r, CONFIRMATION_SIDE, zone);
	strbuf_puts(out, ": ");
	if (record_text(r, CONFIRMATION_NAME)) {
		strbuf_puts(out, record_text(r, CONFIRMATION_NAME));
		put_field(r, CONFIRMATION_RANK, zone, out);
		put_field(r, CONFIRMATION_RECEIPT_NO, zone, out);
		put_field(r, CONFIRMATION_ON, zone, out);
		strbuf_puts(out, _("; entered by "));
	}
	format_cell(out, r, HEADER_CREATED_BY, zone);
	strbuf_puts(out, ", ");
	put_created(r, zone, exact, out);
	put_field(r, CONFIRMATION_REMARK, zone, out);
}

static void
put_standing(const struct desk_step *step, struct strbuf *out)
{
	if (is(step, "retracted"))
		strbuf_puts(out, _("void: it was retracted"));
	if (is(step, "corrected"))
		strbuf_printf(out, _("counts no more: corrected by %s"),
			within(step->corrected_by));
	if (is(step, "unfounded"))
		strbuf_puts(out, _("moves nothing: another party held it, and did not hand it over"));
	if (!is(step, "unconfirmed"))
		return;
	if (step->days < 1)
		strbuf_puts(out, _("unconfirmed since today: "));
	else
		strbuf_printf(out, ngettext("unconfirmed for %lld day: ",
			"unconfirmed for %lld days: ", (unsigned long)step->days),
			(long long)step->days);
	strbuf_puts(out, step->lacks_giver && step->lacks_receiver ?
		_("waits for giver and receiver") : step->lacks_giver ?
		_("waits for the giver") : _("waits for the receiver"));
	if (step->waits)
		strbuf_puts(out, _(", your side"));
	if (step->giver_gone || step->receiver_gone)
		strbuf_puts(out, step->giver_gone && step->receiver_gone ?
			_("; nobody works here any more for either: who entered it corrects it") :
			step->giver_gone ?
			_("; nobody works here any more for the giver: who entered it corrects it") :
			_("; nobody works here any more for the receiver: who entered it corrects it"));
}

bool
step_line(const struct desk_step *step, const char *zone, bool exact, size_t n,
	struct strbuf *out, bool *warns)
{
	enum { STANDING, DETAILS, SIGNS };

	*warns = false;
	if (n == STANDING) {
		put_standing(step, out);
		*warns = is(step, "unconfirmed") || is(step, "unfounded");
		return true;
	}
	if (n == DETAILS) {
		put_details(step, zone, out);
		return true;
	}
	n -= SIGNS;
	if (n < step->n_signs) {
		put_sign(&step->signs[n].record, zone, exact, out);
		return true;
	}
	n -= step->n_signs;
	if (n < step->n_gaps) {
		strbuf_printf(out, _("gap: %s"), step->gaps[n].text);
		*warns = true;
		return true;
	}
	if (n == step->n_gaps)
		put_entry(step, zone, exact, out);
	return n == step->n_gaps;
}

bool
step_tells(const struct desk_item *item, const struct record *part)
{
	if (part->kind->no == KIND_CHAIN)
		return true;
	for (size_t i = 0; part->kind->no == KIND_CONFIRMATION &&
	     i < item->n_custody; i++)
		for (size_t j = 0; j < item->custody[i].n_signs; j++)
			if (strcmp(record_text(part, HEADER_REF), record_text(
			    &item->custody[i].signs[j].record, HEADER_REF)) == 0)
				return true;
	return false;
}
