/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo.h - a long text being typed: an edit whose text goes over several lines of
 * the screen, broken at blanks. */
#ifndef UI_MEMO_H
#define UI_MEMO_H

#include <stdint.h>

#include "ui/edit.h"

struct memo {
	struct edit *edit;	/* the text; its owner's */
	size_t *starts;		/* byte where each line of the screen begins */
	size_t n, room;
	int width;
	bool ascii;
	bool laid;		/* starts are those of the text at laid_changes, ... */
	unsigned laid_changes;
	size_t laid_len;	/* ... which had so many bytes */
	size_t top;		/* first line that is seen */
	int height;
	int column;		/* that going up and down holds to; -1: where it is */
	size_t found, found_end;	/* bytes that a search found; equal: none */
};

/*
 * Break the text into lines of a screen of this size; after every change. Only the
 * paragraphs that changed since are broken anew, so that a key costs no more in a
 * text of a megabyte.
 */
void memo_lay_out(struct memo *m, int width, int height, bool ascii);

/* Typed text, movement and deletion; true if the key was one of these. The lines
 * must have been laid out. */
bool memo_key(struct memo *m, int key);

/*
 * Find a text from the cursor on, or before it, around the ends: whatever its case,
 * accents and kind of blanks. The cursor goes there. False if it is nowhere.
 */
bool memo_find(struct memo *m, const char *what, bool back);

/* What the text is made of. */
struct memo_count {
	int64_t words;
	int64_t hidden;		/* characters that no reader would see as such */
};
void memo_count(const struct memo *m, struct memo_count *count);

/* Draw it in the area of its size, and place the cursor: what hides or misleads is
 * shown by its name, as a warning. */
void memo_draw(struct memo *m, struct grid *g, struct area a);

/* Frees the lines, not the edit. */
void memo_free(struct memo *m);

#endif
