/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo.h - an act taken back as a whole (decisions.md D9): new entries with the old
 * values, in an act of its own. What was added is retracted, what was retracted
 * comes back. The undo of an undo does it again. */
#ifndef SRC_UNDO_H
#define SRC_UNDO_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/session.h"

/* The call of the door. */
bool undo_act(struct session *s, const struct desk_undo *ask,
	struct desk_history *a, struct err *err);

#endif
