/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sharing.h - the acts of sharing: the calls desk_share and desk_unshare. */
#ifndef SRC_SHARING_H
#define SRC_SHARING_H

#include "src/act.h"
#include "src/desk_share.h"
#include "src/session.h"
#include "src/share_rule.h"

bool sharing_give(struct session *s, const struct desk_sharing *ask,
	struct desk_acted *a, struct err *err);
bool sharing_take(struct session *s, const struct desk_sharing *ask,
	struct desk_unshared *a, struct err *err);

/* Within an act: add a share part, whose values are as inside, to the record e, and
 * make its audience anew. */
bool sharing_write(struct act *a, const struct db_entry *e, struct record *part,
	char leaf[ACT_LEAF_SIZE], struct err *err);

/* Within an act: the record e, which had this audience, is no more for this other
 * party: those of it who had it are told why and asked to give it back. */
bool sharing_want_back(struct act *a, struct session *s, const struct db_entry *e,
	const struct share_whom *w, const struct db_audience *had,
	const char *reason, struct err *err);

#endif
