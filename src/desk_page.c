/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_page.c - the near side of the calls of desk_page.h. */
#include "src/desk_page.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_profile(struct desk *desk, const struct desk_profile_ask *ask,
	struct desk_profile *profile, struct err *err)
{
	return desk_call(desk, OP_PROFILE, ask, profile, err);
}

void
desk_profile_clear(struct desk_profile *a)
{
	wire_clear(&shape_profile, a);
}

bool
desk_matrix(struct desk *desk, const struct desk_matrix_ask *ask,
	struct desk_matrix *matrix, struct err *err)
{
	return desk_call(desk, OP_MATRIX, ask, matrix, err);
}

void
desk_matrix_clear(struct desk_matrix *a)
{
	wire_clear(&shape_matrix, a);
}
