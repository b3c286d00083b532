/* SPDX-License-Identifier: GPL-3.0-or-later */
/* db.c - see db.h. */
#include "db/db.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/file.h"
#include "db/private.h"
#include "db/schema.h"

#include "base/banned.h"

/* The first version with the fix of the WAL-reset bug. */
enum { MENDED_SQLITE = 3051003 };

/* How long one who has written waits for the lock to fold the WAL in. */
enum { CLOSE_WAIT_MS = 1000 };

int db_wait_ms = 5000;

static const char *const touch_store[] = {
	"DELETE FROM search_fts WHERE rowid = -1",
	"DELETE FROM fragment_fts WHERE rowid = -1",
	NULL
};

const struct db_format db_format_store = {
	.application_id = DB_APPLICATION_ID,
	.steps = db_schema_store,
	.touch = touch_store,
};

static struct db *
db_new(const char *path, const struct db_format *format,
	enum db_profile profile)
{
	struct db *db = xcalloc(1, sizeof(*db));

	db->path = xstrdup(path);
	db->format = format;
	db->profile = profile;
	db->lock = (struct db_lock)DB_LOCK_INIT;
	db->value = (struct strbuf)STRBUF_INIT;
	return db;
}

/* As it lies on a medium that nobody writes to, without any file beside it. */
static bool
connect_immutable(struct db *db, struct err *err)
{
	struct strbuf uri = STRBUF_INIT;
	bool ok;

	strbuf_puts(&uri, "file:");
	for (const char *p = db->path; *p; p++) {
		if (strchr("%?#", *p))
			strbuf_printf(&uri, "%%%02X", (unsigned char)*p);
		else
			strbuf_putc(&uri, *p);
	}
	strbuf_puts(&uri, "?immutable=1");
	db->read_only = true;
	ok = db_connect(db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, uri.text,
		err);
	strbuf_clear(&uri);
	return ok;
}

/* A copy that VACUUM INTO made has the journal of old. */
static bool
make_wal(struct db *db, struct err *err)
{
	const char *mode;
	struct db_stmt *s;
	bool ok;

	if (!db_stmt_get(db, "PRAGMA journal_mode=WAL", &s, err))
		return false;
	db->committing = true;
	ok = db_stmt_step(s, err) == DB_ROW &&
		db_stmt_col_text(s, 0, &mode, err);
	if (ok && (!mode || strcmp(mode, "wal") != 0))
		ok = err_set(err, ERR_IO, _("%s: its file system cannot hold "
			"a store (no shared memory)"), db->path);
	db_stmt_done(s);
	db->committing = false;
	return ok;
}

static bool
ensure_wal(struct db *db, struct err *err)
{
	const char *mode;
	struct db_stmt *s;
	bool ok;

	if (!db_stmt_get(db, "PRAGMA journal_mode", &s, err))
		return false;
	ok = db_stmt_step(s, err) == DB_ROW &&
		db_stmt_col_text(s, 0, &mode, err);
	if (ok && mode && !strcmp(mode, "wal")) {
		db_stmt_done(s);
		return true;
	}
	db_stmt_done(s);
	if (!ok || !db_lock_take(&db->lock, db_wait_ms, err))
		return false;
	ok = make_wal(db, err);
	db_lock_drop(&db->lock);
	return ok;
}

/* A sentence, when the file is not writable and that is in the way. */
static bool
check_access(const struct db_file *f, enum db_profile profile, struct err *err)
{
	if (f->writable)
		return true;
	if (profile == DB_SESSION)
		return err_set(err, ERR_READ_ONLY,
			_("%s cannot be written: %s"), f->path, f->why_not);
	if (f->has_wal)
		return err_set(err, ERR_READ_ONLY, _("%s cannot be written "
			"(%s), and without that the latest changes, in "
			"%s-wal, cannot be read"), f->path, f->why_not,
			f->path);
	return true;
}

static bool
connect_found(struct db *db, const struct db_file *f, struct err *err)
{
	int version;
	bool is_old;

	if (f->writable ? !db_connect(db, SQLITE_OPEN_READWRITE, f->path, err) :
	    !connect_immutable(db, err))
		return false;
	if (!db_schema_version(db, &version, err))
		return false;
	is_old = version < db_schema_newest(db->format);
	if (db->read_only || db->profile == DB_READER)
		return !is_old || err_set(err, ERR_READ_ONLY, _("%s is of an "
			"older version, and must be opened for writing once"),
			db->path);
	if (!db_lock_open(&db->lock, db->path, err) || !ensure_wal(db, err))
		return false;
	return !is_old || db_schema_upgrade(db, err);
}

bool
db_open_as(struct db **out, const char *path, const struct db_format *format,
	enum db_profile profile, struct err *err)
{
	struct db_file f;
	struct db *db;
	bool ok;

	if (!db_file_find(path, &f, err))
		return false;
	db = db_new(f.path, format, profile);
	ok = db_file_check_mark(f.path, format->application_id, err) &&
		check_access(&f, profile, err) && connect_found(db, &f, err);
	free(f.path);
	if (ok)
		*out = db;
	else
		db_close(db);
	return ok;
}

bool
db_open_copy(struct db **out, const char *path, const struct db_format *format,
	struct err *err)
{
	struct db *db;
	int version;

	if (!db_file_check_mark(path, format->application_id, err))
		return false;
	db = db_new(path, format, DB_MAINTENANCE);
	if (!connect_immutable(db, err) ||
	    !db_schema_version(db, &version, err)) {
		db_close(db);
		return false;
	}
	*out = db;
	return true;
}

/* Fill an empty file that nobody else knows of. */
static bool
make_aside(const char *temp, const struct db_format *format, struct err *err)
{
	struct db *db = db_new(temp, format, DB_SESSION);
	bool ok = db_connect(db, SQLITE_OPEN_READWRITE, temp, err) &&
		db_schema_make(db, err) && make_wal(db, err);

	db_close(db);
	return ok;
}

static bool
create_file(struct db **db, const char *path, const struct db_format *format,
	struct err *err)
{
	char *resolved, *temp;
	bool ok = false;

	if (!db_file_new(path, &resolved, err))
		return false;
	if (db_file_make_aside(resolved, &temp, err)) {
		ok = make_aside(temp, format, err) &&
			db_file_place(temp, resolved, false, err);
		if (!ok)
			db_file_drop_aside(temp);
		free(temp);
	}
	if (ok)
		ok = db_open_as(db, resolved, format, DB_SESSION, err);
	free(resolved);
	return ok;
}

bool
db_create_as(struct db **out, const char *path, const struct db_format *format,
	struct err *err)
{
	struct db *db;

	if (strcmp(path, ":memory:") != 0)
		return create_file(out, path, format, err);
	db = db_new(path, format, DB_SESSION);
	if (!db_connect(db, SQLITE_OPEN_READWRITE, path, err) ||
	    !db_schema_make(db, err)) {
		db_close(db);
		return false;
	}
	*out = db;
	return true;
}

bool
db_create(struct db **db, const char *path, struct err *err)
{
	return db_create_as(db, path, &db_format_store, err);
}

bool
db_open(struct db **db, const char *path, enum db_profile profile,
	struct err *err)
{
	return db_open_as(db, path, &db_format_store, profile, err);
}

void
db_close(struct db *db)
{
	int rc;

	if (!db)
		return;
	db_rollback(db);
	db_plans_clear(&db->plans);
	db_stmts_clear(&db->stmts);
	sqlite3_finalize(db->back);
	/* The last to leave folds the WAL into the file, but for a reader: a
	 * checkpoint is a writer's act, and done under its lock. */
	if (db->handle && !db->read_only && db->profile != DB_READER &&
	    db_lock_take(&db->lock, db->commits ? CLOSE_WAIT_MS : 0, NULL))
		sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
			0, NULL);
	rc = sqlite3_close(db->handle);
	assert(rc == SQLITE_OK);	/* else a cursor was not closed */
	(void)rc;
	db_lock_close(&db->lock);
	strbuf_clear(&db->value);
	free(db->path);
	free(db);
}

const char *
db_path(const struct db *db)
{
	return db->path;
}

bool
db_is_read_only(const struct db *db)
{
	return db->read_only || db->profile == DB_READER;
}

bool
db_is_immutable(const struct db *db)
{
	return db->read_only;
}

const char *
db_old_sqlite(void)
{
	return sqlite3_libversion_number() < MENDED_SQLITE ?
		sqlite3_libversion() : NULL;
}

const char *
db_sqlite(void)
{
	return sqlite3_libversion();
}

void
db_counts(const struct db *db, struct db_count *count)
{
	*count = db->count;
}
