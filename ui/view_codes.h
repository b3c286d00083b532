/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_codes.h - the code points of a value, one by one: what a text is really made
 * of, whatever it looks like (tui.md 4.9). */
#ifndef UI_VIEW_CODES_H
#define UI_VIEW_CODES_H

#include "ui/view.h"

/* Show those of a text, which is copied. */
void view_codes_open(struct app *app, const char *text);

extern const struct command view_codes_commands[];

#endif
