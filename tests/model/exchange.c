/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exchange.c - acts between the two cases: hits are exchanged once those who lead both
 * said so; whoever asks for a number leaves an inquiry, which those see who lead a
 * party that holds it; a yes is told to whoever asked, a no to nobody. */
#include "tests/support/test.h"

#include "tests/model/acts.h"
#include "tests/model/checks.h"

/* What one member alone knows of. */
static void
told_alone(struct world *w, int member)
{
	w->acts++;
	w->focus = -1;
	world_told(w, member);
}

/* Those read it who lead who signed; all others find at most that they can ask. */
static void
told_leaders(struct world *w, int casefile)
{
	struct truth *t = &w->t;

	w->acts++;
	w->focus = -1;
	for (int p = 0; p < (int)t->n_parties; p++)
		if (t->parties[p].casefile == casefile)
			world_perhaps(w, p, 0);
	for (int m = 0; m < (int)t->n_members; m++)
		if (t->members[m].casefile == casefile &&
		    strcmp(t->members[m].role, "leader") == 0 &&
		    t->parties[t->members[m].party].sort == T_SIGNATORY)
			world_told(w, m);
}

void
acts_exchange(struct world *w, int member)
{
	const struct t_member *m = &w->t.members[member];
	bool yes = chance(4) > 0;
	struct ask a;

	if (strcmp(m->role, "leader") != 0 ||
	    w->t.parties[m->party].sort != T_SIGNATORY)
		return;
	world_before(w, -1);
	ask_init(&a, "add", "exchange", NULL);
	ask_field(&a, "of", w->t.cases[m->casefile].code);
	ask_field(&a, "jit", w->t.cases[!m->casefile].code);
	ask_field(&a, "hits", yes ? "yes" : "no");
	ask_field(&a, "reason", "by letter");
	ask_must(w, member, &a);
	desk_acted_clear(&a.acted);
	w->t.cases[m->casefile].exchanges = yes;
	told_leaders(w, m->casefile);
}

/* Does the member ask that already? */
static bool
asks_already(const struct truth *t, int member, const char *number)
{
	for (size_t i = 0; i < t->n_inquiries; i++)
		if (t->inquiries[i].member == member &&
		    strcmp(t->inquiries[i].number, number) == 0)
			return true;
	return false;
}

enum { OPEN_MOST = 20 };	/* of one member: nobody trawls */

static size_t
n_of(const struct truth *t, int member)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n_inquiries; i++)
		n += t->inquiries[i].member == member;
	return n;
}

/* Ask for a number. */
static void
inquire(struct world *w, int member, const char *number)
{
	struct truth *t = &w->t;
	const struct t_member *m = &t->members[member];
	struct t_inquiry *q = &t->inquiries[t->n_inquiries];
	char name[T_NAME];
	struct desk_asking ask = { .what = "hit", .ident_type = "phone",
		.ident_value = number, .purpose = "for the search" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (t->n_inquiries == T_INQUIRIES)
		return;
	bool may = t->cases[m->casefile].exchanges &&
		t_rings(&t->parties[m->party]) &&
		!asks_already(t, member, number) && n_of(t, member) < OPEN_MOST;

	world_before(w, -1);
	snprintf(w->last, sizeof(w->last), "%s: ask other cases for %s", m->ref,
		number);
	if (desk_ask(w->desks[member], &ask, &acted, &err) != may)
		world_fail(w, "%s", may ? err.text : "it was not refused");
	if (!may) {
		assert_string_equal(err_word(err.code), "rule");
		w->refused++;
		return;
	}
	*q = (struct t_inquiry){ .member = member };
	snprintf(q->number, sizeof(q->number), "%s", number);
	snprintf(name, sizeof(name), "%s/%s", t->cases[m->casefile].code,
		acted.ref);
	memcpy(q->name, name, sizeof(name));
	t->n_inquiries++;
	desk_acted_clear(&acted);
	told_alone(w, member);
}

/* For one that others may hold; or, now and then, for one after another, until it is
 * too much. */
void
acts_inquire(struct world *w, int member)
{
	const struct t_member *m = &w->t.members[member];
	bool trawls = chance(8) == 0 && w->t.cases[m->casefile].exchanges &&
		t_rings(&w->t.parties[m->party]);
	size_t times = trawls ? OPEN_MOST + 1 - n_of(&w->t, member) : 1;
	char number[20];

	for (size_t i = 0; i < times; i++) {
		snprintf(number, sizeof(number), trawls ? "+407210001%02u" :
			"+4072100000%u", trawls ? (unsigned)i : 1 + chance(3));
		inquire(w, member, number);
	}
}

/* --- Who is asked ------------------------------------------------------- */

static bool
holds(const struct truth *t, int party, const char *number)
{
	for (int i = 0; i < (int)t->n_records; i++)
		if (t->records[i].party == party && check_may_ring(t, i) &&
		    t_carries(t, i, number))
			return true;
	return false;
}

/* Is the member one of those who decide on it? */
static bool
decides(const struct truth *t, int member, const struct t_inquiry *q)
{
	const struct t_member *m = &t->members[member];
	const struct t_member *by = &t->members[q->member];

	return strcmp(m->role, "leader") == 0 && t_rings(&t->parties[m->party]) &&
		by->casefile != m->casefile && !by->left &&
		t_rings(&t->parties[by->party]) && t->cases[0].exchanges &&
		t->cases[1].exchanges && !q->answered[m->party] &&
		holds(t, m->party, q->number);
}

void
want_inquiries(const struct truth *t, int member, struct strbuf *out)
{
	for (size_t i = 0; i < t->n_inquiries; i++) {
		const struct t_inquiry *q = &t->inquiries[i];

		if (decides(t, member, q))
			strbuf_printf(out, "inquiry %s %s\n", q->name, q->number);
		for (int p = 0; p < (int)t->n_parties; p++)
			if (q->member == member && q->rang[p])
				strbuf_printf(out, "rings %s/%s %s\n",
					t->cases[t->parties[p].casefile].code,
					t->parties[p].code, q->number);
	}
}

/* What the member, or somebody else in their place, decides on first; or NULL. */
static struct t_inquiry *
some_inquiry(struct world *w, int *member)
{
	struct truth *t = &w->t;

	for (int tries = 0; tries < 20; tries++) {
		for (size_t i = 0; i < t->n_inquiries; i++)
			if (decides(t, *member, &t->inquiries[i]))
				return &t->inquiries[i];
		*member = world_member(w);
	}
	return NULL;
}

/* Those who decide say yes, within limits, or no. */
void
acts_decide(struct world *w, int member)
{
	static const char *const words[] = { "granted", "limited", "refused" };
	struct truth *t = &w->t;
	struct desk_answering answer = { .answer = words[chance(3)],
		.terms = "call first" };
	struct t_inquiry *q = some_inquiry(w, &member);
	int party = t->members[member].party;
	struct desk_acted acted;
	struct err err = ERR_INIT;

	/* Who is tied to a protected person is not known here. */
	if (!q || check_has_protected(t, t->members[member].casefile))
		return;
	w->actor = member;
	world_before(w, -1);
	answer.ref = q->name;
	snprintf(w->last, sizeof(w->last), "%s: answer %s %s",
		t->members[member].ref, q->name, answer.answer);
	if (!desk_answer(w->desks[member], &answer, &acted, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	desk_acted_clear(&acted);
	q->answered[party] = true;
	q->rang[party] = strcmp(answer.answer, "refused") != 0;
	told_alone(w, member);
	if (q->rang[party])
		world_told(w, q->member);
}
