/* SPDX-License-Identifier: GPL-3.0-or-later */
/* local.c - see local.h. The file is opened, locked and migrated as a store
 * is. */
#include "db/local.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/erase.h"
#include "db/file.h"
#include "db/private.h"
#include "db/schema.h"
#include "base/banned.h"

struct db_local {
	char *path;
	struct db *db;		/* NULL while none can be opened there */
};

const struct db_format db_format_local = {
	.application_id = 0x4C49414C,	/* "LIAL" */
	.steps = db_schema_local,
};

/* Another process may make it at the same moment; then there is one. */
static bool
open_or_make(const char *path, struct db **db, struct err *err)
{
	if (strcmp(path, ":memory:") != 0 && db_open_as(db, path,
			&db_format_local, DB_SESSION, err))
		return true;
	if (strcmp(path, ":memory:") != 0 && err->code != ERR_NO_FILE)
		return false;
	if (db_create_as(db, path, &db_format_local, err))
		return true;
	return err->code == ERR_CANNOT_CREATE &&
		db_open_as(db, path, &db_format_local, DB_SESSION, NULL);
}

/* Open it and see whether its pages hold together. */
static bool
open_sound(const char *path, struct db **db, struct err *err)
{
	if (!open_or_make(path, db, err))
		return false;
	if (db_check_quick(*db, err) || err->code == ERR_BUSY)
		return true;
	db_close(*db);
	err->code = ERR_DAMAGED;
	return false;
}

/* Is there nothing, or something whole? Read without the lock, which is
 * held. */
static bool
is_sound(const char *path)
{
	struct err err = ERR_INIT;
	struct db *db;
	bool ok;

	if (!db_open_as(&db, path, &db_format_local, DB_READER, &err))
		return err.code == ERR_NO_FILE;
	ok = db_check_quick(db, &err) || err.code == ERR_BUSY;
	db_close(db);
	return ok;
}

/* Under the lock, for two may have found it damaged: the second one then finds
 * the new one of the first. */
static bool
begin_anew(const char *path, struct db **db, bool *aside, struct err *err)
{
	struct db_lock lock;
	bool ok;

	if (!db_lock_open(&lock, path, err))
		return false;
	ok = db_lock_take(&lock, db_wait_ms, err);
	if (ok && !is_sound(path))
		ok = *aside = db_file_set_aside(path, err);
	db_lock_close(&lock);
	return ok && open_or_make(path, db, err);
}

/* Open it at its path; a damaged one is set aside, which *aside says. */
static bool
open_there(struct db_local *l, bool *aside, struct err *err)
{
	struct err why = ERR_INIT;

	*aside = false;
	if (open_sound(l->path, &l->db, &why) || (why.code == ERR_DAMAGED &&
	    begin_anew(l->path, &l->db, aside, &why)))
		return true;
	l->db = NULL;
	if (err)
		*err = why;
	return false;
}

bool
db_local_open(struct db_local **out, const char *store, bool *aside,
	struct err *err)
{
	struct db_local *l = xcalloc(1, sizeof(*l));
	bool was_damaged;

	l->path = strcmp(store, ":memory:") ? xasprintf("%s.local", store) :
		xstrdup(store);
	if (!open_there(l, &was_damaged, err)) {
		db_local_close(l);
		return false;
	}
	*out = l;
	if (aside)
		*aside = was_damaged;
	return true;
}

void
db_local_close(struct db_local *l)
{
	if (!l)
		return;
	if (l->db)
		db_close(l->db);
	free(l->path);
	free(l);
}

/* What is typed must outlast the file that somebody removed: then it begins anew, as
 * when there was none. The old one is closed before: its WAL would be taken for that
 * of the new one. */
static bool
ready(struct db_local *l, struct err *err)
{
	bool aside;

	if (l->db && db_is_in_place(l->db, NULL))
		return true;
	if (l->db)
		db_close(l->db);
	return open_there(l, &aside, err);
}

/* Run a statement that writes, bound already, in a transaction of its own. done: was
 * a row written? NULL where it does not matter. */
static bool
run_alone(struct db *db, struct db_stmt *s, bool *done, struct err *err)
{
	if (!db_begin(db, err)) {
		db_stmt_done(s);
		return false;
	}
	if (!db_stmt_run(s, err)) {
		db_rollback(db);
		return false;
	}
	if (done)
		*done = sqlite3_changes(db->handle) > 0;
	return db_commit(db, err);
}

bool
db_local_put(struct db_local *l, const char *owner, const char *name,
	const char *value, struct err *err)
{
	struct db_stmt *s;

	if (!ready(l, err) || !db_stmt_get(l->db, value ?
			"INSERT INTO setting VALUES(:owner, :name, :value)"
			" ON CONFLICT DO UPDATE SET value = :value"
			" WHERE value <> :value" :
			"DELETE FROM setting WHERE owner = :owner"
			" AND name = :name", &s, err))
		return false;
	db_stmt_text(s, ":owner", owner);
	db_stmt_text(s, ":name", name);
	if (value)
		db_stmt_text(s, ":value", value);
	return run_alone(l->db, s, NULL, err);
}

/* The one text that a statement gives, which is bound; NULL if it gives none. */
static bool
one_text(struct db_stmt *s, char **out, struct err *err)
{
	const char *text = NULL;
	enum db_step step = db_stmt_step(s, err);

	if (step == DB_ROW && !db_stmt_col_text(s, 0, &text, err))
		step = DB_FAILED;
	if (step != DB_FAILED)
		*out = xstrdup(text);
	db_stmt_done(s);
	return step != DB_FAILED;
}

bool
db_local_get(struct db_local *l, const char *owner, const char *name,
	char **value, struct err *err)
{
	struct db_stmt *s;

	if (!ready(l, err) ||
	    !db_stmt_get(l->db, "SELECT value FROM setting WHERE owner = :owner"
			" AND name = :name", &s, err))
		return false;
	db_stmt_text(s, ":owner", owner);
	db_stmt_text(s, ":name", name);
	return one_text(s, value, err);
}

bool
db_local_next(struct db_local *l, const char *owner, const char *prefix,
	const char *after, char **name, struct err *err)
{
	struct db_stmt *s;

	if (!ready(l, err) ||
	    !db_stmt_get(l->db, "SELECT name FROM setting WHERE owner = :owner"
			" AND name > :after"
			" AND substr(name, 1, length(:prefix)) = :prefix"
			" ORDER BY name LIMIT 1", &s, err))
		return false;
	db_stmt_text(s, ":owner", owner);
	db_stmt_text(s, ":prefix", prefix);
	db_stmt_text(s, ":after", after);
	return one_text(s, name, err);
}

bool
db_local_draft_put(struct db_local *l, const char *owner,
	const struct db_draft *d, struct err *err)
{
	struct db_stmt *s;
	bool done;

	if (!ready(l, err) ||
	    !db_stmt_get(l->db, "INSERT INTO draft(owner, id, at, about, data,"
			" holder, beat) VALUES(:owner, :id, :at, :about, :data,"
			" :holder, :beat) ON CONFLICT DO UPDATE SET at = :at,"
			" about = :about, data = :data, holder = :holder,"
			" beat = :beat WHERE holder IN ('', :holder)", &s, err))
		return false;
	db_stmt_text(s, ":holder", d->holder);
	db_stmt_int(s, ":beat", d->beat);
	db_stmt_text(s, ":owner", owner);
	db_stmt_text(s, ":id", d->id);
	db_stmt_int(s, ":at", d->at);
	db_stmt_text(s, ":about", d->about);
	db_stmt_blob(s, ":data", d->len ? (const void *)d->data : "", d->len);
	return run_alone(l->db, s, &done, err) && (done || err_set(err,
		ERR_STALE, _("the draft was taken over by another session")));
}

bool
db_local_draft_hold(struct db_local *l, const char *owner,
	const struct db_hold *h, bool *done, struct err *err)
{
	struct db_stmt *s;

	if (!ready(l, err) ||
	    !db_stmt_get(l->db, "UPDATE draft SET holder = :holder, beat = :beat"
			" WHERE owner = :owner"
			" AND coalesce(:id, id) = id AND holder IN (:from, :holder)", &s, err))
		return false;
	db_stmt_text(s, ":owner", owner);
	db_stmt_text(s, ":id", h->id);
	db_stmt_text(s, ":holder", h->holder);
	db_stmt_text(s, ":from", h->from);
	db_stmt_int(s, ":beat", h->beat);
	return run_alone(l->db, s, done, err);
}

bool
db_local_draft_drop(struct db_local *l, const char *owner, const char *id,
	struct err *err)
{
	struct db_stmt *s;

	if (!ready(l, err) ||
	    !db_stmt_get(l->db, "DELETE FROM draft WHERE owner = :owner"
			" AND id = :id", &s, err))
		return false;
	db_stmt_text(s, ":owner", owner);
	db_stmt_text(s, ":id", id);
	return run_alone(l->db, s, NULL, err);
}

static bool
read_draft(struct db_stmt *s, struct db_draft *d, struct err *err)
{
	struct db_draft got = { .at = db_stmt_col_int(s, 1) };
	const void *data;

	if (!db_stmt_copy(s, 0, got.id, sizeof(got.id), err) ||
	    !db_stmt_copy(s, 2, got.about, sizeof(got.about), err))
		return false;
	if (!db_stmt_copy(s, 4, got.holder, sizeof(got.holder), err))
		return false;
	got.beat = db_stmt_col_int(s, 5);
	data = db_stmt_col_blob(s, 3, &got.len);
	got.data = xmemdup(data, got.len);
	*d = got;
	return true;
}

bool
db_local_draft_get(struct db_local *l, const char *owner, int n,
	struct db_draft *d, bool *found, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	if (!ready(l, err) ||
	    !db_stmt_get(l->db, "SELECT id, at, about, data, holder, beat"
			" FROM draft"
			" WHERE owner = :owner ORDER BY at DESC, rowid DESC"
			" LIMIT 1 OFFSET :n", &s, err))
		return false;
	db_stmt_text(s, ":owner", owner);
	db_stmt_int(s, ":n", n);
	step = db_stmt_step(s, err);
	ok = step == DB_END || (step == DB_ROW && read_draft(s, d, err));
	db_stmt_done(s);
	if (ok)
		*found = step == DB_ROW;
	return ok;
}

void
db_draft_clear(struct db_draft *d)
{
	free(d->data);
	*d = (struct db_draft){ 0 };
}

/* ---- whoever's they are ---- */

bool
db_local_draft_after(struct db_local *l, char owner[DB_OWNER_SIZE],
	struct db_draft *d, bool *found, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	struct db_draft next = { 0 };
	bool ok;

	if (!ready(l, err) ||
	    !db_stmt_get(l->db, "SELECT id, at, about, data, holder, beat, owner"
			" FROM draft WHERE (owner, id) > (:owner, :id)"
			" ORDER BY owner, id LIMIT 1", &s, err))
		return false;
	db_stmt_text(s, ":owner", owner);
	db_stmt_text(s, ":id", d->id);
	step = db_stmt_step(s, err);
	ok = step == DB_END || (step == DB_ROW && read_draft(s, &next, err) &&
		db_stmt_copy(s, 6, owner, DB_OWNER_SIZE, err));
	db_stmt_done(s);
	if (!ok) {
		db_draft_clear(&next);
		return false;
	}
	db_draft_clear(d);
	*d = next;
	*found = step == DB_ROW;
	return true;
}

static bool
read_text(struct db_stmt *s, char owner[DB_OWNER_SIZE], char **name,
	char **value, struct err *err)
{
	const char *text;

	if (!db_stmt_copy(s, 0, owner, DB_OWNER_SIZE, err) ||
	    !db_stmt_col_text(s, 1, &text, err))
		return false;
	free(*name);
	*name = xstrdup(text);
	if (!db_stmt_col_text(s, 2, &text, err))
		return false;
	*value = xstrdup(text);
	return true;
}

bool
db_local_text_after(struct db_local *l, char owner[DB_OWNER_SIZE], char **name,
	char **value, bool *found, struct err *err)
{
	char *after = xstrdup(*name ? *name : ""), *was = xstrdup(owner);
	struct db_stmt *s;
	enum db_step step = DB_FAILED;

	if (ready(l, err) &&
	    db_stmt_get(l->db, "SELECT owner, name, value FROM setting"
			" WHERE (owner, name) > (:owner, :name)"
			" ORDER BY owner, name LIMIT 1", &s, err)) {
		db_stmt_text(s, ":owner", was);
		db_stmt_text(s, ":name", after);
		step = db_stmt_step(s, err);
		if (step == DB_ROW && !read_text(s, owner, name, value, err))
			step = DB_FAILED;
		db_stmt_done(s);
	}
	free(after);
	free(was);
	*found = step == DB_ROW;
	return step != DB_FAILED;
}

bool
db_local_purge(struct db_local *l, struct err *err)
{
	struct db *db;

	if (!strcmp(l->path, ":memory:"))
		return true;
	if (!db_open_as(&db, l->path, &db_format_local, DB_MAINTENANCE, err))
		return false;
	bool ok = db_erase_residue(db, err) && db_checkpoint(db, err);

	db_close(db);
	return ok;
}
