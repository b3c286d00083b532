/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asked.c - check of what a party asks and is asked: each ask about a record once, to
 * those of both who are cleared for it, and to nobody else. */
#include "tests/support/test.h"

#include "src/ask.h"
#include "tests/model/checks.h"

/* How an ask is told: what a record of it and the truth have in common. */
struct asked {
	const char *name, *about, *use, *for_party, *answer;
	bool ours;
};

static const char *
or_none(const char *text)
{
	return text && *text ? text : "-";
}

static void
put_ask(const struct asked *a, struct strbuf *out)
{
	strbuf_printf(out, "%s about %s for %s, %s: %s%s\n", or_none(a->name),
		or_none(a->about), or_none(a->use), or_none(a->for_party),
		or_none(a->answer), a->ours ? ", ours" : "");
}

/* What somebody asked is named by its ref, what the program asks by its words. Whether
 * some parties were asked for more than is known here is not known, either. */
static void
want_asks(const struct truth *t, int member, struct strbuf *out)
{
	const struct t_member *m = &t->members[member];

	for (size_t i = 0; i < t->n_asks; i++) {
		const struct t_ask *a = &t->asks[i];

		if ((a->asker != m->party && (a->one < 0 ?
		     a->asked != m->party : a->one != member)) ||
		    a->about < 0 || m->clearance < a->class ||
		    (a->returns && t->unsure[a->asked]))
			continue;
		put_ask(&(struct asked){ a->returns ? a->purpose : a->ref,
			t_sees(t, member, a->about) ?
			t->records[a->about].ref : NULL, a->use,
			a->for_party < 0 ? NULL : t->parties[a->for_party].code,
			a->answer, a->asker == m->party }, out);
	}
}

static bool
is_unsure(const struct truth *t, int member, const char *party)
{
	bool is = false;

	for (size_t i = 0; i < t->n_parties; i++)
		is = is || (t->parties[i].casefile ==
			t->members[member].casefile && t->unsure[i] &&
			strcmp(t->parties[i].code, party) == 0);
	return is;
}

void
checks_asks(struct world *w, int member)
{
	struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct desk_asks asks;

	want_asks(&w->t, member, &want);
	assert_ok(desk_asks(w->desks[member], &(struct desk_asks_ask){
		.ref = NULL }, &asks, &err), err);
	for (size_t i = 0; i < asks.n; i++) {
		const struct record *r = &asks.rows[i].record;
		const char *what = record_text(r, ASK_WHAT);
		bool returns = strcmp(what, "return") == 0;

		if (strstr("hit rings corrected erased", what) || (returns &&
		    is_unsure(&w->t, member, record_text(r, ASK_TO_PARTY))))
			continue;
		put_ask(&(struct asked){ record_text(r, returns ?
			(size_t)ASK_PURPOSE : (size_t)HEADER_REF),
			record_text(r, ASK_ABOUT), record_text(r, ASK_FOR_USE),
			record_text(r, ASK_FOR_PARTY),
			record_text(r, ASK_ANSWER), asks.rows[i].ours }, &got);
		if (asks.rows[i].open == (record_text(r, ASK_ANSWER) != NULL))
			world_fail(w, "%s is %sopen to %s", record_text(r,
				HEADER_REF), asks.rows[i].open ? "" : "not ",
				w->t.members[member].ref);
	}
	desk_asks_clear(&asks);
	check_text(w, member, "asks", &want, &got);
}
