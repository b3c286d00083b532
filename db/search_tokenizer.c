/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_tokenizer.c - see search_tokenizer.h. The interface is FTS5's own
 * (https://www.sqlite.org/fts5.html#custom_tokenizers). */
#include "db/search_tokenizer.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/script.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "db/search.h"
#include "db/search_token.h"

#include "base/banned.h"

enum { CUT_CHARACTERS = 3, AUDIENCE_BYTES = 3 * SEARCH_TRIGRAM };

struct Fts5Tokenizer {
	bool trigrams;
	struct strbuf token;	/* the audience, then the word */
};

typedef int (*take_token)(void *context, int flags, const char *token, int len,
	int from, int to);

/* A text that is being cut. */
struct cut {
	Fts5Tokenizer *tokenizer;
	const char *text;
	size_t len;
	size_t audience;	/* bytes that say it */
	take_token take;
	void *context;
};

static int
create(void *context, const char **args, int n, Fts5Tokenizer **out)
{
	Fts5Tokenizer *t;

	(void)context;
	if (n != 1)
		return SQLITE_ERROR;
	t = xcalloc(1, sizeof(*t));
	*t = (Fts5Tokenizer){ strcmp(args[0], "trigrams") == 0, STRBUF_INIT };
	*out = t;
	return SQLITE_OK;
}

static void
destroy(Fts5Tokenizer *t)
{
	strbuf_clear(&t->token);
	free(t);
}

/* Words apart are as if of another audience: in the second byte of the three
 * characters there is room for more than there are audiences. */
static size_t
set_apart(struct cut *c, size_t from, size_t to)
{
	char *audience = c->tokenizer->token.text;
	int32_t cp;
	size_t n = utf8_next(c->text + from, to - from, &cp);

	if (c->audience < AUDIENCE_BYTES)
		return 0;
	audience[1] = c->text[1];
	if (cp < DB_SEARCH_APART || cp >= DB_SEARCH_APART + DB_SEARCH_APARTS)
		return 0;
	audience[1] = (char)(audience[1] + 4 * (cp - DB_SEARCH_APART + 1));
	return n;
}

static int
give(struct cut *c, size_t from, size_t to)
{
	struct strbuf *token = &c->tokenizer->token;
	size_t mark = set_apart(c, from, to);

	strbuf_cut(token, c->audience);
	strbuf_add(token, c->text + from + mark, to - from - mark);
	return c->take(c->context, 0, token->text, (int)token->len, (int)from,
		(int)to);
}

static int
cut_words(struct cut *c)
{
	size_t word = c->audience, at = c->audience;
	int rc = SQLITE_OK;

	while (at < c->len && rc == SQLITE_OK) {
		int32_t cp;
		size_t n = utf8_next(c->text + at, c->len - at, &cp);
		bool alone = cp >= 0 && script_has_no_blanks(cp);
		bool goes_on = cp >= 0 && !alone && fold_is_of_word(cp);

		if (!goes_on && word < at)
			rc = give(c, word, at);
		if (alone && rc == SQLITE_OK)
			rc = give(c, at, at + n);
		at += n;
		word = goes_on ? word : at;
	}
	return rc == SQLITE_OK && word < at ? give(c, word, at) : rc;
}

static int
cut_trigrams(struct cut *c)
{
	size_t starts[CUT_CHARACTERS], n = 0, at = c->audience;
	int rc = SQLITE_OK;

	while (at < c->len && rc == SQLITE_OK) {
		int32_t cp;

		starts[n++ % CUT_CHARACTERS] = at;
		at += utf8_next(c->text + at, c->len - at, &cp);
		if (n >= CUT_CHARACTERS)
			rc = give(c, starts[n % CUT_CHARACTERS], at);
	}
	return rc;
}

static int
tokenize(Fts5Tokenizer *t, void *context, int flags, const char *text, int len,
	take_token take)
{
	struct cut c = { .tokenizer = t, .text = text,
		.len = len > 0 ? (size_t)len : 0, .take = take,
		.context = context };

	(void)flags;
	for (int i = 0; i < SEARCH_TRIGRAM && c.audience < c.len; i++) {
		int32_t cp;

		c.audience += utf8_next(text + c.audience, c.len - c.audience,
			&cp);
	}
	strbuf_reset(&t->token);
	strbuf_add(&t->token, text, c.audience);
	return t->trigrams ? cut_trigrams(&c) : cut_words(&c);
}

/* FTS5 hands out its interface by a pointer that is bound to its own function. */
static fts5_api *
api_of(sqlite3 *handle)
{
	fts5_api *api = NULL;
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(handle, "SELECT fts5(?)", -1, &s, NULL) !=
	    SQLITE_OK)
		return NULL;
	sqlite3_bind_pointer(s, 1, &api, "fts5_api_ptr", NULL);
	sqlite3_step(s);
	sqlite3_finalize(s);
	return api;
}

int
search_tokenizer_add(sqlite3 *handle)
{
	static fts5_tokenizer tokenizer = { create, destroy, tokenize };
	fts5_api *api = api_of(handle);

	return api ? api->xCreateTokenizer(api, "audience", NULL, &tokenizer,
		NULL) : SQLITE_ERROR;
}
