/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rowcheck.c - see rowcheck.h. */
#include "src/rowcheck.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/log.h"
#include "src/audience.h"
#include "src/cut.h"
#include "src/due.h"
#include "src/idents.h"
#include "src/replay.h"
#include "src/table.h"
#include "src/wait.h"
#include "src/words.h"
#include "base/banned.h"

/* --- What the log says -------------------------------------------------- */

struct fold {
	struct db *db;
	struct record *r;
	char *leaf;
	bool *missing;		/* by field: a value is gone, so far not erased */
	char missing_leaf[ACT_LEAF_SIZE];
	int64_t version;
};

/* A value may be gone only if a later entry of the record erased it by law. */
static void
note_missing(struct fold *f, const struct replay_step *s)
{
	bool erases = strcmp(s->entry.verb, "erase") == 0;

	for (size_t i = 0; i < kind_n(s->kind); i++) {
		if (s->change.values[i].state == VALUE_UNSET)
			continue;
		if (s->erased[i] && !f->missing[i])
			memcpy(f->missing_leaf, s->leaf, ACT_LEAF_SIZE);
		if (s->erased[i] || erases)
			f->missing[i] = s->erased[i];
	}
}

static bool
fold_one(struct fold *f, const struct replay_step *s, const char *case_uid,
	struct err *err)
{
	bool is_add = strcmp(s->entry.verb, "add") == 0;

	if (s->kind != f->r->kind)
		return replay_fault(s->leaf, err, _("its record is another"));
	if (replay_is_note(s->kind, s->tree))
		return true;
	if (s->entry.base != f->version || is_add != (f->version == 0))
		return replay_fault(s->leaf, err,
			_("it does not follow on the one before of its record"));
	replay_apply(f->r, s, case_uid);
	note_missing(f, s);
	memcpy(f->leaf, s->leaf, ACT_LEAF_SIZE);
	f->version++;
	return true;
}

/* The tree's log and the uid of its case, which most often are those of the
 * entry before. */
static bool
find_log(struct db *db, int64_t tree, struct db_tree *t, char *case_uid,
	struct err *err)
{
	struct db_entry e;

	if (*t->log_id && t->tree == tree)
		return true;
	db_tree_clear(t);
	if (!db_log_tree_get(db, tree, t, err))
		return false;
	if (!t->case_id)
		return true;
	if (!db_entry_of_rid(db, t->case_id, &e, err))
		return false;
	strbuf_fill(case_uid, DB_UID_SIZE, e.uid);
	return true;
}

static bool
fold_all(struct fold *f, struct db_log_cursor *c, struct err *err)
{
	char case_uid[DB_UID_SIZE] = "";
	struct db_tree tree = { 0 };
	struct db_log_row row;
	struct err why = ERR_INIT;
	bool ok = true;

	while (ok && db_log_next(c, &row, &why)) {
		struct replay_step s;

		ok = find_log(f->db, row.tree, &tree, case_uid, &why) &&
			replay_read(f->db, tree.log_id, &row, &s, &why);
		if (!ok)
			break;
		ok = fold_one(f, &s, row.tree == DB_LOG_STORE ? NULL : case_uid,
			&why);
		replay_step_clear(&s);
	}
	db_tree_clear(&tree);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static bool
is_whole(const struct fold *f, struct err *err)
{
	if (f->version == 0)
		return err_set(err, ERR_CHECK,
			_("table record: no entry of the log made a record that is there"));
	for (size_t i = 0; i < kind_n(f->r->kind); i++)
		if (f->missing[i])
			return replay_fault(f->missing_leaf, err,
				_("a value is gone, and no later entry erases it"));
	return true;
}

bool
rowcheck_fold(struct db *db, const struct db_entry *e, struct record *r,
	char leaf[ACT_LEAF_SIZE], struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct fold f = { .db = db, .r = r, .leaf = leaf };
	struct db_log_cursor *c = NULL;

	if (!k)
		return err_set(err, ERR_CHECK, "table record: %s",
			_("a record is of an unknown kind"));
	if (!db_log_of_record(db, e->rid, &c, err))
		return false;
	record_init(r, k);
	f.missing = xcalloc(kind_n(k), sizeof(*f.missing));
	bool ok = fold_all(&f, c, err) && is_whole(&f, err);

	db_log_cursor_close(c);
	free(f.missing);
	if (!ok)
		record_clear(r);
	return ok;
}

/* --- What the directory says -------------------------------------------- */

/* The uid behind a number, "" for none. */
static bool
uid_of(struct db *db, int64_t rid, char uid[DB_UID_SIZE], struct err *err)
{
	struct db_entry e;

	*uid = '\0';
	if (!rid)
		return true;
	if (!db_entry_of_rid(db, rid, &e, err))
		return false;
	strbuf_fill(uid, DB_UID_SIZE, e.uid);
	return true;
}

/* The words of an audience, "" for none; another case's is none of ours. */
static bool
audience_of(struct db *db, const struct db_entry *e, struct strbuf *text,
	struct err *err)
{
	int64_t case_id = e->kind == KIND_CASEFILE ? e->rid : e->case_id;
	struct db_audience row = { 0 };

	if (!e->audience_id)
		return true;
	if (!db_audience_get(db, e->audience_id, &row, err))
		return false;
	strbuf_puts(text, row.case_id == case_id ? row.text : "?");
	db_audience_clear(&row);
	return true;
}

/* The fields that the directory keeps, by meaning. */
struct listed {
	char case_uid[DB_UID_SIZE], of[DB_UID_SIZE];
	struct strbuf audience;
};

static bool
read_listed(struct db *db, const struct db_entry *e, struct listed *l,
	struct err *err)
{
	*l = (struct listed){ .audience = STRBUF_INIT };
	if (uid_of(db, e->case_id, l->case_uid, err) &&
	    uid_of(db, e->parent, l->of, err) &&
	    audience_of(db, e, &l->audience, err))
		return true;
	strbuf_clear(&l->audience);
	return false;
}

bool
rowcheck_load(struct db *db, const struct db_entry *e, struct record *r,
	struct err *err)
{
	struct listed l;

	if (!read_listed(db, e, &l, err))
		return false;
	bool ok = table_load(db, e, r, err);

	if (ok) {
		record_set(r, HEADER_CASE, l.case_uid);
		record_set(r, HEADER_OF, l.of);
		record_set(r, HEADER_AUDIENCE, l.audience.text);
	}
	strbuf_clear(&l.audience);
	return ok;
}

/* --- Do they agree? ----------------------------------------------------- */

static bool
fault(const char *table, const char *column, const char *leaf, struct err *err)
{
	return err_set(err, ERR_CHECK,
		_("table %s: %s is not what entry %s left"), table, column, leaf);
}

/* Both absent, or one text. An empty text is a text. */
static bool
same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool
line_holds(struct db *db, const struct db_entry *e, const struct record *r,
	const char *leaf, struct err *err)
{
	struct listed l;

	if (!read_listed(db, e, &l, err))
		return false;
	const struct {
		const char *column, *is;
		size_t field;
	} lines[] = {
		{ "uid", e->uid, HEADER_ID },
		{ "ref", e->ref, HEADER_REF },
		{ "case_id", l.case_uid, HEADER_CASE },
		{ "parent", l.of, HEADER_OF },
		{ "audience_id", l.audience.text, HEADER_AUDIENCE },
	};
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof(lines) / sizeof(lines[0]); i++)
		ok = same(*lines[i].is ? lines[i].is : NULL,
				record_text(r, lines[i].field)) ||
			fault("record", lines[i].column, leaf, err);
	strbuf_clear(&l.audience);
	return ok;
}

static bool
columns_hold(const struct db_cursor *c, const struct record *r,
	const char *leaf, struct err *err)
{
	struct table_row row;
	bool ok = true;

	table_row_make(&row, r);
	for (size_t i = 0; ok && i < kind_n(r->kind); i++)
		ok = (same(db_cursor_text(c, i), row.values.text[i]) &&
			same(db_cursor_key(c, i), row.values.keys[i])) ||
			fault(r->kind->name, kind_column(r->kind, i)->name, leaf,
				err);
	table_row_clear(&row);
	return ok;
}

/* The row that the cursor stands on; what follows from parts is in no entry. */
static bool
whole_holds(struct db *db, const struct db_entry *e, const struct record *r,
	const struct db_cursor *c, const char *leaf, struct err *err)
{
	struct record should;

	if (!r->kind->derive)
		return columns_hold(c, r, leaf, err);
	record_copy(&should, r);
	bool ok = table_derive(db, e, &should, err) &&
		columns_hold(c, &should, leaf, err);

	record_clear(&should);
	return ok;
}

static bool
row_holds(struct db *db, const struct db_entry *e, const struct record *r,
	const char *leaf, struct err *err)
{
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;

	if (!db_row_get(db, table_of(r->kind), NULL, e->rid, &c, err))
		return false;
	bool found = db_cursor_next(c, &why);
	bool ok = found && whole_holds(db, e, r, c, leaf, err);

	db_cursor_close(c);
	if (!found && why.code == ERR_NONE)
		return err_set(err, ERR_CHECK,
			_("table %s: the row that entry %s left is not there"),
			r->kind->name, leaf);
	if (!found && err)
		*err = why;
	return ok;
}

static bool
index_holds(struct db *db, const struct db_entry *e, const struct record *r,
	const char *leaf, struct err *err)
{
	bool holds;

	return words_hold(db, e, r, &holds, err) &&
		(holds || fault("search_fts", r->kind->name, leaf, err));
}

/* Who sees it follows from what was said of it and of a link's ends, whoever wrote
 * the entry that says so. */
static bool
cut_is_right(struct db *db, const struct db_entry *e, const struct record *r,
	const char *leaf, struct err *err)
{
	bool holds;

	return cut_holds(db, e, r, &holds, err) &&
		(holds || replay_fault(leaf, err,
			_("a record is for others than what was shared of it comes to")));
}

static bool
dues_hold(struct db *db, const struct db_entry *e, const struct record *r,
	const char *leaf, struct err *err)
{
	bool holds;

	return due_holds(db, e, r, &holds, err) &&
		(holds || fault("due", r->kind->name, leaf, err));
}

static bool
waits_hold(struct db *db, const struct db_entry *e, const struct record *r,
	const char *leaf, struct err *err)
{
	bool holds;

	return wait_holds(db, e, r, &holds, err) &&
		(holds || fault("wait", r->kind->name, leaf, err));
}

static bool
idents_right(struct db *db, const struct db_entry *e, const struct record *r,
	const char *leaf, struct err *err)
{
	bool holds;

	return idents_hold(db, e, r, &holds, err) &&
		(holds || fault("ident", r->kind->name, leaf, err));
}

bool
rowcheck_holds(struct db *db, const struct db_entry *e, const struct record *r,
	const char leaf[ACT_LEAF_SIZE], struct err *err)
{
	return line_holds(db, e, r, leaf, err) &&
		row_holds(db, e, r, leaf, err) &&
		cut_is_right(db, e, r, leaf, err) &&
		index_holds(db, e, r, leaf, err) &&
		idents_right(db, e, r, leaf, err) &&
		dues_hold(db, e, r, leaf, err) &&
		waits_hold(db, e, r, leaf, err);
}
