/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_many.h - of the door (desk.h): several records added, changed or made void in
 * one act, which one undo takes back. */
#ifndef SRC_DESK_MANY_H
#define SRC_DESK_MANY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;
struct desk_acted;
struct desk_change;
struct desk_checked;

enum { DESK_MANY_MOST = 1000 };	/* changes of one act */

struct desk_many {
	/* As for desk_act, but for draft, which is not theirs; or verb "retract"
	 * with the ref, and the reason in HEADER_RETRACT_REASON of fields. A later
	 * one finds what an earlier one has done. */
	const struct desk_change *changes;
	size_t n;
	const char *draft;	/* id of the draft that this makes superfluous; or NULL */
};

struct desk_many_done {
	struct desk_acted *each;	/* of the changes, in their order: ref NULL
					 * when it was refused, and faults say why */
	size_t n;
	int64_t done;			/* how many were not refused */
	char *entry;			/* of the act, for its undo; NULL: nothing was
					 * written */
};

/*
 * Do what can be done in one transaction; a change that is refused leaves no trace
 * and does not hinder the others. The draft is dropped when none was. USAGE: they
 * are too many. An error that is not of one record is that of the call, and
 * nothing was done.
 */
bool desk_act_many(struct desk *desk, const struct desk_many *many,
	struct desk_many_done *done, struct err *err);

/* What the next record begins with after one that was typed and is not saved yet, as
 * desk_like says it of a saved one (src/like.h). */
bool desk_like_typed(struct desk *desk, const struct record *typed,
	struct desk_checked *checked, struct err *err);

#endif
