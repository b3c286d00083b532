/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paste.h - a text that the terminal brought in one piece (bracketed paste). It is
 * kept as text: escape sequences and controls are taken out, and what of it a field,
 * a table or a note can hold is theirs to say. */
#ifndef UI_PASTE_H
#define UI_PASTE_H

#include <stddef.h>

#include "base/strbuf.h"

enum { PASTE_MAX = 1 << 20 };	/* bytes that are kept; no field holds more */

struct paste {
	struct strbuf text;	/* valid UTF-8 after paste_finish */
	size_t left_out;	/* bytes that came beyond PASTE_MAX */
};

#define PASTE_INIT { .text = STRBUF_INIT }

/* Free what came before; all zero and PASTE_INIT are a paste of nothing. */
void paste_reset(struct paste *p);

/* Add bytes as they came. */
void paste_add(struct paste *p, const void *bytes, size_t len);

/*
 * All has come: line ends become LF, tabs stay; escape sequences go as a whole,
 * other controls go, bytes that are no UTF-8 become U+FFFD. A string that a
 * sequence begins goes up to its end, or that of its line.
 */
void paste_finish(struct paste *p);

#endif
