/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.c - what stands in the index, see search.h; asking it is in
 * search_find.c, its check in search_check.c. */
#include "db/search.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "db/private.h"
#include "db/search_token.h"

#include "base/banned.h"

/* Both tables and their columns; the columns of the first are keys in order. */
#define GET_WORDS "SELECT text, latin, skeleton, aud, kind FROM search_fts" \
	" WHERE rowid = :rid"
#define GET_FRAGMENTS "SELECT text, aud, kind FROM fragment_fts" \
	" WHERE rowid = :rid"
#define PUT_WORDS "INSERT INTO search_fts(rowid, text, latin, skeleton, aud," \
	" kind) VALUES(:rid, :text, :latin, :skeleton, :audience, :kind)"
#define PUT_FRAGMENTS "INSERT INTO fragment_fts(rowid, text, aud, kind)" \
	" VALUES(:rid, :text, :audience, :kind)"

/* --- Is it there? ------------------------------------------------------- */

static bool
same_column(struct db_stmt *s, int i, const char *want, bool *same,
	struct err *err)
{
	const char *text;

	if (!db_stmt_col_text(s, i, &text, err))
		return false;
	*same = *same && strcmp(text ? text : "", want) == 0;
	return true;
}

/* The row of one table held against the texts of its columns; *there: there is
 * one. */
static bool
same_row(struct db *db, const char *sql, int64_t rid,
	const char *const *columns, int n, bool *there, bool *same,
	struct err *err)
{
	struct db_stmt *s;
	enum db_step step;

	if (!db_stmt_get(db, sql, &s, err))
		return false;
	db_stmt_int(s, ":rid", rid);
	step = db_stmt_step(s, err);
	*there = *same = step == DB_ROW;
	for (int i = 0; step == DB_ROW && i < n; i++)
		if (!same_column(s, i, columns[i], same, err))
			step = DB_FAILED;
	db_stmt_done(s);
	return step != DB_FAILED;
}

static bool
has_words(const struct db_search_doc *doc)
{
	return *doc->keys[DB_SEARCH_WORDS] || *doc->keys[DB_SEARCH_LATIN] ||
		*doc->keys[DB_SEARCH_SKELETON];
}

static bool
same_words(struct db *db, int64_t rid, const struct db_search_doc *doc,
	bool *there, bool *same, struct err *err)
{
	char audience[SEARCH_TOKEN_SIZE], kind[SEARCH_TOKEN_SIZE];
	const char *const columns[] = { doc->keys[DB_SEARCH_WORDS],
		doc->keys[DB_SEARCH_LATIN], doc->keys[DB_SEARCH_SKELETON],
		audience, kind };

	search_token('a', doc->audience_id, audience);
	search_token('k', doc->kind, kind);
	if (!same_row(db, GET_WORDS, rid, columns, 5, there, same, err))
		return false;
	*same = has_words(doc) ? *same : !*there;
	return true;
}

static bool
same_fragments(struct db *db, int64_t rid, const struct db_search_doc *doc,
	bool *there, bool *same, struct err *err)
{
	char audience[SEARCH_TOKEN_SIZE], kind[SEARCH_TOKEN_SIZE];
	const char *text = doc->keys[DB_SEARCH_FRAGMENTS];
	const char *const columns[] = { text, audience, kind };

	search_trigram(doc->audience_id, audience);
	search_trigram(doc->kind, kind);
	if (!same_row(db, GET_FRAGMENTS, rid, columns, 3, there, same, err))
		return false;
	*same = *text ? *same : !*there;
	return true;
}

bool
db_search_same(struct db *db, int64_t rid, const struct db_search_doc *doc,
	bool *same, struct err *err)
{
	bool there;

	return same_words(db, rid, doc, &there, same, err) && (!*same ||
		same_fragments(db, rid, doc, &there, same, err));
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
put_words(struct db *db, int64_t rid, const struct db_search_doc *doc,
	struct err *err)
{
	char audience[SEARCH_TOKEN_SIZE], kind[SEARCH_TOKEN_SIZE];
	struct db_stmt *s;
	bool there, same;

	if (!same_words(db, rid, doc, &there, &same, err))
		return false;
	if (same)
		return true;
	if (there && !drop(db, "DELETE FROM search_fts WHERE rowid = :rid", rid,
			err))
		return false;
	if (!has_words(doc))
		return true;
	if (!db_stmt_get(db, PUT_WORDS, &s, err))
		return false;
	search_token('a', doc->audience_id, audience);
	search_token('k', doc->kind, kind);
	db_stmt_int(s, ":rid", rid);
	db_stmt_text(s, ":text", doc->keys[DB_SEARCH_WORDS]);
	db_stmt_text(s, ":latin", doc->keys[DB_SEARCH_LATIN]);
	db_stmt_text(s, ":skeleton", doc->keys[DB_SEARCH_SKELETON]);
	db_stmt_text(s, ":audience", audience);
	db_stmt_text(s, ":kind", kind);
	return db_stmt_run(s, err);
}

static bool
put_fragments(struct db *db, int64_t rid, const struct db_search_doc *doc,
	struct err *err)
{
	char audience[SEARCH_TOKEN_SIZE], kind[SEARCH_TOKEN_SIZE];
	struct db_stmt *s;
	bool there, same;

	if (!same_fragments(db, rid, doc, &there, &same, err))
		return false;
	if (same)
		return true;
	if (there && !drop(db, "DELETE FROM fragment_fts WHERE rowid = :rid",
			rid, err))
		return false;
	if (!*doc->keys[DB_SEARCH_FRAGMENTS])
		return true;
	if (!db_stmt_get(db, PUT_FRAGMENTS, &s, err))
		return false;
	search_trigram(doc->audience_id, audience);
	search_trigram(doc->kind, kind);
	db_stmt_int(s, ":rid", rid);
	db_stmt_text(s, ":text", doc->keys[DB_SEARCH_FRAGMENTS]);
	db_stmt_text(s, ":audience", audience);
	db_stmt_text(s, ":kind", kind);
	return db_stmt_run(s, err);
}

bool
db_search_put(struct db *db, int64_t rid, const struct db_search_doc *doc,
	struct err *err)
{
	return put_words(db, rid, doc, err) && put_fragments(db, rid, doc, err);
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
