/* SPDX-License-Identifier: GPL-3.0-or-later */
/* access_read.c - the reading calls of access.h. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/access_private.h"
#include "base/banned.h"

struct db_access_cursor {
	struct db_stmt *s;
};

static struct db_access_cursor *
cursor_of(struct db_stmt *s)
{
	struct db_access_cursor *c = xcalloc(1, sizeof(*c));

	c->s = s;
	return c;
}

/* The numbers that a filter names; *none says that one of them is in no entry. */
struct numbers {
	int64_t casefile, party, member, item;
	bool none;
};

static bool
number_of(struct db_access *a, const char *uid, int64_t *no, bool *none,
	struct err *err)
{
	if (!db_access_number(a, uid, false, no, err))
		return false;
	*none |= uid && !*no;
	return true;
}

/* What is not asked for is NULL, and 0 is the number of none. */
static void
bind_wanted(struct db_stmt *s, const char *name, const char *uid, int64_t no)
{
	if (uid)
		db_stmt_int(s, name, no);
	else
		db_stmt_text(s, name, NULL);
}

bool
db_access_read_begin(struct db_access *a, struct err *err)
{
	return db_read_begin(a->db, err);
}

void
db_access_read_end(struct db_access *a)
{
	db_read_end(a->db);
}

#define SELECT "SELECT seq, leaf, data FROM entry"
#define WHERE " WHERE data IS NOT NULL AND seq < :below AND at >= :from" \
	" AND at < :to AND coalesce(:op, op) = op" \
	" AND (:casefile IS NULL OR casefile = :casefile)" \
	" AND (:party IS NULL OR party = :party)" \
	" AND (:member IS NULL OR member = :member)"

bool
db_access_find(struct db_access *a, const struct db_access_filter *f,
	struct db_access_cursor **c, struct err *err)
{
	struct numbers n = { 0 };
	struct db_stmt *s;

	if (!number_of(a, f->who.casefile, &n.casefile, &n.none, err) ||
	    !number_of(a, f->who.party, &n.party, &n.none, err) ||
	    !number_of(a, f->who.member, &n.member, &n.none, err) ||
	    !number_of(a, f->item, &n.item, &n.none, err))
		return false;
	if (!db_stmt_get(a->db, f->item ? SELECT WHERE " AND seq IN"
			" (SELECT seq FROM item WHERE thing = :item)"
			" ORDER BY seq DESC" :
			SELECT WHERE " ORDER BY seq DESC", &s, err))
		return false;
	db_stmt_int(s, ":below", n.none ? -1 : f->below ? f->below : INT64_MAX);
	db_stmt_int(s, ":from", f->from);
	db_stmt_int(s, ":to", f->to ? f->to : INT64_MAX);
	db_stmt_text(s, ":op", f->op);
	bind_wanted(s, ":casefile", f->who.casefile, n.casefile);
	bind_wanted(s, ":party", f->who.party, n.party);
	bind_wanted(s, ":member", f->who.member, n.member);
	if (f->item)
		db_stmt_int(s, ":item", n.item);
	*c = cursor_of(s);
	return true;
}

bool
db_access_all(struct db_access *a, struct db_access_cursor **c, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(a->db, SELECT " ORDER BY seq", &s, err))
		return false;
	*c = cursor_of(s);
	return true;
}

bool
db_access_next(struct db_access_cursor *c, struct db_access_row *row,
	struct err *err)
{
	const void *leaf;
	size_t len;

	if (db_stmt_step(c->s, err) != DB_ROW)
		return false;
	row->seq = db_stmt_col_int(c->s, 0);
	leaf = db_stmt_col_blob(c->s, 1, &len);
	if (len != HASH_SIZE)
		return err_set(err, ERR_DAMAGED,
			_("the access log is damaged: a leaf is cut off"));
	memcpy(row->leaf, leaf, HASH_SIZE);
	row->data = db_stmt_col_blob(c->s, 2, &row->len);
	return true;
}

void
db_access_cursor_close(struct db_access_cursor *c)
{
	if (!c)
		return;
	db_stmt_done(c->s);
	free(c);
}

bool
db_access_text_get(struct db_access *a, int64_t seq, int field,
	uint8_t salt[DB_SALT_SIZE], char **value, struct err *err)
{
	const char *text = NULL;
	struct db_stmt *s;
	enum db_step step;
	bool ok = true;

	if (!db_stmt_get(a->db, "SELECT salt, value FROM text WHERE seq = :seq"
			" AND field = :field", &s, err))
		return false;
	db_stmt_int(s, ":seq", seq);
	db_stmt_int(s, ":field", field);
	step = db_stmt_step(s, err);
	if (step == DB_ROW) {
		size_t len;
		const void *bytes = db_stmt_col_blob(s, 0, &len);

		if (len == DB_SALT_SIZE)
			memcpy(salt, bytes, len);
		ok = len == DB_SALT_SIZE ? db_stmt_col_text(s, 1, &text, err) :
			err_set(err, ERR_DAMAGED,
				_("the access log is damaged: a text has no salt"));
	}
	if (ok && step != DB_FAILED)
		*value = xstrdup(text);
	db_stmt_done(s);
	return ok && step != DB_FAILED;
}

/* --- Does it hold? ------------------------------------------------------ */

static bool
count(struct db_access *a, const char *sql, int64_t seq, int64_t *n,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(a->db, sql, &s, err))
		return false;
	db_stmt_int(s, ":seq", seq);
	return db_stmt_one(s, n, err) == DB_ROW;
}

static bool
columns_hold(struct db_access *a, int64_t seq, const struct db_access_new *e,
	struct err *err)
{
	int64_t casefile, party, member, n;
	struct db_stmt *s;

	if (!db_access_number(a, e->who.casefile, false, &casefile, err) ||
	    !db_access_number(a, e->who.party, false, &party, err) ||
	    !db_access_number(a, e->who.member, false, &member, err) ||
	    !db_stmt_get(a->db, "SELECT count(*) FROM entry WHERE seq = :seq"
			" AND at = :at AND op = :op"
			" AND coalesce(casefile, 0) = :casefile"
			" AND coalesce(party, 0) = :party"
			" AND coalesce(member, 0) = :member", &s, err))
		return false;
	db_stmt_int(s, ":seq", seq);
	db_stmt_int(s, ":at", e->at);
	db_stmt_text(s, ":op", e->op);
	db_stmt_int(s, ":casefile", casefile);
	db_stmt_int(s, ":party", party);
	db_stmt_int(s, ":member", member);
	return db_stmt_one(s, &n, err) == DB_ROW && (n == 1 || err_set(err,
		ERR_CHECK, _("its columns say something else")));
}

static bool
item_is_there(struct db_access *a, int64_t seq, const uint8_t *uid,
	struct err *err)
{
	struct db_stmt *s;
	int64_t n;

	if (!db_stmt_get(a->db, "SELECT count(*) FROM item WHERE seq = :seq AND"
			" thing = (SELECT no FROM thing WHERE uid = :uid)", &s, err))
		return false;
	db_stmt_int(s, ":seq", seq);
	db_stmt_blob(s, ":uid", uid, IDS_UID_BYTES);
	return db_stmt_one(s, &n, err) == DB_ROW && (n == 1 || err_set(err,
		ERR_CHECK, _("a record that it names is not in the index")));
}

bool
db_access_holds(struct db_access *a, int64_t seq, const struct db_access_new *e,
	struct err *err)
{
	int64_t n;

	if (!columns_hold(a, seq, e, err))
		return false;
	for (size_t i = 0; i < e->n_items; i++)
		if (!item_is_there(a, seq, e->items[i], err))
			return false;
	if (!count(a, "SELECT count(*) FROM text WHERE seq = :seq", seq, &n, err))
		return false;
	return n <= (int64_t)e->n_texts || err_set(err, ERR_CHECK,
		_("it has a text that it does not commit to"));
}

bool
db_access_items(struct db_access *a, int64_t *n, struct err *err)
{
	return db_run_int(a->db, "SELECT (SELECT count(*) FROM item)", n, err);
}

bool
db_access_strays(struct db_access *a, int64_t *n, struct err *err)
{
	return db_run_int(a->db, "SELECT (SELECT count(*) FROM text WHERE NOT EXISTS"
		" (SELECT 1 FROM entry WHERE entry.seq = text.seq"
		" AND data IS NOT NULL)) +"
		" (SELECT count(*) FROM entry WHERE data IS NULL AND"
		" (at IS NOT NULL OR op IS NOT NULL OR casefile IS NOT NULL"
		" OR party IS NOT NULL OR member IS NOT NULL))", n, err);
}

/* --- Receipts ----------------------------------------------------------- */

static bool
copy_uid(struct db_stmt *s, int i, char uid[IDS_UID_SIZE])
{
	size_t len;
	const void *bytes = db_stmt_col_blob(s, i, &len);

	*uid = '\0';
	if (len == IDS_UID_BYTES)
		ids_from_bytes(bytes, uid);
	return len == IDS_UID_BYTES || len == 0;
}

static bool
read_receipt(struct db_stmt *s, struct db_access_receipt *r, struct err *err)
{
	*r = (struct db_access_receipt){ .first = db_stmt_col_int(s, 3),
		.last = db_stmt_col_int(s, 4), .n = db_stmt_col_int(s, 5) };
	if (!copy_uid(s, 0, r->party) || !copy_uid(s, 1, r->member))
		return err_set(err, ERR_DAMAGED,
			_("the access log is damaged: a uid is cut off"));
	return db_stmt_copy(s, 2, r->op, sizeof(r->op), err);
}

bool
db_access_receipts(struct db_access *a, const char *uid,
	struct db_access_receipt **rows, size_t *n, struct err *err)
{
	enum db_step step;
	struct db_stmt *s;
	int64_t thing;
	bool ok = true;

	if (!db_access_number(a, uid, false, &thing, err) ||
	    !db_stmt_get(a->db, "SELECT (SELECT uid FROM thing WHERE no = party),"
			" (SELECT uid FROM thing WHERE no = member), op, min(at),"
			" max(at), count(*) FROM item JOIN entry USING (seq)"
			" WHERE thing = :thing AND data IS NOT NULL"
			" GROUP BY party, member, op ORDER BY min(at)", &s, err))
		return false;
	db_stmt_int(s, ":thing", thing);
	while (ok && (step = db_stmt_step(s, err)) == DB_ROW) {
		*rows = xrealloc_array(*rows, *n + 1, sizeof(**rows));
		ok = read_receipt(s, &(*rows)[*n], err);
		*n += ok;
	}
	ok = ok && step == DB_END;
	db_stmt_done(s);
	return ok;
}
