/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.h - the full-text index over keys that are made elsewhere, each word
 * with the audience of its row, and the kind a word besides, so that a question is
 * answered by the index alone and costs what the viewer sees, and nothing of what
 * they do not (decisions.md D11). */
#ifndef DB_SEARCH_H
#define DB_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* A word of a key that begins with one of these characters is found by those words
 * of a question alone that begin with it too. */
enum { DB_SEARCH_APART = 0xF8F0, DB_SEARCH_APARTS = 5 };

/* What stands in the index for one record. */
enum db_search_key {
	DB_SEARCH_WORDS,	/* folded words, in their own script */
	DB_SEARCH_LATIN,	/* their Latin form, where it is another */
	DB_SEARCH_SKELETON,	/* what they sound like, where it is another */
	DB_SEARCH_FRAGMENTS,	/* text that is found by any three letters of it */
	DB_SEARCH_KEYS
};

struct db_search_doc {
	int kind;
	int64_t audience_id;
	const char *keys[DB_SEARCH_KEYS];	/* "" for none */
};

/* Put, replace or (all keys "") drop what stands for a record. Nothing is
 * written if it is there already. */
bool db_search_put(struct db *db, int64_t rid, const struct db_search_doc *doc,
	struct err *err);

/* Does just this stand for a record? DAMAGED when the rows of the index cannot
 * be read. */
bool db_search_same(struct db *db, int64_t rid, const struct db_search_doc *doc,
	bool *same, struct err *err);

struct db_search_word {
	const char *text;
	bool begins;		/* the beginning of a word will do */
	const char *latin;	/* WORDS: or this, among Latin forms too; or NULL */
	bool or_else;		/* another set of words begins: any set will do */
};

struct db_search_query {
	enum db_search_key key;	/* LATIN and SKELETON look among the folded
				 * words too, for where they are the same */
	int kind;		/* 0: any */
	const int64_t *audiences;
	size_t n_audiences;
	const struct db_search_word *words;	/* of fragments: three letters
						 * at least */
	size_t n_words;
};

/*
 * Newest first below rid, at most n: the records in these audiences that hold
 * all of the words, or all of one of the sets that they fall into. A word that has
 * neither letter nor digit finds nothing, and no words find nothing. Words are
 * quoted here; no query syntax reaches SQLite.
 */
bool db_search_find(struct db *db, const struct db_search_query *query,
	int64_t below, int64_t *rids, size_t n, size_t *found, struct err *err);

/* Which version of the keys the index was made of; 0: not said yet. */
bool db_search_version(struct db *db, int64_t *version, struct err *err);

/* Say so. Within a transaction. */
bool db_search_set_version(struct db *db, int64_t version, struct err *err);

/*
 * FTS5's own integrity check, and that no row is there without a record:
 * CHECK. FTS5 checks by a write that changes nothing, so this takes the writer
 * lock (and is not called between db_read_begin and db_read_end); for a reader
 * a copy in memory is checked.
 */
bool db_search_check(struct db *db, struct err *err);

#endif
