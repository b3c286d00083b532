/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leaves.c - somebody leaves: what they did stays theirs, and what of their party's they
 * alone saw goes to who comes after, of whom nobody else is told. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

/* What goes to whom. */
struct left {
	int record, heir;
};

static bool
leads(const struct world *w, int member)
{
	return strcmp(w->t.members[member].role, "leader") == 0;
}

/* Do they see it, and nobody else of their party? */
static bool
is_alone(const struct truth *t, int who, int record)
{
	int party = t->members[who].party;

	if (!t_lists(t, who, record))
		return false;
	for (int m = 0; m < (int)t->n_members; m++)
		if (m != who && t->members[m].party == party &&
		    t_sees(t, m, record))
			return false;
	return true;
}

/* The successor (-1: nobody is named) if they are cleared for it; else whoever led the
 * party first; else the first of its judicial members. */
static int
heir_to(const struct truth *t, int who, int successor, int class)
{
	static const char *const roles[] = { "leader", "judicial" };

	if (successor >= 0 && t->members[successor].clearance >= class)
		return successor;
	for (int i = 0; i < 2; i++)
		for (int m = 0; m < (int)t->n_members; m++)
			if (m != who && !t->members[m].left &&
			    t->members[m].party == t->members[who].party &&
			    t->members[m].clearance >= class &&
			    strcmp(t->members[m].role, roles[i]) == 0)
				return m;
	return -1;
}

static size_t
find_left(const struct truth *t, int who, int successor, struct left left[T_RECORDS])
{
	size_t n = 0;

	for (int i = 0; i < (int)t->n_records; i++) {
		bool own = t->records[i].party == t->members[who].party;
		int heir = own && is_alone(t, who, i) ? heir_to(t, who, successor,
			t_class_whole(t, i)) : -1;

		if (heir >= 0)
			left[n++] = (struct left){ i, heir };
	}
	return n;
}

/* Will each heir see what is left to them? A privilege may be in the way, or an end of
 * a link: then nobody could tell here how the share is called. */
static bool
is_told(struct truth *t, int who, const struct left *left, size_t n)
{
	size_t steps = t->n_steps;
	bool told = n < T_STEPS - steps;

	for (size_t i = 0; told && i < n; i++)
		t->steps[t->n_steps++] = (struct t_step){ left[i].record,
			t->members[who].party, left[i].heir, true, 0 };
	for (size_t i = 0; told && i < n; i++)
		told = t_sees(t, left[i].heir, left[i].record);
	t->n_steps = steps;
	return told;
}

/* What is open and theirs to do becomes the heir's. */
static void
tell_task(struct world *w, int member, int who, const struct left *left)
{
	struct t_record *r = &w->t.records[left->record];
	const struct t_record was = *r;

	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->values[i].field, "assignee") == 0 &&
		    r->values[i].member == who && t_open(r)) {
			r->values[i].member = left->heir;
			tell_set(w, member, left->record, &was);
		}
}

static void
tell_left(struct world *w, int member, int who, const struct left *left, size_t n)
{
	w->t.members[who].left = true;
	for (size_t i = 0; i < n; i++) {
		const struct whom whom = { w->t.members[who].party, left[i].heir,
			w->t.members[left[i].heir].ref };

		tell_step(w, member, left[i].record, &whom, "left", 0);
		tell_task(w, member, who, &left[i]);
	}
}

/* Who of the member's party may leave, and sees most alone, of whichever party; or
 * -1. */
static int
some_leaver(const struct world *w, int member)
{
	const struct truth *t = &w->t;
	int best = -1, most = -1;

	for (int m = 0; m < (int)t->n_members; m++) {
		int alone = 0;

		if (t->members[m].left || leads(w, m) || t_releases(t, m) ||
		    t->members[m].party != t->members[member].party)
			continue;
		for (int i = 0; i < (int)t->n_records; i++)
			alone += is_alone(t, m, i);
		if (alone > most) {
			most = alone;
			best = m;
		}
	}
	return best;
}

/* Of the leaving member's party, as long as they are there; or -1. */
static int
some_successor(const struct world *w, int who)
{
	int m = world_member(w);

	return m != who && w->t.members[m].party == w->t.members[who].party ? m : -1;
}

void
acts_leave(struct world *w, int member)
{
	static struct left left[T_RECORDS];
	int who = leads(w, member) ? some_leaver(w, member) : -1;

	if (who < 0)
		return;
	int next = some_successor(w, who);
	struct desk_leave ask = { .member = w->t.members[who].ref,
		.successor = next < 0 ? NULL : w->t.members[next].ref };
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;
	size_t n = find_left(&w->t, who, next, left);

	if (w->t.n_parts + n > T_PARTS || w->t.n_entries + 2 * n > T_ENTRIES - 4 ||
	    !is_told(&w->t, who, left, n))
		return;
	snprintf(w->last, sizeof(w->last), "%s leaves, %s comes after", ask.member,
		ask.successor ? ask.successor : "nobody");
	world_before(w, -1);
	if (!desk_leave(w->desks[member], &ask, &acted, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	/* A notice would tell of what went on. */
	assert_int_equal(acted.n_notices, 0);
	desk_acted_clear(&acted);
	tell_left(w, member, who, left, n);
	world_after(w, w->t.members[who].casefile, -1);
}
