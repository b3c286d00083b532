/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.c - what stands in the index, see search.h; asking it is in
 * search_find.c, its check in search_check.c. */
#include "db/search.h"

#include <string.h>

#include "base/strbuf.h"
#include "db/private.h"
#include "db/search_token.h"

#include "base/banned.h"

enum { COLUMNS = DB_SEARCH_KEYS };	/* of a table, the kind among them */

/* A table of the index: which keys are its columns in order; the kind is the last
 * one. */
static const struct table {
	const char *get, *drop, *put;
	enum db_search_key first;
	int n_keys;
} words_table = {
	"SELECT text, latin, skeleton, kind FROM search_fts"
		" WHERE rowid = :rid",
	"DELETE FROM search_fts WHERE rowid = :rid",
	"INSERT INTO search_fts(rowid, text, latin, skeleton, kind)"
		" VALUES(:rid, :0, :1, :2, :3)",
	DB_SEARCH_WORDS, 3
}, fragments_table = {
	"SELECT text, kind FROM fragment_fts WHERE rowid = :rid",
	"DELETE FROM fragment_fts WHERE rowid = :rid",
	"INSERT INTO fragment_fts(rowid, text, kind) VALUES(:rid, :0, :1)",
	DB_SEARCH_FRAGMENTS, 1
};

/* The columns of one row of a table. */
struct row {
	char audience[SEARCH_TOKEN_SIZE], kind[SEARCH_TOKEN_SIZE];
	const char *columns[COLUMNS];	/* without the audience */
	int n;
	bool is_empty;
};

static void
row_of(const struct table *t, const struct db_search_doc *doc, struct row *row)
{
	row->n = 0;
	row->is_empty = true;
	search_trigram(doc->audience_id, row->audience);
	if (t == &fragments_table)
		search_trigram(doc->kind, row->kind);
	else
		search_token(doc->kind, row->kind);
	while (row->n < t->n_keys) {
		const char *text = doc->keys[(int)t->first + row->n];

		row->is_empty = row->is_empty && !*text;
		row->columns[row->n++] = text;
	}
	row->columns[row->n++] = row->kind;
}

/* --- Is it there? ------------------------------------------------------- */

/* What stands in a column for a text: the audience before it, and of "" nothing. */
static bool
is_column(const char *column, const char *audience, const char *text)
{
	size_t n = strlen(audience);

	return *text ? strncmp(column, audience, n) == 0 &&
		strcmp(column + n, text) == 0 : !*column;
}

/* *there: a row is in the table; *same: it is this one, or none is wanted. */
static bool
same_row(struct db *db, const struct table *t, int64_t rid,
	const struct row *row, bool *there, bool *same, struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, t->get, &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	step = db_stmt_step(s, err);
	*there = step == DB_ROW;
	*same = *there != row->is_empty;
	for (int i = 0; step == DB_ROW && i < row->n; i++) {
		const char *text;

		if (!db_stmt_col_text(s, i, &text, err))
			step = DB_FAILED;
		else
			*same = *same && is_column(text ? text : "",
				row->audience, row->columns[i]);
	}
	db_stmt_done(s);
	return step != DB_FAILED;
}

bool
db_search_same(struct db *db, int64_t rid, const struct db_search_doc *doc,
	bool *same, struct err *err)
{
	struct row words, fragments;
	bool there;

	row_of(&words_table, doc, &words);
	row_of(&fragments_table, doc, &fragments);
	return same_row(db, &words_table, rid, &words, &there, same, err) &&
		(!*same || same_row(db, &fragments_table, rid, &fragments,
			&there, same, err));
}

/* --- Putting it there --------------------------------------------------- */

static bool
drop(struct db *db, const char *sql, int64_t rid, struct err *err)
{
	struct db_stmt *s;

	if (!db_stmt_get(db, sql, &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	return db_stmt_run(s, err);
}

static bool
insert(struct db *db, const struct table *t, int64_t rid, const struct row *row,
	struct err *err)
{
	static const char *const names[COLUMNS] = { ":0", ":1", ":2", ":3" };
	struct strbuf texts[COLUMNS];
	struct db_stmt *s;

	if (!db_stmt_get(db, t->put, &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	for (int i = 0; i < row->n; i++) {
		texts[i] = (struct strbuf)STRBUF_INIT;
		if (*row->columns[i])
			strbuf_puts(&texts[i], row->audience);
		strbuf_puts(&texts[i], row->columns[i]);
		db_stmt_text(s, names[i], texts[i].text);
	}
	bool ok = db_stmt_run(s, err);

	for (int i = 0; i < row->n; i++)
		strbuf_clear(&texts[i]);
	return ok;
}

static bool
put(struct db *db, const struct table *t, int64_t rid,
	const struct db_search_doc *doc, struct err *err)
{
	struct row row;
	bool there, same;

	row_of(t, doc, &row);
	if (!same_row(db, t, rid, &row, &there, &same, err))
		return false;
	if (same)
		return true;
	if (there && !drop(db, t->drop, rid, err))
		return false;
	return row.is_empty || insert(db, t, rid, &row, err);
}

bool
db_search_put(struct db *db, int64_t rid, const struct db_search_doc *doc,
	struct err *err)
{
	return put(db, &words_table, rid, doc, err) &&
		put(db, &fragments_table, rid, doc, err);
}

/* --- Of which keys ------------------------------------------------------ */

bool
db_search_version(struct db *db, int64_t *version, struct err *err)
{
	return db_run_int(db, "SELECT coalesce(max(version), 0) *"
		" (count(*) = 1) FROM search_keys_fts", version, err);
}

bool
db_search_set_version(struct db *db, int64_t version, struct err *err)
{
	struct db_stmt *s;

	if (!db_run(db, "DELETE FROM search_keys_fts", err) ||
	    !db_stmt_get(db, "INSERT INTO search_keys_fts VALUES(:version)", &s,
		err))
		return false;
	db_stmt_int(s, ":version", version);
	return db_stmt_run(s, err);
}
