/* SPDX-License-Identifier: GPL-3.0-or-later */
/* glance.h - what a case comes to at one look: drafts, what is due, how much there
 * is of what, what was changed last; for view_glance.c, which shows it. */
#ifndef UI_GLANCE_H
#define UI_GLANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "src/desk.h"
#include "src/kind.h"
#include "ui/grid.h"
#include "ui/tally.h"

/* A line; what Enter opens is a kind, a record or a draft. */
struct glance_row {
	enum { ROW_HEADING, ROW_KIND, ROW_RECORD, ROW_DRAFT, ROW_DAY,
		ROW_SAYING } what;
	char *lead;		/* count, date */
	char *ref, *text;
	enum role role;		/* of lead */
	const struct kind *kind;
	size_t draft;		/* index in drafts */
};

struct glance {
	struct desk *desk;
	const struct desk_who *who;
	struct glance_row *rows;
	size_t n, room;
	struct glance_kind {
		const struct kind *kind;
		struct tally all, open, overdue, due;
	} *kinds;
	size_t n_kinds;
	struct tally waits[2];	/* what waits for an answer: see glance.c */
	struct desk_drafts drafts;
	struct desk_history history;
};

/* Ask for everything anew; what is shown stays until glance_step has the answers.
 * A glance begins with desk and who alone. */
void glance_begin(struct glance *s);

/* One step of 10 ms at most; false when all is known. */
bool glance_step(struct glance *s);

/* Can the row be opened? */
bool glance_can_open(const struct glance *s, size_t at);

void glance_free(struct glance *s);

#endif
