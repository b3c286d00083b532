/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suggest.h - did you mean: the nearest of the words that would be accepted. */
#ifndef UI_SUGGEST_H
#define UI_SUGGEST_H

#include <stddef.h>

/* The search so far: begin with SUGGEST_INIT(word), offer each candidate. */
struct suggest {
	const char *word;
	const char *best;	/* borrowed; NULL: none is near */
	int distance;		/* of best */
};

#define SUGGEST_INIT(typed) { .word = (typed) }

/* Keep the candidate if it is nearer than the ones before. Near is one slip of
 * the finger, two in a word of six or more letters; or a word begun. */
void suggest_offer(struct suggest *s, const char *candidate);

/* Letters to insert, drop, change or swap to get from a to b; case does not
 * count. More than SUGGEST_MOST letters are as far as can be. */
enum { SUGGEST_MOST = 32 };
int suggest_distance(const char *a, const char *b);

#endif
