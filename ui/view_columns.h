/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_columns.h - which fields a list shows, in which order and how wide: a choice
 * that the list behind it follows at once. */
#ifndef UI_VIEW_COLUMNS_H
#define UI_VIEW_COLUMNS_H

#include "ui/listing.h"

/* Choose the columns of the list, which stays below. */
void view_columns_open(struct listing *l);

extern const struct command view_columns_commands[];

#endif
