/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keybar.h - the last line: what can be done on this screen, and by which keys. */
#ifndef UI_KEYBAR_H
#define UI_KEYBAR_H

#include <stdbool.h>
#include <stddef.h>

struct command;
struct grid;
struct keyset;

/* Which key stands for what is found out once for each screen, for the bar is drawn
 * after every key. Begins as { 0 }. */
struct keybar {
	const struct command *own, *all;	/* the tables that it was made of, ... */
	const char *view;			/* ... for this screen, ... */
	bool typing;				/* ... in this state */
	struct keybar_key *keys;		/* n_own of the screen, then those of
						 * all screens */
	size_t n, n_own, room;
};

/* Keys and labels of a screen's commands, as many as fit and eight at most, and at the
 * right of those that every screen has. */
void keybar_draw(struct keybar *bar, struct grid *g, int y,
	const struct keyset *set);

/* The language or the person's own keys are others: make it anew. Frees all. */
void keybar_clear(struct keybar *bar);

#endif
