/* SPDX-License-Identifier: GPL-3.0-or-later */
/* following.h - a new record that follows from another one, as a task from a
 * decision: made and linked in one act. */
#ifndef SRC_FOLLOWING_H
#define SRC_FOLLOWING_H

#include "src/act.h"
#include "src/intake.h"

/* A task is about what it follows from, unless it says otherwise. Before the
 * intake is read; typed is what was typed, given back with that said. */
void following_say(struct record *typed, const char *from);

/* Link the new record that was just written to the one named from. As a link that
 * somebody adds: NOT_FOUND, or the rule that such a link would break. */
bool following_link(struct act *a, struct intake *in, const char *from,
	struct err *err);

#endif
