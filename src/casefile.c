/* SPDX-License-Identifier: GPL-3.0-or-later */
/* casefile.c - see casefile.h. */
#include "src/casefile.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field_code statuses[] = {
	{ "identified", N_("identified") },
	{ "assessed", N_("assessed") },
	{ "drafting", N_("agreement in drafting") },
	{ "signed", N_("signed") },
	{ "operational", N_("operational") },
	{ "closing", N_("closing") },
	{ "closed", N_("closed") },
	{ "evaluated", N_("evaluated") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "code", N_("Code"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_SORTED | FIELD_SEARCHED,
		.max = 20, .help = N_("Short name: 1 to 20 of A-Z, 0-9 and -.")),
	FIELD(65, "title", N_("Title"), FIELD_TEXT, FIELD_REQUIRED | FIELD_SEARCHED,
		.max = 300),
	FIELD(66, "crime_area", N_("Crime area"), FIELD_CODE, 0,
		.codes = codes_crime_area),
	FIELD(67, "method", N_("Method"), FIELD_TEXT, FIELD_SEARCHED, .max = 300),
	FIELD(68, "status", N_("Status"), FIELD_CODE, 0, .codes = statuses,
		.help = N_("Where it says that the agreement is not signed yet, only events, contacts, notes and tasks are shared.")),
	FIELD(69, "agreement_on", N_("Agreement of"), FIELD_DATE, 0),
	FIELD(70, "starts_on", N_("Starts"), FIELD_DATE, 0),
	FIELD(71, "ends_on", N_("Ends"), FIELD_DATE, FIELD_DUE, .after = "starts_on"),
	FIELD(72, "legal_basis", N_("Legal basis"), FIELD_TEXT, 0, .max = 300,
		.help = N_("Framework Decision 2002/465/JHA, art. 13 of the 2000 Convention, ...")),
	FIELD(73, "working_language", N_("Working language"), FIELD_TEXT, 0, .max = 35),
	FIELD(74, "detail", N_("Detail"), FIELD_LONG, FIELD_SEARCHED),
	FIELD(75, "review_months", N_("Review after"), FIELD_COUNT, 0,
		.help = N_("After how many months (1 to 36) what is held on a person is looked at again: that day is proposed for each new one.")),
};

/* The law of each state sets the limit. Three years is the program's choice, after what
 * Europol has for its own data: Regulation (EU) 2016/794, art. 31(2). */
enum { REVIEW_MONTHS_MOST = 36 };

static bool
check(struct record *r, struct err *err)
{
	int64_t months = record_int(r, CASEFILE_REVIEW_MONTHS);

	if (!rule_code_name(r, CASEFILE_CODE, 1, 20, true, err))
		return false;
	return !record_text(r, CASEFILE_REVIEW_MONTHS) ||
		(months >= 1 && months <= REVIEW_MONTHS_MOST) ||
		err_field(err, ERR_INVALID,
			fields[CASEFILE_REVIEW_MONTHS - HEADER_N].id,
			_("review_months: 1 to %d months"), REVIEW_MONTHS_MOST);
}

static const uint8_t columns[] = {
	CASEFILE_CODE, CASEFILE_TITLE, CASEFILE_STATUS, CASEFILE_ENDS_ON, 0xFF
};

const struct kind casefile_kind = {
	.no = KIND_CASEFILE, .name = "casefile",
	.label = N_("JIT"), .plural = N_("JITs"),
	.flags = KIND_IN_STORE, .header = HEADER_PLAIN,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = CASEFILE_TITLE, .columns = columns,
	.status = CASEFILE_STATUS, .due = CASEFILE_ENDS_ON,
	.closed = "closed,evaluated", .check = check,
	.parts = KIND_BIT(KIND_CORRELATION) | KIND_BIT(KIND_EXCHANGE),
};
