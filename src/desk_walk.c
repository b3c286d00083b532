/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_walk.c - the near side of the calls of desk_walk.h. */
#include "src/desk_walk.h"

#include "src/desk_call.h"
#include "base/banned.h"

bool
desk_links(struct desk *desk, const struct desk_links_ask *ask,
	struct desk_links *links, struct err *err)
{
	return desk_call(desk, OP_LINKS, ask, links, err);
}

bool
desk_paths(struct desk *desk, const struct desk_paths_ask *ask,
	struct desk_paths *paths, struct err *err)
{
	return desk_call(desk, OP_PATHS, ask, paths, err);
}
