/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linktell.h - edges as the door tells them. */
#ifndef SRC_LINKTELL_H
#define SRC_LINKTELL_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/edge.h"

/* Tell an edge that is read from near; depth as in desk_link. Clear *a on failure
 * too: it may be half filled. */
bool linktell(struct store *s, const struct db_entry *near,
	const struct edge *edge, struct desk_link *a, struct err *err);

/* Whatever names a record in a list, of an account that has no other name its
 * number; NULL: nothing that is there. The caller has seen that it is visible. */
bool linktell_title(struct store *s, const struct db_entry *e, char **title,
	struct err *err);

void linktell_clear(struct desk_link *a);

/* The newest links of a record, into an item that has none yet. */
bool linktell_item(struct store *s, const struct viewer *v,
	const struct db_entry *e, struct desk_item *item, struct err *err);

#endif
