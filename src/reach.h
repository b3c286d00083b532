/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reach.h - a walk from one record along the edges that a viewer sees, nearest
 * first, done in steps and within bounds. */
#ifndef SRC_REACH_H
#define SRC_REACH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/edge.h"

struct reach_node {
	struct db_entry e;
	int depth;		/* steps from where it began */
};

/* An edge between two nodes, by their number; read from near. */
struct reach_edge {
	int64_t via;
	const struct kind *kind;
	size_t field;
	bool inverse;
	size_t near, far;
};

struct reach;

/*
 * From a record to all others at most depth steps away, or (goal not NULL) to
 * that one by the shortest ways; at most so many edges are looked at. Free with
 * reach_free.
 */
struct reach *reach_new(const struct db_entry *from, const struct db_entry *goal,
	int depth, size_t most);
void reach_free(struct reach *w);

/* Go on until the clock's tick: at least one record further. To be called within
 * a read transaction; all steps must see one state of the store. */
bool reach_step(struct reach *w, struct store *s, const struct viewer *v,
	int64_t until, bool *done, struct err *err);

/* Borrowed: the nodes, the first of which it began at, and the edges, in the
 * order of their finding. Of goal walks goal is its node, or n if it was not
 * reached. */
struct reach_found {
	const struct reach_node *nodes;
	size_t n;
	const struct reach_edge *edges;
	size_t n_edges;
	size_t goal;
	bool more;		/* the bound was met before the depth */
	int64_t total;		/* edges of the first node */
};
struct reach_found reach_found(const struct reach *w);

#endif
