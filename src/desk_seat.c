/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_seat.c - the near side of the calls of desk_seat.h. */
#include "src/desk_seat.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_seats(struct desk *desk, struct desk_seats *seats, struct err *err)
{
	return desk_call(desk, OP_SEATS, NULL, seats, err);
}

bool
desk_sit_as(struct desk *desk, const char *member, struct err *err)
{
	return desk_call(desk, OP_SIT_AS, &(struct ask_text){ member }, NULL, err);
}

void
desk_seats_clear(struct desk_seats *a)
{
	wire_clear(&shape_seats, a);
}
