/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_help.h - what can be done in a view: its commands, to read and to run. */
#ifndef UI_VIEW_HELP_H
#define UI_VIEW_HELP_H

#include "ui/view.h"

/* Show the commands of v, those that do not apply now with the reason. */
void view_help_open(struct app *app, struct view *v);

#endif
