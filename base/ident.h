/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident.h - identifiers: validated and brought to one form by their type. */
#ifndef BASE_IDENT_H
#define BASE_IDENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum ident_type {
	IDENT_NONE,
	IDENT_IBAN,	/* ISO 13616: mod 97, length by country */
	IDENT_BIC,	/* ISO 9362: 8 or 11 characters; XXX at the end goes */
	IDENT_PHONE,	/* ITU-T E.164: +, country code, at most 15 digits */
	IDENT_EMAIL,	/* RFC 5321 and 6531; domain in lower case */
	IDENT_N
};

enum { IDENT_TEXT_SIZE = 320 };

/* The stable code of a type ("iban"); "" of IDENT_NONE. */
const char *ident_code(enum ident_type type);

/*
 * Write the normal form of text (valid UTF-8) to out. True when it is
 * well-formed, which never means that it exists; false with a reason in *err
 * (what is wrong, what would be accepted) when it is not, and out then holds
 * the text with outer blanks trimmed: an invalid one is kept, marked. What is
 * longer than out is never well-formed, and cut at a character.
 *
 * Blanks and dashes that group an IBAN or a BIC are left out, and so are
 * brackets, dots and slashes in a phone number; 00 at its start counts as +,
 * and a (0) after the country code is dropped. IDENT_NONE is only trimmed.
 */
bool ident_normalise(enum ident_type type, const char *text,
	char out[IDENT_TEXT_SIZE], struct err *err);

/* Does it look like an IBAN (two letters of a country that has IBANs, two
 * digits, more)? Account numbers that do are held to the IBAN's rules; others
 * are local. */
bool ident_looks_like_iban(const char *text);

/* Is code, in capitals, an ISO 3166-1 alpha-2 country, or XK, EU, ...: see
 * data/countries.tsv. */
bool ident_country(const char *code);

#endif
