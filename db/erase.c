/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erase.c - see erase.h. */
#include "db/erase.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

#define OF_RECORD "(tree, seq) IN (SELECT tree, seq FROM log_entry" \
	" WHERE rid = :rid)"

enum { FIELD, VALUE };

bool
db_erase_list(struct db *db, int64_t rid, struct db_erasable **list, size_t *n,
	struct err *err)
{
	struct db_erasable *all = NULL;
	size_t count = 0, room = 0;
	enum db_step step;
	struct db_stmt *s;

	if (!db_stmt_get(db, "SELECT DISTINCT field, value FROM log_value WHERE "
			OF_RECORD " ORDER BY field, value", &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	while ((step = db_stmt_step(s, err)) == DB_ROW) {
		const char *value;

		if (!db_stmt_col_text(s, VALUE, &value, err)) {
			step = DB_FAILED;
			break;
		}
		all = xgrow(all, count, &room, sizeof(*all));
		all[count++] = (struct db_erasable){
			(int)db_stmt_col_int(s, FIELD), xstrdup(value) };
	}
	db_stmt_done(s);
	if (step == DB_FAILED) {
		db_erasable_free(all, count);
		return false;
	}
	*list = all;
	*n = count;
	return true;
}

void
db_erasable_free(struct db_erasable *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(list[i].value);
	free(list);
}

bool
db_erase_field(struct db *db, int64_t rid, int field, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "DELETE FROM log_value WHERE field = :field AND "
			OF_RECORD, &s, err))
		return false;
	db_stmt_int(s, ":field", field);
	db_stmt_int(s, ":rid", rid);
	return db_stmt_run(s, err);
}

bool
db_erase_words(struct db *db, struct err *err)
{
	static const char *const tables[] = {
		"INSERT INTO search_fts(search_fts) VALUES('optimize')",
		"INSERT INTO fragment_fts(fragment_fts) VALUES('optimize')",
	};
	bool ok = true;

	assert(db->writing);
	/* One step for a whole index: no limit that is meant for a person's wait. */
	db->copying = true;
	for (size_t i = 0; ok && i < ARRAY_SIZE(tables); i++)
		ok = db_run(db, tables[i], err);
	db->copying = false;
	return ok;
}

/* The folder of the store, for SQLite to make its temporary file in: what stands
 * on an encrypted disk is not to be written to another. */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash > path ?
		sqlite3_mprintf("%.*s", (int)(slash - path), path) :
		sqlite3_mprintf("%s", slash ? "/" : ".");
}

/* In a file, for a store may be larger than the memory that we allow ourselves. */
static bool
vacuum(struct db *db, struct err *err)
{
	char *folder = folder_of(db->path);

	if (!db_run(db, "PRAGMA temp_store=FILE", err)) {
		sqlite3_free(folder);
		return false;
	}
	sqlite3_temp_directory = folder;
	bool ok = db_run(db, "VACUUM", err);

	sqlite3_temp_directory = NULL;
	sqlite3_free(folder);
	return db_run(db, "PRAGMA temp_store=MEMORY", ok ? err : NULL) && ok;
}

bool
db_erase_residue(struct db *db, struct err *err)
{
	assert(!db->writing && db->reads == 0 && db->profile == DB_MAINTENANCE);
	if (!db_lock_take(&db->lock, db_wait_ms, err))
		return false;
	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 1);
	db->copying = db->migrating = db->committing = true;
	bool ok = db_is_in_place(db, err) && vacuum(db, err);

	db->copying = db->migrating = db->committing = false;
	sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 0);
	db_lock_drop(&db->lock);
	return ok;
}
