/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.c - see session.h. */
#include "src/session.h"

#include "base/i18n.h"
#include "base/manner.h"
#include "base/strbuf.h"
#include "src/further.h"
#include "base/banned.h"

/* Who sat here when the membership ended hears it, and reads no more. */
static void
end_membership(const struct viewer *v, struct err *err)
{
	err_set(err, ERR_DENIED,
		_("your membership as %s in %s has ended, and with it your access; what you typed and did not save is kept in your drafts"),
		v->member_ref, v->case_code);
}

bool
session_refresh(struct session *s, struct err *err)
{
	struct err why = ERR_INIT;

	if (!viewer_refresh(&s->viewer, &s->store, &why)) {
		if (why.code == ERR_NOT_FOUND && *s->viewer.member)
			end_membership(&s->viewer, &why);
		if (err)
			*err = why;
		return false;
	}
	further_use(s->viewer.further, s->viewer.n_further);
	return true;
}

bool
session_ready(struct session *s, struct err *err)
{
	struct strbuf codes = STRBUF_INIT;

	if (!session_refresh(s, err))
		return false;
	if (s->viewer.case_id)
		return true;
	viewer_case_codes(&s->store, s->viewer.identity, &codes);
	if (codes.len)
		err_set(err, ERR_USAGE, manner_is_screens() ?
			_("which JIT? J chooses one of: %s") :
			_("which case? --case one of: %s"), codes.text);
	else
		err_set(err, ERR_USAGE, manner_is_screens() ?
			_("there is no JIT yet: the first screen begins one") :
			_("there is no case yet: add casefile code=X title=Y"));
	strbuf_clear(&codes);
	return false;
}
