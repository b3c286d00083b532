/* SPDX-License-Identifier: GPL-3.0-or-later */
/* punycode.h - labels of domains with letters beyond ASCII as the name servers
 * know them (RFC 3492). */
#ifndef BASE_PUNYCODE_H
#define BASE_PUNYCODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/*
 * Append a label of valid UTF-8, as it is when it is ASCII, else "xn--" and its
 * Punycode; nothing is folded. False, and nothing appended, for more than 63
 * code points or what is not UTF-8.
 */
bool punycode_label(const char *label, size_t len, struct strbuf *out);

#endif
