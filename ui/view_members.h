/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_members.h - who works in the case: its parties, each with its members. */
#ifndef UI_VIEW_MEMBERS_H
#define UI_VIEW_MEMBERS_H

#include "ui/app.h"

/* False, and it is said why, when it cannot be read. */
bool view_members_open(struct app *app);

extern const struct command view_members_commands[];

#endif
