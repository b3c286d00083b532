/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_walk.h - calls of the door, for desk.h: along links, and along the fields by
 * which records name others. */
#ifndef SRC_DESK_WALK_H
#define SRC_DESK_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct desk;
struct desk_link;

struct desk_links_ask {
	const char *ref;
	int64_t depth;		/* steps to go, 1 to DESK_LINKS_DEEPEST */
	int64_t limit;		/* links at most; 0: DESK_LINKS_MOST */
	int64_t handle;		/* 0: begin; else go on with what was begun */
	int64_t wait;		/* finish, however long; else work for 10 ms */
};

/* A record's links and references, those of the records that they lead to, and so
 * on: the nearest first. */
struct desk_links {
	struct desk_link *links;
	size_t n;
	int64_t total;		/* that the record itself has */
	bool more;		/* the limit was met */
	int64_t handle;		/* not 0: it is not finished, ask again with this */
};

/*
 * One walk is open at a time: another one ends it (USAGE for its handle). One
 * that is asked on after the store has changed begins anew.
 */
bool desk_links(struct desk *desk, const struct desk_links_ask *ask,
	struct desk_links *links, struct err *err);

struct desk_paths_ask {
	const char *from, *to;
	int64_t depth;		/* steps at most, 1 to DESK_LINKS_DEEPEST */
	int64_t limit;		/* paths at most, to 100; 0: 10 */
	int64_t handle, wait;	/* as above */
};

/* The shortest ways from one record to another; n is 0 when there is none. */
struct desk_paths {
	struct desk_path {
		struct desk_link *steps;	/* each begins where the last led */
		size_t n;
	} *paths;
	size_t n;
	bool more;		/* there are more as short, or so much lies around
				 * that the search was given up */
	int64_t handle;
};
bool desk_paths(struct desk *desk, const struct desk_paths_ask *ask,
	struct desk_paths *paths, struct err *err);

#endif
