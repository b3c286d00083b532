/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_check.c - the index held against itself and the directory, see
 * search.h. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"
#include "db/search.h"

#include "base/banned.h"

/* The tables of the index, their check, and the tables that each is made of. */
static const struct table {
	const char *orphans, *check;
	const char *parts[5][2];
} tables[] = {
#define TABLE(name, values) { \
	"SELECT rowid FROM " name " WHERE rowid NOT IN" \
		" (SELECT rid FROM record) LIMIT 1", \
	"INSERT INTO " name "(" name ", rank) VALUES('integrity-check', 1)", { \
	{ name "_data", "VALUES(?, ?)" }, { name "_idx", "VALUES(?, ?, ?)" }, \
	{ name "_content", values }, { name "_docsize", "VALUES(?, ?)" }, \
	{ name "_config", "VALUES(?, ?)" } } }
	TABLE("search_fts", "VALUES(?, ?, ?, ?, ?)"),
	TABLE("fragment_fts", "VALUES(?, ?, ?)"),
#undef TABLE
};

static bool
check_orphans(struct db *db, const struct table *t, struct err *err)
{
	struct db_stmt *s;
	int64_t rid;

	if (!db_stmt_get(db, t->orphans, &s, err))
		return false;
	switch (db_stmt_one(s, &rid, err)) {
	case DB_ROW:
		return err_set(err, ERR_CHECK, _("%s is damaged: the search "
			"index has a row %lld without a record"), db->path,
			(long long)rid);
	case DB_END:
		return true;
	default:
		return false;
	}
}

static sqlite3_stmt *
prepare(sqlite3 *handle, const char *verb, const char *table, const char *rest)
{
	char *sql = xasprintf("%s \"%s\" %s", verb, table, rest);
	sqlite3_stmt *q = NULL;

	sqlite3_prepare_v2(handle, sql, -1, &q, NULL);
	free(sql);
	return q;
}

/* Give a table the rows that it has in another file. */
static bool
copy_rows(sqlite3 *from, sqlite3 *to, const char *table, const char *values)
{
	sqlite3_stmt *empty = prepare(to, "DELETE FROM", table, "");
	sqlite3_stmt *in = prepare(from, "SELECT * FROM", table, "");
	sqlite3_stmt *out = prepare(to, "INSERT INTO", table, values);
	bool ok = empty && in && out && sqlite3_step(empty) == SQLITE_DONE;
	int rc = SQLITE_DONE;

	while (ok && (rc = sqlite3_step(in)) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(in); i++)
			sqlite3_bind_value(out, i + 1,
				sqlite3_column_value(in, i));
		ok = sqlite3_step(out) == SQLITE_DONE;
		sqlite3_reset(out);
	}
	sqlite3_finalize(empty);
	sqlite3_finalize(in);
	sqlite3_finalize(out);
	return ok && rc == SQLITE_DONE;
}

/* Run FTS5's checks on a copy of its tables that may be written. */
static bool
copy_index(struct db *db, struct db *copy, struct err *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++)
		for (size_t j = 0; j < ARRAY_SIZE(tables[i].parts); j++)
			if (!copy_rows(db->handle, copy->handle,
			    tables[i].parts[j][0], tables[i].parts[j][1]))
				return err_set(err, ERR_CHECK,
					_("%s is damaged: the search "
					"index cannot be read"), db->path);
	return true;
}

static int
run_checks(sqlite3 *handle)
{
	int rc = SQLITE_OK;

	for (size_t i = 0; rc == SQLITE_OK && i < ARRAY_SIZE(tables); i++)
		rc = sqlite3_exec(handle, tables[i].check, NULL, NULL, NULL);
	return rc;
}

static bool
check_in_memory(struct db *db, int *rc, struct err *err)
{
	struct db *copy;

	if (!db_create(&copy, ":memory:", err))
		return false;
	sqlite3_db_config(copy->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	bool ok = db_begin(copy, err) && copy_index(db, copy, err);

	if (ok)
		*rc = run_checks(copy->handle);
	db_close(copy);
	return ok;
}

static bool
check_in_place(struct db *db, int *rc, struct err *err)
{
	const bool is_within = db->writing;

	if (!is_within && !db_begin(db, err))
		return false;
	*rc = run_checks(db->handle);
	if (!is_within)
		db_rollback(db);
	return true;
}

bool
db_search_check(struct db *db, struct err *err)
{
	int rc = SQLITE_OK;

	for (size_t i = 0; i < ARRAY_SIZE(tables); i++)
		if (!check_orphans(db, &tables[i], err))
			return false;
	if (db_is_read_only(db) ? !check_in_memory(db, &rc, err) :
	    !check_in_place(db, &rc, err))
		return false;
	if ((rc & 0xff) == SQLITE_CORRUPT)
		return err_set(err, ERR_CHECK, _("%s is damaged: the search "
			"index is not that of its texts"), db->path);
	return rc == SQLITE_OK || db_fault_of(db->path, NULL, rc, err);
}
