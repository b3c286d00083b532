/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase.h - what the law orders erased, out of the file: values of the log with the
 * salts that commit to them, and what SQLite and FTS5 keep of deleted rows
 * (design.md I4, decisions.md D17). */
#ifndef DB_ERASE_H
#define DB_ERASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* A value that the log keeps of a record. */
struct db_erasable {
	int field;	/* permanent id */
	char *value;	/* owned; NULL: an entry cleared it */
};

/* All of a record, of whatever entry, each once: by field, then by value. The
 * caller frees them with db_erasable_free. */
bool db_erase_list(struct db *db, int64_t rid, struct db_erasable **list,
	size_t *n, struct err *err);
void db_erasable_free(struct db_erasable *list, size_t n);

/* Delete value and salt of a field in every entry on a record. Within a
 * transaction. */
bool db_erase_field(struct db *db, int64_t rid, int field, struct err *err);

/* Merge the search tables into one piece: until then FTS5 keeps deleted words
 * twice, once as the mark that deletes them. Within a transaction, after all that
 * writes to them. */
bool db_erase_words(struct db *db, struct err *err);

/*
 * Write the file anew without what was deleted (VACUUM), under the writer lock; it
 * needs the room of the file beside it for a while. What it was stands in the WAL
 * and the file until db_checkpoint is through. db was opened for DB_MAINTENANCE.
 */
bool db_erase_residue(struct db *db, struct err *err);

#endif
