/* SPDX-License-Identifier: GPL-3.0-or-later */
/* home.h - the four questions of the first screen and their answers: what is due, what
 * waits for me, what I wait for, what is new. Asked one after another, so that a
 * person can go on meanwhile; for view_glance.c, view_section.c and the inbox. */
#ifndef UI_HOME_H
#define UI_HOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "src/desk.h"
#include "ui/board.h"

enum home_section { HOME_DUE, HOME_MINE, HOME_OTHERS, HOME_NEWS, HOME_SECTIONS };

struct home {
	struct desk *desk;
	const struct desk_who *who;
	int64_t limit;		/* rows of a section that are wanted */
	int step;		/* that comes next; all done from HOME_STEPS on */
	bool known[HOME_SECTIONS];
	struct err faults[HOME_SECTIONS];	/* why it could not be asked */
	struct desk_dues dues;
	struct desk_waits waits;
	struct desk_owing owing;
	struct desk_news news;
	struct desk_drafts drafts;
	int64_t records;	/* of the case, when nothing of all this is there; -1 */
};

/* Ask for everything anew; what is known stays until home_step has the answers. A home
 * begins with desk, who and limit alone. */
void home_begin(struct home *h);

/* One question, or a part of one; false when all is known. */
bool home_step(struct home *h);

/* Is nothing there at all: a case at its first day? */
bool home_is_empty(const struct home *h);

/* May the person read nothing of it? */
bool home_is_closed(const struct home *h);

/* Make a board of a section, by what is known of it. */
void home_board(const struct home *h, enum home_section section, struct board *b);

void home_free(struct home *h);

/* What stands in place of the sections for whoever is at an empty case, at none, or may
 * read nothing of it: what they can begin with. */
void home_start(const struct home *h, struct board *b);

#endif
