/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask_conduct.h - what of an ask (ask.h) other acts need. */
#ifndef SRC_ASK_CONDUCT_H
#define SRC_ASK_CONDUCT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/act.h"

/* The slot of the party that is asked, as a mask: it and the party that asks are the
 * audience of an ask (audience.h). */
uint64_t ask_slots(struct db *db, const struct record *r);

/*
 * Ask in the course of another act what the program itself asks ("return", "hit"):
 * r holds what, about, to_party and purpose as inside. The author is the act's.
 */
bool ask_open(struct act *a, int64_t case_id, struct record *r, struct err *err);

/*
 * Tell a party of what it received: "corrected" (Directive (EU) 2016/680, art. 7(3))
 * or "erased" (art. 16(6)). r holds what, to_party, purpose (which record, what of
 * it; nothing of what was erased) and, while there is one, about, as inside. What is
 * told of a record once more is the same notice, new to all who saw it.
 */
bool ask_tell(struct act *a, int64_t case_id, struct record *r, struct err *err);

#endif
