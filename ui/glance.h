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
	struct desk_drafts drafts;
	bool counting;		/* a count is not complete yet */
};

/* Read everything anew. A glance begins with desk and who alone. */
void glance_load(struct glance *s);

/* Can the row be opened? */
bool glance_can_open(const struct glance *s, size_t at);

void glance_clear(struct glance *s);

#endif
