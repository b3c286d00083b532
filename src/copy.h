/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copy.h - the exhibit that comes of copying another: a record of its own, with
 * the number of the exhibit that all copies go back to and a chain of its own. */
#ifndef SRC_COPY_H
#define SRC_COPY_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/intake.h"

/*
 * Make, as part of an act, the copy that the step in->next speaks of, of the
 * exhibit in->parent; *made is its line. It is the acting party's and bears what
 * restricts the original: handling, privilege, origin and its terms. Its chain
 * begins with whoever the step gives it to, else with that party.
 */
bool copy_make(struct act *a, struct intake *in, struct db_entry *made,
	struct err *err);

/* The number that copies of an exhibit go back to: its own root, else its own
 * number, else its ref. Borrowed from it. */
const char *copy_root(const struct record *exhibit);

#endif
