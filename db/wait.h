/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wait.h - what waits for whom in a case, whatever kind it is of: derived from the
 * records (src/wait.h), one row for each thing and each who is waited for. */
#ifndef DB_WAIT_H
#define DB_WAIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "db/entry.h"

enum { DB_WAIT_CODE_SIZE = 12 };

struct db_wait {
	int64_t owner;		/* rid of the record */
	int64_t rid;		/* of the part that asks, or the owner's */
	int what;		/* enum wait_what of src/wait.h */
	char whom[DB_WAIT_CODE_SIZE];	/* code of the party that it waits for */
	char member[DB_REF_SIZE];	/* whom of it: a ref, or a mark of src/wait.h */
	char asker[DB_WAIT_CODE_SIZE];	/* code of the party that waits */
	int64_t since;		/* ms UTC */
};

/* Make these what waits on a record. Nothing is written if they are. Within a
 * transaction; waits are put in the order of the table (db_wait_sort). */
bool db_wait_put(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_wait *waits, size_t n, struct err *err);

/* Are they? */
bool db_wait_same(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_wait *waits, size_t n, bool *same, struct err *err);

/* Bring the waits of one record into the order in which they are compared, and drop
 * those that say the same as another; returns how many are left. */
size_t db_wait_sort(struct db_wait *waits, size_t n);

/* What waits on one record, in the order of the table; the caller frees *waits. */
bool db_wait_of(struct db *db, int64_t owner, struct db_wait **waits, size_t *n,
	struct err *err);

struct db_wait_query {
	const int64_t *audiences;
	size_t n_audiences;
	const char *whom;
	const char *member;	/* to whom of it; NULL: then asker is given */
	const char *asker;
	bool newest;		/* of a member: the latest instead of the oldest */
	size_t limit;
};

/* Those of these audiences that have waited longest (or are the newest), in order, at
 * most limit; the caller frees *waits. */
bool db_wait_find(struct db *db, const struct db_wait_query *q,
	struct db_wait **waits, size_t *n, struct err *err);

/* How many there are, at most limit in each audience, and since when the oldest has
 * waited (0 when there is none). */
bool db_wait_count(struct db *db, const struct db_wait_query *q, int64_t *n,
	int64_t *oldest, struct err *err);

#endif
