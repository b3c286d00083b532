/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask.h - kind ask: what one party asks of another, and what that one answers. It is
 * of those two parties alone, in no list, count or search, and stands once it is
 * said: a further answer takes a further ask. */
#ifndef SRC_ASK_H
#define SRC_ASK_H

#include <stdbool.h>

#include "src/kind.h"
#include "src/record.h"

enum ask_field {
	ASK_WHAT = HEADER_N,	/* a code of ask_whats */
	ASK_ABOUT,		/* a record, or an identifier: */
	ASK_IDENT_TYPE,
	ASK_IDENT_VALUE,
	ASK_TO_PARTY,		/* who is asked */
	ASK_FOR_USE,		/* as in a permission */
	ASK_FOR_PARTY,		/* to whom it is to go on; absent: to who asks */
	ASK_PURPOSE,
	ASK_DUE,
	ASK_ANSWER,		/* granted, limited, refused; absent: open */
	ASK_TERMS,
	ASK_ANSWERED_BY,
	ASK_ANSWERED_ON,
	ASK_INQUIRY,		/* of an answer to one of another case (inquiry.h):
				 * that one, "TIDE/RO-QK7QM" */
	ASK_JIT,		/* the other case: who asked there, or holds it */
	ASK_JIT_PARTY,
	ASK_CONTACT,
	ASK_TO_MEMBER,		/* the one of the party who is asked, and nobody else */
	ASK_LAPSED,		/* an inquiry: when the log said so (lapse.h) */
};

extern const struct kind ask_kind;

enum ask_flags {
	ASK_OF_RECORD = 1 << 0,	/* never about an identifier alone */
	ASK_PERMITS = 1 << 1,	/* a yes is a permission of this name (permission.h) */
	ASK_BY_PROGRAM = 1 << 2,	/* it follows from another act */
	ASK_TELLS = 1 << 3,	/* nothing is asked: the party is told */
	ASK_OF_JITS = 1 << 4,	/* no party of the case is asked (inquiry.h), and who
				 * asks alone sees it */
};

struct ask_what {
	const char *code;
	unsigned flags;
};

/* The row of a code that a record holds. */
const struct ask_what *ask_what(const char *code);

/* Is it put to them (uids), as one of the party or as the one who is named? */
bool ask_is_put_to(const struct record *r, const char *party, const char *member);

/* Whom it is put to, in a form of the record: a party, or one member of it. NULL:
 * nobody of the case. Borrowed. */
const char *ask_asked(const struct record *r);

/* Does it wait for an answer of a party of the case? */
bool ask_is_open(const struct record *r);

#endif
