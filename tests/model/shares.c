/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shares.c - acts of sharing: a record is given to a party or a member, for good or for
 * a time, and taken back. */
#include "tests/support/test.h"

#include "tests/model/acts.h"
#include "tests/model/checks.h"

enum { DAY = 24 * 60 * 60 * 1000 };

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
	int other = world_member(w);
	int party = chance(3) == 0 ? t->members[other].party :
		(int)chance((uint32_t)t->n_parties);

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

/* Why the member shares it or takes it back; a third state says nothing to others. */
static const char *
reason_of(const struct world *w, int member)
{
	return w->t.parties[w->t.members[member].party].sort == T_THIRD ? NULL :
		"for the search";
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

void
tell_step(struct world *w, int member, int i, const struct whom *whom,
	const char *action, int64_t until)
{
	struct truth *t = &w->t;
	struct t_part *p = &t->parts[t->n_parts];
	struct t_record *r = &t->records[i];
	char text[40];

	t->steps[t->n_steps++] = (struct t_step){ i, whom->party, whom->member,
		strcmp(action, "given") == 0 || strcmp(action, "left") == 0,
		until };
	acts_share_part(w, member, i, action,
		t->parties[whom->party].code);
	put_part_value(p, "to", t->parties[whom->party].code);
	if (whom->member >= 0)
		put_part_value(p, "to_member", t->members[whom->member].ref);
	if (until) {
		snprintf(text, sizeof(text), "%lld", (long long)until);
		put_part_value(p, "until", text);
	}
	if (reason_of(w, member) && strcmp(action, "left") != 0)
		put_part_value(p, "reason", reason_of(w, member));
	if (t->parties[whom->party].sort == T_THIRD && *action == 'g') {
		put_part_value(p, "basis", "adequacy");
		put_part_value(p, "controller", t->members[member].ref);
	}

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
		w->t.n_entries < T_ENTRIES - 4 &&
		w->t.n_asks < T_ASKS - T_PARTIES - T_MEMBERS;
}

/* Has the whom a place among those who have it that a share could not better? */
static bool
has_already(const struct truth *t, const struct whom *whom, int record)
{
	int64_t until;

	return t_has(t, whom->party, -1, record, &until) ? true :
		t_has(t, whom->party, whom->member, record, &until);
}

/* Ask that the record be given: done, unless something hinders it. */
static bool
is_given(struct world *w, int member, int record, struct desk_sharing *ask,
	const char *hinders)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	/* What H3 says is accepted the second time. */
	if (acts_asks_first(&w->t.records[record])) {
		if (desk_share(w->desks[member], ask, &acted, &err))
			world_fail(w, "it was given without its text being read");
		assert_string_equal(err_word(err.code), "rule");
		err = (struct err)ERR_INIT;
		ask->acknowledged = true;
	}
	if (desk_share(w->desks[member], ask, &acted, &err) != !hinders)
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	if (hinders) {
		assert_string_equal(err_word(err.code), hinders);
		w->refused++;
		return false;
	}
	desk_acted_clear(&acted);
	return true;
}

void
acts_give(struct world *w, int member)
{
	int i = acts_own(w, member);
	struct desk_text who;
	struct desk_sharing ask = { .reason = reason_of(w, member), .who = &who,
		.n_who = 1, .basis = "adequacy",
		.controller = w->t.members[member].ref };
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
	if (!is_given(w, member, i, &ask, hinders))
		return;
	tell_step(w, member, i, &whom, "given", until);
	world_after(w, w->t.records[i].casefile, i);
}

/* The record is given to the team until the day is over: to each party of it that has no
 * place among those who have it. */
void
acts_give_team(struct world *w, int member)
{
	struct truth *t = &w->t;
	struct desk_text who = { (char *)(uintptr_t)"team" };
	struct desk_sharing ask = { .reason = reason_of(w, member), .who = &who,
		.n_who = 1, .until = "today" };
	struct whom lack[T_PARTIES];
	int i = acts_own(w, member), n = 0;

	if (i < 0 || !acts_have_room(w) || t->n_parts >= T_PARTS - T_PARTIES ||
	    t->n_entries >= T_ENTRIES - T_PARTIES || !acts_may_share(w, member))
		return;
	for (int p = (int)t->n_parties; p-- > 0;) {
		lack[n] = (struct whom){ .party = p, .member = -1 };
		n += t->parties[p].sort == T_SIGNATORY && t->parties[p].casefile ==
			t->records[i].casefile && !has_already(t, &lack[n], i);
	}
	ask.ref = t->records[i].ref;
	snprintf(w->last, sizeof(w->last), "%s: share %s team until today",
		t->members[member].ref, ask.ref);
	world_before(w, i);
	if (!is_given(w, member, i, &ask, n ? hindrance(w, member, i, &lack[0]) :
	    "rule"))
		return;
	for (int k = 0; k < n; k++)
		tell_step(w, member, i, &lack[k], "given", (w->now / DAY + 1) * DAY);
	world_after(w, t->records[i].casefile, i);
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

/* Who of a party had it: all of it, or those who did by name; and did they see it? */
struct had {
	int party;
	bool whole, sees;
	bool one[T_MEMBERS], one_sees[T_MEMBERS];
};

/* The party, or (not -1) that member of it: nobody, if they still have it as one of
 * their party. */
static struct had
who_had(const struct truth *t, int party, int member, int record)
{
	bool stays = member >= 0 && t_means(t, party, record);
	struct had h = { .party = party, .sees = is_seen_by(t, party, record),
		.whole = member < 0 && t_means(t, party, record) };
	int64_t until;

	for (int m = 0; m < (int)t->n_members; m++) {
		h.one[m] = !h.whole && !stays && t->members[m].party == party &&
			(m == member || (member < 0 &&
			 t_has(t, party, m, record, &until)));
		h.one_sees[m] = t_reaches(t, m, record);
	}
	return h;
}

/* The party, or one of it, is asked to return it, if they saw it: now, or what an end
 * of a link keeps from them now, and then they may have been shown it. Of both parties
 * those know who are cleared for it; of one, that one alone. */
static void
tell_asked(struct world *w, int member, int i, int party, int one, bool sees)
{
	struct t_record *r = &w->t.records[i];
	int own = w->t.members[member].party;
	char text[T_TEXT];

	if (w->t.parties[party].sort == T_RECIPIENT ||
	    (one >= 0 && w->t.members[one].left) ||
	    (!sees && !(w->notes && r->saw[party])))
		return;
	const char *why = reason_of(w, member);

	snprintf(text, sizeof(text), "%s%s%s", r->ref, why ? ": " : "",
		why ? why : "");
	struct t_ask *ask = tell_ask(&w->t, member, party, text);

	ask->one = one;
	tell_about(&w->t, ask, i);
	ask->returns = true;
	if (sees || (one < 0 ? t_opened(&w->t, party, i) :
	    w->t.looks[i][one].opened != 0)) {
		world_noted(w, own, ask->class);
		if (one < 0)
			world_noted(w, party, ask->class);
		else if (w->t.members[one].clearance >= ask->class)
			world_told(w, one);
	} else {
		w->t.unsure[party] = true;
		world_perhaps(w, party, ask->class);
		world_perhaps(w, own, ask->class);
	}
}

/* Somebody whom a record of the member's party was given to at some time, but for the
 * party itself. */
static bool
some_given(const struct world *w, int member, int *record, struct whom *whom)
{
	const struct truth *t = &w->t;

	for (int tries = 0; t->n_steps > 0 && tries < 10; tries++) {
		const struct t_step *s =
			&t->steps[chance((uint32_t)t->n_steps)];

		if (!s->gives || t->records[s->record].party !=
		    t->members[member].party || !t_sees(t, member, s->record) ||
		    (s->member < 0 && s->party == t->members[member].party))
			continue;
		*record = s->record;
		*whom = (struct whom){ .party = s->party, .member = s->member,
			.ref = s->member < 0 ? t->parties[s->party].code :
				t->members[s->member].ref };
		return true;
	}
	return false;
}

static void
tell_all_asked(struct world *w, int member, int i, const struct had *h)
{
	if (h->whole)
		tell_asked(w, member, i, h->party, -1, h->sees);
	for (int m = 0; m < (int)w->t.n_members; m++)
		if (h->one[m])
			tell_asked(w, member, i, h->party, m, h->one_sees[m]);
}

void
acts_take(struct world *w, int member)
{
	int i = acts_own(w, member);
	struct desk_text who;
	struct desk_sharing ask = { .reason = reason_of(w, member), .who = &who,
		.n_who = 1 };
	struct desk_unshared unshared;
	struct err err = ERR_INIT;
	struct whom whom;
	int64_t until;

	if (i < 0 || !acts_have_room(w) || !acts_may_share(w, member) ||
	    !(chance(2) ? some_given(w, member, &i, &whom) :
	      some_whom(w, member, &whom)) ||
	    (whom.member >= 0 &&
	     t_has(&w->t, whom.party, -1, i, &until)) ||
	    !t_has(&w->t, whom.party, whom.member, i, &until))
		return;
	world_before(w, i);
	w->gets = whom.party;
	struct had had = who_had(&w->t, whom.party, whom.member, i);

	who.text = (char *)(uintptr_t)whom.ref;
	ask.ref = w->t.records[i].ref;
	snprintf(w->last, sizeof(w->last), "%s: unshare %s %s",
		w->t.members[member].ref, ask.ref, whom.ref);
	bool none = whom.member == member || (whom.member >= 0 &&
		w->t.members[whom.member].left);

	if (desk_unshare(w->desks[member], &ask, &unshared, &err) == none)
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	if (none) {
		assert_string_equal(err_word(err.code), "rule");
		w->refused++;
		return;
	}
	check_receipts(w, i, whom.party, &unshared);
	desk_unshared_clear(&unshared);
	tell_step(w, member, i, &whom, "withdrawn", 0);
	world_after(w, w->t.records[i].casefile, i);
	tell_all_asked(w, member, i, &had);
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
	struct desk_sharing ask = { .reason = reason_of(w, member), .who = &who,
		.n_who = 1 };
	bool has[T_PARTIES] = { false }, any = false;
	struct had had[T_PARTIES];
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
		had[p] = who_had(t, p, -1, i);
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
			tell_all_asked(w, member, i, &had[p]);
}
