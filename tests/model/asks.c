/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asks.c - acts of asking: what one party asks of another, and is answered, is between
 * the two; everybody else sleeps on. */
#include "tests/support/test.h"

#include "tests/model/acts.h"

/* The last ask that is not answered. */
static struct {
	char ref[T_NAME];
	int asked, asker;
} pending;

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

	if (i < 0 || w->t.records[i].party == w->t.members[member].party)
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
	snprintf(pending.ref, sizeof(pending.ref), "%s", acted.ref);
	pending.asked = r->party;
	pending.asker = w->t.members[member].party;
	desk_acted_clear(&acted);
	/* They know its name, in both. */
	r->asked[pending.asked] = r->asked[pending.asker] = true;
	between(w, pending.asked, pending.asker);
}

void
acts_answer(struct world *w, int member)
{
	struct desk_answering answer = { .ref = pending.ref,
		.answer = "refused", .terms = "not before the trial" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!*pending.ref || w->t.members[member].party != pending.asked ||
	    !acts_may_disclose(w, member))
		return;
	world_before(w, -1);
	snprintf(w->last, sizeof(w->last), "%s: answer %s",
		w->t.members[member].ref, pending.ref);
	if (!desk_answer(w->desks[member], &answer, &acted, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	desk_acted_clear(&acted);
	*pending.ref = '\0';
	between(w, pending.asked, pending.asker);
}

void
asks_forget(void)
{
	*pending.ref = '\0';
}
