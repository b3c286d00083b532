/* SPDX-License-Identifier: GPL-3.0-or-later */
/* roster.h - all parties, or all members, of a case, one after another: they are few,
 * and all are in the audience of the case itself. */
#ifndef SRC_ROSTER_H
#define SRC_ROSTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "db/entry.h"
#include "src/record.h"

/* One of them, as inside; false: that was the last that is wanted. */
typedef bool (*roster_fn)(void *arg, const struct db_entry *e,
	const struct record *r);

/* Those of kind member or party, also who has left, newest first. */
bool roster_each(struct db *db, const struct kind *k, int64_t case_id, roster_fn each,
	void *arg, struct err *err);

#endif
