/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cut.h - the audience of a record: what its share meant, what was given and taken
 * since, what the record itself says (src/audience.h); and of a link what those of
 * both its ends leave of that (decisions.md D10). Where it changes by anything but a
 * change of the record, an entry of the record says so, with the verb "cut". */
#ifndef SRC_CUT_H
#define SRC_CUT_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/audience.h"

/*
 * What it comes to for a record whose share means meant, a text that audience_meant
 * made. rid 0: it is new, and nothing was given of it yet. The ends of a link are
 * uids. *a is replaced.
 */
bool cut_audience(struct db *db, int64_t rid, const struct record *r,
	const char *meant, struct db_audience *a, struct err *err);

/*
 * Whom its party gave it to by word of r, the record as inside: what they have once
 * nothing else is in the way of it, neither an end of the link nor a privilege that is
 * not cleared. *a is replaced.
 */
bool cut_given(struct db *db, int64_t rid, const struct record *r,
	struct db_audience *a, struct err *err);

/* Something that its audience follows from was changed beside the record with this
 * number: what was shared of it. Make its audience anew, with those of its links. */
bool cut_anew(struct act *a, int64_t rid, struct err *err);

/* The record e got another audience: cut all links on it anew. */
bool cut_follow(struct act *a, const struct db_entry *e, struct err *err);

/* Does this follow from others, and change nothing that the record says? */
bool cut_is_verb(const char *verb);

/* Verify: is the audience of a record, whose line is e, what it should be? */
bool cut_holds(struct db *db, const struct db_entry *e, const struct record *r,
	bool *holds, struct err *err);

#endif
