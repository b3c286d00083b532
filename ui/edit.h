/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.h - a text that is being typed: one line, or the state beneath lines. The
 * cursor moves by what a person takes for one character, and hidden characters
 * are shown by name, never let through. */
#ifndef UI_EDIT_H
#define UI_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "ui/grid.h"

struct edit {
	struct strbuf text;
	size_t at;		/* byte of the cursor, between characters */
	int scroll;		/* columns to the left of the window */
	bool lines;		/* line breaks are text, not blanks */
};

#define EDIT_INIT { .text = STRBUF_INIT }

void edit_clear(struct edit *e);

/* Set the text, the cursor behind it. */
void edit_set(struct edit *e, const char *text);

/* Typed text, and the keys that move and delete in a line. True if the key was
 * one of them. Pasted line breaks become blanks, unless e->lines. */
bool edit_key(struct edit *e, int key);

/*
 * Draw the line in width columns, scrolled so that the cursor is seen if focused,
 * and place the grid's cursor there. One column is kept for the cursor at the end.
 */
void edit_draw(struct edit *e, struct grid *g, struct area a, enum role role,
	bool focused);

/* Columns from the beginning of the text to byte end. */
int edit_columns(const struct edit *e, bool ascii, size_t end);

/* Append how the character at byte pos is shown, and give where the next begins.
 * Returns its columns. */
int edit_shown(const struct edit *e, bool ascii, size_t pos, size_t *next,
	struct strbuf *out);

#endif
