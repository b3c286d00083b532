/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xterm.c - see xterm.h. Sequences as in xterm's ctlseqs; 2026 is of the synchronized
 * output that several terminals agreed on, others skip it. */
#include "ui/xterm.h"

#include <stdio.h>
#include <string.h>

#include "base/clean.h"
#include "base/banned.h"

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";
static const char frame_on[] = "\033[?2026h", frame_off[] = "\033[?2026l";

enum { SMALL_FRAME = 512 };	/* bytes that no line tears apart */

void
xterm_init(struct xterm *x, const char *type, const char *enter)
{
	*x = (struct xterm){ 0 };
	/* Who has no other screen to leave has no private modes either. */
	x->known = enter && strstr(enter, "\033[?");
	if (!x->known)
		return;
	if (strstr(enter, "\033[22;"))
		x->keep_title = x->old_title = "";
	else if (type && strncmp(type, "tmux", 4) == 0) {
		x->keep_title = "\033[22;2t";
		x->old_title = "\033[23;2t";
	}
}

void
xterm_title(struct xterm *x, const char *title)
{
	struct strbuf clean = STRBUF_INIT;

	clean_text(&clean, title, strlen(title), CLEAN_ASCII);
	if (strncmp(x->title, clean.text, sizeof(x->title) - 1) != 0) {
		snprintf(x->title, sizeof(x->title), "%s", clean.text);
		x->has_title = false;
	}
	strbuf_clear(&clean);
}

/* What is new is told after the frame: the first one enters the screen. */
static void
put_modes(struct xterm *x, struct strbuf *out)
{
	if (!x->taken)
		strbuf_puts(out, paste_on);
	if (!x->taken && x->keep_title)
		strbuf_puts(out, x->keep_title);
	if (!x->has_title && x->keep_title && *x->title)
		strbuf_printf(out, "\033]2;%s\007", x->title);
	if (x->mouse != x->has_mouse)
		strbuf_puts(out, x->mouse ? mouse_on : mouse_off);
	x->taken = x->has_title = true;
	x->has_mouse = x->mouse;
}

void
xterm_frame(struct xterm *x, struct strbuf *frame)
{
	struct strbuf whole = STRBUF_INIT;

	if (!x->known)
		return;
	put_modes(x, frame);
	if (frame->len < SMALL_FRAME)
		return;
	strbuf_puts(&whole, frame_on);
	strbuf_add(&whole, frame->text, frame->len);
	strbuf_puts(&whole, frame_off);
	strbuf_clear(frame);
	*frame = whole;
}

void
xterm_leave(struct xterm *x, struct strbuf *out)
{
	if (!x->taken)
		return;
	strbuf_puts(out, paste_off);
	if (x->has_mouse)
		strbuf_puts(out, mouse_off);
	if (x->old_title)
		strbuf_puts(out, x->old_title);
	x->taken = x->has_mouse = x->has_title = false;
}
