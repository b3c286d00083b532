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
#include "ui/journal.h"

struct edit {
	struct strbuf text;
	size_t at;		/* byte of the cursor, between characters */
	int scroll;		/* columns to the left of the window */
	bool lines;		/* line breaks are text, not blanks */
	bool pasting;		/* the last key was of a paste */
	size_t max;		/* bytes that it takes; 0: any number */
	size_t refused;		/* bytes that found no room, since the last key that
				 * was typed */
	unsigned changes;	/* counted: another number, another text */
	size_t same_head, same_tail;	/* bytes at its ends that are as they were at
				 * the last edit_rest */
	char *rest;		/* owned: how it would be completed, shown behind it; or
				 * NULL */
	char *aside;		/* owned: a folder in which the text lies too, for an
				 * editor (editor.h); or NULL */
	struct journal journal;
};

#define EDIT_INIT { .text = STRBUF_INIT }

void edit_clear(struct edit *e);

/* Set the text, the cursor behind it; what was typed before is forgotten. */
void edit_set(struct edit *e, const char *text);

/* The same as something that the person did and can take back. */
void edit_replace(struct edit *e, const char *text);

/* From here on same_head and same_tail count anew. */
void edit_rest(struct edit *e);

/* Typed text, and the keys that move, delete, put back what was cut (^Y), take back
 * and do again (F7, ^R) in a line. True if the key was one of them. Pasted line breaks
 * become blanks, unless e->lines. */
bool edit_key(struct edit *e, int key);

/* Take back the last step, or do it again; false when there is none. */
bool edit_undo(struct edit *e);
bool edit_redo(struct edit *e);

/* Put a text that was pasted in at the cursor, in one step: its line ends and tabs
 * become blanks where the text has no lines; blanks at its ends go. */
void edit_paste(struct edit *e, const char *text, size_t len);

/* Put text in at the cursor, as much of it as there is room for. */
void edit_insert(struct edit *e, const char *text, size_t len);

/* What was cut last, in whatever text, is forgotten. */
void edit_forget_cut(void);

/*
 * Draw the line in width columns, scrolled so that the cursor is seen if focused,
 * and place the grid's cursor there. One column is kept for the cursor at the end.
 */
void edit_draw(struct edit *e, struct grid *g, struct area a, enum role role,
	bool focused);

/* Columns from byte from, a boundary, to byte end. */
int edit_columns(const struct edit *e, bool ascii, size_t from, size_t end);

/* Append how the character at byte pos is shown, and give where the next begins.
 * Returns its columns. */
int edit_shown(const struct edit *e, bool ascii, size_t pos, size_t *next,
	struct strbuf *out);

#endif
