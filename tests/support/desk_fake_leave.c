/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_leave.c - of the desk in memory: what a member has in hand, and who left. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "base/xalloc.h"
#include "src/shapes.h"

static bool in_hand, denied, open_step;
static char left[80];

void
fake_leave_begin(bool has_in_hand)
{
	in_hand = has_in_hand;
	denied = open_step = false;
	*left = '\0';
}

void
fake_leave_deny(void)
{
	denied = true;
}

void
fake_leave_open_step(void)
{
	open_step = true;
}

const char *
fake_leave_left(void)
{
	return left;
}

bool
desk_duties(struct desk *desk, const char *member, struct desk_duties *a,
	struct err *err)
{
	(void)desk;
	(void)member;
	(void)err;
	*a = (struct desk_duties){ .denied = denied ?
		xstrdup("its own leader does that") : NULL };
	if (!in_hand)
		return true;
	a->n = 2;
	a->rows = xcalloc(a->n + 1, sizeof(*a->rows));
	a->rows[0] = (struct desk_duty){ .what = xstrdup("task"),
		.ref = xstrdup("BG-T5"), .title = xstrdup("Plates") };
	a->rows[1] = (struct desk_duty){ .what = xstrdup("exhibit"),
		.ref = xstrdup("BG-E3") };
	if (open_step)
		a->rows[a->n++] = (struct desk_duty){ .what = xstrdup("step"),
			.ref = xstrdup("BG-E4"),
			.step = xstrdup("BG-E4/chain2") };
	return true;
}

bool
desk_leave(struct desk *desk, const struct desk_leave *leave,
	struct desk_acted *acted, struct err *err)
{
	(void)desk;
	(void)err;
	snprintf(left, sizeof(left), "%s to %s by %s", leave->member,
		leave->successor ? leave->successor : "-",
		leave->receipt_no ? leave->receipt_no : "-");
	*acted = (struct desk_acted){ .ref = xstrdup(leave->member) };
	return true;
}

void
desk_duties_clear(struct desk_duties *a)
{
	wire_clear(&shape_duties, a);
}
