/* SPDX-License-Identifier: GPL-3.0-or-later */
/* replay.c - see replay.h. */
#include "src/replay.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/counter.h"
#include "src/cut.h"
#include "src/ref.h"
#include "src/store.h"
#include "base/banned.h"

bool
replay_fault(const char leaf[ACT_LEAF_SIZE], struct err *err, const char *what)
{
	return err_set(err, ERR_CHECK, "entry %s: %s", leaf, what);
}

/* Hidden kinds too. */
static const struct kind *
kind_named(const char *name)
{
	for (size_t i = 0; kinds[i]; i++)
		if (strcmp(kinds[i]->name, name) == 0)
			return kinds[i];
	return NULL;
}

/* The i-th field of the entry: its value, or that it is gone. */
static bool
read_value(struct db *db, const struct db_log_row *row, size_t i,
	struct replay_step *s, struct err *err)
{
	const struct entry_field *f = &s->entry.fields[i];
	size_t at = kind_index_of_id(s->kind, f->id), len;
	uint8_t commitment[HASH_SIZE];
	const uint8_t *salt;
	const char *value;
	bool found;

	if (at == kind_n(s->kind) || !act_logs(s->kind, at))
		return replay_fault(s->leaf, err,
			_("it has a field that is none of its kind"));
	if (!db_log_value(db, row->tree, row->seq, f->id, &salt, &value, &len,
	    &found, err))
		return false;
	record_set(&s->change, at, NULL);
	s->erased[at] = !found;
	if (!found)
		return true;
	entry_commit(salt, f->id, value, len, commitment);
	if (memcmp(commitment, f->commitment, HASH_SIZE) != 0 ||
	    (value && len == 0)) {
		struct strbuf what = STRBUF_INIT;

		strbuf_printf(&what, _("the value of %s is not the one that it commits to"),
			kind_column(s->kind, at)->name);
		replay_fault(s->leaf, err, what.text);
		strbuf_clear(&what);
		return false;
	}
	memcpy(s->salts[i], salt, ENTRY_SALT_SIZE);
	record_set(&s->change, at, value);
	return true;
}

static bool
read_values(struct db *db, const struct db_log_row *row, struct replay_step *s,
	struct err *err)
{
	size_t n = s->entry.n_fields, here, there = 0;

	record_init(&s->change, s->kind);
	s->erased = xcalloc(kind_n(s->kind), sizeof(*s->erased));
	s->salts = xcalloc(n, sizeof(*s->salts));
	for (size_t i = 0; i < n; i++) {
		if (!read_value(db, row, i, s, err))
			return false;
		there += !s->erased[kind_index_of_id(s->kind,
			s->entry.fields[i].id)];
	}
	if (!db_log_values(db, row->tree, row->seq, &here, err))
		return false;
	return here == there || replay_fault(s->leaf, err,
		_("it has a value that it does not commit to"));
}

static bool
read_entry(struct db *db, const char *log, const struct db_log_row *row,
	struct replay_step *s, struct err *err)
{
	struct err why = ERR_INIT;

	if (!entry_decode(&s->entry, row->data, row->len, &why))
		return replay_fault(s->leaf, err, why.text);
	if (strcmp(s->entry.log, log) != 0 || s->entry.seq != row->seq)
		return replay_fault(s->leaf, err,
			_("it stands in another place than it says"));
	s->kind = kind_named(s->entry.kind);
	if (!s->kind)
		return replay_fault(s->leaf, err, _("its kind is unknown"));
	return read_values(db, row, s, err);
}

bool
replay_read(struct db *db, const char *log, const struct db_log_row *row,
	struct replay_step *s, struct err *err)
{
	uint8_t leaf[HASH_SIZE];

	*s = (struct replay_step){ .tree = row->tree, .entry = ENTRY_INIT };
	entry_leaf(row->data, row->len, leaf);
	hash_hex(leaf, 4, s->leaf);
	if (read_entry(db, log, row, s, err))
		return true;
	replay_step_clear(s);
	return false;
}

void
replay_step_clear(struct replay_step *s)
{
	if (s->change.kind)
		record_clear(&s->change);
	entry_clear(&s->entry);
	free(s->erased);
	free(s->salts);
	s->erased = NULL;
	s->salts = NULL;
}

bool
replay_is_note(const struct kind *k, int64_t tree)
{
	return (k->flags & KIND_IN_STORE) && tree != DB_LOG_STORE;
}

bool
replay_newest(struct db *db, const struct db_entry *e, char leaf[ACT_LEAF_SIZE],
	struct err *err)
{
	const struct kind *k = kind_of((enum kind_no)e->kind);
	struct db_log_cursor *c = NULL;
	struct db_log_row row;
	struct err why = ERR_INIT;
	uint8_t hash[HASH_SIZE];

	*leaf = '\0';
	if (!db_log_of_record(db, e->rid, &c, err))
		return false;
	while (db_log_next(c, &row, &why)) {
		if (k && replay_is_note(k, row.tree))
			continue;
		entry_leaf(row.data, row.len, hash);
		hash_hex(hash, 4, leaf);
	}
	db_log_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return why.code == ERR_NONE;
}

static void
set_made(struct record *r, const struct entry *e)
{
	record_set(r, HEADER_ID, e->uid);
	record_set(r, HEADER_KIND, r->kind->name);
	record_set_int(r, HEADER_CREATED, e->time);
	if (e->party && kind_field(r->kind, HEADER_PARTY))
		record_set(r, HEADER_PARTY, e->party);
	if (e->member)
		record_set(r, HEADER_CREATED_BY, e->member);
	if (e->parent && kind_field(r->kind, HEADER_OF))
		record_set(r, HEADER_OF, e->parent);
}

void
replay_header(struct record *r, const struct entry *e)
{
	if (strcmp(e->verb, "add") == 0)
		set_made(r, e);
	record_set_int(r, HEADER_VERSION, e->base + 1);
	/* What only became another's to see says what it said. */
	if (!kind_field(r->kind, HEADER_CHANGED) || cut_is_verb(e->verb))
		return;
	record_set_int(r, HEADER_CHANGED, e->time);
	if (e->member)
		record_set(r, HEADER_CHANGED_BY, e->member);
}

void
replay_apply(struct record *r, const struct replay_step *s,
	const char *case_uid)
{
	record_apply(r, &s->change);
	if (case_uid)
		record_set(r, HEADER_CASE, case_uid);
	replay_header(r, &s->entry);
}

/* A restore moved on the numbers of members in the store's tree, all others in
 * their case's; see store_new_epoch. */
static bool
raise_counters(struct db *db, int64_t case_id, bool members, struct err *err)
{
	struct db_counter at = { 0 };
	bool found = true;

	while (found) {
		if (!db_counter_after(db, &at, &found, err))
			return false;
		if (!found || ref_is_of_member(at.name) != members ||
		    (!members && at.case_id != case_id))
			continue;
		if (!db_counter_reach(db, at.case_id, at.name,
		    at.last + STORE_EPOCH_STEP, err))
			return false;
	}
	return true;
}

bool
replay_count(struct db *db, int64_t case_id, const struct replay_step *s,
	struct err *err)
{
	const char *ref = record_text(&s->change, HEADER_REF);

	if (s->kind->no == KIND_STORE)
		return strcmp(s->entry.verb, "restore") != 0 ||
			raise_counters(db, case_id, s->tree == DB_LOG_STORE,
				err);
	return strcmp(s->entry.verb, "add") != 0 || !ref ||
		ref_seen(db, case_id, s->kind, ref, err);
}
