/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_purge.c - the calls of access.h that let go of what an access log holds. The
 * leaves stay, so that the tree still verifies. */
#include <stdlib.h>

#include "base/xalloc.h"
#include "db/access_private.h"
#include "base/banned.h"

bool
db_access_text_after(struct db_access *a, int64_t *seq, int *field, char **value,
	struct err *err)
{
	const char *text = NULL;
	struct db_stmt *s;
	enum db_step step;
	bool ok = true;

	if (!db_stmt_get(a->db, "SELECT seq, field, value FROM text"
			" WHERE (seq, field) > (:seq, :field)"
			" ORDER BY seq, field LIMIT 1", &s, err))
		return false;
	db_stmt_int(s, ":seq", *seq);
	db_stmt_int(s, ":field", *field);
	step = db_stmt_step(s, err);
	if (step == DB_ROW) {
		*seq = db_stmt_col_int(s, 0);
		*field = (int)db_stmt_col_int(s, 1);
		ok = db_stmt_col_text(s, 2, &text, err);
	}
	ok = ok && step != DB_FAILED;
	if (ok)
		*value = xstrdup(text);
	db_stmt_done(s);
	return ok;
}

bool
db_access_text_drop(struct db_access *a, int64_t seq, int field, struct err *err)
{
	struct db_stmt *s;

	if (!db_begin(a->db, err))
		return false;
	if (!db_stmt_get(a->db, "DELETE FROM text WHERE seq = :seq"
			" AND field = :field", &s, err)) {
		db_rollback(a->db);
		return false;
	}
	db_stmt_int(s, ":seq", seq);
	db_stmt_int(s, ":field", field);
	if (db_stmt_run(s, err))
		return db_commit(a->db, err);
	db_rollback(a->db);
	return false;
}

/* What is meant: the entries of a party, or of nobody, before a time. */
#define MEANT " (data IS NOT NULL AND at < :before AND coalesce(party, 0) = :party)"

static bool
run(struct db_access *a, const char *sql, int64_t party, int64_t before,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(a->db, sql, &s, err))
		return false;
	db_stmt_int(s, ":party", party);
	db_stmt_int(s, ":before", before);
	return db_stmt_run(s, err);
}

/* First what hangs on the entries, then what they say, last the uids that nothing
 * names any more. */
static bool
purge(struct db_access *a, int64_t party, int64_t before, int64_t *n,
	struct err *err)
{
	if (!run(a, "DELETE FROM text WHERE seq IN (SELECT seq FROM entry WHERE"
			MEANT ")", party, before, err) ||
	    !run(a, "DELETE FROM item WHERE seq IN (SELECT seq FROM entry WHERE"
			MEANT ")", party, before, err) ||
	    !run(a, "UPDATE entry SET data = NULL, at = NULL, op = NULL,"
			" casefile = NULL, party = NULL, member = NULL WHERE"
			MEANT, party, before, err))
		return false;
	*n = sqlite3_changes(a->db->handle);
	return db_run(a->db, "DELETE FROM thing WHERE NOT EXISTS"
		" (SELECT 1 FROM item WHERE thing = no) AND NOT EXISTS"
		" (SELECT 1 FROM entry WHERE no IN (casefile, party, member))",
		err);
}

bool
db_access_purge(struct db_access *a, const char *party, int64_t before, int64_t *n,
	int64_t *kept, struct err *err)
{
	int64_t no;

	if (!db_access_number(a, party, false, &no, err) || !db_begin(a->db, err))
		return false;
	*n = 0;
	if (((party && !no) || purge(a, no, before, n, err)) &&
	    db_run_int(a->db, "SELECT count(*) FROM entry WHERE data IS NOT NULL",
		kept, err))
		return db_commit(a->db, err);
	db_rollback(a->db);
	return false;
}

bool
db_access_scrub(struct db_access *a, struct err *err)
{
	return db_scrub(a->db, err);
}
