/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slice.h - the rows of a list around an anchor: found, and loaded as they go
 * through the door. */
#ifndef SRC_SLICE_H
#define SRC_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/pick.h"
#include "src/session.h"
#include "src/shown.h"
#include "src/standing.h"

struct slice {
	struct session *session;
	const struct pick_spec *spec;
	int anchor;		/* enum desk_anchor */
	const char *uid;	/* of the anchor; "" when it has none */
	const char *key;	/* of its row, sealed; "" likewise */
	size_t before, after;	/* rows wanted */

	/* What was found. Of a heading the rid is below 0: see slice_of_pick. */
	struct db_place *places;	/* owned */
	size_t n, at;
	const struct pick *pick;	/* that it is of; NULL: of an index */
	bool gone, more_before, more_after;
	int64_t rank, total;
	struct standing_seen seen;
	struct shown *shown;	/* while records are loaded */
};

/* Find the places by the index of the sort, or among those that a pick found;
 * within a read transaction. */
bool slice_of_index(struct slice *slice, struct err *err);
bool slice_of_pick(struct slice *slice, const struct pick *p, struct err *err);

/* Load their records into a page, but at most some megabytes of them, the
 * nearest to the anchor first. Those not (any more) visible are left out. */
bool slice_load(struct slice *slice, struct desk_page *page, struct err *err);

void slice_clear(struct slice *slice);

#endif
