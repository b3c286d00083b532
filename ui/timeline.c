/* SPDX-License-Identifier: GPL-3.0-or-later */
/* timeline.c - see timeline.h. */
#include "ui/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "base/banned.h"

enum {
	PAGE = 60,		/* rows asked for at once */
	MARGIN = 50,		/* rows that lie beyond the cursor, if there are */
	MOST = 400,		/* rows at hand; beyond, the far end goes */
};

static void
clear_row(struct desk_moment *m)
{
	free(m->key);
	free(m->on);
	free(m->ref);
	free(m->kind);
	free(m->text);
	free(m->entry);
}

static void
clear_rows(struct timeline *t)
{
	for (size_t i = 0; i < t->n; i++)
		clear_row(&t->rows[i]);
	free(t->rows);
	free(t->before.key);
	free(t->after.key);
	t->rows = NULL;
	t->n = t->first = 0;
	t->before = t->after = (struct timeline_end){ .more = true };
	t->capped = false;
	t->moved = true;
}

void
timeline_begin(struct timeline *t, const char *from)
{
	char *date = xstrdup(from);

	clear_rows(t);
	free(t->from);
	t->from = date;
}

void
timeline_free(struct timeline *t)
{
	clear_rows(t);
	free(t->ref);
	free(t->from);
}

/* --- Rows come and go --------------------------------------------------- */

static void
set_end(struct timeline_end *end, const struct desk_timeline *page)
{
	end->more = page->more;
	if (!page->key)
		return;
	free(end->key);
	end->key = xstrdup(page->key);
}

/* The rows of a page are ours from here. */
static void
take_page(struct timeline *t, struct desk_timeline *page, bool backward,
	size_t *at)
{
	size_t n = page->n;

	t->rows = xrealloc_array(t->rows, t->n + n + 1, sizeof(*t->rows));
	if (backward) {
		memmove(t->rows + n, t->rows, t->n * sizeof(*t->rows));
		for (size_t i = 0; i < n; i++)
			t->rows[i] = page->rows[n - 1 - i];
		t->first += n;
		*at += n;
	} else if (n) {
		memcpy(t->rows + t->n, page->rows, n * sizeof(*t->rows));
	}
	t->n += n;
	page->n = 0;
	t->moved = t->moved || n > 0;
}

/* What lies farthest from the cursor goes; it can be had again. */
static void
trim(struct timeline *t, bool backward, size_t *at)
{
	size_t extra = t->n > MOST ? t->n - MOST : 0;
	struct timeline_end *end = backward ? &t->after : &t->before;
	size_t begin = backward ? t->n - extra : 0;

	if (extra == 0)
		return;
	for (size_t i = begin; i < begin + extra; i++)
		clear_row(&t->rows[i]);
	if (!backward) {
		memmove(t->rows, t->rows + extra,
			(t->n - extra) * sizeof(*t->rows));
		*at -= extra;
		t->first = t->first > extra ? t->first - extra : 0;
	}
	t->n -= extra;
	free(end->key);
	end->key = xstrdup(t->rows[backward ? t->n - 1 : 0].key);
	end->more = true;
}

static bool
ask_page(struct timeline *t, bool backward, size_t *at, struct err *err)
{
	struct timeline_end *end = backward ? &t->before : &t->after;
	const struct desk_timeline_ask ask = { .ref = t->ref, .what = t->what,
		.from = end->key ? NULL : t->from, .key = end->key,
		.backward = backward, .limit = PAGE };
	struct desk_timeline page = { 0 };

	if (!desk_timeline(t->desk, &ask, &page, err)) {
		end->more = false;
		return false;
	}
	t->capped = t->capped || page.capped;
	set_end(end, &page);
	take_page(t, &page, backward, at);
	desk_timeline_clear(&page);
	trim(t, backward, at);
	return true;
}

bool
timeline_step(struct timeline *t, size_t *at, bool *asked, struct err *err)
{
	bool after = t->after.more && (t->n == 0 || *at + MARGIN >= t->n);
	bool before = t->before.more && *at < MARGIN;

	*asked = after || before;
	if (after && (t->after.key == NULL || !before))
		return ask_page(t, false, at, err);
	if (before)
		return ask_page(t, true, at, err);
	return !after || ask_page(t, false, at, err);
}
