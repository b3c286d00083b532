/* SPDX-License-Identifier: GPL-3.0-or-later */
/* due.h - the dates of a case that ask for something, and those on which something
 * took place, in one order across all kinds: derived from the records (src/due.h),
 * one row a date. */
#ifndef DB_DUE_H
#define DB_DUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/err.h"
#include "db/db.h"

enum db_due_what {
	DB_DUE_ASKS,		/* somebody is to act by then */
	DB_DUE_PASSES,		/* it is over when it is past, and never overdue */
	DB_DUE_TOOK,		/* something took place; nothing is asked */
};

struct db_due {
	int64_t owner;		/* rid of the record */
	int64_t rid;		/* of the part that has the date, or the owner's */
	int field;		/* permanent id */
	int what;		/* enum db_due_what */
	char whose[12];		/* code of the party that acts; "": everybody's */
	char at[DATE_KEY_SIZE];	/* its sort key */
};

/* Make these the dates of a record, ordered by rid and field. Nothing is written
 * if they are. Within a transaction. */
bool db_due_put(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_due *dues, size_t n, struct err *err);

/* Are they? */
bool db_due_same(struct db *db, int64_t owner, int64_t audience_id,
	const struct db_due *dues, size_t n, bool *same, struct err *err);

struct db_due_query {
	const int64_t *audiences;
	size_t n_audiences;
	const char *from;	/* sort key; "": the beginning */
	const char *until;	/* before this key; NULL: no end */
	const char *passes_from;	/* those that pass, only from this key on ... */
	const char *passes_within;	/* ... or that are a year or month of this */
	const char *whose;	/* of this party, and everybody's; NULL: all */
	size_t limit;
};

/* The earliest of these audiences in order, at most limit; the caller frees
 * *dues. */
bool db_due_find(struct db *db, const struct db_due_query *q,
	struct db_due **dues, size_t *n, struct err *err);

/* A place in the order, which need not be one of a row. */
struct db_due_place {
	char at[DATE_KEY_SIZE];
	int64_t owner, rid;
	int field;
};

/*
 * Those of these audiences of whatever sort that stand behind a place, or
 * (backward) before it, the nearest first, at most limit; the caller frees *dues.
 */
bool db_due_from(struct db *db, const int64_t *audiences, size_t n_audiences,
	const struct db_due_place *place, bool backward, size_t limit,
	struct db_due **dues, size_t *n, struct err *err);

/* All of one record, by part and field; the caller frees *dues. */
bool db_due_of(struct db *db, int64_t owner, struct db_due **dues, size_t *n,
	struct err *err);

#endif
