/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_many.c - of the desk in memory: several changes at once, one after the
 * other; nothing is counted on. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "base/xalloc.h"
#include "src/shapes.h"

void
desk_many_done_clear(struct desk_many_done *done)
{
	wire_clear(&shape_many_done, done);
}

bool
desk_act_many(struct desk *d, const struct desk_many *many,
	struct desk_many_done *done, struct err *err)
{
	(void)err;
	*done = (struct desk_many_done){ .n = many->n };
	done->each = xcalloc(many->n, sizeof(*done->each));
	for (size_t i = 0; i < many->n; i++)
		done->done += desk_act(d, &many->changes[i], &done->each[i],
			NULL);
	return true;
}

bool
desk_like_typed(struct desk *d, const struct record *typed,
	struct desk_checked *checked, struct err *err)
{
	(void)d;
	(void)err;
	*checked = (struct desk_checked){ 0 };
	record_copy(&checked->record, typed);
	return true;
}
