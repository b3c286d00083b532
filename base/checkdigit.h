/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checkdigit.h - the sums by which numbers show a mistyped character. Text holds
 * digits and capital letters only. */
#ifndef BASE_CHECKDIGIT_H
#define BASE_CHECKDIGIT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Luhn (ISO/IEC 7812-1 annex B): does the sum over all characters, check digit
 * included, end in 0? Letters count as two digits, 10 to 35 (ISO 6166).
 */
bool checkdigit_luhn(const char *text, size_t len);

/* The digit that makes it so after the len characters of text. */
char checkdigit_luhn_next(const char *text, size_t len);

/*
 * ISO 7064 MOD 97-10 over text with its first `turn` characters last, letters
 * as 10 to 35; 1 where the check digits are right. turn is at most len.
 */
int checkdigit_mod97(const char *text, size_t len, size_t turn);

/* ICAO Doc 9303 part 3, 4.9: weights 7, 3, 1; letters as 10 to 35, '<' as 0. */
char checkdigit_mrz(const char *text, size_t len);

#endif
