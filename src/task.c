/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task.c - see task.h. */
#include "src/task.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/further.h"
#include "src/part.h"
#include "src/parts.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field_code statuses[] = {
	{ "open", N_("open") },
	{ "proposed", N_("proposed") },
	{ "accepted", N_("accepted") },
	{ "declined", N_("declined") },
	{ "in_work", N_("in work") },
	{ "waiting", N_("waiting") },
	{ "done", N_("done") },
	{ "cancelled", N_("cancelled") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "title", N_("Title"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 300),
	FIELD(65, "detail", N_("Detail"), FIELD_LONG, FIELD_SEARCHED),
	FIELD(66, "status", N_("Status"), FIELD_CODE, FIELD_SORTED | FIELD_JOINT,
		.codes = statuses,
		.help = N_("For another party it is proposed until that party's leader accepts or declines.")),
	FIELD(67, "priority", N_("Priority"), FIELD_CODE, 0,
		.codes = codes_priority),
	FIELD(68, "assignee", N_("Assignee"), FIELD_REF, FIELD_JOINT, .max = 36,
		.kinds = KIND_BIT(KIND_MEMBER)),
	FIELD(69, "for_party", N_("For party"), FIELD_REF, 0, .max = 36,
		.kinds = KIND_BIT(KIND_PARTY),
		.help = N_("Who is asked to do it, when it is another party.")),
	FIELD(70, "due", N_("Due"), FIELD_DATE,
		FIELD_SORTED | FIELD_JOINT | FIELD_DUE),
	FIELD(71, "follow_up", N_("Follow up"), FIELD_DATE,
		FIELD_JOINT | FIELD_DUE,
		.help = N_("When to look at it again.")),
	FIELD(72, "blocked_by", N_("Blocked by"), FIELD_REF, FIELD_INDEXED,
		.max = 36,
		.kinds = KIND_BIT(KIND_TASK),
		.help = N_("The task that must be done before.")),
	FIELD(73, "about", N_("About"), FIELD_REF,
		FIELD_KEEPS | FIELD_INDEXED, .max = 200,
		.kinds = UINT64_MAX & ~KIND_BIT(KIND_TASK)),
	FIELD(74, "reason", N_("Reason"), FIELD_TEXT, FIELD_JOINT, .max = 1000,
		.help = N_("Why it was declined, cancelled or waits.")),
	FIELD(75, "since", N_("Since"), FIELD_TIME, FIELD_DERIVED | FIELD_JOINT,
		.help = N_("When it came to its status.")),
	FURTHER_FIELDS
};

static bool
check(struct record *r, struct err *err)
{
	(void)err;
	rule_default(r, TASK_STATUS, "open");
	rule_default(r, TASK_PRIORITY, "normal");
	return true;
}

static const uint8_t columns[] = {
	TASK_TITLE, TASK_STATUS, TASK_DUE, TASK_ASSIGNEE, TASK_FOR_PARTY,
	TASK_PRIORITY, 0xFF
};

const struct kind task_kind = {
	.no = KIND_TASK, .name = "task", .letter = 'T',
	.label = N_("Task"), .plural = N_("Tasks"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = TASK_TITLE, .columns = columns,
	.parts = PARTS_OF_ALL | KIND_BIT(KIND_JOURNAL),
	.status = TASK_STATUS, .due = TASK_DUE, .assignee = TASK_ASSIGNEE,
	.asked = TASK_FOR_PARTY,
	.closed = "declined,done,cancelled", .check = check,
};

static const struct field journal_fields[] = {
	FIELD(64, "at", N_("At"), FIELD_DATE, FIELD_PAST,
		.help = N_("When it was done; when it was entered is kept besides.")),
	FIELD(65, "text", N_("Text"), FIELD_LONG, FIELD_REQUIRED | FIELD_SEARCHED),
	FIELD(66, "minutes", N_("Minutes"), FIELD_COUNT, 0,
		.help = N_("Time spent.")),
};
static const uint8_t journal_columns[] = {
	JOURNAL_AT, JOURNAL_TEXT, JOURNAL_MINUTES, 0xFF
};
PART(journal, KIND_JOURNAL, "journal", N_("Journal line"), N_("Journal"));
