/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meant.c - whom the share of a record means when it is set, and acts that set it. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

enum t_share
acts_some_share(void)
{
	static const enum t_share shares[] = {
		T_TEAM, T_TEAM, T_TEAM, T_OWN, T_OWN, T_NAMED
	};

	return shares[chance(ARRAY_SIZE(shares))];
}

void
tell_share(struct truth *t, struct t_record *r, enum t_share share, int by)
{
	const struct t_member *m = &t->members[by];

	r->share = share;
	r->steps_from = t->n_steps;
	r->named = share == T_NAMED ? by : -1;
	for (int p = 0; p < T_PARTIES; p++) {
		bool there = p < (int)t->n_parties;

		/* Those who are not there yet are of the case that admits them. */
		if (there && p == m->party)
			r->meant[p] = T_IN;
		else if (share != T_TEAM)
			r->meant[p] = T_NOT;
		else
			r->meant[p] = there && t->parties[p].sort == T_SIGNATORY &&
				t->parties[p].casefile == r->casefile ?
				T_IN : T_OPEN;
	}
	/* What a third state takes back is no more what was released. */
	if (share != T_TEAM && r->held == T_FREE &&
	    t->parties[r->party].sort == T_THIRD)
		r->held = T_HELD;
	t_set(r, "share", t_shares[share]);
}

/* Whom the record was given to besides, as far as that stands: who is let in by an act
 * of its own stays when the share comes to mean more. */
static size_t
standing(const struct truth *t, int record, struct t_step steps[T_STEPS])
{
	const struct t_record *r = &t->records[record];
	size_t n = 0;
	int64_t until;

	for (int p = 0; p < (int)t->n_parties; p++)
		if (p != r->party && t->parties[p].casefile == r->casefile &&
		    t_has(t, p, -1, record, &until))
			steps[n++] = (struct t_step){ record, p, -1, true, until };
	for (int m = 0; m < (int)t->n_members; m++)
		if (t->members[m].casefile == r->casefile &&
		    t->members[m].party != r->party &&
		    t_has(t, t->members[m].party, m, record, &until))
			steps[n++] = (struct t_step){ record,
				t->members[m].party, m, true, until };
	return n;
}

void
tell_team(struct truth *t, int record, int by)
{
	struct t_step steps[T_STEPS];
	size_t n = standing(t, record, steps);

	tell_share(t, &t->records[record], T_TEAM, by);
	for (size_t i = 0; i < n; i++)
		t->steps[t->n_steps++] = steps[i];
}

enum { NO, PERHAPS, YES };

/* Was it received by somebody who has it by the share, or was given it? Where reading
 * is noted: if their page of it was shown, yes; if they could come upon it in a list,
 * perhaps. */
static int
received(const struct world *w, int record)
{
	const struct truth *t = &w->t;
	const struct t_record *r = &t->records[record];
	struct t_step steps[T_STEPS];
	bool perhaps = false;

	/* A place of one's own beyond what the share meant: it was given. */
	for (size_t n = standing(t, record, steps); n-- > 0;)
		if (steps[n].member >= 0 || steps[n].until ||
		    t_given(t, steps[n].party, record))
			return YES;
	for (int p = 0; p < (int)t->n_parties; p++) {
		if (p == r->party || t->parties[p].casefile != r->casefile ||
		    !t_means(t, p, record))
			continue;
		if (t_opened(t, p, record))
			return YES;
		perhaps = perhaps || (w->notes && r->saw[p]);
	}
	return perhaps ? PERHAPS : NO;
}

bool
acts_are_over(const struct world *w)
{
	return w->t.n_records >= T_RECORDS - 1 ||
		w->t.n_entries >= T_ENTRIES - 4 ||
		w->t.n_marks >= T_MARKS - 4 ||
		w->t.n_asks >= T_ASKS - T_PARTIES - T_MEMBERS;
}

void
acts_share(struct world *w, int member)
{
	int i = acts_own(w, member);
	enum t_share share = acts_some_share();
	struct err err;
	struct ask a;

	if (i < 0 || acts_are_over(w) || w->t.records[i].share == share ||
	    !acts_may_share(w, member) || !acts_have_room(w))
		return;
	struct t_record *r = &w->t.records[i], was = *r;

	/* Whom else it was given to, while it is privileged, is not known here. */
	if (t_closed(r) && share != T_TEAM)
		return;
	world_before(w, i);
	ask_init(&a, "set", t_kinds[r->kind].name, r->ref);
	ask_field(&a, "share", t_shares[share]);
	int refuses = share == T_TEAM ? (r->held || t_closed(r) ||
		acts_asks_first(r) ? YES : NO) : (int)received(w, i);
	bool ok = ask_do(w, member, &a, &err);

	if (refuses != PERHAPS && ok != (refuses == NO))
		world_fail(w, "%s", ok ? "it was not refused" : err.text);
	if (!ok) {
		assert_string_equal(err_word(err.code), "rule");
		desk_acted_clear(&a.acted);
		w->refused++;
		return;
	}
	if (share == T_TEAM)
		tell_team(&w->t, i, member);
	else
		tell_share(&w->t, r, share, member);
	tell_set(w, member, i, &was);
	acts_remember(w, member, &a, i, -1, &was);
}
