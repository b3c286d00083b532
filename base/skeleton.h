/* SPDX-License-Identifier: GPL-3.0-or-later */
/* skeleton.h - what is left of a name when its spelling is taken away. */
#ifndef BASE_SKELETON_H
#define BASE_SKELETON_H

#include <stddef.h>

#include "base/strbuf.h"

/* Raised when any key of any text changes: indexes are then built anew. */
enum { SKELETON_VERSION = 1 };

/* Letters of a word beyond these do not count. */
enum { SKELETON_WORD_MAX = 64 };

/*
 * Append key 3 of text (UTF-8): the words of its Latin form (latin.h), each
 * respelt by a table until nothing changes (ue as u, y and j as i, kh as h, ks as
 * x, shch and sht as sc, double letters as one ...), separated by a blank. An
 * apostrophe within a word is dropped, whatever else is no letter, mark or digit
 * separates. Words of other scripts and numbers stay as they are. The key has no
 * NUL and is its own key.
 */
void skeleton_key(struct strbuf *out, const char *text, size_t len);

#endif
