/* SPDX-License-Identifier: GPL-3.0-or-later */
/* candidate.c - see candidate.h. */
#include "src/candidate.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "db/audience.h"
#include "db/search.h"
#include "src/words.h"
#include "base/banned.h"

/* Words that are asked for, the longest; hits taken of one question. */
enum { TELLING = 3, HITS = 128, HITS_OF_ONE = 256 };

/* Characters of a part that says something; ends of words are much alike. */
enum { LEAST = 2, LEAST_END = 3 };

/* Which part of a word must be there. */
enum part { WHOLE, BEGINNING, END };

/* Pairs of words that are asked for, from the nearest to the farthest. */
static const struct {
	enum part first, second;
} pairs[] = {
	{ WHOLE, WHOLE },
	{ WHOLE, BEGINNING }, { BEGINNING, WHOLE },
	{ WHOLE, END }, { END, WHOLE },
	{ BEGINNING, BEGINNING }, { END, END },
};

struct search {
	struct db *db;
	const struct candidate_ask *ask;
	struct candidates *found;
	const struct name_word *words[TELLING];
	size_t n;
};

void
candidates_clear(struct candidates *c)
{
	free(c->rids);
	*c = (struct candidates){ 0 };
}

static void
add(struct candidates *c, int64_t rid)
{
	size_t at = sorted_at(c->rids, c->n, rid);

	if (c->n == CANDIDATES || (at < c->n && c->rids[at] == rid))
		return;
	c->rids = xgrow(c->rids, c->n, &c->room, sizeof(*c->rids));
	memmove(c->rids + at + 1, c->rids + at,
		(c->n - at) * sizeof(*c->rids));
	c->rids[at] = rid;
	c->n++;
}

/* The longest words that say something; short of those, any. */
static void
choose_words(struct search *q, const struct name *name, int least)
{
	for (size_t i = 0; i < name->n; i++) {
		const struct name_word *w = &name->words[i];
		size_t len = strlen(w->skeleton), at = q->n;

		if (w->weight < least || w->role == NAME_INITIAL || len == 0)
			continue;
		while (at > 0 && strlen(q->words[at - 1]->skeleton) < len)
			at--;
		if (at == TELLING)
			continue;
		if (q->n < TELLING)
			q->n++;
		memmove(q->words + at + 1, q->words + at,
			(q->n - at - 1) * sizeof(q->words[0]));
		q->words[at] = w;
	}
}

/* The part of a word as the index has it, owned; NULL: the word is too short. */
static char *
take_part(const struct name_word *w, enum part part, bool only)
{
	static const enum words_way ways[2][2] = {
		{ WORDS_FORWARDS, WORDS_BACKWARDS },
		{ WORDS_ONLY_FORWARDS, WORDS_ONLY_BACKWARDS },
	};
	const char *from = w->skeleton;
	size_t starts[NAME_WORD_SIZE + 1], n = 0, len = strlen(from);
	size_t first, last;
	struct strbuf text = STRBUF_INIT;
	int32_t cp;

	for (size_t at = 0; at < len; n++) {
		starts[n] = at;
		at += utf8_next(from + at, len - at, &cp);
	}
	starts[n] = len;
	first = part == END ? n / 2 : 0;
	last = part == BEGINNING ? (n + 1) / 2 : n;
	if (part == END && n - first < LEAST_END)
		first = n > LEAST_END ? n - LEAST_END : 0;
	if (last - first < (part == END ? LEAST_END : LEAST))
		return NULL;
	words_of_name(&text, from + starts[first], starts[last] - starts[first],
		ways[only][part == END]);
	return strbuf_detach(&text);
}

/* --- A question --------------------------------------------------------- */

/* Sets of words, of which any will do. */
struct question {
	bool only;		/* among the only words of names */
	struct db_search_word words[TELLING * TELLING];
	size_t n;
};

static void
drop_word(struct question *ask)
{
	free((char *)(uintptr_t)ask->words[--ask->n].text);
}

static void
question_clear(struct question *ask)
{
	while (ask->n)
		drop_word(ask);
}

/* Another set of one word. */
static bool
put(struct question *to, const struct name_word *w, enum part part)
{
	char *text = take_part(w, part, to->only);

	if (text)
		to->words[to->n++] = (struct db_search_word){ .text = text,
			.begins = part != WHOLE, .or_else = true };
	return text != NULL;
}

/* Another set of two. */
static void
put_pair(struct question *to, const struct name_word *a, enum part part_a,
	const struct name_word *b, enum part part_b)
{
	if (!put(to, a, part_a))
		return;
	if (put(to, b, part_b))
		to->words[to->n - 1].or_else = false;
	else
		drop_word(to);
}

/* Ask for the newest, and be done with the question. */
static bool
ask_index(struct search *q, struct question *ask, size_t most, struct err *err)
{
	const struct db_search_query query = { .key = DB_SEARCH_SKELETON,
		.audiences = q->ask->audiences,
		.n_audiences = q->ask->n_audiences, .words = ask->words,
		.n_words = ask->n };
	int64_t rids[HITS_OF_ONE];
	size_t found = 0;
	bool ok = db_search_find(q->db, &query, INT64_MAX, rids,
		most < HITS_OF_ONE ? most : HITS_OF_ONE, &found, err);

	for (size_t i = 0; ok && i < found; i++)
		add(q->found, rids[i]);
	question_clear(ask);
	return ok;
}

static bool
ask_pair(struct search *q, const struct name_word *a, enum part part_a,
	const struct name_word *b, enum part part_b, struct err *err)
{
	struct question ask = { .n = 0 };

	put_pair(&ask, a, part_a, b, part_b);
	return ask_index(q, &ask, HITS, err);
}

static bool
ask_one(struct search *q, const struct name_word *w, enum part part,
	struct err *err)
{
	struct question ask = { .n = 0 };

	put(&ask, w, part);
	return ask_index(q, &ask, HITS_OF_ONE, err);
}

/* --- All in three questions --------------------------------------------- */

/* A word too short to be taken apart is asked for whole. */
static void
put_pair_of(struct question *to, const struct name_word *a,
	const struct name_word *b, enum part part)
{
	size_t before = to->n;

	put_pair(to, a, part, b, part);
	if (to->n == before)
		put_pair(to, a, part, b, WHOLE);
	if (to->n == before)
		put_pair(to, a, WHOLE, b, part);
}

/* Does the word say enough alone? Many bear the same given name. */
static bool
is_single(const struct search *q, size_t i)
{
	return q->n == 1 || !q->words[i]->stands_for;
}

/*
 * Of whole words; of beginnings; of ends. Who has a whole word has its beginning and
 * its end too, and who has two has each: so no pair is asked for that another set of
 * the question holds already.
 */
static void
make_questions(const struct search *q, struct question all[3])
{
	for (size_t i = 0; i < q->n; i++)
		if (is_single(q, i))
			put(&all[0], q->words[i], WHOLE);
	for (size_t i = 0; i < q->n; i++)
		for (size_t j = i + 1; j < q->n; j++) {
			if (!is_single(q, i) && !is_single(q, j))
				put_pair(&all[0], q->words[i], WHOLE,
					q->words[j], WHOLE);
			put_pair_of(&all[1], q->words[i], q->words[j], BEGINNING);
			put_pair_of(&all[2], q->words[i], q->words[j], END);
		}
	if (q->n == 1) {
		put(&all[1], q->words[0], BEGINNING);
		put(&all[2], q->words[0], END);
	}
}

static bool
ask_quickly(struct search *q, struct err *err)
{
	struct question all[3] = { { .n = 0 } };
	bool ok = true;

	make_questions(q, all);
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		ok = ok && ask_index(q, &all[i], q->ask->quick, err);
		question_clear(&all[i]);
	}
	return ok;
}

/* --- By the only word that tells ---------------------------------------- */

/* Another set: the word that two make up. */
static void
put_joined(struct question *to, const struct name_word *w)
{
	struct strbuf text = STRBUF_INIT;

	words_of_name(&text, w->skeleton, strlen(w->skeleton), WORDS_JOINED);
	to->words[to->n++] = (struct db_search_word){
		.text = strbuf_detach(&text), .or_else = true };
}

/* Those who have one like it and no other, or write it as two; who has the same has
 * its beginning, too. */
static bool
ask_only_word(struct search *q, const struct name_word *w, struct err *err)
{
	struct question ask = { .only = true };

	if (!put(&ask, w, BEGINNING))
		put(&ask, w, WHOLE);
	put(&ask, w, END);
	put_joined(&ask, w);
	return ask_index(q, &ask, 3 * q->ask->quick, err);
}

/* Those of the viewer's audiences in which any of the kind are, added to ids. */
static bool
add_audiences_of(struct session *s, int kind, int64_t *ids, size_t *n,
	struct err *err)
{
	int64_t *all;
	size_t n_all;

	if (!db_audience_of_kind(s->store.db, s->viewer.case_id, kind, &all, &n_all,
	    err))
		return false;
	for (size_t i = 0; i < n_all; i++)
		if (viewer_lists(&s->viewer, all[i]) &&
		    !sorted_has(ids, *n, all[i])) {
			size_t at = sorted_at(ids, *n, all[i]);

			memmove(ids + at + 1, ids + at, (*n - at) * sizeof(*ids));
			ids[at] = all[i];
			++*n;
		}
	free(all);
	return true;
}

bool
candidate_audiences(struct session *s, int kind, int64_t **ids, size_t *n,
	struct err *err)
{
	static const int matched[] = { KIND_PERSON, KIND_ORGANISATION };
	bool ok = true;

	*n = 0;
	*ids = xcalloc(s->viewer.n_audiences + 1, sizeof(**ids));
	for (size_t i = 0; ok && i < ARRAY_SIZE(matched); i++)
		ok = (kind && kind != matched[i]) ||
			add_audiences_of(s, matched[i], *ids, n, err);
	return ok;
}

bool
candidate_find(struct db *db, const struct candidate_ask *ask,
	const struct name *name, struct candidates *c, struct err *err)
{
	struct search q = { .db = db, .ask = ask, .found = c };

	if (ask->one_word)
		return ask_only_word(&q, name_only_telling(name), err);
	choose_words(&q, name, NAME_TELLING);
	if (q.n == 0)
		choose_words(&q, name, 1);
	if (ask->quick)
		return ask_quickly(&q, err);
	for (size_t p = 0; p < ARRAY_SIZE(pairs); p++)
		for (size_t i = 0; i < q.n; i++)
			for (size_t j = i + 1; j < q.n; j++)
				if (!ask_pair(&q, q.words[i], pairs[p].first,
				    q.words[j], pairs[p].second, err))
					return false;
	for (size_t i = 0; i < q.n; i++)
		if (!ask_one(&q, q.words[i], WHOLE, err))
			return false;
	return q.n != 1 || (ask_one(&q, q.words[0], BEGINNING, err) &&
		ask_one(&q, q.words[0], END, err));
}
