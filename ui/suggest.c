/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suggest.c - see suggest.h. */
#include "ui/suggest.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

#include "base/banned.h"

static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's table with swaps of neighbours. */
int
suggest_distance(const char *a, const char *b)
{
	int d[SUGGEST_MOST + 1][SUGGEST_MOST + 1];
	size_t na = strlen(a), nb = strlen(b);

	if (na > SUGGEST_MOST || nb > SUGGEST_MOST)
		return INT_MAX;
	for (size_t i = 0; i <= na; i++)
		d[i][0] = (int)i;
	for (size_t j = 0; j <= nb; j++)
		d[0][j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		for (size_t j = 1; j <= nb; j++) {
			int same = lower(a[i - 1]) == lower(b[j - 1]);

			d[i][j] = least(least(d[i - 1][j], d[i][j - 1]) + 1,
				d[i - 1][j - 1] + !same);
			if (i > 1 && j > 1 &&
			    lower(a[i - 1]) == lower(b[j - 2]) &&
			    lower(a[i - 2]) == lower(b[j - 1]))
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
		}
	}
	return d[na][nb];
}

void
suggest_offer(struct suggest *s, const char *candidate)
{
	size_t len = strlen(s->word);
	int most = len < 3 ? 0 : len < 6 ? 1 : 2;
	int distance = suggest_distance(s->word, candidate);

	/* A word begun ("organi") is meant, though letters are missing. */
	if (len >= 3 && strncasecmp(s->word, candidate, len) == 0)
		distance = least(distance, most);
	if (distance <= most && (!s->best || distance < s->distance)) {
		s->best = candidate;
		s->distance = distance;
	}
}
