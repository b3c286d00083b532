/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask_conduct.c - see ask_conduct.h: whom an ask may be put to, who is in its
 * audience, and the permission that comes of a yes. */
#include "src/ask_conduct.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "src/ask.h"
#include "src/audience.h"
#include "src/conduct.h"
#include "src/handling.h"
#include "src/inquiry.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/quarantine.h"
#include "src/table.h"
#include "base/banned.h"

/* --- Audience ----------------------------------------------------------- */

static int
slot_of_party(struct db *db, const char *uid)
{
	struct db_entry e;
	struct record party;
	int slot = -1;

	if (uid && db_entry_of_uid(db, uid, &e, NULL) &&
	    table_load(db, &e, &party, NULL)) {
		slot = (int)record_int(&party, PARTY_SLOT) & 63;
		record_clear(&party);
	}
	return slot;
}

void
ask_add_asked(struct db *db, const struct record *r, struct db_audience *a)
{
	struct db_audience_who who = {
		.slot = slot_of_party(db, record_text(r, ASK_TO_PARTY)) };
	const char *member = record_text(r, ASK_TO_MEMBER);

	strbuf_fill(who.member, sizeof(who.member), member ? member : "");
	if (who.slot >= 0)
		audience_add(a, &who);
}

bool
ask_open(struct act *a, int64_t case_id, struct record *r, struct err *err)
{
	struct db_entry e;

	return act_add(a, r, case_id, NULL, &e, NULL, err);
}

/* --- What is told ------------------------------------------------------- */

/* The notice of the same to the same party about the same record, if there is one. */
static bool
find_notice(struct act *a, int64_t case_id, const struct record *r,
	struct db_entry *e, bool *found, struct err *err)
{
	static const size_t same[] = { ASK_WHAT, ASK_ABOUT, ASK_TO_PARTY };
	struct strbuf meant = STRBUF_INIT;
	struct db_cursor *c = NULL;
	struct err why = ERR_INIT;
	int64_t audience;

	*found = false;
	audience_meant(a, r, &meant);
	bool ok = audience_intern(a->store->db, case_id, meant.text, &audience,
			err) &&
		db_row_scan(a->store->db, table_of(&ask_kind), NULL, case_id,
			audience, INT64_MAX, &c, err);

	strbuf_clear(&meant);
	while (ok && !*found && record_text(r, ASK_ABOUT) &&
	    db_cursor_next(c, &why)) {
		*found = true;
		for (size_t i = 0; *found && i < ARRAY_SIZE(same); i++) {
			const char *is = db_cursor_text(c, same[i]);

			*found = is && strcmp(is, record_text(r, same[i])) == 0;
		}
		if (*found)
			ok = db_entry_of_rid(a->store->db, db_cursor_rid(c), e,
				&why);
	}
	db_cursor_close(c);
	if (why.code != ERR_NONE && err)
		*err = why;
	return ok && why.code == ERR_NONE;
}

bool
ask_tell(struct act *a, int64_t case_id, struct record *r, struct err *err)
{
	struct record change, now;
	struct db_entry e;
	bool found;

	if (!find_notice(a, case_id, r, &e, &found, err))
		return false;
	if (!found)
		return ask_open(a, case_id, r, err);
	if (!table_load(a->store->db, &e, &now, err))
		return false;
	record_init(&change, &ask_kind);
	record_set(&change, ASK_PURPOSE, record_text(r, ASK_PURPOSE));
	bool ok = act_set(a, "tell", &now, &change, &e, NULL, err);

	record_clear(&change);
	record_clear(&now);
	return ok;
}

/* --- What may be asked -------------------------------------------------- */

/* Does the row ask the same, and is it still open? */
static bool
says_same(const struct db_cursor *c, const struct record *r)
{
	static const size_t same[] = {
		ASK_WHAT, ASK_ABOUT, ASK_IDENT_TYPE, ASK_IDENT_VALUE,
		ASK_TO_PARTY, ASK_FOR_USE, ASK_FOR_PARTY
	};

	for (size_t i = 0; i < ARRAY_SIZE(same); i++) {
		const char *a = db_cursor_text(c, same[i]);
		const char *b = record_text(r, same[i]);

		if (strcmp(a ? a : "", b ? b : "") != 0)
			return false;
	}
	return !db_cursor_text(c, ASK_ANSWER);
}

/* Such an ask of the viewer's party; asks of others are none of its business. */
static bool
find_same(const struct intake *in, struct db_entry *e)
{
	struct session *s = in->session;
	bool found = false;

	for (size_t i = 0; !found && i < s->viewer.n_audiences; i++) {
		struct db_cursor *c = NULL;

		if (!db_row_scan(s->store.db, table_of(&ask_kind), NULL,
		    s->viewer.case_id, s->viewer.audiences[i], INT64_MAX, &c,
		    NULL))
			return false;
		while (!found && db_cursor_next(c, NULL)) {
			const char *party = db_cursor_text(c, HEADER_PARTY);

			found = party && strcmp(party, s->viewer.party) == 0 &&
				says_same(c, &in->next) &&
				db_entry_of_rid(s->store.db, db_cursor_rid(c),
					e, NULL);
		}
		db_cursor_close(c);
	}
	return found;
}

/* Nobody answers by a day that is over. */
static void
check_due(struct intake *in)
{
	const char *due = record_text(&in->next, ASK_DUE);

	if (due && date_against(due, clock_now()) < 0)
		intake_refuse(in, ASK_DUE,
			_("due: %s is over; by when is an answer needed?"), due);
}

/* Nothing is passed on to whoever asks. */
static void
check_onward(struct intake *in)
{
	const struct viewer *v = &in->session->viewer;

	if (record_has(&in->next, ASK_FOR_PARTY, v->party))
		intake_refuse(in, ASK_FOR_PARTY,
			_("for_party: %s is your own party; to whom is it to be passed on?"),
			v->party_code);
}

static void
review(struct intake *in)
{
	const char *asked = record_text(&in->next, ASK_TO_PARTY);
	struct db_entry e;

	check_due(in);
	check_onward(in);
	if (in->session->viewer.third)
		quarantine_refuse_words(in, ASK_PURPOSE);
	else if (ask_what(record_text(&in->next, ASK_WHAT))->flags & ASK_OF_JITS)
		inquiry_review(in);
	else if (strcmp(asked, in->session->viewer.party) == 0)
		intake_refuse(in, ASK_TO_PARTY,
			_("to_party: %s is your own party, which decides on that itself"),
			in->session->viewer.party_code);
	else if (find_same(in, &e))
		intake_refuse(in, ASK_WHAT,
			_("%s asks that already and is not answered yet"), e.ref);
}

/* --- What comes of a yes ------------------------------------------------ */

/* In whose name: "Ivan Petrov, BG". */
static void
set_giver(const struct intake *in, struct record *part)
{
	const struct viewer *v = &in->session->viewer;
	struct strbuf by = STRBUF_INIT;

	strbuf_printf(&by, "%.180s, %s", v->name, v->party_code);
	record_set(part, PERMISSION_BY, by.text);
	strbuf_clear(&by);
}

static void
fill_permission(const struct intake *in, struct record *part)
{
	const struct record *ask = &in->next;
	const char *for_party = record_text(ask, ASK_FOR_PARTY);

	record_set(part, PERMISSION_WHAT, record_text(ask, ASK_WHAT));
	record_set(part, PERMISSION_TO_PARTY, for_party ? for_party :
		record_text(ask, HEADER_PARTY));
	if (record_text(ask, ASK_FOR_USE))
		record_set(part, PERMISSION_FOR_USE,
			record_text(ask, ASK_FOR_USE));
	if (record_text(ask, ASK_TERMS))
		record_set(part, PERMISSION_TERMS, record_text(ask, ASK_TERMS));
	record_set(part, PERMISSION_ON, record_text(ask, ASK_ANSWERED_ON));
	record_set(part, PERMISSION_DOC_NO, in->entry.ref);
	set_giver(in, part);
}

/* A yes is kept with the record as a permission of the party that said it, but for
 * what is another authority's to permit: that is there already (asking.c). */
static bool
follow(struct act *a, struct intake *in, struct err *err)
{
	const struct ask_what *what = ask_what(record_text(&in->next, ASK_WHAT));
	struct db_entry about, e;
	struct record part;

	if (in->is_new || !(what->flags & ASK_PERMITS) ||
	    record_has(&in->next, ASK_ANSWER, "refused"))
		return true;
	if (!db_entry_of_uid(a->store->db, record_text(&in->next, ASK_ABOUT),
	    &about, err) || !table_load(a->store->db, &about, &part, err))
		return false;
	bool permitted = handling_origin(a->store, &part) != NULL;

	record_clear(&part);
	if (permitted)
		return true;
	record_init(&part, &permission_kind);
	fill_permission(in, &part);
	bool ok = act_add(a, &part, about.case_id, &about, &e, NULL, err);

	record_clear(&part);
	return ok;
}

const struct conduct ask_conduct = {
	.kind = KIND_ASK, .review = review, .follow = follow,
};
