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
	IDENT_BIC,	/* ISO 9362: 8 or 11 characters */
	IDENT_PHONE,	/* ITU-T E.164: +, country code, at most 15 digits */
	IDENT_EMAIL,	/* addr-spec of RFC 5321 with a domain; domain in lower case */
	IDENT_N
};

enum { IDENT_TEXT_SIZE = 320 };

/* The stable code of a type ("iban"). */
const char *ident_code(enum ident_type type);

/*
 * Write the normal form of text to out. True when it is well-formed ("valid"
 * never means that it exists); false with a reason in *err (what is wrong, what would be accepted) when it is
 * not, and out then holds the text with outer blanks trimmed: an invalid one is
 * kept, marked.
 */
bool ident_normalise(enum ident_type type, const char *text,
	char out[IDENT_TEXT_SIZE], struct err *err);

/* Does it look like an IBAN (two letters of a country that has IBANs, two digits,
 * more)? Account numbers that do are held to the IBAN's rules; others are local. */
bool ident_looks_like_iban(const char *text);

/* Is code an ISO 3166-1 alpha-2 country, or XK, EU, ...: see data/countries.tsv. */
bool ident_country(const char *code);

#endif
