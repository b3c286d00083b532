/* SPDX-License-Identifier: GPL-3.0-or-later */
/* utf8.h - UTF-8 by code point, cluster and terminal column. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Well-formed UTF-8 (RFC 3629: no surrogates, nothing overlong) without NUL? */
bool utf8_valid(const char *text, size_t len);

/*
 * The code point at text, of which len > 0 bytes are left: returns its bytes;
 * *cp is -1 and 1 byte is taken where no code point begins.
 */
size_t utf8_next(const char *text, size_t len, int32_t *cp);

/* Append one code point; buf has room for 4. Returns the bytes written. */
size_t utf8_put(char *buf, int32_t cp);

/* Columns of a code point on a terminal: 0, 1 or 2; -1 for a control. */
int utf8_cp_width(int32_t cp);

/*
 * Grapheme clusters (UAX #29): the offset of the boundary after, or before,
 * pos (a boundary itself); len or 0 at the ends.
 */
size_t utf8_cluster_next(const char *text, size_t len, size_t pos);
size_t utf8_cluster_prev(const char *text, size_t len, size_t pos);

/* Columns of the whole text, which should be clean (clean.h). */
int utf8_width(const char *text, size_t len);

/* Bytes of the longest run of whole clusters that takes at most columns;
 * *used (may be NULL) is what it takes. */
size_t utf8_cut(const char *text, size_t len, int columns, int *used);

#endif
