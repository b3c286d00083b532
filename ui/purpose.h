/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purpose.h - why a record that is restricted is opened, and why records go out: asked
 * for in one line. */
#ifndef UI_PURPOSE_H
#define UI_PURPOSE_H

#include "ui/app.h"

/* Ask why, over the view at the top, and open the record with the answer. */
void purpose_ask(struct app *app, const char *ref);

/*
 * Ask why records go into a file, over the view at the top, which is told the text:
 * nothing, if what the case is about is the reason. Esc leaves all as it was. Again,
 * when that was refused because of what is among them.
 */
void purpose_ask_export(struct app *app, bool again, bool (*given)(struct view *owner,
	const char *text, struct err *err));

#endif
