/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_evidence.c - of a summary: exhibits with their digests, their whole chain
 * of custody and where they may be used. */
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/evidence.h"
#include "src/parts.h"
#include "src/step_text.h"
#include "src/summary.h"
#include "base/banned.h"

static const struct doc_column hash_columns[] = {
	{ N_("Algorithm"), 9, false }, { N_("Digest"), 32, false },
	{ N_("Of what"), 9, false }, { N_("By"), 10, false },
	{ N_("On"), 10, false },
};
static const uint8_t hash_shown[] = {
	HASH_ALGORITHM, HASH_VALUE, HASH_OF_WHAT, HASH_COMPUTED_BY, HASH_ON, 0xFF
};
static const struct doc_column use_columns[] = {
	{ N_("State"), 8, false }, { N_("Admissibility"), 20, false },
	{ N_("Note"), 40, false }, { N_("Said by"), 10, false },
};
static const uint8_t use_shown[] = {
	ADMISSIBILITY_STATE, ADMISSIBILITY_STATUS, ADMISSIBILITY_NOTE,
	HEADER_PARTY, 0xFF
};
static const struct doc_column chain_columns[] = {
	{ N_("No."), 4, false }, { N_("When"), 12, false },
	{ N_("Step"), 9, false }, { N_("From"), 12, false },
	{ N_("To"), 12, false }, { N_("Particulars"), 19, false },
};

/* Is the step told? Outside, none that was retracted is. */
static bool
is_told(const struct summary *sum, const struct desk_step *step)
{
	return sum->ex->recipient.class == RECIPIENT_INTERNAL ||
		strcmp(step->standing, "retracted") != 0;
}

/* Its lines of one sort: those that warn, or the others. Whoever reads it, no side
 * is theirs. */
static void
put_lines(struct summary *sum, const struct desk_step *step, bool warning,
	struct strbuf *out)
{
	struct strbuf line = STRBUF_INIT;
	struct desk_step told = *step;
	bool warns = false;

	told.waits = false;
	record_copy(&told.record, &step->record);
	record_unset(&told.record, CHAIN_COPY);	/* told by its name here */
	for (size_t n = 0; step_line(&told, sum->session->zone, true, n,
	    &line, &warns); n++) {
		if (line.len && warns == warning)
			strbuf_printf(out, "%s%s", out->len ? "\n" : "",
				line.text);
		strbuf_reset(&line);
		warns = false;
	}
	record_clear(&told.record);
	strbuf_clear(&line);
}

static void
put_copy(struct summary *sum, const struct desk_step *step, struct strbuf *out)
{
	const char *copy = record_text(&step->record, CHAIN_COPY);
	char to[NAMES_SIZE];

	if (!copy)
		return;
	strbuf_printf(out, "%s%s: ", out->len ? "\n" : "",
		_(kind_field(&chain_kind, CHAIN_COPY)->label));
	summary_name(sum, copy, out, to);
}

/* Who has it from then on, or had it, as the chain counts. */
static void
put_end(struct summary *sum, const struct desk_step *step, bool to)
{
	size_t field = to ? CHAIN_TO : CHAIN_FROM;

	if (record_text(&step->record, field))
		summary_field(sum, &step->record, field);
	else
		summary_text(sum, DOC_DATA, step_end(step, to));
}

static void
put_step(struct summary *sum, const struct desk_step *step, size_t no)
{
	struct strbuf lines = STRBUF_INIT;
	char number[24];

	snprintf(number, sizeof(number), "%zu", no);
	put_lines(sum, step, false, &lines);
	put_copy(sum, step, &lines);
	summary_text(sum, DOC_WORDS, number);
	summary_field(sum, &step->record, CHAIN_AT);
	summary_field(sum, &step->record, CHAIN_ACTION);
	put_end(sum, step, false);
	put_end(sum, step, true);
	summary_text(sum, DOC_LINES, lines.text);
	summary_put(sum);
	strbuf_clear(&lines);
}

/* What is missing of a step, or does not fit. */
static void
put_gaps(struct summary *sum, const struct desk_step *step, size_t no)
{
	struct strbuf lines = STRBUF_INIT, text = STRBUF_INIT;

	put_lines(sum, step, true, &lines);
	if (lines.len) {
		strbuf_printf(&text, _("Step %zu: %s"), no, lines.text);
		doc_para(&sum->doc, DOC_ALERT(DOC_LINES, text.text));
	}
	strbuf_clear(&lines);
	strbuf_clear(&text);
}

/* The steps are counted here: a gap in their numbers would tell of one that was
 * retracted. */
static void
put_chain(struct summary *sum, const struct desk_item *item)
{
	size_t no = 0;

	doc_table(&sum->doc, chain_columns, ARRAY_SIZE(chain_columns));
	for (size_t i = 0; i < item->n_custody; i++)
		if (is_told(sum, &item->custody[i]))
			put_step(sum, &item->custody[i], ++no);
	no = 0;
	for (size_t i = 0; i < item->n_custody; i++)
		if (is_told(sum, &item->custody[i]))
			put_gaps(sum, &item->custody[i], ++no);
}

/* "412, of which 3 are privileged" */
static void
put_items(struct summary *sum, const struct record *r)
{
	const char *items = record_text(r, EVIDENCE_ITEMS);
	const char *privileged = record_text(r, EVIDENCE_ITEMS_PRIVILEGED);
	char text[120];

	if (!items || !privileged) {
		summary_fact(sum, r, EVIDENCE_ITEMS);
		return;
	}
	snprintf(text, sizeof(text), _("%s, of which privileged: %s"), items,
		privileged);
	doc_fact(&sum->doc, _("Items"), DOC_SAY(text));
}

static bool
put_exhibit(struct summary *sum, const struct desk_item *item, struct err *err)
{
	static const uint8_t facts[] = {
		EVIDENCE_EXHIBIT_NO, EVIDENCE_ROOT_EXHIBIT_NO, EVIDENCE_TYPE,
		EVIDENCE_SEIZED_AT, EVIDENCE_PLACE, EVIDENCE_SEIZED_FROM,
		EVIDENCE_SEIZED_BY, EVIDENCE_LEGAL_BASIS, EVIDENCE_POSSESSOR,
		EVIDENCE_STORAGE, EVIDENCE_CUSTODIAN, EVIDENCE_PAGES, 0xFF
	};
	const struct record *r = &item->record;

	(void)err;
	summary_item(sum, r);
	summary_facts(sum, r, facts);
	put_items(sum, r);
	summary_fact(sum, r, EVIDENCE_VALID_UNTIL);
	summary_fact(sum, r, EVIDENCE_RETURN_BY);
	summary_further(sum, r);
	summary_parts(sum, item, &hash_kind, hash_columns, hash_shown);
	put_chain(sum, item);
	summary_parts(sum, item, &admissibility_kind, use_columns, use_shown);
	return true;
}

const struct summary_section summary_evidence = {
	.title = N_("Evidence"), .kinds = { KIND_EVIDENCE },
	.record = put_exhibit,
};
