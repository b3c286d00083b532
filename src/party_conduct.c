/* SPDX-License-Identifier: GPL-3.0-or-later */
/* party_conduct.c - who admits a party and changes what is said of it, and who
 * answers for what it brings. */
#include "src/conduct.h"

#include <string.h>

#include "base/i18n.h"
#include "src/door.h"
#include "src/led.h"
#include "src/member.h"
#include "src/party.h"
#include "src/rule.h"
#include "src/value.h"
#include "base/banned.h"

/* The team reads what is shared with it: only the team lets others join. */
static bool
may_admit(const struct viewer *v, struct err *err)
{
	return (v->slot >= 0 && v->team >> v->slot & 1) ||
		strcmp(v->role, "admin") == 0 ||
		err_set(err, ERR_RULE,
			_("a party is admitted by a signatory, and %s is none"),
			v->party_code);
}

/*
 * Whom to call, how long it is kept who read what: a party that is led says so itself.
 * Where nobody leads it, as it is new or of a third state, those do who admitted it,
 * and administrators.
 */
static bool
allowed(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;
	bool is_admin = strcmp(v->role, "admin") == 0, led;

	if (in->is_new)
		return may_admit(v, err);
	if (!is_admin && strcmp(in->entry.uid, v->party) == 0)
		return true;
	if (is_admin || record_has(&in->now, HEADER_PARTY, v->party)) {
		if (!led_ask(in->session, in->entry.uid, "", &led, err))
			return false;
		if (!led)
			return true;
	}
	return err_set(err, ERR_RULE,
		_("%s is changed by its own leader"),
		in->entry.ref);
}

/* Nothing comes from a third state before an administrator is named who answers for
 * it (Regulation (EU) 2023/969, art. 23(2)). */
static void
check_controller(struct intake *in)
{
	struct store *s = &in->session->store;
	const struct value *now = &in->now.values[PARTY_CONTROLLER];
	const char *uid = record_text(&in->next, PARTY_CONTROLLER);
	struct db_entry e;
	struct record member;

	if (!uid || value_same(now, &in->next.values[PARTY_CONTROLLER]) ||
	    !db_entry_of_uid(s->db, uid, &e, NULL) ||
	    !door_load(s, &e, &member, NULL))
		return;
	if (!record_has(&member, MEMBER_ROLE, "admin"))
		intake_refuse(in, PARTY_CONTROLLER,
			_("controller: %s is no space administrator (role=admin)"),
			e.ref);
	else if (member_has_left(&member))
		intake_refuse(in, PARTY_CONTROLLER,
			_("controller: %s has left"), e.ref);
	record_clear(&member);
}

static void
review(struct intake *in)
{
	/* What was shared before somebody came is theirs only if that was said. */
	if (in->is_new && record_has(&in->next, PARTY_CLASS, "signatory"))
		rule_default(&in->next, PARTY_EARLIER, "no");
	check_controller(in);
}

const struct conduct party_conduct = {
	.kind = KIND_PARTY, .review = review, .allowed = allowed,
};
