/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.c - see audience.h. */
#include "db/audience.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

#define SELECT_AUDIENCE "SELECT id, case_id, text, mask, open, class, voided" \
	" FROM audience WHERE "

enum { ID, CASE_ID, TEXT, MASK, OPEN, CLASS, VOIDED };

/* Is the viewer in audience a? */
#define IS_IN "a.class <= :clearance" \
	" AND (a.mask >> :slot & 1 OR (:earlier AND a.open >> :slot & 1)" \
	" OR EXISTS (SELECT 1 FROM audience_member AS m" \
	" WHERE m.audience_id = a.id AND m.slot = :slot" \
	" AND m.member IN ('', :member) AND (m.until = 0 OR m.until > :now)" \
	" AND (NOT m.earlier OR :earlier)))"

void
db_audience_clear(struct db_audience *a)
{
	free(a->text);
	free(a->who);
	*a = (struct db_audience){ 0 };
}

/* --- Writing ------------------------------------------------------------ */

static bool
insert_who(struct db *db, int64_t id, const struct db_audience_who *w,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO audience_member(audience_id, slot,"
			" member, until, earlier) VALUES(:id, :slot, :member,"
			" :until, :earlier)", &s, err))
		return false;
	db_stmt_int(s, ":id", id);
	db_stmt_int(s, ":slot", w->slot);
	db_stmt_text(s, ":member", w->member);
	db_stmt_int(s, ":until", w->until);
	db_stmt_int(s, ":earlier", w->earlier);
	return db_stmt_run(s, err);
}

static bool
insert(struct db *db, struct db_audience *a, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO audience(case_id, text, mask, open,"
			" class, voided) VALUES(:case, :text, :mask, :open,"
			" :class, :voided) RETURNING id", &s, err))
		return false;
	db_stmt_int(s, ":case", a->case_id);
	db_stmt_text(s, ":text", a->text);
	db_stmt_int(s, ":mask", (int64_t)a->mask);
	db_stmt_int(s, ":open", (int64_t)a->open);
	db_stmt_int(s, ":class", a->class);
	db_stmt_int(s, ":voided", a->voided);
	bool ok = db_stmt_one(s, &a->id, err) == DB_ROW;

	for (size_t i = 0; ok && i < a->n_who; i++)
		ok = insert_who(db, a->id, &a->who[i], err);
	return ok;
}

bool
db_audience_of_text(struct db *db, int64_t case_id, const char *text,
	int64_t *id, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "SELECT id FROM audience WHERE case_id = :case"
			" AND text = :text", &s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	db_stmt_text(s, ":text", text);

	enum db_step step = db_stmt_one(s, id, err);

	if (step == DB_END)
		*id = 0;
	return step != DB_FAILED;
}

bool
db_audience_intern(struct db *db, struct db_audience *a, struct err *err)
{
	return db_audience_of_text(db, a->case_id, a->text, &a->id, err) &&
		(a->id || insert(db, a, err));
}

/* --- Reading ------------------------------------------------------------ */

static bool
read_who(struct db *db, struct db_audience *a, struct err *err)
{
	size_t room = 0;
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, "SELECT slot, member, until, earlier FROM"
			" audience_member WHERE audience_id = :id"
			" ORDER BY slot, member, until, earlier", &s, err))
		return false;
	db_stmt_int(s, ":id", a->id);
	while ((step = db_stmt_step(s, err)) == DB_ROW) {
		a->who = xgrow(a->who, a->n_who, &room, sizeof(*a->who));
		struct db_audience_who *w = &a->who[a->n_who++];

		*w = (struct db_audience_who){
			.slot = (int)db_stmt_col_int(s, 0),
			.until = db_stmt_col_int(s, 2),
			.earlier = db_stmt_col_int(s, 3) != 0,
		};
		if (!db_stmt_copy(s, 1, w->member, sizeof(w->member), err)) {
			step = DB_FAILED;
			break;
		}
	}
	db_stmt_done(s);
	return step == DB_END;
}

/* The row that the statement stands on; *a is empty, and is so again on failure. */
static bool
read_audience(struct db *db, struct db_stmt *s, struct db_audience *a,
	struct err *err)
{
	const char *text;

	if (!db_stmt_col_text(s, TEXT, &text, err))
		return false;
	*a = (struct db_audience){
		.id = db_stmt_col_int(s, ID),
		.case_id = db_stmt_col_int(s, CASE_ID),
		.text = xstrdup(text),
		.mask = (uint64_t)db_stmt_col_int(s, MASK),
		.open = (uint64_t)db_stmt_col_int(s, OPEN),
		.class = (int)db_stmt_col_int(s, CLASS),
		.voided = db_stmt_col_int(s, VOIDED) != 0,
	};
	if (read_who(db, a, err))
		return true;
	db_audience_clear(a);
	return false;
}

bool
db_audience_get(struct db *db, int64_t id, struct db_audience *a,
	struct err *err)
{
	struct db_audience got = { 0 };
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	if (!db_stmt_get(db, SELECT_AUDIENCE "id = :id", &s, err))
		return false;
	db_stmt_int(s, ":id", id);
	step = db_stmt_step(s, err);
	ok = step == DB_ROW && read_audience(db, s, &got, err);
	db_stmt_done(s);
	if (step == DB_END)
		err_set(err, ERR_NOT_FOUND, _("there is no such audience"));
	if (ok) {
		db_audience_clear(a);
		*a = got;
	}
	return ok;
}

static void
bind_viewer(struct db_stmt *s, const struct db_audience_viewer *v)
{
	assert(v->slot >= 0 && v->slot < 64);
	db_stmt_int(s, ":slot", v->slot);
	db_stmt_text(s, ":member", v->member);
	db_stmt_int(s, ":clearance", v->clearance);
	db_stmt_int(s, ":earlier", v->earlier);
	db_stmt_int(s, ":now", v->now);
}

/* The ids that a bound statement answers. */
static bool
read_ids(struct db_stmt *s, int64_t **ids, size_t *n, struct err *err)
{
	int64_t *found = NULL;
	size_t count = 0, room = 0;
	enum db_step step;

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
db_audience_visible(struct db *db, const struct db_audience_viewer *v,
	bool voided, int64_t **ids, size_t *n, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "SELECT a.id FROM audience AS a WHERE"
			" a.case_id = :case AND a.voided = :voided AND " IS_IN
			" ORDER BY a.id", &s, err))
		return false;
	bind_viewer(s, v);
	db_stmt_int(s, ":case", v->case_id);
	db_stmt_int(s, ":voided", voided);
	return read_ids(s, ids, n, err);
}

bool
db_audience_of_kind(struct db *db, int64_t case_id, int kind, int64_t **ids,
	size_t *n, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "SELECT audience_id FROM tally WHERE kind = :kind AND"
			" case_id = :case ORDER BY audience_id", &s, err))
		return false;
	db_stmt_int(s, ":kind", kind);
	db_stmt_int(s, ":case", case_id);
	return read_ids(s, ids, n, err);
}

bool
db_audience_has(struct db *db, int64_t id, const struct db_audience_viewer *v,
	bool *has, struct err *err)
{
	struct db_stmt *s;
	int64_t is;

	if (!db_stmt_get(db, "SELECT 1 FROM audience AS a WHERE a.id = :id"
			" AND a.case_id = :case AND " IS_IN, &s, err))
		return false;
	bind_viewer(s, v);
	db_stmt_int(s, ":id", id);
	db_stmt_int(s, ":case", v->case_id);

	enum db_step step = db_stmt_one(s, &is, err);

	*has = step == DB_ROW;
	return step != DB_FAILED;
}

/* --- Ends --------------------------------------------------------------- */

/* From the few that end at all: whether anything is in them is asked of these alone. */
#define WITH_RECORDS " FROM audience_member AS m CROSS JOIN audience AS a" \
	" ON a.id = m.audience_id WHERE m.until > 0 AND a.case_id = :case" \
	" AND +a.id IN (SELECT audience_id FROM tally WHERE case_id = :case)"

bool
db_audience_next_end(struct db *db, int64_t case_id, int64_t now, int64_t *end,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "SELECT coalesce(min(m.until), 0)" WITH_RECORDS
			" AND m.until > :now", &s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	db_stmt_int(s, ":now", now);
	return db_stmt_one(s, end, err) == DB_ROW;
}

bool
db_audience_ended(struct db *db, int64_t case_id, int64_t now, int64_t **ids,
	size_t *n, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "SELECT DISTINCT a.id" WITH_RECORDS
			" AND m.until <= :now ORDER BY a.id", &s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	db_stmt_int(s, ":now", now);
	return read_ids(s, ids, n, err);
}

bool
db_audience_next(struct db *db, int64_t above, struct db_audience *a,
	bool *found, struct err *err)
{
	struct db_audience got = { 0 };
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	if (!db_stmt_get(db, SELECT_AUDIENCE "id > :above ORDER BY id LIMIT 1",
			&s, err))
		return false;
	db_stmt_int(s, ":above", above);
	step = db_stmt_step(s, err);
	ok = step == DB_END || (step == DB_ROW &&
		read_audience(db, s, &got, err));
	db_stmt_done(s);
	if (!ok)
		return false;
	db_audience_clear(a);
	*a = got;
	*found = step == DB_ROW;
	return true;
}
