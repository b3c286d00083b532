/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold.h - search keys: what two spellings of one name have in common. */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Raised when any key of any text changes: indexes are then built anew. */
enum { FOLD_VERSION = 1 };

/*
 * Append key 1 of text (UTF-8; a stray byte becomes U+FFFD): NFKD, marks and
 * default ignorable code points dropped, case folded, Greek final sigma as
 * sigma; letters without decomposition (l-stroke, eth, thorn, dotless i ...)
 * and typographic quotes and dashes by table; script kept. Runs of white space
 * and controls become one blank; the ends are trimmed. The key has no NUL and
 * is its own key.
 */
void fold_key(struct strbuf *out, const char *text, size_t len);

/* Are two texts the same but for case, accents and blanks: is their key? */
bool fold_same(const char *a, const char *b);

/* Does the folded haystack contain the folded needle (both from fold_key)? */
bool fold_contains(const char *haystack, const char *needle);

/*
 * Does the folded needle stand in the folded haystack where a word begins? Words
 * are runs of letters, marks and digits, and each character of a script without
 * blanks (script.h) is one (as in db/search_tokenizer.h); a needle that begins with
 * none of them stands anywhere.
 */
bool fold_begins_word(const char *haystack, const char *needle);

/* Is the code point a letter, mark or digit: of a word? */
bool fold_is_of_word(int32_t cp);

/* Has the key a letter or digit, so that an index of words can find it? */
bool fold_has_word(const char *key);

#endif
