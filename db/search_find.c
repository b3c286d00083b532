/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_find.c - asking the index, see search.h. */
#include "db/search.h"

#include "base/strbuf.h"
#include "db/private.h"
#include "db/search_token.h"

#include "base/banned.h"

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

/* An FTS5 string: whatever is in it, its words are looked for in a row. */
static void
put_quoted(struct strbuf *query, const char *word)
{
	strbuf_putc(query, '"');
	for (; *word; word++) {
		if (*word == '"')
			strbuf_putc(query, '"');
		strbuf_putc(query, *word);
	}
	strbuf_putc(query, '"');
}

/* The token of an audience or kind, as the key's table writes it. */
static void
put_token(struct strbuf *query, enum db_search_key key, char letter, int64_t n)
{
	char token[SEARCH_TOKEN_SIZE];

	if (key == DB_SEARCH_FRAGMENTS)
		search_trigram(n, token);
	else
		search_token(letter, n, token);
	put_quoted(query, token);
}

/* text : "pop" * */
static void
put_word(struct strbuf *out, enum db_search_key key, const char *text,
	bool begins)
{
	strbuf_printf(out, "%s : ", places[key].columns);
	put_quoted(out, text);
	strbuf_puts(out, begins ? " *" : "");
}

/* ((text : "ana") AND (text : "pop" * OR {text latin} : "pop" *)) AND aud : ("a3"
 * OR "a7") AND kind : "k4"; of several sets ((...) AND (...) OR (...)) AND aud ... */
static void
compose(struct strbuf *out, const struct db_search_query *q)
{
	for (size_t i = 0; i < q->n_words; i++) {
		const struct db_search_word *w = &q->words[i];

		strbuf_puts(out, i == 0 ? "((" : w->or_else ? " OR (" :
			" AND (");
		put_word(out, q->key, w->text, w->begins);
		if (w->latin) {
			strbuf_puts(out, " OR ");
			put_word(out, DB_SEARCH_LATIN, w->latin, w->begins);
		}
		strbuf_putc(out, ')');
	}
	strbuf_putc(out, ')');
	for (size_t i = 0; i < q->n_audiences; i++) {
		strbuf_puts(out, i ? " OR " : " AND aud : (");
		put_token(out, q->key, 'a', q->audiences[i]);
	}
	strbuf_puts(out, ")");
	if (q->kind) {
		strbuf_puts(out, " AND kind : ");
		put_token(out, q->key, 'k', q->kind);
	}
}

bool
db_search_find(struct db *db, const struct db_search_query *q, int64_t below,
	int64_t *rids, size_t n, size_t *found, struct err *err)
{
	struct strbuf query = STRBUF_INIT;
	struct db_stmt *s;
	enum db_step step = DB_END;
	size_t count = 0;

	*found = 0;
	if (q->n_words == 0 || q->n_audiences == 0 || n == 0)
		return true;
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
