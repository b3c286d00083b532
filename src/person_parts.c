/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_parts.c - what persons and organisations are known by. */
#include "src/parts.h"

#include <string.h>

#include "base/i18n.h"
#include "base/script.h"
#include "src/codes.h"
#include "src/part.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

/* The party whose entry it is, is the header's: nobody speaks for another here. */
static const struct field category_fields[] = {
	FIELD(64, "category", N_("Category"), FIELD_CODE, FIELD_REQUIRED,
		.codes = codes_person_category),
	FIELD(65, "proceeding", N_("Proceeding"), FIELD_TEXT, 0, .max = 200,
		.help = N_("Where the person is that; the file number there.")),
	FIELD(66, "on", N_("On"), FIELD_DATE, FIELD_PAST | FIELD_TOOK),
	FIELD(67, "until", N_("Until"), FIELD_DATE, 0, .after = "on"),
	FIELD(68, "note", N_("Note"), FIELD_TEXT, 0, .max = 1000),
};
static const uint8_t category_columns[] = {
	HEADER_PARTY, CATEGORY_CATEGORY, CATEGORY_PROCEEDING, CATEGORY_ON,
	CATEGORY_UNTIL, 0xFF
};

PART(category, KIND_CATEGORY, "category", N_("Category"), N_("Categories"));

static const struct field_code name_scripts[] = {
	{ "latin", N_("Latin") },
	{ "cyrillic", N_("Cyrillic") },
	{ "greek", N_("Greek") },
	{ "other", N_("other") },
	{ NULL, NULL }
};
static const struct field_code name_kinds[] = {
	{ "main", N_("main") },
	{ "alias", N_("alias") },
	{ "maiden", N_("maiden name") },
	{ "former", N_("former name") },
	{ "trade", N_("trade name") },
	{ "transliteration", N_("transliteration") },
	{ NULL, NULL }
};
static const struct field name_fields[] = {
	FIELD(64, "text", N_("Text"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SEARCHED | FIELD_NAME, .max = 300),
	FIELD(65, "script", N_("Script"), FIELD_CODE, 0, .codes = name_scripts,
		.help = N_("Seen from the letters when it is not said.")),
	FIELD(66, "name_kind", N_("Kind"), FIELD_CODE, 0, .codes = name_kinds,
		.alias = "kind"),
};
static const uint8_t name_columns[] = {
	NAME_TEXT, NAME_SCRIPT, NAME_KIND, 0xFF
};

static bool
name_check(struct record *r, struct err *err)
{
	const char *text = record_text(r, NAME_TEXT);
	const char *script = script_of(text, strlen(text));

	(void)err;
	if (script)
		rule_default(r, NAME_SCRIPT, script);
	return true;
}
PART_CHECKED(name, KIND_NAME, "name", N_("Name"), N_("Names"));

static const struct field_code paper_types[] = {
	{ "passport", N_("passport") },
	{ "id_card", N_("identity card") },
	{ "residence_permit", N_("residence permit") },
	{ "driving_licence", N_("driving licence") },
	{ "birth_certificate", N_("birth certificate") },
	{ "other", N_("other") },
	{ NULL, NULL }
};
static const struct field paper_fields[] = {
	FIELD(64, "type", N_("Type"), FIELD_CODE, 0, .codes = paper_types),
	FIELD(65, "no", N_("No."), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SEARCHED | FIELD_NUMBER, .max = 100),
	FIELD(66, "country", N_("Country"), FIELD_STATE, 0,
		.help = N_("The state that issued it.")),
};
static const uint8_t paper_columns[] = {
	PAPER_TYPE, PAPER_NO, PAPER_COUNTRY, 0xFF
};
PART(paper, KIND_PAPER, "paper", N_("Paper"), N_("Papers"));

static const struct field address_fields[] = {
	FIELD(64, "text", N_("Text"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SEARCHED, .max = 500),
	FIELD(65, "country", N_("Country"), FIELD_STATE, 0),
	FIELD(66, "from", N_("Since"), FIELD_DATE, 0),
	FIELD(67, "to", N_("Until"), FIELD_DATE, 0, .after = "from"),
};
static const uint8_t address_columns[] = {
	ADDRESS_TEXT, ADDRESS_COUNTRY, ADDRESS_FROM, ADDRESS_TO, 0xFF
};

PART(address, KIND_ADDRESS, "address", N_("Address"), N_("Addresses"));
