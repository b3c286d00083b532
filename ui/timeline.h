/* SPDX-License-Identifier: GPL-3.0-or-later */
/* timeline.h - a window on a timeline behind the door: some pages around the place
 * where a person is; knows nothing of drawing. */
#ifndef UI_TIMELINE_H
#define UI_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk.h"

/* One way out of the window. */
struct timeline_end {
	char *key;		/* go on from here; NULL: nothing was asked yet */
	bool more;
};

struct timeline {
	struct desk *desk;
	char *ref;		/* NULL: of the case */
	int64_t what;		/* as in desk_timeline_ask */
	char *from;		/* date that it began at */
	struct desk_moment *rows;	/* in the order of time */
	size_t n;
	size_t first;		/* the row that it began at; n: it is before it */
	struct timeline_end before, after;
	bool capped;
	bool moved;		/* rows changed since this was last set to false */
};

/* Begin anew at a date ("today"): nothing is at hand until timeline_step. */
void timeline_begin(struct timeline *t, const char *from);

/*
 * One call of the door, if more rows are wanted that way than lie beyond at; *asked
 * says whether. Rows may come and go at both ends: *at goes with its row.
 */
bool timeline_step(struct timeline *t, size_t *at, bool *asked,
	struct err *err);

void timeline_free(struct timeline *t);

#endif
