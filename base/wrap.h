/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wrap.h - clean text broken into lines of a screen. */
#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include <stddef.h>

/*
 * Bytes of the first line of a text that is clean (clean.h, with CLEAN_LINES), at
 * most width (at least 1) columns; it is broken at a line feed, else at a blank,
 * else between characters. *next is where the line after begins; it is more than
 * 0, and len at the end.
 */
size_t wrap_line(const char *text, size_t len, int width, size_t *next);

#endif
