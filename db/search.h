/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.h - the full-text index over folded text, with the audience as a word
 * of each row (decisions.md D11). */
#ifndef DB_SEARCH_H
#define DB_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* Put, replace or (text "") drop the folded text of a record. Nothing is
 * written if it is there already. */
bool db_search_put(struct db *db, int64_t rid, int kind, int64_t audience_id,
	const char *text, struct err *err);

/* What is stored for a record: caller frees; NULL if nothing is. */
bool db_search_get(struct db *db, int64_t rid, char **text, int *kind,
	int64_t *audience_id, struct err *err);

/*
 * Newest first below rid, at most n: records of a kind (0: any) in these
 * audiences that hold all of the folded words, the last of which may be the
 * beginning of a word when prefix is set. A word that has neither letter nor
 * digit finds nothing, and no words find nothing. Words are quoted here; no
 * query syntax reaches SQLite.
 */
bool db_search_find(struct db *db, int kind, const int64_t *audiences,
	size_t n_audiences, const char *const *words, size_t n_words,
	bool prefix, int64_t below, int64_t *rids, size_t n, size_t *found,
	struct err *err);

/*
 * FTS5's own integrity check, and that no row is there without a record:
 * CHECK. FTS5 checks by a write that changes nothing, so this takes the writer
 * lock (and is not called between db_read_begin and db_read_end); for a reader
 * a copy in memory is checked.
 */
bool db_search_check(struct db *db, struct err *err);

#endif
