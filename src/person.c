/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person.c - see person.h. */
#include "src/person.h"

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/codes.h"
#include "src/further.h"
#include "src/record.h"
#include "base/banned.h"

static const struct field_code sexes[] = {
	{ "female", N_("female") },
	{ "male", N_("male") },
	{ "other", N_("other") },
	{ NULL, NULL }
};

/* What an officer at the door must know: Regulation (EU) 2018/1862, art. 20(3). */
static const struct field_code dangers[] = {
	{ "armed", N_("armed") },
	{ "violent", N_("violent") },
	{ "escaped", N_("absconded or escaped") },
	{ "suicide", N_("risk of suicide") },
	{ "health", N_("threat to public health") },
	{ "terrorism", N_("involved in terrorism") },
	{ NULL, NULL }
};

static const struct field_code protections[] = {
	{ "none", N_("none") },
	{ "requested", N_("requested") },
	{ "anonymous", N_("stays anonymous") },
	{ "measures", N_("protective measures") },
	{ "programme", N_("in a protection programme") },
	{ NULL, NULL }
};

static const struct field fields[] = {
	FIELD(64, "name", N_("Name"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SORTED | FIELD_SEARCHED, .max = 300,
		.help = N_("As the file has it; other names and spellings are parts.")),
	FIELD(65, "given", N_("Given names"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 200),
	FIELD(66, "family", N_("Family name"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 200),
	FIELD(67, "birth_date", N_("Born"), FIELD_DATE, FIELD_SORTED),
	FIELD(68, "birth_place", N_("Birthplace"), FIELD_TEXT, FIELD_SEARCHED,
		.max = 200),
	FIELD(69, "sex", N_("Sex"), FIELD_CODE, 0, .codes = sexes),
	FIELD(70, "nationality", N_("Nationality"), FIELD_STATE, FIELD_SORTED),
	FIELD(71, "minor", N_("Minor"), FIELD_CODE, 0, .codes = codes_yes_no),
	FIELD(72, "danger", N_("Danger"), FIELD_CODES, 0, .max = 64,
		.codes = dangers),
	FIELD(73, "protection", N_("Protection"), FIELD_CODE, 0,
		.codes = protections),
	FIELD(74, "counsel", N_("Counsel"), FIELD_TEXT, 0, .max = 300,
		.help = N_("Who defends or assists the person, and how to reach them.")),
	FURTHER_FIELDS
};

static const uint8_t columns[] = {
	PERSON_NAME, PERSON_BIRTH_DATE, PERSON_NATIONALITY, PERSON_DANGER, 0xFF
};

const struct kind person_kind = {
	.no = KIND_PERSON, .name = "person", .letter = 'P',
	.label = N_("Person"), .plural = N_("Persons"), .header = HEADER_FULL,
	.fields = fields, .n_fields = ARRAY_SIZE(fields),
	.title = PERSON_NAME, .columns = columns,
	.parts = PARTS_OF_ALL | KIND_BIT(KIND_CATEGORY) | KIND_BIT(KIND_NAME) |
		KIND_BIT(KIND_PAPER) | KIND_BIT(KIND_ADDRESS),
};
