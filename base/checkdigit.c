/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checkdigit.c - see checkdigit.h. */
#include "base/checkdigit.h"

#include "base/ascii.h"

#include "base/banned.h"

static int
value_of(char c)
{
	return ascii_is_digit(c) ? c - '0' : c == '<' ? 0 : c - 'A' + 10;
}

/* Add a digit; from the right, every second is doubled. */
static void
add(int digit, bool *doubled, int *sum)
{
	digit *= *doubled ? 2 : 1;
	*sum += digit > 9 ? digit - 9 : digit;
	*doubled = !*doubled;
}

static int
luhn_sum(const char *text, size_t len, bool doubled)
{
	int sum = 0;

	while (len-- > 0) {
		int value = value_of(text[len]);

		add(value % 10, &doubled, &sum);
		if (value > 9)
			add(value / 10, &doubled, &sum);
	}
	return sum;
}

bool
checkdigit_luhn(const char *text, size_t len)
{
	return luhn_sum(text, len, false) % 10 == 0;
}

char
checkdigit_luhn_next(const char *text, size_t len)
{
	return (char)('0' + (10 - luhn_sum(text, len, true) % 10) % 10);
}

int
checkdigit_mod97(const char *text, size_t len, size_t turn)
{
	int rest = 0;

	for (size_t i = 0; i < len; i++) {
		int value = value_of(text[(i + turn) % len]);

		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest;
}

char
checkdigit_mrz(const char *text, size_t len)
{
	static const int weights[] = { 7, 3, 1 };
	int sum = 0;

	for (size_t i = 0; i < len; i++)
		sum = (sum + value_of(text[i]) * weights[i % 3]) % 10;
	return (char)('0' + sum);
}
