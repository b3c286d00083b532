/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzzy.c - see fuzzy.h. The scores are a ladder: what stands higher up is never
 * outdone from below, but for the number of words. */
#include "ui/fuzzy.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum {
	WHOLE = 500,		/* the name, and nothing else */
	PREFIX = 400,		/* what the text begins with */
	WORD = 300,		/* what a word of it begins with */
	INSIDE = 200,
	LETTERS = 100,		/* in this order, the first at a word's beginning */
	OF_NAME = 50,		/* in the name rather than behind it */
	GAP = 4,		/* for each letter that is left out ... */
	MOST_GAPS = 80,		/* ... to this */
};

static void
add(struct fuzzy_text *t, int32_t letter, size_t byte)
{
	if (t->n == t->room) {
		t->room = t->room ? 2 * t->room : 32;
		t->letters = xrealloc_array(t->letters, t->room,
			sizeof(*t->letters));
		t->bytes = xrealloc_array(t->bytes, t->room, sizeof(*t->bytes));
	}
	t->letters[t->n] = letter;
	t->bytes[t->n++] = byte;
}

void
fuzzy_take(struct fuzzy_text *t, const char *text, size_t loose)
{
	size_t len = strlen(text);
	struct strbuf key = STRBUF_INIT;

	t->n = t->loose = 0;
	for (size_t i = 0; i < len && t->n < FUZZY_MOST;) {
		int32_t cp;
		size_t used = utf8_next(text + i, len - i, &cp);

		if (i < loose)
			t->loose = t->n + 1;
		strbuf_reset(&key);
		fold_key(&key, text + i, used);
		/* A blank alone is trimmed; a mark alone leaves nothing. */
		if (key.len == 0 && text[i] == ' ')
			add(t, ' ', i);
		for (size_t k = 0; k < key.len && t->n < FUZZY_MOST;) {
			int32_t letter;

			k += utf8_next(key.text + k, key.len - k, &letter);
			add(t, letter, i);
		}
		i += used;
	}
	strbuf_clear(&key);
}

void
fuzzy_clear(struct fuzzy_text *t)
{
	free(t->letters);
	free(t->bytes);
	*t = (struct fuzzy_text){ 0 };
}

static bool
begins_word(const struct fuzzy_text *t, size_t i)
{
	return i == 0 || !fold_is_of_word(t->letters[i - 1]);
}

static bool
stands_at(const struct fuzzy_text *t, size_t at, const int32_t *word, size_t n)
{
	return at + n <= t->n &&
		memcmp(t->letters + at, word, n * sizeof(*word)) == 0;
}

static void
mark(struct fuzzy_hit *hit, size_t from, size_t n)
{
	for (size_t i = from; i < from + n; i++)
		hit->marks[i] = true;
}

/* The best place where the word stands as it is, or 0. */
static int
whole_word(const struct fuzzy_text *t, const int32_t *word, size_t n,
	size_t *place)
{
	int best = 0;

	for (size_t i = 0; i + n <= t->n; i++) {
		int score = !stands_at(t, i, word, n) ? 0 :
			i == 0 ? PREFIX : begins_word(t, i) ? WORD : INSIDE;

		if (score && i < t->loose)
			score += OF_NAME;
		if (score && i == 0 && n == t->loose)
			score = WHOLE;
		if (score > best) {
			best = score;
			*place = i;
		}
	}
	return best;
}

/* Letter by letter, from the beginning of some word of the name. */
static int
letters_in_order(const struct fuzzy_text *t, const int32_t *word, size_t n,
	size_t start, struct fuzzy_hit *hit)
{
	size_t at = start, k = 0;
	int gaps = 0;

	for (; at < t->loose && k < n; at++) {
		if (t->letters[at] == word[k]) {
			if (hit)
				hit->marks[at] = true;
			k++;
		} else {
			gaps++;
		}
	}
	if (k < n)
		return 0;
	gaps = gaps * GAP > MOST_GAPS ? MOST_GAPS : gaps * GAP;
	return LETTERS - gaps;
}

static int
match_word(const struct fuzzy_text *t, const int32_t *word, size_t n,
	struct fuzzy_hit *hit)
{
	size_t place = 0;
	int best = whole_word(t, word, n, &place);

	if (best > 0) {
		mark(hit, place, n);
		return best;
	}
	for (size_t i = 0; i < t->loose && n > 1; i++) {
		int score = t->letters[i] == word[0] && begins_word(t, i) ?
			letters_in_order(t, word, n, i, NULL) : 0;

		if (score > best) {
			best = score;
			place = i;
		}
	}
	if (best > 0)
		letters_in_order(t, word, n, place, hit);
	return best;
}

bool
fuzzy_match(const struct fuzzy_text *typed, const struct fuzzy_text *t,
	struct fuzzy_hit *hit)
{
	int words = 0;

	*hit = (struct fuzzy_hit){ 0 };
	for (size_t i = 0; i < typed->n;) {
		size_t n = 0;

		while (i + n < typed->n && typed->letters[i + n] != ' ')
			n++;
		if (n > 0) {
			int score = match_word(t, typed->letters + i, n, hit);

			if (score == 0)
				return false;
			hit->score += score;
			words++;
		}
		i += n + 1;
	}
	if (words > 1)
		hit->score /= words;
	return true;
}
