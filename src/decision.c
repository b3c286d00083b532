/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decision.c - see decision.h. */
#include "src/decision.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/further.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field_code outcomes[] = {
	{ "agreed", N_("agreed") },
	{ "dissent", N_("dissent") },
	{ "open", N_("open") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "title", N_("Title"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 300),
	FIELD(65, "question", N_("Question"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 1000),
	FIELD(66, "options", N_("Options"), FIELD_LONG, FIELD_SEARCHED,
		.help = N_("What could be done, with its reasons, an option a line.")),
	FIELD(67, "outcome", N_("Outcome"), FIELD_CODE, FIELD_SORTED,
		.codes = outcomes),
	FIELD(68, "on", N_("On"), FIELD_DATE,
		FIELD_SORTED | FIELD_PAST | FIELD_TOOK),
	FIELD(69, "consulted", N_("Consulted"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 1000, .help = N_("Who was asked.")),
	FIELD(70, "detail", N_("Detail"), FIELD_LONG, FIELD_SEARCHED),
	FURTHER_FIELDS
};

static bool
check(struct record *r, struct err *err)
{
	(void)err;
	rule_default(r, DECISION_OUTCOME, "open");
	return true;
}

static const uint8_t columns[] = {
	DECISION_ON, DECISION_TITLE, DECISION_OUTCOME, DECISION_CONSULTED, 0xFF
};

const struct kind decision_kind = {
	.no = KIND_DECISION, .name = "decision", .letter = 'D',
	.label = N_("Decision"), .plural = N_("Decisions"),
	.header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = DECISION_TITLE, .columns = columns, .parts = PARTS_OF_ALL,
	.status = DECISION_OUTCOME, .closed = "agreed,dissent", .check = check,
};
