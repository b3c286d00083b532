/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row.c - see row.h. */
#include "db/row.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

/* ":f12", ":k12" */
enum { PARAMETER_SIZE = 24 };

struct db_cursor {
	struct db *db;
	struct db_stmt *s;
	const struct db_plan *plan;
	char *value;		/* what is looked for; lent to the statement */
	int64_t rid, case_id, audience_id;
	const char **text, **keys;	/* of the row, by field */
};

/* ---- writing ---- */

/* Does SQLite's list of columns, "lead.case_id, lead.ref", name this one? */
static bool
names_column(const char *list, const char *table, const char *column)
{
	char *name = xasprintf("%s.%s", table, column);
	size_t len = strlen(name);
	bool found = false;

	for (const char *at = list; !found && (at = strstr(at, name));
	     at += len)
		found = at > list && at[-1] == ' ' &&
			(!at[len] || at[len] == ',');
	free(name);
	return found;
}

/* The permanent id of the field that has a name. */
static int
id_of(const struct db_table *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++) {
		if (t->fields[i] && !strcmp(t->fields[i]->name, name))
			return t->fields[i]->id;
	}
	return ERR_NOWHERE;
}

/* A statement has just failed: if a value was there before, say which. */
static bool
refused(struct db *db, const struct db_table *t, struct err *err)
{
	const char *list = sqlite3_errmsg(db->handle);

	if (sqlite3_extended_errcode(db->handle) != SQLITE_CONSTRAINT_UNIQUE)
		return false;
	if (names_column(list, "record", "ref"))
		return err_field(err, ERR_RULE, id_of(t, "ref"),
			_("another record has this ref already"));
	if (names_column(list, "record", "uid"))
		return err_field(err, ERR_RULE, id_of(t, "id"),
			_("another record has this id already"));
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = t->fields[i];

		if (db_plan_is_column(f) && (f->flags & FIELD_UNIQUE) &&
		    names_column(list, t->name, f->name))
			return err_field(err, ERR_RULE, f->id, _("%s: another "
				"record of the party has this value already"),
				_(f->label));
	}
	return false;
}

static void
bind_values(struct db_stmt *s, const struct db_table *t,
	const struct db_values *values)
{
	char name[PARAMETER_SIZE];

	for (size_t i = 0; i < t->n; i++) {
		if (db_plan_is_column(t->fields[i]) && values->text[i]) {
			snprintf(name, sizeof(name), ":f%zu", i);
			db_stmt_text(s, name, values->text[i]);
		}
		if (db_plan_is_sorted(t->fields[i]) && values->keys[i]) {
			snprintf(name, sizeof(name), ":k%zu", i);
			db_stmt_text(s, name, values->keys[i]);
		}
	}
}

static bool
write_row(struct db *db, const struct db_table *t, enum db_plan_shape shape,
	const struct db_entry *e, const struct db_values *values,
	struct err *err)
{
	const struct db_plan *plan = db_plan_get(&db->plans, t, shape, 0, NULL);
	struct db_stmt *s;

	if (!db_stmt_get(db, plan->sql, &s, err))
		return false;
	db_stmt_int(s, ":rid", e->rid);
	db_stmt_int(s, ":audience", e->audience_id);
	if (shape == DB_PLAN_INSERT) {
		db_stmt_int(s, ":case", e->case_id);
		if (t->is_part)
			db_stmt_int(s, ":parent", e->parent);
	}
	bind_values(s, t, values);
	if (!db_stmt_run(s, err))
		return refused(db, t, err);
	if (sqlite3_changes(db->handle) != 1)
		return err_set(err, ERR_NOT_FOUND,
			_("there is no such record"));
	return true;
}

static bool
insert_entry(struct db *db, const struct db_table *t, struct db_entry *e,
	struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "INSERT INTO record(rid, uid, kind, case_id, ref,"
			" audience_id, parent) VALUES(nullif(:rid, 0), :uid,"
			" :kind, :case, :ref, :audience, nullif(:parent, 0))",
			&s, err))
		return false;
	db_stmt_int(s, ":rid", e->rid);
	db_stmt_text(s, ":uid", e->uid);
	db_stmt_int(s, ":kind", e->kind);
	db_stmt_int(s, ":case", e->case_id);
	db_stmt_text(s, ":ref", e->ref);
	db_stmt_int(s, ":audience", e->audience_id);
	db_stmt_int(s, ":parent", e->parent);
	if (!db_stmt_run(s, err))
		return refused(db, t, err);
	e->rid = sqlite3_last_insert_rowid(db->handle);
	return true;
}

bool
db_row_insert(struct db *db, const struct db_table *t, struct db_entry *entry,
	const struct db_values *values, struct err *err)
{
	struct db_entry e = *entry;

	assert(db->writing && e.kind == t->kind && t->is_part == !!e.parent);
	if (!db_run(db, "SAVEPOINT one", err))
		return false;
	if (!insert_entry(db, t, &e, err) ||
	    !write_row(db, t, DB_PLAN_INSERT, &e, values, err) ||
	    !db_tally_add(db, &e, err)) {
		db_run(db, "ROLLBACK TO one", NULL);
		db_run(db, "RELEASE one", NULL);
		return false;
	}
	if (!db_run(db, "RELEASE one", err))
		return false;
	entry->rid = e.rid;
	return true;
}

static bool
update_entry(struct db *db, const struct db_table *t,
	const struct db_entry *old, const struct db_entry *new,
	struct err *err)
{
	struct db_stmt *s;

	if (old->audience_id == new->audience_id && !strcmp(old->ref, new->ref))
		return true;
	if (!db_stmt_get(db, "UPDATE record SET ref = :ref,"
			" audience_id = :audience WHERE rid = :rid", &s, err))
		return false;
	db_stmt_text(s, ":ref", new->ref);
	db_stmt_int(s, ":audience", new->audience_id);
	db_stmt_int(s, ":rid", new->rid);
	if (!db_stmt_run(s, err))
		return refused(db, t, err);
	return old->audience_id == new->audience_id ||
		(db_tally_drop(db, old, err) && db_tally_add(db, new, err));
}

bool
db_row_update(struct db *db, const struct db_table *t,
	const struct db_entry *entry, const struct db_values *values,
	struct err *err)
{
	struct db_entry old;

	assert(db->writing && entry->kind == t->kind);
	return db_entry_of_rid(db, entry->rid, &old, err) &&
		update_entry(db, t, &old, entry, err) &&
		write_row(db, t, DB_PLAN_UPDATE, entry, values, err);
}

/* ---- reading ---- */

/* Which rows a cursor is to find, by which statement. */
struct search {
	enum db_plan_shape shape;
	size_t field;		/* of DB_PLAN_FIND_* */
	const bool *wanted;
};

static struct db_cursor *
cursor_new(struct db *db, const struct db_table *t, const struct search *search,
	struct err *err)
{
	const struct db_plan *plan = db_plan_get(&db->plans, t, search->shape,
		search->field, search->wanted);
	struct db_cursor *c;
	struct db_stmt *s;

	if (!db_stmt_get(db, plan->sql, &s, err))
		return NULL;
	c = xcalloc(1, sizeof(*c));
	*c = (struct db_cursor){ .db = db, .s = s, .plan = plan };
	c->text = xcalloc(t->n, sizeof(*c->text));
	c->keys = xcalloc(t->n, sizeof(*c->keys));
	db->plans.cursors++;
	return c;
}

bool
db_row_get(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t rid, struct db_cursor **c, struct err *err)
{
	const struct search search = { DB_PLAN_GET, 0, wanted };

	if (!(*c = cursor_new(db, t, &search, err)))
		return false;
	db_stmt_int((*c)->s, ":rid", rid);
	return true;
}

bool
db_row_scan(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t case_id, int64_t audience_id, int64_t below,
	struct db_cursor **c, struct err *err)
{
	const struct search search = { DB_PLAN_SCAN, 0, wanted };

	if (!(*c = cursor_new(db, t, &search, err)))
		return false;
	db_stmt_int((*c)->s, ":case", case_id);
	db_stmt_int((*c)->s, ":audience", audience_id);
	db_stmt_int((*c)->s, ":below", below);
	return true;
}

bool
db_row_find(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t case_id, size_t field, const char *value,
	struct db_cursor **c, struct err *err)
{
	const bool by_text = t->fields[field]->flags &
		(FIELD_UNIQUE | FIELD_INDEXED);
	const struct search search = { by_text ? DB_PLAN_FIND_TEXT :
		DB_PLAN_FIND_SORTED, field, wanted };

	assert(by_text || db_plan_is_sorted(t->fields[field]));
	if (!(*c = cursor_new(db, t, &search, err)))
		return false;
	(*c)->value = xstrdup(value);
	db_stmt_int((*c)->s, ":case", case_id);
	db_stmt_text((*c)->s, ":value", (*c)->value);
	if (!by_text)
		db_stmt_int((*c)->s, ":kind", t->kind);
	return true;
}

bool
db_row_parts(struct db *db, const struct db_table *t, int64_t parent,
	struct db_cursor **c, struct err *err)
{
	const struct search search = { DB_PLAN_PARTS, 0, NULL };

	assert(t->is_part);
	if (!(*c = cursor_new(db, t, &search, err)))
		return false;
	db_stmt_int((*c)->s, ":parent", parent);
	return true;
}

bool
db_row_all(struct db *db, const struct db_table *t, int64_t above,
	struct db_cursor **c, struct err *err)
{
	const struct search search = { DB_PLAN_ALL, 0, NULL };

	if (!(*c = cursor_new(db, t, &search, err)))
		return false;
	db_stmt_int((*c)->s, ":above", above);
	return true;
}

/* All at once, for a text that there is no memory for must not look absent. */
static bool
read_row(struct db_cursor *c, struct err *err)
{
	const struct db_plan *plan = c->plan;

	c->rid = db_stmt_col_int(c->s, 0);
	c->case_id = db_stmt_col_int(c->s, 1);
	c->audience_id = db_stmt_col_int(c->s, 2);
	for (size_t i = 0; i < plan->key.table->n; i++) {
		if (plan->text_at[i] >= 0 && !db_stmt_col_text(c->s,
				plan->text_at[i], &c->text[i], err))
			return false;
		if (plan->key_at[i] >= 0 && !db_stmt_col_text(c->s,
				plan->key_at[i], &c->keys[i], err))
			return false;
	}
	return true;
}

bool
db_cursor_next(struct db_cursor *c, struct err *err)
{
	return db_stmt_step(c->s, err) == DB_ROW && read_row(c, err);
}

int64_t
db_cursor_rid(const struct db_cursor *c)
{
	return c->rid;
}

int64_t
db_cursor_case(const struct db_cursor *c)
{
	return c->case_id;
}

int64_t
db_cursor_audience(const struct db_cursor *c)
{
	return c->audience_id;
}

const char *
db_cursor_text(const struct db_cursor *c, size_t field)
{
	assert(field < c->plan->key.table->n);
	return c->text[field];
}

const char *
db_cursor_key(const struct db_cursor *c, size_t field)
{
	assert(field < c->plan->key.table->n);
	return c->keys[field];
}

void
db_cursor_close(struct db_cursor *c)
{
	if (!c)
		return;
	c->db->plans.cursors--;
	db_stmt_done(c->s);
	free(c->value);
	free(c->text);
	free(c->keys);
	free(c);
}
