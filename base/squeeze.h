/* SPDX-License-Identifier: GPL-3.0-or-later */
/* squeeze.h - a number as people write it, without what they put between its
 * characters. */
#ifndef BASE_SQUEEZE_H
#define BASE_SQUEEZE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Copy text (valid UTF-8) in capitals of ASCII and without separators: blanks
 * and dashes of all sorts, the marks that turn the direction of writing, and
 * the signs given. False if it had to be cut at size bytes, NUL included.
 */
bool squeeze_text(const char *text, const char *signs, char *out, size_t size);

/*
 * Likewise for what is written on plates and papers: only blanks go, all
 * dashes become "-", letters become capitals, composed (NFC), and the letters
 * of Cyrillic and Greek that look like Latin ones become these: plates have no
 * others (Convention on Road Traffic, Vienna 1968, annex 2), and a keyboard
 * gives now one, now the other. False also if it is not UTF-8.
 */
bool squeeze_letters(const char *text, char *out, size_t size);

#endif
