/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.c - see search.h. */
#include "db/search.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/private.h"

#include "base/banned.h"

/* "a-9223372036854775808" */
enum { TOKEN_SIZE = 24 };

struct stored {
	char *text;		/* owned; NULL: there is none */
	int kind;
	int64_t audience_id;
};

/* Is this the one spelling of a number's token? */
static bool
is_token(const char *text, char letter, int64_t n)
{
	char token[TOKEN_SIZE];

	snprintf(token, sizeof(token), "%c%" PRId64, letter, n);
	return strcmp(text, token) == 0;
}

static bool
read_stored(struct db_stmt *s, struct stored *stored, struct err *err)
{
	char audience[TOKEN_SIZE], kind[TOKEN_SIZE];
	const char *text;

	if (!db_stmt_col_text(s, 0, &text, err) ||
	    !db_stmt_copy(s, 1, audience, sizeof(audience), err) ||
	    !db_stmt_copy(s, 2, kind, sizeof(kind), err))
		return false;
	if (sscanf(audience, "a%" SCNd64, &stored->audience_id) != 1 ||
	    sscanf(kind, "k%d", &stored->kind) != 1 ||
	    !is_token(audience, 'a', stored->audience_id) ||
	    !is_token(kind, 'k', stored->kind))
		return err_set(err, ERR_DAMAGED,
			_("the search index is damaged"));
	stored->text = xstrdup(text ? text : "");
	return true;
}

static bool
load(struct db *db, int64_t rid, struct stored *stored, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;
	bool ok;

	*stored = (struct stored){ 0 };
	if (!db_stmt_get(db, "SELECT text, aud, kind FROM search_fts"
			" WHERE rowid = :rid", &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	step = db_stmt_step(s, err);
	ok = step == DB_END || (step == DB_ROW && read_stored(s, stored, err));
	db_stmt_done(s);
	return ok;
}

static bool
drop(struct db *db, int64_t rid, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, "DELETE FROM search_fts WHERE rowid = :rid", &s,
			err))
		return false;
	db_stmt_int(s, ":rid", rid);
	return db_stmt_run(s, err);
}

bool
db_search_put(struct db *db, int64_t rid, int kind, int64_t audience_id,
	const char *text, struct err *err)
{
	char audience_token[TOKEN_SIZE], kind_token[TOKEN_SIZE];
	struct stored old;
	struct db_stmt *s;
	bool is_same;

	if (!load(db, rid, &old, err))
		return false;
	is_same = old.text ? old.kind == kind &&
		old.audience_id == audience_id && !strcmp(old.text, text) :
		!*text;
	free(old.text);
	if (is_same)
		return true;
	if (old.text && !drop(db, rid, err))
		return false;
	if (!*text)
		return true;
	if (!db_stmt_get(db, "INSERT INTO search_fts(rowid, text, aud, kind)"
			" VALUES(:rid, :text, :audience, :kind)", &s, err))
		return false;
	snprintf(audience_token, sizeof(audience_token), "a%" PRId64,
		audience_id);
	snprintf(kind_token, sizeof(kind_token), "k%d", kind);
	db_stmt_int(s, ":rid", rid);
	db_stmt_text(s, ":text", text);
	db_stmt_text(s, ":audience", audience_token);
	db_stmt_text(s, ":kind", kind_token);
	return db_stmt_run(s, err);
}

bool
db_search_get(struct db *db, int64_t rid, char **text, int *kind,
	int64_t *audience_id, struct err *err)
{
	struct stored stored;

	if (!load(db, rid, &stored, err))
		return false;
	*text = stored.text;
	*kind = stored.kind;
	*audience_id = stored.audience_id;
	return true;
}

/* An FTS5 string: whatever is in it, its words are looked for in a row. */
static void
put_word(struct strbuf *query, const char *word)
{
	strbuf_putc(query, '"');
	for (; *word; word++) {
		if (*word == '"')
			strbuf_putc(query, '"');
		strbuf_putc(query, *word);
	}
	strbuf_putc(query, '"');
}

/* text : ("ana" AND "pop" *) AND aud : (a3 OR a7) AND kind : k4 */
static void
compose(struct strbuf *query, int kind, const int64_t *audiences,
	size_t n_audiences, const char *const *words, size_t n_words,
	bool prefix)
{
	for (size_t i = 0; i < n_words; i++) {
		strbuf_puts(query, i ? " AND " : "text : (");
		put_word(query, words[i]);
	}
	strbuf_puts(query, prefix ? " *)" : ")");
	for (size_t i = 0; i < n_audiences; i++)
		strbuf_printf(query, "%sa%" PRId64,
			i ? " OR " : " AND aud : (", audiences[i]);
	strbuf_puts(query, ")");
	if (kind)
		strbuf_printf(query, " AND kind : k%d", kind);
}

bool
db_search_find(struct db *db, int kind, const int64_t *audiences,
	size_t n_audiences, const char *const *words, size_t n_words,
	bool prefix, int64_t below, int64_t *rids, size_t n, size_t *found,
	struct err *err)
{
	struct strbuf query = STRBUF_INIT;
	struct db_stmt *s;
	enum db_step step = DB_END;
	size_t count = 0;

	*found = 0;
	if (n_words == 0 || n_audiences == 0 || n == 0)
		return true;
	if (!db_stmt_get(db, "SELECT rowid FROM search_fts WHERE search_fts"
			" MATCH :query AND rowid < :below ORDER BY rowid DESC"
			" LIMIT :n", &s, err))
		return false;
	compose(&query, kind, audiences, n_audiences, words, n_words, prefix);
	db_stmt_text(s, ":query", query.text);
	db_stmt_int(s, ":below", below);
	db_stmt_int(s, ":n", n > INT64_MAX ? INT64_MAX : (int64_t)n);
	while (count < n && (step = db_stmt_step(s, err)) == DB_ROW)
		rids[count++] = db_stmt_col_int(s, 0);
	db_stmt_done(s);
	strbuf_clear(&query);
	if (step == DB_FAILED)
		return false;
	*found = count;
	return true;
}

static bool
check_orphans(struct db *db, struct err *err)
{
	struct db_stmt *s;
	int64_t rid;

	if (!db_stmt_get(db, "SELECT rowid FROM search_fts WHERE rowid NOT IN"
			" (SELECT rid FROM record) LIMIT 1", &s, err))
		return false;
	switch (db_stmt_one(s, &rid, err)) {
	case DB_ROW:
		return err_set(err, ERR_CHECK, _("%s is damaged: the search "
			"index has a row %lld without a record"), db->path,
			(long long)rid);
	case DB_END:
		return true;
	default:
		return false;
	}
}

#define CHECK_INDEX "INSERT INTO search_fts(search_fts, rank)" \
	" VALUES('integrity-check', 1)"

static sqlite3_stmt *
prepare(sqlite3 *handle, const char *verb, const char *table, const char *rest)
{
	char *sql = xasprintf("%s \"%s\" %s", verb, table, rest);
	sqlite3_stmt *q = NULL;

	sqlite3_prepare_v2(handle, sql, -1, &q, NULL);
	free(sql);
	return q;
}

/* Give a table the rows that it has in another file. */
static bool
copy_rows(sqlite3 *from, sqlite3 *to, const char *table, const char *values)
{
	sqlite3_stmt *empty = prepare(to, "DELETE FROM", table, "");
	sqlite3_stmt *in = prepare(from, "SELECT * FROM", table, "");
	sqlite3_stmt *out = prepare(to, "INSERT INTO", table, values);
	bool ok = empty && in && out && sqlite3_step(empty) == SQLITE_DONE;
	int rc = SQLITE_DONE;

	while (ok && (rc = sqlite3_step(in)) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(in); i++)
			sqlite3_bind_value(out, i + 1,
				sqlite3_column_value(in, i));
		ok = sqlite3_step(out) == SQLITE_DONE;
		sqlite3_reset(out);
	}
	sqlite3_finalize(empty);
	sqlite3_finalize(in);
	sqlite3_finalize(out);
	return ok && rc == SQLITE_DONE;
}

/* Run FTS5's check on a copy of its tables that may be written. */
static bool
check_in_memory(struct db *db, int *rc, struct err *err)
{
	static const char *const tables[][2] = {
		{ "search_fts_data", "VALUES(?, ?)" },
		{ "search_fts_idx", "VALUES(?, ?, ?)" },
		{ "search_fts_content", "VALUES(?, ?, ?, ?)" },
		{ "search_fts_docsize", "VALUES(?, ?)" },
		{ "search_fts_config", "VALUES(?, ?)" },
	};
	struct db *copy;

	if (!db_create(&copy, ":memory:", err))
		return false;
	sqlite3_db_config(copy->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	bool ok = db_begin(copy, err);

	for (size_t i = 0; ok && i < ARRAY_SIZE(tables); i++) {
		ok = copy_rows(db->handle, copy->handle, tables[i][0],
			tables[i][1]);
		if (!ok)
			err_set(err, ERR_CHECK, _("%s is damaged: the search "
				"index cannot be read"), db->path);
	}
	if (ok)
		*rc = sqlite3_exec(copy->handle, CHECK_INDEX, NULL, NULL, NULL);
	db_close(copy);
	return ok;
}

static bool
check_in_place(struct db *db, int *rc, struct err *err)
{
	const bool is_within = db->writing;

	if (!is_within && !db_begin(db, err))
		return false;
	*rc = sqlite3_exec(db->handle, CHECK_INDEX, NULL, NULL, NULL);
	if (!is_within)
		db_rollback(db);
	return true;
}

bool
db_search_check(struct db *db, struct err *err)
{
	int rc = SQLITE_OK;

	if (!check_orphans(db, err))
		return false;
	if (db_is_read_only(db) ? !check_in_memory(db, &rc, err) :
	    !check_in_place(db, &rc, err))
		return false;
	if ((rc & 0xff) == SQLITE_CORRUPT)
		return err_set(err, ERR_CHECK, _("%s is damaged: the search "
			"index is not that of its texts"), db->path);
	return rc == SQLITE_OK || db_fault_of(db->path, NULL, rc, err);
}
