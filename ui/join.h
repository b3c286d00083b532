/* SPDX-License-Identifier: GPL-3.0-or-later */
/* join.h - two versions of a text joined into one, line by line, by the text that
 * both began from. */
#ifndef UI_JOIN_H
#define UI_JOIN_H

#include <stddef.h>

#include "base/strbuf.h"

/*
 * Append a text that has what each side changed of base; where both changed the same
 * place, the lines of mine and then those of theirs. Returns how many such places
 * there are.
 */
size_t join_texts(const char *base, const char *mine, const char *theirs,
	struct strbuf *out);

#endif
