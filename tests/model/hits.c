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

/* Has the record to do with a person who is covered: are they that person, does it name
 * them, or does a link that was not withdrawn itself? */
static bool
is_tied(const struct truth *t, int record)
{
	const struct t_record *r = &t->records[record];
	bool is = r->kind == T_PERSON && t_shields(t, record);

	for (size_t i = 0; i < r->n && !r->voided; i++) {
		int named = r->values[i].record;

		is = is || (named >= 0 && t->records[named].kind == T_PERSON &&
			t_shields(t, named));
	}
	for (size_t i = 0; i < t->n_records; i++) {
		const struct t_record *link = &t->records[i];
		int other = link->a == record ? link->b : link->a;

		is = is || (link->kind == T_LINK && !link->voided &&
			(link->a == record || link->b == record) &&
			t->records[other].kind == T_PERSON &&
			t_shields(t, other));
	}
	return is;
}

/* What has to do with a protected person is silent: of plans and inquiries, where there
 * is one in the case, only that nothing is told which should not be is looked at. */
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
		    !t_sees(t, member, i) && t_carries(t, i, value) &&
		    !is_tied(t, i))
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

static void
check_number(struct world *w, int member, const char *value)
{
	const struct truth *t = &w->t;
	const struct t_member *m = &t->members[member];
	struct desk_find_ask ask = { .text = value };
	struct desk_found found;
	struct err err = ERR_INIT;
	size_t rings = 0;

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
		if (is != must)
			world_fail(w, "%s %s %s to %s", t->parties[p].code,
				is ? "rings" : "does not ring", value, m->ref);
	}
	assert_int_equal(found.n_hits, rings);
	desk_found_clear(&found);
}

void
checks_hits(struct world *w, int member)
{
	static const char *const numbers[] = {
		"+40721000001", "+40721000002", "+40721000003"
	};

	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
		check_number(w, member, numbers[i]);
}
