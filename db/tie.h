/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tie.h - which records have to do with which persons, so that a person who is to
 * be protected covers them all: derived from the records (src/tie.h). */
#ifndef DB_TIE_H
#define DB_TIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

struct db_tie {
	int64_t rid;		/* of the record */
	int64_t person;		/* rid */
	bool shields;		/* nobody is told that the record is there */
};

/* Numbers of records, ascending; owned. Begins as { 0 }. */
struct db_rids {
	int64_t *all;
	size_t n, room;
};
void db_rids_clear(struct db_rids *set);

/*
 * Make these, ordered by rid and person, what via says. To changed are added the
 * records that a shield was put over or taken from by it. Within a transaction.
 */
bool db_tie_put(struct db *db, int64_t via, const struct db_tie *ties, size_t n,
	struct db_rids *changed, struct err *err);

/* Are they? */
bool db_tie_same(struct db *db, int64_t via, const struct db_tie *ties,
	size_t n, bool *same, struct err *err);

/* The person shields all that they have to do with, or no longer; to changed are
 * added the records for which that is new. */
bool db_tie_shield(struct db *db, int64_t person, bool shields,
	struct db_rids *changed, struct err *err);

/* Is there a shield over the record? */
bool db_tie_is_shielded(struct db *db, int64_t rid, bool *shielded,
	struct err *err);

#endif
