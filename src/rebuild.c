/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rebuild.c - the job that makes every table anew from the change log: to compare
 * it with the store, or to be a store of its own. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/entry.h"
#include "src/audience.h"
#include "src/job.h"
#include "src/newstore.h"
#include "src/replay.h"
#include "src/storediff.h"
#include "src/table.h"
#include "src/verify.h"
#include "src/words.h"
#include "base/banned.h"

enum { COMMIT_EVERY = 20000 };

struct rebuild {
	struct db *db;		/* the store, at one moment */
	bool reading;
	struct newstore made;
	struct db *new;
	bool writing;
	struct words_debt words;	/* owed before the next commit */
	int64_t n_trees, entries, total;

	/* The tree that it is at. */
	int64_t tree;
	struct db_tree from, to;
	struct db_log_cursor *cursor;	/* NULL: not begun */
	char case_uid[DB_UID_SIZE];	/* "" of the store's */

	bool built;
	struct storediff diff;
	struct verify *verify;	/* of what was written to a path */
};

/* --- One entry ---------------------------------------------------------- */

/* The record of a uid in the new store; an entry must not name one before the
 * entry that made it. */
static bool
find_made(struct rebuild *b, const struct replay_step *s, const char *uid,
	struct db_entry *e, struct err *err)
{
	struct err why = ERR_INIT;

	if (db_entry_of_uid(b->new, uid, e, &why))
		return true;
	if (why.code == ERR_NOT_FOUND)
		return replay_fault(s->leaf, err,
			_("it names a record that no entry before it made"));
	if (err)
		*err = why;
	return false;
}

/* The number of the case that a new record is of. */
static bool
case_of(struct rebuild *b, const struct replay_step *s, int64_t *case_id,
	struct err *err)
{
	const char *uid = record_text(&s->change, HEADER_CASE);
	struct db_entry e;

	*case_id = b->to.case_id;
	if (b->tree != DB_LOG_STORE || !uid)
		return true;
	if (!find_made(b, s, uid, &e, err))
		return false;
	*case_id = e.rid;
	return true;
}

/* Write the record; *e gets its audience, if the entry named one. */
static bool
write_record(struct rebuild *b, const struct replay_step *s,
	const struct record *r, struct db_entry *e, struct err *err)
{
	const char *audience = record_text(&s->change, HEADER_AUDIENCE);
	struct err why = ERR_INIT;
	bool is_case = s->kind->no == KIND_CASEFILE;

	/* The audience of a case is of the case, which gets its number now. */
	bool ok = (!is_case || e->rid || table_write(b->new, r, e, &b->words, &why)) &&
		(!audience || audience_intern(b->new,
			is_case ? e->rid : e->case_id, audience,
			&e->audience_id, &why)) &&
		table_write(b->new, r, e, &b->words, &why);

	if (!ok && why.code == ERR_RULE)
		return replay_fault(s->leaf, err, why.text);
	if (!ok && err)
		*err = why;
	return ok;
}

static bool
add_record(struct rebuild *b, const struct replay_step *s, struct db_entry *e,
	struct err *err)
{
	struct db_entry parent = { 0 };
	struct record r;

	*e = (struct db_entry){ .kind = (int)s->kind->no };
	if (!!s->entry.parent != !!(s->kind->flags & KIND_IS_PART))
		return replay_fault(s->leaf, err,
			_("a part, and only a part, belongs to a record"));
	if (!(s->kind->flags & KIND_IN_STORE) != (b->tree != DB_LOG_STORE))
		return replay_fault(s->leaf, err, _("it is none of this log"));
	if ((s->entry.parent &&
	     !find_made(b, s, s->entry.parent, &parent, err)) ||
	    !case_of(b, s, &e->case_id, err))
		return false;
	e->parent = parent.rid;
	strbuf_fill(e->uid, sizeof(e->uid), s->entry.uid);
	strbuf_fill(e->ref, sizeof(e->ref),
		record_text(&s->change, HEADER_REF));
	record_init(&r, s->kind);
	replay_apply(&r, s, *b->case_uid ? b->case_uid : NULL);
	bool ok = write_record(b, s, &r, e, err);

	record_clear(&r);
	return ok;
}

static bool
change_record(struct rebuild *b, const struct replay_step *s,
	struct db_entry *e, struct err *err)
{
	struct record r;

	if (!find_made(b, s, s->entry.uid, e, err))
		return false;
	if (e->kind != (int)s->kind->no)
		return replay_fault(s->leaf, err, _("its record is another"));
	if (replay_is_note(s->kind, b->tree))
		return true;
	if (!table_load(b->new, e, &r, err))
		return false;
	replay_apply(&r, s, *b->case_uid ? b->case_uid : NULL);
	bool ok = write_record(b, s, &r, e, err);

	record_clear(&r);
	return ok;
}

/* The entry itself, byte for byte, and what it commits to. */
static bool
copy_entry(struct rebuild *b, const struct db_log_row *row,
	const struct replay_step *s, int64_t rid, struct err *err)
{
	uint8_t leaf[HASH_SIZE];

	if (!db_log_append(b->new, b->tree, row->seq, rid, row->data, row->len,
	    err))
		return false;
	for (size_t i = 0; i < s->entry.n_fields; i++) {
		int id = s->entry.fields[i].id;
		size_t at = kind_index_of_id(s->kind, id);

		if (!s->erased[at] && !db_log_value_put(b->new, b->tree,
		    row->seq, id, s->salts[i], record_text(&s->change, at),
		    err))
			return false;
	}
	entry_leaf(row->data, row->len, leaf);
	merkle_append(&b->to.merkle, leaf);
	return true;
}

/* --- One tree ----------------------------------------------------------- */

/* The first entry of a case's tree names the case. */
static bool
open_tree(struct rebuild *b, const struct replay_step *s, struct err *err)
{
	struct db_entry e = { 0 };
	int64_t tree;

	*b->case_uid = '\0';
	if (b->tree != DB_LOG_STORE) {
		if (!replay_is_note(s->kind, b->tree) ||
		    s->kind->no != KIND_CASEFILE)
			return replay_fault(s->leaf, err,
				_("it does not say which case its log is of"));
		if (!find_made(b, s, s->entry.uid, &e, err))
			return false;
		strbuf_fill(b->case_uid, sizeof(b->case_uid), e.uid);
	}
	return db_log_tree_add(b->new, b->from.log_id, e.rid, &tree, err) &&
		db_log_tree_get(b->new, tree, &b->to, err);
}

static bool
replay_entry(struct rebuild *b, const struct db_log_row *row, struct err *err)
{
	struct replay_step s;
	struct db_entry e;

	if (!replay_read(b->db, b->from.log_id, row, &s, err))
		return false;
	bool ok = (row->seq > 0 || open_tree(b, &s, err)) &&
		(strcmp(s.entry.verb, "add") == 0 ?
			add_record(b, &s, &e, err) :
			change_record(b, &s, &e, err)) &&
		copy_entry(b, row, &s, e.rid, err) &&
		replay_count(b->new, b->tree == DB_LOG_STORE ? e.case_id :
			b->to.case_id, &s, err);

	replay_step_clear(&s);
	b->entries++;
	return ok;
}

/* Checkpoints are statements on the same entries, and stay true. */
static bool
close_tree(struct rebuild *b, struct err *err)
{
	uint8_t root[HASH_SIZE];

	merkle_root(&b->to.merkle, root);
	if (b->to.merkle.size != b->from.merkle.size ||
	    memcmp(root, b->from.root, HASH_SIZE) != 0 ||
	    memcmp(b->to.merkle.peaks, b->from.merkle.peaks,
		merkle_peaks(&b->to.merkle) * HASH_SIZE) != 0)
		return err_set(err, ERR_CHECK, "table log_tree: %s",
			_("the entries of a log give another root"));
	b->to.checkpoint = xstrdup(b->from.checkpoint);
	b->to.verifier = xstrdup(b->from.verifier);
	bool ok = db_log_tree_put(b->new, &b->to, err);

	db_tree_clear(&b->to);
	db_tree_clear(&b->from);
	return ok;
}

/* --- All of them -------------------------------------------------------- */

static bool
commit(struct rebuild *b, bool go_on, struct err *err)
{
	if (b->writing && !words_settle(b->new, &b->words, err))
		return false;
	if (b->writing && !db_commit(b->new, err)) {
		b->writing = false;
		return false;
	}
	b->writing = go_on && db_begin(b->new, err);
	return b->writing == go_on;
}

static bool
build_step(struct rebuild *b, struct err *err)
{
	struct db_log_row row;
	struct err why = ERR_INIT;

	if (!b->cursor)
		return db_log_tree_get(b->db, b->tree, &b->from, err) &&
			db_log_scan(b->db, b->tree, 0, &b->cursor, err);
	if (db_log_next(b->cursor, &row, &why))
		return replay_entry(b, &row, err) &&
			(b->entries % COMMIT_EVERY || commit(b, true, err));
	if (why.code != ERR_NONE) {
		if (err)
			*err = why;
		return false;
	}
	db_log_cursor_close(b->cursor);
	b->cursor = NULL;
	if (!close_tree(b, err))
		return false;
	b->built = ++b->tree == b->n_trees;
	return !b->built || commit(b, false, err);
}

static bool
open_both(struct rebuild *b, struct session *s, struct err *err)
{
	struct db_tree t;

	if (!db_open(&b->db, db_path(s->store.db), DB_MAINTENANCE, err))
		return false;
	/* Beside a store that cannot be written there is no room. */
	if (!db_create(&b->new, db_is_read_only(b->db) && !b->made.path ?
	    ":memory:" : b->made.temp, err) || !words_refresh(b->new, err) ||
	    !commit(b, true, err))
		return false;
	b->reading = db_read_begin(b->db, err);
	if (!b->reading || !db_log_trees(b->db, &b->n_trees, err))
		return false;
	for (int64_t i = 0; i < b->n_trees; i++) {
		if (!db_log_tree_get(b->db, i, &t, err))
			return false;
		b->total += (int64_t)t.merkle.size;
		db_tree_clear(&t);
	}
	b->diff = (struct storediff){ .is = b->db, .should = b->new };
	return true;
}

static void
close_both(struct rebuild *b)
{
	verify_free(b->verify);
	words_debt_clear(&b->words);
	db_log_cursor_close(b->cursor);
	db_tree_clear(&b->from);
	db_tree_clear(&b->to);
	if (b->reading)
		db_read_end(b->db);
	db_close(b->db);
	db_close(b->new);
	b->verify = NULL;
	b->cursor = NULL;
	b->reading = false;
	b->db = b->new = NULL;
}

static void
rebuild_end(struct session *s, void *state)
{
	struct rebuild *b = state;

	(void)s;
	close_both(b);
	newstore_drop(&b->made);
	free(b);
}

static bool
rebuild_start(struct session *s, const struct desk_param *params, size_t n,
	void **state, struct err *err)
{
	const char *path = job_param(params, n, "path", 0);
	struct rebuild *b = xcalloc(1, sizeof(*b));
	bool ok = true;

	if (path)
		ok = newstore_begin(&b->made, path, err);
	else
		newstore_begin_beside(&b->made, db_path(s->store.db));
	if (!ok || !open_both(b, s, err)) {
		rebuild_end(s, b);
		return false;
	}
	*state = b;
	return true;
}

/* --- The job ------------------------------------------------------------ */

static bool
step_compare(struct rebuild *b, int64_t until, struct desk_progress *p,
	struct err *err)
{
	bool done = false;

	do {
		if (!storediff_step(&b->diff, &done, err))
			return false;
	} while (!done && clock_ticks() < until);
	p->done = b->diff.records;
	p->unit = xstrdup("records");
	if (done) {
		p->result = xstrdup("equal");
		p->state = DESK_JOB_DONE;
	}
	return true;
}

/* What was written is looked at by a connection that may take its time. */
static bool
begin_verify(struct rebuild *b, struct err *err)
{
	db_close(b->new);
	b->new = NULL;
	return db_open(&b->new, b->made.temp, DB_MAINTENANCE, err) &&
		verify_new(&b->verify, b->new, false, err);
}

static bool
step_verify(struct rebuild *b, int64_t until, struct desk_progress *p,
	struct err *err)
{
	struct strbuf line = STRBUF_INIT;
	const char *unit;
	bool done = false;

	if ((!b->verify && !begin_verify(b, err)) ||
	    !verify_step(b->verify, until, &done, err))
		return false;
	verify_progress(b->verify, &p->done, &p->total, &unit);
	p->unit = xstrdup(unit);
	if (!done)
		return true;
	strbuf_printf(&line, "rebuild %s ", b->made.path);
	verify_sum(b->verify, &line);
	close_both(b);
	bool ok = newstore_place(&b->made, err);

	if (ok) {
		p->result = strbuf_detach(&line);
		p->state = DESK_JOB_DONE;
	}
	strbuf_clear(&line);
	return ok;
}

static bool
rebuild_step(struct session *s, void *state, struct desk_progress *p,
	struct err *err)
{
	struct rebuild *b = state;
	int64_t until = job_until();

	(void)s;
	while (!b->built && clock_ticks() < until)
		if (!build_step(b, err))
			return false;
	if (!b->built) {
		p->done = b->entries;
		p->total = b->total;
		p->unit = xstrdup("entries");
		return true;
	}
	return b->made.path ? step_verify(b, until, p, err) :
		step_compare(b, until, p, err);
}

const struct job_ops rebuild_ops = {
	.name = "rebuild", .right = RIGHT_COPY,
	.start = rebuild_start, .step = rebuild_step, .end = rebuild_end,
};
