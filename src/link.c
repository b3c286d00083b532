/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.c - see link.h. What the two ends are and whether there is such a link
 * already is looked at by src/link_conduct.c. */
#include "src/link.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/further.h"
#include "src/linktype.h"
#include "src/record.h"
#include "base/banned.h"

/* As linktype_kinds; a test holds both against each other. */
#define ENDS (KIND_BIT(KIND_LEAD) | KIND_BIT(KIND_TASK) | \
	KIND_BIT(KIND_EVIDENCE) | KIND_BIT(KIND_ASSET) | \
	KIND_BIT(KIND_PAYMENT) | KIND_BIT(KIND_PERSON) | \
	KIND_BIT(KIND_ORGANISATION) | KIND_BIT(KIND_EVENT) | \
	KIND_BIT(KIND_DECISION) | KIND_BIT(KIND_CONTACT) | KIND_BIT(KIND_NOTE))

static const struct field fields[] = {
	FIELD(64, "type", N_("Type"), FIELD_CODE,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_SORTED,
		.codes = linktype_codes,
		.help = N_("Read from a to b: RO-P1 owns RO-A2.")),
	FIELD(65, "a", N_("From"), FIELD_REF,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_INDEXED, .max = 36,
		.kinds = ENDS),
	FIELD(66, "b", N_("To"), FIELD_REF,
		FIELD_REQUIRED | FIELD_FIXED | FIELD_INDEXED, .max = 36,
		.kinds = ENDS),
	FIELD(67, "from_date", N_("Since"), FIELD_DATE,
		FIELD_SORTED | FIELD_TOOK),
	FIELD(68, "to_date", N_("Until"), FIELD_DATE, 0, .after = "from_date"),
	FIELD(69, "percent", N_("Percent"), FIELD_PERCENT, 0,
		.help = N_("How much of it, where the type is of a share.")),
	FIELD(70, "note", N_("Note"), FIELD_TEXT, FIELD_SEARCHED, .max = 1000),
	FURTHER_FIELDS
};

/* What can be said of a link of this type? */
static bool
check(struct record *r, struct err *err)
{
	bool inverse;
	const struct linktype *t = linktype_find(record_text(r, LINK_TYPE),
		&inverse);

	if (record_text(r, LINK_PERCENT) && !(t->flags & LINKTYPE_PERCENT))
		return err_field(err, ERR_RULE,
			fields[LINK_PERCENT - HEADER_N].id,
			_("percent: a link \"%s\" is of no share"), t->code);
	if (!(t->flags & LINKTYPE_DATED) && (record_text(r, LINK_FROM_DATE) ||
	    record_text(r, LINK_TO_DATE)))
		return err_field(err, ERR_RULE,
			fields[(record_text(r, LINK_FROM_DATE) ?
				LINK_FROM_DATE : LINK_TO_DATE) - HEADER_N].id,
			_("a link \"%s\" holds whatever the day: it has no dates"),
			t->code);
	return true;
}

static const uint8_t columns[] = {
	LINK_A, LINK_TYPE, LINK_B, LINK_PERCENT, LINK_FROM_DATE, LINK_TO_DATE,
	HEADER_GRADE, 0xFF
};

const struct kind link_kind = {
	.no = KIND_LINK, .name = "link", .letter = 'X',
	.label = N_("Link"), .plural = N_("Links"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = LINK_TYPE, .columns = columns, .parts = PARTS_OF_ALL,
	.check = check,
};
