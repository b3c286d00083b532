/* SPDX-License-Identifier: GPL-3.0-or-later */
/* email.h - e-mail addresses; for ident.c. */
#ifndef BASE_EMAIL_H
#define BASE_EMAIL_H

#include <stdbool.h>

#include "base/err.h"

/* Bytes of an address (RFC 5321 section 4.5.3.1.3, without the brackets). */
enum { EMAIL_MAX = 254 };

/*
 * Write the address with its domain in lower case to out, which has room for
 * EMAIL_MAX + 1 bytes. A local part may be a dot-atom or quoted, both parts may
 * hold letters of any script (RFC 6531); the domain has two labels or more.
 * text has no outer blanks.
 */
bool email_normalise(const char *text, char *out, struct err *err);

#endif
