/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_glance.h - the case at a glance: how much there is of what, what is due,
 * what was changed last, what was begun and not saved. */
#ifndef UI_VIEW_GLANCE_H
#define UI_VIEW_GLANCE_H

#include "ui/view.h"

struct view *view_glance_new(struct app *app);

extern const struct command view_glance_commands[];

#endif
