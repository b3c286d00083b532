/* SPDX-License-Identifier: GPL-3.0-or-later */
/* further.h - the further fields of a case: up to eight for each kind with a full
 * header, defined by its leaders as records of the kind "field".
 *
 * Every such kind has eight spare columns, the same in every case. What they mean,
 * a case says; so there are two views of a kind. kind_column is how the store
 * keeps it: text, whatever the case. kind_field is how people at a case see it:
 * the definitions in force give a spare column its name, label, type and codes,
 * and without one it is absent, as a header field is that the kind does not have.
 * All that reads, shows, sorts and checks values goes by kind_field and so knows
 * further fields as any others.
 *
 * A process sits at one case at a time; each call of the door puts the definitions
 * of its own case in force (session_refresh), and the screens, once more than a
 * socket stands between, those that desk_further gave.
 */
#ifndef SRC_FURTHER_H
#define SRC_FURTHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/field.h"

enum {
	FURTHER_MOST = 8,	/* of a kind in a case, retired ones included */
	FURTHER_ID = 901,	/* permanent ids 901 to 908, in every kind */
	FURTHER_BYTES = 1000,	/* of a text */
};

/* The last rows of a field table. */
#define FURTHER_FIELD(n) FIELD(FURTHER_ID - 1 + (n), "further" #n, \
	N_("Further field"), FIELD_TEXT, FIELD_HIDDEN | FIELD_SEARCHED, \
	.max = FURTHER_BYTES)
#define FURTHER_FIELDS FURTHER_FIELD(1), FURTHER_FIELD(2), FURTHER_FIELD(3), \
	FURTHER_FIELD(4), FURTHER_FIELD(5), FURTHER_FIELD(6), \
	FURTHER_FIELD(7), FURTHER_FIELD(8)

/* A definition, as it goes through the door. */
struct further_def {
	int64_t kind;		/* enum kind_no */
	int64_t slot;		/* 0 to 7 */
	char *name;
	char *label;		/* NULL: the name */
	char *type;		/* "text", "date", "code" */
	char *codes;		/* of a code: "a,b"; else NULL */
	bool retired;		/* shown where it has a value, not typed any more */
};

void further_def_clear(struct further_def *d);

/* Put the definitions of a case in force, and none but these. They are copied. A
 * slot that is none, or a type that is unknown, is passed over. */
void further_use(const struct further_def *defs, size_t n);

/* A spare column of a kind as the definitions in force have it; NULL: it is not
 * defined. Good for the whole life of the program; what it says changes with
 * further_use. */
const struct field *further_field(int kind, size_t slot);

#endif
