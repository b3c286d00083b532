/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leave.c - the calls desk_duties and desk_leave: a membership ends when what the
 * member has in hand is somebody else's, all in one act (desk_member.h). */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/act.h"
#include "src/change.h"
#include "src/deed.h"
#include "src/duty.h"
#include "src/member.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/ref.h"
#include "src/role.h"
#include "src/shapes.h"
#include "src/table.h"
#include "src/task.h"
#include "base/banned.h"

/* What the codes of struct desk_duty are. */
static const char *const whats[DUTY_N] = {
	[DUTY_TASK] = "task", [DUTY_STEP] = "step",
	[DUTY_EXHIBIT] = "exhibit", [DUTY_CONTROLLER] = "controller",
};

/* Who goes, and who comes after. */
struct leaving {
	struct session *session;
	struct act *act;
	const struct desk_leave *ask;
	struct db_entry member, successor;
	struct record from, to;		/* as inside; to is empty when nobody comes */
	struct desk_acted *answer;
};

static bool
load(struct session *s, const char *ref, struct db_entry *e, struct record *r,
	struct err *err)
{
	return ref_resolve(&s->store, &s->viewer, ref, KIND_BIT(KIND_MEMBER), e,
		err) && table_load(s->store.db, e, r, err);
}

/* Is it the viewer's to end it (member_conduct.c), whatever else stands in the way? */
static bool
may_end(struct session *s, const struct db_entry *e, struct err *err)
{
	struct intake in = { 0 };
	bool ok = intake_line(&in, s, e, err) && change_allowed(&in, err) &&
		(!member_has_left(&in.now) ||
		 err_set(err, ERR_RULE, _("%s has left"), e->ref));

	intake_clear(&in);
	return ok;
}

bool
leave_duties(struct session *s, const char *member, struct desk_duties *a,
	struct err *err)
{
	struct duties d = { 0 };
	struct err why = ERR_INIT;
	struct db_entry e;

	if (!session_ready(s, err) || !ref_resolve(&s->store, &s->viewer, member,
	    KIND_BIT(KIND_MEMBER), &e, err))
		return false;
	bool ok = duty_find(s, e.ref, &d, err);

	if (ok && !may_end(s, &e, &why))
		a->denied = xstrdup(why.text);
	a->rows = ok ? xcalloc(d.n + 1, sizeof(*a->rows)) : NULL;
	for (size_t i = 0; ok && i < d.n; i++)
		a->rows[a->n++] = (struct desk_duty){
			.what = xstrdup(whats[d.all[i].what]),
			.ref = xstrdup(d.all[i].ref),
			.step = xstrdup(d.all[i].step),
			.title = xstrdup(d.all[i].title),
		};
	duty_clear(&d);
	return ok;
}

/* --- One thing after another -------------------------------------------- */

/* A change as if it were typed, within the act; ref gets that of what was made. */
static bool
change(struct leaving *l, const char *verb, const char *ref,
	const struct record *fields, char made[DB_REF_SIZE], struct err *err)
{
	const struct desk_change ask = { .verb = verb, .ref = ref,
		.fields = fields };
	struct intake in = { .session = l->session };
	struct desk_acted acted = { 0 };
	bool ok = change_judge(&ask, &in, &acted, err) &&
		change_do(l->act, &ask, &in, &acted, err);

	if (ok && made)
		strbuf_fill(made, DB_REF_SIZE, acted.ref);
	change_answer(&in, ok, &acted);
	intake_clear(&in);
	desk_acted_clear(&acted);
	return ok;
}

static void
tell(struct leaving *l, char *text)
{
	struct desk_acted *a = l->answer;

	a->notices = xrealloc_array(a->notices, a->n_notices + 1,
		sizeof(*a->notices));
	a->notices[a->n_notices++].text = text;
}

static bool
give(struct leaving *l, const struct duty *d, const struct kind *k, size_t field,
	struct err *err)
{
	struct record r;

	record_init(&r, k);
	record_set(&r, field, l->successor.ref);
	bool ok = change(l, "set", d->ref, &r, NULL, err);

	record_clear(&r);
	if (ok)
		tell(l, xasprintf(_("%s goes to %s"), d->ref, l->successor.ref));
	return ok;
}

/* --- Exhibits ----------------------------------------------------------- */

/* A receipt is found again by what stands on it: nothing of it is made up. */
static bool
has_receipt(const struct leaving *l, const struct duty *d, struct err *err)
{
	if (!l->ask->receipt_no)
		return err_set(err, ERR_RULE, manner_is_screens() ?
			_("%s holds %s: both confirm the hand-over of %s to %s first, or the number of the receipt on paper is given") :
			_("%s holds %s: both sign when it is handed over, before (add chain of=%s action=handed_over to=%s, and each adds a confirmation), or on paper: --receipt NUMBER"),
			l->member.ref, d->ref, d->ref, l->successor.ref);
	if (record_text(&l->from, MEMBER_RANK) && record_text(&l->to, MEMBER_RANK))
		return true;
	return err_set(err, ERR_RULE, manner_is_screens() ?
		_("a receipt on paper says the rank or office of who signed it: e on the page of %s puts it in") :
		_("a receipt on paper says the rank or office of who signed it: set %s rank=..."),
		record_text(&l->from, MEMBER_RANK) ? l->successor.ref :
		l->member.ref);
}

static bool
add_step(struct leaving *l, const char *exhibit, char step[DB_REF_SIZE],
	struct err *err)
{
	struct record r;

	record_init(&r, &chain_kind);
	record_set(&r, HEADER_OF, exhibit);
	record_set(&r, CHAIN_ACTION, "handed_over");
	record_set(&r, CHAIN_AT, l->ask->receipt_on);
	record_set(&r, CHAIN_FROM, l->member.ref);
	record_set(&r, CHAIN_TO, l->successor.ref);
	record_set(&r, CHAIN_MODE, "paper");
	record_set(&r, CHAIN_RECEIPT_NO, l->ask->receipt_no);
	bool ok = change(l, "add", NULL, &r, step, err);

	record_clear(&r);
	return ok;
}

/* What the paper says of one side. */
static bool
add_side(struct leaving *l, const char *exhibit, const char *step,
	const char *side, const struct record *who, struct err *err)
{
	struct record r;

	record_init(&r, &confirmation_kind);
	record_set(&r, HEADER_OF, exhibit);
	record_set(&r, CONFIRMATION_STEP, step);
	record_set(&r, CONFIRMATION_SIDE, side);
	record_set(&r, CONFIRMATION_MODE, "paper");
	record_set(&r, CONFIRMATION_RECEIPT_NO, l->ask->receipt_no);
	record_set(&r, CONFIRMATION_NAME, record_text(who, MEMBER_NAME));
	record_set(&r, CONFIRMATION_RANK, record_text(who, MEMBER_RANK));
	record_set(&r, CONFIRMATION_ON, l->ask->receipt_on);
	bool ok = change(l, "add", NULL, &r, NULL, err);

	record_clear(&r);
	return ok;
}

static bool
hand_over(struct leaving *l, const struct duty *d, struct err *err)
{
	char step[DB_REF_SIZE];

	if (!has_receipt(l, d, err) || !add_step(l, d->ref, step, err) ||
	    !add_side(l, d->ref, step, "giver", &l->from, err) ||
	    !add_side(l, d->ref, step, "receiver", &l->to, err))
		return false;
	tell(l, xasprintf(_("%s was handed over to %s: receipt %s"), d->ref,
		l->successor.ref, l->ask->receipt_no));
	return true;
}

/* --- Leaving ------------------------------------------------------------ */

static bool
hand_on(struct leaving *l, const struct duty *d, struct err *err)
{
	switch (d->what) {
	case DUTY_TASK:
		return give(l, d, &task_kind, TASK_ASSIGNEE, err);
	case DUTY_EXHIBIT:
		return hand_over(l, d, err);
	case DUTY_CONTROLLER:
		return give(l, d, &party_kind, PARTY_CONTROLLER, err);
	case DUTY_STEP:
	case DUTY_N:
		break;
	}
	/* It was they who gave or took it: no successor can say that it was so. */
	if (manner_is_screens())
		return err_set(err, ERR_RULE,
			_("%s waits for the confirmation of %s, and nobody gives it in their place: they or another who was there confirm it first, on the page of %s, or whoever entered it corrects it"),
			d->step, l->member.ref, d->ref);
	return err_set(err, ERR_RULE,
		_("%s is not confirmed by %s, and nobody does it in their place: they or another who was there confirm it (add confirmation of=%s step=%s), on paper perhaps, or whoever entered it corrects it"),
		d->step, l->member.ref, d->ref, strrchr(d->step, '/') + 1);
}

static bool
check_successor(const struct leaving *l, struct err *err)
{
	const char *party = record_text(&l->from, MEMBER_PARTY);

	if (l->successor.rid == l->member.rid)
		return err_set(err, ERR_RULE, _("%s is no successor of their own"),
			l->member.ref);
	if (!record_has(&l->to, MEMBER_PARTY, party))
		return err_set(err, ERR_RULE,
			_("a successor is of the same party, and %s is not of that of %s"),
			l->successor.ref, l->member.ref);
	return !member_has_left(&l->to) ||
		err_set(err, ERR_RULE, _("%s has left"), l->successor.ref);
}

static bool
hand_all_on(struct leaving *l, struct err *err)
{
	struct duties d = { 0 };
	bool ok = duty_find(l->session, l->member.ref, &d, err);

	for (size_t i = 0; ok && i < d.n; i++)
		ok = hand_on(l, &d.all[i], err);
	duty_clear(&d);
	return ok;
}

/* The end of the membership; it is refused when anything is left in hand. */
static bool
end(struct leaving *l, const char *left_on, struct err *err)
{
	struct record r;

	record_init(&r, &member_kind);
	record_set(&r, MEMBER_LEFT_ON, left_on);
	bool ok = change(l, "set", l->member.ref, &r, NULL, err);

	record_clear(&r);
	return ok;
}

/* Said of everybody, whether anything is kept or not: it tells of nothing. */
static void
tell_of_kept(struct leaving *l)
{
	const struct session *s = l->session;
	char party[REF_SIZE];

	if (!record_has(&l->from, MEMBER_PARTY, s->viewer.party) &&
	    ref_show(&l->session->store, &s->viewer,
		record_text(&l->from, MEMBER_PARTY), party))
		tell(l, xasprintf(_("what you do not see of %s is its own members' to look through (list task assignee:%s)"),
			party, l->member.ref));
}

static bool
leave(struct leaving *l, struct err *err)
{
	struct session *s = l->session;
	const struct desk_leave *ask = l->ask;

	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_ADMIT, err))
		return false;
	if (!load(s, ask->member ? ask->member : "", &l->member, &l->from, err) ||
	    !may_end(s, &l->member, err))
		return false;
	if (ask->successor && (!load(s, ask->successor, &l->successor, &l->to,
	    err) || !check_successor(l, err) || !hand_all_on(l, err)))
		return false;
	strbuf_fill(s->successor, sizeof(s->successor), l->successor.uid);
	if (!end(l, ask->left_on ? ask->left_on : "today", err))
		return false;
	tell_of_kept(l);
	return true;
}

bool
leave_act(struct session *s, const struct desk_leave *ask, struct desk_acted *a,
	struct err *err)
{
	struct desk_leave said = *ask;
	struct act act;
	struct leaving l = { .session = s, .act = &act, .ask = &said, .answer = a };

	if (!said.receipt_on)
		said.receipt_on = said.left_on ? said.left_on : "today";
	if (!deed_begin(&act, s, NULL, err))
		return false;
	s->ending = true;
	bool ok = leave(&l, err);

	s->ending = false;
	*s->successor = '\0';
	ok = deed_end(&act, s, ok, err);
	if (ok) {
		a->ref = xstrdup(l.member.ref);
		a->uid = xstrdup(l.member.uid);
	} else {
		desk_acted_clear(a);
	}
	record_clear(&l.from);
	record_clear(&l.to);
	return ok;
}
