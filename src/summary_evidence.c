/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary_evidence.c - of a summary: exhibits with their digests, their whole chain
 * of custody and where they may be used. */
#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/evidence.h"
#include "src/item.h"
#include "src/parts.h"
#include "src/summary.h"
#include "base/banned.h"

static const struct doc_column hash_columns[] = {
	{ N_("Algorithm"), 10, false }, { N_("Digest"), 32, false },
	{ N_("Of what"), 10, false }, { N_("By"), 8, false },
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
	{ N_("When"), 11, false }, { N_("Step"), 10, false },
	{ N_("From"), 14, false }, { N_("To"), 14, false },
	{ N_("Seal, state, receipt"), 21, false },
};

static void
put_chain_step(struct summary *sum, const struct record *step)
{
	static const uint8_t remarks[] = {
		CHAIN_SEAL, CHAIN_CONDITION, CHAIN_RECEIPT_NO, CHAIN_METHOD,
		CHAIN_PURPOSE, 0xFF
	};
	struct strbuf text = STRBUF_INIT;

	for (const uint8_t *i = remarks; *i != 0xFF; i++)
		if (record_text(step, *i))
			strbuf_printf(&text, "%s%s", text.len ? "; " : "",
				record_text(step, *i));
	summary_field(sum, step, CHAIN_AT);
	summary_field(sum, step, CHAIN_ACTION);
	summary_field(sum, step, CHAIN_FROM);
	summary_field(sum, step, CHAIN_TO);
	summary_text(sum, DOC_LINES, text.text);
	summary_put(sum);
	strbuf_clear(&text);
}

static void
put_chain(struct summary *sum, const struct desk_item *item)
{
	doc_table(&sum->doc, chain_columns, ARRAY_SIZE(chain_columns));
	for (size_t i = 0; i < item->n_parts; i++)
		if (item->parts[i].record.kind == &chain_kind)
			put_chain_step(sum, &item->parts[i].record);
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
