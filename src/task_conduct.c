/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task_conduct.c - who may move a task on (decisions.md D9): any party that sees
 * it, but one that is asked of another party is only proposed until the leader of
 * that party accepts or declines it. */
#include "src/conduct.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/door.h"
#include "src/member.h"
#include "src/ref.h"
#include "src/task.h"
#include "base/banned.h"

enum {
	CHAIN_MOST = 10000,	/* tasks that wait one for another */
	CHAIN_NAMED = 12,	/* of those in a circle that a sentence names */
};

/* A task on its way, in the words of these rules. */
struct matter {
	struct intake *in;
	const struct viewer *viewer;
	const char *owner;	/* uid of the party whose task it is */
	const char *doer;	/* of the party that does it */
	bool asked;		/* that is another one */
	char doer_code[DB_REF_SIZE];
	const char *was;	/* status; NULL of a new task */
};

static bool
is(const char *status, const char *code)
{
	return status && strcmp(status, code) == 0;
}

static const char *
next_status(const struct matter *m)
{
	return record_text(&m->in->next, TASK_STATUS);
}

/* Was this field given in this change? */
static bool
is_given(const struct matter *m, size_t index)
{
	return m->in->delta.values[index].state != VALUE_UNSET;
}

/* The ref of what the viewer sees; "?" is never shown: who sees a task sees the
 * parties of its case. */
static void
name_of(const struct matter *m, const char *uid, char ref[DB_REF_SIZE])
{
	if (!ref_show(&m->in->session->store, m->viewer, uid, ref))
		strbuf_fill(ref, DB_REF_SIZE, "?");
}

static void
begin(struct matter *m, struct intake *in)
{
	const char *for_party = record_text(&in->next, TASK_FOR_PARTY);

	*m = (struct matter){ .in = in, .viewer = &in->session->viewer };
	m->owner = in->is_new ? m->viewer->party :
		record_text(&in->now, HEADER_PARTY);
	m->owner = m->owner ? m->owner : "";
	m->doer = for_party ? for_party : m->owner;
	m->asked = strcmp(m->doer, m->owner) != 0;
	m->was = record_text(&in->now, TASK_STATUS);
	name_of(m, m->doer, m->doer_code);
}

/* --- Status ------------------------------------------------------------- */

/* Is another party asked for the first time, or again? */
static bool
is_asked_anew(const struct matter *m)
{
	const struct intake *in = m->in;

	return m->asked && (in->is_new ||
		!value_same(&in->now.values[TASK_FOR_PARTY],
			&in->next.values[TASK_FOR_PARTY]) ||
		(is(m->was, "cancelled") && !is(next_status(m), "cancelled")));
}

/* Whatever status was typed: nobody accepts for another party. */
static void
propose(const struct matter *m)
{
	struct intake *in = m->in;

	if (is_asked_anew(m)) {
		record_set(&in->next, TASK_STATUS, "proposed");
		if (!is(m->was, "proposed"))
			intake_tell(m->in, _("proposed to %s, whose leader accepts or declines it"),
				m->doer_code);
	} else if (!m->asked && is(next_status(m), "proposed")) {
		if (!is_given(m, TASK_STATUS)) {
			record_set(&in->next, TASK_STATUS, "open");
			return;
		}
		intake_refuse(in, TASK_STATUS,
			_("status: a task is proposed to another party; for_party says to which"));
	}
}

static bool
is_own(const struct matter *m)
{
	return strcmp(m->viewer->party, m->owner) == 0;
}

/* What the one who is asked has to say, by the leader. */
static bool
check_answer(const struct matter *m, struct err *why)
{
	const char *next = next_status(m);
	bool waits = is(m->was, "proposed") || is(m->was, "declined");
	bool answers = is(next, "declined") || (waits && is(next, "accepted"));

	if (answers)
		return (viewer_speaks(m->viewer) &&
				strcmp(m->viewer->party, m->doer) == 0) ||
			err_set(why, ERR_RULE,
				_("status: it is proposed to %s, and only a leader or deputy of %s accepts or declines it"),
				m->doer_code, m->doer_code);
	if (is(next, "proposed"))
		return (is_own(m) && waits) || err_set(why, ERR_RULE,
			_("status: %s has accepted it; it cannot be proposed again"),
			m->doer_code);
	return !waits || err_set(why, ERR_RULE,
		_("status: it waits for %s, whose leader or deputy accepts it before it goes on"),
		m->doer_code);
}

static void
check_status(const struct matter *m)
{
	const char *next = next_status(m);
	struct err why = ERR_INIT;
	bool ok = true;

	if (m->in->is_new || is(m->was, next))
		return;
	if (is(next, "cancelled") || is(m->was, "cancelled"))
		ok = is_own(m) || err_set(&why, ERR_RULE,
			_("status: only the party whose task it is cancels it or takes it up again"));
	else if (m->asked && !is_asked_anew(m))
		ok = check_answer(m, &why);
	if (!ok)
		intake_refuse(m->in, TASK_STATUS, "%s", why.text);
}

/* Who declines says why, but for whom words wait for a release (quarantine.h); and
 * what was said stays. */
static void
check_reason(const struct matter *m)
{
	const char *now = record_text(&m->in->now, TASK_REASON);
	const char *next = record_text(&m->in->next, TASK_REASON);
	bool says = !is(m->was, "declined") && !m->viewer->third;

	if (m->in->n_faults == 0 && is(next_status(m), "declined") &&
	    ((says && !is_given(m, TASK_REASON)) || (!next && (says || now))))
		intake_refuse(m->in, TASK_REASON,
			_("reason: whoever declines a task says why"));
}

/* --- Who sees it -------------------------------------------------------- */

static bool
load(const struct matter *m, const char *uid, struct record *r)
{
	struct store *s = &m->in->session->store;
	struct db_entry e;

	return db_entry_of_uid(s->db, uid, &e, NULL) && door_load(s, &e, r, NULL);
}

/* Who a task that is not yet shared, or will be otherwise, is for; as
 * audience_meant will have it. */
static bool
will_see(const struct matter *m, const char *member, const char *party, int slot)
{
	const struct record *next = &m->in->next;
	const char *share = record_text(next, HEADER_SHARE);
	bool kept = m->in->is_new && (record_has(next, HEADER_HANDLING, "H2") ||
		record_has(next, HEADER_HANDLING, "H3"));

	if (is(share, "named"))
		return strcmp(member, m->viewer->member) == 0;
	if (strcmp(party, m->owner) == 0)
		return true;
	return !is(share, "own") && !kept && m->viewer->team >> slot & 1;
}

/* Does a member of a party see the task as it will be? */
static bool
sees(const struct matter *m, const char *member, const char *party)
{
	const struct intake *in = m->in;
	struct store *s = &in->session->store;
	struct db_audience_viewer of;
	bool has = false;

	if (!(*member ? viewer_of_member(m->viewer, s, member, &of, NULL) :
	      viewer_of_party(m->viewer, s, party, &of, NULL)))
		return false;
	if (in->is_new || is_given(m, HEADER_SHARE))
		return will_see(m, member, party, of.slot);
	return db_audience_has(s->db, in->entry.audience_id, &of, &has, NULL) &&
		has;
}

/* Whoever is asked and sees nothing of it cannot answer. */
static void
tell_of_unseen(const struct matter *m)
{
	if (is_asked_anew(m) && !sees(m, "", m->doer))
		intake_tell(m->in, _("%s does not see it as it is shared"),
			m->doer_code);
}

/* --- Assignee ----------------------------------------------------------- */

static bool
may_be_assigned(const struct matter *m, const char *uid,
	const struct record *member, struct err *why)
{
	const char *party = record_text(member, MEMBER_PARTY);
	char ref[DB_REF_SIZE];

	name_of(m, uid, ref);
	if (!party || strcmp(party, m->doer) != 0)
		return err_set(why, ERR_RULE,
			_("assignee: %s does the task, and %s is no member of %s"),
			m->doer_code, ref, m->doer_code);
	if (member_has_left(member))
		return err_set(why, ERR_RULE, _("assignee: %s has left"), ref);
	if (!sees(m, uid, party))
		return err_set(why, ERR_RULE,
			_("assignee: %s does not see the task as it is shared"),
			ref);
	return true;
}

static void
check_assignee(const struct matter *m)
{
	const char *uid = record_text(&m->in->next, TASK_ASSIGNEE);
	struct err why = ERR_INIT;
	struct record member;

	/* What nobody touches now stays as it is, though its member has left. */
	if (!uid || !(is_given(m, TASK_ASSIGNEE) || is_given(m, TASK_FOR_PARTY) ||
	    is_given(m, HEADER_SHARE)) || !load(m, uid, &member))
		return;
	if (!may_be_assigned(m, uid, &member, &why))
		intake_refuse(m->in, TASK_ASSIGNEE, "%s", why.text);
	record_clear(&member);
}

/* --- What it waits for -------------------------------------------------- */

/* The task that this one waits for, as far as the viewer sees: what they do not
 * see is absent, in a refusal too (D10). */
static bool
step(const struct matter *m, char uid[DB_UID_SIZE], char ref[DB_REF_SIZE],
	bool *open)
{
	struct record r;

	if (!ref_show(&m->in->session->store, m->viewer, uid, ref) ||
	    !load(m, uid, &r))
		return false;
	const char *next = record_text(&r, TASK_BLOCKED_BY);
	const char *status = record_text(&r, TASK_STATUS);

	*open = !is(status, "done") && !is(status, "cancelled") &&
		!is(status, "declined");
	strbuf_fill(uid, DB_UID_SIZE, next ? next : "");
	record_clear(&r);
	return true;
}

/* Does the chain that begins with uid come back to the task? Its names go to
 * out. */
static bool
is_circle(const struct matter *m, const char *from, struct strbuf *out)
{
	char uid[DB_UID_SIZE], ref[DB_REF_SIZE];
	bool open;

	strbuf_fill(uid, sizeof(uid), from);
	strbuf_puts(out, m->in->entry.ref);
	for (int i = 0; i < CHAIN_MOST && *uid; i++) {
		if (strcmp(uid, m->in->entry.uid) == 0) {
			strbuf_printf(out, ", %s", m->in->entry.ref);
			return true;
		}
		if (!step(m, uid, ref, &open))
			return false;
		if (i < CHAIN_NAMED)
			strbuf_printf(out, ", %s", ref);
		else if (i == CHAIN_NAMED)
			strbuf_puts(out, ", ...");
	}
	return false;
}

static void
check_circle(const struct matter *m)
{
	const char *blocked = record_text(&m->in->next, TASK_BLOCKED_BY);
	struct strbuf names = STRBUF_INIT;

	if (!blocked || m->in->is_new || !is_given(m, TASK_BLOCKED_BY))
		return;
	if (is_circle(m, blocked, &names))
		intake_refuse(m->in, TASK_BLOCKED_BY,
			_("blocked_by: each would wait for the next for ever: %s"),
			names.text);
	strbuf_clear(&names);
}

/* Done before what it waits for: it happens, and is said. */
static void
tell_of_open_one(const struct matter *m)
{
	const char *blocked = record_text(&m->in->next, TASK_BLOCKED_BY);
	char uid[DB_UID_SIZE], ref[DB_REF_SIZE];
	bool open;

	if (!blocked || is(m->was, "done") || !is(next_status(m), "done"))
		return;
	strbuf_fill(uid, sizeof(uid), blocked);
	if (step(m, uid, ref, &open) && open)
		intake_tell(m->in, _("it is blocked by %s, which is not done"), ref);
}

static void
review(struct intake *in)
{
	struct matter m;

	begin(&m, in);
	propose(&m);
	check_status(&m);
	check_reason(&m);
	check_assignee(&m);
	check_circle(&m);
	tell_of_unseen(&m);
	tell_of_open_one(&m);
	if (!is(m.was, next_status(&m)))
		record_set_int(&in->next, TASK_SINCE, clock_now());
}

const struct conduct task_conduct = {
	.kind = KIND_TASK, .review = review,
};
