/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ident.c - see ident.h. */
#include "db/ident.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "db/lot.h"

#include "base/banned.h"

/* ---- writing ---- */

static bool
same_row(struct db_stmt *s, const void *of_whom, const void *row, bool *same,
	struct err *err)
{
	const struct db_ident_of *of = of_whom;
	const struct db_ident *ident = row;
	const char *type, *value;

	if (!db_stmt_col_text(s, 0, &type, err) ||
	    !db_stmt_col_text(s, 1, &value, err))
		return false;
	*same = strcmp(type, ident->type) == 0 &&
		strcmp(value, ident->value) == 0 &&
		db_stmt_col_int(s, 2) == of->case_id &&
		db_stmt_col_int(s, 3) == of->audience_id &&
		db_stmt_col_int(s, 4) == of->slot &&
		db_stmt_col_int(s, 5) == of->rings;
	return true;
}

static bool
add(struct db *db, const void *of_whom, const void *row, struct err *err)
{
	const struct db_ident_of *of = of_whom;
	const struct db_ident *ident = row;
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO ident(case_id, type, value,"
			" audience_id, rid, slot, rings) VALUES(:case, :type,"
			" :value, :audience, :rid, :slot, :rings)"
			" ON CONFLICT DO NOTHING", &s, err))
		return false;
	db_stmt_int(s, ":case", of->case_id);
	db_stmt_text(s, ":type", ident->type);
	db_stmt_text(s, ":value", ident->value);
	db_stmt_int(s, ":audience", of->audience_id);
	db_stmt_int(s, ":rid", of->rid);
	db_stmt_int(s, ":slot", of->slot);
	db_stmt_int(s, ":rings", of->rings);
	return db_stmt_run(s, err);
}

bool
db_ident_add(struct db *db, const struct db_ident_of *of,
	const struct db_ident *idents, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!add(db, of, &idents[i], err))
			return false;
	return true;
}

static const struct db_lot_table table = {
	.select = "SELECT type, value, case_id, audience_id, slot, rings FROM ident"
		" WHERE rid = :owner ORDER BY type, value",
	.drop = "DELETE FROM ident WHERE rid = :owner",
	.same = same_row, .add = add, .size = sizeof(struct db_ident),
};

bool
db_ident_holds(struct db *db, const struct db_ident_of *of,
	const struct db_ident *idents, size_t n, bool *holds, struct err *err)
{
	return db_lot_same(db, &(struct db_lot){ &table, of->rid, of, idents, n },
		holds, err);
}

bool
db_ident_put(struct db *db, const struct db_ident_of *of,
	const struct db_ident *idents, size_t n, struct err *err)
{
	return db_lot_put(db, &(struct db_lot){ &table, of->rid, of, idents, n },
		err);
}

/* ---- finding ---- */

void
db_ident_kept_free(struct db_ident_kept *kept, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(kept[i].value);
	free(kept);
}

bool
db_ident_of_record(struct db *db, int64_t rid, bool ringing,
	struct db_ident_kept **kept, size_t *n, struct err *err)
{
	struct db_ident_kept *all = NULL, one;
	size_t found = 0, room = 0;
	const char *value;
	struct db_stmt *s;
	enum db_step step;
	bool ok = true;

	if (!db_stmt_get(db, "SELECT type, value FROM ident WHERE rid = :rid"
			" AND rings >= :least ORDER BY type, value", &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	db_stmt_int(s, ":least", ringing);
	while (ok && (step = db_stmt_step(s, err)) != DB_END) {
		ok = step == DB_ROW &&
			db_stmt_copy(s, 0, one.type, sizeof(one.type), err) &&
			db_stmt_col_text(s, 1, &value, err);
		if (!ok)
			break;
		one.value = xstrdup(value);
		all = xgrow(all, found, &room, sizeof(*all));
		all[found++] = one;
	}
	db_stmt_done(s);
	if (!ok) {
		db_ident_kept_free(all, found);
		return false;
	}
	*kept = all;
	*n = found;
	return true;
}

bool
db_ident_has(struct db *db, int64_t rid, const struct db_ident *ident,
	bool *has, struct err *err)
{
	struct db_stmt *s;
	int64_t one;

	if (!db_stmt_get(db, "SELECT 1 FROM ident WHERE rid = :rid"
			" AND type = :type AND value = :value", &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	db_stmt_text(s, ":type", ident->type);
	db_stmt_text(s, ":value", ident->value);

	enum db_step step = db_stmt_one(s, &one, err);

	*has = step == DB_ROW;
	return step != DB_FAILED;
}

/* Put a number where it belongs among at most n that descend. */
static void
keep(int64_t *rids, size_t n, size_t *found, int64_t rid)
{
	size_t at = *found;

	while (at > 0 && rids[at - 1] < rid)
		at--;
	if (at == n)
		return;
	if (*found < n)
		++*found;
	memmove(rids + at + 1, rids + at, (*found - at - 1) * sizeof(*rids));
	rids[at] = rid;
}

bool
db_ident_find(struct db *db, int64_t case_id, const struct db_ident *ident,
	const int64_t *audiences, size_t n_audiences, int64_t *rids, size_t n,
	size_t *found, struct err *err)
{
	struct db_stmt *s;
	enum db_step step = DB_END;

	*found = 0;
	if (!db_stmt_get(db, "SELECT rid FROM ident WHERE case_id = :case"
			" AND type = :type AND value = :value"
			" AND audience_id = :audience ORDER BY rid DESC"
			" LIMIT :n", &s, err))
		return false;
	for (size_t i = 0; i < n_audiences && step != DB_FAILED; i++) {
		db_stmt_reset(s);
		db_stmt_int(s, ":case", case_id);
		db_stmt_text(s, ":type", ident->type);
		db_stmt_text(s, ":value", ident->value);
		db_stmt_int(s, ":audience", audiences[i]);
		db_stmt_int(s, ":n", (int64_t)n);
		while ((step = db_stmt_step(s, err)) == DB_ROW)
			keep(rids, n, found, db_stmt_col_int(s, 0));
	}
	db_stmt_done(s);
	return step != DB_FAILED;
}

bool
db_ident_newest(struct db *db, int64_t below, int64_t *rid, struct err *err)
{
	struct db_stmt *s;
	int64_t found = 0;

	if (!db_stmt_get(db, "SELECT ifnull(max(rid), 0) FROM ident"
			" WHERE rid < :below AND type <> 'name'", &s, err))
		return false;
	db_stmt_int(s, ":below", below);
	if (db_stmt_one(s, &found, err) == DB_FAILED)
		return false;
	*rid = found;
	return true;
}
