/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascii.h - the classes of ASCII, whatever the locale says. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool
ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ascii_is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Of an identifier in capitals. */
static inline bool
ascii_is_word(char c)
{
	return ascii_is_digit(c) || ascii_is_capital(c);
}

static inline char
ascii_capital(char c)
{
	return ascii_is_small(c) ? (char)(c - 'a' + 'A') : c;
}

static inline char
ascii_small(char c)
{
	return ascii_is_capital(c) ? (char)(c - 'A' + 'a') : c;
}

#endif
