/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deed.c - see deed.h. */
#include "src/deed.h"

#include "base/i18n.h"
#include "base/ids.h"
#include "base/xalloc.h"

#include "base/banned.h"

bool
deed_begin(struct act *act, struct session *s, const char *draft,
	struct err *err)
{
	if (draft && !ids_valid(draft))
		return err_set(err, ERR_INVALID, _("a draft's id is a UUID"));
	if (!act_begin(act, &s->store, draft, err))
		return false;
	if (!session_refresh(s, err)) {
		act_rollback(act);
		return false;
	}
	act_author(act, &s->viewer);
	return true;
}

bool
deed_end(struct act *act, struct session *s, bool ok, struct err *err)
{
	if (ok && act_commit(act, err))
		return true;
	if (!ok)
		act_rollback(act);
	/* What the viewer saw of the act itself is not there any more: audiences,
	 * the seat at a case that is none. */
	s->viewer.stamp = -1;
	return false;
}

void
deed_answer(struct intake *in, const char *leaf, struct desk_acted *a)
{
	a->ref = xstrdup(in->entry.ref);
	a->uid = xstrdup(in->entry.uid);
	a->version = record_int(&in->next, HEADER_VERSION);
	a->entry = xstrdup(leaf);
	intake_hand_notices(in, &a->notices, &a->n_notices);
}
