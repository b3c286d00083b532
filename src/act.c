/* SPDX-License-Identifier: GPL-3.0-or-later */
/* act.c - see act.h. */
#include "src/act.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"
#include "src/audience.h"
#include "src/cut.h"
#include "src/entry.h"
#include "src/person.h"
#include "src/ref.h"
#include "src/replay.h"
#include "src/share.h"
#include "src/table.h"
#include "base/banned.h"

bool
act_begin(struct act *a, struct store *s, const char *id, struct err *err)
{
	*a = (struct act){ .store = s, .slot = -1 };
	if (!db_begin(s->db, err))
		return false;
	a->at = clock_now();
	clock_zone(a->zone);
	if (id)
		snprintf(a->id, sizeof(a->id), "%s", id);
	else
		ids_new(a->id);
	return true;
}

void
act_author(struct act *a, const struct viewer *v)
{
	if (!v->case_id)
		return;
	snprintf(a->member, sizeof(a->member), "%s", v->member);
	snprintf(a->party, sizeof(a->party), "%s", v->party);
	snprintf(a->party_code, sizeof(a->party_code), "%s", v->party_code);
	a->slot = v->slot;
	a->team = v->team;
}

static void
end(struct act *a)
{
	for (size_t i = 0; i < a->n_trees; i++)
		db_tree_clear(&a->trees[i].tree);
	free(a->trees);
	a->trees = NULL;
	a->n_trees = 0;
	words_debt_clear(&a->words);
}

void
act_rollback(struct act *a)
{
	db_rollback(a->store->db);
	end(a);
}

/* A signed statement of size and root, while the host's key is at hand (D14). */
static void
sign(const struct store *s, struct db_tree *t)
{
	uint8_t root[HASH_SIZE];
	char origin[ENTRY_ORIGIN_SIZE];
	struct strbuf text = STRBUF_INIT, verifier = STRBUF_INIT;

	if (!s->has_key)
		return;
	merkle_root(&t->merkle, root);
	entry_origin(t->log_id, origin);
	note_checkpoint(&s->key, origin, t->merkle.size, root, &text);
	note_verifier(&s->key, &verifier);
	free(t->checkpoint);
	free(t->verifier);
	t->checkpoint = strbuf_detach(&text);
	t->verifier = strbuf_detach(&verifier);
}

bool
act_commit(struct act *a, struct err *err)
{
	bool ok = words_settle(a->store->db, &a->words, err);

	for (size_t i = 0; i < a->n_trees && ok; i++) {
		struct act_tree *t = &a->trees[i];

		if (!t->dirty)
			continue;
		sign(a->store, &t->tree);
		ok = db_log_tree_put(a->store->db, &t->tree, err);
	}
	if (!ok || !db_commit(a->store->db, err)) {
		act_rollback(a);
		return false;
	}
	end(a);
	return true;
}

/* The tree by its number, read once in an act; its index in a->trees. */
static bool
open_tree(struct act *a, int64_t tree, size_t *index, struct err *err)
{
	struct db_tree t;

	for (size_t i = 0; i < a->n_trees; i++)
		if (a->trees[i].tree.tree == tree) {
			*index = i;
			return true;
		}
	if (!db_log_tree_get(a->store->db, tree, &t, err))
		return false;
	if (!ids_valid(t.log_id)) {
		db_tree_clear(&t);
		err_set(err, ERR_DAMAGED,
			_("%s is damaged: the id of a log is none"),
			db_path(a->store->db));
		return false;
	}
	a->trees = xrealloc_array(a->trees, a->n_trees + 1, sizeof(*a->trees));
	a->trees[a->n_trees] = (struct act_tree){ .tree = t };
	*index = a->n_trees++;
	return true;
}

bool
act_new_tree(struct act *a, int64_t case_id, struct err *err)
{
	char log_id[IDS_UID_SIZE];
	int64_t tree;

	ids_new(log_id);
	return db_log_tree_add(a->store->db, log_id, case_id, &tree, err);
}

bool
act_logs(const struct kind *k, size_t index)
{
	const struct field *f = kind_column(k, index);

	if (!f || (f->flags & FIELD_OF_PARTS))
		return false;
	switch (index) {
	case HEADER_CASE:	/* a case's tree says it by itself */
		return k->flags & KIND_IN_STORE;
	case HEADER_ID:
	case HEADER_KIND:
	case HEADER_PARTY:
	case HEADER_VERSION:
	case HEADER_CREATED:
	case HEADER_CREATED_BY:
	case HEADER_CHANGED:
	case HEADER_CHANGED_BY:
	case HEADER_OF:
		return false;
	default:
		return true;
	}
}

struct logged {
	struct entry_field *fields;
	uint8_t (*salts)[ENTRY_SALT_SIZE];
	const char **values;	/* NULL for cleared */
	size_t n;
};

static void
collect(struct logged *l, const struct record *change)
{
	size_t n = kind_n(change->kind);

	l->n = 0;
	l->fields = xcalloc(n, sizeof(*l->fields));
	l->salts = xcalloc(n, sizeof(*l->salts));
	l->values = xcalloc(n, sizeof(*l->values));
	for (size_t i = 0; i < n; i++) {
		const struct value *v = &change->values[i];
		struct entry_field *f = &l->fields[l->n];

		if ((v->state != VALUE_SET && v->state != VALUE_CLEARED) ||
		    !act_logs(change->kind, i))
			continue;
		const char *text = v->state == VALUE_SET ? v->text : NULL;

		f->id = kind_column(change->kind, i)->id;
		ids_random(l->salts[l->n], ENTRY_SALT_SIZE);
		entry_commit(l->salts[l->n], f->id, text,
			text ? strlen(text) : 0, f->commitment);
		l->values[l->n++] = text;
	}
}

static void
forget(struct logged *l)
{
	free(l->fields);
	free(l->salts);
	free(l->values);
}

static bool
store_values(struct db *db, int64_t tree, int64_t seq, const struct logged *l,
	struct err *err)
{
	for (size_t i = 0; i < l->n; i++)
		if (!db_log_value_put(db, tree, seq, l->fields[i].id,
		    l->salts[i], l->values[i], err))
			return false;
	return true;
}

/* Which record is written about, in which tree, from which version. */
struct subject {
	int64_t tree;
	const struct db_entry *e;
	const char *parent_uid;	/* NULL for none */
	int64_t base;
};

/* An entry but for its place in a tree and its fields. */
static struct entry
entry_of(const struct act *a, const char *verb, const struct subject *about)
{
	return (struct entry){
		.act = a->id, .verb = verb, .uid = about->e->uid,
		.parent = about->parent_uid,
		.member = *a->member ? a->member : NULL,
		.party = *a->party ? a->party : NULL,
		.time = a->at, .zone = a->zone, .base = about->base,
	};
}

static bool
append(struct act *a, const char *verb, const struct subject *about,
	const struct record *change, char leaf_hex[ACT_LEAF_SIZE],
	struct err *err)
{
	size_t at;

	if (!open_tree(a, about->tree, &at, err))
		return false;
	struct db_tree *t = &a->trees[at].tree;
	struct entry entry = entry_of(a, verb, about);
	struct logged logged;
	struct strbuf data = STRBUF_INIT;
	uint8_t leaf[HASH_SIZE];

	collect(&logged, change);
	entry.log = t->log_id;
	entry.seq = (int64_t)t->merkle.size;
	entry.kind = change->kind->name;
	entry.fields = logged.fields;
	entry.n_fields = logged.n;
	entry_encode(&entry, &data);
	bool ok = db_log_append(a->store->db, t->tree, (int64_t)t->merkle.size,
			about->e->rid, data.text, data.len, err) &&
		store_values(a->store->db, t->tree, (int64_t)t->merkle.size,
			&logged, err);

	if (ok) {
		entry_leaf(data.text, data.len, leaf);
		merkle_append(&t->merkle, leaf);
		a->trees[at].dirty = true;
		if (leaf_hex)
			hash_hex(leaf, 4, leaf_hex);
	}
	strbuf_clear(&data);
	forget(&logged);
	return ok;
}

bool
act_note(struct act *a, int64_t tree, const char *verb,
	const struct record *change, const struct db_entry *e, int64_t base,
	struct err *err)
{
	struct subject about = { tree, e, NULL, base };

	return append(a, verb, &about, change, NULL, err);
}

static bool
tree_of(struct act *a, const struct kind *k, int64_t case_id, int64_t *tree,
	struct err *err)
{
	if (k->flags & KIND_IN_STORE) {
		*tree = DB_LOG_STORE;
		return true;
	}
	return db_log_tree_of_case(a->store->db, case_id, tree, err);
}

/* The audience of a record whose share means this, interned; its text goes into r. */
static bool
intern_audience(struct act *a, struct record *r, const char *meant,
	int64_t case_id, struct db_entry *e, struct err *err)
{
	struct db *db = a->store->db;
	struct db_audience now = { 0 };

	if (!cut_audience(db, e->rid, r, meant, &now, err))
		return false;
	bool ok = audience_intern(db, case_id, now.text, &e->audience_id, err);

	record_set(r, HEADER_AUDIENCE, now.text);
	db_audience_clear(&now);
	return ok;
}

/* Whom it was given to besides the team keeps it: what is set to more takes nothing
 * away from anybody. */
static bool
keep_given(struct act *a, const struct record *r, int64_t rid,
	struct strbuf *meant, struct err *err)
{
	struct db_audience had = { 0 }, is = { 0 };

	if (!rid || !record_has(r, HEADER_SHARE, "team") ||
	    !record_text(r, HEADER_MEANT))
		return true;
	if (!cut_given(a->store->db, rid, r, &had, err))
		return false;
	if (audience_read(meant->text, &is)) {
		audience_join(&is, &had);
		strbuf_reset(meant);
		strbuf_puts(meant, is.text);
	}
	db_audience_clear(&had);
	db_audience_clear(&is);
	return true;
}

/* Of a new record, or one whose share is set: what it means now is kept too, where
 * a share can be set at all. Parts have none. */
static bool
give_audience(struct act *a, struct record *r, int64_t case_id,
	struct db_entry *e, struct err *err)
{
	struct strbuf meant = STRBUF_INIT;
	bool ok = true;

	audience_meant(a, r, &meant);
	if (kind_field(r->kind, HEADER_SHARE)) {
		ok = keep_given(a, r, e->rid, &meant, err) &&
			share_put_after(a->store->db, e->rid, &meant, err);
		record_set(r, HEADER_MEANT, meant.text);
	}
	if (ok && meant.len)
		ok = intern_audience(a, r, meant.text, case_id, e, err);
	strbuf_clear(&meant);
	return ok;
}

/* What the program itself says of a new record. */
static bool
fill_header(struct act *a, struct record *r, const struct subject *about,
	struct err *err)
{
	struct entry entry = entry_of(a, "add", about);
	struct db_entry casefile;

	if (*about->e->ref)
		record_set(r, HEADER_REF, about->e->ref);
	replay_header(r, &entry);
	if (!(r->kind->flags & KIND_IN_STORE) || !about->e->case_id)
		return true;
	if (!db_entry_of_rid(a->store->db, about->e->case_id, &casefile, err))
		return false;
	record_set(r, HEADER_CASE, casefile.uid);
	return true;
}

/* The log of a case, whose first entry names the case. */
static bool
begin_log(struct act *a, const struct record *r, const struct db_entry *e,
	struct err *err)
{
	struct record nothing;
	int64_t tree;

	if (!act_new_tree(a, e->rid, err) ||
	    !db_log_tree_of_case(a->store->db, e->rid, &tree, err))
		return false;
	record_init(&nothing, r->kind);
	bool ok = act_note(a, tree, "begin", &nothing, e, 0, err);

	record_clear(&nothing);
	return ok;
}

/* A case's audience is of the case, which has no number before its row. */
static bool
write_new(struct act *a, struct record *r, struct db_entry *e, struct err *err)
{
	struct db *db = a->store->db;

	if (r->kind->no != KIND_CASEFILE)
		return give_audience(a, r, e->case_id, e, err) &&
			table_write(db, r, e, &a->words, err);
	return table_write(db, r, e, &a->words, err) &&
		begin_log(a, r, e, err) &&
		give_audience(a, r, e->rid, e, err) &&
		table_write(db, r, e, &a->words, err);
}

bool
act_add(struct act *a, struct record *r, int64_t case_id,
	const struct db_entry *parent, struct db_entry *e,
	char leaf[ACT_LEAF_SIZE], struct err *err)
{
	const char *uid = record_text(r, HEADER_ID);

	*e = (struct db_entry){ .kind = (int)r->kind->no, .case_id = case_id,
		.parent = parent ? parent->rid : 0 };
	if (uid)
		snprintf(e->uid, sizeof(e->uid), "%s", uid);
	else
		ids_new(e->uid);
	if ((r->kind->letter || !(r->kind->flags & KIND_IS_HIDDEN)) &&
	    !ref_new(a, r, case_id, parent ? parent->ref : NULL, e->ref, err))
		return false;
	struct subject about = { 0, e, parent ? parent->uid : NULL, 0 };

	return fill_header(a, r, &about, err) && write_new(a, r, e, err) &&
		tree_of(a, r->kind, case_id, &about.tree, err) &&
		append(a, "add", &about, r, leaf, err);
}

/* What a change says again as it is was not changed by it. */
static void
drop_unchanged(struct record *change, const struct record *now)
{
	for (size_t i = 0; i < kind_n(change->kind); i++)
		if (value_same(&change->values[i], &now->values[i]))
			record_unset(change, i);
}

/* A share that was set anew, as r has it now; it is logged besides. */
static bool
share_anew(struct act *a, struct record *r, struct db_entry *e,
	struct record *logged, struct err *err)
{
	if (!give_audience(a, r, e->case_id, e, err))
		return false;
	record_set(logged, HEADER_AUDIENCE, record_text(r, HEADER_AUDIENCE));
	record_set(logged, HEADER_MEANT, record_text(r, HEADER_MEANT));
	return true;
}

/* It is logged where it is another than it was. */
static bool
audience_anew(struct act *a, struct record *r, struct db_entry *e,
	struct record *logged, struct err *err)
{
	int64_t was = e->audience_id;

	if (!intern_audience(a, r, record_text(r, HEADER_MEANT), e->case_id, e,
	    err))
		return false;
	if (e->audience_id == was)
		record_unset(logged, HEADER_AUDIENCE);
	else
		record_set(logged, HEADER_AUDIENCE,
			record_text(r, HEADER_AUDIENCE));
	return true;
}

/* What the audience of a record follows from. */
static bool
is_of_audience(const struct record *change)
{
	static const size_t header[] = {
		HEADER_AUDIENCE, HEADER_HANDLING, HEADER_PRIVILEGE, HEADER_LEGAL,
		HEADER_RETRACTED
	};

	for (size_t i = 0; i < ARRAY_SIZE(header); i++)
		if (change->values[header[i]].state != VALUE_UNSET)
			return true;
	return change->kind->no == KIND_PERSON &&
		change->values[PERSON_PROTECTION].state != VALUE_UNSET;
}

static bool
follow_audience(struct act *a, struct record *r, const struct record *change,
	struct record *logged, struct db_entry *e, struct err *err)
{
	if (!kind_field(r->kind, HEADER_SHARE))
		return true;
	if (change->values[HEADER_SHARE].state == VALUE_SET)
		return share_anew(a, r, e, logged, err);
	return !is_of_audience(logged) || audience_anew(a, r, e, logged, err);
}

bool
act_set(struct act *a, const char *verb, struct record *r,
	const struct record *change, struct db_entry *e,
	char leaf[ACT_LEAF_SIZE], struct err *err)
{
	struct subject about = { 0, e, NULL, record_int(r, HEADER_VERSION) };
	struct entry entry = entry_of(a, verb, &about);
	struct record logged;
	struct db_entry parent;

	if (e->parent) {
		if (!db_entry_of_rid(a->store->db, e->parent, &parent, err))
			return false;
		about.parent_uid = parent.uid;
	}
	record_copy(&logged, change);
	/* An erasure names what is absent by now too: earlier entries had it. */
	if (strcmp(verb, "erase") != 0)
		drop_unchanged(&logged, r);
	record_apply(r, change);
	replay_header(r, &entry);
	bool ok = follow_audience(a, r, change, &logged, e, err) &&
		table_write(a->store->db, r, e, &a->words, err) &&
		tree_of(a, r->kind, e->case_id, &about.tree, err) &&
		append(a, verb, &about, &logged, leaf, err) &&
		(logged.values[HEADER_AUDIENCE].state == VALUE_UNSET ||
		 cut_follow(a, e, err));
	record_clear(&logged);
	return ok;
}
