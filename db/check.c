/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.c - what SQLite can say about the soundness of a file: db_check
 * (db.h), db_check_quick and db_check_references (private.h). */
#include <string.h>

#include "base/i18n.h"
#include "db/private.h"

#include "base/banned.h"

/* The first line that a checking pragma answers is "ok", or what is wrong. */
static bool
run_check(struct db *db, const char *pragma, struct err *err)
{
	const char *text;
	struct db_stmt *s;
	bool ok = false;

	if (!db_stmt_get(db, pragma, &s, err))
		return false;
	if (db_stmt_step(s, err) == DB_ROW &&
	    db_stmt_col_text(s, 0, &text, err)) {
		ok = text && !strcmp(text, "ok");
		if (!ok)
			err_set(err, ERR_CHECK, _("%s is damaged: %s"),
				db->path, text ? text : "");
	}
	db_stmt_done(s);
	return ok;
}

bool
db_check_references(struct db *db, struct err *err)
{
	const char *table, *parent;
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, "PRAGMA foreign_key_check", &s, err))
		return false;
	step = db_stmt_step(s, err);
	if (step == DB_ROW && db_stmt_col_text(s, 0, &table, err) &&
	    db_stmt_col_text(s, 2, &parent, err))
		err_set(err, ERR_CHECK, _("%s is damaged: row %lld of %s "
			"names a row of %s that is not there"), db->path,
			(long long)db_stmt_col_int(s, 1), table, parent);
	db_stmt_done(s);
	return step == DB_END;
}

bool
db_check(struct db *db, struct err *err)
{
	return run_check(db, "PRAGMA integrity_check(1)", err) &&
		db_check_references(db, err);
}

bool
db_check_quick(struct db *db, struct err *err)
{
	return run_check(db, "PRAGMA quick_check(1)", err);
}
