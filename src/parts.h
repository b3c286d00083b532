/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parts.h - what belongs to a record, carries its author and is never
 * overwritten (decisions.md D8): comment, valuation, permission, ... */
#ifndef SRC_PARTS_H
#define SRC_PARTS_H

#include "src/kind.h"

enum comment_field { COMMENT_TEXT = HEADER_N };

enum valuation_field {
	VALUATION_AMOUNT = HEADER_N, VALUATION_ON, VALUATION_METHOD,
	VALUATION_STAGE,
};

enum permission_field {
	PERMISSION_WHAT = HEADER_N, PERMISSION_TO_PARTY, PERMISSION_FOR_USE,
	PERMISSION_BY, PERMISSION_ON, PERMISSION_DOC_NO,
};

enum identifier_field {
	IDENTIFIER_TYPE = HEADER_N, IDENTIFIER_VALUE, IDENTIFIER_VALID,
};

enum document_field {
	DOCUMENT_TITLE = HEADER_N, DOCUMENT_REF, DOCUMENT_HASH, DOCUMENT_PATH,
};

enum translation_field {
	TRANSLATION_FROM = HEADER_N, TRANSLATION_TO, TRANSLATION_PAGES,
	TRANSLATION_TRANSLATOR, TRANSLATION_SWORN, TRANSLATION_ORDERED,
	TRANSLATION_DUE, TRANSLATION_RECEIVED,
};

enum category_field {
	CATEGORY_CATEGORY = HEADER_N, CATEGORY_PROCEEDING, CATEGORY_ON,
	CATEGORY_UNTIL, CATEGORY_NOTE,
};

enum name_field { NAME_TEXT = HEADER_N, NAME_SCRIPT, NAME_KIND };

enum paper_field { PAPER_TYPE = HEADER_N, PAPER_NO, PAPER_COUNTRY };

enum address_field {
	ADDRESS_TEXT = HEADER_N, ADDRESS_COUNTRY, ADDRESS_FROM, ADDRESS_TO,
};

extern const struct kind comment_kind, valuation_kind, permission_kind,
	identifier_kind, document_kind, translation_kind, category_kind,
	name_kind, paper_kind, address_kind;

#endif
