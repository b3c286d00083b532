/* SPDX-License-Identifier: GPL-3.0-or-later */
/* disclosure_conduct.c - what may not be used in court is not listed as disclosed in
 * a proceeding, unless its origin permits that one. */
#include "base/i18n.h"
#include "src/conduct.h"
#include "src/door.h"
#include "src/handling.h"
#include "src/handling_code.h"
#include "src/parts.h"
#include "base/banned.h"

static void
review(struct intake *in)
{
	struct session *s = in->session;
	struct err why = ERR_INIT;
	struct handling_use use = { .effect = HANDLING_NO_COURT,
		.party = s->viewer.party,
		.in = record_text(&in->next, DISCLOSURE_PROCEEDING) };
	struct record of;
	bool may;

	/* What is entered as withheld was not disclosed. */
	if (!in->parent.rid || record_text(&in->next, DISCLOSURE_WITHHELD))
		return;
	if (!door_load(&s->store, &in->parent, &of, &why)) {
		intake_fault(in, &why, NULL);
		return;
	}
	bool ok = handling_court(&s->store, &in->parent, &of, &use, &may, &why);

	if (ok && may) {
		use.effect = HANDLING_NO_ONWARD;
		ok = handling_court(&s->store, &in->parent, &of, &use, &may, &why);
	}
	if (!ok)
		intake_fault(in, &why, NULL);
	else if (!may)
		intake_refuse(in, HEADER_OF,
			_("of: %s is %s: its use in that proceeding needs the permission of its origin (liaison ask %s --for court), or say what was withheld"),
			in->parent.ref, handling_code(&of, use.effect),
			in->parent.ref);
	record_clear(&of);
}

const struct conduct disclosure_conduct = {
	.kind = KIND_DISCLOSURE, .review = review,
};
