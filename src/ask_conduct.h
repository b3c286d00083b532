/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask_conduct.h - what of an ask (ask.h) other acts need. */
#ifndef SRC_ASK_CONDUCT_H
#define SRC_ASK_CONDUCT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/act.h"

/* Let those whom it is put to (ask_asked) into a: they and the party that asks are
 * the audience of an ask (audience.h). */
void ask_add_asked(struct db *db, const struct record *r, struct db_audience *a);

/*
 * Ask in the course of another act what the program itself asks ("return", "hit"):
 * r holds what, about, to_party (of one member of it to_member, too) and purpose as
 * inside. The author is the act's.
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
