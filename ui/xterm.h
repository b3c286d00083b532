/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xterm.h - what terminals of xterm's kind can do beside what curses asks of them:
 * pastes between marks, the mouse, the title, frames that are shown as a whole.
 * Knows the sequences, and no terminal: texts in, texts out. */
#ifndef UI_XTERM_H
#define UI_XTERM_H

#include <stdbool.h>

#include "base/strbuf.h"

struct xterm {
	bool known;		/* it is of that kind; to others nothing is sent */
	bool mouse;		/* is wanted */
	char title[64];		/* is wanted; empty: none */

	const char *keep_title, *old_title;	/* keep the title it has, bring it
				 * back; NULL: titles are left alone */
	bool taken, has_mouse, has_title;	/* as it was told */
};

/* By the name of its type and by how it enters a full screen (either may be
 * NULL). */
void xterm_init(struct xterm *x, const char *type, const char *enter);

/* The title from the next frame on; whatever it holds, it is harmless. */
void xterm_title(struct xterm *x, const char *title);

/* Make bytes of a frame the whole of what is sent: what changed of the above goes
 * with them, and a frame that a line could tear apart is bracketed. */
void xterm_frame(struct xterm *x, struct strbuf *frame);

/* Append what gives it back as it was; the next frame takes it again. */
void xterm_leave(struct xterm *x, struct strbuf *out);

#endif
