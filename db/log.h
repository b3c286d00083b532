/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log.h - storage of the change log: trees, entries, values. What they mean and
 * how they are encoded is src/entry.h's and doc/log-format.md's. */
#ifndef DB_LOG_H
#define DB_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/merkle.h"
#include "db/db.h"

/* Number of the store's own tree; cases count from 1. */
enum { DB_LOG_STORE = 0 };

enum { DB_SALT_SIZE = 16 };

struct db_tree {
	int64_t tree;
	char log_id[40];	/* uuid */
	int64_t case_id;	/* 0 for the store's */
	struct merkle merkle;	/* size and peaks */
	uint8_t root[HASH_SIZE];	/* as stored; for reading only */
	char *checkpoint;	/* owned; the newest signed one, or NULL */
	char *verifier;		/* owned; verifier line of its key, or NULL */
};

/* A new, empty tree: the first one of a store is DB_LOG_STORE, the others count
 * on from there. RULE if log_id is taken. */
bool db_log_tree_add(struct db *db, const char *log_id, int64_t case_id,
	int64_t *tree, struct err *err);

/* NOT_FOUND. The caller clears *t with db_tree_clear. */
bool db_log_tree_get(struct db *db, int64_t tree, struct db_tree *t,
	struct err *err);

/* The tree of a case; NOT_FOUND. */
bool db_log_tree_of_case(struct db *db, int64_t case_id, int64_t *tree,
	struct err *err);

/* Write size, peaks, the root that follows from them, checkpoint and
 * verifier. */
bool db_log_tree_put(struct db *db, const struct db_tree *t, struct err *err);
void db_tree_clear(struct db_tree *t);

/* How many there are: they are 0 to below n. */
bool db_log_trees(struct db *db, int64_t *n, struct err *err);

/* One entry: its bytes, and the record that it is about. RULE if there is an
 * entry with this number. */
bool db_log_append(struct db *db, int64_t tree, int64_t seq, int64_t rid,
	const void *data, size_t len, struct err *err);

/* One value that the entry commits to; value NULL: the entry cleared it. */
bool db_log_value_put(struct db *db, int64_t tree, int64_t seq, int field,
	const uint8_t salt[DB_SALT_SIZE], const char *value, struct err *err);

/*
 * Entries of a tree in order (from seq), of one record in order of tree and
 * number, of a tree newest first (below seq; INT64_MAX: all). All cursors
 * are closed before the connection is.
 */
struct db_log_cursor;
bool db_log_scan(struct db *db, int64_t tree, int64_t from,
	struct db_log_cursor **c, struct err *err);
bool db_log_of_record(struct db *db, int64_t rid, struct db_log_cursor **c,
	struct err *err);
bool db_log_newest(struct db *db, int64_t tree, int64_t below,
	struct db_log_cursor **c, struct err *err);

/* An entry; data is borrowed until the next step. */
struct db_log_row {
	int64_t tree, seq, rid;
	const uint8_t *data;
	size_t len;
};

/* True while there is one. False at the end, with the code NONE in *err, and on
 * failure; err is not NULL, or the two look alike. */
bool db_log_next(struct db_log_cursor *c, struct db_log_row *row,
	struct err *err);
void db_log_cursor_close(struct db_log_cursor *c);	/* NULL is fine */

/*
 * A value of an entry by field id: *value is NULL and *len 0 if the entry
 * cleared it. Salt and text are borrowed until the next call with this db.
 * *found is false if there is none (erased).
 */
bool db_log_value(struct db *db, int64_t tree, int64_t seq, int field,
	const uint8_t **salt, const char **value, size_t *len, bool *found,
	struct err *err);

/* How many values an entry has: for verify, so that none is there that the
 * entry does not commit to. */
bool db_log_values(struct db *db, int64_t tree, int64_t seq, size_t *n,
	struct err *err);

#endif
