/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_erase.h - of the door (desk.h): records made void, and what the law orders
 * erased, which is really gone (design.md I4; Directive (EU) 2016/680, art. 16). */
#ifndef SRC_DESK_ERASE_H
#define SRC_DESK_ERASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct desk;
struct desk_acted;
struct desk_text;

/* Make a record or part void (src/retract.h). RULE: another party's, void already, or
 * of what stands once done; the sentence says what to do instead. */
struct desk_retract {
	const char *ref;
	const char *reason;	/* one line; required */
};
bool desk_retract(struct desk *desk, const struct desk_retract *ask,
	struct desk_acted *acted, struct err *err);

struct desk_erase {
	const char *ref;	/* of a record or part; NULL: only finish */
	const char *fields;	/* names, with blanks between; NULL or "": all of it,
				 * and of a record its parts too */
	const char *reason;	/* by what it is ordered; one line; required */
};

struct desk_erased {
	struct desk_text *notices;	/* what went besides, what still names it */
	size_t n_notices;
	char *unfinished;	/* why deleted bytes may still stand in the files, and
				 * what to do; NULL: none do */
};

/*
 * Erase: one act, then the files are cleaned of what was deleted. Without a ref an
 * erasure that could not be finished is taken up again. RULE: another party's
 * record, restricted instead (src/legal.h), of a kind that is not erased, a field
 * that stays, or erased already; the sentence says which. USAGE: no such field. Where
 * the files could not be cleaned it is done all the same, and unfinished says so.
 */
bool desk_erase(struct desk *desk, const struct desk_erase *ask,
	struct desk_erased *erased, struct err *err);

#endif
