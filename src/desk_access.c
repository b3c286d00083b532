/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_access.c - the near side of the calls of desk_access.h. */
#include "src/desk_access.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_access(struct desk *desk, const struct desk_access_ask *ask,
	struct desk_access *access, struct err *err)
{
	return desk_call(desk, OP_ACCESS, ask, access, err);
}

bool
desk_access_purge(struct desk *desk, int64_t *n, struct err *err)
{
	struct answer_number a;

	if (!desk_call(desk, OP_ACCESS_PURGE, NULL, &a, err))
		return false;
	*n = a.n;
	return true;
}

bool
desk_purpose(struct desk *desk, const char *ref, const char *purpose,
	struct err *err)
{
	return desk_call(desk, OP_PURPOSE, &(struct ask_keep){ ref, purpose }, NULL,
		err);
}

void
desk_access_clear(struct desk_access *a)
{
	wire_clear(&shape_access, a);
}
