/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counter.c - see counter.h. */
#include "db/counter.h"

#include "base/i18n.h"
#include "db/private.h"

#include "base/banned.h"

bool
db_counter_next(struct db *db, int64_t case_id, const char *name, int64_t *n,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO counter VALUES(:case, :name, 1)"
			" ON CONFLICT DO UPDATE SET last = last + 1"
			" RETURNING last", &s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	db_stmt_text(s, ":name", name);
	return db_stmt_one(s, n, err) == DB_ROW;
}

bool
db_counter_reach(struct db *db, int64_t case_id, const char *name, int64_t n,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO counter VALUES(:case, :name, :n)"
			" ON CONFLICT DO UPDATE SET last = max(last, :n)",
			&s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	db_stmt_text(s, ":name", name);
	db_stmt_int(s, ":n", n);
	return db_stmt_run(s, err);
}

bool
db_counter_raise(struct db *db, int64_t case_id, int64_t step, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "UPDATE counter SET last = last + :step"
			" WHERE case_id = :case", &s, err))
		return false;
	db_stmt_int(s, ":step", step);
	db_stmt_int(s, ":case", case_id);
	return db_stmt_run(s, err);
}

bool
db_counter_after(struct db *db, struct db_counter *at, bool *found,
	struct err *err)
{
	struct db_counter next = { 0 };
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, "SELECT case_id, last, name FROM counter"
			" WHERE (case_id, name) > (:case, :name)"
			" ORDER BY case_id, name LIMIT 1", &s, err))
		return false;
	db_stmt_int(s, ":case", at->case_id);
	db_stmt_text(s, ":name", at->name);
	step = db_stmt_step(s, err);
	if (step == DB_ROW) {
		next.case_id = db_stmt_col_int(s, 0);
		next.last = db_stmt_col_int(s, 1);
		if (!db_stmt_copy(s, 2, next.name, sizeof(next.name), err))
			step = DB_FAILED;
	}
	db_stmt_done(s);
	if (step == DB_FAILED)
		return false;
	if (step == DB_ROW)
		*at = next;
	*found = step == DB_ROW;
	return true;
}

/* Run a statement about the tally of a record. */
static bool
run_tally(struct db *db, const char *sql, const struct db_entry *e,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, sql, &s, err))
		return false;
	db_stmt_int(s, ":kind", e->kind);
	db_stmt_int(s, ":case", e->case_id);
	db_stmt_int(s, ":audience", e->audience_id);
	return db_stmt_run(s, err);
}

bool
db_tally_add(struct db *db, const struct db_entry *e, struct err *err)
{
	return run_tally(db, "INSERT INTO tally VALUES(:kind, :case,"
		" :audience, 1) ON CONFLICT DO UPDATE SET n = n + 1", e, err);
}

#define OF_RECORD " WHERE kind = :kind AND case_id = :case" \
	" AND audience_id = :audience"

bool
db_tally_drop(struct db *db, const struct db_entry *e, struct err *err)
{
	/* A tally of none has no row, so that two histories which end alike
	 * leave the same table. */
	if (!run_tally(db, "DELETE FROM tally" OF_RECORD " AND n = 1", e, err))
		return false;
	if (sqlite3_changes(db->handle) == 1)
		return true;
	if (!run_tally(db, "UPDATE tally SET n = n - 1" OF_RECORD, e, err))
		return false;
	return sqlite3_changes(db->handle) == 1 || err_set(err, ERR_DAMAGED,
		_("%s is damaged: a record was not counted"), db->path);
}

bool
db_tally_after(struct db *db, struct db_tally *at, bool *found,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	/* Before the audience 0 of a kind there is none, but no kind is 0. */
	if (!db_stmt_get(db, "SELECT kind, case_id, audience_id, n FROM tally"
			" WHERE (kind, case_id, audience_id) >"
			" (:kind, :case, :audience)"
			" ORDER BY kind, case_id, audience_id LIMIT 1",
			&s, err))
		return false;
	db_stmt_int(s, ":kind", at->kind);
	db_stmt_int(s, ":case", at->case_id);
	db_stmt_int(s, ":audience", at->audience_id);
	step = db_stmt_step(s, err);
	if (step == DB_ROW)
		*at = (struct db_tally){
			.kind = (int)db_stmt_col_int(s, 0),
			.case_id = db_stmt_col_int(s, 1),
			.audience_id = db_stmt_col_int(s, 2),
			.n = db_stmt_col_int(s, 3),
		};
	db_stmt_done(s);
	if (step != DB_FAILED)
		*found = step == DB_ROW;
	return step != DB_FAILED;
}
