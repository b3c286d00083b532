/* SPDX-License-Identifier: GPL-3.0-or-later */
/* retract.c - see retract.h. */
#include "src/retract.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "src/conduct.h"
#include "src/deed.h"
#include "src/lasting.h"
#include "src/legal.h"
#include "src/quarantine.h"
#include "src/role.h"
#include "src/value.h"
#include "base/banned.h"

bool
retract_allowed(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;
	const struct conduct *conduct = conduct_of(in->kind);
	const char *owner = record_text(&in->now, HEADER_PARTY);
	const char *instead = lasting_instead("add", in->kind);

	if (!role_may(v->role, RIGHT_RETRACT, err))
		return false;
	if (instead)
		return err_set(err, ERR_RULE, _("%s is not retracted: %s"),
			in->entry.ref, instead);
	if (!kind_field(in->kind, HEADER_RETRACTED))
		return err_set(err, ERR_RULE, _("a %s is never retracted"),
			in->kind->name);
	if (legal_is_erased(&in->now))
		return err_set(err, ERR_RULE,
			_("%s was erased by law: nothing is left of it to retract"),
			in->entry.ref);
	if (record_text(&in->now, HEADER_RETRACTED))
		return err_set(err, ERR_RULE, _("%s was retracted already"),
			in->entry.ref);
	if (!owner || strcmp(owner, v->party) != 0)
		return err_set(err, ERR_RULE, intake_may_comment(in) ?
			_("%s is another party's: only that party retracts it; you can add a comment") :
			_("%s is another party's: only that party retracts it"),
			in->entry.ref);
	return !conduct || !conduct->retractable ||
		conduct->retractable(in, err);
}

bool
retract_write(struct act *a, struct intake *in, const char *verb,
	const char *reason, char leaf[ACT_LEAF_SIZE], struct err *err)
{
	record_set_int(&in->delta, HEADER_RETRACTED, a->at);
	if (*reason)
		record_set(&in->delta, HEADER_RETRACT_REASON, reason);
	record_clear(&in->next);
	record_copy(&in->next, &in->now);
	if (in->entry.parent && !db_entry_of_rid(a->store->db, in->entry.parent,
	    &in->parent, err))
		return false;
	return act_set(a, verb, &in->next, &in->delta, &in->entry, leaf, err) &&
		conduct_follow(a, in, err);
}

bool
retract_reason(const char *typed, struct strbuf *reason, struct err *err)
{
	const struct field *f = &header_fields[HEADER_RETRACT_REASON];
	struct value_context ctx = { 0, "UTC", NULL };
	bool invalid;

	if (typed && !value_parse(f, typed, strlen(typed), &ctx, reason,
	    &invalid, err))
		return false;
	return reason->len || err_field(err, typed ? ERR_INVALID : ERR_USAGE, f->id,
		_("a reason is wanted: it stands where the record stood (--reason)"));
}

bool
retract_why(const struct intake *in, const char *typed, struct strbuf *reason,
	struct err *err)
{
	return quarantine_tells(in) ? quarantine_wordless(in->session,
			&header_fields[HEADER_RETRACT_REASON], typed, err) :
		retract_reason(typed, reason, err);
}

/* --- The call ----------------------------------------------------------- */

static bool
act_inside(struct act *act, const struct desk_retract *ask, struct intake *in,
	struct desk_acted *a, struct err *err)
{
	struct session *s = in->session;
	struct strbuf reason = STRBUF_INIT;
	char leaf[ACT_LEAF_SIZE] = "";
	bool ok = session_ready(s, err) &&
		intake_load(in, s, ask->ref ? ask->ref : "", err) &&
		retract_allowed(in, err) &&
		retract_why(in, ask->reason, &reason, err) &&
		retract_write(act, in, "retract", reason.text, leaf, err);

	strbuf_clear(&reason);
	if (!ok)
		return false;
	deed_answer(in, leaf, a);
	return true;
}

bool
retract_act(struct session *s, const struct desk_retract *ask,
	struct desk_acted *a, struct err *err)
{
	struct intake in = { .session = s };
	struct act act;

	if (!deed_begin(&act, s, NULL, err))
		return false;
	bool ok = deed_end(&act, s, act_inside(&act, ask, &in, a, err), err);

	intake_clear(&in);
	if (!ok)
		desk_acted_clear(a);
	return ok;
}
