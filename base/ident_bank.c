/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident_bank.c - accounts, banks and securities; see ident.h and ident_rules.h. */
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/checkdigit.h"
#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/ident_rules.h"
#include "base/squeeze.h"

#include "base/banned.h"

enum { MAX_IBAN = 34, ISIN_LENGTH = 12 };

static const struct iban_format {
	char country[3];
	unsigned char length;
} iban_formats[] = {
#define ROW(country, length, example) { country, length },
#include "data/iban.inc"
#undef ROW
};

/* The table begins its rows with the code. */
static int
compare_country(const void *code, const void *row)
{
	return memcmp(code, row, 2);
}

static const struct iban_format *
find_iban(const char *code)
{
	return bsearch(code, iban_formats, ARRAY_SIZE(iban_formats),
		sizeof(iban_formats[0]), compare_country);
}

/* Begins like an IBAN, in capitals and without blanks? */
static const struct iban_format *
iban_format_of(const char *iban)
{
	if (!ascii_is_capital(iban[0]) || !ascii_is_capital(iban[1]) ||
	    !ascii_is_digit(iban[2]) || !ascii_is_digit(iban[3]))
		return NULL;
	return find_iban(iban);
}

/* "IBAN DE89 ...": the word is no part of it, nor is the sign that messages of
 * banks set before an account: "/DE89...", ".DE89...". */
static const char *
skip_iban_word(const char *iban)
{
	if (*iban == '/' || *iban == '.')
		iban++;
	if (strncmp(iban, "IBAN", 4) != 0)
		return iban;
	return iban + (iban[4] == ':' ? 5 : 4);
}

bool
ident_looks_like_iban(const char *text)
{
	char start[16];

	/* The beginning is enough. */
	squeeze_text(text, "", start, sizeof(start));
	const char *iban = skip_iban_word(start);

	return strlen(iban) > 4 && iban_format_of(iban);
}

bool
ident_iban(const char *text, char *out, struct err *err)
{
	char squeezed[MAX_IBAN + sizeof("IBAN") + 1];

	if (!squeeze_text(text, "", squeezed, sizeof(squeezed)))
		return err_set(err, ERR_INVALID, _("an IBAN has at most %d "
			"characters"), MAX_IBAN);
	const char *start = skip_iban_word(squeezed);
	const struct iban_format *format = iban_format_of(start);
	size_t len = strlen(start);

	if (!format)
		return err_set(err, ERR_INVALID, _("an IBAN begins with the "
			"letters of a country that has IBANs and two digits, "
			"such as DE89"));
	if (len != format->length)
		return err_set(err, ERR_INVALID, _("an IBAN of %s has %d "
			"characters, this has %d"), format->country,
			format->length, (int)len);
	for (size_t i = 0; i < len; i++)
		if (!ascii_is_digit(start[i]) && !ascii_is_capital(start[i]))
			return err_set(err, ERR_INVALID, _("an IBAN has "
				"letters A to Z and digits only"));

	int check = (start[2] - '0') * 10 + (start[3] - '0');

	/* 00, 01 and 99 would pass as 97, 98 and 02, but are never given. */
	if (checkdigit_mod97(start, len, 4) != 1 || check < 2 || check > 98)
		return err_set(err, ERR_INVALID, _("the check digits of the "
			"IBAN are wrong; look for a mistyped character"));
	memcpy(out, start, len + 1);
	return true;
}

bool
ident_bic(const char *text, char *out, struct err *err)
{
	char code[12];
	bool good = squeeze_text(text, "", code, sizeof(code));
	size_t len = good ? strlen(code) : 0;

	good = len == 8 || len == 11;
	for (size_t i = 0; i < len; i++)
		good = good && (ascii_is_capital(code[i]) ||
			(i >= 6 && ascii_is_digit(code[i])));
	if (!good)
		return err_set(err, ERR_INVALID, _("a BIC has 8 or 11 "
			"characters, six letters first, such as DEUTDEFF or "
			"DEUTDEFF500"));

	const char state[3] = { code[4], code[5], '\0' };

	if (!ident_state(state))
		return err_set(err, ERR_INVALID, _("the fifth and sixth letter "
			"of a BIC are a country; %c%c is none"), code[4],
			code[5]);
	/* XXX is the head office, which 8 characters mean too. */
	if (len == 11 && !strcmp(code + 8, "XXX"))
		code[8] = '\0';
	memcpy(out, code, strlen(code) + 1);
	return true;
}

bool
ident_isin(const char *text, char *out, struct err *err)
{
	char code[ISIN_LENGTH + 2];
	bool good = squeeze_text(text, "", code, sizeof(code)) &&
		strlen(code) == ISIN_LENGTH && ascii_is_capital(code[0]) &&
		ascii_is_capital(code[1]) &&
		ascii_is_digit(code[ISIN_LENGTH - 1]);

	for (size_t i = 2; good && i < ISIN_LENGTH; i++)
		good = ascii_is_word(code[i]);
	if (!good)
		return err_set(err, ERR_INVALID, _("an ISIN has %d characters, "
			"two letters first and a digit last, such as "
			"US0378331005"), ISIN_LENGTH);
	if (!checkdigit_luhn(code, ISIN_LENGTH))
		return err_set(err, ERR_INVALID, _("the check digit of the ISIN "
			"is wrong; look for a mistyped character"));
	memcpy(out, code, ISIN_LENGTH + 1);
	return true;
}
