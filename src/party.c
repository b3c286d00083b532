/* SPDX-License-Identifier: GPL-3.0-or-later */
/* party.c - see party.h. */
#include "src/party.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "code", N_("Code"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_SORTED | FIELD_SEARCHED,
		.max = 8, .help = N_("2 to 8 of A-Z and 0-9, country or body first: RO, RO2, EUROPOL.")),
	FIELD(65, "name", N_("Name"), FIELD_TEXT, FIELD_REQUIRED | FIELD_SEARCHED,
		.max = 200),
	FIELD(66, "class", N_("Class"), FIELD_CODE, FIELD_REQUIRED | FIELD_FIXED,
		.codes = codes_party_class,
		.help = N_("Signatories are the team; all others see only what is shared with them.")),
	FIELD(67, "state", N_("State"), FIELD_STATE, 0),
	FIELD(68, "authority", N_("Authority"), FIELD_TEXT, FIELD_SEARCHED, .max = 200),
	FIELD(69, "contact", N_("Contact"), FIELD_TEXT, 0, .max = 300),
	FIELD(70, "signed_on", N_("Signed"), FIELD_DATE, 0),
	FIELD(71, "slot", N_("Slot"), FIELD_COUNT, FIELD_DERIVED | FIELD_HIDDEN),
};

static bool
check(struct record *r, struct err *err)
{
	return rule_code_name(r, PARTY_CODE, 2, 8, false, err);
}

static const uint8_t columns[] = {
	PARTY_CODE, PARTY_NAME, PARTY_CLASS, PARTY_STATE, PARTY_SIGNED_ON, 0xFF
};

const struct kind party_kind = {
	.no = KIND_PARTY, .name = "party",
	.label = N_("Party"), .plural = N_("Parties"),
	.flags = KIND_IN_STORE, .header = HEADER_PLAIN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = PARTY_NAME, .columns = columns, .check = check,
};
