/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grouping.h - the groups that the records of a pick fall into, in their order and
 * with how many there are in each; for pick.c. */
#ifndef SRC_GROUPING_H
#define SRC_GROUPING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "src/filter.h"
#include "src/shown.h"

/* More than this are told apart no further: the last one takes the others. */
enum { GROUPING_MOST = 1000 };

struct grouping {
	const struct kind *kind;
	size_t field;
	char today[12];		/* in the zone of who asks: "2026-01-05" */
	char soon[12];		/* the last day of "within seven days" */
	const char *zone;	/* borrowed */
	const char *folded;	/* values of those that show their heading alone, each
				 * ended by a line break; borrowed */

	struct group {
		char *value;	/* of desk_row.group; "": of those that have none */
		char *key;	/* by which groups are ordered */
		int64_t count;
		bool folded;
	} *groups;		/* in the order in which they came up; owned */
	size_t n, room;
	size_t *order;		/* their indexes in order; owned */
};

/* now: ms UTC. A grouping begins as { 0 }. */
void grouping_begin(struct grouping *g, const struct kind *k, size_t field,
	const char *folded, int64_t now, const char *zone);
void grouping_clear(struct grouping *g);

/* The index of the group that a row falls into, which counts one more; shown tells
 * the refs of the records that the field names. */
size_t grouping_take(struct grouping *g, const struct filter_row *row,
	struct shown *shown);

/* Set the fields that it reads. */
void grouping_wants(const struct grouping *g, bool *wanted);

#endif
