/* SPDX-License-Identifier: GPL-3.0-or-later */
/* para.h - text in lines of a width, for plain output. */
#ifndef UI_PARA_H
#define UI_PARA_H

#include "base/strbuf.h"

enum { PARA_WIDTH = 80 };	/* where no terminal says another */

/*
 * Append text, which is clean (base/clean.h) and may hold line feeds, broken at
 * blanks so that no line is longer than width columns; the first line goes on
 * at column indent, those after it begin with indent blanks. A word that does
 * not fit a line stays whole, for it may be a number that is copied. Ends with
 * a line feed.
 */
void para_put(struct strbuf *out, const char *text, int indent, int width);

/* Append blanks until text of `used` columns fills `width`. */
void para_pad(struct strbuf *out, int used, int width);

#endif
