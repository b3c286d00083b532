/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_share.c - the near side of the calls of desk_share.h. */
#include "src/desk_share.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_share(struct desk *desk, const struct desk_sharing *ask,
	struct desk_acted *acted, struct err *err)
{
	return desk_call(desk, OP_SHARE, ask, acted, err);
}

bool
desk_unshare(struct desk *desk, const struct desk_sharing *ask,
	struct desk_unshared *unshared, struct err *err)
{
	return desk_call(desk, OP_UNSHARE, ask, unshared, err);
}

bool
desk_sheet(struct desk *desk, const char *ref, struct desk_sheet *sheet,
	struct err *err)
{
	return desk_call(desk, OP_SHEET, &(struct ask_text){ ref }, sheet, err);
}

void
desk_unshared_clear(struct desk_unshared *a)
{
	wire_clear(&shape_unshared, a);
}

void
desk_sheet_clear(struct desk_sheet *a)
{
	wire_clear(&shape_sheet, a);
}
