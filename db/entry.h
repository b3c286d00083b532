/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry.h - the directory: a line for every record and part of any kind, the
 * target of links and parts (decisions.md D7). Written by row.h. */
#ifndef DB_ENTRY_H
#define DB_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

enum { DB_UID_SIZE = 40, DB_REF_SIZE = 48 };

struct db_entry {
	int64_t rid;
	char uid[DB_UID_SIZE];
	int kind;
	int64_t case_id;	/* rid of the casefile; 0: the store's own */
	char ref[DB_REF_SIZE];	/* "" for hidden kinds */
	int64_t audience_id;	/* 0 for parts: they follow their record */
	int64_t parent;		/* rid, 0 for none */
};

/* Look up a line. NOT_FOUND. */
bool db_entry_of_rid(struct db *db, int64_t rid, struct db_entry *e,
	struct err *err);
bool db_entry_of_uid(struct db *db, const char *uid, struct db_entry *e,
	struct err *err);
bool db_entry_of_ref(struct db *db, int64_t case_id, const char *ref,
	struct db_entry *e, struct err *err);

/* One after another, for verify: the first with a rid above; *found is false at
 * the end. */
bool db_entry_after(struct db *db, int64_t above, struct db_entry *e,
	bool *found, struct err *err);

#endif
