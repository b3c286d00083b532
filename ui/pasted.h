/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pasted.h - a table that was pasted, on its way to become records: which column is
 * which field, and what each row would make, as the desk says before anything is
 * written. Knows nothing of drawing and keys; holds no rule. */
#ifndef UI_PASTED_H
#define UI_PASTED_H

#include <stdbool.h>
#include <stddef.h>

#include "src/desk.h"
#include "src/kind.h"
#include "ui/columns_choice.h"

enum {
	PASTED_ROWS = DESK_MANY_MOST,	/* what one act holds */
	PASTED_COLUMNS = 64,
};

#define PASTED_NO_TARGET ((size_t)-1)

enum pasted_verdict {
	PASTED_WAITS,		/* the desk was not asked yet */
	PASTED_GOOD,
	PASTED_ALIKE,		/* right, but something like it is there */
	PASTED_THERE,		/* a number that tells records apart is taken */
	PASTED_FAULTY,
	PASTED_VERDICTS
};

struct pasted_row {
	char **cells;		/* n of them, owned; trimmed */
	char **echo;		/* n likewise: as the desk understood a day or an
				 * amount, where that differs; else NULL */
	size_t n;
	long line;		/* of the text, from 1 */
	enum pasted_verdict verdict;
	char *why;		/* a sentence on it, without the name of its field;
				 * or NULL */
	size_t wrong;		/* index of the field that why is of; kind_n: none */
	bool left_out;		/* by the person */
};

struct pasted {
	struct desk *desk;
	const struct kind *kind;
	char *of;		/* of new parts: their record; or NULL */
	struct pasted_row *rows;	/* the heading, if there is one, is the first */
	size_t n, room;
	size_t n_columns;
	size_t target[PASTED_COLUMNS];	/* of each column (src/target.h), or
					 * PASTED_NO_TARGET */
	bool heading;		/* the first row says what the columns are */
	size_t beyond;		/* rows that found no room; columns likewise */
	size_t columns_beyond;
	char *broken;		/* what was odd in the text, a sentence; or NULL */
	size_t asked;		/* rows that have their verdict */
};

/*
 * Read a text: tabs, semicolons or commas between the cells, quotes as spreadsheets
 * put them. A first row that mostly names fields is the heading; without one the
 * columns are those of a table of this kind, in their order.
 */
void pasted_read(struct pasted *p, struct desk *desk, const struct kind *kind,
	const char *of, const struct columns_choice *usual, const char *text,
	size_t len);
void pasted_free(struct pasted *p);

/* Is it a table at all: several lines, or cells with tabs between them? */
bool pasted_is_table(const char *text, size_t len);

/* Say which field a column is (no other one is it then), and whether there is a
 * heading. The desk is asked again. */
void pasted_choose(struct pasted *p, size_t column, size_t target);
void pasted_set_heading(struct pasted *p, bool heading);

/* The first row that is a record; how many there are. */
size_t pasted_first(const struct pasted *p);

/* What a row would make, as if its cells had been typed; to be cleared. */
void pasted_record(const struct pasted *p, size_t row, struct record *typed);

/* Ask the desk about a few more rows; false once all have their verdict. */
bool pasted_step(struct pasted *p);

/* Rows of a verdict that are not left out; and whether a row is to be made. */
size_t pasted_count(const struct pasted *p, enum pasted_verdict verdict);
bool pasted_is_made(const struct pasted *p, size_t row);

#endif
