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
	PERMISSION_BY, PERMISSION_ON, PERMISSION_DOC_NO, PERMISSION_TERMS,
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

enum journal_field { JOURNAL_AT = HEADER_N, JOURNAL_TEXT, JOURNAL_MINUTES };

enum hash_field {
	HASH_ALGORITHM = HEADER_N, HASH_VALUE, HASH_OF_WHAT, HASH_COMPUTED_BY,
	HASH_ON, HASH_REPORT,
};

enum chain_field {
	CHAIN_ACTION = HEADER_N, CHAIN_AT, CHAIN_FROM, CHAIN_TO, CHAIN_METHOD,
	CHAIN_SEAL, CHAIN_PURPOSE, CHAIN_CONDITION, CHAIN_MODE,
	CHAIN_RECEIPT_NO, CHAIN_COPY,
};

/* Who can hold an exhibit; a name of nothing known can, too. */
#define CUSTODY_KINDS (KIND_BIT(KIND_PARTY) | KIND_BIT(KIND_MEMBER) | \
	KIND_BIT(KIND_CONTACT) | KIND_BIT(KIND_PERSON) | \
	KIND_BIT(KIND_ORGANISATION))

enum confirmation_field {
	CONFIRMATION_STEP = HEADER_N, CONFIRMATION_SIDE, CONFIRMATION_MODE,
	CONFIRMATION_RECEIPT_NO, CONFIRMATION_NAME, CONFIRMATION_RANK,
	CONFIRMATION_ON, CONFIRMATION_REMARK,
};

enum disclosure_field {
	DISCLOSURE_PROCEEDING = HEADER_N, DISCLOSURE_ACCUSED,
	DISCLOSURE_DISCLOSED, DISCLOSURE_ON, DISCLOSURE_HOW, DISCLOSURE_RECEIPT,
	DISCLOSURE_WITHHELD, DISCLOSURE_RULING,
};

enum admissibility_field {
	ADMISSIBILITY_STATE = HEADER_N, ADMISSIBILITY_STATUS,
	ADMISSIBILITY_NOTE,
};

enum holding_field {
	HOLDING_KIND = HEADER_N, HOLDING_AMOUNT, HOLDING_ON, HOLDING_ORDER,
};

enum owner_field {
	OWNER_WHO = HEADER_N, OWNER_ROLE, OWNER_PERCENT, OWNER_FROM, OWNER_TO,
};

enum cost_field { COST_AMOUNT = HEADER_N, COST_ON, COST_WHAT };

enum order_field {
	ORDER_KIND = HEADER_N, ORDER_AUTHORITY, ORDER_NUMBER, ORDER_ON,
};

enum disposal_field {
	DISPOSAL_HOW = HEADER_N, DISPOSAL_AMOUNT, DISPOSAL_ON, DISPOSAL_TO,
};

extern const struct kind comment_kind, valuation_kind, permission_kind,
	identifier_kind, document_kind, translation_kind, category_kind,
	name_kind, paper_kind, address_kind, journal_kind, hash_kind,
	chain_kind, confirmation_kind, disclosure_kind, admissibility_kind,
	holding_kind, owner_kind, cost_kind, order_kind, disposal_kind;

#endif
