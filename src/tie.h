/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tie.h - what has to do with a person: the person's own record, what names them in
 * a field or a part of it, and what is linked to them. Whoever is to be protected
 * covers all of that (hit_rule.h): a victim's account, the exhibit that was taken
 * from a witness, the telephone that an informant uses. */
#ifndef SRC_TIE_H
#define SRC_TIE_H

#include <stdbool.h>

#include "base/err.h"
#include "db/entry.h"
#include "db/tie.h"
#include "src/record.h"

/*
 * Write what a record or part says, which was just written. To changed are added the
 * records, maybe itself, that came under a shield or out of one. Within a
 * transaction.
 */
bool tie_write(struct db *db, const struct record *r, const struct db_entry *e,
	struct db_rids *changed, struct err *err);

/* Is just that there? */
bool tie_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err);

#endif
