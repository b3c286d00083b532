/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette.h - what can be run or gone to from where one is: rows of several sorts,
 * and those of them that fit what is typed, the best first. */
#ifndef UI_PALETTE_H
#define UI_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/command.h"
#include "ui/fuzzy.h"

/* What a row is; and the order of sections while nothing is typed. */
enum palette_sort {
	PALETTE_RECENT,		/* a section only: of the rows used last */
	PALETTE_HERE,		/* commands of the screen, by their groups ... */
	PALETTE_WRITE,
	PALETTE_MOVE,
	PALETTE_GLOBAL,		/* ... and those that every screen has */
	PALETTE_PLACE,
	PALETTE_FILTER,
	PALETTE_CASE,
	PALETTE_SETTING,
	PALETTE_RECORD,
	PALETTE_N
};

struct palette_row {
	enum palette_sort sort;
	char *name;		/* "sort", "list:lead", "theme dark", "RO-L12" */
	char *text;		/* one sentence */
	char *keys;		/* "s, F6"; or what a record is; "" */
	char *why;		/* it can not be run now, because; or NULL */
	char *place;		/* that it goes to, where that is not its name; or
				 * NULL */
	const struct command *command;	/* of commands */
	struct fuzzy_text fuzzy;	/* of name and text; made by palette_add */
	int recent;		/* 1: used last; 0: not lately */
	int near;		/* of a record: how much it is what was meant */
};

/* An entry of what is shown: a row, or the heading of a section. */
struct palette_line {
	int heading;		/* enum palette_sort; -1: a row */
	size_t row;
	int score;		/* of the row */
};

/* That it was named by its ref; that it is somebody; that its title was hit. */
enum { PALETTE_NAMED = 1000, PALETTE_SOMEBODY = 2, PALETTE_TITLE = 1 };

enum { PALETTE_RECENTS = 9 };	/* that are remembered */

struct palette {
	struct palette_row *rows;
	size_t n, room;
	struct palette_line *lines;
	size_t n_lines, lines_room;
	size_t n_fit;		/* rows among the lines */
	struct fuzzy_text typed;
	bool keys_count;	/* help: typing the name of a key finds its command */
};

/* Add a row; Its texts become the palette's. */
void palette_add(struct palette *p, const struct palette_row *row);

/* Take away the records that were found for an earlier text, and where all of them
 * would be. */
void palette_drop_records(struct palette *p);

/*
 * The rows that fit, the best first; all by sections when nothing is typed.
 * What was used lately goes before what fits no better, records that were found
 * behind what fits by its beginning.
 */
void palette_narrow(struct palette *p, const char *typed);

/* The row of a line, or NULL for a heading and beyond the end. */
struct palette_row *palette_at(const struct palette *p, size_t line);

/* Was the letter at byte of a row's text hit? The name and two blanks go before the
 * text there. */
bool palette_hit(const struct palette *p, const struct palette_row *row,
	struct fuzzy_hit *hit);

/* The heading of a section, for people. */
const char *palette_heading(int sort);

void palette_free(struct palette *p);

#endif
