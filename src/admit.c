/* SPDX-License-Identifier: GPL-3.0-or-later */
/* admit.c - see admit.h. */
#include "src/admit.h"

#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/ids.h"
#include "src/access.h"
#include "src/casefile.h"
#include "src/door.h"
#include "src/member.h"
#include "src/party.h"
#include "base/banned.h"

enum { MAX_PARTIES = 64 };

/* What one case knows of a party is said again in the next. */
static void
copy_party(struct session *s, struct record *party)
{
	static const size_t fields[] = {
		PARTY_NAME, PARTY_STATE, PARTY_AUTHORITY, PARTY_CONTACT
	};
	struct db_entry e;
	struct record known;

	if (!*s->viewer.party ||
	    !db_entry_of_uid(s->store.db, s->viewer.party, &e, NULL) ||
	    !door_load(&s->store, &e, &known, NULL))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		if (record_text(&known, fields[i]))
			record_set(party, fields[i],
				record_text(&known, fields[i]));
	record_clear(&known);
}

static bool
add_party(struct act *a, struct session *s, int64_t case_id, const char *uid,
	struct err *err)
{
	struct record party;
	struct db_entry e;
	char state[3] = "";

	snprintf(state, sizeof(state), "%.2s", a->party_code);
	record_init(&party, &party_kind);
	record_set(&party, HEADER_ID, uid);
	record_set(&party, PARTY_CODE, a->party_code);
	record_set(&party, PARTY_NAME, a->party_code);
	record_set(&party, PARTY_CLASS, "signatory");
	record_set_int(&party, PARTY_SLOT, 0);
	if (ident_country(state) && strlen(a->party_code) <= 3)
		record_set(&party, PARTY_STATE, state);
	copy_party(s, &party);
	bool ok = (!party_is_of_third_state(&party) || err_set(err, ERR_RULE,
			_("a JIT is made by an authority of a member state of the Union, which admits %s as third"),
			a->party_code)) &&
		act_add(a, &party, case_id, NULL, &e, NULL, err);

	record_clear(&party);
	return ok;
}

static bool
add_leader(struct act *a, struct session *s, int64_t case_id, const char *uid,
	struct err *err)
{
	struct record member;
	struct db_entry e;

	record_init(&member, &member_kind);
	record_set(&member, HEADER_ID, uid);
	record_set(&member, MEMBER_PARTY, a->party);
	record_set(&member, MEMBER_NAME, s->viewer.name);
	record_set(&member, MEMBER_ROLE, "leader");
	record_set(&member, MEMBER_IDENTITY, s->viewer.identity);
	bool ok = act_add(a, &member, case_id, NULL, &e, NULL, err);

	record_clear(&member);
	return ok;
}

/* Is there a case with this code, and does the viewer know it anyway? */
static bool
is_taken(struct session *s, const char *code, bool *known)
{
	struct db_entry e;

	if (!code || !db_entry_of_ref(s->store.db, 0, code, &e, NULL))
		return false;
	*known = viewer_sees(&s->viewer, &s->store, &e);
	return true;
}

/*
 * A code names one case of the store, as the refs on paper and the exchange of hits go by
 * it: two of one code could pass for each other. So a code may be refused because of
 * a case that the viewer has nothing to do with, in words that say no more.
 */
static bool
check_code(const struct intake *in, struct err *err)
{
	const char *code = record_text(&in->next, CASEFILE_CODE);
	bool known;

	if (!is_taken(in->session, code, &known))
		return true;
	return known ? err_field(err, ERR_RULE,
			kind_field(in->kind, CASEFILE_CODE)->id,
			_("code: %s is a case that you are in"), code) :
		err_field(err, ERR_RULE,
			kind_field(in->kind, CASEFILE_CODE)->id,
			_("code: %s cannot be had; choose another one"), code);
}

void
admit_note_refused(const struct intake *in)
{
	struct session *s = in->session;
	struct strbuf what = STRBUF_INIT;
	const char *code;
	bool known;

	if (!in->kind || in->kind->no != KIND_CASEFILE || !in->is_new ||
	    !s->viewer.case_id)
		return;
	code = record_text(&in->next, CASEFILE_CODE);
	if (!is_taken(s, code, &known) || known)
		return;
	strbuf_printf(&what, "casefile code=%s", code);
	access_note_one(s, ACCESS_HIT, NULL, NULL, what.text, NULL);
	strbuf_clear(&what);
}

bool
admit_casefile(struct act *a, struct intake *in, char leaf[ACT_LEAF_SIZE],
	struct err *err)
{
	struct session *s = in->session;

	/* The author is the member that this very act makes. */
	ids_new(a->party);
	ids_new(a->member);
	snprintf(a->party_code, sizeof(a->party_code), "%s",
		s->viewer.party_code);
	a->slot = 0;
	a->team = 1;

	return check_code(in, err) &&
		act_add(a, &in->next, 0, NULL, &in->entry, leaf, err) &&
		add_party(a, s, in->entry.rid, a->party, err) &&
		add_leader(a, s, in->entry.rid, a->member, err);
}

static bool
take_slot(struct intake *in, struct err *err)
{
	int slot = 0;

	while (slot < MAX_PARTIES && in->session->viewer.slots >> slot != 0)
		slot++;
	if (slot == MAX_PARTIES)
		return err_set(err, ERR_RULE,
			_("a case has at most %d parties, those that left included"),
			MAX_PARTIES);
	record_set_int(&in->next, PARTY_SLOT, slot);
	return true;
}

bool
admit_prepare(struct intake *in, struct err *err)
{
	char identity[IDS_UID_SIZE];

	if (in->kind->no == KIND_PARTY)
		return take_slot(in, err);
	if (in->kind->no != KIND_MEMBER)
		return true;
	ids_new(identity);
	record_set(&in->next, MEMBER_IDENTITY, identity);
	return true;
}

bool
admit_may_bring(struct session *s, struct err *err)
{
	const struct viewer *v = &s->viewer;
	struct db_entry e;
	struct record party;

	if (!*v->party || (v->slot >= 0 && v->team >> v->slot & 1))
		return true;
	if (!db_entry_of_uid(s->store.db, v->party, &e, err) ||
	    !door_load(&s->store, &e, &party, err))
		return false;
	bool ok = !record_has(&party, PARTY_CLASS, "third") ||
		record_text(&party, PARTY_CONTROLLER);

	record_clear(&party);
	return ok || err_set(err, ERR_RULE,
		_("%s brings nothing before a space administrator is named who answers for its data (Regulation (EU) 2023/969, art. 23(2)): its controller"),
		v->party_code);
}
