/* SPDX-License-Identifier: GPL-3.0-or-later */
/* told.h - what of that which waits for somebody they have seen, and is done with for
 * them: kept in STORE.local, where nobody else hears of it. */
#ifndef SRC_TOLD_H
#define SRC_TOLD_H

#include <stdbool.h>

#include "base/err.h"
#include "db/entry.h"
#include "db/wait.h"
#include "src/session.h"

/* Was it: by the viewer, or, of what a party is told as a whole, by anybody of it?
 * What is no comment and nothing that is told is never seen only. */
bool told_seen(struct session *s, const struct db_wait *w, bool *seen,
	struct err *err);

/* The viewer has seen the comment, which waits since then (ms UTC), whatever a clock
 * that was set back says. Fails READ_ONLY where nothing can be kept. */
bool told_mark(struct session *s, const struct db_entry *e, int64_t since,
	struct err *err);

/* The viewer has read the record as it is now: what they and their party were told of
 * it is done with, that it was shared, changed, erased. Of the notice alone, just that.
 * Nothing is written where nothing was told. Within a read. */
bool told_read(struct session *s, const struct db_entry *e, struct err *err);

#endif
