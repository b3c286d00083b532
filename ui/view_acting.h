/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_acting.h - in a training store: a choice of whom to be. */
#ifndef UI_VIEW_ACTING_H
#define UI_VIEW_ACTING_H

#include "ui/app.h"

/* Let one be chosen; all views are left then, and the first screen is theirs. In
 * other stores it is said that there is no such thing. */
void view_acting_open(struct app *app);

#endif
