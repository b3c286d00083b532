/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal.h - what was done to a text that is being typed, so that it can be taken
 * back and done again. What a person does in one go (a word, a paste, a row of
 * deletions) is one step. */
#ifndef UI_JOURNAL_H
#define UI_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a text that were replaced. */
struct journal_step {
	size_t at;		/* where, in bytes */
	char *old, *new;	/* owned; not ended by NUL */
	size_t n_old, n_new;
	size_t room;		/* bytes allocated at new */
	size_t cursor;		/* before it */
	bool joined;		/* pasted right behind the last: the same step */
};

/* Begins as { 0 }. */
struct journal {
	struct journal_step *steps;
	size_t n, room;
	size_t done;		/* steps that stand; those behind can be done again */
	size_t bytes;		/* that all steps hold */
	bool closed;		/* the next one begins a step of its own */
};

/* What was replaced: n_old bytes at at by n_new others, the cursor being at cursor.
 * What had been taken back cannot be done again. Old steps are forgotten when
 * there are many. */
void journal_note(struct journal *j, const struct journal_step *what);

/* The next one begins a step of its own: the cursor was moved. */
void journal_close(struct journal *j);

/* The step to take back, or to do again; NULL when there is none. Valid until the
 * next call. */
const struct journal_step *journal_back(struct journal *j);
const struct journal_step *journal_again(struct journal *j);

void journal_clear(struct journal *j);

#endif
