/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_find.c - the near side of the calls of desk_find.h. */
#include "src/desk_find.h"

#include "src/desk_call.h"
#include "base/banned.h"

bool
desk_find(struct desk *desk, const struct desk_find_ask *ask,
	struct desk_found *found, struct err *err)
{
	return desk_call(desk, OP_FIND, ask, found, err);
}

bool
desk_alike(struct desk *desk, const struct desk_alike_ask *ask,
	struct desk_alike *alike, struct err *err)
{
	return desk_call(desk, OP_ALIKE, ask, alike, err);
}
