/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.h - what on a record waits for the person who looks at it is answered: a
 * task accepted or declined, a hand-over confirmed, a comment replied to. */
#ifndef UI_ANSWER_H
#define UI_ANSWER_H

#include "ui/board.h"
#include "ui/view.h"

/*
 * Answer what waits on the record of this ref longest, or, where nothing does, say so.
 * The word goes to that record, whatever its view shows by the time it is given.
 */
void answer_begin(struct app *app, const char *ref);

/* Does anything on the record of this ref wait for the person's answer? */
bool answer_waits(struct app *app, const char *ref);

/* Is what stands in this line (which may be NULL) to be answered? */
bool answer_may(const struct board_line *line, struct err *err);

#endif
