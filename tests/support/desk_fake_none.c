/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_none.c - calls to which the desk in memory has nothing to say. */
#include "tests/support/desk_fake.h"

#include "base/xalloc.h"
#include "src/shapes.h"
#include "src/wire.h"

/* A call with an ask of its own, and its answer's end. */
#define NOTHING(name) \
bool \
desk_##name(struct desk *d, const struct desk_##name##_ask *ask, \
	struct desk_##name *answer, struct err *err) \
{ \
	(void)d; \
	(void)ask; \
	(void)err; \
	*answer = (struct desk_##name){ 0 }; \
	return true; \
} \
void \
desk_##name##_clear(struct desk_##name *a) \
{ \
	wire_clear(&shape_##name, a); \
}
NOTHING(alike)
NOTHING(asks)

bool
desk_answer(struct desk *d, const struct desk_answering *answer,
	struct desk_acted *acted, struct err *err)
{
	(void)d;
	*acted = (struct desk_acted){ 0 };
	return err_set(err, ERR_NOT_FOUND, "no record \"%s\"", answer->ref);
}
