/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lead.c - see lead.h. */
#include "src/lead.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/further.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field_code statuses[] = {
	{ "new", N_("new") },
	{ "assessed", N_("assessed") },
	{ "assigned", N_("assigned") },
	{ "in_work", N_("in work") },
	{ "confirmed", N_("confirmed") },
	{ "unfounded", N_("unfounded") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "title", N_("Title"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 300),
	FIELD(65, "detail", N_("Detail"), FIELD_LONG, FIELD_SEARCHED),
	FIELD(66, "channel", N_("Channel"), FIELD_TEXT, 0, .max = 100,
		.help = N_("How it came: SIENA, hotline, patrol, ...")),
	FIELD(67, "received_on", N_("Received"), FIELD_DATE,
		FIELD_PAST | FIELD_TOOK),
	FIELD(68, "status", N_("Status"), FIELD_CODE, FIELD_SORTED,
		.codes = statuses),
	FIELD(69, "closed_reason", N_("Reason closed"), FIELD_TEXT, 0, .max = 1000),
	FIELD(70, "priority", N_("Priority"), FIELD_CODE, 0, .codes = codes_priority),
	FIELD(71, "crime_area", N_("Crime area"), FIELD_CODE, 0,
		.codes = codes_crime_area),
	FIELD(72, "method", N_("Method"), FIELD_TEXT, FIELD_SEARCHED, .max = 300),
	FIELD(73, "assignee", N_("Assignee"), FIELD_REF, 0, .max = 36,
		.kinds = KIND_BIT(KIND_MEMBER)),
	FIELD(74, "due", N_("Due"), FIELD_DATE, FIELD_SORTED | FIELD_DUE),
	FIELD(75, "feedback_due", N_("Feedback due"), FIELD_DATE, FIELD_DUE,
		.help = N_("When the source is to hear what came of it.")),
	FURTHER_FIELDS
};

static bool
check(struct record *r, struct err *err)
{
	(void)err;
	rule_default(r, LEAD_STATUS, "new");
	rule_default(r, LEAD_PRIORITY, "normal");
	return true;
}

static const uint8_t columns[] = {
	LEAD_TITLE, LEAD_STATUS, LEAD_DUE, LEAD_ASSIGNEE, LEAD_PRIORITY, 0xFF
};

const struct kind lead_kind = {
	.no = KIND_LEAD, .name = "lead", .letter = 'L',
	.label = N_("Lead"), .plural = N_("Leads"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = LEAD_TITLE, .columns = columns, .parts = PARTS_OF_ALL,
	.status = LEAD_STATUS, .due = LEAD_DUE, .assignee = LEAD_ASSIGNEE,
	.closed = "confirmed,unfounded", .check = check,
};
