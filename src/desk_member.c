/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_member.c - the near side of the calls of desk_member.h. */
#include "src/desk_member.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_duties(struct desk *desk, const char *member, struct desk_duties *duties,
	struct err *err)
{
	return desk_call(desk, OP_DUTIES, &(struct ask_text){ member }, duties,
		err);
}

bool
desk_leave(struct desk *desk, const struct desk_leave *leave,
	struct desk_acted *acted, struct err *err)
{
	return desk_call(desk, OP_LEAVE, leave, acted, err);
}

void
desk_duties_clear(struct desk_duties *a)
{
	wire_clear(&shape_duties, a);
}
