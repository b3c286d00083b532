/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_review.c - the share of a record as a field that somebody sets: the rules of
 * sharing hold there as well (src/share_rule.h). */
#include "src/share_review.h"

#include <string.h>

#include "base/i18n.h"
#include "src/role.h"
#include "src/share_rule.h"
#include "base/banned.h"

/* What its origin forbids, and what is privileged, is said by handling_review and
 * privilege_review. */
void
share_review(struct intake *in)
{
	struct session *s = in->session;
	const char *now = record_text(&in->now, HEADER_SHARE);
	const char *next = record_text(&in->next, HEADER_SHARE);
	struct err why = ERR_INIT;

	if (in->is_new || !kind_field(in->kind, HEADER_SHARE) || !next ||
	    (now && strcmp(now, next) == 0))
		return;
	if (!role_may(s->viewer.role, RIGHT_SHARE, &why)) {
		why.field = header_fields[HEADER_SHARE].id;
		intake_fault(in, &why, NULL);
	} else if (strcmp(next, "team") == 0 && share_rule_gated(&s->store,
	    s->viewer.case_id, in->kind->no)) {
		intake_refuse(in, HEADER_SHARE,
			_("share: the agreement of %s is not signed: until then only events, contacts, notes and tasks are shared"),
			s->viewer.case_code);
	}
}
