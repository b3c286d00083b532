/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell.h - one value that is typed where it stands in a table: a code completes as it
 * is typed, a record is meant by words. What the cell of a list and those of the
 * grid entry have in common; holds nothing but the text, which is its owner's. */
#ifndef UI_CELL_H
#define UI_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include "src/desk.h"
#include "ui/app.h"
#include "ui/edit.h"

/*
 * The one code whose word or label (as it is shown here) begins like the text, or
 * is it; of a set, like its last word. NULL: it takes no codes, nothing was typed,
 * or there are several.
 */
const struct field_code *cell_code(const struct field *f, const char *typed);

/* Was a code begun, and may it still become one or several? */
bool cell_begins(const struct field *f, const char *typed);

/* The value is left: the code that was begun becomes whole. True if it changed. */
bool cell_finish(const struct field *f, struct edit *e);

/* What may be typed into the field now, one line for a person: the codes that still
 * fit, how dates are written. Nothing where nothing is to be said. */
void cell_hint(const struct field *f, const char *typed, struct strbuf *out);

/* What is said of a field, for where its label stands beside it: without the name that
 * it begins with. Borrowed. */
const char *cell_beside(const struct field *f, const char *text);

/* Draw the text, and behind it what would complete it. */
void cell_draw(const struct field *f, struct edit *e, struct grid *g,
	struct area a, bool focused);

/* Is there anything to choose in it: codes, records? */
bool cell_chooses(const struct field *f);

/*
 * The choices of a field, over the view that asks: its codes, or the records that
 * it takes, of the kinds among which the words that were typed find some. False: it
 * has none. One of the two is called when something is
 * chosen, after the choice is off the stack: by cell_take_code with the tag, and
 * with a ref.
 */
bool cell_choose(struct app *app, const struct field *f, const char *typed,
	void (*code)(struct view *owner, int64_t tag),
	void (*ref)(struct view *owner, const char *ref));
void cell_take_code(const struct field *f, struct edit *e, int64_t tag);

/* What words in a field that names a record have found. */
enum cell_found {
	CELL_IS,		/* they name it as they are, or nothing was typed */
	CELL_ONE,		/* one record: its ref is in the text now */
	CELL_SEVERAL,		/* to be chosen among */
	CELL_NONE
};

/*
 * Look for the record that is meant by what was typed, in any script and spelling
 * (desk_find), among the kinds that the field takes. Where a name may stand for
 * nothing known (FIELD_KEEPS) only a whole name counts: what is less stays as it is,
 * CELL_IS, and who is meant is a person's to say. A field of another type is
 * CELL_IS.
 */
enum cell_found cell_find(struct desk *desk, const struct field *f,
	struct edit *e);

#endif
