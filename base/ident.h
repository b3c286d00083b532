/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident.h - identifiers: validated and brought to one form by their type. */
#ifndef BASE_IDENT_H
#define BASE_IDENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/*
 * The types: name, stable code, what a person reads. ident.c says of each how it
 * is brought to its normal form and what two equal ones have in common.
 */
#define IDENT_TYPES(X) \
	X(IBAN, "iban", N_("IBAN")) \
	X(BIC, "bic", N_("BIC")) \
	X(PHONE, "phone", N_("phone")) \
	X(EMAIL, "email", N_("e-mail")) \
	X(PLATE, "plate", N_("number plate")) \
	X(VIN, "vin", N_("vehicle no. (VIN)")) \
	X(IMEI, "imei", N_("device no. (IMEI)")) \
	X(IMO, "imo", N_("IMO ship no.")) \
	X(MMSI, "mmsi", N_("ship's radio (MMSI)")) \
	X(DOCUMENT, "document", N_("document no.")) \
	X(CRYPTO, "crypto", N_("crypto address")) \
	X(COMPANY, "company", N_("company no.")) \
	X(EUID, "euid", N_("EUID")) \
	X(LEI, "lei", N_("LEI")) \
	X(VAT, "vat", N_("VAT no.")) \
	X(IP, "ip", N_("IP address")) \
	X(DOMAIN, "domain", N_("domain")) \
	X(ISIN, "isin", N_("ISIN")) \
	X(CADASTRE, "cadastre", N_("plot in the cadastre"))

enum ident_type {
	IDENT_NONE,
#define X(name, code, label) IDENT_##name,
	IDENT_TYPES(X)
#undef X
	IDENT_N
};

enum { IDENT_TEXT_SIZE = 320 };

/* Raised when any key (ident_key) changes: indexes are then made anew. */
enum { IDENT_VERSION = 1 };

/* The stable code of a type ("iban"); "" of IDENT_NONE. */
const char *ident_code(enum ident_type type);

/* The type of a code; IDENT_NONE of any other text. */
enum ident_type ident_of_code(const char *code);

/*
 * Write the normal form of text (valid UTF-8) to out. True when it is
 * well-formed, which never means that it exists; false with a reason in *err
 * (what is wrong, what would be accepted) when it is not, and out then holds
 * the text with outer blanks trimmed: an invalid one is kept, marked. What is
 * longer than out is never well-formed, and cut at a character. The normal form
 * is its own normal form.
 *
 * Blanks and dashes that group an IBAN or a BIC are left out, and so are
 * brackets, dots and slashes in a phone number; 00 at its start counts as +,
 * and a (0) after the country code is dropped. IDENT_NONE is only trimmed. The
 * other types: ident_rules.h.
 */
bool ident_normalise(enum ident_type type, const char *text,
	char out[IDENT_TEXT_SIZE], struct err *err);

/*
 * Write what two identifiers of a type have in common when they are the same
 * thing, of a normal form: mostly that itself; of an IMEI the 14 digits that
 * name the device, of a domain the form of the name servers, of an e-mail
 * address that without regard to case. False when equal ones mean nothing: a
 * BIC (the bank has thousands of customers) or an address of private networks,
 * and never for IDENT_NONE.
 */
bool ident_key(enum ident_type type, const char *normal,
	char out[IDENT_TEXT_SIZE]);

/* Does it look like an IBAN (two letters of a country that has IBANs, two
 * digits, more)? Account numbers that do are held to the IBAN's rules; others
 * are local. */
bool ident_looks_like_iban(const char *text);

/* Is code, in capitals, an ISO 3166-1 alpha-2 country, or XK, EU, ...: see
 * data/countries.tsv. */
bool ident_country(const char *code);

#endif
