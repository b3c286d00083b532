/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_ask.h - one line of text is asked for, over the view that asks. */
#ifndef UI_VIEW_ASK_H
#define UI_VIEW_ASK_H

#include "ui/view.h"

/*
 * Ask, beginning with a text; hint says what would be accepted. answered is told
 * the text after the question is off the stack; false, and a sentence in *err,
 * asks once more.
 */
void view_ask_open(struct app *app, const char *title, const char *text,
	const char *hint, bool (*answered)(struct view *owner, const char *text,
	struct err *err));

extern const struct command view_ask_commands[];

#endif
