/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_list.c - the near side of the calls of desk_list.h. */
#include "src/desk_list.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_list_open(struct desk *desk, const struct desk_list_spec *spec,
	struct desk_opened *opened, struct err *err)
{
	return desk_call(desk, OP_LIST_OPEN, spec, opened, err);
}

bool
desk_list_close(struct desk *desk, int64_t handle, struct err *err)
{
	return desk_call(desk, OP_LIST_CLOSE, &(struct ask_number){ handle }, NULL,
		err);
}

bool
desk_list_page(struct desk *desk, const struct desk_page_ask *ask,
	struct desk_page *page, struct err *err)
{
	return desk_call(desk, OP_LIST_PAGE, ask, page, err);
}
