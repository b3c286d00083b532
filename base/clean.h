/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clean.h - the one sanitiser: text from outside made harmless for a terminal,
 * a log or any other output that is read as text (invariant I6). */
#ifndef BASE_CLEAN_H
#define BASE_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

enum clean_flags {
	CLEAN_ASCII = 1 << 0,	/* <RLO>, \n; the rest outside ASCII as '?' */
	CLEAN_LINES = 1 << 1,	/* keep line breaks, as LF (long text) */
	CLEAN_LIST = 1 << 2,	/* leave zero-width characters out unnamed */
};

/*
 * Append len bytes of text, made harmless:
 * - C0, DEL, C1 and stray bytes as \x1b; bidi controls as ⟨RLO⟩;
 * - zero-width characters as ⟨ZW⟩ or left out, but joiners stay between letters
 *   of scripts that need them (Arabic, Indic);
 * - tags, private use, noncharacters, what this version of Unicode lacks, other
 *   format controls and blank letters as ⟨U+E0041⟩;
 * - a variation selector stays right behind a base, else ⟨U+FE0F⟩;
 * - the first four marks on a base; a mark without base gets a dotted circle;
 * - line breaks (CR LF is one) as ␊ or LF, a tab as one space.
 * The output is valid UTF-8 of printable code points, and LF with CLEAN_LINES;
 * cleaning it once more changes nothing. Returns true when something was
 * hidden or replaced that a tab, a line break or an ASCII '?' is not.
 */
bool clean_text(struct strbuf *out, const char *text, size_t len,
	unsigned flags);

/*
 * Is cp one that no reader sees as itself (control, bidi, zero width, selector,
 * tag, line separator, private use, unassigned ...)? -1 is one, too.
 */
bool clean_hides(int32_t cp);

#endif
