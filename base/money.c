/* SPDX-License-Identifier: GPL-3.0-or-later */
/* money.c - see money.h. */
#include "base/money.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"

#include "base/banned.h"

enum {
	MAX_DIGITS = 38,	/* of a crypto amount */
	MAX_CRYPTO_PLACES = 18,
	MINOR_DIGITS = 19,	/* of the largest 64-bit count */
};

enum { KIND_iso, KIND_old, KIND_crypto };

static const struct money_currency currencies[] = {
#define ROW(code, digits, kind, name) \
	{ code, digits, KIND_##kind == KIND_crypto },
#include "data/currencies.inc"
#undef ROW
};

/* A number as digits: no zeros before the whole, and no sign on nothing. */
struct amount {
	const struct money_currency *currency;
	bool negative;
	char whole[MAX_DIGITS + 1];		/* empty for 0 */
	char places[MAX_CRYPTO_PLACES + 1];	/* after the point, as typed */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int
compare_code(const void *code, const void *currency)
{
	return strcmp(code, ((const struct money_currency *)currency)->code);
}

const struct money_currency *
money_currency(const char *code)
{
	char upper[sizeof(currencies[0].code)];
	size_t len = strlen(code);

	if (len >= sizeof(upper))
		return NULL;
	for (size_t i = 0; i <= len; i++)
		upper[i] = code[i] >= 'a' && code[i] <= 'z' ?
			(char)(code[i] - 'a' + 'A') : code[i];
	return bsearch(upper, currencies, ARRAY_SIZE(currencies),
		sizeof(currencies[0]), compare_code);
}

static bool
refuse(struct err *err)
{
	return err_set(err, ERR_INVALID,
		_("this is not an amount; write 1234.50 EUR"));
}

static bool
refuse_grouping(struct err *err)
{
	return err_set(err, ERR_INVALID, _("write the number with a decimal "
		"point and no grouping: 1234.50, not 1,234.50 or 1.234,50"));
}

static bool
refuse_size(const struct money_currency *currency, struct err *err)
{
	if (currency->crypto)
		return err_set(err, ERR_INVALID,
			_("the amount is too large; %d digits are kept"),
			MAX_DIGITS);
	return err_set(err, ERR_INVALID, _("the amount is too large; %s goes "
		"to 9223372036854775807 of its smallest unit"), currency->code);
}

/* What groups digits in one country or another: , ' blanks (thin and no-break
 * too), the apostrophe of Switzerland; or a second point. */
static bool
is_grouping(const char *p)
{
	static const char *const signs[] = {
		",", "'", "_", ".", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF",
		"\xE2\x80\x99",
	};
	const char *blank = p + strspn(p, " \t");

	if (blank > p)
		return is_digit(*blank);
	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		if (!strncmp(p, signs[i], strlen(signs[i])))
			return is_digit(p[strlen(signs[i])]);
	return false;
}

/* A code after the number, or the one that was lent. */
static const struct money_currency *
read_currency(const char *p, const char *lent, struct err *err)
{
	char code[sizeof(currencies[0].code)];
	size_t len = 0;

	while (is_blank(*p))
		p++;
	while (is_letter(p[len]))
		len++;
	if (!*p && lent) {
		snprintf(code, sizeof(code), "%s", lent);
	} else if (!*p) {
		err_set(err, ERR_INVALID, _("the amount needs a currency; "
			"write 1234.50 EUR"));
		return NULL;
	} else if (len && len < sizeof(code) &&
	    !p[len + strspn(p + len, " \t")]) {
		memcpy(code, p, len);
		code[len] = '\0';
	} else {
		err_set(err, ERR_INVALID, _("write the currency after the "
			"number, by its code: 1234.50 EUR, 0.5 BTC"));
		return NULL;
	}

	const struct money_currency *found = money_currency(code);

	if (!found)
		err_set(err, ERR_INVALID, _("%s is not a currency known here; "
			"write a code of ISO 4217 such as EUR, or one such as "
			"BTC"), p[0] ? code : "?");
	return found;
}

/* Copy the digits at p; *too_many when they do not fit. Returns their end. */
static const char *
take_digits(const char *p, char *out, size_t size, bool *too_many)
{
	size_t len = 0;

	for (; is_digit(*p); p++) {
		if (len + 1 < size)
			out[len++] = *p;
		else
			*too_many = true;
	}
	out[len] = '\0';
	return p;
}

/* Does it fit: 64 bits of minor units, or 38 digits of crypto? */
static bool
fits(const struct amount *a)
{
	char digits[MAX_DIGITS + MAX_CRYPTO_PLACES + 1];
	int len = snprintf(digits, sizeof(digits), "%s%s", a->whole, a->places);

	if (a->currency->crypto)
		return len <= MAX_DIGITS;
	for (int i = (int)strlen(a->places); i < a->currency->digits; i++)
		digits[len++] = '0';
	digits[len] = '\0';
	return len < MINOR_DIGITS || (len == MINOR_DIGITS &&
		strcmp(digits, "9223372036854775807") <= 0);
}

static void
trim_zeros(char *places)
{
	size_t len = strlen(places);

	while (len > 0 && places[len - 1] == '0')
		places[--len] = '\0';
}

static bool
read_amount(const char *text, const char *lent, struct amount *a,
	struct err *err)
{
	bool large = false, fine = false;
	const char *p = text + strspn(text, " \t"), *places;

	a->negative = *p == '-';
	p += a->negative;
	if (!is_digit(*p))
		return refuse(err);
	while (*p == '0')
		p++;
	p = take_digits(p, a->whole, sizeof(a->whole), &large);
	places = p + 1;
	a->places[0] = '\0';
	if (p[0] == '.' && is_digit(p[1]))
		p = take_digits(p + 1, a->places, sizeof(a->places), &fine);
	if (is_grouping(p))
		return refuse_grouping(err);
	if (*p == '.')
		return refuse(err);

	a->currency = read_currency(p, lent, err);
	if (!a->currency)
		return false;
	if (fine || (int)strlen(a->places) > a->currency->digits)
		return err_set(err, ERR_INVALID, _("%s has %d digits after the "
			"point and this has %d; nothing is rounded, and a "
			"point does not group digits"), a->currency->code,
			a->currency->digits, (int)strspn(places, "0123456789"));
	if (a->currency->crypto)
		trim_zeros(a->places);
	if (large || !fits(a))
		return refuse_size(a->currency, err);
	if (!a->whole[0] && !a->places[strspn(a->places, "0")])
		a->negative = false;
	return true;
}

static void
write_amount(const struct amount *a, char out[MONEY_TEXT_SIZE])
{
	char places[MAX_CRYPTO_PLACES + 1];
	size_t len = strlen(a->places);

	memcpy(places, a->places, len + 1);
	while (!a->currency->crypto && len < (size_t)a->currency->digits) {
		places[len++] = '0';
		places[len] = '\0';
	}
	snprintf(out, MONEY_TEXT_SIZE, "%s%s%s%s %s", a->negative ? "-" : "",
		a->whole[0] ? a->whole : "0", len ? "." : "", places,
		a->currency->code);
}

bool
money_parse(const char *text, const char *currency, char out[MONEY_TEXT_SIZE],
	struct err *err)
{
	struct amount a;

	if (!read_amount(text, currency, &a, err))
		return false;
	write_amount(&a, out);
	return true;
}

/* Read what money_parse once wrote. */
static bool
read_canonical(const char *text, struct amount *a)
{
	char again[MONEY_TEXT_SIZE];

	if (!read_amount(text, NULL, a, NULL))
		return false;
	write_amount(a, again);
	return !strcmp(text, again);
}

void
money_split(const char *canonical, char number[MONEY_TEXT_SIZE], char code[8])
{
	struct amount a;

	number[0] = code[0] = '\0';
	if (!read_canonical(canonical, &a))
		return;
	snprintf(number, MONEY_TEXT_SIZE, "%s", canonical);
	*strchr(number, ' ') = '\0';
	snprintf(code, 8, "%s", a.currency->code);
}

/* --- Sums --------------------------------------------------------------- */

/* Digits of an amount without its sign, the last first, and room for one more
 * that a sum may need. */
enum { SUM_DIGITS = MAX_DIGITS + MAX_CRYPTO_PLACES + 1 };

static void
spread(const struct amount *a, int digits[SUM_DIGITS])
{
	size_t whole = strlen(a->whole), places = strlen(a->places);

	memset(digits, 0, SUM_DIGITS * sizeof(*digits));
	for (size_t i = 0; i < whole; i++)
		digits[MAX_CRYPTO_PLACES + i] = a->whole[whole - 1 - i] - '0';
	for (size_t i = 0; i < places; i++)
		digits[MAX_CRYPTO_PLACES - 1 - i] = a->places[i] - '0';
}

/* Back to text; false when the whole has more digits than there is room for. */
static bool
gather(struct amount *a, const int digits[SUM_DIGITS])
{
	int top = SUM_DIGITS, n = 0;

	while (top > MAX_CRYPTO_PLACES && digits[top - 1] == 0)
		top--;
	if (top - MAX_CRYPTO_PLACES >= (int)sizeof(a->whole))
		return false;
	while (top > MAX_CRYPTO_PLACES)
		a->whole[n++] = (char)('0' + digits[--top]);
	a->whole[n] = '\0';
	for (n = 0; n < a->currency->digits; n++)
		a->places[n] = (char)('0' + digits[MAX_CRYPTO_PLACES - 1 - n]);
	a->places[n] = '\0';
	if (a->currency->crypto)
		trim_zeros(a->places);
	return true;
}

static bool
is_less(const int a[SUM_DIGITS], const int b[SUM_DIGITS])
{
	for (int i = SUM_DIGITS; i-- > 0;)
		if (a[i] != b[i])
			return a[i] < b[i];
	return false;
}

/* a += sign * b, where the result is not negative. */
static void
combine(int a[SUM_DIGITS], const int b[SUM_DIGITS], int sign)
{
	int carry = 0;

	for (int i = 0; i < SUM_DIGITS; i++) {
		int digit = a[i] + sign * b[i] + carry;

		carry = digit < 0 ? -1 : digit / 10;
		a[i] = digit - 10 * carry;
	}
}

bool
money_add(const char *first, const char *second, char out[MONEY_TEXT_SIZE])
{
	struct amount a, b;
	int x[SUM_DIGITS], y[SUM_DIGITS];

	if (!read_canonical(first, &a) || !read_canonical(second, &b) ||
	    a.currency != b.currency)
		return false;
	spread(&a, x);
	spread(&b, y);
	bool swapped = a.negative != b.negative && is_less(x, y);

	combine(swapped ? y : x, swapped ? x : y,
		a.negative == b.negative ? 1 : -1);
	struct amount sum = swapped ? b : a;

	if (!gather(&sum, swapped ? y : x) || !fits(&sum))
		return false;
	if (!sum.whole[0] && !sum.places[strspn(sum.places, "0")])
		sum.negative = false;
	write_amount(&sum, out);
	return true;
}

/*
 * All digits of a currency's keys stand in the same places: the whole in a
 * fixed width, then as many after the point as the currency has. The digits of
 * a negative amount are subtracted from 9, so that -2 comes before -1.
 */
void
money_key(const char *canonical, char key[MONEY_KEY_SIZE])
{
	struct amount a;

	key[0] = '\0';
	if (!read_canonical(canonical, &a))
		return;

	int width = a.currency->crypto ? MAX_DIGITS : MINOR_DIGITS;
	int len = snprintf(key, MONEY_KEY_SIZE, "%s %c", a.currency->code,
		a.negative ? 'n' : 'p');
	char *digits = key + len;
	int whole = (int)strlen(a.whole), places = (int)strlen(a.places);

	memset(digits, '0', (size_t)(width + a.currency->digits));
	digits[width + a.currency->digits] = '\0';
	memcpy(digits + width - whole, a.whole, (size_t)whole);
	memcpy(digits + width, a.places, (size_t)places);
	for (; a.negative && *digits; digits++)
		*digits = (char)('0' + '9' - *digits);
}
