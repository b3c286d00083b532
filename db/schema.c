/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.c - see schema.h. */
#include "db/schema.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"

#include "base/banned.h"

int
db_schema_newest(const struct db_format *format)
{
	int n = 0;

	while (format->steps[n])
		n++;
	return n;
}

bool
db_schema_run(struct db *db, const char *sql, struct err *err)
{
	int rc;

	db->migrating = true;
	rc = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	db->migrating = false;
	return rc == SQLITE_OK || db_fault(db, err);
}

/* The steps from version on, within a transaction. */
static bool
run_steps(struct db *db, int version, struct err *err)
{
	char *sql;
	bool ok;

	for (; db->format->steps[version]; version++) {
		if (!db_schema_run(db, db->format->steps[version], err))
			return false;
	}
	sql = xasprintf("PRAGMA user_version=%d", version);
	ok = db_schema_run(db, sql, err);
	free(sql);
	return ok;
}

bool
db_schema_make(struct db *db, struct err *err)
{
	char *sql = xasprintf("PRAGMA application_id=%d",
		(int)db->format->application_id);
	bool ok = db_begin(db, err) && db_schema_run(db, sql, err) &&
		run_steps(db, 0, err) && db_commit(db, err);

	free(sql);
	db_rollback(db);
	return ok;
}

bool
db_schema_version(struct db *db, int *version, struct err *err)
{
	const int newest = db_schema_newest(db->format);
	int64_t mark, n;

	if (!db_run_int(db, "PRAGMA application_id", &mark, err) ||
	    !db_run_int(db, "PRAGMA user_version", &n, err))
		return false;
	if (mark != db->format->application_id || n < 1)
		return err_set(err, ERR_DAMAGED, _("%s is no liaison store"),
			db->path);
	if (n > newest)
		return err_set(err, ERR_TOO_NEW, _("%s was written by a newer "
			"liaison (version %d of the store; this one knows %d)"),
			db->path, (int)n, newest);
	*version = (int)n;
	return true;
}

/* The copy is made of what the steps will find: the lock is held from before it
 * to after them, and only then is the version looked at. */
static bool
upgrade_locked(struct db *db, struct err *err)
{
	const int newest = db_schema_newest(db->format);
	int version;
	char *copy;
	bool ok;

	if (!db_schema_version(db, &version, err))
		return false;
	if (version == newest)
		return true;
	copy = xasprintf("%s.before-v%d", db->path, newest);
	ok = db_copy(db, copy, true, err) && db_begin(db, err) &&
		run_steps(db, version, err) &&
		db_check_references(db, err) && db_commit(db, err);
	free(copy);
	return ok;
}

bool
db_schema_upgrade(struct db *db, struct err *err)
{
	bool ok;

	if (!db_lock_take(&db->lock, db_wait_ms, err))
		return false;
	ok = upgrade_locked(db, err);
	db_rollback(db);
	db_lock_drop(&db->lock);
	return ok;
}
