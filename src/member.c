/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member.c - see member.h. */
#include "src/member.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field fields[] = {
	FIELD(64, "party", N_("Party"), FIELD_REF, FIELD_REQUIRED | FIELD_FIXED,
		.max = 36, .kinds = KIND_BIT(KIND_PARTY)),
	FIELD(65, "name", N_("Name"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 200),
	FIELD(66, "role", N_("Role"), FIELD_CODE, FIELD_REQUIRED | FIELD_SENSITIVE,
		.codes = codes_role),
	FIELD(67, "unit", N_("Unit"), FIELD_TEXT, FIELD_SEARCHED, .max = 200),
	FIELD(68, "rank", N_("Rank"), FIELD_TEXT, 0, .max = 100),
	FIELD(69, "authority", N_("Authority"), FIELD_TEXT, FIELD_SEARCHED, .max = 200),
	FIELD(70, "email", N_("E-mail"), FIELD_IDENT, FIELD_SEARCHED, .ident = IDENT_EMAIL),
	FIELD(71, "phone", N_("Phone"), FIELD_IDENT, FIELD_SEARCHED, .ident = IDENT_PHONE),
	FIELD(72, "joined_on", N_("Joined"), FIELD_DATE, 0),
	FIELD(73, "left_on", N_("Left"), FIELD_DATE, FIELD_SENSITIVE, .after = "joined_on"),
	FIELD(74, "identity", N_("Identity"), FIELD_TEXT,
		FIELD_DERIVED | FIELD_HIDDEN, .max = 36),
};

static const uint8_t columns[] = {
	MEMBER_NAME, MEMBER_ROLE, MEMBER_UNIT, MEMBER_PHONE, 0xFF
};

const struct kind member_kind = {
	.no = KIND_MEMBER, .name = "member",
	.label = N_("Member"), .plural = N_("Members"),
	.flags = KIND_IN_STORE,
	/* Its own field party says whose member it is. */
	.header = HEADER_PLAIN & ~HEADER_BIT(HEADER_PARTY),
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = MEMBER_NAME, .columns = columns,
};

bool
member_has_left(const struct record *member)
{
	return record_text(member, MEMBER_LEFT_ON) != NULL;
}
