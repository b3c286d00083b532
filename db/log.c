/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log.c - see log.h. */
#include "db/log.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

struct db_log_cursor {
	struct db_stmt *s;
};

/* ---- trees ---- */

bool
db_log_trees(struct db *db, int64_t *n, struct err *err)
{
	return db_run_int(db, "SELECT coalesce(max(tree) + 1, 0) FROM log_tree",
		n, err);
}

bool
db_log_tree_add(struct db *db, const char *log_id, int64_t case_id,
	int64_t *tree, struct err *err)
{
	const struct merkle empty = MERKLE_INIT;
	uint8_t root[HASH_SIZE];
	struct db_stmt *s;
	int64_t next;

	merkle_root(&empty, root);
	if (!db_log_trees(db, &next, err) ||
	    !db_stmt_get(db, "INSERT INTO log_tree(tree, log_id, case_id, size,"
			" root, peaks) VALUES(:tree, :log, :case, 0, :root,"
			" x'')", &s, err))
		return false;
	db_stmt_int(s, ":tree", next);
	db_stmt_text(s, ":log", log_id);
	db_stmt_int(s, ":case", case_id);
	db_stmt_blob(s, ":root", root, sizeof(root));
	if (!db_stmt_run(s, err))
		return false;
	*tree = next;
	return true;
}

enum { LOG_ID, CASE_ID, SIZE, ROOT, PEAKS, CHECKPOINT, VERIFIER };

/* Size, root and peaks, which must be of one length with each other. */
static bool
read_merkle(struct db_stmt *s, struct db_tree *t)
{
	const void *root, *peaks;
	size_t root_len, peaks_len;

	root = db_stmt_col_blob(s, ROOT, &root_len);
	peaks = db_stmt_col_blob(s, PEAKS, &peaks_len);
	t->merkle.size = (uint64_t)db_stmt_col_int(s, SIZE);
	if (root_len != HASH_SIZE ||
	    peaks_len != merkle_peaks(&t->merkle) * HASH_SIZE)
		return false;
	memcpy(t->root, root, HASH_SIZE);
	if (peaks_len)
		memcpy(t->merkle.peaks, peaks, peaks_len);
	return true;
}

static bool
read_tree(struct db *db, struct db_stmt *s, struct db_tree *t, struct err *err)
{
	const char *checkpoint, *verifier;

	t->case_id = db_stmt_col_int(s, CASE_ID);
	if (!read_merkle(s, t))
		return err_set(err, ERR_DAMAGED, _("%s is damaged: the state "
			"of the log's tree %lld is cut off"), db->path,
			(long long)t->tree);
	if (!db_stmt_copy(s, LOG_ID, t->log_id, sizeof(t->log_id), err) ||
	    !db_stmt_col_text(s, CHECKPOINT, &checkpoint, err) ||
	    !db_stmt_col_text(s, VERIFIER, &verifier, err))
		return false;
	t->checkpoint = xstrdup(checkpoint);
	t->verifier = xstrdup(verifier);
	return true;
}

bool
db_log_tree_get(struct db *db, int64_t tree, struct db_tree *t, struct err *err)
{
	struct db_tree got = { .tree = tree };
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	if (!db_stmt_get(db, "SELECT log_id, case_id, size, root, peaks,"
			" checkpoint, verifier FROM log_tree"
			" WHERE tree = :tree", &s, err))
		return false;
	db_stmt_int(s, ":tree", tree);
	step = db_stmt_step(s, err);
	ok = step == DB_ROW && read_tree(db, s, &got, err);
	db_stmt_done(s);
	if (step == DB_END)
		err_set(err, ERR_NOT_FOUND, _("there is no such log"));
	if (ok)
		*t = got;
	return ok;
}

bool
db_log_tree_of_case(struct db *db, int64_t case_id, int64_t *tree,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, "SELECT tree FROM log_tree WHERE case_id = :case"
			" ORDER BY tree DESC LIMIT 1", &s, err))
		return false;
	db_stmt_int(s, ":case", case_id);
	step = db_stmt_one(s, tree, err);
	if (step == DB_END)
		err_set(err, ERR_NOT_FOUND, _("there is no such log"));
	return step == DB_ROW;
}

bool
db_log_tree_put(struct db *db, const struct db_tree *t, struct err *err)
{
	uint8_t root[HASH_SIZE];
	struct db_stmt *s;

	merkle_root(&t->merkle, root);
	if (!db_stmt_get(db, "UPDATE log_tree SET size = :size, root = :root,"
			" peaks = :peaks, checkpoint = :checkpoint,"
			" verifier = :verifier WHERE tree = :tree", &s, err))
		return false;
	db_stmt_int(s, ":size", (int64_t)t->merkle.size);
	db_stmt_blob(s, ":root", root, sizeof(root));
	db_stmt_blob(s, ":peaks", t->merkle.peaks,
		merkle_peaks(&t->merkle) * HASH_SIZE);
	db_stmt_text(s, ":checkpoint", t->checkpoint);
	db_stmt_text(s, ":verifier", t->verifier);
	db_stmt_int(s, ":tree", t->tree);
	if (!db_stmt_run(s, err))
		return false;
	return sqlite3_changes(db->handle) == 1 ||
		err_set(err, ERR_NOT_FOUND, _("there is no such log"));
}

void
db_tree_clear(struct db_tree *t)
{
	free(t->checkpoint);
	free(t->verifier);
	*t = (struct db_tree){ 0 };
}

/* ---- entries ---- */

bool
db_log_append(struct db *db, int64_t tree, int64_t seq, int64_t rid,
	const void *data, size_t len, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO log_entry(tree, seq, rid, data)"
			" VALUES(:tree, :seq, :rid, :data)", &s, err))
		return false;
	db_stmt_int(s, ":tree", tree);
	db_stmt_int(s, ":seq", seq);
	db_stmt_int(s, ":rid", rid);
	db_stmt_blob(s, ":data", data, len);
	return db_stmt_run(s, err);
}

#define SELECT_ENTRY "SELECT tree, seq, rid, data FROM log_entry WHERE "

static struct db_log_cursor *
cursor_of(struct db_stmt *s)
{
	struct db_log_cursor *c = xcalloc(1, sizeof(*c));

	c->s = s;
	return c;
}

bool
db_log_scan(struct db *db, int64_t tree, int64_t from, struct db_log_cursor **c,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, SELECT_ENTRY "tree = :tree AND seq >= :from"
			" ORDER BY seq", &s, err))
		return false;
	db_stmt_int(s, ":tree", tree);
	db_stmt_int(s, ":from", from);
	*c = cursor_of(s);
	return true;
}

bool
db_log_of_record(struct db *db, int64_t rid, struct db_log_cursor **c,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, SELECT_ENTRY "rid = :rid ORDER BY tree, seq", &s,
			err))
		return false;
	db_stmt_int(s, ":rid", rid);
	*c = cursor_of(s);
	return true;
}

bool
db_log_newest(struct db *db, int64_t tree, int64_t below,
	struct db_log_cursor **c, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, SELECT_ENTRY "tree = :tree AND seq < :below"
			" ORDER BY seq DESC", &s, err))
		return false;
	db_stmt_int(s, ":tree", tree);
	db_stmt_int(s, ":below", below);
	*c = cursor_of(s);
	return true;
}

bool
db_log_next(struct db_log_cursor *c, struct db_log_row *row, struct err *err)
{
	if (db_stmt_step(c->s, err) != DB_ROW)
		return false;
	row->tree = db_stmt_col_int(c->s, 0);
	row->seq = db_stmt_col_int(c->s, 1);
	row->rid = db_stmt_col_int(c->s, 2);
	row->data = db_stmt_col_blob(c->s, 3, &row->len);
	return true;
}

void
db_log_cursor_close(struct db_log_cursor *c)
{
	if (!c)
		return;
	db_stmt_done(c->s);
	free(c);
}

/* ---- values ---- */

bool
db_log_value_put(struct db *db, int64_t tree, int64_t seq, int field,
	const uint8_t salt[DB_SALT_SIZE], const char *value, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO log_value(tree, seq, field, salt,"
			" value) VALUES(:tree, :seq, :field, :salt, :value)",
			&s, err))
		return false;
	db_stmt_int(s, ":tree", tree);
	db_stmt_int(s, ":seq", seq);
	db_stmt_int(s, ":field", field);
	db_stmt_blob(s, ":salt", salt, DB_SALT_SIZE);
	db_stmt_text(s, ":value", value);
	return db_stmt_run(s, err);
}

/* Copy the row into what db lends: no statement stays open, which would keep a
 * read transaction alive. */
static bool
keep_value(struct db *db, struct db_stmt *s, bool *is_null, struct err *err)
{
	const char *text;
	const void *salt;
	size_t len;

	salt = db_stmt_col_blob(s, 0, &len);
	if (len != DB_SALT_SIZE)
		return err_set(err, ERR_DAMAGED, _("%s is damaged: a value of "
			"the log has no salt"), db->path);
	memcpy(db->salt, salt, len);
	if (!db_stmt_col_text(s, 1, &text, err))
		return false;
	strbuf_reset(&db->value);
	if (text)
		strbuf_add(&db->value, text, db_stmt_col_len(s, 1));
	*is_null = !text;
	return true;
}

bool
db_log_value(struct db *db, int64_t tree, int64_t seq, int field,
	const uint8_t **salt, const char **value, size_t *len, bool *found,
	struct err *err)
{
	bool is_null = true, ok;
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, "SELECT salt, value FROM log_value WHERE"
			" tree = :tree AND seq = :seq AND field = :field",
			&s, err))
		return false;
	db_stmt_int(s, ":tree", tree);
	db_stmt_int(s, ":seq", seq);
	db_stmt_int(s, ":field", field);
	step = db_stmt_step(s, err);
	ok = step == DB_END || (step == DB_ROW &&
		keep_value(db, s, &is_null, err));
	db_stmt_done(s);
	if (!ok)
		return false;
	*found = step == DB_ROW;
	*salt = *found ? db->salt : NULL;
	*value = is_null ? NULL : db->value.text;
	*len = is_null ? 0 : db->value.len;
	return true;
}

bool
db_log_values(struct db *db, int64_t tree, int64_t seq, size_t *n,
	struct err *err)
{
	struct db_stmt *s;
	int64_t count;

	if (!db_stmt_get(db, "SELECT count(*) FROM log_value WHERE"
			" tree = :tree AND seq = :seq", &s, err))
		return false;
	db_stmt_int(s, ":tree", tree);
	db_stmt_int(s, ":seq", seq);
	if (db_stmt_one(s, &count, err) != DB_ROW)
		return false;
	*n = (size_t)count;
	return true;
}
