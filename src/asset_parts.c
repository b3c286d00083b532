/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asset_parts.c - what is known of an asset over time: its value, what
 * is held of it, whose it is, what it costs, what was ordered, how it ended. */
#include "src/parts.h"

#include "base/i18n.h"
#include "src/codes.h"
#include "src/part.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field valuation_fields[] = {
	FIELD(64, "amount", N_("Amount"), FIELD_MONEY, FIELD_REQUIRED),
	FIELD(65, "on", N_("On"), FIELD_DATE, FIELD_PAST | FIELD_TOOK,
		.help = N_("The day that the value is of.")),
	FIELD(66, "method", N_("Method"), FIELD_TEXT, 0, .max = 100,
		.help = N_("Appraisal, purchase price, register, ...")),
	FIELD(67, "stage", N_("Stage"), FIELD_CODE, 0, .codes = codes_asset_stage),
};
static const uint8_t valuation_columns[] = {
	VALUATION_ON, VALUATION_AMOUNT, VALUATION_METHOD, VALUATION_STAGE, 0xFF
};
PART(valuation, KIND_VALUATION, "valuation", N_("Valuation"), N_("Valuations"));

static const struct field_code holding_kinds[] = {
	{ "balance", N_("balance") },
	{ "ordered", N_("ordered to be frozen") },
	{ "frozen", N_("frozen") },
	{ "released", N_("released") },
	{ "confiscated", N_("confiscated") },
	{ "paid", N_("paid out") },
	{ NULL, NULL }
};
static const struct field holding_fields[] = {
	FIELD(64, "holding_kind", N_("Kind"), FIELD_CODE, FIELD_REQUIRED,
		.codes = holding_kinds, .alias = "kind"),
	FIELD(65, "amount", N_("Amount"), FIELD_MONEY, FIELD_REQUIRED),
	FIELD(66, "on", N_("On"), FIELD_DATE, FIELD_PAST | FIELD_TOOK),
	FIELD(67, "order", N_("Order"), FIELD_TEXT, 0, .max = 200,
		.help = N_("The order that it follows, as its number stands there.")),
};
static const uint8_t holding_columns[] = {
	HOLDING_ON, HOLDING_KIND, HOLDING_AMOUNT, HOLDING_ORDER, 0xFF
};
PART(holding, KIND_HOLDING, "holding", N_("Holding"), N_("Holdings"));

static const struct field_code owner_roles[] = {
	{ "owner", N_("owner in law") },
	{ "beneficial", N_("beneficial owner") },
	{ "holder", N_("holder of the account") },
	{ "authorised", N_("authorised to dispose") },
	{ "nominee", N_("nominee") },
	{ "user", N_("user") },
	{ NULL, NULL }
};
static const struct field owner_fields[] = {
	FIELD(64, "who", N_("Who"), FIELD_REF,
		FIELD_REQUIRED | FIELD_KEEPS | FIELD_INDEXED, .max = 200,
		.kinds = KIND_BIT(KIND_PERSON) | KIND_BIT(KIND_ORGANISATION)),
	FIELD(65, "role", N_("Role"), FIELD_CODE, 0, .codes = owner_roles),
	FIELD(66, "percent", N_("Percent"), FIELD_PERCENT, 0),
	FIELD(67, "from", N_("Since"), FIELD_DATE, 0),
	FIELD(68, "to", N_("Until"), FIELD_DATE, 0, .after = "from"),
};
static const uint8_t owner_columns[] = {
	OWNER_WHO, OWNER_ROLE, OWNER_PERCENT, OWNER_FROM, OWNER_TO, 0xFF
};

static bool
owner_check(struct record *r, struct err *err)
{
	(void)err;
	rule_default(r, OWNER_ROLE, "owner");
	return true;
}
PART_CHECKED(owner, KIND_OWNER, "owner", N_("Owner"), N_("Owners"));

static const struct field cost_fields[] = {
	FIELD(64, "amount", N_("Amount"), FIELD_MONEY, FIELD_REQUIRED),
	FIELD(65, "on", N_("On"), FIELD_DATE, FIELD_TOOK),
	FIELD(66, "what", N_("What for"), FIELD_TEXT, 0, .max = 300,
		.help = N_("Storage, insurance, guard, appraisal, ...")),
};
static const uint8_t cost_columns[] = {
	COST_ON, COST_AMOUNT, COST_WHAT, 0xFF
};
PART(cost, KIND_COST, "cost", N_("Cost"), N_("Costs"));

/* Directive (EU) 2024/1260, art. 11 to 16; Regulation (EU) 2018/1805. */
static const struct field_code order_kinds[] = {
	{ "immediate", N_("immediate action") },
	{ "freezing", N_("freezing") },
	{ "seizure", N_("seizure") },
	{ "management", N_("management") },
	{ "early_sale", N_("sale before the final order") },
	{ "confiscation", N_("confiscation") },
	{ "value", N_("confiscation of the value") },
	{ "third_party", N_("confiscation from a third party") },
	{ "extended", N_("extended confiscation") },
	{ "non_conviction", N_("confiscation without conviction") },
	{ "unexplained", N_("confiscation of unexplained wealth") },
	{ "release", N_("release") },
	{ NULL, NULL }
};
static const struct field order_fields[] = {
	FIELD(64, "order_kind", N_("Kind"), FIELD_CODE, FIELD_REQUIRED,
		.codes = order_kinds, .alias = "kind"),
	FIELD(65, "authority", N_("Authority"), FIELD_TEXT, 0, .max = 200),
	FIELD(66, "number", N_("Number"), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NUMBER, .max = 100),
	FIELD(67, "on", N_("On"), FIELD_DATE, FIELD_PAST | FIELD_TOOK),
};
static const uint8_t order_columns[] = {
	ORDER_ON, ORDER_KIND, ORDER_AUTHORITY, ORDER_NUMBER, 0xFF
};
PART(order, KIND_ORDER, "order", N_("Order"), N_("Orders"));

static const struct field_code disposal_hows[] = {
	{ "restituted", N_("restituted to the victim") },
	{ "compensated", N_("victim compensated") },
	{ "sold", N_("sold") },
	{ "transferred", N_("transferred to the issuing state") },
	{ "social_use", N_("given to social use") },
	{ "destroyed", N_("destroyed") },
	{ "released", N_("released") },
	{ "shared", N_("shared between states") },
	{ NULL, NULL }
};
static const struct field disposal_fields[] = {
	FIELD(64, "how", N_("How"), FIELD_CODE, FIELD_REQUIRED,
		.codes = disposal_hows),
	FIELD(65, "amount", N_("Amount"), FIELD_MONEY, 0),
	FIELD(66, "on", N_("On"), FIELD_DATE, FIELD_TOOK),
	FIELD(67, "to", N_("To"), FIELD_TEXT, 0, .max = 200,
		.help = N_("Who got it.")),
};
static const uint8_t disposal_columns[] = {
	DISPOSAL_ON, DISPOSAL_HOW, DISPOSAL_AMOUNT, DISPOSAL_TO, 0xFF
};
PART(disposal, KIND_DISPOSAL, "disposal", N_("Disposal"), N_("Disposals"));
