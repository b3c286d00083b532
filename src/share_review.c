/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_review.c - see share_review.h. */
#include "src/share_review.h"

#include <string.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "src/handling.h"
#include "src/role.h"
#include "src/share_lost.h"
#include "src/share_rule.h"
#include "src/share_whom.h"
#include "src/sharing.h"
#include "base/banned.h"

/* --- To more ------------------------------------------------------------ */

/* Each of the team is somebody whom it goes to. */
static void
review_team(struct intake *in)
{
	const struct share_wish wish = { .session = in->session,
		.entry = &in->entry, .record = &in->next };
	struct share_whoms team = { 0 };
	struct strbuf notices = STRBUF_INIT;
	struct err why = ERR_INIT;
	bool ok = share_whoms_add_team(&team, in->session, &why);

	for (size_t i = 0; ok && i < team.n; i++)
		ok = share_rule_whom(&wish, &team.all[i], &notices, &why);
	if (!ok)
		intake_refuse(in, HEADER_SHARE, "share: %s", why.text);
	else if (notices.len)
		intake_tell(in, "%s", notices.text);
	strbuf_clear(&notices);
	share_whoms_clear(&team);
}

/* What a third state brings and what is privileged have a review of their own. */
static void
review_more(struct intake *in)
{
	struct session *s = in->session;
	const char *text = handling_asks(&in->next);

	if (share_rule_gated(&s->store, s->viewer.case_id, in->kind->no))
		intake_refuse(in, HEADER_SHARE,
			_("share: the agreement of %s is not signed: until then only events, contacts, notes and tasks are shared"),
			s->viewer.case_code);
	else if (text && manner_is_screens())
		intake_refuse(in, HEADER_SHARE,
			_("share: H3 of %s says: %.300s; who has read that shares it on the sheet of shares (S)"),
			in->entry.ref, text);
	else if (text)
		intake_refuse(in, HEADER_SHARE,
			_("share: H3 of %s says: %.300s; who has read that shares it: liaison share %s team --acknowledge --reason ..."),
			in->entry.ref, text, in->entry.ref);
	else
		review_team(in);
}

/* --- To fewer ----------------------------------------------------------- */

/* What was received is taken back with a reason, and asked for. */
static void
review_fewer(struct intake *in, const char *next)
{
	struct share_whoms lost;
	struct strbuf refs = STRBUF_INIT;
	struct err why = ERR_INIT;

	if (!share_lost(&lost, NULL, in->session, &in->entry, &in->now, next,
	    &why)) {
		intake_fault(in, &why, NULL);
		return;
	}
	for (size_t i = 0; i < lost.n; i++)
		strbuf_printf(&refs, "%s%s", i ? ", " : "",
			share_whom_ref(&lost.all[i]));
	if (lost.n && manner_is_screens())
		intake_refuse(in, HEADER_SHARE,
			_("share: %s was received by %s: what was received is taken back, with a reason, on the sheet of shares (S)"),
			in->entry.ref, refs.text);
	else if (lost.n)
		intake_refuse(in, HEADER_SHARE,
			_("share: %s was received by %s: liaison unshare %s team --reason ... takes it back and asks for its return"),
			in->entry.ref, refs.text, in->entry.ref);
	strbuf_clear(&refs);
	share_whoms_clear(&lost);
}

void
share_review(struct intake *in)
{
	const char *now = record_text(&in->now, HEADER_SHARE);
	const char *next = record_text(&in->next, HEADER_SHARE);
	struct err why = ERR_INIT;

	if (in->is_new || in->n_faults || !kind_field(in->kind, HEADER_SHARE) ||
	    !next || (now && strcmp(now, next) == 0))
		return;
	if (!role_may(in->session->viewer.role, RIGHT_SHARE, &why)) {
		why.field = header_fields[HEADER_SHARE].id;
		intake_fault(in, &why, NULL);
	} else if (strcmp(next, "team") == 0) {
		review_more(in);
	} else {
		review_fewer(in, next);
	}
}

/* Nobody was asked for a reason then: privilege says it. */
bool
share_follow(struct act *a, struct intake *in, struct err *err)
{
	const struct value *set = &in->delta.values[HEADER_SHARE];
	struct db_audience had = { 0 };
	struct share_whoms lost;
	bool ok = true;

	if (in->is_new || !kind_field(in->kind, HEADER_SHARE) ||
	    set->state != VALUE_SET || !kind_field(in->kind, HEADER_PRIVILEGE))
		return true;
	if (!share_lost(&lost, &had, in->session, &in->entry, &in->now, set->text,
	    err))
		return false;
	for (size_t i = 0; ok && i < lost.n; i++)
		ok = sharing_want_back(a, in->session, &in->entry, &lost.all[i],
			&had, _("it is or may be privileged"), err);
	db_audience_clear(&had);
	share_whoms_clear(&lost);
	return ok;
}
