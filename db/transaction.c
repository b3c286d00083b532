/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transaction.c - db_begin to db_checkpoint of db.h: the one place where a
 * transaction begins and ends, and the writer lock with it. */
#include <assert.h>

#include "base/i18n.h"
#include "db/private.h"

#include "base/banned.h"

/* How long a checkpoint waits for readers, with the lock held. */
enum { CHECKPOINT_WAIT_MS = 500 };

/* ROLLBACK, whatever went before. */
static void
go_back(struct db *db)
{
	if (db->handle && !sqlite3_get_autocommit(db->handle)) {
		sqlite3_step(db->back);
		sqlite3_reset(db->back);
	}
}

/*
 * When memory or the disk fails a statement that FTS5 runs within one of ours,
 * SQLite rolls the transaction back while FTS5 is still at work, and FTS5 goes
 * on to keep what it has just failed to read (its totals, as 0) for the next
 * save to write. A transaction that it takes part in and that is rolled back
 * makes it forget.
 */
static bool
clear_doubt(struct db *db, struct err *err)
{
	if (!db->doubtful || !db->format->touch)
		return true;
	for (const char *const *sql = db->format->touch; *sql; sql++)
		if (!db_run(db, *sql, err))
			return false;
	go_back(db);
	if (!db_run(db, "BEGIN IMMEDIATE", err))
		return false;
	db->doubtful = false;
	return true;
}

bool
db_is_in_place(struct db *db, struct err *err)
{
	int moved = 0;

	if (sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_HAS_MOVED,
	    &moved) != SQLITE_OK || !moved)
		return true;
	return err_set(err, ERR_NO_FILE, _("The store was moved or replaced: "
		"nothing is saved now, drafts are kept"));
}

bool
db_begin(struct db *db, struct err *err)
{
	assert(!db->writing && db->reads == 0);
	if (db_is_read_only(db))
		return err_set(err, ERR_READ_ONLY,
			_("%s is open for reading only"), db->path);
	if (!db->lock.held && !db_lock_take(&db->lock, db_wait_ms, err))
		return false;
	go_back(db);	/* should an earlier one not have succeeded */
	if (!db_is_in_place(db, err) || !db_run(db, "BEGIN IMMEDIATE", err) || !clear_doubt(db, err)) {
		go_back(db);
		db_lock_drop(&db->lock);
		return false;
	}
	db->writing = true;
	return true;
}

bool
db_commit(struct db *db, struct err *err)
{
	bool ok;

	assert(db->writing);
	db->committing = true;
	ok = db_run(db, "COMMIT", err);
	db->committing = false;
	if (!ok) {
		db_rollback(db);
		return false;
	}
	db->writing = false;
	db->commits++;
	db_lock_drop(&db->lock);
	return true;
}

void
db_rollback(struct db *db)
{
	if (!db->writing)
		return;
	db->writing = false;
	if (sqlite3_get_autocommit(db->handle))
		db->doubtful = true;	/* SQLite has gone back by itself */
	go_back(db);
	db_lock_drop(&db->lock);
}

bool
db_is_writing(const struct db *db)
{
	return db->writing;
}

bool
db_read_begin(struct db *db, struct err *err)
{
	if (db->reads == 0 && !db->writing) {
		go_back(db);
		if (!db_run(db, "BEGIN", err))
			return false;
		db->reading = true;
	}
	db->reads++;
	return true;
}

void
db_read_end(struct db *db)
{
	assert(db->reads > 0);
	if (--db->reads == 0 && db->reading) {
		db->reading = false;
		go_back(db);	/* nothing was written; this cannot fail */
	}
}

int64_t
db_stamp(struct db *db)
{
	db_run_int(db, "PRAGMA data_version", &db->version_seen, NULL);
	return db->version_seen + db->commits;	/* both only ever grow */
}

static bool
checkpoint(struct db *db, struct err *err)
{
	int rc;

	sqlite3_busy_timeout(db->handle, CHECKPOINT_WAIT_MS);
	rc = sqlite3_wal_checkpoint_v2(db->handle, NULL,
		SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	sqlite3_busy_timeout(db->handle, db_wait_ms);
	return rc == SQLITE_OK || db_fault(db, err);
}

/* Both want the lock, and that nothing is begun. */
static bool
take_turn(struct db *db, struct err *err)
{
	assert(!db->writing && db->reads == 0);
	if (db_is_read_only(db))
		return err_set(err, ERR_READ_ONLY,
			_("%s is open for reading only"), db->path);
	return db_lock_take(&db->lock, db_wait_ms, err);
}

bool
db_checkpoint(struct db *db, struct err *err)
{
	if (!take_turn(db, err))
		return false;
	bool ok = checkpoint(db, err);

	db_lock_drop(&db->lock);
	return ok;
}

bool
db_scrub(struct db *db, struct err *err)
{
	if (!take_turn(db, err))
		return false;
	go_back(db);
	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 1);
	db->copying = db->committing = true;
	bool ok = db_run(db, "VACUUM", err);

	db->copying = db->committing = false;
	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 0);
	ok = ok && checkpoint(db, err);
	db_lock_drop(&db->lock);
	return ok;
}
