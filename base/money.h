/* SPDX-License-Identifier: GPL-3.0-or-later */
/* money.h - exact amounts: minor units and an ISO 4217 code, never floating
 * point, never added across currencies (invariant I7). */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { MONEY_TEXT_SIZE = 80, MONEY_KEY_SIZE = 96 };

/* One row of data/currencies.tsv: the codes of ISO 4217 that have a minor unit,
 * those withdrawn since 2000, and some crypto codes. */
struct money_currency {
	char code[8];		/* ISO 4217, or a crypto code (BTC) */
	int digits;		/* after the point: 0 to 4; crypto up to 18 */
	bool crypto;
};

/* The currency of a code in any case, or NULL; never freed. */
const struct money_currency *money_currency(const char *code);

/*
 * Read "1234.50 EUR", "50000EUR", "-3 BTC" and write the canonical text
 * "1234.50 EUR" with exactly the currency's digits (crypto: as typed, zeros at
 * the ends trimmed). A number alone takes currency (may be NULL: then it is
 * refused); an amount with a code of its own keeps that. Refused: a decimal
 * comma, grouping, more digits than the currency has (never rounded), more than
 * 9223372036854775807 minor units either way (crypto: 38 digits).
 */
bool money_parse(const char *text, const char *currency,
	char out[MONEY_TEXT_SIZE], struct err *err);

/* The parts of a canonical amount: number "1234.50" and code "EUR"; both empty
 * if it is none. */
void money_split(const char *canonical, char number[MONEY_TEXT_SIZE],
	char code[8]);

/*
 * The exact sum of two canonical amounts of one currency. False when they are of
 * two, or when the sum is more than an amount can be.
 */
bool money_add(const char *a, const char *b, char out[MONEY_TEXT_SIZE]);

/* The sort key: currency, then value, in ASCII that orders by strcmp
 * (negative before positive); empty if it is no canonical amount. Never compare
 * keys of two currencies as values. */
void money_key(const char *canonical, char key[MONEY_KEY_SIZE]);

#endif
