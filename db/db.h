/* SPDX-License-Identifier: GPL-3.0-or-later */
/* db.h - one connection to a case store and its transactions. The store is
 * STORE (SQLite, WAL); beside it lie STORE.lock, STORE.local, STORE.key. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* "LIAI"; application_id of every store. */
#define DB_APPLICATION_ID 0x4C494149

enum db_profile {
	DB_SESSION,	/* a person at work: reads and short writes */
	DB_READER,	/* query_only; also where the medium is read-only (D17) */
	DB_MAINTENANCE,	/* verify, rebuild, backup: no statement timer */
};

struct db;

/*
 * Make a new store with the newest schema; CANNOT_CREATE if path exists. Opens
 * it with DB_SESSION. ":memory:" makes a private store in memory (tests).
 */
bool db_create(struct db **db, const char *path, struct err *err);

/*
 * Open an existing store: NO_FILE, DAMAGED (foreign or broken file), TOO_NEW,
 * READ_ONLY, BUSY. An older store is migrated first, all steps in one
 * transaction, after a verified copy beside it (not with DB_READER: READ_ONLY
 * then). Refused: a path through a hard link, a network file system.
 */
bool db_open(struct db **db, const char *path, enum db_profile profile,
	struct err *err);
void db_close(struct db *db);

const char *db_path(const struct db *db);
bool db_is_read_only(const struct db *db);

/* Does SQLite's version need naming (before 3.51.3, D17)? "3.40.1", or NULL. */
const char *db_old_sqlite(void);

/*
 * One write transaction: the writer lock (flock on STORE.lock, at most 5 s, then
 * BUSY), then BEGIN IMMEDIATE. They do not nest. db_rollback never fails; it is
 * a no-op outside a transaction.
 */
bool db_begin(struct db *db, struct err *err);
bool db_commit(struct db *db, struct err *err);
void db_rollback(struct db *db);

/* One read transaction: everything read until db_read_end is of one moment. They nest, and within a
 * write transaction they are no-ops. */
bool db_read_begin(struct db *db, struct err *err);
void db_read_end(struct db *db);

/* A number that changes when another connection, or this one, committed. */
int64_t db_stamp(struct db *db);

/* Fold the WAL into the file and cut it, under the writer lock. */
bool db_checkpoint(struct db *db, struct err *err);

/* SQLite's own checks: integrity_check and foreign_key_check. The first finding
 * is the error (CHECK). */
bool db_check(struct db *db, struct err *err);

/* Statements stepped to completion and rows read so far, for tests and bench. */
struct db_count {
	int64_t statements;
	int64_t rows;
};
void db_counts(const struct db *db, struct db_count *count);

#endif
