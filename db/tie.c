/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tie.c - see tie.h. */
#include "db/tie.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

static void
add_rid(struct db_rids *set, int64_t rid)
{
	size_t at = set->n;

	while (at > 0 && set->all[at - 1] > rid)
		at--;
	if (at > 0 && set->all[at - 1] == rid)
		return;
	set->all = xgrow(set->all, set->n, &set->room, sizeof(*set->all));
	memmove(set->all + at + 1, set->all + at,
		(set->n - at) * sizeof(*set->all));
	set->all[at] = rid;
	set->n++;
}

void
db_rids_clear(struct db_rids *set)
{
	free(set->all);
	*set = (struct db_rids){ 0 };
}

/* ---- what one says ---- */

static bool
open_via(struct db *db, int64_t via, struct db_stmt **s, struct err *err)
{
	if (!db_stmt_get(db, "SELECT rid, person, shields FROM tie"
			" WHERE via = :via ORDER BY rid, person", s, err))
		return false;
	db_stmt_int(*s, ":via", via);
	return true;
}

bool
db_tie_same(struct db *db, int64_t via, const struct db_tie *ties, size_t n,
	bool *same, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool equal = true;
	size_t i = 0;

	if (!open_via(db, via, &s, err))
		return false;
	for (; (step = db_stmt_step(s, err)) == DB_ROW && equal; i++)
		equal = i < n && db_stmt_col_int(s, 0) == ties[i].rid &&
			db_stmt_col_int(s, 1) == ties[i].person &&
			db_stmt_col_int(s, 2) == ties[i].shields;
	db_stmt_done(s);
	*same = equal && i == n;
	return step != DB_FAILED;
}

static bool
note_shielded(struct db *db, int64_t via, struct db_rids *changed,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!open_via(db, via, &s, err))
		return false;
	while ((step = db_stmt_step(s, err)) == DB_ROW)
		if (db_stmt_col_int(s, 2))
			add_rid(changed, db_stmt_col_int(s, 0));
	db_stmt_done(s);
	return step != DB_FAILED;
}

static bool
drop(struct db *db, int64_t via, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "DELETE FROM tie WHERE via = :via", &s, err))
		return false;
	db_stmt_int(s, ":via", via);
	return db_stmt_run(s, err);
}

static bool
add(struct db *db, int64_t via, const struct db_tie *tie, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO tie(via, rid, person, shields)"
			" VALUES(:via, :rid, :person, :shields)", &s, err))
		return false;
	db_stmt_int(s, ":via", via);
	db_stmt_int(s, ":rid", tie->rid);
	db_stmt_int(s, ":person", tie->person);
	db_stmt_int(s, ":shields", tie->shields);
	return db_stmt_run(s, err);
}

bool
db_tie_put(struct db *db, int64_t via, const struct db_tie *ties, size_t n,
	struct db_rids *changed, struct err *err)
{
	bool same;

	if (!db_tie_same(db, via, ties, n, &same, err))
		return false;
	if (same)
		return true;
	if (!note_shielded(db, via, changed, err) || !drop(db, via, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!add(db, via, &ties[i], err))
			return false;
		if (ties[i].shields)
			add_rid(changed, ties[i].rid);
	}
	return true;
}

/* ---- shields ---- */

bool
db_tie_shield(struct db *db, int64_t person, bool shields,
	struct db_rids *changed, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, "SELECT DISTINCT rid FROM tie"
			" WHERE person = :person AND shields <> :shields",
			&s, err))
		return false;
	db_stmt_int(s, ":person", person);
	db_stmt_int(s, ":shields", shields);
	while ((step = db_stmt_step(s, err)) == DB_ROW)
		add_rid(changed, db_stmt_col_int(s, 0));
	db_stmt_done(s);
	if (step == DB_FAILED ||
	    !db_stmt_get(db, "UPDATE tie SET shields = :shields"
			" WHERE person = :person AND shields <> :shields",
			&s, err))
		return false;
	db_stmt_int(s, ":person", person);
	db_stmt_int(s, ":shields", shields);
	return db_stmt_run(s, err);
}

bool
db_tie_is_shielded(struct db *db, int64_t rid, bool *shielded,
	struct err *err)
{
	struct db_stmt *s;
	int64_t one;

	if (!db_stmt_get(db, "SELECT 1 FROM tie WHERE rid = :rid AND shields",
			&s, err))
		return false;
	db_stmt_int(s, ":rid", rid);

	enum db_step step = db_stmt_one(s, &one, err);

	*shielded = step == DB_ROW;
	return step != DB_FAILED;
}
