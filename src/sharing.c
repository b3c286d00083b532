/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sharing.c - see sharing.h. */
#include "src/sharing.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/manner.h"
#include "base/xalloc.h"
#include "src/ask.h"
#include "src/ask_conduct.h"
#include "src/cut.h"
#include "src/deed.h"
#include "src/evidence.h"
#include "src/intake.h"
#include "src/member.h"
#include "src/party.h"
#include "src/receipt.h"
#include "src/role.h"
#include "src/shapes.h"
#include "src/share.h"
#include "src/share_gap.h"
#include "src/share_rule.h"
#include "src/share_terms.h"
#include "src/share_whom.h"
#include "src/table.h"
#include "base/banned.h"

/* One act of sharing on its way. */
struct sharing {
	struct intake in;	/* the record, and the notices */
	struct act act;
	const struct desk_sharing *ask;
	struct share_whoms whom;
	struct db_audience is;	/* whom it was given to, before */
	struct db_audience seen;	/* who of these sees it */
	struct record part;	/* the terms, the same for all */
	char leaf[ACT_LEAF_SIZE];
};

bool
sharing_write(struct act *a, const struct db_entry *e, struct record *part,
	char leaf[ACT_LEAF_SIZE], struct err *err)
{
	struct db_entry line;

	return act_add(a, part, e->case_id, e, &line, leaf, err) &&
		cut_anew(a, e->rid, err);
}

static void
clear(struct sharing *s)
{
	share_whoms_clear(&s->whom);
	db_audience_clear(&s->is);
	db_audience_clear(&s->seen);
	record_clear(&s->part);
	intake_clear(&s->in);
}

/* --- What both begin with ----------------------------------------------- */

static bool
load(struct sharing *s, struct err *err)
{
	struct intake *in = &s->in;
	struct session *session = in->session;

	if (!intake_load(in, session, s->ask->ref ? s->ask->ref : "", err))
		return false;
	if (!kind_field(in->kind, HEADER_SHARE))
		return err_set(err, ERR_RULE,
			_("%s (%s) is not shared by itself"),
			in->entry.ref, in->kind->name);
	if (!db_audience_get(session->store.db, in->entry.audience_id, &s->seen,
	    err) || !cut_given(session->store.db, in->entry.rid, &in->now, &s->is,
	    err))
		return false;
	audience_drop_ended(&s->is, viewer_now(&session->viewer));
	return share_whoms_read(&s->whom, in, s->ask->who, s->ask->n_who, err) &&
		share_terms_read(session, s->ask, &s->part, err);
}

/* One transaction, of which each rule is held against what is there once the lock
 * is. */
static bool
act(struct session *session, const struct desk_sharing *ask,
	bool (*inside)(struct sharing *s, void *answer, struct err *err),
	void *answer, struct err *err)
{
	struct sharing s = { .in = { .session = session }, .ask = ask };

	if (!deed_begin(&s.act, session, NULL, err))
		return false;
	record_init(&s.part, &share_kind);
	bool ok = session_ready(session, err) &&
		role_may(session->viewer.role, RIGHT_SHARE, err) &&
		load(&s, err) && inside(&s, answer, err);

	ok = deed_end(&s.act, session, ok, err);
	clear(&s);
	return ok;
}

/* Add a part of this action for one, on the terms that were read. */
static bool
put_part(struct sharing *s, const char *action, const struct share_whom *w,
	struct err *err)
{
	struct record part;

	record_copy(&part, &s->part);
	record_set(&part, SHARE_ACTION, action);
	if (w)
		record_set(&part, SHARE_TO, w->party.uid);
	if (w && w->member.rid)
		record_set(&part, SHARE_TO_MEMBER, w->member.uid);
	bool ok = sharing_write(&s->act, &s->in.entry, &part, s->leaf, err);

	record_clear(&part);
	return ok;
}

/* --- Giving ------------------------------------------------------------- */

static const struct db_audience_who *
entry_of(const struct db_audience *a, const struct share_whom *w)
{
	for (size_t i = 0; i < a->n_who; i++)
		if (a->who[i].slot == w->slot && strcmp(a->who[i].member,
		    w->member.rid ? w->member.uid : "") == 0)
			return &a->who[i];
	return NULL;
}

static bool
refuse_shorter(const struct sharing *s, const char *who, struct err *err)
{
	return err_set(err, ERR_RULE, manner_is_screens() ?
		_("%s has %s already, no shorter; x takes it back") :
		_("%s has %s already, no shorter; liaison unshare ends it"),
		who, s->in.entry.ref);
}

/* What lasts longer than what they have is given; nothing is cut short by giving. */
static bool
has_not(const struct sharing *s, const struct share_whom *w, struct err *err)
{
	const struct db_audience_who *has = entry_of(&s->is, w);
	int64_t until = record_int(&s->part, SHARE_UNTIL);

	if (!(s->is.mask >> w->slot & 1) && (!has || (has->until &&
	    (!until || until > has->until))))
		return true;
	return until || (has && has->until) ?
		refuse_shorter(s, share_whom_ref(w), err) :
		err_set(err, ERR_RULE, _("%s has %s already"), share_whom_ref(w),
			s->in.entry.ref);
}

/* What whoever gives it would not think: that one is not cleared for it, or what it
 * names is not shared with them. */
static void
tell_of_gaps(struct sharing *s, const struct share_whom *w)
{
	struct session *session = s->in.session;
	struct db_audience_viewer of = { .clearance = s->seen.class };
	struct strbuf refs = STRBUF_INIT;
	size_t n = 0;

	if (w->member.rid ? viewer_of_member(&session->viewer, &session->store,
		w->member.uid, &of, NULL) : viewer_of_party(&session->viewer,
		&session->store, w->party.uid, &of, NULL))
		n = share_gaps(session, &s->in.entry, &of, &refs);
	if (w->member.rid && of.clearance < s->seen.class)
		intake_tell(&s->in,
			_("%s does not see %s: their role is cleared for %s"),
			w->member.ref, s->in.entry.ref,
			role_clearance_words((enum role_clearance)of.clearance));
	else if (n)
		intake_tell(&s->in, ngettext(
			"%zu record that this one names is not shared with %s: %s",
			"%zu records that this one names are not shared with %s: %s",
			(unsigned long)n), n, share_whom_ref(w), refs.text);
	strbuf_clear(&refs);
}

static bool
give_one(struct sharing *s, const struct share_wish *wish,
	const struct share_whom *w, struct err *err)
{
	struct strbuf notices = STRBUF_INIT;
	bool ok = share_rule_whom(wish, w, &notices, err) &&
		has_not(s, w, err) && put_part(s, "given", w, err);

	if (ok && notices.len)
		intake_tell(&s->in, "%s", notices.text);
	if (ok)
		tell_of_gaps(s, w);
	strbuf_clear(&notices);
	return ok;
}

/* Leave of them, from this one on, those that are wanted. */
static void
keep(const struct sharing *s, struct share_whoms *w, size_t from,
	bool (*wanted)(const struct sharing *s, const struct share_whom *w))
{
	size_t kept = from;

	for (size_t i = from; i < w->n; i++) {
		if (wanted(s, &w->all[i]))
			w->all[kept++] = w->all[i];
		else
			record_clear(&w->all[i].of_party);
	}
	w->n = kept;
}

static bool
is_without(const struct sharing *s, const struct share_whom *w)
{
	return has_not(s, w, NULL);
}

/* Until a day it is not the share that says so, which has no end: it goes to each
 * party that the team is today, and that does not have it as long. */
static bool
name_team(struct sharing *s, struct err *err)
{
	struct share_whoms team = { 0 };
	size_t from = s->whom.n;

	if (!share_whoms_add_team(&team, s->in.session, err) ||
	    !share_whoms_add_team(&s->whom, s->in.session, err)) {
		share_whoms_clear(&team);
		return false;
	}
	keep(s, &s->whom, from, is_without);
	if (s->whom.n > 0)
		share_whoms_tell(&team, 0, &s->in, "team");
	share_whoms_clear(&team);
	return s->whom.n > 0 || refuse_shorter(s, "team", err);
}

/* The rules hold for each of the team; then the share itself says so. */
static bool
give_team(struct sharing *s, const struct share_wish *wish, struct err *err)
{
	struct share_whoms team = { 0 };
	struct strbuf notices = STRBUF_INIT;
	struct record change;
	bool ok = share_whoms_add_team(&team, s->in.session, err);

	for (size_t i = 0; ok && i < team.n; i++)
		ok = share_rule_whom(wish, &team.all[i], &notices, err);
	if (ok && audience_is_team(&s->is))
		ok = err_set(err, ERR_RULE, _("the team has %s already"),
			s->in.entry.ref);
	record_init(&change, s->in.kind);
	record_set(&change, HEADER_SHARE, "team");
	ok = ok && act_set(&s->act, "set", &s->in.next, &change, &s->in.entry,
			s->leaf, err) && put_part(s, "given", NULL, err);
	if (ok && notices.len)
		intake_tell(&s->in, "%s", notices.text);
	for (size_t i = 0; ok && i < team.n; i++)
		tell_of_gaps(s, &team.all[i]);
	record_clear(&change);
	strbuf_clear(&notices);
	share_whoms_clear(&team);
	return ok;
}

static bool
give(struct sharing *s, void *answer, struct err *err)
{
	const struct share_wish wish = { .session = s->in.session,
		.entry = &s->in.entry, .record = &s->in.now,
		.acknowledged = s->ask->acknowledged, .basis = s->ask->basis,
		.controller = s->ask->controller };
	struct desk_acted *a = answer;
	bool ends = record_text(&s->part, SHARE_UNTIL) != NULL;
	bool ok = share_rule_record(&wish, err) && (!s->whom.team ||
		(ends ? name_team(s, err) : give_team(s, &wish, err)));

	for (size_t i = 0; ok && i < s->whom.n; i++)
		ok = give_one(s, &wish, &s->whom.all[i], err);
	if (!ok)
		return false;
	a->ref = xstrdup(s->in.entry.ref);
	a->uid = xstrdup(s->in.entry.uid);
	a->entry = xstrdup(s->leaf);
	intake_hand_notices(&s->in, &a->notices, &a->n_notices);
	return true;
}

bool
sharing_give(struct session *s, const struct desk_sharing *ask,
	struct desk_acted *a, struct err *err)
{
	if (act(s, ask, give, a, err))
		return true;
	wire_clear(&shape_acted, a);
	return false;
}

/* --- Taking back -------------------------------------------------------- */

static bool
is_ours(const struct sharing *s, struct err *err)
{
	const char *owner = record_text(&s->in.now, HEADER_PARTY);

	return (owner && strcmp(owner, s->in.session->viewer.party) == 0) ||
		err_set(err, ERR_RULE,
			_("%s is another party's record, which alone takes it back"),
			s->in.entry.ref);
}

static bool
can_take(const struct sharing *s, const struct share_whom *w, struct err *err)
{
	const char *own = s->in.session->viewer.party;

	if (!w->member.rid && strcmp(w->party.uid, own) == 0)
		return err_set(err, ERR_RULE, _("%s is of %s itself"),
			s->in.entry.ref, w->party.ref);
	/* Whoever takes it back has it still: it is never nobody's. */
	if (strcmp(w->member.uid, s->in.session->viewer.member) == 0)
		return err_set(err, ERR_RULE,
			_("nobody takes a record from themselves: give %s to another of %s, who does"),
			s->in.entry.ref, w->party.ref);
	if (w->member.rid && share_whom_as_party(w, &s->is) &&
	    !share_whom_is_in(w, &s->is))
		return manner_is_screens() ? err_set(err, ERR_RULE,
			_("%1$s has %2$s as one of %3$s: take it from %3$s"),
			w->member.ref, s->in.entry.ref, w->party.ref) :
			err_set(err, ERR_RULE,
			_("%s has %s as one of %s: liaison unshare %s %s"),
			w->member.ref, s->in.entry.ref, w->party.ref,
			s->in.entry.ref, w->party.ref);
	return share_whom_is_in(w, &s->is) || err_set(err, ERR_RULE,
		_("%s does not have %s"), share_whom_ref(w), s->in.entry.ref);
}

/* Has nobody of them anything to answer by? A recipient has no members, and who has
 * left has no access. */
static bool
is_out_of_reach(const struct session *s, const struct share_whom *w)
{
	struct record member;

	if (record_has(&w->of_party, PARTY_CLASS, "recipient"))
		return true;
	if (!w->member.rid || !table_load(s->store.db, &w->member, &member, NULL))
		return false;
	bool left = member_has_left(&member);

	record_clear(&member);
	return left;
}

/* Ask one who had it for it back: a party, or that member of it alone. */
static bool
ask_back(struct act *a, struct session *session, const struct db_entry *e,
	const struct share_whom *w, const char *reason, struct err *err)
{
	struct record r;

	if (strcmp(w->party.uid, session->viewer.party) == 0 ||
	    is_out_of_reach(session, w))
		return true;
	char *purpose = reason ? xasprintf("%s: %s", e->ref, reason) :
		xstrdup(e->ref);

	record_init(&r, &ask_kind);
	record_set(&r, ASK_WHAT, "return");
	record_set(&r, ASK_ABOUT, e->uid);
	record_set(&r, ASK_TO_PARTY, w->party.uid);
	if (w->member.rid)
		record_set(&r, ASK_TO_MEMBER, w->member.uid);
	record_set(&r, ASK_PURPOSE, purpose);
	bool ok = ask_open(a, session->viewer.case_id, &r, err);

	record_clear(&r);
	free(purpose);
	return ok;
}

bool
sharing_want_back(struct act *a, struct session *session,
	const struct db_entry *e, const struct share_whom *w,
	const struct db_audience *had, const char *reason, struct err *err)
{
	struct share_whoms asked = { 0 };
	struct record part;
	char leaf[ACT_LEAF_SIZE];

	record_init(&part, &share_kind);
	record_set(&part, SHARE_ACTION, "withdrawn");
	record_set(&part, SHARE_TO, w->party.uid);
	record_set(&part, SHARE_REASON, reason);
	bool ok = sharing_write(a, e, &part, leaf, err) &&
		share_whoms_add_of(&asked, session, w, had, err);

	for (size_t i = 0; ok && i < asked.n; i++)
		ok = ask_back(a, session, e, &asked.all[i], reason, err);
	share_whoms_clear(&asked);
	record_clear(&part);
	return ok;
}

static bool
has(const struct sharing *s, const struct share_whom *w)
{
	return share_whom_is_in(w, &s->is);
}

/* Everybody else who has it: of the team those, and whoever was given it besides. */
static bool
add_all(struct sharing *s, struct err *err)
{
	struct share_whoms team = { 0 };
	bool ok = share_whoms_add_all(&team, s->in.session, err);

	if (ok)
		keep(s, &team, 0, has);
	if (ok && !team.n)
		ok = err_set(err, ERR_RULE, _("nobody else has %s"),
			s->in.entry.ref);
	share_whoms_clear(&s->whom);
	s->whom = team;
	return ok;
}

/* Who opened it, as far as that can be read: to stop access does not wait for it. */
static void
add_receipts(struct sharing *s, const struct share_whom *w,
	struct desk_unshared *a)
{
	struct err why = ERR_INIT;

	if (!receipts_read(s->in.session, s->in.entry.uid, w->party.uid,
	    &a->receipts, &a->n, &why))
		intake_tell(&s->in,
			_("who of %s opened %s cannot be told now: %s; the sheet of its shares tells once it can be read"),
			w->party.ref, s->in.entry.ref, why.text);
}

/* Is it taken from the whole party of this one, too? */
static bool
takes_party(const struct sharing *s, const struct share_whom *w)
{
	for (size_t i = 0; i < s->whom.n; i++)
		if (!s->whom.all[i].member.rid && s->whom.all[i].slot == w->slot)
			return true;
	return false;
}

/* Did one who had it open it, as far as the receipts tell? */
static bool
has_opened(const struct share_whom *w, const struct desk_unshared *a)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct desk_receipt *r = &a->receipts[i];

		if (w->member.rid ? r->member &&
		    strcmp(r->member, w->member.ref) == 0 : r->party &&
		    strcmp(r->party, w->party.ref) == 0)
			return true;
	}
	return false;
}

/* They are asked for what they could see: of what an end of the link or a privilege
 * kept from them they are not to hear. */
static bool
ask_who_had_it(struct sharing *s, const struct share_whom *w,
	const struct desk_unshared *a, struct err *err)
{
	struct share_whoms asked = { 0 };
	bool ok = share_whoms_add_of(&asked, s->in.session, w, &s->is, err);

	for (size_t i = 0; ok && i < asked.n; i++) {
		const struct share_whom *one = &asked.all[i];

		if (share_whom_is_in(one, &s->seen) ||
		    share_whom_as_party(one, &s->seen) || has_opened(one, a))
			ok = ask_back(&s->act, s->in.session, &s->in.entry, one,
				record_text(&s->part, SHARE_REASON), err);
	}
	share_whoms_clear(&asked);
	return ok;
}

/* One of several who have it as a party is not taken out alone. */
static void
tell_still_has(struct sharing *s, const struct share_whom *w)
{
	if (manner_is_screens())
		intake_tell(&s->in,
			_("%1$s still has %2$s, as one of %3$s: x on %3$s takes it from all of them"),
			w->member.ref, s->in.entry.ref, w->party.ref);
	else
		intake_tell(&s->in,
			_("%s still has %s, as one of %s: liaison unshare %s %s takes it from all of them"),
			w->member.ref, s->in.entry.ref, w->party.ref,
			s->in.entry.ref, w->party.ref);
}

/* Is who holds an exhibit this one, or a member of this party? */
static bool
is_of(struct db *db, const struct db_entry *holder, const struct share_whom *w)
{
	struct record member;

	if (w->member.rid)
		return holder->rid == w->member.rid;
	if (holder->kind != KIND_MEMBER)
		return holder->rid == w->party.rid;
	if (!table_load(db, holder, &member, NULL))
		return false;
	bool is = record_has(&member, MEMBER_PARTY, w->party.uid);

	record_clear(&member);
	return is;
}

/* What they have in their hands they still have, and nobody there is reminded of it. */
static void
tell_of_custody(struct sharing *s, const struct share_whom *w)
{
	struct db *db = s->in.session->store.db;
	const char *holder = s->in.kind->no == KIND_EVIDENCE ?
		record_text(&s->in.now, EVIDENCE_CUSTODIAN) : NULL;
	struct db_entry e;

	if (holder && db_entry_of_uid(db, holder, &e, NULL) && is_of(db, &e, w))
		intake_tell(&s->in,
			_("%s holds %s, by its chain of custody, and sees it no more: let it be handed back"),
			e.ref, s->in.entry.ref);
}

static bool
take_one(struct sharing *s, size_t i, struct desk_unshared *a, struct err *err)
{
	const struct share_whom *w = &s->whom.all[i];
	bool is_told = false;

	if (!can_take(s, w, err) || !put_part(s, "withdrawn", w, err))
		return false;
	if (w->member.rid && takes_party(s, w))
		return true;
	for (size_t k = 0; k < i; k++)
		is_told = is_told || s->whom.all[k].slot == w->slot;
	if (!is_told)
		add_receipts(s, w, a);
	if (w->member.rid && share_whom_as_party(w, &s->is)) {
		tell_still_has(s, w);
		return true;
	}
	tell_of_custody(s, w);
	return ask_who_had_it(s, w, a, err);
}

/* What all but its party lost is its own, for whoever joins the team too. */
static bool
keep_own(struct sharing *s, struct err *err)
{
	struct db *db = s->in.session->store.db;
	struct record now, change;
	struct db_entry e;

	if (!record_has(&s->in.now, HEADER_SHARE, "team"))
		return true;
	if (!db_entry_of_rid(db, s->in.entry.rid, &e, err) ||
	    !table_load(db, &e, &now, err))
		return false;
	record_init(&change, s->in.kind);
	record_set(&change, HEADER_SHARE, "own");
	bool ok = act_set(&s->act, "set", &now, &change, &e, s->leaf, err);

	record_clear(&change);
	record_clear(&now);
	return ok;
}

static bool
take(struct sharing *s, void *answer, struct err *err)
{
	struct desk_unshared *a = answer;
	bool all = s->whom.team;
	bool ok = is_ours(s, err) && (!all || add_all(s, err));

	for (size_t i = 0; ok && i < s->whom.n; i++)
		ok = take_one(s, i, a, err);
	if (!ok || (all && !keep_own(s, err)))
		return false;
	a->ref = xstrdup(s->in.entry.ref);
	intake_hand_notices(&s->in, &a->notices, &a->n_notices);
	return true;
}

bool
sharing_take(struct session *s, const struct desk_sharing *ask,
	struct desk_unshared *a, struct err *err)
{
	if (act(s, ask, take, a, err))
		return true;
	wire_clear(&shape_unshared, a);
	return false;
}
