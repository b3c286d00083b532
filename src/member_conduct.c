/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member_conduct.c - who makes, changes and ends a membership, which role a member of
 * which party may hold, and what stands in the way of leaving. */
#include "src/conduct.h"

#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/manner.h"
#include "src/door.h"
#include "src/duty.h"
#include "src/led.h"
#include "src/member.h"
#include "src/party.h"
#include "src/role.h"
#include "src/succession.h"
#include "src/value.h"
#include "base/banned.h"

static bool
load_party(const struct intake *in, struct record *party, struct err *err)
{
	struct store *s = &in->session->store;
	const char *uid = record_text(&in->next, MEMBER_PARTY);
	struct db_entry e;

	return db_entry_of_uid(s->db, uid ? uid : "", &e, err) &&
		door_load(s, &e, party, err);
}

static bool
refuse_change(const char *code, struct err *err)
{
	return err_field(err, ERR_RULE,
		kind_field(&member_kind, MEMBER_PARTY)->id,
		_("what is said of a member of %s is changed by its own leader; where nobody leads it, by the party that admitted it or an administrator"),
		code);
}

/* Nobody makes themselves a seat from which more is seen: neither who administers, nor
 * who leads, who would read there who read what. */
static bool
keeps_own_seat(const struct intake *in, struct err *err)
{
	if (in->is_new || strcmp(in->entry.uid, in->session->viewer.member) != 0 ||
	    value_same(&in->now.values[MEMBER_ROLE],
		&in->next.values[MEMBER_ROLE]))
		return true;
	return err_field(err, ERR_RULE,
		kind_field(&member_kind, MEMBER_ROLE)->id,
		_("role: nobody gives themselves another one"));
}

/*
 * Administrators do for all parties (Regulation (EU) 2023/969, art. 14(2)); but a party
 * that is led seats its own members, and of those of another one an administrator says
 * nothing then: by its unit, too, a member is given more to see.
 */
static bool
admin_may(const struct intake *in, const char *code, struct err *err)
{
	const struct viewer *v = &in->session->viewer;
	bool led, seats = in->is_new || !value_same(&in->now.values[MEMBER_ROLE],
		&in->next.values[MEMBER_ROLE]);

	if (!seats && strcmp(code, v->party_code) == 0 &&
	    !role_leads(record_text(&in->now, MEMBER_ROLE)))
		return true;
	if (!led_ask(in->session, record_text(&in->next, MEMBER_PARTY), "", &led,
	    err))
		return false;
	if (!led)
		return true;
	return seats ? err_field(err, ERR_RULE,
		kind_field(&member_kind, MEMBER_ROLE)->id,
		_("role: who has a seat of %s, and who leads it, is said by those who lead it"),
		code) : refuse_change(code, err);
}

/*
 * A party's leaders make, change and end its memberships. Where it has none, as it is
 * new or of a third state, those do who admitted it: from then on a seat of it
 * would let them see what it keeps to itself.
 */
static bool
allowed(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;
	const char *party = record_text(&in->next, MEMBER_PARTY);
	bool is_admin = strcmp(v->role, "admin") == 0, led;
	struct record r;

	if (!keeps_own_seat(in, err))
		return false;
	if (!party || (strcmp(party, v->party) == 0 && !is_admin))
		return true;
	if (!load_party(in, &r, err))
		return false;

	char code[sizeof(v->party_code)];
	bool ok = record_has(&r, HEADER_PARTY, v->party);

	strbuf_fill(code, sizeof(code), record_text(&r, PARTY_CODE));
	record_clear(&r);
	if (is_admin)
		return admin_may(in, code, err);
	if (ok && !led_ask(in->session, party, "", &led, err))
		return false;
	ok = ok && !led;
	if (ok || !in->is_new)
		return ok || refuse_change(code, err);
	return err_field(err, ERR_RULE,
		kind_field(&member_kind, MEMBER_PARTY)->id,
		_("%s admits its own members; until one of them leads it, the party that admitted it does"),
		code);
}

static void
check_role(struct intake *in, const struct record *party)
{
	struct err why = ERR_INIT;
	const char *role = record_text(&in->next, MEMBER_ROLE);

	if (!role || role_held_by(role, record_text(party, PARTY_CLASS),
	    record_text(party, PARTY_CODE), &why))
		return;
	intake_refuse(in, MEMBER_ROLE, "%s", why.text);
}

static bool
is_changed(const struct intake *in, size_t index)
{
	return !value_same(&in->now.values[index], &in->next.values[index]);
}

/* Who answers for what a third state brings is an administrator, and stays one until
 * another does (Regulation (EU) 2023/969, art. 23(2)). */
static void
check_controls(struct intake *in)
{
	struct duties d = { 0 };
	struct err why = ERR_INIT;

	if (in->is_new || !is_changed(in, MEMBER_ROLE) ||
	    !record_has(&in->now, MEMBER_ROLE, "admin") ||
	    member_has_left(&in->now))
		return;
	if (!duty_find(in->session, in->entry.ref, &d, &why))
		intake_fault(in, &why, NULL);
	for (size_t i = 0; i < d.n; i++)
		if (d.all[i].what == DUTY_CONTROLLER)
			intake_refuse(in, MEMBER_ROLE,
				_("role: %s is the controller of %s: let another administrator be it first (set %s controller=REF)"),
				in->entry.ref, d.all[i].ref, d.all[i].ref);
	duty_clear(&d);
}

/* --- Leaving ------------------------------------------------------------ */

/* Whoever leads last goes when another leads; a role that leads is taken by another who
 * does (keeps_own_seat). */
static void
check_lead(struct intake *in, const struct record *party)
{
	struct err why = ERR_INIT;
	bool led;

	if (!role_leads(record_text(&in->now, MEMBER_ROLE)))
		return;
	if (!led_ask(in->session, record_text(&in->now, MEMBER_PARTY),
	    in->entry.uid, &led, &why))
		intake_fault(in, &why, NULL);
	else if (!led)
		intake_refuse(in, MEMBER_LEFT_ON,
			_("left_on: nobody else leads %s: let another member lead first (set REF role=leader)"),
			record_text(party, PARTY_CODE));
}

/* What is in their hands finds others first. */
static void
check_duties(struct intake *in)
{
	struct duties d = { 0 };
	struct strbuf words = STRBUF_INIT;
	struct err why = ERR_INIT;

	if (!duty_find(in->session, in->entry.ref, &d, &why)) {
		intake_fault(in, &why, NULL);
	} else if (d.n) {
		duty_words(&d, &words);
		if (manner_is_screens())
			intake_refuse(in, MEMBER_LEFT_ON,
				_("left_on: %s has %s; x on the page of members hands it on"),
				in->entry.ref, words.text);
		else
			intake_refuse(in, MEMBER_LEFT_ON,
				_("left_on: %s has %s; hand it on by: liaison member %s --successor REF"),
				in->entry.ref, words.text, in->entry.ref);
	}
	strbuf_clear(&words);
	duty_clear(&d);
}

static void
check_leaving(struct intake *in, const struct record *party)
{
	const char *left = record_text(&in->next, MEMBER_LEFT_ON);

	if (in->is_new || !is_changed(in, MEMBER_LEFT_ON))
		return;
	if (!left) {
		intake_refuse(in, MEMBER_LEFT_ON,
			_("left_on: who has left is admitted again, as a new member"));
	} else if (date_against(left, clock_now()) > 0) {
		intake_refuse(in, MEMBER_LEFT_ON,
			_("left_on: a membership is ended on the day, not ahead: today, or a day before"));
	} else if (!record_text(&in->now, MEMBER_LEFT_ON)) {
		check_lead(in, party);
		check_duties(in);
	}
}

static void
review(struct intake *in)
{
	struct record party;

	if (!load_party(in, &party, NULL))
		return;
	check_role(in, &party);
	check_controls(in);
	check_leaving(in, &party);
	record_clear(&party);
}

static bool
follow(struct act *a, struct intake *in, struct err *err)
{
	return in->is_new || member_has_left(&in->now) ||
		!member_has_left(&in->next) ||
		succession_follow(a, in->session, &in->next, err);
}

const struct conduct member_conduct = {
	.kind = KIND_MEMBER, .review = review, .allowed = allowed, .follow = follow,
};
