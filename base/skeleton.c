/* SPDX-License-Identifier: GPL-3.0-or-later */
/* skeleton.c - see skeleton.h. */
#include "base/skeleton.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/compiler.h"
#include "base/fold.h"
#include "base/latin.h"
#include "base/utf8.h"

#include "base/banned.h"

enum { WORD_BYTES = SKELETON_WORD_MAX * 4 };

enum place { ANYWHERE, FIRST, LAST };

/*
 * The first row that fits where the reader stands is taken. No row makes a word
 * longer, and each that keeps its length gives a letter that no row of one
 * letter takes, so respelling ends.
 */
static const struct respelling {
	enum place place;
	const char *from, *to;
} respellings[] = {
	/* щ and its like: Russian, Bulgarian, German, Polish */
	{ ANYWHERE, "schtsch", "sc" },
	{ ANYWHERE, "shch", "sc" },
	{ ANYWHERE, "stsch", "sc" },
	{ ANYWHERE, "szcz", "sc" },
	{ ANYWHERE, "sht", "sc" },
	/* ч, ц: English, German, French, Polish, Hungarian */
	{ ANYWHERE, "tsch", "c" },
	{ ANYWHERE, "tch", "c" },
	{ ANYWHERE, "chr", "hr" },	/* Christos, Hristo */
	{ ANYWHERE, "ch", "c" },
	{ ANYWHERE, "ck", "k" },
	{ ANYWHERE, "cz", "c" },
	{ ANYWHERE, "tc", "c" },
	{ ANYWHERE, "ts", "c" },
	{ ANYWHERE, "tz", "c" },
	{ ANYWHERE, "ct", "kt" },	/* Victor, Viktor */
	{ ANYWHERE, "cl", "kl" },
	{ ANYWHERE, "cr", "kr" },
	/* ш, ж, х and what Greek and Arabic names have with an h */
	{ ANYWHERE, "sch", "s" },
	{ ANYWHERE, "sh", "s" },
	{ ANYWHERE, "sz", "s" },
	{ ANYWHERE, "zh", "z" },
	{ ANYWHERE, "kh", "h" },
	{ ANYWHERE, "gh", "g" },
	{ ANYWHERE, "dh", "d" },
	{ ANYWHERE, "th", "t" },
	{ ANYWHERE, "bh", "b" },
	{ ANYWHERE, "rh", "r" },
	{ ANYWHERE, "ph", "f" },
	{ LAST, "ah", "a" },		/* Abdullah, Sarah */
	/* đ, written dj where there is no bar */
	{ ANYWHERE, "dj", "d" },
	/* Greek: Mpakogiannis, Ntora, Gkikas, Pavlos, Evgenios */
	{ FIRST, "mp", "b" },
	{ FIRST, "nt", "d" },
	{ ANYWHERE, "gk", "g" },
	{ ANYWHERE, "mb", "mp" },
	{ ANYWHERE, "au", "av" },
	{ ANYWHERE, "eu", "ev" },
	/* -off of older Russian passports */
	{ LAST, "off", "ov" },
	{ LAST, "eff", "ev" },
	/* Vowels: a Slavic e with and without its y, long ones, umlauts */
	{ FIRST, "ye", "e" },
	{ FIRST, "je", "e" },
	{ ANYWHERE, "aye", "ae" },
	{ ANYWHERE, "aje", "ae" },
	{ ANYWHERE, "aie", "ae" },
	{ ANYWHERE, "eye", "ee" },
	{ ANYWHERE, "eje", "ee" },
	{ ANYWHERE, "eie", "ee" },
	{ ANYWHERE, "ee", "i" },
	{ ANYWHERE, "oo", "u" },
	{ ANYWHERE, "ou", "u" },
	{ ANYWHERE, "ae", "a" },
	{ ANYWHERE, "oe", "o" },
	{ ANYWHERE, "ue", "u" },
	/* One letter for another */
	{ ANYWHERE, "ks", "x" },
	{ ANYWHERE, "q", "k" },
	{ ANYWHERE, "w", "v" },
	{ ANYWHERE, "y", "i" },
	{ ANYWHERE, "j", "i" },
};

static bool
fits(const struct respelling *r, const char *word, size_t len, size_t at)
{
	size_t n;

	/* Most rows end here, and this is asked for every letter of every name. */
	if (r->from[0] != word[at])
		return false;
	n = strlen(r->from);
	return n <= len - at && memcmp(word + at, r->from, n) == 0 &&
		(r->place != FIRST || at == 0) &&
		(r->place != LAST || at + n == len);
}

/* One reading of the word; what it becomes is never longer. */
static bool
respell(char *word, size_t *len)
{
	size_t to = 0;
	bool changed = false;

	for (size_t at = 0; at < *len;) {
		const struct respelling *r = respellings;
		const struct respelling *end = r + ARRAY_SIZE(respellings);
		char c = word[at];

		while (r < end && !fits(r, word, *len, at))
			r++;
		if (r < end) {
			memcpy(word + to, r->to, strlen(r->to));
			to += strlen(r->to);
			at += strlen(r->from);
			changed = true;
		} else if (at && c >= 'a' && c <= 'z' && word[at - 1] == c) {
			at++;
			changed = true;
		} else {
			word[to++] = word[at++];
		}
	}
	*len = to;
	return changed;
}

static void
end_word(struct strbuf *out, size_t start, char *word, size_t *len)
{
	if (*len == 0)
		return;
	while (respell(word, len))
		;
	if (out->len > start)
		strbuf_putc(out, ' ');
	strbuf_add(out, word, *len);
	*len = 0;
}

void
skeleton_key(struct strbuf *out, const char *text, size_t len)
{
	struct strbuf key = STRBUF_INIT;
	char word[WORD_BYTES];
	size_t start = out->len, n = 0, letters = 0;

	latin_key(&key, text, len);
	for (size_t i = 0; i < key.len;) {
		int32_t cp;
		size_t bytes = utf8_next(key.text + i, key.len - i, &cp);

		if (fold_is_of_word(cp)) {
			if (letters++ < SKELETON_WORD_MAX) {
				memcpy(word + n, key.text + i, bytes);
				n += bytes;
			}
		} else if (cp != '\'' && cp != '`') {
			end_word(out, start, word, &n);
			letters = 0;
		}
		i += bytes;
	}
	end_word(out, start, word, &n);
	strbuf_clear(&key);
}
