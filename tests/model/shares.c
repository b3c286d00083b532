/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shares.c - acts of sharing: a record is given to a party or a member, for good or for
 * a time, and taken back. */
#include "tests/support/test.h"

#include "tests/model/acts.h"
#include "tests/model/checks.h"

enum { DAY = 24 * 60 * 60 * 1000 };

/* With whom, and in which words. */
struct whom {
	int party, member;	/* member -1: the party */
	const char *ref;
};

bool
acts_may_share(const struct world *w, int member)
{
	const char *role = w->t.members[member].role;

	return strcmp(role, "police") == 0 || acts_may_disclose(w, member);
}

bool
acts_may_disclose(const struct world *w, int member)
{
	const char *role = w->t.members[member].role;

	return strcmp(role, "leader") == 0 || strcmp(role, "judicial") == 0;
}

/* Some other party of the case, or a member of it who is there. */
static bool
some_whom(const struct world *w, int member, struct whom *whom)
{
	const struct truth *t = &w->t;
	int party = (int)chance((uint32_t)t->n_parties);
	int other = world_member(w);

	if (t->parties[party].casefile != t->members[member].casefile ||
	    party == t->members[member].party)
		return false;
	*whom = (struct whom){ .party = party, .member = -1,
		.ref = t->parties[party].code };
	if (t->members[other].party == party) {
		whom->member = other;
		whom->ref = t->members[other].ref;
	}
	return true;
}

/* What hinders the member from giving it to them: the word of the refusal, or NULL. */
static const char *
hindrance(const struct world *w, int member, int record, const struct whom *whom)
{
	enum t_sort sort = w->t.parties[whom->party].sort;

	if (w->t.records[record].held || t_closed(&w->t.records[record]) ||
	    sort == T_TASKLESS)
		return "rule";
	return sort == T_THIRD && !acts_may_disclose(w, member) ? "denied" : NULL;
}

bool
acts_asks_first(const struct t_record *r)
{
	return t_value(r, "handling") &&
		strcmp(t_value(r, "handling")->text, "H3") == 0;
}

/* The one that was added last, as the record's own party is told: those that the
 * program adds by itself count too. */
void
acts_name_part(struct world *w, int record, const char *kind, const char *to,
	char ref[T_NAME])
{
	struct desk_item item;
	struct err err = ERR_INIT;
	int member = 0;

	while (!t_sees(&w->t, member, record) ||
	       w->t.members[member].party != w->t.records[record].party)
		member++;
	assert_ok(desk_get(w->desks[member], 0, w->t.records[record].ref, &item,
		&err), err);
	world_opened(w, member, record);
	for (size_t i = 0; i < item.n_parts; i++) {
		const struct record *r = &item.parts[i].record;
		const char *of;

		if (strcmp(r->kind->name, kind) != 0)
			continue;
		of = to ? record_text(r, kind_index(r->kind, "to")) : NULL;
		if (!to || (of && strcmp(of, to) == 0))
			snprintf(ref, T_NAME, "%s", record_text(r, HEADER_REF));
	}
	desk_item_clear(&item);
}

/* The next part of the truth, not yet one: who did what with the record's share. */
void
acts_share_part(struct world *w, int member, int i, const char *action,
	const char *to)
{
	struct truth *t = &w->t;
	struct t_part *p = &t->parts[t->n_parts];

	*p = (struct t_part){ .record = i, .maker = member,
		.party = t->members[member].party, .kind = "share",
		.created = w->now };
	acts_name_part(w, i, p->kind, to, p->ref);
	put_part_value(p, "action", action);
}

/* The part that says so: everybody who sees the record sees to whom it went. */
static void
tell_step(struct world *w, int member, int i, const struct whom *whom,
	const char *action, int64_t until)
{
	struct truth *t = &w->t;
	struct t_part *p = &t->parts[t->n_parts];
	struct t_record *r = &t->records[i];
	char text[40];

	acts_share_part(w, member, i, action,
		t->parties[whom->party].code);
	put_part_value(p, "to", t->parties[whom->party].code);
	if (whom->member >= 0)
		put_part_value(p, "to_member", t->members[whom->member].ref);
	if (until) {
		snprintf(text, sizeof(text), "%lld", (long long)until);
		put_part_value(p, "until", text);
	}
	put_part_value(p, "reason", "for the search");
	if (t->parties[whom->party].sort == T_THIRD && *action == 'g') {
		put_part_value(p, "basis", "adequacy");
		put_part_value(p, "controller", t->members[member].ref);
	}
	t->steps[t->n_steps++] = (struct t_step){ i, whom->party, whom->member,
		strcmp(action, "given") == 0, until };

	/* Who has it is said of the record too. */
	r->version++;
	r->limited = r->limited || until;

	struct t_entry *e = tell_entry(w, member, "add", i, (int)t->n_parts++);

	for (size_t k = 0; k < p->n; k++)
		e->changes[e->n++] = (struct t_change){ .was = { .record = -1,
			.member = -1 }, .is = p->values[k] };
}

bool
acts_have_room(const struct world *w)
{
	return w->t.n_parts < T_PARTS && w->t.n_steps < T_STEPS - T_MEMBERS - T_PARTIES &&
		w->t.n_entries < T_ENTRIES - 4 && w->t.n_asks < T_ASKS - 2 * T_PARTIES;
}

/* Has the whom a place among those who have it that a share could not better? */
static bool
has_already(const struct truth *t, const struct whom *whom, int record)
{
	int64_t until;

	return t_has(t, whom->party, -1, record, &until) ? true :
		t_has(t, whom->party, whom->member, record, &until);
}

void
acts_give(struct world *w, int member)
{
	int i = acts_own(w, member);
	struct desk_text who;
	struct desk_sharing ask = { .reason = "for the search", .who = &who,
		.n_who = 1, .basis = "adequacy",
		.controller = w->t.members[member].ref };
	struct desk_acted acted;
	struct err err = ERR_INIT;
	struct whom whom;
	int64_t until = 0;

	if (i < 0 || !acts_have_room(w) || !acts_may_share(w, member) ||
	    !some_whom(w, member, &whom) || has_already(&w->t, &whom, i))
		return;
	const char *hinders = hindrance(w, member, i, &whom);
	bool third = w->t.parties[whom.party].sort == T_THIRD;

	if (!third)
		ask.basis = ask.controller = NULL;
	world_before(w, i);
	w->gets = whom.party;
	if (chance(3) == 0) {
		ask.until = "today";
		until = (w->now / DAY + 1) * DAY;
	}
	who.text = (char *)(uintptr_t)whom.ref;
	ask.ref = w->t.records[i].ref;
	snprintf(w->last, sizeof(w->last), "%s: share %s %s until %s",
		w->t.members[member].ref, ask.ref, whom.ref,
		ask.until ? ask.until : "-");
	/* What H3 says is accepted the second time. */
	if (acts_asks_first(&w->t.records[i])) {
		if (desk_share(w->desks[member], &ask, &acted, &err))
			world_fail(w, "it was given without its text being read");
		assert_string_equal(err_word(err.code), "rule");
		err = (struct err)ERR_INIT;
		ask.acknowledged = true;
	}
	if (desk_share(w->desks[member], &ask, &acted, &err) != !hinders)
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	if (hinders) {
		assert_string_equal(err_word(err.code), hinders);
		w->refused++;
		return;
	}
	desk_acted_clear(&acted);
	tell_step(w, member, i, &whom, "given", until);
	world_after(w, w->t.records[i].casefile, i);
}

/* Would anybody of the party see it, who is cleared for everything? Who speaks for a
 * party is. */
static bool
is_seen_by(const struct truth *t, int party, int record)
{
	for (int m = 0; m < (int)t->n_members; m++)
		if (t->members[m].party == party && t_reaches(t, m, record))
			return true;
	return false;
}

/* The party is asked to return it, if it saw it: now, or what an end of a link keeps
 * from it now, and then it may have been shown it. Of both those know who are cleared
 * for it. */
static void
tell_asked(struct world *w, int member, int i, int party, bool sees)
{
	struct t_record *r = &w->t.records[i];
	int own = w->t.members[member].party;
	char text[T_TEXT];

	if (w->t.parties[party].sort == T_RECIPIENT ||
	    (!sees && !(w->notes && r->saw[party])))
		return;
	snprintf(text, sizeof(text), "%s: for the search", r->ref);
	struct t_ask *ask = tell_ask(&w->t, member, party, text);

	tell_about(&w->t, ask, i);
	ask->returns = true;
	if (sees || t_opened(&w->t, party, i)) {
		world_noted(w, party, ask->class);
		world_noted(w, own, ask->class);
	} else {
		w->t.unsure[party] = true;
		world_perhaps(w, party, ask->class);
		world_perhaps(w, own, ask->class);
	}
}

void
acts_take(struct world *w, int member)
{
	int i = acts_own(w, member);
	struct desk_text who;
	struct desk_sharing ask = { .reason = "for the search", .who = &who,
		.n_who = 1 };
	struct desk_unshared unshared;
	struct err err = ERR_INIT;
	struct whom whom;
	int64_t until;

	if (i < 0 || !acts_have_room(w) || !acts_may_share(w, member) ||
	    !some_whom(w, member, &whom) ||
	    (whom.member >= 0 &&
	     t_has(&w->t, whom.party, -1, i, &until)) ||
	    !t_has(&w->t, whom.party, whom.member, i, &until))
		return;
	world_before(w, i);
	w->gets = whom.party;
	bool sees = is_seen_by(&w->t, whom.party, i);

	who.text = (char *)(uintptr_t)whom.ref;
	ask.ref = w->t.records[i].ref;
	snprintf(w->last, sizeof(w->last), "%s: unshare %s %s",
		w->t.members[member].ref, ask.ref, whom.ref);
	if (!desk_unshare(w->desks[member], &ask, &unshared, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	check_receipts(w, i, whom.party, &unshared);
	desk_unshared_clear(&unshared);
	tell_step(w, member, i, &whom, "withdrawn", 0);
	world_after(w, w->t.records[i].casefile, i);
	tell_asked(w, member, i, whom.party, sees);
}

/* --- From all of them --------------------------------------------------- */

/* Has the party it, or anybody of it? */
static bool
has_it(const struct truth *t, int party, int record)
{
	int64_t until;
	bool has = t_means(t, party, record);

	for (int m = 0; m < (int)t->n_members; m++)
		has = has || (t->members[m].party == party &&
			t_has(t, party, m, record, &until));
	return has;
}

/* It is the party's own from then on, for whoever joins the team too. */
static void
tell_kept(struct world *w, int member, int i)
{
	struct t_record *r = &w->t.records[i], was = *r;

	if (r->share != T_TEAM)
		return;
	tell_share(&w->t, r, T_OWN, member);
	r->version++;
	r->changed = w->now;
	r->changed_by = member;
	tell_changes(tell_entry(w, member, "set", i, -1), &was, r);
}

/* The record is taken back from everybody but its own party, in one act. */
void
acts_take_all(struct world *w, int member)
{
	struct truth *t = &w->t;
	struct desk_text who = { (char *)(uintptr_t)"team" };
	struct desk_sharing ask = { .reason = "for the search", .who = &who,
		.n_who = 1 };
	bool has[T_PARTIES] = { false }, sees[T_PARTIES] = { false }, any = false;
	struct desk_unshared unshared;
	struct err err = ERR_INIT;
	int i = acts_own(w, member);

	if (i < 0 || !acts_have_room(w) || t->n_parts >= T_PARTS - T_PARTIES ||
	    !acts_may_share(w, member) || t_closed(&t->records[i]))
		return;
	world_before(w, i);
	for (int p = 0; p < (int)t->n_parties; p++) {
		has[p] = p != t->records[i].party && t->parties[p].casefile ==
			t->records[i].casefile && has_it(t, p, i);
		sees[p] = has[p] && is_seen_by(t, p, i);
		any = any || has[p];
	}
	ask.ref = t->records[i].ref;
	snprintf(w->last, sizeof(w->last), "%s: unshare %s team",
		t->members[member].ref, ask.ref);
	if (desk_unshare(w->desks[member], &ask, &unshared, &err) != any)
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	if (!any) {
		assert_string_equal(err_word(err.code), "rule");
		w->refused++;
		return;
	}
	for (int p = 0; p < (int)t->n_parties; p++)
		if (has[p])
			check_receipts(w, i, p, &unshared);
	desk_unshared_clear(&unshared);
	for (int p = (int)t->n_parties; p-- > 0;)
		if (has[p])
			tell_step(w, member, i, &(struct whom){ .party = p,
				.member = -1 }, "withdrawn", 0);
	tell_kept(w, member, i);
	world_after(w, t->records[i].casefile, i);
	for (int p = 0; p < (int)t->n_parties; p++)
		if (has[p])
			tell_asked(w, member, i, p, sees[p]);
}
