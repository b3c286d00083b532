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

struct db_tree {
	int64_t tree;
	char log_id[40];	/* uuid */
	int64_t case_id;	/* 0 for the store's */
	struct merkle merkle;	/* size and peaks */
	char *checkpoint;	/* owned; the newest signed one, or NULL */
	char *verifier;		/* owned; verifier line of its key, or NULL */
};

bool db_log_tree_add(struct db *db, const char *log_id, int64_t case_id,
	int64_t *tree, struct err *err);
bool db_log_tree_get(struct db *db, int64_t tree, struct db_tree *t, struct err *err);
bool db_log_tree_of_case(struct db *db, int64_t case_id, int64_t *tree, struct err *err);
bool db_log_tree_put(struct db *db, const struct db_tree *t, struct err *err); /* merkle, root, checkpoint, verifier */
void db_tree_clear(struct db_tree *t);
bool db_log_trees(struct db *db, int64_t *n, struct err *err);	/* they are 0 .. n-1 */

/* One entry: its bytes, and the record that it is about. */
bool db_log_append(struct db *db, int64_t tree, int64_t seq, int64_t rid,
	const void *data, size_t len, struct err *err);
/* value NULL: the entry cleared the field. */
bool db_log_value_put(struct db *db, int64_t tree, int64_t seq, int field,
	const uint8_t salt[16], const char *value, struct err *err);

/* Entries of a tree in order (from seq), or of one record in order. Borrowed until the
 * next step; ends as db_cursor_next does. */
struct db_log_cursor;
bool db_log_scan(struct db *db, int64_t tree, int64_t from,
	struct db_log_cursor **c, struct err *err);
bool db_log_of_record(struct db *db, int64_t rid, struct db_log_cursor **c,
	struct err *err);
/* Entries of a tree newest first, below seq (INT64_MAX: all). */
bool db_log_newest(struct db *db, int64_t tree, int64_t below,
	struct db_log_cursor **c, struct err *err);

struct db_log_row {
	int64_t tree, seq, rid;
	const uint8_t *data;
	size_t len;
};
bool db_log_next(struct db_log_cursor *c, struct db_log_row *row, struct err *err);
void db_log_cursor_close(struct db_log_cursor *c);

/* Values of an entry by field id; salt and text borrowed until the next call. *found false: none (erased). */
bool db_log_value(struct db *db, int64_t tree, int64_t seq, int field,
	const uint8_t **salt, const char **value, size_t *len, bool *found,
	struct err *err);

#endif
