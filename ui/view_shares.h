/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_shares.h - who has a record, who saw it, what was asked about it; from there it
 * is given, taken back and asked for. */
#ifndef UI_VIEW_SHARES_H
#define UI_VIEW_SHARES_H

#include "ui/app.h"

/* False, and it is said why, when it cannot be read. */
bool view_shares_open(struct app *app, const char *ref);

extern const struct command view_shares_commands[];

#endif
