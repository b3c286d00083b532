/* SPDX-License-Identifier: GPL-3.0-or-later */
/* held.c - see held.h. The rows are made by triggers on the table ident. */
#include "db/held.h"

#include <string.h>

#include "base/strbuf.h"
#include "db/private.h"

#include "base/banned.h"

enum { WHAT, SLOT, N };

/* What stands in the table of an identifier in an audience, 0: in all. */
static void
put_what(struct strbuf *out, int64_t case_id, int64_t audience_id,
	const struct db_ident *ident)
{
	strbuf_reset(out);
	strbuf_printf(out, "%lld/%lld/%s/%s", (long long)case_id,
		(long long)audience_id, ident->type, ident->value);
}

/* Count the row, which may be one that only stands behind those asked for. */
static bool
count(struct db_stmt *s, const char *asked, int64_t n[DB_HELD_SLOTS],
	struct err *err)
{
	int64_t slot = db_stmt_col_int(s, SLOT);
	const char *what;

	if (!db_stmt_col_text(s, WHAT, &what, err))
		return false;
	if (strcmp(what, asked) == 0 && slot >= 0 && slot < DB_HELD_SLOTS)
		n[slot] += db_stmt_col_int(s, N);
	return true;
}

static bool
look(struct db *db, const char *asked, int64_t n[DB_HELD_SLOTS],
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok = true;

	if (!db_stmt_get(db, "SELECT what, slot, n FROM held WHERE what >= :what"
			" ORDER BY what, slot LIMIT 64", &s, err))
		return false;
	db_stmt_text(s, ":what", asked);
	while (ok && (step = db_stmt_step(s, err)) != DB_END)
		ok = step == DB_ROW && count(s, asked, n, err);
	db_stmt_done(s);
	return ok;
}

bool
db_held_all(struct db *db, int64_t case_id, const struct db_ident *ident,
	int64_t n[DB_HELD_SLOTS], struct err *err)
{
	struct strbuf what = STRBUF_INIT;

	memset(n, 0, DB_HELD_SLOTS * sizeof(*n));
	put_what(&what, case_id, 0, ident);
	bool ok = look(db, what.text, n, err);

	strbuf_clear(&what);
	return ok;
}

/* Those of one audience. */
static bool
add_seen(struct db_stmt *s, const char *what, int64_t n[DB_HELD_SLOTS],
	struct err *err)
{
	enum db_step step;

	db_stmt_reset(s);
	db_stmt_text(s, ":what", what);
	while ((step = db_stmt_step(s, err)) == DB_ROW) {
		int64_t slot = db_stmt_col_int(s, 0);

		if (slot >= 0 && slot < DB_HELD_SLOTS)
			n[slot] += db_stmt_col_int(s, 1);
	}
	return step == DB_END;
}

bool
db_held_in(struct db *db, int64_t case_id, const struct db_ident *ident,
	const int64_t *audiences, size_t n_audiences,
	int64_t n[DB_HELD_SLOTS], struct err *err)
{
	struct strbuf what = STRBUF_INIT;
	struct db_stmt *s;
	bool ok = true;

	memset(n, 0, DB_HELD_SLOTS * sizeof(*n));
	if (!db_stmt_get(db, "SELECT slot, n FROM held WHERE what = :what", &s,
	    err))
		return false;
	for (size_t i = 0; ok && i < n_audiences; i++) {
		put_what(&what, case_id, audiences[i], ident);
		ok = add_seen(s, what.text, n, err);
	}
	db_stmt_done(s);
	strbuf_clear(&what);
	return ok;
}
