/* SPDX-License-Identifier: GPL-3.0-or-later */
/* following.c - see following.h. */
#include "src/following.h"

#include "src/change.h"
#include "src/link.h"
#include "src/task.h"
#include "base/banned.h"

void
following_say(struct record *typed, const char *from)
{
	if (typed->kind->no == KIND_TASK &&
	    typed->values[TASK_ABOUT].state == VALUE_UNSET)
		record_set(typed, TASK_ABOUT, from);
}

bool
following_link(struct act *a, struct intake *in, const char *from,
	struct err *err)
{
	struct session *s = in->session;
	struct intake link;
	struct record typed;
	char leaf[ACT_LEAF_SIZE];

	/* What the viewer sees has grown by what this very act has made. */
	s->viewer.stamp = -1;
	if (!session_refresh(s, err))
		return false;
	intake_init(&link, s, &link_kind);
	record_init(&typed, &link_kind);
	record_set(&typed, LINK_TYPE, "follows_from");
	record_set(&typed, LINK_A, in->entry.uid);
	record_set(&typed, LINK_B, from);
	bool ok = intake_read(&link, &typed, err) && intake_good(&link, err) &&
		change_write(a, &link, leaf, err);

	record_clear(&typed);
	intake_clear(&link);
	return ok;
}
