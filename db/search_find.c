/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_find.c - asking the index, see search.h. */
#include "db/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/xalloc.h"
#include "db/private.h"
#include "db/search_token.h"

#include "base/banned.h"

/* Phrases that one statement asks for: each holds a page or two of the index in
 * memory for every segment of it. */
enum { PHRASES = 512 };

/* Where each key is looked for. */
static const struct {
	const char *sql, *columns;
} places[DB_SEARCH_KEYS] = {
#define FIND(table) "SELECT rowid FROM " table " WHERE " table \
	" MATCH :query AND rowid < :below ORDER BY rowid DESC LIMIT :n"
	[DB_SEARCH_WORDS] = { FIND("search_fts"), "text" },
	[DB_SEARCH_LATIN] = { FIND("search_fts"), "{text latin}" },
	[DB_SEARCH_SKELETON] = { FIND("search_fts"), "{text latin skeleton}" },
	[DB_SEARCH_FRAGMENTS] = { FIND("fragment_fts"), "text" },
#undef FIND
};

/* What is within an FTS5 string: whatever it is, its words are looked for in a
 * row. */
static void
put_quoted(struct strbuf *query, const char *text)
{
	for (; *text; text++) {
		if (*text == '"')
			strbuf_putc(query, '"');
		strbuf_putc(query, *text);
	}
}

/* A phrase among the rows of one audience: its words stand there with it. */
static void
put_phrase(struct strbuf *query, int64_t audience, const char *text, bool begins)
{
	char token[SEARCH_TOKEN_SIZE];

	search_trigram(audience, token);
	strbuf_putc(query, '"');
	strbuf_puts(query, token);
	put_quoted(query, text);
	strbuf_puts(query, begins ? "\" *" : "\"");
}

/* text : ("...pop" * OR "...pop" *), once for each audience. */
static void
put_word(struct strbuf *query, const char *columns,
	const struct db_search_query *q, const char *text, bool begins)
{
	strbuf_puts(query, columns);
	for (size_t i = 0; i < q->n_audiences; i++) {
		strbuf_puts(query, i ? " OR " : " : (");
		put_phrase(query, q->audiences[i], text, begins);
	}
	strbuf_putc(query, ')');
}

static void
put_kind(struct strbuf *query, const struct db_search_query *q)
{
	char token[SEARCH_TOKEN_SIZE];

	if (q->key == DB_SEARCH_FRAGMENTS)
		search_trigram(q->kind, token);
	else
		search_token(q->kind, token);
	strbuf_puts(query, " AND ");
	put_word(query, "kind", q, token, false);
}

/* ((text : ("ana")) AND (text : ("pop" *) OR {text latin} : ("pop" *))) AND kind :
 * ("k4"); of several sets ((...) AND (...) OR (...)) AND kind ... */
static void
compose(struct strbuf *query, const struct db_search_query *q)
{
	for (size_t i = 0; i < q->n_words; i++) {
		const struct db_search_word *w = &q->words[i];

		strbuf_puts(query, i == 0 ? "((" : w->or_else ? ") OR (" :
			") AND (");
		put_word(query, places[q->key].columns, q, w->text, w->begins);
		if (!w->latin)
			continue;
		strbuf_puts(query, " OR ");
		put_word(query, places[DB_SEARCH_LATIN].columns, q, w->latin,
			w->begins);
	}
	strbuf_puts(query, "))");
	if (q->kind)
		put_kind(query, q);
}

static bool
ask(struct db *db, const struct db_search_query *q, int64_t below,
	int64_t *rids, size_t n, size_t *found, struct err *err)
{
	struct strbuf query = STRBUF_INIT;
	struct db_stmt *s;
	enum db_step step = DB_END;
	size_t count = 0;

	if (!db_stmt_get(db, places[q->key].sql, &s, err))
		return false;
	compose(&query, q);
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

static int
newest_first(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x < y) - (x > y);
}

/* How many audiences one statement asks for. */
static size_t
at_once(const struct db_search_query *q)
{
	size_t phrases = (q->kind != 0);

	for (size_t i = 0; i < q->n_words; i++)
		phrases += q->words[i].latin ? 2 : 1;
	return phrases < PHRASES ? PHRASES / phrases : 1;
}

bool
db_search_find(struct db *db, const struct db_search_query *q, int64_t below,
	int64_t *rids, size_t n, size_t *found, struct err *err)
{
	struct db_search_query part = *q;
	size_t most, count = 0;
	int64_t *all = NULL;
	bool ok = true;

	*found = 0;
	if (q->n_words == 0 || q->n_audiences == 0 || n == 0)
		return true;
	most = at_once(q);
	if (q->n_audiences <= most)
		return ask(db, q, below, rids, n, found, err);
	all = xcalloc(2 * n, sizeof(*all));
	for (size_t i = 0; ok && i < q->n_audiences; i += most) {
		size_t more, left = q->n_audiences - i;

		part.audiences = q->audiences + i;
		part.n_audiences = left < most ? left : most;
		ok = ask(db, &part, below, all + count, n, &more, err);
		count += ok ? more : 0;
		qsort(all, count, sizeof(*all), newest_first);
		count = count < n ? count : n;
	}
	if (ok && count)
		memcpy(rids, all, count * sizeof(*rids));
	free(all);
	*found = ok ? count : 0;
	return ok;
}
