/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash.h - deconfliction: a task or an event of the viewer's party and one of another,
 * which they do not see, on the same person, account, vehicle, telephone or place
 * within a few days. Those who lead either party are told quietly: which party, on
 * which day, on what sort of thing, whom to call; never what it is. */
#ifndef SRC_CLASH_H
#define SRC_CLASH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "src/desk_home.h"
#include "src/session.h"

enum {
	CLASH_MOST = 20,	/* that are told */
	CLASH_DAYS = 3,		/* as near as that */
	CLASH_AHEAD = 60	/* days that are looked ahead */
};

/*
 * Count them in waits->total and append rows, as many as CLASH_MOST, while there are
 * fewer than limit; there is room for them. Nothing is told to whoever does not
 * lead their party, or gets no hits (hit.h). What a plan is about is what it names, what
 * is linked to it, and the place of an event; what of that does not ring (hit_rule.h)
 * is not compared. Only the next plans of either side are looked at, so that
 * the cost does not grow with the case. Within a read transaction.
 */
bool clash_add(struct session *s, struct desk_waits *waits, size_t limit,
	struct err *err);

#endif
