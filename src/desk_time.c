/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_time.c - the near side of the calls of desk_time.h. */
#include "src/desk_time.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_timeline(struct desk *desk, const struct desk_timeline_ask *ask,
	struct desk_timeline *timeline, struct err *err)
{
	return desk_call(desk, OP_TIMELINE, ask, timeline, err);
}

void
desk_timeline_clear(struct desk_timeline *a)
{
	wire_clear(&shape_timeline, a);
}

bool
desk_due(struct desk *desk, const struct desk_due_ask *ask,
	struct desk_dues *dues, struct err *err)
{
	return desk_call(desk, OP_DUE, ask, dues, err);
}
