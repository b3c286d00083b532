/* SPDX-License-Identifier: GPL-3.0-or-later */
/* due.h - which dates of a record ask for something: those of its fields, and of
 * its parts', that are flagged DUE or PASSES, while it is open; and on which
 * something took place: those flagged TOOK, for ever. Derived from
 * the record alone, like its words; the calendar is read from them. */
#ifndef SRC_DUE_H
#define SRC_DUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "db/entry.h"
#include "src/record.h"

/*
 * Open is what has none of its kind's closed statuses and is not void. The days
 * on which a record is to be reviewed or erased hold for closed ones too. A
 * date is done with when the field that field.done names is there; those of an
 * exhibit when it was returned or destroyed. A person without a category is due to
 * get one (person_clarify_by); that date stands under the field "created". One whose
 * proceedings are over is due to be erased since that day (person_over_on).
 */

/* Write them, or, of a part, those of its record. Within a transaction. */
bool due_write(struct db *db, const struct record *r, const struct db_entry *e,
	struct err *err);

/* The date in a field of a record or part with this rid, or, where it follows from a
 * category, that one; the caller frees. NULL: there is none any more. */
char *due_text(struct db *db, int64_t rid, const struct record *r, size_t index);

/* Are just those of r there, where the directory's line is e? */
bool due_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err);

#endif
