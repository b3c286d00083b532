/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parts.c - see parts.h. */
#include "src/parts.h"

#include <string.h>

#include "base/i18n.h"
#include "base/ident.h"
#include "src/codes.h"
#include "src/part.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

static const struct field comment_fields[] = {
	FIELD(64, "text", N_("Text"), FIELD_LONG,
		FIELD_REQUIRED | FIELD_SEARCHED),
};
static const uint8_t comment_columns[] = { COMMENT_TEXT, 0xFF };
PART(comment, KIND_COMMENT, "comment", N_("Comment"), N_("Comments"));

static const struct field identifier_fields[] = {
	FIELD(64, "type", N_("Type"), FIELD_CODE, FIELD_REQUIRED,
		.codes = codes_ident),
	FIELD(65, "value", N_("Value"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SEARCHED | FIELD_NUMBER, .max = 300),
	FIELD(66, "valid", N_("Valid"), FIELD_CODE, FIELD_DERIVED,
		.codes = codes_yes_no),
};
static const uint8_t identifier_columns[] = {
	IDENTIFIER_TYPE, IDENTIFIER_VALUE, IDENTIFIER_VALID, 0xFF
};

/* An identifier is brought to the normal form of its type; an invalid one is
 * kept, marked. */
static bool
identifier_check(struct record *r, struct err *err)
{
	char normal[IDENT_TEXT_SIZE];
	enum ident_type type = ident_of_code(record_text(r, IDENTIFIER_TYPE));

	(void)err;
	bool valid = ident_normalise(type, record_text(r, IDENTIFIER_VALUE),
		normal, NULL);

	if (valid)
		record_set(r, IDENTIFIER_VALUE, normal);
	record_set(r, IDENTIFIER_VALID, valid ? "yes" : "no");
	return true;
}
PART_CHECKED(identifier, KIND_IDENTIFIER, "identifier", N_("Identifier"),
	N_("Identifiers"));

static const struct field document_fields[] = {
	FIELD(64, "title", N_("Title"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SEARCHED, .max = 300),
	FIELD(65, "doc_ref", N_("Ref"), FIELD_TEXT, FIELD_SEARCHED, .max = 200,
		.alias = "ref"),
	FIELD(66, "hash", N_("SHA-256"), FIELD_TEXT, 0, .max = 64,
		.help = N_("64 hex digits.")),
	FIELD(67, "path", N_("Where"), FIELD_TEXT, 0, .max = 500),
};
static const uint8_t document_columns[] = {
	DOCUMENT_TITLE, DOCUMENT_REF, DOCUMENT_HASH, DOCUMENT_PATH, 0xFF
};

static bool
document_check(struct record *r, struct err *err)
{
	return rule_hex(r, DOCUMENT_HASH, 64, err);
}
PART_CHECKED(document, KIND_DOCUMENT, "document", N_("Document"), N_("Documents"));

static const struct field translation_fields[] = {
	FIELD(64, "from", N_("From language"), FIELD_TEXT, FIELD_REQUIRED, .max = 35),
	FIELD(65, "to", N_("Into language"), FIELD_TEXT, FIELD_REQUIRED, .max = 35),
	FIELD(66, "pages", N_("Pages"), FIELD_COUNT, 0),
	FIELD(67, "translator", N_("Translator"), FIELD_TEXT, 0, .max = 200),
	FIELD(68, "sworn", N_("Sworn"), FIELD_CODE, 0, .codes = codes_yes_no),
	FIELD(69, "ordered", N_("Ordered"), FIELD_DATE, 0),
	FIELD(70, "due", N_("Due"), FIELD_DATE, FIELD_DUE, .done = "received"),
	FIELD(71, "received", N_("Received"), FIELD_DATE,
		FIELD_PAST | FIELD_TOOK, .after = "ordered"),
};
static const uint8_t translation_columns[] = {
	TRANSLATION_FROM, TRANSLATION_TO, TRANSLATION_PAGES,
	TRANSLATION_ORDERED, TRANSLATION_DUE, TRANSLATION_RECEIVED, 0xFF
};

PART(translation, KIND_TRANSLATION, "translation", N_("Translation"),
	N_("Translations"));
