/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hits.c - check of hit and no hit: who looks for a number that another party keeps from
 * them hears which party, and nobody hears more. */
#include "tests/support/test.h"

#include "tests/model/checks.h"

/* May the record ring at all: does its whole party see it, cleared or not? */
bool
check_may_ring(const struct truth *t, int record)
{
	const struct t_record *r = &t->records[record];

	return t_stands(t, record) && t_party_sees(t, r->party, record) &&
		!t_closed(r) && t_class_whole(t, record) == 0 &&
		!t_shields(t, record) && (r->kind != T_LINK ||
		(!t_shields(t, r->a) && !t_shields(t, r->b)));
}

/* What has to do with a protected person is silent: where there is one in the case,
 * only that nothing rings which should not is looked at. */
bool
check_has_protected(const struct truth *t, int casefile)
{
	for (int i = 0; i < (int)t->n_records; i++)
		if (t->records[i].casefile == casefile && t_shields(t, i))
			return true;
	return false;
}

/* Does the party hold the number where the member does not see it? */
static bool
holds(const struct truth *t, int member, int party, const char *value)
{
	for (int i = 0; i < (int)t->n_records; i++)
		if (t->records[i].party == party && check_may_ring(t, i) &&
		    !t_sees(t, member, i) && t_carries(t, i, value))
			return true;
	return false;
}

static bool
rang(const struct desk_found *found, const char *party)
{
	for (size_t i = 0; i < found->n_hits; i++)
		if (strcmp(found->hits[i].party, party) == 0)
			return true;
	return false;
}

void
checks_hits(struct world *w, int member)
{
	const struct truth *t = &w->t;
	const struct t_member *m = &t->members[member];
	char value[20];
	struct desk_find_ask ask = { .text = value };
	struct desk_found found;
	struct err err = ERR_INIT;
	size_t rings = 0;

	snprintf(value, sizeof(value), "+4072100000%u", 1 + chance(3));
	assert_ok(desk_find(w->desks[member], &ask, &found, &err), err);
	for (int p = 0; p < (int)t->n_parties; p++) {
		bool is, must;

		if (t->parties[p].casefile != m->casefile)
			continue;
		is = rang(&found, t->parties[p].code);
		must = p != m->party && m->writes && t_rings(&t->parties[p]) &&
			t_rings(&t->parties[m->party]) &&
			holds(t, member, p, value);
		rings += is;
		if (is != must && (is || !check_has_protected(t, m->casefile)))
			world_fail(w, "%s %s %s to %s", t->parties[p].code,
				is ? "rings" : "does not ring", value, m->ref);
	}
	assert_int_equal(found.n_hits, rings);
	desk_found_clear(&found);
}
