/* SPDX-License-Identifier: GPL-3.0-or-later */
/* home_text.h - days and moments as people say them, and what is due and waits as
 * lines of a board (board.h). */
#ifndef UI_HOME_TEXT_H
#define UI_HOME_TEXT_H

#include <stdint.h>

#include "base/strbuf.h"
#include "src/desk.h"
#include "ui/board.h"

/* Append "47 days late", "today 14:00", "tomorrow", "in 3 days", "2026-05": a canonical
 * date seen from now, at a place; at another place's time (D13) the place is named. */
void home_due(struct strbuf *out, const char *on, int when, int64_t now,
	const char *zone);

/* Append "Thu 18:02" within a week, else "5 Jan 2026 18:02". */
void home_moment(struct strbuf *out, int64_t at, int64_t now, const char *zone);

/* How many days from today to a canonical date, negative when it is past. */
int64_t home_days_to(const char *on, int64_t now, const char *zone);

/* Add a line for what is due, for what waits. whose: say of a due whose it is; of a
 * wait on the page of a party, which member is waited for instead of who waits. */
void home_put_due(struct board *b, const struct desk_due_row *row,
	const char *zone, bool whose);
void home_put_wait(struct board *b, const struct desk_wait *w, const char *zone,
	bool whose);

#endif
