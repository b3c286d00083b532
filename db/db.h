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
	DB_READER,	/* never writes; also where the medium is read-only */
	DB_MAINTENANCE,	/* verify, rebuild, backup: no statement timer; where
			 * the medium is read-only, a reader (D17) */
};

/* Belongs to the thread that opened it, and is not to cross a fork. */
struct db;

/*
 * Make a new store with the newest schema, readable by its owner alone, and
 * open it with DB_SESSION. It is made aside and moved into place, so there is a
 * whole one or none. CANNOT_CREATE if path exists (also as a dangling link).
 * ":memory:" makes a private store in memory (tests).
 */
bool db_create(struct db **db, const char *path, struct err *err);

/*
 * Open an existing store. NO_FILE; DAMAGED: a foreign or broken file, which is
 * not touched; TOO_NEW; READ_ONLY: the file or its folder cannot be written,
 * and profile is DB_SESSION, or changes in STORE-wal would stay unread; BUSY;
 * IO: a hard link or a network file system, where locks do not hold. A
 * symbolic link leads to the same lock as the store itself. An older store is
 * migrated first, all steps in one transaction, after a checked copy beside it
 * (STORE.before-vN); but not by a reader: READ_ONLY.
 */
bool db_open(struct db **db, const char *path, enum db_profile profile,
	struct err *err);

/*
 * Rolls back what was begun. All cursors are closed before. The last to leave
 * folds the WAL into the file if it may write and the writer lock comes within
 * a second (at once, if it has written nothing itself). NULL is fine.
 */
void db_close(struct db *db);

/* The resolved path: what lies beside the store is named after it. Borrowed
 * until db_close. */
const char *db_path(const struct db *db);
bool db_is_read_only(const struct db *db);

/* Is the medium itself not to be written, so that it was opened as immutable? */
bool db_is_immutable(const struct db *db);

/* SQLite's version if it needs naming (before 3.51.3, D17): "3.40.1"; or
 * NULL. */
const char *db_old_sqlite(void);

/* SQLite's version, "3.46.1". */
const char *db_sqlite(void);

/*
 * One write transaction: the writer lock (flock on STORE.lock, at most 5 s,
 * then BUSY), then BEGIN IMMEDIATE. They do not nest, and nothing is written
 * outside of one. A db_commit that fails has rolled back. db_rollback never
 * fails; it is a no-op outside a transaction.
 */
bool db_begin(struct db *db, struct err *err);

/* Is the file still what its path names? What is written to one that is gone would
 * be gone with it, so that db_begin asks. NO_FILE if not. */
bool db_is_in_place(struct db *db, struct err *err);
bool db_commit(struct db *db, struct err *err);
void db_rollback(struct db *db);

/* Is this connection between db_begin and its end? */
bool db_is_writing(const struct db *db);

/*
 * One read transaction: all that is read until db_read_end is of one moment.
 * Keep it short: while it lasts the WAL only grows. They nest, and within a
 * write transaction they are no-ops; a write transaction does not begin in
 * one.
 */
bool db_read_begin(struct db *db, struct err *err);
void db_read_end(struct db *db);

/* A number that grows when another connection, or this one, has committed. */
int64_t db_stamp(struct db *db);

/* Fold the WAL into the file and cut it, under the writer lock. BUSY if
 * readers do not let it within half a second. */
bool db_checkpoint(struct db *db, struct err *err);

/* Make the file anew of what is in it now (VACUUM) and fold the WAL in, so that no
 * byte of what was deleted is left in either (decisions.md D17). BUSY as above. */
bool db_scrub(struct db *db, struct err *err);

/* SQLite's own checks: integrity_check and foreign_key_check. The first finding
 * is the error (CHECK). */
bool db_check(struct db *db, struct err *err);

/* Statements stepped to their end and rows read so far, for tests and bench. */
struct db_count {
	int64_t statements;
	int64_t rows;
};
void db_counts(const struct db *db, struct db_count *count);

#endif
