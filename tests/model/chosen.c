/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chosen.c - which act is next, and those that say who is in the case and how a record
 * is to be handled. */
#include "tests/support/test.h"

#include "base/clock.h"
#include "tests/model/acts.h"

static const int64_t DAY = 24 * 60 * 60 * 1000;

/* --- Who is there ------------------------------------------------------- */

static bool
leads(const struct world *w, int member)
{
	return strcmp(w->t.members[member].role, "leader") == 0;
}

/* A new member of a party that is there, whom its own leader admits. */
static void
admit_somebody(struct world *w, int member)
{
	if (leads(w, member))
		acts_admit(w, member, w->t.members[member].party,
			chance(2) ? "police" : "analyst");
}

/* A party that joins later, with somebody who speaks for it. */
void
acts_party(struct world *w, int member)
{
	static const struct joining known[] = {
		{ "IT", T_SIGNATORY, false }, { "ES", T_SIGNATORY, true },
		{ "PL", T_SIGNATORY, true }, { "CEPOL", T_TASKLESS, false },
		{ "INTERPOL", T_RECIPIENT, false }, { "CH", T_THIRD, false },
	};
	const struct joining *who = &known[chance(ARRAY_SIZE(known))];
	struct truth *t = &w->t;

	if (!leads(w, member) || t->n_parties == T_PARTIES ||
	    t->n_members == T_MEMBERS)
		return;
	for (size_t i = 0; i < t->n_parties; i++)
		if (t->parties[i].casefile == t->members[member].casefile &&
		    strcmp(t->parties[i].code, who->code) == 0)
			return;
	snprintf(w->last, sizeof(w->last), "%s admits %s",
		t->members[member].ref, who->code);
	int party = acts_admit_party(w, member, who);

	if (acts_speaker(who->sort))
		acts_admit(w, member, party, acts_speaker(who->sort));
}

/* A day goes by: what was shared until today has ended, and stays so when a clock is
 * set back. */
static void
wait_a_day(struct world *w, int member)
{
	struct err err = ERR_INIT;
	int64_t stamp;

	(void)member;
	if (w->waited == T_SET_BACK)
		return;
	w->waited++;
	snprintf(w->last, sizeof(w->last), "a day goes by");
	w->now += DAY;
	w->t.now = w->now;
	clock_stop(w->now, 0);
	for (size_t i = 0; i < w->t.n_members; i++) {
		w->epochs[i]++;
		w->woken[i] = MAY_WAKE;
		if (!w->t.members[i].left)
			assert_ok(desk_changed(w->desks[i], &stamp, &err), err);
	}
	clock_stop(w->now - 3 * DAY, 0);
	for (int i = 0; i < (int)w->t.n_records; i++) {
		int m = world_member(w);

		if (w->t.members[m].casefile == w->t.records[i].casefile)
			checks_item(w, m, i);
	}
	clock_stop(w->now, 0);
}

/* --- How it is handled -------------------------------------------------- */

/* A record becomes one that only some are cleared for, or that is opened for a purpose
 * alone. */
void
acts_restrict(struct world *w, int member)
{
	enum t_kind rather = w->covers ? T_PERSON : T_PAYMENT;
	int i = acts_own(w, member);

	/* Where some are covered, more are; where purposes are said, of payments. */
	for (int tries = 0; (w->covers || w->notes) && i >= 0 && tries < 3 &&
	     w->t.records[i].kind != rather; tries++)
		i = acts_own(w, member);

	struct t_record *r = &w->t.records[i < 0 ? 0 : i], was;
	char text[T_TEXT];
	struct ask a;

	if (i < 0 || !t_words(&w->t, member, i) || t_value(r, "legal") || t_value(r, "protection") ||
	    t_value(r, "special"))
		return;
	was = *r;
	world_before(w, i);
	ask_init(&a, "set", t_kinds[r->kind].name, r->ref);
	if (r->kind == T_PERSON && chance(w->covers ? 4 : 2)) {
		t_set(r, "protection", "measures");
	} else if (r->kind != T_LINK && r->kind != T_TASK && chance(2)) {
		t_set(r, "special", "health");
		put_text(w, i, text);
		t_set(r, "special_reason", text);
		ask_field(&a, "special_reason", text);
	} else {
		put_text(w, i, text);
		t_set(r, "legal", "restricted");
		t_set(r, "legal_reason", text);
		ask_field(&a, "legal_reason", text);
	}
	const char *field = t_value(r, "protection") ? "protection" :
		t_value(r, "special") ? "special" : "legal";

	ask_field(&a, field, t_value(r, field)->text);
	ask_must(w, member, &a);
	desk_acted_clear(&a.acted);
	tell_set(w, member, i, &was);
	tell_corrected(w, member, i);
}

/* What a lawyer's secret may keep from use, until one who reviews it for its party has
 * cleared it. Only of what the team has not got: what is taken from it so is another
 * test's (tests/src/test_sharing.c). */
void
acts_privilege(struct world *w, int member)
{
	static const char *const words[] = { "to_review", "claimed", "excluded",
		"cleared" };
	const char *word = words[chance(ARRAY_SIZE(words))];
	const struct t_member *m = &w->t.members[member];
	int i = acts_own(w, member);
	struct t_record *r = &w->t.records[i < 0 ? 0 : i], was = *r, next;
	struct err err;
	struct ask a;

	if (i < 0 || r->share == T_TEAM || acts_are_over(w) ||
	    (r->kind != T_EVIDENCE && r->kind != T_NOTE && r->kind != T_CONTACT) ||
	    w->t.parties[m->party].sort != T_SIGNATORY ||
	    (t_value(r, "privilege") && strcmp(word,
	     t_value(r, "privilege")->text) == 0))
		return;
	next = *r;
	t_set(&next, "privilege", word);
	bool may = !t_closed(r) || t_closed(&next) || acts_may_disclose(w, member);

	world_before(w, i);
	ask_init(&a, "set", t_kinds[r->kind].name, r->ref);
	ask_field(&a, "privilege", word);
	if (ask_do(w, member, &a, &err) != may)
		world_fail(w, "%s", may ? err.text : "it was not refused");
	desk_acted_clear(&a.acted);
	if (!may) {
		assert_string_equal(err_word(err.code), "rule");
		w->refused++;
		return;
	}
	*r = next;
	tell_set(w, member, i, &was);
	tell_corrected(w, member, i);
}

/* --- By chance ---------------------------------------------------------- */

enum { ANYBODY, WRITES, BRINGS };

/* Whoever may not enter anything does not, and is told so. */
static bool
may_do(struct world *w, int member, int what)
{
	const struct t_party *p = &w->t.parties[w->t.members[member].party];
	bool writes = w->t.members[member].writes;
	struct err err;
	struct ask a;

	if (what == ANYBODY || (writes && (what == WRITES ||
	    p->sort != T_THIRD || p->answered_for)))
		return true;
	ask_init(&a, "add", "note", NULL);
	ask_field(&a, "text", "nothing");
	if (ask_do(w, member, &a, &err))
		world_fail(w, "who may not, brought something");
	assert_string_equal(err_word(err.code), writes ? "rule" : "denied");
	desk_acted_clear(&a.acted);
	w->refused++;
	return false;
}

void
acts_one(struct world *w)
{
	static const struct {
		uint32_t share;		/* of a hundred */
		void (*act)(struct world *w, int member);
		int needs;
	} acts[] = {
		{ 13, acts_add, BRINGS }, { 9, acts_link, BRINGS },
		{ 13, acts_set, WRITES }, { 9, acts_share, WRITES },
		{ 7, acts_give, WRITES }, { 1, acts_give_team, WRITES },
		{ 3, acts_take, WRITES }, { 1, acts_take_all, WRITES },
		{ 3, acts_privilege, WRITES },
		{ 9, acts_part, BRINGS }, { 5, acts_retract, WRITES },
		{ 3, acts_trespass, WRITES }, { 2, acts_restrict, WRITES },
		{ 1, admit_somebody, ANYBODY }, { 1, acts_party, ANYBODY },
		{ 2, acts_leave, ANYBODY }, { 1, wait_a_day, ANYBODY },
		{ 5, acts_ask, WRITES }, { 4, acts_answer, WRITES },
		{ 3, acts_release, ANYBODY }, { 2, acts_exchange, ANYBODY },
		{ 1, acts_inquire, WRITES }, { 1, acts_decide, WRITES },
	};
	int member = world_member(w);
	uint32_t what = chance(100);

	w->actor = member;
	w->gets = -1;
	for (size_t i = 0; i < ARRAY_SIZE(acts); i++) {
		if (what < acts[i].share) {
			if (may_do(w, member, acts[i].needs))
				acts[i].act(w, member);
			return;
		}
		what -= acts[i].share;
	}
	acts_undo(w);
}
