/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evidence.c - see evidence.h. */
#include "src/evidence.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/chain.h"
#include "src/further.h"
#include "src/parts.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field_code types[] = {
	{ "device", N_("device, data carrier") },
	{ "data", N_("data, forensic image") },
	{ "document", N_("document") },
	{ "recording", N_("recording, interception") },
	{ "picture", N_("photograph, video") },
	{ "statement", N_("statement, record of a hearing") },
	{ "trace", N_("trace, sample") },
	{ "drugs", N_("drugs") },
	{ "weapon", N_("weapon, ammunition") },
	{ "money", N_("money, valuables") },
	{ "vehicle", N_("vehicle") },
	{ "goods", N_("goods") },
	{ "other", N_("other") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "description", N_("Description"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 1000),
	FIELD(65, "type", N_("Type"), FIELD_CODE, 0, .codes = types),
	FIELD(66, "exhibit_no", N_("Exhibit no."), FIELD_TEXT,
		FIELD_SORTED | FIELD_SEARCHED | FIELD_UNIQUE | FIELD_NUMBER,
		.max = 60,
		.help = N_("As it stands on the label; each party's own.")),
	FIELD(67, "root_exhibit_no", N_("Root exhibit no."), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NUMBER, .max = 60,
		.help = N_("Of a copy: the exhibit that it was made from.")),
	FIELD(68, "seized_at", N_("Seized"), FIELD_DATE,
		FIELD_SORTED | FIELD_PAST | FIELD_TOOK),
	FIELD(69, "place", N_("Place"), FIELD_TEXT, FIELD_SEARCHED, .max = 300),
	FIELD(70, "seized_from", N_("Seized from"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 300),
	FIELD(71, "seized_by", N_("Seized by"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 300),
	FIELD(72, "legal_basis", N_("Legal basis"), FIELD_TEXT, 0, .max = 300,
		.help = N_("The order or instrument, with its number.")),
	FIELD(73, "possessor", N_("Possessor"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 300,
		.help = N_("Whose it was, when it was not who it was seized from.")),
	FIELD(74, "storage", N_("Storage"), FIELD_TEXT, FIELD_SEARCHED, .max = 300),
	FIELD(75, "custodian", N_("Custodian"), FIELD_REF,
		FIELD_DERIVED | FIELD_OF_PARTS | FIELD_KEEPS, .max = 200,
		.kinds = CUSTODY_KINDS,
		.help = N_("Who holds it, by the chain of custody.")),
	FIELD(76, "unconfirmed", N_("Unconfirmed"), FIELD_COUNT,
		FIELD_DERIVED | FIELD_OF_PARTS | FIELD_SORTED,
		.help = N_("Hand-overs that a side has yet to confirm.")),
	FIELD(77, "pages", N_("Pages"), FIELD_COUNT, 0),
	FIELD(78, "items", N_("Items"), FIELD_COUNT, 0,
		.help = N_("Of a collection: how many calls, messages, files.")),
	FIELD(79, "items_privileged", N_("Privileged"), FIELD_COUNT, 0,
		.help = N_("Of a collection: how many of the items are privileged.")),
	FIELD(80, "valid_until", N_("Valid until"), FIELD_DATE, FIELD_DUE,
		.help = N_("Until when it may be used or kept.")),
	FIELD(81, "return_by", N_("Return by"), FIELD_DATE, FIELD_DUE, .after = "seized_at"),
	FURTHER_FIELDS
};

static bool
check(struct record *r, struct err *err)
{
	if (record_text(r, EVIDENCE_ITEMS) &&
	    record_int(r, EVIDENCE_ITEMS_PRIVILEGED) >
	    record_int(r, EVIDENCE_ITEMS))
		return err_field(err, ERR_RULE,
			fields[EVIDENCE_ITEMS_PRIVILEGED - HEADER_N].id,
			_("items_privileged: there are but %s items"),
			record_text(r, EVIDENCE_ITEMS));
	return true;
}

static const uint8_t columns[] = {
	EVIDENCE_EXHIBIT_NO, EVIDENCE_DESCRIPTION, EVIDENCE_SEIZED_AT,
	EVIDENCE_CUSTODIAN, EVIDENCE_TYPE, 0xFF
};

const struct kind evidence_kind = {
	.no = KIND_EVIDENCE, .name = "evidence", .letter = 'E',
	.label = N_("Exhibit"), .plural = N_("Evidence"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = EVIDENCE_DESCRIPTION, .columns = columns,
	.parts = PARTS_OF_ALL | KIND_BIT(KIND_HASH) | KIND_BIT(KIND_CHAIN) |
		KIND_BIT(KIND_CONFIRMATION) | KIND_BIT(KIND_DISCLOSURE) |
		KIND_BIT(KIND_ADMISSIBILITY),
	.unconfirmed = EVIDENCE_UNCONFIRMED,
	.check = check, .derive = chain_derive,
	.derives_from = KIND_BIT(KIND_CHAIN) | KIND_BIT(KIND_CONFIRMATION),
};
