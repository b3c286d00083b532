/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo.h - a long text being typed: an edit whose text goes over several lines of
 * the screen, broken at blanks. */
#ifndef UI_MEMO_H
#define UI_MEMO_H

#include "ui/edit.h"

struct memo {
	struct edit *edit;	/* the text; its owner's */
	size_t *starts;		/* byte where each line of the screen begins */
	size_t n, room;
	int width;
	bool ascii;
	size_t top;		/* first line that is seen */
	int height;
	int column;		/* that going up and down holds to; -1: where it is */
};

/* Break the text into lines of a screen of this size; after every change. */
void memo_lay_out(struct memo *m, int width, int height, bool ascii);

/* Typed text, movement and deletion; true if the key was one of these. */
bool memo_key(struct memo *m, int key);

/* Draw it in the area of its size, and place the cursor. */
void memo_draw(struct memo *m, struct grid *g, struct area a);

/* Frees the lines, not the edit. */
void memo_free(struct memo *m);

#endif
