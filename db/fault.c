/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fault.c - the one place that says what SQLite's result codes mean to a
 * person: db_fault, db_fault_of (private.h). */
#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "db/private.h"

#include "base/banned.h"

static bool
fault_of_file(const char *path, int rc, int why, struct err *err)
{
	if ((rc & 0xff) == SQLITE_FULL || why == ENOSPC || why == EDQUOT)
		return err_set(err, ERR_IO, _("%s: the disk is full"), path);
	if (rc == SQLITE_IOERR_NOMEM)
		return err_set(err, ERR_INTERNAL, _("%s: out of memory"), path);
	if (rc == SQLITE_IOERR_CORRUPTFS)
		return err_set(err, ERR_DAMAGED,
			_("%s: the file system is damaged"), path);
	if ((rc & 0xff) == SQLITE_CANTOPEN)
		return err_set(err, ERR_IO, _("%s cannot be opened: %s"), path,
			why ? strerror(why) : sqlite3_errstr(rc));
	return err_set(err, ERR_IO, _("%s cannot be read or written: %s"),
		path, why ? strerror(why) : sqlite3_errstr(rc));
}

bool
db_fault_of(const char *path, sqlite3 *handle, int rc, struct err *err)
{
	const char *text = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(rc);

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return err_set(err, ERR_BUSY,
			_("%s: another session is writing; try again"), path);
	case SQLITE_INTERRUPT:
		return err_set(err, ERR_BUSY,
			_("%s: this took too long and was stopped"), path);
	case SQLITE_FULL:
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		return fault_of_file(path, rc,
			handle ? sqlite3_system_errno(handle) : 0, err);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_ERROR:	/* our texts are right: a table is not */
		return err_set(err, ERR_DAMAGED, _("%s is damaged: %s"), path,
			text);
	case SQLITE_READONLY:
		return err_set(err, ERR_READ_ONLY,
			_("%s cannot be written: %s"), path, text);
	case SQLITE_CONSTRAINT:
	case SQLITE_MISMATCH:
	case SQLITE_TOOBIG:
		return err_set(err, ERR_RULE, _("%s does not take this: %s"),
			path, text);
	case SQLITE_NOMEM:
		return err_set(err, ERR_INTERNAL, _("%s: out of memory"), path);
	default:
		return err_set(err, ERR_INTERNAL, "%s: SQLite %d: %s", path, rc,
			text);
	}
}

bool
db_fault(const struct db *db, struct err *err)
{
	return db_fault_of(db->path, db->handle,
		sqlite3_extended_errcode(db->handle), err);
}
