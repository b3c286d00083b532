/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member_conduct.c - who makes, changes and ends a membership, and which role a
 * member of which party may hold. */
#include "src/conduct.h"

#include <string.h>

#include "base/i18n.h"
#include "src/door.h"
#include "src/member.h"
#include "src/party.h"
#include "src/role.h"
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

/*
 * A party's leaders make its members. Where it has none of its own yet, or (a third
 * state) never has, those do who admitted it; administrators for all (Regulation
 * (EU) 2023/969, art. 14(2)). Nobody else makes themselves a seat from which more is
 * seen.
 */
static bool
allowed(const struct intake *in, struct err *err)
{
	const struct viewer *v = &in->session->viewer;
	const char *party = record_text(&in->next, MEMBER_PARTY);
	struct record r;

	if (!party || strcmp(party, v->party) == 0 || strcmp(v->role, "admin") == 0)
		return true;
	if (!load_party(in, &r, err))
		return false;

	char code[sizeof(v->party_code)];
	bool ok = record_has(&r, HEADER_PARTY, v->party);

	strbuf_fill(code, sizeof(code), record_text(&r, PARTY_CODE));
	record_clear(&r);
	return ok || err_field(err, ERR_RULE,
		kind_field(&member_kind, MEMBER_PARTY)->id,
		_("%s admits its own members and changes what is said of them, as does the party that admitted it"),
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

static void
review(struct intake *in)
{
	struct record party;

	if (!load_party(in, &party, NULL))
		return;
	check_role(in, &party);
	record_clear(&party);
}

const struct conduct member_conduct = {
	.kind = KIND_MEMBER, .review = review, .allowed = allowed,
};
