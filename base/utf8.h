/* SPDX-License-Identifier: GPL-3.0-or-later */
/* utf8.h - UTF-8 by code point, cluster and terminal column. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Well-formed UTF-8 (RFC 3629: no surrogates, nothing overlong), no NUL? */
bool utf8_valid(const char *text, size_t len);

/* How many bytes at the start are printable ASCII (0x20 to 0x7E). */
size_t utf8_ascii_run(const char *text, size_t len);

/*
 * The code point at text, of which len > 0 bytes are left: returns its bytes;
 * *cp is -1 and 1 byte is taken where no code point begins.
 */
size_t utf8_next(const char *text, size_t len, int32_t *cp);

/*
 * Write one code point, which is not a surrogate; buf has room for 4. Returns
 * the bytes written.
 */
size_t utf8_put(char *buf, int32_t cp);

/*
 * Columns of a code point on a terminal: 0, 1 or 2; -1 for a control. Nothing
 * that follows makes it wider: a variation selector takes no column.
 */
int utf8_cp_width(int32_t cp);

/*
 * Grapheme clusters (UAX #29): the offset of the boundary after, or before,
 * pos (a boundary itself); len or 0 at the ends. A stray byte is a cluster.
 */
size_t utf8_cluster_next(const char *text, size_t len, size_t pos);
size_t utf8_cluster_prev(const char *text, size_t len, size_t pos);

/*
 * Columns of the whole text: the sum over its code points, as curses places
 * them. The text should be clean (clean.h): a control or stray byte counts 1.
 */
int utf8_width(const char *text, size_t len);

/*
 * Bytes of the longest run of whole clusters that takes at most columns; *used
 * (may be NULL) is what it takes. A cluster wider than columns is cut within,
 * so that one endless cluster does not hide a whole text.
 */
size_t utf8_cut(const char *text, size_t len, int columns, int *used);

#endif
