/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purpose.h - why a record that is restricted is opened, or goes out: asked for in one
 * line. */
#ifndef UI_PURPOSE_H
#define UI_PURPOSE_H

#include "ui/app.h"

/* Ask why, over the view at the top, and open the record with the answer. */
void purpose_ask(struct app *app, const char *ref);

/*
 * Ask why such records go into a file, over the view at the top, which is told the
 * text: it gives it to purpose_state, and goes on. Esc leaves all as it was.
 */
void purpose_ask_export(struct app *app, bool (*given)(struct view *owner,
	const char *text, struct err *err));

/* Why whatever is opened from here on is opened. PURPOSE: the text says nothing. */
bool purpose_state(struct app *app, const char *text, struct err *err);

#endif
