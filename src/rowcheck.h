/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rowcheck.h - a record in its tables held against what it should be: directory,
 * every column of its row, search index. */
#ifndef SRC_ROWCHECK_H
#define SRC_ROWCHECK_H

#include <stdbool.h>

#include "base/err.h"
#include "db/entry.h"
#include "src/act.h"
#include "src/record.h"

/*
 * What the entries of a record make of it, whose line in the directory is e.
 * Reference fields of the header are uids: HEADER_CASE, HEADER_OF. leaf is the
 * newest entry. CHECK when the entries do not follow one another, or a value
 * is gone that no later one erased. The caller clears *r.
 */
bool rowcheck_fold(struct db *db, const struct db_entry *e, struct record *r,
	char leaf[ACT_LEAF_SIZE], struct err *err);

/* A record as rowcheck_fold would give it, from the tables of db. */
bool rowcheck_load(struct db *db, const struct db_entry *e, struct record *r,
	struct err *err);

/*
 * Do the tables hold r where the directory's line is e? CHECK: "table T: what",
 * naming the column and the entry, never a value or a ref, which not everybody
 * may see who may verify.
 */
bool rowcheck_holds(struct db *db, const struct db_entry *e,
	const struct record *r, const char leaf[ACT_LEAF_SIZE],
	struct err *err);

#endif
