/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.h - many new records of one kind, typed as rows of a table: each begins like
 * the one above it, is checked by the desk, and all are saved in one act. The whole
 * is one draft. Knows nothing of drawing and keys; holds no rule. */
#ifndef UI_SHEET_H
#define UI_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ids.h"
#include "src/desk.h"
#include "src/kind.h"
#include "ui/columns_choice.h"

struct sheet_row {
	struct record typed;	/* what was typed, and what the row began with */
	bool *own;		/* by field: typed here, not taken from above */
	bool meant;		/* it is to be saved; else it has only begun */
	bool unchecked;		/* changed since the desk was asked */
	struct desk_checked checked;	/* what the desk made of it */
	char *refused;		/* why a save refused it, where no field says it */
	char *ref;		/* it is saved; or NULL */
};

/* A table of rows; owned. */
struct sheet_rows {
	struct sheet_row *row;
	size_t n, room;
};

struct sheet {
	struct desk *desk;
	const struct desk_who *who;
	const struct kind *kind;
	char *of;		/* of new parts: their record; or NULL */
	struct columns_choice columns;	/* the fields that are typed */
	struct sheet_rows rows;	/* one at least */
	struct record above;	/* what stands above the first row: the record that
				 * it was begun from; kind NULL: none */
	struct sheet_rows before;	/* as they were before the last fill or drop; n 0:
				 * there was none */
	char draft[IDS_UID_SIZE];
	bool kept;		/* a draft is */
	bool changed;		/* since it was */
};

/* Begin with one empty row of a kind; of: parts of that record. */
void sheet_begin(struct sheet *s, struct desk *desk, const struct desk_who *who,
	const struct kind *kind, const char *of);

/* What sheet_above says of the first row: what the next one like a record (a ref or
 * uid) would begin with. */
void sheet_below(struct sheet *s, const char *ref);

/* Go on with the rows of a draft; all are to be checked. It is this session's from
 * then on (desk_draft_hold), taken over from another if need be. False: the draft
 * cannot be had, and nothing was begun. */
bool sheet_resume(struct sheet *s, struct desk *desk,
	const struct desk_who *who, const struct desk_draft *draft,
	struct err *err);
void sheet_free(struct sheet *s);

/* May a field be typed into a row? Choose the columns, which are remembered for the
 * kind. */
bool sheet_takes(const struct kind *kind, size_t index);
bool sheet_choose(struct sheet *s, const struct columns_choice *columns,
	struct err *err);

/* --- Rows --------------------------------------------------------------- */

/* What stands in a field, as typed; "" for nothing. */
const char *sheet_text(const struct sheet *s, size_t row, size_t index);

/* What stands above it; NULL: there is no such row. */
const char *sheet_above(const struct sheet *s, size_t row, size_t index);

/* Type it; the row is meant from then on. */
void sheet_type(struct sheet *s, size_t row, size_t index, const char *text);

/* A row at the end: like the last one, a number counted on past those in the table;
 * or with values that somebody typed elsewhere, which is meant at once. */
void sheet_add_like(struct sheet *s);
void sheet_add(struct sheet *s, const struct record *typed);

/* Take a row out; put the value of a field into all rows below; both for
 * sheet_take_back, which once more does them again. False: there is nothing to
 * take back. */
void sheet_drop(struct sheet *s, size_t row);
void sheet_fill_down(struct sheet *s, size_t row, size_t index);
bool sheet_take_back(struct sheet *s);

/* Rows that are meant and not saved; of these, those known to be wrong. */
size_t sheet_meant(const struct sheet *s);
size_t sheet_faulty(const struct sheet *s);

/* --- The desk ----------------------------------------------------------- */

/* Ask what is wrong with a row, if it is meant and has changed. False: the desk could
 * not be asked. */
bool sheet_check(struct sheet *s, size_t row, struct err *err);

/* What is wrong with a field of a row, or with the row (index SHEET_ROW); NULL. */
#define SHEET_ROW SIZE_MAX
const char *sheet_fault(const struct sheet *s, size_t row, size_t index);

/* The first of what is wrong with a row, for a person: "Seized: there is no ...".
 * False, and nothing: nothing is known to be. */
bool sheet_row_fault(const struct sheet *s, size_t row, struct strbuf *out);

/* How a field was understood, for a person; false, and nothing, if that says no more
 * than what was typed. */
bool sheet_echo(const struct sheet *s, size_t row, size_t index,
	struct strbuf *out);

/* What came of a save, one record after the other; and that as a sentence, with rows
 * that are left. */
struct sheet_saved {
	size_t saved, refused;
	char *first, *last;	/* refs; NULL for none */
	char *uid;		/* of the last */
	char *notice;		/* the first that came with them; or NULL */
};
void sheet_saved_take(struct sheet_saved *saved, const struct desk_acted *acted);
void sheet_saved_clear(struct sheet_saved *saved);
void sheet_saved_say(const struct sheet_saved *saved, struct strbuf *out);

/*
 * Save all rows that are meant, or (row other than SHEET_ROW) that one, in one act.
 * What is refused stays, with its reason. False: nothing was saved, for what *err
 * says.
 */
bool sheet_save(struct sheet *s, size_t row, struct sheet_saved *saved,
	struct err *err);

/* --- The draft ---------------------------------------------------------- */

/* Keep what is new. Where another session has taken the draft over, what is typed
 * here becomes one of its own. Every DESK_BEAT ms the session says that it lives;
 * and throw the draft away. */
bool sheet_keep(struct sheet *s, struct err *err);
void sheet_beat(struct sheet *s);
bool sheet_discard(struct sheet *s, struct err *err);

#endif
