/* SPDX-License-Identifier: GPL-3.0-or-later */
/* admit.h - cases, parties and members come into being: what else is written in
 * the same act, and who may do it. */
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

/* A party gets the next free slot (64 at most, never reused, D3); a member an
 * identity. Called before act_add; changes in->next. RULE when one who is no
 * signatory admits a signatory, or a member is put into a party that is neither
 * the viewer's nor admitted by it: else anybody could make themselves a seat
 * from which more is seen. */
bool admit_prepare(struct intake *in, struct err *err);

/* May the viewer change this party or member? RULE otherwise. */
bool admit_may_set(const struct intake *in, struct err *err);

#endif
