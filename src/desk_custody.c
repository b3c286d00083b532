/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_custody.c - the near side of the calls of desk_custody.h. */
#include "src/desk_custody.h"

#include "src/desk_call.h"
#include "base/banned.h"

bool
desk_custody(struct desk *desk, struct desk_custody *custody, struct err *err)
{
	return desk_call(desk, OP_CUSTODY, NULL, custody, err);
}
