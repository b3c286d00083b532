/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storelog.c - see storelog.h. */
#include "src/storelog.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "training", N_("Training"), FIELD_CODE, FIELD_FIXED,
		.codes = codes_yes_no),
	FIELD(65, "party_code", N_("Party"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_FIXED, .max = 8),
	FIELD(66, "member_name", N_("Member"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_FIXED, .max = 200),
	FIELD(67, "identity", N_("Identity"), FIELD_TEXT, FIELD_FIXED, .max = 36),
	FIELD(68, "epoch", N_("Epoch"), FIELD_COUNT, 0),
};

static bool
check(struct record *r, struct err *err)
{
	return rule_code_name(r, STORELOG_PARTY_CODE, 2, 8, false, err);
}

static const uint8_t columns[] = { STORELOG_TRAINING, STORELOG_EPOCH, 0xFF };

const struct kind store_kind = {
	.no = KIND_STORE, .name = "store",
	.label = N_("Store"), .plural = N_("Stores"),
	.flags = KIND_IS_HIDDEN | KIND_IN_STORE, .header = HEADER_HIDDEN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = STORELOG_MEMBER_NAME, .columns = columns, .check = check,
};
