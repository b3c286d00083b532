/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry.c - see entry.h. */
#include "db/entry.h"

#include "base/i18n.h"
#include "db/private.h"

#include "base/banned.h"

#define SELECT_ENTRY "SELECT rid, uid, kind, case_id, ref, audience_id, " \
	"coalesce(parent, 0) FROM record WHERE "

enum { RID, UID, KIND, CASE_ID, REF, AUDIENCE_ID, PARENT };

static bool
read_entry(struct db_stmt *s, struct db_entry *e, struct err *err)
{
	struct db_entry got = {
		.rid = db_stmt_col_int(s, RID),
		.kind = (int)db_stmt_col_int(s, KIND),
		.case_id = db_stmt_col_int(s, CASE_ID),
		.audience_id = db_stmt_col_int(s, AUDIENCE_ID),
		.parent = db_stmt_col_int(s, PARENT),
	};

	if (!db_stmt_copy(s, UID, got.uid, sizeof(got.uid), err) ||
	    !db_stmt_copy(s, REF, got.ref, sizeof(got.ref), err))
		return false;
	*e = got;
	return true;
}

/* The entry that the statement finds. It is given back. */
static bool
find(struct db_stmt *s, struct db_entry *e, struct err *err)
{
	enum db_step step = db_stmt_step(s, err);
	bool ok = step == DB_ROW && read_entry(s, e, err);

	db_stmt_done(s);
	if (step == DB_END)
		err_set(err, ERR_NOT_FOUND, _("there is no such record"));
	return ok;
}

bool
db_entry_of_rid(struct db *db, int64_t rid, struct db_entry *e, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, SELECT_ENTRY "rid = :rid", &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	return find(s, e, err);
}

bool
db_entry_of_uid(struct db *db, const char *uid, struct db_entry *e,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, SELECT_ENTRY "uid = :uid", &s, err))
		return false;
	db_stmt_text(s, ":uid", uid);
	return find(s, e, err);
}

bool
db_entry_of_ref(struct db *db, int64_t case_id, const char *ref,
	struct db_entry *e, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, SELECT_ENTRY "case_id = :case AND ref = :ref "
			"AND ref <> ''", &s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	db_stmt_text(s, ":ref", ref);
	return find(s, e, err);
}

bool
db_entry_after(struct db *db, int64_t above, struct db_entry *e, bool *found,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	if (!db_stmt_get(db, SELECT_ENTRY "rid > :above ORDER BY rid LIMIT 1",
			&s, err))
		return false;
	db_stmt_int(s, ":above", above);
	step = db_stmt_step(s, err);
	ok = step == DB_END || (step == DB_ROW && read_entry(s, e, err));
	db_stmt_done(s);
	if (ok)
		*found = step == DB_ROW;
	return ok;
}
