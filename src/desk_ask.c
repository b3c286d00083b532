/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_ask.c - the near side of the calls of desk_ask.h. */
#include "src/desk_ask.h"

#include "src/desk_call.h"
#include "src/shapes.h"
#include "base/banned.h"

bool
desk_ask(struct desk *desk, const struct desk_asking *ask,
	struct desk_acted *acted, struct err *err)
{
	return desk_call(desk, OP_ASK, ask, acted, err);
}

bool
desk_answer(struct desk *desk, const struct desk_answering *answer,
	struct desk_acted *acted, struct err *err)
{
	return desk_call(desk, OP_ANSWER, answer, acted, err);
}

bool
desk_asks(struct desk *desk, const struct desk_asks_ask *ask,
	struct desk_asks *asks, struct err *err)
{
	return desk_call(desk, OP_ASKS, ask, asks, err);
}

void
desk_asks_clear(struct desk_asks *a)
{
	wire_clear(&shape_asks, a);
}
