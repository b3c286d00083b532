/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold.h - search keys: what two spellings of one name have in common. */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include <stddef.h>

#include "base/strbuf.h"

/* Raised when any key of any text changes: indexes are then built anew. */
enum { FOLD_VERSION = 1 };

/*
 * Append key 1 of text (valid UTF-8): NFKD, marks dropped, case folded, Greek
 * final sigma as sigma, letters without decomposition (l-stroke, eth, thorn,
 * dotless i, ...) by table; script kept. White space runs become one blank;
 * ends are trimmed.
 */
void fold_key(struct strbuf *out, const char *text, size_t len);

/* Does the folded haystack contain the folded needle (both from fold_key)? */
int fold_contains(const char *haystack, const char *needle);

#endif
