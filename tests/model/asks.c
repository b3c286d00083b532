/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asks.c - acts of asking: what one party asks of another, and is answered, is between
 * the two; everybody else sleeps on. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

static void
between(struct world *w, const struct t_ask *ask)
{
	w->acts++;
	w->focus = -1;
	world_noted(w, ask->asked, ask->class);
	world_noted(w, ask->asker, ask->class);
}

/* The ask is about the record: they who see it know its name, in both parties. */
void
tell_about(struct truth *t, struct t_ask *ask, int record)
{
	struct t_record *r = &t->records[record];
	int *knows[] = { &r->asked[ask->asker], ask->one < 0 ?
		&r->asked[ask->asked] : &r->asked_one[ask->one] };

	ask->about = record;
	ask->class = t_class_whole(t, record);
	for (int i = 0; i < 2; i++)
		if (!*knows[i] || ask->class + 1 < *knows[i])
			*knows[i] = ask->class + 1;
}

/* Did the member's party ask that, and was not answered yet? */
static bool
is_open(const struct truth *t, int member, int record,
	const struct desk_asking *ask)
{
	for (size_t i = 0; i < t->n_asks; i++) {
		const struct t_ask *a = &t->asks[i];

		if (a->about == record && !a->answered &&
		    a->asker == t->members[member].party &&
		    strcmp(a->what, ask->what) == 0 &&
		    strcmp(a->use, ask->for_use ? ask->for_use : "") == 0 &&
		    (!ask->for_party || strcmp(ask->for_party,
			t->parties[a->for_party].code) == 0))
			return true;
	}
	return false;
}

/* What can be asked of a record, with a few of the words that say what for; of what is
 * to go on, to some other party of the case. Does a yes stay with it as a permission? */
static const struct {
	const char *what;
	const char *uses[5];
	uint32_t n_uses;
	bool permits;
} wishes[] = {
	{ "share", { NULL }, 1, false },
	{ "court", { NULL, "Bucharest", "Varna" }, 3, true },
	{ "onward", { NULL }, 1, true },
	{ "lift", { NULL, "H1", "H2", "H3", "grade" }, 5, true },
	{ "use", { "U2", "U3", "U4" }, 3, true },
};

static bool
is_permitting(const char *what)
{
	size_t i = 0;

	while (strcmp(wishes[i].what, what) != 0)
		i++;
	return wishes[i].permits;
}

enum { COURT = 1, LIFT = 3 };

static bool
is_kept_from_court(const struct t_record *r)
{
	return t_value(r, "handling") &&
		strcmp(t_value(r, "handling")->text, "H1") == 0;
}

static void
some_wish(const struct world *w, int member, int record, struct desk_asking *ask)
{
	bool court = is_kept_from_court(&w->t.records[record]) && chance(4);
	uint32_t i = court ? chance(3) ? COURT : LIFT :
		chance(ARRAY_SIZE(wishes));
	uint32_t party;

	ask->what = wishes[i].what;
	ask->for_use = wishes[i].uses[chance(wishes[i].n_uses)];
	if (strcmp(ask->what, "onward") != 0)
		return;
	do {
		party = chance((uint32_t)w->t.n_parties);
	} while (w->t.parties[party].casefile != w->t.members[member].casefile);
	/* Nothing is passed on to whoever asks: rather to the next. */
	while ((int)party == w->t.members[member].party ||
	    w->t.parties[party].casefile != w->t.members[member].casefile)
		party = (party + 1) % (uint32_t)w->t.n_parties;
	ask->for_party = w->t.parties[party].code;
}

/* The truth of it. */
static struct t_ask *
tell_wish(struct truth *t, int member, int record, const struct desk_asking *ask)
{
	struct t_ask *asked = tell_ask(t, member, t->records[record].party,
		ask->purpose);

	tell_about(t, asked, record);
	snprintf(asked->what, sizeof(asked->what), "%s", ask->what);
	snprintf(asked->use, sizeof(asked->use), "%s",
		ask->for_use ? ask->for_use : "");
	for (int p = 0; ask->for_party && p < (int)t->n_parties; p++)
		if (t->parties[p].casefile == asked->casefile &&
		    strcmp(t->parties[p].code, ask->for_party) == 0)
			asked->for_party = p;
	return asked;
}

/* A record of another party that the member sees; now and then rather one that may not
 * go to court. -1 for none. */
static int
some_of_others(const struct world *w, int member)
{
	bool picky = chance(2);
	int found = -1;

	for (int tries = 0; tries < 12; tries++) {
		int i = world_seen(w, member, (1u << T_LINK) - 1);

		if (i < 0 || w->t.records[i].party == w->t.members[member].party)
			continue;
		found = i;
		if (!picky || is_kept_from_court(&w->t.records[i]))
			break;
	}
	return found;
}

void
acts_ask(struct world *w, int member)
{
	struct desk_asking ask = { .purpose = "for the trial" };
	int i = some_of_others(w, member);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (i < 0 || !acts_have_room(w))
		return;
	struct t_record *r = &w->t.records[i];

	some_wish(w, member, i, &ask);
	world_before(w, -1);
	ask.ref = r->ref;
	snprintf(w->last, sizeof(w->last), "%s: ask %s for %s %s%s",
		w->t.members[member].ref, r->ref, ask.what,
		ask.for_use ? ask.for_use : "",
		ask.for_party ? ask.for_party : "");
	bool may = t_words(&w->t, member, i) && !is_open(&w->t, member, i, &ask);

	if (desk_ask(w->desks[member], &ask, &acted, &err) != may)
		world_fail(w, "%s", may ? err.text : "it was not refused");
	if (!may) {
		assert_string_equal(err_word(err.code), "rule");
		w->refused++;
		return;
	}
	struct t_ask *asked = tell_wish(&w->t, member, i, &ask);

	snprintf(asked->ref, sizeof(asked->ref), "%s", acted.ref);
	desk_acted_clear(&acted);
	between(w, asked);
}

struct t_ask *
tell_ask(struct truth *t, int member, int asked, const char *purpose)
{
	struct t_ask *a = &t->asks[t->n_asks++];

	assert_true(t->n_asks <= T_ASKS);
	*a = (struct t_ask){ .casefile = t->members[member].casefile,
		.asked = asked, .asker = t->members[member].party,
		.author = member, .one = -1, .about = -1, .told = -1,
		.for_party = -1 };
	snprintf(a->purpose, sizeof(a->purpose), "%s", purpose);
	return a;
}

/* Has the party what it was given, as its share says? */
static bool
has_given(const struct truth *t, int party, int record)
{
	const char *code = t->parties[party].code;
	bool given[T_MEMBERS + 1] = { false }, any = false;

	/* The last is for the party, the others for a member of it. */
	for (size_t i = 0; i < t->n_parts; i++) {
		const struct t_part *p = &t->parts[i];
		int who = T_MEMBERS;

		if (p->record != record || strcmp(p->kind, "share") != 0 ||
		    strcmp(t_part_text(p, "to"), code) != 0)
			continue;
		for (int m = 0; m < (int)t->n_members; m++)
			if (t->members[m].party == party && strcmp(
			    t->members[m].ref, t_part_text(p, "to_member")) == 0)
				who = m;
		if (strcmp(t_part_text(p, "action"), "given") != 0)
			memset(given + (who < T_MEMBERS ? who : 0), false,
				who < T_MEMBERS ? 1 : sizeof(given));
		else if (!*t_part_text(p, "until") ||
		    strtoll(t_part_text(p, "until"), NULL, 10) > t->now)
			given[who] = true;
	}
	for (int i = 0; i <= T_MEMBERS; i++)
		any = any || given[i];
	return any;
}

/* Once for all that is changed: the notice that is there says the latest. */
static struct t_ask *
notice(struct truth *t, int member, int record, int party)
{
	for (size_t i = 0; i < t->n_asks; i++)
		if (t->asks[i].told == record && t->asks[i].asked == party &&
		    t->asks[i].asker == t->members[member].party)
			return &t->asks[i];

	struct t_ask *a = tell_ask(t, member, party, "");

	a->told = record;
	a->of = t->n_members;
	return a;
}

void
tell_corrected(struct world *w, int member, int record)
{
	struct truth *t = &w->t;

	for (int p = 0; p < (int)t->n_parties; p++) {
		if (p == t->members[member].party ||
		    t->parties[p].casefile != t->records[record].casefile ||
		    !has_given(t, p, record))
			continue;
		struct t_ask *a = notice(t, member, record, p);

		for (int m = 0; m < (int)t->n_members; m++)
			a->to[m] = a->to[m] || (t->members[m].party == p &&
				t_sees(t, m, record));
	}
}

/* The oldest that the member's party has not answered. */
static struct t_ask *
pending(struct truth *t, int member)
{
	for (size_t i = 0; i < t->n_asks; i++)
		if (t->asks[i].asked == t->members[member].party &&
		    *t->asks[i].ref && !t->asks[i].answered)
			return &t->asks[i];
	return NULL;
}

/* A yes stays with the record, as a permission for that one use. */
static void
tell_permission(struct world *w, int member, const struct t_ask *asked,
	const char *terms)
{
	struct truth *t = &w->t;
	struct t_part *p = &t->parts[t->n_parts];
	char text[T_TEXT];

	*p = (struct t_part){ .record = asked->about, .maker = member,
		.party = asked->asked, .kind = "permission",
		.created = w->now };
	acts_name_part(w, asked->about, p->kind, NULL, p->ref);
	put_part_value(p, "what", asked->what);
	put_part_value(p, "to_party", t->parties[asked->for_party >= 0 ?
		asked->for_party : asked->asker].code);
	if (*asked->use)
		put_part_value(p, "for_use", asked->use);
	snprintf(text, sizeof(text), "%s, %s", t->members[member].person ?
		"Somebody" : "Ana Pop", t->parties[p->party].code);
	put_part_value(p, "by", text);
	t_today(t, text);
	put_part_value(p, "on", text);
	put_part_value(p, "doc_no", asked->ref);
	if (terms)
		put_part_value(p, "terms", terms);

	struct t_entry *e = tell_entry(w, member, "add", asked->about,
		(int)t->n_parts++);

	for (size_t k = 0; k < p->n; k++)
		e->changes[e->n++] = (struct t_change){ .was = { .record = -1,
			.member = -1 }, .is = p->values[k] };
}

/* What was permitted may be used at once, by whom and for what it was. */
static void
use_permission(struct world *w, const struct t_ask *asked)
{
	int other = world_member(w);

	if (!w->t.members[asked->author].left)
		checks_court(w, asked->author, asked->about);
	if (w->t.members[other].casefile == asked->casefile)
		checks_court(w, other, asked->about);
}

/* One who has something to answer, and may: the member, or somebody else. */
static int
some_answerer(struct world *w, int member)
{
	for (int tries = 0; tries < 20; tries++) {
		if (acts_may_disclose(w, member) && pending(&w->t, member))
			return member;
		member = world_member(w);
	}
	return -1;
}

void
acts_answer(struct world *w, int member)
{
	int by = some_answerer(w, member);
	struct t_ask *asked = by < 0 ? NULL : pending(&w->t, by);
	struct desk_answering answer = { .answer = "refused",
		.terms = "not before the trial" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!asked || !acts_have_room(w))
		return;
	w->actor = member = by;
	bool grants = chance(3) > 0 && t_sees(&w->t, member, asked->about);
	bool permits = grants && is_permitting(asked->what);

	if (grants)
		answer.answer = chance(2) ? "granted" : "limited";
	/* What a third state says in words is not taken. */
	if (w->t.parties[asked->asked].sort == T_THIRD) {
		answer.terms = NULL;
		answer.answer = grants ? "granted" : "refused";
	}
	world_before(w, permits ? asked->about : -1);
	answer.ref = asked->ref;
	snprintf(w->last, sizeof(w->last), "%s: answer %s %s",
		w->t.members[member].ref, asked->ref, answer.answer);
	if (!desk_answer(w->desks[member], &answer, &acted, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	desk_acted_clear(&acted);
	snprintf(asked->answer, sizeof(asked->answer), "%s", answer.answer);
	asked->answered = true;
	between(w, asked);
	if (!permits)
		return;
	tell_permission(w, member, asked, answer.terms);
	w->acts--;
	world_after(w, asked->casefile, asked->about);
	use_permission(w, asked);
}
