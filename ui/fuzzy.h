/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzzy.h - how well a few typed letters fit a text: by its beginning, by the
 * beginnings of its words, inside, or letter by letter in order. */
#ifndef UI_FUZZY_H
#define UI_FUZZY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A text by its folded characters (base/fold.h), each with the byte that it came
 * from. Begins as { 0 }. */
struct fuzzy_text {
	int32_t *letters;
	size_t *bytes;
	size_t n, room;
	size_t loose;		/* so many of the first may also be hit letter by
				 * letter: the name, not the sentence behind it */
};

enum { FUZZY_MOST = 256 };	/* letters of a text that are looked at */

struct fuzzy_hit {
	int score;		/* more is better */
	bool marks[FUZZY_MOST];	/* the letters that were hit */
};

/* Take a text; its first loose bytes are its name. */
void fuzzy_take(struct fuzzy_text *t, const char *text, size_t loose);
void fuzzy_clear(struct fuzzy_text *t);

/* Do all words of what is typed fit? An empty one fits everything, with 0. */
bool fuzzy_match(const struct fuzzy_text *typed, const struct fuzzy_text *t,
	struct fuzzy_hit *hit);

#endif
