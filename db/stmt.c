/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stmt.c - see stmt.h. */
#include "db/stmt.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

/* More than the program has texts of its own; the rest are lists' choices of
 * columns, which may be prepared again. */
enum { STMTS_KEPT = 256 };

struct db_stmt {
	struct db *db;
	sqlite3_stmt *q;
	uint64_t hash;
	struct db_stmt *next;	/* of its chain */
	bool lent;
	int bound;		/* the first failure of binding */
};

/* Eight bytes at a time, after FNV-1a: each call looks for its statements by it. */
static uint64_t
hash_of(const char *text)
{
	uint64_t h = 14695981039346656037u, word;

	for (size_t n = strlen(text), take; n; text += take, n -= take) {
		take = n < sizeof(word) ? n : sizeof(word);
		word = 0;
		memcpy(&word, text, take);
		h = (h ^ word) * 1099511628211u;
		h ^= h >> 32;
	}
	return h;
}

/* Forget those that nobody uses. */
static void
drop_idle(struct db_stmts *stmts)
{
	for (size_t i = 0; i < ARRAY_SIZE(stmts->chains); i++) {
		struct db_stmt **at = &stmts->chains[i], *s;

		while ((s = *at)) {
			if (s->lent) {
				at = &s->next;
				continue;
			}
			*at = s->next;
			sqlite3_finalize(s->q);
			free(s);
			stmts->n--;
		}
	}
}

void
db_stmts_clear(struct db_stmts *stmts)
{
	assert(stmts->lent == 0);
	drop_idle(stmts);
}

static struct db_stmt *
prepare(struct db *db, const char *sql, uint64_t hash, struct err *err)
{
	struct db_stmt *s, **chain;
	sqlite3_stmt *q;

	if (db->stmts.n >= STMTS_KEPT)
		drop_idle(&db->stmts);
	db->step_began = db_ticks();
	if (sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
			&q, NULL) != SQLITE_OK) {
		db_fault(db, err);
		return NULL;
	}
	chain = &db->stmts.chains[hash % ARRAY_SIZE(db->stmts.chains)];
	s = xcalloc(1, sizeof(*s));
	*s = (struct db_stmt){ .db = db, .q = q, .hash = hash, .next = *chain };
	*chain = s;
	db->stmts.n++;
	return s;
}

bool
db_stmt_get(struct db *db, const char *sql, struct db_stmt **out,
	struct err *err)
{
	uint64_t hash = hash_of(sql);
	struct db_stmt *s = db->stmts.chains[hash %
		ARRAY_SIZE(db->stmts.chains)];

	while (s && (s->lent || s->hash != hash ||
		     strcmp(sqlite3_sql(s->q), sql) != 0))
		s = s->next;
	if (!s)
		s = prepare(db, sql, hash, err);
	if (!s)
		return false;
	s->lent = true;
	s->bound = SQLITE_OK;
	db->stmts.lent++;
	*out = s;
	return true;
}

static int
parameter(struct db_stmt *s, const char *name)
{
	int i = sqlite3_bind_parameter_index(s->q, name);

	assert(i > 0);
	return i;
}

static void
note_bound(struct db_stmt *s, int rc)
{
	if (s->bound == SQLITE_OK)
		s->bound = rc;
}

void
db_stmt_int(struct db_stmt *s, const char *name, int64_t n)
{
	note_bound(s, sqlite3_bind_int64(s->q, parameter(s, name), n));
}

void
db_stmt_text(struct db_stmt *s, const char *name, const char *text)
{
	note_bound(s, sqlite3_bind_text(s->q, parameter(s, name), text, -1,
		SQLITE_STATIC));
}

void
db_stmt_blob(struct db_stmt *s, const char *name, const void *data, size_t len)
{
	/* No bytes are an empty value, not NULL. */
	note_bound(s, sqlite3_bind_blob64(s->q, parameter(s, name),
		data && !len ? "" : data, len, SQLITE_STATIC));
}

/*
 * SQLite ends a transaction by itself on some failures (disk full, interrupted
 * write). What its caller still does must not then be saved piece by piece.
 */
static bool
lost_transaction(const struct db *db)
{
	return db->writing && sqlite3_get_autocommit(db->handle);
}

enum db_step
db_stmt_step(struct db_stmt *s, struct err *err)
{
	struct db *db = s->db;
	int rc;

	if (s->bound != SQLITE_OK) {
		db_fault_of(db->path, NULL, s->bound, err);
		return DB_FAILED;
	}
	if (lost_transaction(db)) {
		err_set(err, ERR_IO, _("%s: nothing was saved, for an earlier "
			"step failed"), db->path);
		return DB_FAILED;
	}
	db->step_began = db_ticks();
	rc = sqlite3_step(s->q);
	if (rc == SQLITE_ROW) {
		db->count.rows++;
		return DB_ROW;
	}
	if (rc != SQLITE_DONE) {
		db_fault(db, err);
		return DB_FAILED;
	}
	db->count.statements++;
	if (err)
		err_clear(err);
	return DB_END;
}

bool
db_stmt_run(struct db_stmt *s, struct err *err)
{
	enum db_step step = db_stmt_step(s, err);

	assert(step != DB_ROW);
	db_stmt_done(s);
	return step == DB_END;
}

enum db_step
db_stmt_one(struct db_stmt *s, int64_t *n, struct err *err)
{
	enum db_step step = db_stmt_step(s, err);

	if (step == DB_ROW)
		*n = db_stmt_col_int(s, 0);
	db_stmt_done(s);
	return step;
}

void
db_stmt_reset(struct db_stmt *s)
{
	sqlite3_reset(s->q);	/* says again what the last step said */
}

void
db_stmt_done(struct db_stmt *s)
{
	if (!s)
		return;
	sqlite3_reset(s->q);
	sqlite3_clear_bindings(s->q);
	s->lent = false;
	s->db->stmts.lent--;
}

int64_t
db_stmt_col_int(struct db_stmt *s, int i)
{
	return sqlite3_column_int64(s->q, i);
}

bool
db_stmt_col_text(struct db_stmt *s, int i, const char **text, struct err *err)
{
	const char *got = (const char *)sqlite3_column_text(s->q, i);

	if (!got && sqlite3_column_type(s->q, i) != SQLITE_NULL)
		return db_fault_of(s->db->path, NULL, SQLITE_NOMEM, err);
	/* What lies behind a NUL would be there and never be seen. */
	if (got && strlen(got) != (size_t)sqlite3_column_bytes(s->q, i))
		return err_set(err, ERR_DAMAGED,
			_("%s is damaged: a text holds a NUL"), s->db->path);
	*text = got;
	return true;
}

size_t
db_stmt_col_len(struct db_stmt *s, int i)
{
	return (size_t)sqlite3_column_bytes(s->q, i);
}

const void *
db_stmt_col_blob(struct db_stmt *s, int i, size_t *len)
{
	const void *data = sqlite3_column_blob(s->q, i);

	*len = (size_t)sqlite3_column_bytes(s->q, i);
	return data;
}

bool
db_stmt_copy(struct db_stmt *s, int i, char *out, size_t size, struct err *err)
{
	const char *text;
	size_t len;

	if (!db_stmt_col_text(s, i, &text, err))
		return false;
	len = text ? strlen(text) : 0;
	if (len >= size)
		return err_set(err, ERR_DAMAGED,
			_("%s is damaged: a text is longer than it may be"),
			s->db->path);
	memcpy(out, text ? text : "", len + 1);
	return true;
}

bool
db_run(struct db *db, const char *sql, struct err *err)
{
	struct db_stmt *s;

	return db_stmt_get(db, sql, &s, err) && db_stmt_run(s, err);
}

bool
db_run_int(struct db *db, const char *sql, int64_t *n, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, sql, &s, err))
		return false;
	switch (db_stmt_one(s, n, err)) {
	case DB_ROW:
		return true;
	case DB_END:
		return err_set(err, ERR_INTERNAL, "%s: %s", db->path, sql);
	default:
		return false;
	}
}
