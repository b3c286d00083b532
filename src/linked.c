/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked.c - walks along links and references, through the door: all that lies
 * around a record, and the ways from one to another. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/linktell.h"
#include "src/reach.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/session.h"
#include "base/banned.h"

enum {
	STEP_MS = 10,
	PATHS_USUAL = 10,
	PATHS_MOST = 100,
	PATHS_EDGES = 50000,	/* looked at before a search is given up */
};

/* A walk that goes on from call to call. */
struct linked {
	int64_t handle;
	int64_t stamp;		/* of the store that it sees */
	int64_t case_id;
	struct db_entry from, to;	/* to.rid 0: to all */
	int depth;
	size_t most;
	struct reach *walk;
};

void
linked_end(struct session *s)
{
	if (s->linked)
		reach_free(s->linked->walk);
	free(s->linked);
	s->linked = NULL;
}

/* --- Beginning and going on --------------------------------------------- */

static bool
in_bounds(int64_t value, int64_t least, int64_t most, const char *what,
	struct err *err)
{
	if (value >= least && value <= most)
		return true;
	return err_set(err, ERR_USAGE, _("%s: %lld to %lld, not %lld"), what,
		(long long)least, (long long)most, (long long)value);
}

static bool
begin(struct session *s, const char *from, const char *to,
	const struct linked *how, struct err *err)
{
	struct linked l = *how;

	if (!ref_resolve(&s->store, &s->viewer, from ? from : "",
	    UINT64_MAX, &l.from, err) ||
	    (to && !ref_resolve(&s->store, &s->viewer, to, UINT64_MAX, &l.to,
		err)))
		return false;
	linked_end(s);
	l.handle = ++s->next_handle;
	s->linked = xmemdup(&l, sizeof(l));
	return true;
}

/* The walk as of now: one begun on an earlier state of the store starts again, as
 * far as its ends can still be seen. */
static bool
renew(struct session *s, struct linked *l, struct err *err)
{
	const int64_t stamp = db_stamp(s->store.db);

	if (l->walk && l->stamp == stamp)
		return true;
	if (l->case_id != s->viewer.case_id ||
	    !viewer_sees(&s->viewer, &s->store, &l->from) ||
	    (l->to.rid && !viewer_sees(&s->viewer, &s->store, &l->to)))
		return err_set(err, ERR_NOT_FOUND,
			_("what was walked from can be seen no longer"));
	reach_free(l->walk);
	l->walk = reach_new(&l->from, l->to.rid ? &l->to : NULL, l->depth,
		l->most);
	l->stamp = stamp;
	return true;
}

/* One turn of the walk; its answer is read in the same transaction. */
static bool
turn(struct session *s, bool wait, bool *done, struct err *err)
{
	int64_t until = wait ? INT64_MAX : clock_ticks() + STEP_MS;

	return renew(s, s->linked, err) &&
		reach_step(s->linked->walk, &s->store, &s->viewer, until, done,
			err);
}

static bool
find_handle(struct session *s, int64_t handle, struct err *err)
{
	if (s->linked && s->linked->handle == handle)
		return true;
	return err_set(err, ERR_USAGE,
		_("that walk is over: another one was begun"));
}

static bool
ready(struct session *s, struct err *err)
{
	return session_ready(s, err) &&
		role_may(s->viewer.role, RIGHT_READ, err) &&
		db_read_begin(s->store.db, err);
}

/* The end of a call: without an answer that goes on there is no walk to keep. */
static bool
leave(struct session *s, bool ok, int64_t handle)
{
	db_read_end(s->store.db);
	if (!ok || !handle)
		linked_end(s);
	return ok;
}

/* --- All that lies around ----------------------------------------------- */

static bool
tell_step(struct session *s, const struct reach_found *found, size_t i,
	bool turned, struct desk_link *a, struct err *err)
{
	const struct reach_edge *e = &found->edges[i];
	const struct reach_node *near = &found->nodes[turned ? e->far : e->near];
	const struct reach_node *far = &found->nodes[turned ? e->near : e->far];
	struct edge edge = {
		.via = e->via, .kind = e->kind, .field = e->field,
		.inverse = e->inverse != turned, .far = far->e,
	};

	a->depth = far->depth;
	return linktell(&s->store, &near->e, &edge, a, err);
}

static bool
tell_links(struct session *s, struct desk_links *a, struct err *err)
{
	const struct reach_found found = reach_found(s->linked->walk);

	a->total = found.total;
	a->more = found.more;
	a->links = xcalloc(found.n_edges + 1, sizeof(*a->links));
	for (size_t i = 0; i < found.n_edges; i++)
		if (!tell_step(s, &found, i, false, &a->links[a->n++], err))
			return false;
	return true;
}

static bool
links_inside(struct session *s, const struct desk_links_ask *ask,
	struct desk_links *a, struct err *err)
{
	const struct linked how = {
		.case_id = s->viewer.case_id, .depth = (int)ask->depth,
		.most = (size_t)(ask->limit ? ask->limit : DESK_LINKS_MOST),
	};
	bool done;

	if (ask->handle ? !find_handle(s, ask->handle, err) :
	    !in_bounds(ask->depth, 1, DESK_LINKS_DEEPEST, "depth", err) ||
	    !in_bounds(ask->limit, 0, DESK_LINKS_MOST, "limit", err) ||
	    !begin(s, ask->ref, NULL, &how, err))
		return false;
	if (s->linked->to.rid)
		return err_set(err, ERR_USAGE,
			_("that walk was begun to find a way"));
	if (!turn(s, ask->wait, &done, err))
		return false;
	a->handle = s->linked->handle;
	if (!done)
		return true;
	a->handle = 0;
	return tell_links(s, a, err);
}

bool
linked_links(struct session *s, const struct desk_links_ask *ask,
	struct desk_links *a, struct err *err)
{
	if (!ready(s, err))
		return false;
	bool ok = links_inside(s, ask, a, err);

	if (!ok)
		desk_links_clear(a);
	return leave(s, ok, a->handle);
}

/* --- The ways from one to another --------------------------------------- */

/* Going back from the goal: an edge of each depth leads one step nearer. */
struct tracing {
	struct session *session;
	struct reach_found found;
	size_t most;
	size_t steps[DESK_LINKS_DEEPEST];	/* edges, the first step first */
	bool turned[DESK_LINKS_DEEPEST];
	struct desk_paths *a;
};

static bool
tell_path(struct tracing *t, int length, struct err *err)
{
	struct desk_path *p = &t->a->paths[t->a->n++];

	p->steps = xcalloc((size_t)length, sizeof(*p->steps));
	for (int i = 0; i < length; i++)
		if (!tell_step(t->session, &t->found, t->steps[i],
		    t->turned[i], &p->steps[p->n++], err))
			return false;
	return true;
}

/* All ways back from a node; the depth bounds how far this goes into itself. */
static bool
trace(struct tracing *t, size_t node, int length, struct err *err)
{
	const struct reach_found *found = &t->found;
	int depth = found->nodes[node].depth;

	if (depth == 0)
		return tell_path(t, length, err);
	for (size_t i = 0; i < found->n_edges; i++) {
		const struct reach_edge *e = &found->edges[i];
		bool turned = e->near == node;
		size_t before = turned ? e->far : e->near;

		if ((e->far != node && e->near != node) ||
		    found->nodes[before].depth != depth - 1)
			continue;
		if (t->a->n == t->most) {
			t->a->more = true;
			return true;
		}
		t->steps[depth - 1] = i;
		t->turned[depth - 1] = turned;
		if (!trace(t, before, length, err))
			return false;
	}
	return true;
}

static bool
tell_paths(struct session *s, size_t most, struct desk_paths *a,
	struct err *err)
{
	struct tracing t = {
		.session = s, .found = reach_found(s->linked->walk),
		.most = most, .a = a,
	};

	a->paths = xcalloc(most, sizeof(*a->paths));
	a->more = t.found.more;
	return t.found.goal == t.found.n || trace(&t, t.found.goal,
		t.found.nodes[t.found.goal].depth, err);
}

static bool
paths_inside(struct session *s, const struct desk_paths_ask *ask,
	struct desk_paths *a, struct err *err)
{
	const struct linked how = {
		.case_id = s->viewer.case_id, .depth = (int)ask->depth,
		.most = PATHS_EDGES,
	};
	bool done;

	if (!in_bounds(ask->limit, 0, PATHS_MOST, "limit", err))
		return false;
	if (ask->handle ? !find_handle(s, ask->handle, err) :
	    !in_bounds(ask->depth, 1, DESK_LINKS_DEEPEST, "depth", err) ||
	    !begin(s, ask->from, ask->to ? ask->to : "", &how, err))
		return false;
	if (!s->linked->to.rid)
		return err_set(err, ERR_USAGE,
			_("that walk was not begun to find a way"));
	if (s->linked->from.rid == s->linked->to.rid)
		return err_set(err, ERR_RULE,
			_("a way is from one record to another one"));
	if (!turn(s, ask->wait, &done, err))
		return false;
	a->handle = s->linked->handle;
	if (!done)
		return true;
	a->handle = 0;
	return tell_paths(s, (size_t)(ask->limit ? ask->limit : PATHS_USUAL),
		a, err);
}

bool
linked_paths(struct session *s, const struct desk_paths_ask *ask,
	struct desk_paths *a, struct err *err)
{
	if (!ready(s, err))
		return false;
	bool ok = paths_inside(s, ask, a, err);

	if (!ok)
		desk_paths_clear(a);
	return leave(s, ok, a->handle);
}
