/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reach.c - see reach.h. Breadth first: a record is reached by the fewest steps, and
 * what is near comes before what is far. */
#include "src/reach.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum { MAX_FIELDS = 64 };	/* of a kind, as in table.c */

/* Numbers by number: open addressing, a power of two of slots, at most half of
 * them full. Keys are above 0. */
struct numbers {
	struct { uint64_t key; size_t value; } *slots;
	size_t n, size;
};

struct reach {
	struct reach_node *nodes;
	size_t n, room;
	struct reach_edge *edges;
	size_t n_edges, edge_room, most;
	struct numbers places;	/* node by rid */
	struct numbers seen;	/* edges by what they are made of */
	struct edges found;	/* of one node, used again */
	size_t next;		/* node to be left next */
	int depth;
	char goal[DB_UID_SIZE];	/* "" for none */
	size_t goal_at;		/* SIZE_MAX: not reached */
	bool more;
	int64_t total;
};

static size_t
slot_of(const struct numbers *t, uint64_t key)
{
	size_t at = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) &
		(t->size - 1);

	while (t->slots[at].key && t->slots[at].key != key)
		at = (at + 1) & (t->size - 1);
	return at;
}

static void
grow(struct numbers *t)
{
	struct numbers old = *t;

	t->size = old.size ? 2 * old.size : 64;
	t->slots = xcalloc(t->size, sizeof(*t->slots));
	for (size_t i = 0; i < old.size; i++)
		if (old.slots[i].key)
			t->slots[slot_of(t, old.slots[i].key)] = old.slots[i];
	free(old.slots);
}

/* The value of a key, which is value if it is new: then true. */
static bool
is_new(struct numbers *t, uint64_t key, size_t *value)
{
	if (2 * (t->n + 1) > t->size)
		grow(t);
	size_t at = slot_of(t, key);

	if (t->slots[at].key) {
		*value = t->slots[at].value;
		return false;
	}
	t->slots[at].key = key;
	t->slots[at].value = *value;
	t->n++;
	return true;
}

static size_t
place_of(struct reach *w, const struct db_entry *e, int depth)
{
	size_t at = w->n;

	if (!is_new(&w->places, (uint64_t)e->rid, &at))
		return at;
	w->nodes = xgrow(w->nodes, w->n, &w->room, sizeof(*w->nodes));
	w->nodes[w->n++] = (struct reach_node){ *e, depth };
	if (*w->goal && strcmp(w->goal, e->uid) == 0)
		w->goal_at = at;
	return at;
}

struct reach *
reach_new(const struct db_entry *from, const struct db_entry *goal, int depth,
	size_t most)
{
	struct reach *w = xcalloc(1, sizeof(*w));

	w->depth = depth;
	w->most = most;
	w->goal_at = SIZE_MAX;
	if (goal)
		strbuf_fill(w->goal, sizeof(w->goal), goal->uid);
	place_of(w, from, 0);
	return w;
}

void
reach_free(struct reach *w)
{
	if (!w)
		return;
	free(w->nodes);
	free(w->edges);
	free(w->places.slots);
	free(w->seen.slots);
	free(w->found.all);
	free(w);
}

/* One and the same edge is met from both its ends. */
static bool
is_met(struct reach *w, const struct edge *e)
{
	size_t nothing = 0;
	uint64_t field = e->kind->no == KIND_LINK ? 0 : e->field;

	return !is_new(&w->seen, (uint64_t)e->via * MAX_FIELDS + field,
		&nothing);
}

static void
take(struct reach *w, const struct edge *e)
{
	size_t near = w->next;

	if (is_met(w, e))
		return;
	if (w->n_edges == w->most) {
		w->more = true;
		return;
	}
	size_t far = place_of(w, &e->far, w->nodes[near].depth + 1);

	w->edges = xgrow(w->edges, w->n_edges, &w->edge_room,
		sizeof(*w->edges));
	w->edges[w->n_edges++] = (struct reach_edge){
		e->via, e->kind, e->field, e->inverse, near, far
	};
}

static bool
leave(struct reach *w, struct store *s, const struct viewer *v, struct err *err)
{
	const struct db_entry from = w->nodes[w->next].e;

	/* Those met before are among them: a few more than there is room for. */
	if (!edge_find(s, v, &from, EDGE_ALL, w->most + 1, &w->found, err))
		return false;
	for (size_t i = 0; i < w->found.n; i++)
		take(w, &w->found.all[i]);
	if (w->next == 0)
		w->total = w->found.total;
	w->next++;
	return true;
}

/* The last nodes are not left; nor is one as far as the goal. */
static bool
is_done(const struct reach *w)
{
	if (w->next == w->n || w->more)
		return true;
	int depth = w->nodes[w->next].depth;

	return depth >= w->depth || (w->goal_at != SIZE_MAX &&
		depth >= w->nodes[w->goal_at].depth);
}

bool
reach_step(struct reach *w, struct store *s, const struct viewer *v,
	int64_t until, bool *done, struct err *err)
{
	while (!is_done(w)) {
		if (!leave(w, s, v, err))
			return false;
		if (clock_ticks() >= until)
			break;
	}
	*done = is_done(w);
	return true;
}

struct reach_found
reach_found(const struct reach *w)
{
	return (struct reach_found){
		.nodes = w->nodes, .n = w->n,
		.edges = w->edges, .n_edges = w->n_edges,
		.goal = w->goal_at == SIZE_MAX ? w->n : w->goal_at,
		.more = w->more, .total = w->total,
	};
}
