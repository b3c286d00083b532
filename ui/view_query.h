/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_query.h - the whole question of a list: which records, in which order; to be
 * asked once, or kept under a name. */
#ifndef UI_VIEW_QUERY_H
#define UI_VIEW_QUERY_H

#include "ui/listing.h"

/* Over the list, beginning from what it shows. */
void view_query_open(struct listing *l);

extern const struct command view_query_commands[];

#endif
