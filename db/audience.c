/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.c - see audience.h. */
#include "db/audience.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

#define SELECT_AUDIENCE "SELECT id, case_id, rule, mask, member, voided" \
	" FROM audience WHERE "

enum { ID, CASE_ID, RULE, MASK, MEMBER, VOIDED };

static bool
read_audience(struct db_stmt *s, struct db_audience *a, struct err *err)
{
	struct db_audience got = {
		.id = db_stmt_col_int(s, ID),
		.case_id = db_stmt_col_int(s, CASE_ID),
		.mask = (uint64_t)db_stmt_col_int(s, MASK),
		.voided = db_stmt_col_int(s, VOIDED) != 0,
	};

	if (!db_stmt_copy(s, RULE, got.rule, sizeof(got.rule), err) ||
	    !db_stmt_copy(s, MEMBER, got.member, sizeof(got.member), err))
		return false;
	*a = got;
	return true;
}

/* Run a statement about an audience's own columns; DB_ROW with its id. */
static enum db_step
run_for_id(struct db *db, const char *sql, struct db_audience *a,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, sql, &s, err))
		return DB_FAILED;
	db_stmt_int(s, ":case", a->case_id);
	db_stmt_text(s, ":rule", a->rule);
	db_stmt_int(s, ":mask", (int64_t)a->mask);
	db_stmt_text(s, ":member", a->member);
	db_stmt_int(s, ":voided", a->voided);
	return db_stmt_one(s, &a->id, err);
}

bool
db_audience_intern(struct db *db, struct db_audience *a, struct err *err)
{
	enum db_step step = run_for_id(db, "SELECT id FROM audience WHERE"
		" case_id = :case AND rule = :rule AND mask = :mask"
		" AND member = :member AND voided = :voided", a, err);

	if (step == DB_END)
		step = run_for_id(db, "INSERT INTO audience(case_id, rule,"
			" mask, member, voided) VALUES(:case, :rule, :mask,"
			" :member, :voided) RETURNING id", a, err);
	return step == DB_ROW;
}

bool
db_audience_get(struct db *db, int64_t id, struct db_audience *a,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	if (!db_stmt_get(db, SELECT_AUDIENCE "id = :id", &s, err))
		return false;
	db_stmt_int(s, ":id", id);
	step = db_stmt_step(s, err);
	ok = step == DB_ROW && read_audience(s, a, err);
	db_stmt_done(s);
	if (step == DB_END)
		err_set(err, ERR_NOT_FOUND, _("there is no such audience"));
	return ok;
}

bool
db_audience_visible(struct db *db, int64_t case_id, int slot,
	const char *member, bool voided, int64_t **ids, size_t *n,
	struct err *err)
{
	int64_t *found = NULL;
	size_t count = 0, room = 0;
	struct db_stmt *s;
	enum db_step step;

	assert(slot >= 0 && slot < 64);
	if (!db_stmt_get(db, "SELECT id FROM audience WHERE case_id = :case"
			" AND mask >> :slot & 1 AND member IN ('', :member)"
			" AND voided = :voided"
			" ORDER BY id", &s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	db_stmt_int(s, ":slot", slot);
	db_stmt_text(s, ":member", member);
	db_stmt_int(s, ":voided", voided);
	while ((step = db_stmt_step(s, err)) == DB_ROW) {
		found = xgrow(found, count, &room, sizeof(*found));
		found[count++] = db_stmt_col_int(s, 0);
	}
	db_stmt_done(s);
	if (step == DB_FAILED) {
		free(found);
		return false;
	}
	*ids = found;
	*n = count;
	return true;
}

bool
db_audience_next(struct db *db, int64_t above, struct db_audience *a,
	bool *found, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	if (!db_stmt_get(db, SELECT_AUDIENCE "id > :above ORDER BY id LIMIT 1",
			&s, err))
		return false;
	db_stmt_int(s, ":above", above);
	step = db_stmt_step(s, err);
	ok = step == DB_END || (step == DB_ROW && read_audience(s, a, err));
	db_stmt_done(s);
	if (ok)
		*found = step == DB_ROW;
	return ok;
}
