/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asset.c - see asset.h. */
#include "src/asset.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/further.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "type", N_("Type"), FIELD_CODE, FIELD_REQUIRED,
		.codes = codes_asset_type),
	FIELD(65, "description", N_("Description"), FIELD_TEXT,
		FIELD_SORTED | FIELD_SEARCHED, .max = 1000),
	FIELD(66, "account_no", N_("Account no."), FIELD_ACCOUNT,
		FIELD_SORTED | FIELD_SEARCHED, .max = 64,
		.help = N_("IBAN or local number.")),
	FIELD(67, "bank", N_("Bank"), FIELD_TEXT, FIELD_SEARCHED, .max = 200),
	FIELD(68, "bic", N_("BIC"), FIELD_IDENT, FIELD_SEARCHED,
		.ident = IDENT_BIC),
	FIELD(69, "country", N_("Country"), FIELD_STATE, 0),
	FIELD(70, "location", N_("Location"), FIELD_TEXT, FIELD_SEARCHED, .max = 300),
	FIELD(71, "holder", N_("Holder"), FIELD_REF,
		FIELD_KEEPS | FIELD_INDEXED, .max = 200,
		.kinds = KIND_BIT(KIND_ORGANISATION) | KIND_BIT(KIND_PERSON)),
	FIELD(72, "stage", N_("Stage"), FIELD_CODE, FIELD_SORTED,
		.codes = codes_asset_stage,
		.help = N_("Without one it is traced only; figures count from IDENTIFIED on.")),
	FURTHER_FIELDS
};

static const uint8_t columns[] = {
	ASSET_DESCRIPTION, ASSET_STAGE, ASSET_COUNTRY, ASSET_TYPE,
	ASSET_ACCOUNT_NO, ASSET_BANK, ASSET_HOLDER, 0xFF
};

const struct kind asset_kind = {
	.no = KIND_ASSET, .name = "asset", .letter = 'A',
	.label = N_("Asset"), .plural = N_("Assets"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = ASSET_DESCRIPTION, .columns = columns,
	.parts = PARTS_OF_ALL | KIND_BIT(KIND_VALUATION) |
		KIND_BIT(KIND_HOLDING) | KIND_BIT(KIND_OWNER) |
		KIND_BIT(KIND_COST) | KIND_BIT(KIND_ORDER) |
		KIND_BIT(KIND_DISPOSAL),
	.status = ASSET_STAGE, .closed =
		"SHARED,RESTITUTED,COMPENSATED,SOLD,TRANSFERRED,SOCIAL_USE,"
		"DESTROYED,RELEASED,REFUSED,IMPOSSIBLE,DROPPED",
};
