/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident.c - see ident.h. */
#include "base/ident.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/email.h"
#include "base/i18n.h"

#include "base/banned.h"

enum {
	MAX_IBAN = 34,
	MIN_PHONE = 7,		/* country code and four digits, as on Niue */
	MAX_PHONE = 15,
};

enum country_sort { COUNTRY_country, COUNTRY_reserved, COUNTRY_user };

static const struct country {
	char code[3];
	enum country_sort sort;
} countries[] = {
#define ROW(code, sort, name) { code, COUNTRY_##sort },
#include "data/countries.inc"
#undef ROW
};

static const struct iban_format {
	char country[3];
	unsigned char length;
} iban_formats[] = {
#define ROW(country, length, example) { country, length },
#include "data/iban.inc"
#undef ROW
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static char
capital(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Both tables begin their rows with the code. */
static int
compare_country(const void *code, const void *row)
{
	return memcmp(code, row, 2);
}

static const struct country *
find_country(const char *code)
{
	return bsearch(code, countries, ARRAY_SIZE(countries),
		sizeof(countries[0]), compare_country);
}

static const struct iban_format *
find_iban(const char *code)
{
	return bsearch(code, iban_formats, ARRAY_SIZE(iban_formats),
		sizeof(iban_formats[0]), compare_country);
}

bool
ident_country(const char *code)
{
	return strlen(code) == 2 && find_country(code);
}

/*
 * What people and address books put between the characters: blanks and dashes
 * of all sorts, the marks that turn the direction of writing round a number,
 * and the signs given. Returns the bytes to leave out, 0 if none.
 */
static size_t
separator(const char *p, const char *signs)
{
	static const char *const wide[] = {
		"\xC2\xA0", "\xC2\xAD",		/* no-break, soft hyphen */
		"\xE2\x80\x89", "\xE2\x80\xAF",	/* thin blanks */
		"\xE2\x80\x8E", "\xE2\x80\x8F",	/* LRM, RLM */
		"\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC",
		"\xE2\x80\xAD", "\xE2\x80\xAE",	/* LRE to RLO */
		"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
		"\xE2\x80\x93", "\xE2\x80\x94",	/* dashes */
	};

	if (*p && (strchr(" \t-", *p) || strchr(signs, *p)))
		return 1;
	if ((unsigned char)*p < 0x80)
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(wide); i++)
		if (!strncmp(p, wide[i], strlen(wide[i])))
			return strlen(wide[i]);
	return 0;
}

/* Copy text without separators and in capitals; false if it had to be cut. */
static bool
squeeze(const char *text, const char *signs, char *out, size_t size)
{
	size_t len = 0, skip;

	while (*text && len + 1 < size) {
		skip = separator(text, signs);
		if (skip)
			text += skip;
		else
			out[len++] = capital(*text++);
	}
	out[len] = '\0';
	while ((skip = separator(text, signs)))
		text += skip;
	return *text == '\0';
}

/* Begins like an IBAN, in capitals and without blanks? */
static const struct iban_format *
iban_format_of(const char *iban)
{
	if (!is_capital(iban[0]) || !is_capital(iban[1]) ||
	    !is_digit(iban[2]) || !is_digit(iban[3]))
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
	squeeze(text, "", start, sizeof(start));
	const char *iban = skip_iban_word(start);

	return strlen(iban) > 4 && iban_format_of(iban);
}

/* ISO 7064 MOD 97-10 over the IBAN with its first four characters last, letters
 * as 10 to 35. */
static int
mod_97(const char *iban, size_t len)
{
	int rest = 0;

	for (size_t i = 0; i < len; i++) {
		char c = iban[(i + 4) % len];

		rest = is_digit(c) ? rest * 10 + (c - '0') :
			rest * 100 + (c - 'A' + 10);
		rest %= 97;
	}
	return rest;
}

static bool
normalise_iban(const char *text, char *out, struct err *err)
{
	char squeezed[MAX_IBAN + sizeof("IBAN") + 1];

	if (!squeeze(text, "", squeezed, sizeof(squeezed)))
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
		if (!is_digit(start[i]) && !is_capital(start[i]))
			return err_set(err, ERR_INVALID, _("an IBAN has "
				"letters A to Z and digits only"));

	int check = (start[2] - '0') * 10 + (start[3] - '0');

	/* 00, 01 and 99 would pass as 97, 98 and 02, but are never given. */
	if (mod_97(start, len) != 1 || check < 2 || check > 98)
		return err_set(err, ERR_INVALID, _("the check digits of the "
			"IBAN are wrong; look for a mistyped character"));
	memcpy(out, start, len + 1);
	return true;
}

static bool
normalise_bic(const char *text, char *out, struct err *err)
{
	char code[12];
	bool good = squeeze(text, "", code, sizeof(code));
	size_t len = good ? strlen(code) : 0;

	good = len == 8 || len == 11;
	for (size_t i = 0; i < len; i++)
		good = good && (is_capital(code[i]) ||
			(i >= 6 && is_digit(code[i])));
	if (!good)
		return err_set(err, ERR_INVALID, _("a BIC has 8 or 11 "
			"characters, six letters first, such as DEUTDEFF or "
			"DEUTDEFF500"));

	const struct country *country = find_country(code + 4);

	if (!country || country->sort == COUNTRY_reserved)
		return err_set(err, ERR_INVALID, _("the fifth and sixth letter "
			"of a BIC are a country; %c%c is none"), code[4],
			code[5]);
	/* XXX is the head office, which 8 characters mean too. */
	if (len == 11 && !strcmp(code + 8, "XXX"))
		code[8] = '\0';
	memcpy(out, code, strlen(code) + 1);
	return true;
}

static bool
normalise_phone(const char *text, char *out, struct err *err)
{
	char number[64];
	const char *from = number;
	size_t len = 0;

	if (!squeeze(text, "./", number, sizeof(number)))
		number[0] = '\0';
	if (!strncmp(from, "TEL:", 4))
		from += 4;
	if (from[0] == '(' && (from[1] == '+' || !strncmp(from + 1, "00", 2)))
		from++;
	if (from[0] == '+')
		from++;
	else if (!strncmp(from, "00", 2))
		from += 2;
	else
		return err_set(err, ERR_INVALID, _("a phone number begins with "
			"+ and the country code, such as +40 21 555 0100; "
			"without it no other state can match it"));

	out[len++] = '+';
	while (*from && len <= MAX_PHONE + 1) {
		if (len > 1 && !strncmp(from, "(0)", 3))
			from += 3;
		else if (*from == '(' || *from == ')')
			from++;
		else if (is_digit(*from))
			out[len++] = *from++;
		else
			return err_set(err, ERR_INVALID, _("a phone number has "
				"digits only after its +, without an "
				"extension"));
	}
	out[len] = '\0';
	if (len - 1 < MIN_PHONE || len - 1 > MAX_PHONE || out[1] == '0')
		return err_set(err, ERR_INVALID, _("a phone number has %d to "
			"%d digits, the country code with them, and begins "
			"with no 0 after the +"), MIN_PHONE, MAX_PHONE);
	return true;
}

static bool
normalise_none(const char *text, char *out, struct err *err)
{
	(void)err;
	memcpy(out, text, strlen(text) + 1);
	return true;
}

static const struct {
	const char *code;
	bool (*normalise)(const char *, char *, struct err *);
} types[] = {
	[IDENT_NONE] = { "", normalise_none },
	[IDENT_IBAN] = { "iban", normalise_iban },
	[IDENT_BIC] = { "bic", normalise_bic },
	[IDENT_PHONE] = { "phone", normalise_phone },
	[IDENT_EMAIL] = { "email", email_normalise },
};

const char *
ident_code(enum ident_type type)
{
	assert(type < IDENT_N);
	return types[type].code;
}

/* Copy text without outer blanks; false if it had to be cut. */
static bool
trim(const char *text, char out[IDENT_TEXT_SIZE])
{
	static const char blanks[] = " \t\r\n";

	text += strspn(text, blanks);
	size_t len = strlen(text), whole;

	while (len > 0 && strchr(blanks, text[len - 1]))
		len--;
	whole = len;
	if (len >= IDENT_TEXT_SIZE)
		for (len = IDENT_TEXT_SIZE - 1; len > 0 &&
		     ((unsigned char)text[len] & 0xC0) == 0x80;)
			len--;
	memcpy(out, text, len);
	out[len] = '\0';
	return len == whole;
}

bool
ident_normalise(enum ident_type type, const char *text,
	char out[IDENT_TEXT_SIZE], struct err *err)
{
	char trimmed[IDENT_TEXT_SIZE];

	assert(type < IDENT_N);
	if (!trim(text, trimmed)) {
		memcpy(out, trimmed, sizeof(trimmed));
		return err_set(err, ERR_INVALID, _("this is longer than any "
			"number or address of its kind"));
	}
	if (types[type].normalise(trimmed, out, err))
		return true;
	memcpy(out, trimmed, strlen(trimmed) + 1);
	return false;
}
