/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asks.c - acts of asking: what one party asks of another, and is answered, is between
 * the two; everybody else sleeps on. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

static void
between(struct world *w, int one, int other)
{
	w->acts++;
	w->focus = -1;
	world_noted(w, one);
	world_noted(w, other);
}

void
acts_ask(struct world *w, int member)
{
	struct desk_asking ask = { .what = "court", .purpose = "for the trial" };
	int i = world_seen(w, member, (1u << T_LINK) - 1);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (i < 0 || w->t.records[i].party == w->t.members[member].party ||
	    w->t.n_asks == T_ASKS)
		return;
	struct t_record *r = &w->t.records[i];

	world_before(w, -1);
	ask.ref = r->ref;
	snprintf(w->last, sizeof(w->last), "%s: ask %s",
		w->t.members[member].ref, r->ref);
	if (!desk_ask(w->desks[member], &ask, &acted, &err)) {
		assert_string_equal(err_word(err.code), "rule");
		w->refused++;
		return;
	}
	struct t_ask *asked = tell_ask(&w->t, member, r->party, ask.purpose);

	snprintf(asked->ref, sizeof(asked->ref), "%s", acted.ref);
	desk_acted_clear(&acted);
	/* They know its name, in both. */
	r->asked[asked->asked] = r->asked[asked->asker] = true;
	between(w, asked->asked, asked->asker);
}

struct t_ask *
tell_ask(struct truth *t, int member, int asked, const char *purpose)
{
	struct t_ask *a = &t->asks[t->n_asks++];

	assert_true(t->n_asks <= T_ASKS);
	*a = (struct t_ask){ .casefile = t->members[member].casefile,
		.asked = asked, .asker = t->members[member].party,
		.author = member };
	snprintf(a->purpose, sizeof(a->purpose), "%s", purpose);
	return a;
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

void
acts_answer(struct world *w, int member)
{
	struct t_ask *asked = pending(&w->t, member);
	struct desk_answering answer = { .answer = "refused",
		.terms = "not before the trial" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!asked || !acts_may_disclose(w, member))
		return;
	world_before(w, -1);
	answer.ref = asked->ref;
	snprintf(w->last, sizeof(w->last), "%s: answer %s",
		w->t.members[member].ref, asked->ref);
	if (!desk_answer(w->desks[member], &answer, &acted, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	desk_acted_clear(&acted);
	asked->answered = true;
	between(w, asked->asked, asked->asker);
}
