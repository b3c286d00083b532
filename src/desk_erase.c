/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_erase.c - the near side of the calls of desk_erase.h. */
#include "src/desk_erase.h"

#include "src/desk_call.h"
#include "base/banned.h"

bool
desk_retract(struct desk *desk, const struct desk_retract *ask,
	struct desk_acted *acted, struct err *err)
{
	return desk_call(desk, OP_RETRACT, ask, acted, err);
}

bool
desk_erase(struct desk *desk, const struct desk_erase *ask,
	struct desk_erased *erased, struct err *err)
{
	return desk_call(desk, OP_ERASE, ask, erased, err);
}
