/* SPDX-License-Identifier: GPL-3.0-or-later */
/* permission_conduct.c - who attaches to a record what its origin permits: the
 * party whose record it is, for it answers for it (decisions.md D9). */
#include "src/conduct.h"

#include <string.h>

#include "base/i18n.h"
#include "src/door.h"
#include "src/permission.h"
#include "src/ref.h"
#include "src/role.h"
#include "base/banned.h"

/* That a code was lifted frees it for all: as in an answer to who asks for it, that is
 * a judicial matter. */
static bool
may_say(const struct intake *in, struct err *err)
{
	return !record_has(&in->next, PERMISSION_WHAT, "lift") ||
		role_may(in->session->viewer.role, RIGHT_DISCLOSE, err);
}

/* What a correction said before stands again without it, and a lift that is brought
 * back lifts again. */
static bool
retractable(const struct intake *in, struct err *err)
{
	return (!record_has(&in->now, PERMISSION_WHAT, "lift") &&
		!record_text(&in->now, HEADER_CORRECTS)) ||
		role_may(in->session->viewer.role, RIGHT_DISCLOSE, err);
}

static void
review(struct intake *in)
{
	struct session *s = in->session;
	struct err why = ERR_INIT;
	char owner[REF_SIZE];
	struct record of;

	if (!may_say(in, &why)) {
		intake_denied(in, &why);
		return;
	}
	if (!in->parent.rid || !door_load(&s->store, &in->parent, &of, NULL))
		return;
	const char *party = record_text(&of, HEADER_PARTY);

	if (party && strcmp(party, s->viewer.party) != 0 &&
	    ref_show(&s->store, &s->viewer, party, owner))
		intake_refuse(in, HEADER_OF,
			_("of: %s is a record of %s; that party attaches what its origin permits"),
			in->parent.ref, owner);
	else if (!record_text(&of, HEADER_ORIGIN))
		intake_tell(in,
			_("%s names no origin: what it permits binds nobody yet"),
			in->parent.ref);
	record_clear(&of);
}

const struct conduct permission_conduct = {
	.kind = KIND_PERMISSION, .review = review, .retractable = retractable,
};
