/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_counts.h - how much there is of each kind, how much of it overdue and in which
 * status; each number opens the list of just those. */
#ifndef UI_VIEW_COUNTS_H
#define UI_VIEW_COUNTS_H

#include "ui/view.h"

/* False, and it is said why, when it cannot be read. */
bool view_counts_open(struct app *app);

extern const struct command view_counts_commands[];

#endif
