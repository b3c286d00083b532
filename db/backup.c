/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup.c - see backup.h. */
#include "db/backup.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "db/file.h"
#include "db/private.h"

#include "base/banned.h"

static bool
vacuum_into(struct db *db, const char *path, struct err *err)
{
	struct db_stmt *s;
	bool ok;

	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 1);
	db->copying = true;
	ok = db_stmt_get(db, "VACUUM INTO :path", &s, err);
	if (ok) {
		db_stmt_text(s, ":path", path);
		ok = db_stmt_step(s, NULL) == DB_END;
		if (!ok)	/* it is the copy that has no room, not db */
			db_fault_of(path, db->handle,
				sqlite3_extended_errcode(db->handle), err);
		db_stmt_done(s);
	}
	db->copying = false;
	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 0);
	return ok;
}

static bool
check_copy(const char *path, const struct db_format *format, struct err *err)
{
	struct db *copy;
	bool ok;

	if (!db_open_copy(&copy, path, format, err))
		return false;
	ok = db_check(copy, err);
	db_close(copy);
	return ok;
}

bool
db_copy(struct db *db, const char *path, bool replace, struct err *err)
{
	char *temp;
	bool ok;

	if (!db_file_make_aside(path, &temp, err))
		return false;
	ok = vacuum_into(db, temp, err) &&
		check_copy(temp, db->format, err) &&
		db_file_place(temp, path, replace, err);
	if (!ok)
		db_file_drop_aside(temp);
	free(temp);
	return ok;
}

bool
db_backup(struct db *db, const char *path, struct err *err)
{
	char *resolved;
	bool ok;

	if (!db_file_new(path, &resolved, err))
		return false;
	ok = db_copy(db, resolved, false, err);
	free(resolved);
	return ok;
}

bool
db_restore(const char *backup, const char *path, struct err *err)
{
	struct db_file f;
	struct db *db;
	bool ok;

	if (!db_file_find(backup, &f, err))
		return false;
	if (f.has_wal) {
		free(f.path);
		return err_set(err, ERR_RULE, _("%s is a store in use, or was "
			"not closed; a backup is made with: liaison backup"),
			backup);
	}
	ok = db_open_copy(&db, f.path, &db_format_store, err);
	free(f.path);
	if (!ok)
		return false;
	ok = db_backup(db, path, err);
	db_close(db);
	return ok;
}

bool
db_backup_open(struct db **db, const char *path, struct err *err)
{
	struct db_file f;

	if (!db_file_find(path, &f, err))
		return false;
	bool ok = db_open_copy(db, f.path, &db_format_store, err);

	free(f.path);
	return ok;
}
