/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.c - see schema.h. */
#include "db/schema.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
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

/*
 * The version in the low bits, above it a part of the hash of the steps that lead to
 * it: before a release steps are edited in place, and the tables of two builds
 * may differ under one number.
 */
enum { VERSION_BITS = 8, PRINT_BITS = 23 };

int
db_schema_mark(const struct db_format *format, int version)
{
	struct hash_stream *hash = hash_stream_new();
	uint8_t sum[HASH_SIZE];
	uint32_t print;

	for (int i = 0; i < version; i++)
		hash_stream_add(hash, format->steps[i],
			strlen(format->steps[i]) + 1);
	hash_stream_end(hash, sum);
	print = (uint32_t)sum[0] << 16 | (uint32_t)sum[1] << 8 | sum[2];
	print &= (UINT32_C(1) << PRINT_BITS) - 1;
	return (int)(print << VERSION_BITS) | version;
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
	sql = xasprintf("PRAGMA user_version=%d",
		db_schema_mark(db->format, version));
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
	int64_t mark, print, n;

	if (!db_run_int(db, "PRAGMA application_id", &mark, err) ||
	    !db_run_int(db, "PRAGMA user_version", &print, err))
		return false;
	n = print & ((1 << VERSION_BITS) - 1);
	if (mark != db->format->application_id || n < 1)
		return err_set(err, ERR_DAMAGED, _("%s is no liaison store"),
			db->path);
	if (n > newest)
		return err_set(err, ERR_TOO_NEW, _("%s was written by a newer "
			"liaison (version %d of the store; this one knows %d)"),
			db->path, (int)n, newest);
	if (print != db_schema_mark(db->format, (int)n))
		return err_set(err, ERR_DAMAGED, _("%s was made by a build of "
			"liaison that is no release, with other tables: it opens "
			"with that build alone"), db->path);
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
