/* SPDX-License-Identifier: GPL-3.0-or-later */
/* candidate.c - see candidate.h. */
#include "src/candidate.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "db/search.h"
#include "base/banned.h"

/* Words that are asked for, the longest; hits taken of one question. */
enum { TELLING = 3, HITS = 128, HITS_OF_ONE = 256, HITS_QUICK = 48 };

/* Which part of a word must be there. */
enum part { WHOLE, BEGINNING, END };

/* Pairs of words that are asked for, from the nearest to the farthest. Ends of
 * words are looked for among the fragments. */
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
	size_t low = 0, high = c->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->rids[mid] < rid)
			low = mid + 1;
		else
			high = mid;
	}
	if (c->n == CANDIDATES || (low < c->n && c->rids[low] == rid))
		return;
	c->rids = xgrow(c->rids, c->n, &c->room, sizeof(*c->rids));
	memmove(c->rids + low + 1, c->rids + low,
		(c->n - low) * sizeof(*c->rids));
	c->rids[low] = rid;
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

/* The part of a word as it is asked for; false: the word is too short. */
static bool
take_part(const struct name_word *w, enum part part, bool is_fragment,
	char text[NAME_WORD_SIZE])
{
	const char *from = is_fragment ? w->latin[0] : w->skeleton;
	size_t starts[NAME_WORD_SIZE + 1], n = 0, len = strlen(from);
	size_t first, last;
	int32_t cp;

	for (size_t at = 0; at < len; n++) {
		starts[n] = at;
		at += utf8_next(from + at, len - at, &cp);
	}
	starts[n] = len;
	first = part == END ? n / 2 : 0;
	last = part == BEGINNING ? (n + 1) / 2 : n;
	if (part == END && n - first < 3)
		first = n > 3 ? n - 3 : 0;
	if (last - first < (is_fragment ? 3 : 2))
		return false;
	memcpy(text, from + starts[first], starts[last] - starts[first]);
	text[starts[last] - starts[first]] = '\0';
	return true;
}

static bool
ask_index(struct search *q, enum db_search_key key,
	const struct db_search_word *words, size_t n, struct err *err)
{
	const struct db_search_query query = { .key = key,
		.kind = q->ask->kind, .audiences = q->ask->audiences,
		.n_audiences = q->ask->n_audiences, .words = words,
		.n_words = n };
	int64_t rids[HITS_OF_ONE];
	size_t found;

	if (!db_search_find(q->db, &query, INT64_MAX, rids, n > 1 ? HITS :
	    HITS_OF_ONE, &found, err))
		return false;
	for (size_t i = 0; i < found; i++)
		add(q->found, rids[i]);
	return true;
}

static bool
ask_pair(struct search *q, const struct name_word *a, enum part part_a,
	const struct name_word *b, enum part part_b, struct err *err)
{
	bool is_fragment = part_a == END || part_b == END;
	char texts[2][NAME_WORD_SIZE];
	const struct db_search_word words[] = {
		{ .text = texts[0], .begins = part_a == BEGINNING },
		{ .text = texts[1], .begins = part_b == BEGINNING },
	};

	if (!take_part(a, part_a, is_fragment, texts[0]) ||
	    !take_part(b, part_b, is_fragment, texts[1]))
		return true;
	return ask_index(q, is_fragment ? DB_SEARCH_FRAGMENTS :
		DB_SEARCH_SKELETON, words, 2, err);
}

static bool
ask_one(struct search *q, const struct name_word *w, enum part part,
	struct err *err)
{
	char text[NAME_WORD_SIZE];
	const struct db_search_word word = { .text = text,
		.begins = part == BEGINNING };

	return !take_part(w, part, part == END, text) || ask_index(q,
		part == END ? DB_SEARCH_FRAGMENTS : DB_SEARCH_SKELETON, &word,
		1, err);
}

/* --- All in three questions --------------------------------------------- */

/* Each question walks the same long list of those whom the viewer sees: what can be
 * asked together costs that walk once. */
struct question {
	enum db_search_key key;
	struct db_search_word words[2 * TELLING * TELLING + TELLING];
	char texts[2 * TELLING * TELLING + TELLING][NAME_WORD_SIZE];
	size_t n;
};

static bool
put(struct question *to, const struct name_word *w, enum part part)
{
	char *text = to->texts[to->n];

	if (!take_part(w, part, to->key == DB_SEARCH_FRAGMENTS, text))
		return false;
	to->words[to->n++] = (struct db_search_word){ .text = text,
		.begins = part == BEGINNING };
	return true;
}

static void
put_pair(struct question *to, const struct name_word *a, enum part part_a,
	const struct name_word *b, enum part part_b)
{
	size_t at = to->n;

	if (put(to, a, part_a) && put(to, b, part_b))
		to->words[at].or_else = true;
	else
		to->n = at;
}

static bool
ask_question(struct search *q, const struct question *ask, struct err *err)
{
	const struct db_search_query query = { .key = ask->key,
		.kind = q->ask->kind, .audiences = q->ask->audiences,
		.n_audiences = q->ask->n_audiences, .words = ask->words,
		.n_words = ask->n };
	int64_t rids[HITS_QUICK];
	size_t found;

	if (!db_search_find(q->db, &query, INT64_MAX, rids, HITS_QUICK, &found,
	    err))
		return false;
	for (size_t i = 0; i < found; i++)
		add(q->found, rids[i]);
	return true;
}

/* Of whole words; of beginnings; of ends. */
static struct question *
question_of(struct question all[3], enum part a, enum part b)
{
	return &all[a == END || b == END ? 2 : a == BEGINNING ||
		b == BEGINNING ? 1 : 0];
}

static bool
ask_quickly(struct search *q, struct err *err)
{
	struct question all[3] = { { .key = DB_SEARCH_SKELETON },
		{ .key = DB_SEARCH_SKELETON }, { .key = DB_SEARCH_FRAGMENTS } };
	bool ok = true;

	for (size_t p = 0; p < ARRAY_SIZE(pairs); p++)
		for (size_t i = 0; i < q->n; i++)
			for (size_t j = i + 1; j < q->n; j++)
				put_pair(question_of(all, pairs[p].first,
					pairs[p].second), q->words[i],
					pairs[p].first, q->words[j],
					pairs[p].second);
	for (size_t i = 0; i < q->n; i++)
		if ((q->n == 1 || !q->words[i]->stands_for) &&
		    put(&all[0], q->words[i], WHOLE))
			all[0].words[all[0].n - 1].or_else = true;
	if (q->n == 1) {
		put(&all[1], q->words[0], BEGINNING);
		put(&all[2], q->words[0], END);
	}
	for (size_t i = 0; ok && i < ARRAY_SIZE(all); i++)
		ok = ask_question(q, &all[i], err);
	return ok;
}

bool
candidate_find(struct db *db, const struct candidate_ask *ask,
	const struct name *name, struct candidates *c, struct err *err)
{
	struct search q = { .db = db, .ask = ask, .found = c };

	choose_words(&q, name, 50);
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
