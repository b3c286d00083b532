/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_find.c - asking the index, see search.h. */
#include "db/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/script.h"
#include "base/strbuf.h"
#include "base/utf8.h"
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

/* Words that are looked up for one statement. Where more begin so, what was looked up was
 * in vain: of 24 it doubled what finding the beginning of a family name takes. */
enum { LOOKED_UP = 6 };

/* A question on its way into the language of FTS5. */
struct wording {
	struct db *db;
	const struct db_search_query *q;
	struct strbuf text;
	int left;		/* words that may still be looked up */
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

/* --- Beginnings --------------------------------------------------------- */

/* Is it the beginning of one word as the index has it, and longer than those that
 * the index keeps as words themselves? */
static bool
is_looked_up(const char *text)
{
	enum { KEPT = 3 };
	size_t len = strlen(text), n = 0;
	int32_t cp;

	for (size_t i = 0; i < len; n++) {
		i += utf8_next(text + i, len - i, &cp);
		if (cp < 0 || !fold_is_of_word(cp) || script_has_no_blanks(cp) ||
		    (cp >= DB_SEARCH_APART &&
		     cp < DB_SEARCH_APART + DB_SEARCH_APARTS))
			return false;
	}
	return n > KEPT;
}

/* The next word of the index after *word that begins so, if there is one. */
static bool
next_word(struct db *db, const char *begins, struct strbuf *word, bool *there,
	struct err *err)
{
	struct strbuf last = STRBUF_INIT;
	struct db_stmt *s;
	const char *next = NULL;

	if (!db_stmt_get(db, "SELECT term FROM search_words_fts"
			" WHERE term >= :from AND term <= :to", &s, err))
		return false;
	strbuf_putc(word, '\1');	/* comes before all letters */
	strbuf_printf(&last, "%s\xf4\x8f\xbf\xbf", begins);
	db_stmt_text(s, ":from", word->text);
	db_stmt_text(s, ":to", last.text);
	enum db_step step = db_stmt_step(s, err);
	bool ok = step != DB_FAILED && (step != DB_ROW ||
		db_stmt_col_text(s, 0, &next, err));

	*there = ok && next;
	if (*there) {
		strbuf_reset(word);
		strbuf_puts(word, next);
	}
	db_stmt_done(s);
	strbuf_clear(&last);
	return ok;
}

/* All words that begin so; *few: they are not too many. */
static bool
put_words(struct wording *w, int64_t audience, const char *begins, bool *few,
	struct err *err)
{
	char token[SEARCH_TOKEN_SIZE];
	struct strbuf first = STRBUF_INIT, word = STRBUF_INIT;
	bool ok = true, there = true;

	search_trigram(audience, token);
	strbuf_printf(&first, "%s%s", token, begins);
	strbuf_puts(&word, first.text);
	put_phrase(&w->text, audience, begins, false);
	while (w->left > 0 && ok && there) {
		w->left--;
		ok = next_word(w->db, first.text, &word, &there, err);
		if (!ok || !there)
			break;
		strbuf_puts(&w->text, " OR ");
		put_phrase(&w->text, audience, word.text + strlen(token), false);
	}
	*few = !there;
	strbuf_clear(&first);
	strbuf_clear(&word);
	return ok;
}

/*
 * For a beginning FTS5 merges all that its words have, before it gives the first row.
 * Where these are few they are asked for one by one: then it goes through what they
 * have as far as rows are wanted.
 */
static bool
put_beginning(struct wording *w, int64_t audience, const char *begins,
	struct err *err)
{
	size_t mark = w->text.len;
	bool few = false;

	if (w->q->key != DB_SEARCH_FRAGMENTS && is_looked_up(begins) &&
	    !put_words(w, audience, begins, &few, err))
		return false;
	if (few)
		return true;
	strbuf_cut(&w->text, mark);
	put_phrase(&w->text, audience, begins, true);
	return true;
}

/* --- The question ------------------------------------------------------- */

/* text : ("...pop" * OR "...pop" *), once for each audience. */
static bool
put_word(struct wording *w, const char *columns, const char *text, bool begins,
	struct err *err)
{
	const struct db_search_query *q = w->q;
	bool ok = true;

	strbuf_puts(&w->text, columns);
	for (size_t i = 0; ok && i < q->n_audiences; i++) {
		strbuf_puts(&w->text, i ? " OR " : " : (");
		if (begins)
			ok = put_beginning(w, q->audiences[i], text, err);
		else
			put_phrase(&w->text, q->audiences[i], text, false);
	}
	strbuf_putc(&w->text, ')');
	return ok;
}

static bool
put_kind(struct wording *w, struct err *err)
{
	char token[SEARCH_TOKEN_SIZE];

	if (w->q->key == DB_SEARCH_FRAGMENTS)
		search_trigram(w->q->kind, token);
	else
		search_token(w->q->kind, token);
	strbuf_puts(&w->text, " AND ");
	return put_word(w, "kind", token, false, err);
}

/* A word, and its Latin form where that is another. */
static bool
put_forms(struct wording *w, const struct db_search_word *word, struct err *err)
{
	const char *latin = places[DB_SEARCH_LATIN].columns;

	if (word->latin && strcmp(word->latin, word->text) == 0)
		return put_word(w, latin, word->latin, word->begins, err);
	if (!put_word(w, places[w->q->key].columns, word->text, word->begins, err))
		return false;
	if (!word->latin)
		return true;
	strbuf_puts(&w->text, " OR ");
	return put_word(w, latin, word->latin, word->begins, err);
}

/* ((text : ("ana")) AND (text : ("pop" *) OR {text latin} : ("pop" *))) AND kind :
 * ("k4"); of several sets ((...) AND (...) OR (...)) AND kind ... */
static bool
compose(struct wording *w, struct err *err)
{
	const struct db_search_query *q = w->q;

	for (size_t i = 0; i < q->n_words; i++) {
		strbuf_puts(&w->text, i == 0 ? "((" : q->words[i].or_else ?
			") OR (" : ") AND (");
		if (!put_forms(w, &q->words[i], err))
			return false;
	}
	strbuf_puts(&w->text, "))");
	return !q->kind || put_kind(w, err);
}

static bool
ask(struct db *db, const struct db_search_query *q, int64_t below,
	int64_t *rids, size_t n, size_t *found, struct err *err)
{
	struct wording w = { db, q, STRBUF_INIT, LOOKED_UP };
	struct db_stmt *s;
	enum db_step step = DB_END;
	size_t count = 0;

	if (!compose(&w, err) || !db_stmt_get(db, places[q->key].sql, &s, err)) {
		strbuf_clear(&w.text);
		return false;
	}
	db_stmt_text(s, ":query", w.text.text);
	db_stmt_int(s, ":below", below);
	db_stmt_int(s, ":n", n > INT64_MAX ? INT64_MAX : (int64_t)n);
	while (count < n && (step = db_stmt_step(s, err)) == DB_ROW)
		rids[count++] = db_stmt_col_int(s, 0);
	db_stmt_done(s);
	strbuf_clear(&w.text);
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
