/* SPDX-License-Identifier: GPL-3.0-or-later */
/* released.c - acts of those who release what a third state brings, or refuse to. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

/* A member who may say the word in some case; -1 for none. */
static int
some_releaser(const struct world *w)
{
	for (int tries = 0; tries < 20; tries++) {
		int m = world_member(w);

		if (t_releases(&w->t, m))
			return m;
	}
	return -1;
}

/* What waits for the member, the oldest first; or anything else of the store. */
static int
some_record(const struct world *w, int member)
{
	for (int i = 0; i < (int)w->t.n_records; i++)
		if (t_waits(&w->t, i) && t_shown(&w->t, member, i) && chance(3))
			return i;
	return w->t.n_records ? (int)chance((uint32_t)w->t.n_records) : -1;
}

/* The part that says what became of it, and of a yes its share. */
static void
tell_word(struct world *w, int member, int i, bool granted)
{
	struct truth *t = &w->t;
	struct t_record *r = &t->records[i], was = *r;
	struct t_part *p = &t->parts[t->n_parts];
	struct t_entry *e;

	acts_share_part(w, member, i, granted ? "released" : "refused",
		NULL);
	put_part_value(p, "reason", "needed");
	e = tell_entry(w, member, "add", i, (int)t->n_parts++);
	for (size_t k = 0; k < p->n; k++)
		e->changes[e->n++] = (struct t_change){ .was = { .record = -1,
			.member = -1 }, .is = p->values[k] };
	r->held = granted ? T_FREE : T_KEPT;
	if (!granted)
		return;
	tell_team(t, i, r->maker);
	r->version++;
	r->changed = w->now;
	r->changed_by = member;
	tell_changes(tell_entry(w, member, "release", i, -1), &was, r);
}

void
acts_release(struct world *w, int member)
{
	struct desk_answering answer = { .terms = "needed" };
	struct desk_acted acted;
	struct err err = ERR_INIT;
	bool granted = chance(4);
	int i;

	member = w->actor = some_releaser(w);
	i = member < 0 ? -1 : some_record(w, member);
	if (i < 0 || !acts_have_room(w) || w->t.records[i].casefile !=
	    w->t.members[member].casefile)
		return;
	/* Of a link that not even its party sees the word could not be looked at. */
	if (t_waits(&w->t, i) && !t_party_sees(&w->t, w->t.records[i].party, i))
		return;
	bool waits = t_waits(&w->t, i), sees = t_sees(&w->t, member, i);

	answer.ref = w->t.records[i].ref;
	answer.answer = granted ? "granted" : "refused";
	world_before(w, i);
	snprintf(w->last, sizeof(w->last), "%s: %s %s",
		w->t.members[member].ref, answer.answer, answer.ref);
	if (desk_answer(w->desks[member], &answer, &acted, &err) != waits)
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	if (!waits) {
		assert_string_equal(err_word(err.code), sees ? "rule" :
			"not-found");
		w->refused++;
		return;
	}
	desk_acted_clear(&acted);
	tell_word(w, member, i, granted);
	world_after(w, w->t.records[i].casefile, i);
}
