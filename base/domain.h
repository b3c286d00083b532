/* SPDX-License-Identifier: GPL-3.0-or-later */
/* domain.h - names of domains, in any script. */
#ifndef BASE_DOMAIN_H
#define BASE_DOMAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Bytes of a name (RFC 1035 section 2.3.4, without the length before each label
 * and the root). */
enum { DOMAIN_MAX = 253 };

/* May a code point stand in a label beside the dash: a letter, mark or digit? */
bool domain_is_letter(int32_t cp);

/* Two labels or more, the last not all digits; letters, digits and marks, dashes
 * within, at most 63 characters a label. */
bool domain_is(const char *text);

/* In lower case, composed (NFC): the form that is kept. NULL if it is not UTF-8.
 * The caller frees. */
char *domain_lower(const char *text);

/* Append the form that name servers know (RFC 5890, A-labels) of what
 * domain_lower gave, so that a name written in its letters and with xn-- is one.
 * False, and something of it appended, when a label has none. */
bool domain_ascii(const char *lower, struct strbuf *out);

#endif
