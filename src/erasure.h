/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erasure.h - within an act, what an erasure leaves of a record: a stub with its ref,
 * its party and who saw it, void and in the legal state "erased". Its values go from
 * the row and the search index, and with their salts from every entry of the log
 * (decisions.md D2, doc/log-format.md). */
#ifndef SRC_ERASURE_H
#define SRC_ERASURE_H

#include <stdbool.h>

#include "base/err.h"
#include "db/entry.h"
#include "src/act.h"
#include "src/erased.h"
#include "src/forget.h"

struct erasure {
	struct act *act;
	const char *reason;
	struct erased *list;	/* each field gets a line */
	struct forget *forget;	/* gets the values; NULL: nobody asks for them */
	int64_t values;		/* how many there were */
};

/* Can the field of a kind be erased by itself? Those by which the program knows what
 * a record is, whose, who sees it and on what terms, stay. */
bool erasure_takes(const struct kind *k, size_t index);

/* Are records, or parts of records, of the kind erased at all? */
bool erasure_is_of(const struct kind *k);

/* Erase fields (one bool for each of its kind), or with NULL all of it: of a record,
 * its parts first. leaf is that of its own entry. */
bool erasure_write(struct erasure *x, struct db_entry *e, const bool *fields,
	char leaf[ACT_LEAF_SIZE], struct err *err);

/* The same of one record or part alone. */
bool erasure_write_alone(struct erasure *x, struct db_entry *e,
	const bool *fields, char leaf[ACT_LEAF_SIZE], struct err *err);

#endif
