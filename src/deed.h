/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deed.h - an act of who sits at a session, from the lock to its end. */
#ifndef SRC_DEED_H
#define SRC_DEED_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/desk.h"
#include "src/intake.h"
#include "src/session.h"

/*
 * Begin it (act_begin). Nothing is to be read before: what is checked under the lock
 * is what is written, and the author is whoever the viewer is by then. draft: its
 * id, or NULL. On failure nothing is begun.
 */
bool deed_begin(struct act *act, struct session *s, const char *draft,
	struct err *err);

/* End it: committed if all went well, else undone. Returns whether it stands. */
bool deed_end(struct act *act, struct session *s, bool ok, struct err *err);

/* What an act on one record says when it is done; of its entry leaf. */
void deed_answer(struct intake *in, const char *leaf, struct desk_acted *a);

#endif
