/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mirror.c - see mirror.h. */
#include "db/mirror.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "db/private.h"

#include "base/banned.h"

static bool
finding(const char *table, const char *what, struct err *err)
{
	return err_set(err, ERR_CHECK, "table %s: %s", table, what);
}

/* ---- the file ---- */

/* Run a statement that finds faults: a table, and text for what is wrong there
 * (SQLite's own words if it is NULL). True if there is one, as the error. */
static bool
found_fault(struct db *db, const char *sql, const char *what, struct err *err)
{
	const char *table, *text;
	struct db_stmt *s;

	if (!db_stmt_get(db, sql, &s, NULL))
		return false;
	bool found = db_stmt_step(s, NULL) == DB_ROW &&
		db_stmt_col_text(s, 0, &table, NULL) &&
		db_stmt_col_text(s, 1, &text, NULL) && table && text;

	if (found)
		finding(table, what ? what : text, err);
	db_stmt_done(s);
	return found;
}

bool
db_mirror_file(struct db *db, struct err *err)
{
	struct err why = ERR_INIT;

	if (db_check(db, &why))
		return true;
	if (why.code != ERR_CHECK && why.code != ERR_DAMAGED) {
		if (err)
			*err = why;
		return false;
	}
	/* Once more, table by table: this time to name one. */
	if (found_fault(db, "SELECT t.name, c.integrity_check FROM"
			" sqlite_schema AS t, pragma_integrity_check(t.name)"
			" AS c WHERE t.type = 'table' AND t.rootpage > 0 AND"
			" c.integrity_check <> 'ok' LIMIT 1", NULL, err) ||
	    found_fault(db, "SELECT \"table\", parent"
			" FROM pragma_foreign_key_check LIMIT 1",
			_("a row names one that is not there"), err))
		return false;
	return finding("sqlite_schema", why.text, err);
}

/* ---- the schema ---- */

enum { TYPE, NAME, TABLE, SQL, SCHEMA_COLUMNS };

/* Step both; the same in all columns. *more: neither has ended. */
static bool
same_object(struct db_stmt *one, struct db_stmt *two, bool *more, bool *same,
	struct err *err)
{
	enum db_step a = db_stmt_step(one, err);
	enum db_step b = a == DB_FAILED ? a : db_stmt_step(two, err);
	const char *x, *y;

	if (b == DB_FAILED)
		return false;
	*more = a == DB_ROW;
	*same = a == b;
	for (int i = 0; *more && *same && i < SCHEMA_COLUMNS; i++) {
		if (!db_stmt_col_text(one, i, &x, err) ||
		    !db_stmt_col_text(two, i, &y, err))
			return false;
		*same = (!x && !y) || (x && y && !strcmp(x, y));
	}
	return true;
}

bool
db_mirror_schema(struct db *db, struct db *fresh, struct err *err)
{
	static const char sql[] = "SELECT type, name, tbl_name,"
		" iif(name GLOB '*_fts_*', NULL, sql) FROM sqlite_schema"
		" ORDER BY type, name, tbl_name";
	struct db_stmt *one, *two;
	bool more = true, same = true, ok = true;

	if (!db_stmt_get(db, sql, &one, err))
		return false;
	if (!db_stmt_get(fresh, sql, &two, err)) {
		db_stmt_done(one);
		return false;
	}
	while (ok && more && same)
		ok = same_object(one, two, &more, &same, err);
	db_stmt_done(one);
	db_stmt_done(two);
	return ok && (same || finding("sqlite_schema",
		_("the schema is not the one that this program makes"), err));
}

/* ---- rows ---- */

/* True unless the statement, which is given back, has a row. */
static bool
has_none(struct db_stmt *s, const char *table, const char *what,
	struct err *err)
{
	int64_t n;

	switch (db_stmt_one(s, &n, err)) {
	case DB_END:
		return true;
	case DB_ROW:
		return finding(table, what, err);
	default:
		return false;
	}
}

static bool
no_row_of(struct db *db, const char *sql, const struct db_table *t,
	const char *what, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, sql, &s, err))
		return false;
	db_stmt_int(s, ":kind", t->kind);
	return has_none(s, t->name, what, err);
}

bool
db_mirror_rows(struct db *db, const struct db_table *t, struct err *err)
{
	struct strbuf lost = STRBUF_INIT, other = STRBUF_INIT;

	strbuf_puts(&lost, "SELECT rid FROM record WHERE kind = :kind"
		" AND rid NOT IN (SELECT rid FROM ");
	db_plan_name(&lost, t->name, "");
	strbuf_puts(&lost, ") LIMIT 1");
	strbuf_puts(&other, "SELECT t.rid FROM ");
	db_plan_name(&other, t->name, "");
	strbuf_puts(&other, " AS t LEFT JOIN record AS r USING (rid)"
		" WHERE r.kind IS NOT :kind OR r.case_id IS NOT t.case_id"
		" OR r.audience_id IS NOT t.audience_id OR r.parent IS NOT ");
	strbuf_puts(&other, t->is_part ? "t.parent" : "NULL");
	strbuf_puts(&other, " LIMIT 1");

	bool ok = no_row_of(db, lost.text, t,
			_("a record of the directory has no row"), err) &&
		no_row_of(db, other.text, t,
			_("a row says another kind, case, audience or parent than the directory"),
			err);

	strbuf_clear(&lost);
	strbuf_clear(&other);
	return ok;
}

static bool
is_tallied(struct db *db, const char *sql, struct err *err)
{
	struct db_stmt *s;

	return db_stmt_get(db, sql, &s, err) && has_none(s, "tally",
		_("it does not count what is in the directory"), err);
}

#define COUNTED "SELECT kind, case_id, audience_id, count(*) FROM record" \
	" GROUP BY kind, case_id, audience_id"
#define TALLIED "SELECT kind, case_id, audience_id, n FROM tally"

bool
db_mirror_tally(struct db *db, struct err *err)
{
	return is_tallied(db, COUNTED " EXCEPT " TALLIED, err) &&
		is_tallied(db, TALLIED " EXCEPT " COUNTED, err);
}

/* ---- what is held ---- */

#define RINGING "SELECT case_id || '/' || audience_id || '/' || type || '/'" \
	" || value AS what, slot, count(*) FROM ident WHERE rings" \
	" GROUP BY what, slot UNION ALL" \
	" SELECT case_id || '/0/' || type || '/' || value AS what, slot," \
	" count(*) FROM ident WHERE rings GROUP BY what, slot"
#define HELD "SELECT what, slot, n FROM held"
#define PADDING "SELECT 1 WHERE (SELECT count(*) FROM held" \
	" WHERE what = '~' AND n = 1) <> 64"

bool
db_mirror_held(struct db *db, struct err *err)
{
	static const char *const faults[] = {
		RINGING " EXCEPT " HELD,
		HELD " WHERE what <> '~' EXCEPT SELECT * FROM (" RINGING ")",
		PADDING,
	};

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		struct db_stmt *s;

		if (!db_stmt_get(db, faults[i], &s, err) ||
		    !has_none(s, "held", _("it does not count what rings"), err))
			return false;
	}
	return true;
}
