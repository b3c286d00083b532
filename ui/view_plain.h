/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_plain.h - what is shown as plain lines from the left edge on, to be selected by
 * hand with the mouse of the terminal. */
#ifndef UI_VIEW_PLAIN_H
#define UI_VIEW_PLAIN_H

#include "ui/view.h"

/* Take what the screen shows now. */
void view_plain_open(struct app *app);

extern const struct command view_plain_commands[];

#endif
