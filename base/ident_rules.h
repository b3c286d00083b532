/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_rules.h - the rules of each type of identifier; for ident.c. */
#ifndef BASE_IDENT_RULES_H
#define BASE_IDENT_RULES_H

#include <stdbool.h>

#include "base/err.h"

/*
 * Each writes the normal form of text, which has no outer blanks and less than
 * IDENT_TEXT_SIZE bytes, to out, which has IDENT_TEXT_SIZE: true, or false with
 * the reason (INVALID).
 */
typedef bool ident_rule(const char *text, char *out, struct err *err);

/* ident_bank.c */
ident_rule ident_iban;		/* ISO 13616: mod 97, length by country */
ident_rule ident_bic;		/* ISO 9362: 8 or 11 characters; XXX at the end goes */
ident_rule ident_isin;		/* ISO 6166: 12 characters, check digit */

/* ident_phone.c */
ident_rule ident_phone;		/* ITU-T E.164: +, country code, at most 15 digits */
ident_rule ident_imei;		/* 3GPP TS 23.003: 14 digits, with check digit, or SV */

/* ident_net.c */
ident_rule ident_email;		/* RFC 5321 and 6531; domain in lower case */
ident_rule ident_domain;	/* in lower case, without the last dot */
ident_rule ident_ip;		/* v4; v6 as in RFC 5952 */

/* ident_craft.c */
ident_rule ident_plate;		/* CC:ABC123, of the country that gave it */
ident_rule ident_vin;		/* ISO 3779; check digit where its region has one */
ident_rule ident_imo;		/* IMO and seven digits, the last a check digit */
ident_rule ident_mmsi;		/* ITU-R M.585: nine digits */

/* ident_paper.c */
ident_rule ident_document;	/* CC:ABC123; check digit of ICAO 9303 after < */
ident_rule ident_company;	/* CC:number, as the register writes it */
ident_rule ident_cadastre;	/* likewise */
ident_rule ident_euid;		/* Regulation (EU) 2021/1042: CCregister.number */
ident_rule ident_lei;		/* ISO 17442: 20 characters, mod 97 */
ident_rule ident_vat;		/* Directive 2006/112/EC art. 215: prefix, shape */

/* ident_crypto.c */
ident_rule ident_crypto;	/* Base58Check, Bech32(m), Ethereum's EIP-55 */

/* A country that gives numbers of its own, not only a code that ISO 3166 keeps
 * reserved; code is in capitals. */
bool ident_state(const char *code);

/* What equal ones have in common (ident.h): of a normal form, into out, which
 * has IDENT_TEXT_SIZE; false: they never correlate. */
typedef bool ident_common(const char *normal, char *out);
ident_common ident_email_key, ident_domain_key, ident_ip_key, ident_imei_key;

#endif
