/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clean.h - the one sanitiser: text from outside made harmless for a terminal,
 * a log or any other output that is read as text (invariant I6). */
#ifndef BASE_CLEAN_H
#define BASE_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum clean_flags {
	CLEAN_ASCII = 1 << 0,	/* stand-ins in ASCII: <RLO>, \n; other non-ASCII is kept as '?' */
	CLEAN_LINES = 1 << 1,	/* keep line feeds (long text); else they show as a sign */
	CLEAN_LIST = 1 << 2,	/* leave zero-width characters out instead of naming them */
};

/*
 * Append len bytes of text, made harmless: C0, DEL, C1 and invalid UTF-8 as
 * \x1b; bidi controls as ⟨RLO⟩; zero-width characters as ⟨ZW⟩ or left out; tags,
 * lone variation selectors, private use and noncharacters as ⟨U+E0041⟩; at most
 * four combining marks on a base; line breaks as ␊, tabs as one space. The
 * output is valid UTF-8 of printable code points (and LF with CLEAN_LINES).
 * Returns true when something was hidden or replaced.
 */
bool clean_text(struct strbuf *out, const char *text, size_t len, unsigned flags);

#endif
