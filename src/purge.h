/* SPDX-License-Identifier: GPL-3.0-or-later */
/* purge.h - after an erasure: the files of a store without the bytes that were
 * deleted in them, now or when the store is next opened (decisions.md D17). */
#ifndef SRC_PURGE_H
#define SRC_PURGE_H

#include <stdbool.h>

#include "base/err.h"
#include "src/erased.h"
#include "src/store.h"

/*
 * Take up what STORE.erased says is not finished: write store and STORE.local anew and
 * cut their WALs, then say there that it is done. Nothing is done where nothing is
 * pending. BUSY: somebody reads what was there before; IO: no room, and what else a
 * file can fail with. What is left to do stays noted.
 */
bool purge_finish(struct store *s, struct err *err);

/*
 * The list as it counts: of an erasure that was cut short before it was committed
 * nothing is left in it. Within a transaction, or with nobody else at work.
 */
bool purge_settle(struct db *db, struct erased *list, struct err *err);

/* Has the record or part of a line an entry of its act? */
bool purge_was_done(struct db *db, const struct erased_line *line, bool *done,
	struct err *err);

/* Clean a store that is still being made, which nobody has open. */
bool purge_new(const char *path, struct err *err);

#endif
