/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.c - see journal.h. */
#include "ui/journal.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "base/banned.h"

enum {
	MOST_STEPS = 2000,
	MOST_BYTES = 8 << 20,	/* a text of the longest, several times over */
};

static void
free_step(struct journal *j, size_t i)
{
	j->bytes -= j->steps[i].n_old + j->steps[i].n_new;
	free(j->steps[i].old);
	free(j->steps[i].new);
}

static void
forget_undone(struct journal *j)
{
	while (j->n > j->done)
		free_step(j, --j->n);
}

/* The oldest go first; the newest stays, however large. */
static void
forget_oldest(struct journal *j)
{
	size_t n = 0;

	while (j->n - n > 1 && (j->n - n > MOST_STEPS || j->bytes > MOST_BYTES))
		free_step(j, n++);
	if (n == 0)
		return;
	j->n -= n;
	j->done = j->n;
	memmove(j->steps, j->steps + n, j->n * sizeof(*j->steps));
}

static bool
ends_word(const char *text, size_t len)
{
	return len > 0 && strchr(" \n\t", text[len - 1]);
}

/* Typing goes on where it was; a step ends with the blanks behind a word. */
static bool
goes_on_typing(const struct journal_step *last, const struct journal_step *what)
{
	return what->n_old == 0 && last->n_new > 0 &&
		last->at + last->n_new == what->at &&
		(what->joined || !(ends_word(last->new, last->n_new) &&
			!ends_word(what->new, what->n_new)));
}

static bool
goes_on_deleting(const struct journal_step *last,
	const struct journal_step *what)
{
	return what->n_new == 0 && last->n_new == 0 &&
		(what->at + what->n_old == last->at || what->at == last->at);
}

static void
extend(struct journal *j, struct journal_step *last,
	const struct journal_step *what)
{
	if (what->n_new > 0) {
		if (last->n_new + what->n_new > last->room) {
			last->room = 2 * (last->n_new + what->n_new);
			last->new = xrealloc_array(last->new, last->room, 1);
		}
		memcpy(last->new + last->n_new, what->new, what->n_new);
		last->n_new += what->n_new;
	} else {
		size_t at = what->at < last->at ? 0 : last->n_old;

		last->old = xrealloc_array(last->old, last->n_old + what->n_old,
			1);
		memmove(last->old + at + what->n_old, last->old + at,
			last->n_old - at);
		memcpy(last->old + at, what->old, what->n_old);
		last->n_old += what->n_old;
		last->at = what->at;
	}
	j->bytes += what->n_old + what->n_new;
}

void
journal_note(struct journal *j, const struct journal_step *what)
{
	struct journal_step *last;

	if (what->n_old == 0 && what->n_new == 0)
		return;
	forget_undone(j);
	last = j->n > 0 ? &j->steps[j->n - 1] : NULL;
	if (last && !j->closed && (goes_on_typing(last, what) ||
	    goes_on_deleting(last, what))) {
		extend(j, last, what);
	} else {
		j->steps = xgrow(j->steps, j->n, &j->room, sizeof(*j->steps));
		j->steps[j->n++] = (struct journal_step){ .at = what->at,
			.old = xmemdup(what->old, what->n_old),
			.new = xmemdup(what->new, what->n_new),
			.n_old = what->n_old, .n_new = what->n_new,
			.room = what->n_new, .cursor = what->cursor };
		j->bytes += what->n_old + what->n_new;
	}
	j->closed = false;
	j->done = j->n;
	forget_oldest(j);
}

void
journal_close(struct journal *j)
{
	j->closed = true;
}

const struct journal_step *
journal_back(struct journal *j)
{
	j->closed = true;
	return j->done > 0 ? &j->steps[--j->done] : NULL;
}

const struct journal_step *
journal_again(struct journal *j)
{
	j->closed = true;
	return j->done < j->n ? &j->steps[j->done++] : NULL;
}

void
journal_clear(struct journal *j)
{
	j->done = 0;
	forget_undone(j);
	free(j->steps);
	*j = (struct journal){ 0 };
}
