/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keyin.h - what a terminal sends, read as keys: UTF-8 put together, sequences by
 * the grammar of ECMA-48, so that an unknown one is skipped as a whole and its
 * letters never run as commands. Knows neither descriptors nor clocks. */
#ifndef UI_KEYIN_H
#define UI_KEYIN_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/paste.h"

/* Where a click was, counted from 0. */
struct click {
	int y, x;
};

struct keyin {
	unsigned char bytes[4096];
	size_t n;
	bool pasting;		/* between the marks of a bracketed paste */
	struct paste paste;	/* what K_PASTE brought, until the next key */
	struct click click;	/* where K_CLICK was */
	int again_key, again;	/* a key that comes so many times more */
};

/* Free the paste, if any. A keyin begins as { 0 }. */
void keyin_clear(struct keyin *in);

/* How many bytes keyin_put will take now. */
size_t keyin_room(const struct keyin *in);

/* Add what was read; len is at most keyin_room(in). */
void keyin_put(struct keyin *in, const void *bytes, size_t len);

/*
 * The next key, or K_NONE if more must come first. late says that the wait for
 * the rest of a sequence is over: what is there stands for itself, an ESC for
 * the key Esc. In a paste whose end was lost, that key ends it.
 */
int keyin_get(struct keyin *in, bool late);

#endif
