/* SPDX-License-Identifier: GPL-3.0-or-later */
/* privilege.c - see privilege.h. */
#include "src/privilege.h"

#include <string.h>

#include "base/i18n.h"
#include "src/role.h"
#include "base/banned.h"

bool
privilege_closes_as(const char *privilege)
{
	return privilege && strcmp(privilege, "none") != 0 &&
		strcmp(privilege, "cleared") != 0;
}

bool
privilege_closes(const struct record *r)
{
	return kind_field(r->kind, HEADER_PRIVILEGE) &&
		privilege_closes_as(record_text(r, HEADER_PRIVILEGE));
}

static bool
is_reviewer(const struct viewer *v)
{
	return role_leads(v->role) || strcmp(v->role, "judicial") == 0;
}

bool
privilege_reviews(const struct viewer *v, const struct record *r)
{
	const char *party = record_text(r, HEADER_PARTY);

	return is_reviewer(v) && party && (strcmp(party, v->party) == 0 ||
		strcmp(party, v->party_code) == 0);
}

/* Kept to its party, whatever it was: nobody can share it unseen. */
static void
keep(struct intake *in)
{
	const struct value *typed = &in->delta.values[HEADER_SHARE];
	const char *share = record_text(&in->next, HEADER_SHARE);
	const char *privilege = record_text(&in->next, HEADER_PRIVILEGE);

	/* What is new is kept as H2 keeps it, with a word. */
	if (!in->is_new && typed->state == VALUE_SET &&
	    strcmp(typed->text, "team") == 0) {
		intake_refuse(in, HEADER_SHARE,
			_("share: privilege is %s, so it stays with %s until it is cleared"),
			privilege, in->session->viewer.party_code);
	} else if (!share || strcmp(share, "team") == 0) {
		record_set(&in->next, HEADER_SHARE, "own");
		intake_tell(in, _("kept to %s until it is cleared: privilege is %s"),
			in->session->viewer.party_code, privilege);
	}
}

void
privilege_review(struct intake *in)
{
	if (!kind_field(in->kind, HEADER_PRIVILEGE))
		return;
	if (privilege_closes(&in->next))
		keep(in);
	else if (privilege_closes(&in->now) &&
	    !is_reviewer(&in->session->viewer))
		intake_refuse(in, HEADER_PRIVILEGE,
			_("privilege: a judicial member or leader of its party clears it"));
}
