/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_word.c - how much two words are alike; see name.h. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/name.h"
#include "base/utf8.h"

#include "base/banned.h"

/* Costs of changes, in tenths of a letter. */
enum {
	COST_LETTER = 10,	/* another letter, or one more or less */
	COST_NEAR = 7,		/* a vowel for a vowel, b for p: heard, not read */
	COST_TOO_MUCH = 1000,
};

/* What counts as the same word: two thirds of it must be the same, so that a word
 * of three letters may have one slip, one of six letters two, and none more. */
enum { LEAST_ALIKE = 66, MOST_SLIPS = 2 };

enum { SCORE_SPELT = 97, SCORE_MEANT = 92, SCORE_INITIAL = 90 };

static bool
is_vowel(int32_t cp)
{
	return cp == 'a' || cp == 'e' || cp == 'i' || cp == 'o' || cp == 'u' ||
		cp == 'y';
}

/* Two letters that one alphabet, or one ear, takes for the other. */
static bool
are_near(int32_t a, int32_t b)
{
	static const char pairs[][3] = { "bp", "dt", "gk", "fv", "bv", "sz",
		"cs", "cz", "iy", "ij", "jy", "gh", "hx", "ck" };

	if (is_vowel(a) && is_vowel(b))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(pairs); i++)
		if ((a == pairs[i][0] && b == pairs[i][1]) ||
		    (b == pairs[i][0] && a == pairs[i][1]))
			return true;
	return false;
}

static int
cost_of_change(int32_t a, int32_t b)
{
	return a == b ? 0 : are_near(a, b) ? COST_NEAR : COST_LETTER;
}

static size_t
letters_of(const char *text, int32_t *cps)
{
	size_t n = 0, len = strlen(text);

	for (size_t at = 0; at < len && n < NAME_WORD_SIZE; n++)
		at += utf8_next(text + at, len - at, &cps[n]);
	return n;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * Optimal string alignment (Damerau 1964, each place changed once), weighted; more than
 * MOST_SLIPS letters if it is more than these. So only places that are as near to each
 * other are looked at (Ukkonen 1985).
 */
static int
distance(const int32_t *a, size_t n, const int32_t *b, size_t m)
{
	int rows[3][NAME_WORD_SIZE + 2];
	int *before = rows[0], *last = rows[1], *now = rows[2];

	for (size_t j = 0; j <= m && j <= MOST_SLIPS + 1; j++)
		last[j] = (int)j * COST_LETTER;
	for (size_t i = 1; i <= n; i++) {
		int *oldest = before;
		size_t from = i > MOST_SLIPS ? i - MOST_SLIPS : 1;
		size_t to = i + MOST_SLIPS < m ? i + MOST_SLIPS : m;

		now[from - 1] = from == 1 ? last[0] + COST_LETTER : COST_TOO_MUCH;
		now[to + 1] = COST_TOO_MUCH;
		for (size_t j = from; j <= to; j++) {
			int cost = last[j - 1] +
				cost_of_change(a[i - 1], b[j - 1]);

			cost = least(cost, COST_LETTER +
				least(last[j], now[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				cost = least(cost, before[j - 2] + COST_LETTER);
			now[j] = cost;
		}
		before = last;
		last = now;
		now = oldest;
	}
	return last[m];
}

int
name_text_alike(const char *a, const char *b)
{
	int32_t x[NAME_WORD_SIZE], y[NAME_WORD_SIZE];
	size_t n = letters_of(a, x), m = letters_of(b, y);
	size_t most = n > m ? n : m, fewest = n > m ? m : n;
	int cost;

	if (most == 0 || most - fewest > MOST_SLIPS)
		return 0;
	cost = distance(x, n, y, m);
	return cost > MOST_SLIPS * COST_LETTER ? 0 :
		100 - cost * 10 / (int)most;
}

/* Endings that half a country shares: the rest must be alike too. As skeletons
 * have them. */
static const char *const endings[] = { "ovic", "evic", "ovna", "evna", "enko",
	"ova", "eva", "ov", "ev", "ski", "ska", "ic", "escu", "eanu", "opulos",
	"akis", "idis", "svili", "dze", "ian", "sen", "son", "dotir", "man",
	"ula", "zai", "zade", "oglu" };

/* Cut the ending that both have: whether there is one. */
static bool
cut_ending(char *a, char *b)
{
	size_t n = strlen(a), m = strlen(b);

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++) {
		size_t len = strlen(endings[i]);

		if (n < len + 2 || m < len + 2 ||
		    strcmp(a + n - len, endings[i]) != 0 ||
		    strcmp(b + m - len, endings[i]) != 0)
			continue;
		a[n - len] = '\0';
		b[m - len] = '\0';
		return true;
	}
	return false;
}

/* Without the ending that both have they must be as much alike. */
static bool
differ_before_ending(const char *a, const char *b)
{
	char x[NAME_WORD_SIZE], y[NAME_WORD_SIZE];

	memcpy(x, a, strlen(a) + 1);
	memcpy(y, b, strlen(b) + 1);
	return cut_ending(x, y) && name_text_alike(x, y) < LEAST_ALIKE;
}

static bool
share_latin(const struct name_word *a, const struct name_word *b)
{
	for (size_t i = 0; i < a->n_latin; i++)
		for (size_t j = 0; j < b->n_latin; j++)
			if (strcmp(a->latin[i], b->latin[j]) == 0)
				return true;
	return false;
}

/* The letters as they stand count, and the skeletons as much where these are more
 * alike: they alone would make one of many names. */
static int
slips_alike(enum name_kind kind, const struct name_word *a,
	const struct name_word *b)
{
	int best = 0, skeletons;

	if (a->is_exact || b->is_exact)
		return 0;
	for (size_t i = 0; i < a->n_latin; i++)
		for (size_t j = 0; j < b->n_latin; j++) {
			int alike = name_text_alike(a->latin[i], b->latin[j]);

			best = alike > best ? alike : best;
		}
	if (!best)
		return 0;
	skeletons = name_text_alike(a->skeleton, b->skeleton);
	if (skeletons > best)
		best = (best + skeletons) / 2;
	if (best < LEAST_ALIKE || (kind == NAME_PERSON &&
	    differ_before_ending(a->skeleton, b->skeleton)))
		return 0;
	return best < SCORE_SPELT ? best : SCORE_SPELT;
}

static bool
is_initial_of(const struct name_word *initial, const struct name_word *word)
{
	size_t len = strlen(initial->latin[0]);

	if (initial->role != NAME_INITIAL || word->role != NAME_PLAIN)
		return false;
	for (size_t i = 0; i < word->n_latin; i++)
		if (strncmp(initial->latin[0], word->latin[i], len) == 0)
			return true;
	return false;
}

/* A number in digits, without the zeros before it. */
static const char *
number_of(const struct name_word *w)
{
	const char *digits = w->stands_for ? w->stands_for : w->text;

	while (digits[0] == '0' && digits[1])
		digits++;
	return digits;
}

static int
say(enum name_alike *how, enum name_alike what, int score)
{
	*how = what;
	return score;
}

int
name_word_alike(enum name_kind kind, const struct name_word *a,
	const struct name_word *b, enum name_alike *how)
{
	int alike;

	*how = ALIKE_NOT;
	if (a->role == NAME_NUMBER || b->role == NAME_NUMBER)
		return a->role == b->role &&
			strcmp(number_of(a), number_of(b)) == 0 ?
			say(how, ALIKE_SAME, 100) : 0;
	if (share_latin(a, b))
		return say(how, ALIKE_SAME, 100);
	if (is_initial_of(a, b) || is_initial_of(b, a))
		return say(how, ALIKE_INITIAL, SCORE_INITIAL);
	if (a->role == NAME_INITIAL || b->role == NAME_INITIAL)
		return 0;
	if (strcmp(a->skeleton, b->skeleton) == 0)
		return say(how, ALIKE_SPELT, SCORE_SPELT);
	alike = slips_alike(kind, a, b);
	if (a->stands_for && b->stands_for && alike < SCORE_MEANT &&
	    strcmp(a->stands_for, b->stands_for) == 0)
		return say(how, ALIKE_MEANT, SCORE_MEANT);
	return alike ? say(how, ALIKE_SLIP, alike) : 0;
}
