/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linediff.c - see linediff.h. A table of the longest common subsequence (Wagner
 * and Fischer 1974), of what lies between the common beginning and end. */
#include "base/linediff.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "base/banned.h"

enum { TABLE_MOST = 4000000 };	/* cells: beyond, it is not worth the time */

struct lines {
	struct linediff_line *all;
	size_t n, room;
};

static void
split(struct lines *l, const char *text, char sign)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		l->all = xgrow(l->all, l->n, &l->room, sizeof(*l->all));
		l->all[l->n++] = (struct linediff_line){ sign, text, len };
		text += len + (text[len] == '\n');
	}
}

static bool
same(const struct linediff_line *a, const struct linediff_line *b)
{
	return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static void
put(struct linediff *d, const struct linediff_line *line, char sign)
{
	d->lines[d->n] = *line;
	d->lines[d->n++].sign = sign;
}

/* table[i * (m + 1) + j]: how long is what a from i and b from j have in common? */
static uint32_t *
make_table(const struct linediff_line *a, size_t n,
	const struct linediff_line *b, size_t m)
{
	uint32_t *t = xcalloc((n + 1) * (m + 1), sizeof(*t));

	for (size_t i = n; i-- > 0;)
		for (size_t j = m; j-- > 0;) {
			uint32_t down = t[(i + 1) * (m + 1) + j];
			uint32_t across = t[i * (m + 1) + j + 1];

			t[i * (m + 1) + j] = same(&a[i], &b[j]) ?
				t[(i + 1) * (m + 1) + j + 1] + 1 :
				down >= across ? down : across;
		}
	return t;
}

static void
put_middle(struct linediff *d, const struct linediff_line *a, size_t n,
	const struct linediff_line *b, size_t m)
{
	uint32_t *t = n && m && n * m <= TABLE_MOST ?
		make_table(a, n, b, m) : NULL;
	size_t i = 0, j = 0;

	while (t && i < n && j < m)
		if (same(&a[i], &b[j])) {
			put(d, &a[i++], ' ');
			j++;
		} else if (t[(i + 1) * (m + 1) + j] >=
		    t[i * (m + 1) + j + 1])
			put(d, &a[i++], '-');
		else
			put(d, &b[j++], '+');
	while (i < n)
		put(d, &a[i++], '-');
	while (j < m)
		put(d, &b[j++], '+');
	free(t);
}

void
linediff_make(struct linediff *d, const char *old, const char *new)
{
	struct lines a = { 0 }, b = { 0 };
	size_t head = 0, tail = 0;

	split(&a, old, '-');
	split(&b, new, '+');
	*d = (struct linediff){ .lines = xcalloc(a.n + b.n + 1,
		sizeof(*d->lines)) };
	while (head < a.n && head < b.n && same(&a.all[head], &b.all[head]))
		put(d, &a.all[head++], ' ');
	while (tail < a.n - head && tail < b.n - head &&
	       same(&a.all[a.n - 1 - tail], &b.all[b.n - 1 - tail]))
		tail++;
	put_middle(d, a.all + head, a.n - head - tail, b.all + head,
		b.n - head - tail);
	for (size_t i = a.n - tail; i < a.n; i++)
		put(d, &a.all[i], ' ');
	free(a.all);
	free(b.all);
}
