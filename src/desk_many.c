/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_many.c - the near side of the calls of desk_many.h. */
#include "src/desk_many.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_act_many(struct desk *desk, const struct desk_many *many,
	struct desk_many_done *done, struct err *err)
{
	return desk_call(desk, OP_ACT_MANY, many, done, err);
}

bool
desk_like_typed(struct desk *desk, const struct record *typed,
	struct desk_checked *checked, struct err *err)
{
	return desk_call(desk, OP_LIKE_TYPED, &(struct ask_record){ typed }, checked,
		err);
}
