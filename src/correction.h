/* SPDX-License-Identifier: GPL-3.0-or-later */
/* correction.h - whoever received a record is told when it is changed, added to in
 * correction or made void (Directive (EU) 2016/680, art. 7(3)): by a notice in the
 * same act, which the log keeps. What the team has in common anyway is news and no
 * correction. */
#ifndef SRC_CORRECTION_H
#define SRC_CORRECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/ids.h"
#include "db/entry.h"
#include "src/act.h"
#include "src/intake.h"
#include "src/session.h"

/* Tell each party that the record, or the record of the part, was given to by an act
 * of its own what changed: in->delta, after it was written. */
bool correction_follow(struct act *a, const struct intake *in, struct err *err);

struct correction_party {
	char uid[IDS_UID_SIZE], ref[DB_REF_SIZE];
};

/* The parties of the case but the viewer's that have the record or had it, as a party or
 * by a member. The caller frees *parties. */
bool correction_had(struct session *s, const struct db_entry *e,
	struct correction_party **parties, size_t *n, struct err *err);

/*
 * Tell each other party that had the record, or the part, that of it these fields
 * (kind_n; NULL: all of it) are erased by law (art. 16(6)): before they are. Nothing
 * of what they hold is in it.
 */
bool correction_erased(struct act *a, const struct intake *in, const bool *fields,
	struct err *err);

#endif
