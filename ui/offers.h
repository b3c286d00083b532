/* SPDX-License-Identifier: GPL-3.0-or-later */
/* offers.h - what the desk finds besides the few rows of a list: the same words in
 * another script, order or spelling, each sort under a heading that says how it
 * was found. Knows the door, and nothing of keys and drawing. */
#ifndef UI_OFFERS_H
#define UI_OFFERS_H

#include <stdbool.h>
#include <stddef.h>

#include "src/desk.h"
#include "ui/rows.h"

enum {
	OFFERS_FEW = 10,	/* rows of a list below which there are offers */
	OFFERS_MOST = 20	/* rows that are offered */
};

struct offers {
	struct desk_found found;	/* owned; without what the list shows */
	char *asked;			/* for which text; NULL: none; owned */
};

/* A line of the screen. */
struct offers_line {
	enum { OFFERS_HEADING, OFFERS_ROW, OFFERS_TEXT } what;
	size_t row;		/* of found: the first below a heading, the one
				 * itself, the one that bears the text */
};

/*
 * Ask the desk for what a text may mean among the records of a kind, when their
 * list is complete and has few rows; what is among these is left out. Asked once
 * for each text. A text by which nothing can be found gives none.
 */
bool offers_ask(struct offers *o, const struct rows *rows, int kind,
	const char *text, struct err *err);
void offers_clear(struct offers *o);

/* The lines that they take; what stands in one of these; where a row stands. */
size_t offers_lines(const struct offers *o);
struct offers_line offers_at(const struct offers *o, size_t line);
size_t offers_line_of(const struct offers *o, size_t row);

#endif
