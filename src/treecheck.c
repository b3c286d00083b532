/* SPDX-License-Identifier: GPL-3.0-or-later */
/* treecheck.c - see treecheck.h. */
#include "src/treecheck.h"

#include <string.h>

#include "base/i18n.h"
#include "base/ids.h"
#include "db/entry.h"
#include "src/audience.h"
#include "base/banned.h"

static bool
fault(struct err *err, const char *what)
{
	return err_set(err, ERR_CHECK, "table log_tree: %s", what);
}

bool
treecheck_init(struct treecheck *t, struct db *db, struct db *scratch,
	struct err *err)
{
	struct db_tree tree;

	*t = (struct treecheck){ .db = db, .scratch = scratch };
	if (!db_log_trees(db, &t->n_trees, err))
		return false;
	for (int64_t i = 0; i < t->n_trees; i++) {
		if (!db_log_tree_get(db, i, &tree, err))
			return false;
		t->total += (int64_t)tree.merkle.size;
		db_tree_clear(&tree);
	}
	return t->n_trees > 0 || fault(err, _("there is no log"));
}

void
treecheck_clear(struct treecheck *t)
{
	db_log_cursor_close(t->cursor);
	t->cursor = NULL;
	db_tree_clear(&t->stored);
}

/* What the checkpoint says, if there is one; it is held against the entries. */
static bool
read_note(struct treecheck *t, struct err *err)
{
	const struct db_tree *tree = &t->stored;
	char origin[NOTE_ORIGIN_SIZE], own[ENTRY_ORIGIN_SIZE];
	struct err why = ERR_INIT;

	t->has_note = tree->checkpoint;
	t->note_holds = false;
	if (!ids_valid(tree->log_id))
		return fault(err, _("the id of a log is none"));
	if (!tree->checkpoint != !tree->verifier)
		return fault(err, _("checkpoint and verifier do not go together"));
	if (!tree->checkpoint)
		return !t->must_be_signed || !tree->merkle.size ||
			fault(err, _("a log is not signed, although the key is here"));
	entry_origin(tree->log_id, own);
	if (!note_check(tree->checkpoint, tree->verifier, origin,
	    &t->note_size, t->note_root, &why))
		return fault(err, why.text);
	return strcmp(origin, own) == 0 ||
		fault(err, _("a checkpoint is that of another log"));
}

/* Whose log it is: the store's first, then one for each case. */
static bool
find_case(struct treecheck *t, struct err *err)
{
	struct db_entry e;
	int64_t newest;

	if (t->tree == DB_LOG_STORE)
		return t->stored.case_id == 0 ||
			fault(err, _("the store's log is said to be a case's"));
	if (!db_entry_of_rid(t->db, t->stored.case_id, &e, NULL) ||
	    e.kind != KIND_CASEFILE)
		return fault(err, _("a log is of no case"));
	strbuf_fill(t->case_uid, sizeof(t->case_uid), e.uid);
	if (!db_log_tree_of_case(t->db, t->stored.case_id, &newest, err))
		return false;
	return newest == t->tree || fault(err, _("two logs are of one case"));
}

static bool
begin_tree(struct treecheck *t, struct err *err)
{
	struct err why = ERR_INIT;

	db_tree_clear(&t->stored);
	if (!db_log_tree_get(t->db, t->tree, &t->stored, &why)) {
		if (why.code == ERR_NOT_FOUND)
			return fault(err, _("a log is missing"));
		if (err)
			*err = why;
		return false;
	}
	t->merkle = (struct merkle)MERKLE_INIT;
	*t->case_uid = '\0';
	return read_note(t, err) && find_case(t, err) &&
		db_log_scan(t->db, t->tree, 0, &t->cursor, err);
}

/* A note on the whole tree: which case it is of, or that it was restored. */
static bool
check_note(const struct treecheck *t, const struct replay_step *s,
	struct err *err)
{
	bool first = s->entry.seq == 0;

	if (s->kind->no == KIND_CASEFILE && first &&
	    strcmp(s->entry.verb, "begin") == 0 &&
	    strcmp(s->entry.uid, t->case_uid) == 0)
		return true;
	return (s->kind->no == KIND_STORE && !first &&
		strcmp(s->entry.verb, "restore") == 0) ||
		replay_fault(s->leaf, err, _("it is none of this log"));
}

/* The directory's line of the record, which the entry must fit. */
static bool
check_record(const struct treecheck *t, const struct replay_step *s,
	int64_t rid, struct db_entry *e, struct err *err)
{
	struct err why = ERR_INIT;
	bool in_store = s->kind->flags & KIND_IN_STORE;

	if (!db_entry_of_rid(t->db, rid, e, &why)) {
		if (why.code == ERR_NOT_FOUND)
			return replay_fault(s->leaf, err,
				_("its record is not there"));
		if (err)
			*err = why;
		return false;
	}
	if (strcmp(e->uid, s->entry.uid) != 0 || e->kind != (int)s->kind->no)
		return replay_fault(s->leaf, err, _("its record is another"));
	if (replay_is_note(s->kind, t->tree))
		return check_note(t, s, err);
	if (in_store != (t->tree == DB_LOG_STORE) ||
	    (t->tree != DB_LOG_STORE && s->entry.seq == 0) ||
	    (!in_store && e->case_id != t->stored.case_id))
		return replay_fault(s->leaf, err, _("it is none of this log"));
	return true;
}

/* Numbers and audiences that the entry gave. */
static bool
keep(struct treecheck *t, const struct replay_step *s, const struct db_entry *e,
	struct err *err)
{
	const char *audience = record_text(&s->change, HEADER_AUDIENCE);
	int64_t case_id = s->kind->no == KIND_CASEFILE ? e->rid : e->case_id;
	int64_t id;

	if (t->tree != DB_LOG_STORE)
		case_id = t->stored.case_id;
	return replay_count(t->scratch, case_id, s, err) && (!audience ||
		audience_intern(t->scratch, case_id, audience, &id, err));
}

static bool
check_entry(struct treecheck *t, const struct db_log_row *row, struct err *err)
{
	struct replay_step s;
	struct db_entry e;
	uint8_t leaf[HASH_SIZE], root[HASH_SIZE];

	if (!replay_read(t->db, t->stored.log_id, row, &s, err))
		return false;
	bool ok = (row->seq == (int64_t)t->merkle.size || replay_fault(s.leaf,
			err, _("the one before it is missing"))) &&
		check_record(t, &s, row->rid, &e, err) && keep(t, &s, &e, err);

	replay_step_clear(&s);
	if (!ok)
		return false;
	entry_leaf(row->data, row->len, leaf);
	merkle_append(&t->merkle, leaf);
	t->entries++;
	if (t->has_note && t->merkle.size == t->note_size) {
		merkle_root(&t->merkle, root);
		t->note_holds = memcmp(root, t->note_root, HASH_SIZE) == 0;
	}
	return true;
}

static bool
end_tree(struct treecheck *t, struct err *err)
{
	uint8_t root[HASH_SIZE], leaf[HASH_SIZE];
	const struct merkle *stored = &t->stored.merkle;

	merkle_root(&t->merkle, root);
	if (t->merkle.size != stored->size)
		return fault(err, _("a log has more or fewer entries than it should"));
	if (memcmp(root, t->stored.root, HASH_SIZE) != 0)
		return fault(err, _("the entries of a log give another root"));
	if (memcmp(t->merkle.peaks, stored->peaks,
	    merkle_peaks(stored) * HASH_SIZE) != 0)
		return fault(err, _("the entries of a log give other peaks"));
	if (t->has_note && !t->note_holds)
		return fault(err, _("the entries of a log are not those that were signed"));
	if (t->tree != DB_LOG_STORE && t->merkle.size == 0)
		return fault(err, _("a log does not say which case it is of"));
	merkle_leaf(root, HASH_SIZE, leaf);
	merkle_append(&t->roots, leaf);
	if (t->of_case && t->stored.case_id == t->of_case)
		t->own = t->merkle;
	return true;
}

bool
treecheck_step(struct treecheck *t, bool *done, struct err *err)
{
	struct db_log_row row;
	struct err why = ERR_INIT;

	if (!t->cursor)
		return begin_tree(t, err);
	if (db_log_next(t->cursor, &row, &why))
		return check_entry(t, &row, err);
	if (why.code != ERR_NONE) {
		if (err)
			*err = why;
		return false;
	}
	db_log_cursor_close(t->cursor);
	t->cursor = NULL;
	if (!end_tree(t, err))
		return false;
	*done = ++t->tree == t->n_trees;
	return true;
}

void
treecheck_sum(const struct treecheck *t, struct strbuf *out)
{
	uint8_t root[HASH_SIZE];
	char hex[HASH_HEX_SIZE];

	merkle_root(t->of_case ? &t->own :
		t->n_trees == 1 ? &t->merkle : &t->roots, root);
	hash_hex(root, HASH_SIZE, hex);
	strbuf_printf(out, "%lld entries %s", t->of_case ?
		(long long)t->own.size : (long long)t->entries, hex);
}
