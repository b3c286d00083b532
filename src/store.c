/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store.c - see store.h. */
#include "src/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/ids.h"
#include "base/manner.h"
#include "base/strbuf.h"
#include "db/counter.h"
#include "src/act.h"
#include "src/door.h"
#include "src/keyfile.h"
#include "src/newstore.h"
#include "src/storelog.h"
#include "src/table.h"
#include "src/value.h"
#include "src/words.h"
#include "base/banned.h"

/* What was typed, as its field takes it. */
static bool
set_typed(struct record *r, size_t index, const char *text, struct err *err)
{
	const struct field *f = kind_field(r->kind, index);
	struct value_context ctx = { .zone = "UTC" };
	struct strbuf value = STRBUF_INIT;
	bool invalid;
	bool ok = value_parse(f, text, strlen(text), &ctx, &value, &invalid,
		err);

	if (ok && value.len == 0)
		ok = err_field(err, ERR_INVALID, f->id, _("%s is required"),
			manner_field(f));
	if (ok)
		record_set(r, index, value.text);
	strbuf_clear(&value);
	return ok;
}

/* What this store is, as its first entry will say. */
static bool
describe(struct record *r, const char *party, const char *name, bool training,
	struct err *err)
{
	char identity[IDS_UID_SIZE];

	ids_new(identity);
	record_set(r, STORELOG_TRAINING, training ? "yes" : "no");
	record_set(r, STORELOG_IDENTITY, identity);
	record_set_int(r, STORELOG_EPOCH, 0);
	return set_typed(r, STORELOG_PARTY_CODE, party, err) &&
		set_typed(r, STORELOG_MEMBER_NAME, name, err) &&
		store_kind.check(r, err);
}

/* The first entry of the first tree. */
static bool
log_init(struct store *s, struct record *r, struct err *err)
{
	struct act a;
	struct db_entry e;

	if (!act_begin(&a, s, NULL, err))
		return false;
	if (act_new_tree(&a, 0, err) &&
	    act_add(&a, r, 0, NULL, &e, NULL, err))
		return act_commit(&a, err);
	act_rollback(&a);
	return false;
}

static bool
make_aside(const char *temp, struct record *r, const struct note_key *key,
	struct err *err)
{
	struct store s = { 0 };

	if (key)
		s.key = *key;
	if (key ? !keyfile_put(temp, key, err) :
	    !keyfile_make(temp, &s.key, err))
		return false;
	s.has_key = true;
	bool ok = db_create(&s.db, temp, err) && words_refresh(s.db, err) &&
		log_init(&s, r, err);

	store_close(&s);
	return ok;
}

/* Aside, so that a full disk or a kill leaves no half of a store in its
 * place. */
static bool
make(const char *path, struct record *r, const struct note_key *key,
	struct err *err)
{
	struct newstore made;

	if (!newstore_begin(&made, path, err))
		return false;
	bool ok = make_aside(made.temp, r, key, err) && newstore_place(&made, err);

	newstore_drop(&made);
	return ok;
}

bool
store_init(const char *path, const char *party, const char *name, bool training,
	const struct note_key *key, struct err *err)
{
	struct record r;

	record_init(&r, &store_kind);
	bool ok = describe(&r, party, name, training, err) &&
		make(path, &r, key, err);

	record_clear(&r);
	return ok;
}

/* The store's own record; a file in which init was cut short has none. */
static bool
load_self(struct store *s, struct err *err)
{
	struct db_cursor *c = NULL;
	struct db_entry e;
	struct record r;
	struct err why = ERR_INIT;

	if (!db_row_all(s->db, table_of(&store_kind), 0, &c, err))
		return false;
	bool found = db_cursor_next(c, &why) &&
		db_entry_of_rid(s->db, db_cursor_rid(c), &e, &why);

	if (found)
		table_record(&r, &store_kind, c, &e);
	db_cursor_close(c);
	if (!found && why.code == ERR_NONE)
		return err_set(err, ERR_DAMAGED,
			_("%s was begun and not finished: remove it and make it again"),
			db_path(s->db));
	if (!found) {
		if (err)
			*err = why;
		return false;
	}
	s->rid = e.rid;
	strbuf_fill(s->uid, sizeof(s->uid), e.uid);
	s->training = record_has(&r, STORELOG_TRAINING, "yes");
	strbuf_fill(s->party_code, sizeof(s->party_code),
		record_text(&r, STORELOG_PARTY_CODE));
	strbuf_fill(s->member_name, sizeof(s->member_name),
		record_text(&r, STORELOG_MEMBER_NAME));
	strbuf_fill(s->identity, sizeof(s->identity),
		record_text(&r, STORELOG_IDENTITY));
	record_clear(&r);
	return true;
}

/* Open it to bring it up to date, which is wanted alone. */
static bool
bring_up(const char *path)
{
	struct db *writer = NULL;
	bool ok = db_open(&writer, path, DB_SESSION, NULL) &&
		words_refresh(writer, NULL);

	db_close(writer);
	return ok;
}

/* A reader changes nothing; a store of an older version is first brought up to
 * date by one who may. */
static bool
open_file(struct db **db, const char *path, enum db_profile profile,
	struct err *err)
{
	struct err why = ERR_INIT;

	if (db_open(db, path, profile, &why))
		return true;
	if (profile == DB_READER && why.code == ERR_READ_ONLY && bring_up(path))
		return db_open(db, path, profile, err);
	if (err)
		*err = why;
	return false;
}

/*
 * An index of older keys finds too little, so it is made anew; where nothing can
 * be written it has to do. What is wrong with a damaged store, maintenance finds
 * out by itself.
 */
static bool
refresh_words(struct db *db, const char *path, enum db_profile profile,
	struct err *err)
{
	bool current;

	if (!words_are_current(db, &current, err))
		return false;
	if (current)
		return true;
	if (profile == DB_READER)
		bring_up(path);
	return db_is_read_only(db) || words_refresh(db, err);
}

bool
store_open(struct store *s, const char *path, enum db_profile profile,
	struct err *err)
{
	struct err why = ERR_INIT;

	*s = (struct store){ 0 };
	if (!open_file(&s->db, path, profile, err))
		return false;
	/* Maintenance finds out by itself what is wrong, and may mend it. */
	if ((!refresh_words(s->db, path, profile, &why) ||
	     !load_self(s, &why)) &&
	    (profile != DB_MAINTENANCE ||
	     (why.code != ERR_DAMAGED && why.code != ERR_NOT_FOUND))) {
		store_close(s);
		if (err)
			*err = why;
		return false;
	}
	if (profile == DB_READER || db_is_read_only(s->db))
		return true;
	s->has_key = keyfile_read(db_path(s->db), &s->key, &s->key_fault);
	/* Without local state the store works; a notice says what is lost. */
	if (profile == DB_SESSION)
		db_local_open(&s->local, db_path(s->db), &s->local_set_aside,
			&s->local_fault);
	return true;
}

void
store_close(struct store *s)
{
	db_local_close(s->local);
	db_close(s->db);
	note_key_wipe(&s->key);
	*s = (struct store){ 0 };
}

static bool
begin_epoch(struct store *s, struct act *a, struct record *r,
	const struct db_entry *e, struct err *err)
{
	struct record change;
	struct db_entry entry = *e;
	int64_t n, base = record_int(r, HEADER_VERSION);
	bool ok;

	record_init(&change, &store_kind);
	record_set_int(&change, STORELOG_EPOCH,
		record_int(r, STORELOG_EPOCH) + 1);
	ok = db_log_trees(s->db, &n, err) &&
		act_set(a, "restore", r, &change, &entry, NULL, err);
	/* The first tree has its entry by the change itself. */
	for (int64_t tree = 1; tree < n && ok; tree++) {
		struct db_tree t;

		ok = act_note(a, tree, "restore", &change, e, base, err) &&
			db_log_tree_get(s->db, tree, &t, err);
		if (ok) {
			ok = db_counter_raise(s->db, t.case_id, STORE_EPOCH_STEP, err);
			db_tree_clear(&t);
		}
	}
	record_clear(&change);
	return ok;
}

bool
store_new_epoch(struct store *s, struct err *err)
{
	struct act a;
	struct db_entry e;
	struct record r;

	if (!db_entry_of_rid(s->db, s->rid, &e, err) ||
	    !door_load(s, &e, &r, err))
		return false;
	bool ok = act_begin(&a, s, NULL, err);

	if (ok) {
		ok = begin_epoch(s, &a, &r, &e, err);
		if (ok)
			ok = act_commit(&a, err);
		else
			act_rollback(&a);
	}
	record_clear(&r);
	return ok;
}
