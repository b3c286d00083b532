/* SPDX-License-Identifier: GPL-3.0-or-later */
/* succession.h - what a member who leaves was the last of their party to see goes to who
 * comes after: the named successor, else whoever leads the party, else another of its
 * judicial members. A share that says "left to" gives it, so that nothing of a party is
 * left that nobody of it can answer for (Directive (EU) 2016/680, art. 4(4)). Who ends
 * the membership is told nothing of it; who it comes to finds it in their inbox. */
#ifndef SRC_SUCCESSION_H
#define SRC_SUCCESSION_H

#include <stdbool.h>

#include "base/err.h"
#include "src/act.h"
#include "src/session.h"

/*
 * Within the act that ends the membership of the member gone, as inside. A task of theirs
 * that is open becomes that of who it comes to. What none of those may see (D3, its
 * class) stays as it is, as does everything where nobody of the party is left.
 */
bool succession_follow(struct act *a, struct session *s, const struct record *gone,
	struct err *err);

#endif
