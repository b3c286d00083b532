/* SPDX-License-Identifier: GPL-3.0-or-later */
/* admit.h - cases, parties and members come into being: what else is written in
 * the same act, and what waits for it. */
#ifndef SRC_ADMIT_H
#define SRC_ADMIT_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/intake.h"

/* A new case: with it its first signatory, which is the maker's party, and its
 * leader, the maker. e becomes the casefile's line. */
bool admit_casefile(struct act *a, struct intake *in, char leaf[ACT_LEAF_SIZE],
	struct err *err);

/* When a new case was refused, outside of any act: if that told that there is one with
 * this code which the viewer has nothing to do with, the auditors know that it did. */
void admit_note_refused(const struct intake *in);

/* A party gets the next free slot (64 at most, never reused, D3), a member an
 * identity, in in->next. Called before act_add. RULE: there is no slot left. */
bool admit_prepare(struct intake *in, struct err *err);

/* May the viewer's party bring records and parts at all? RULE, of a third state for
 * which no controller is named. */
bool admit_may_bring(struct session *s, struct err *err);

#endif
