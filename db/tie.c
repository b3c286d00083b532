/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tie.c - see tie.h. */
#include "db/tie.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/lot.h"

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

#define SAID "SELECT rid, person, shields FROM tie WHERE via = :owner" \
	" ORDER BY rid, person"

static bool
same_row(struct db_stmt *s, const void *via, const void *row, bool *same,
	struct err *err)
{
	const struct db_tie *tie = row;

	(void)via;
	(void)err;
	*same = db_stmt_col_int(s, 0) == tie->rid &&
		db_stmt_col_int(s, 1) == tie->person &&
		db_stmt_col_int(s, 2) == tie->shields;
	return true;
}

static bool
add(struct db *db, const void *via, const void *row, struct err *err)
{
	const struct db_tie *tie = row;
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO tie(via, rid, person, shields)"
			" VALUES(:via, :rid, :person, :shields)", &s, err))
		return false;
	db_stmt_int(s, ":via", *(const int64_t *)via);
	db_stmt_int(s, ":rid", tie->rid);
	db_stmt_int(s, ":person", tie->person);
	db_stmt_int(s, ":shields", tie->shields);
	return db_stmt_run(s, err);
}

static const struct db_lot_table table = {
	.select = SAID, .drop = "DELETE FROM tie WHERE via = :owner",
	.same = same_row, .add = add, .size = sizeof(struct db_tie),
};

bool
db_tie_same(struct db *db, int64_t via, const struct db_tie *ties, size_t n,
	bool *same, struct err *err)
{
	return db_lot_same(db, &(struct db_lot){ &table, via, &via, ties, n },
		same, err);
}

static bool
note_shielded(struct db *db, int64_t via, struct db_rids *changed,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, SAID, &s, err))
		return false;
	db_stmt_int(s, ":owner", via);
	while ((step = db_stmt_step(s, err)) == DB_ROW)
		if (db_stmt_col_int(s, 2))
			add_rid(changed, db_stmt_col_int(s, 0));
	db_stmt_done(s);
	return step != DB_FAILED;
}

bool
db_tie_put(struct db *db, int64_t via, const struct db_tie *ties, size_t n,
	struct db_rids *changed, struct err *err)
{
	const struct db_lot lot = { &table, via, &via, ties, n };
	bool same;

	if (!db_lot_same(db, &lot, &same, err))
		return false;
	if (same)
		return true;
	if (!note_shielded(db, via, changed, err) || !db_lot_write(db, &lot, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (ties[i].shields)
			add_rid(changed, ties[i].rid);
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
