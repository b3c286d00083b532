/* SPDX-License-Identifier: GPL-3.0-or-later */
/* world.c - see world.h. */
#include "tests/support/test.h"

#include "base/clock.h"
#include "base/ids.h"
#include "tests/model/world.h"

/* Monday 5 January 2026, noon. */
#define BEGINS INT64_C(1767614400000)

/* --- Chance ------------------------------------------------------------- */

static uint64_t state;

void
chance_seed(uint64_t seed)
{
	uint8_t salt[32] = { 0 };

	for (int i = 0; i < 8; i++)
		salt[i] = (uint8_t)(seed >> 8 * i);
	ids_seed(salt);
	/* Seeds that are neighbours have little in common from the first number on. */
	state = seed * 2 + 1;
	for (int i = 0; i < 8; i++)
		chance(2);
}

/* Permuted congruential, 64 bits of state (O'Neill 2014). */
uint32_t
chance(uint32_t n)
{
	uint64_t old = state;
	uint32_t x, turn = (uint32_t)(old >> 59);

	state = old * 6364136223846793005u + 1442695040888963407u;
	x = (uint32_t)(((old >> 18) ^ old) >> 27);
	x = x >> turn | x << (-turn & 31);
	return (uint32_t)((uint64_t)x * n >> 32);
}

/* --- The world ---------------------------------------------------------- */

static struct desk *
sit_down(const struct world *w, const char *as, const char *casefile)
{
	struct desk_login login = { .path = WORLD_STORE, .as = as,
		.casefile = casefile, .story = !w->notes };
	struct err err = ERR_INIT;
	struct desk *desk = NULL;

	assert_ok(desk_open(&desk, &login, &err), err);
	/* What is restricted, too, is read for that. */
	assert_ok(desk_purpose(desk, NULL, "the trial of it", &err), err);
	return desk;
}

/* A party joins a case, and so does what was shared before, if they are to see it. */
static int
put_party(struct truth *t, int casefile, const struct joining *who)
{
	struct t_party *p = &t->parties[t->n_parties];

	*p = (struct t_party){ .casefile = casefile, .sort = who->sort,
		.earlier = who->earlier };
	snprintf(p->code, sizeof(p->code), "%s", who->code);
	return (int)t->n_parties++;
}

static int
put_member(struct truth *t, int party, const char *ref, const char *role)
{
	struct t_member *m = &t->members[t->n_members];

	*m = (struct t_member){ .casefile = t->parties[party].casefile,
		.party = party, .person = (int)t->n_members,
		.writes = strcmp(role, "admin") != 0,
		.clearance = strcmp(role, "leader") == 0 ||
			strcmp(role, "judicial") == 0 ? 2 :
			strcmp(role, "police") == 0 };
	snprintf(m->ref, sizeof(m->ref), "%s", ref);
	snprintf(m->role, sizeof(m->role), "%s", role);
	return (int)t->n_members++;
}

static char *
add(struct desk *desk, const struct kind *kind, const char *const fields[][2])
{
	struct record r;
	struct desk_change change = { .verb = "add", .fields = &r };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	record_init(&r, kind);
	for (size_t i = 0; fields[i][0]; i++)
		record_set(&r, kind_index_typed(kind, fields[i][0]), fields[i][1]);
	assert_ok(desk_act(desk, &change, &acted, &err), err);
	record_clear(&r);

	char *ref = strdup(acted.ref);

	desk_acted_clear(&acted);
	return ref;
}

void
acts_admit(struct world *w, int by, int party, const char *role)
{
	struct truth *t = &w->t;
	int casefile = t->parties[party].casefile;
	const char *const fields[][2] = { { "party", t->parties[party].code },
		{ "name", "Somebody" }, { "role", role }, { NULL, NULL } };

	if (t->n_members == T_MEMBERS)
		return;
	world_before(w, -1);
	char *ref = add(w->desks[by], kind_find("member"), fields);
	int member = put_member(t, party, ref, role);

	w->desks[member] = sit_down(w, ref, t->cases[casefile].code);
	free(ref);
	world_after(w, casefile, -1);
}

/* A case by the member who sits at desk; they are its first leader. */
static int
open_case(struct world *w, struct desk *desk, const char *code,
	const char *party)
{
	struct truth *t = &w->t;
	const char *const fields[][2] = { { "code", code },
		{ "title", "Operation" }, { NULL, NULL } };
	char ref[T_NAME];

	free(add(desk, kind_find("casefile"), fields));
	snprintf(t->cases[t->n_cases].code, sizeof(t->cases[0].code), "%s", code);
	snprintf(ref, sizeof(ref), "%s/1", party);

	int at = put_party(t, (int)t->n_cases++, &(struct joining){ party,
		T_SIGNATORY, false });
	int member = put_member(t, at, ref, "leader");

	/* Each case is made by the same person. */
	t->members[member].person = 0;
	w->desks[member] = sit_down(w, ref, code);
	return member;
}

/* Who answers for what a third state brings: an administrator of the case. */
static const char *
controller(const struct truth *t, int casefile)
{
	for (int i = 0; i < (int)t->n_members; i++)
		if (t_releases(t, i) && t->members[i].casefile == casefile)
			return t->members[i].ref;
	return NULL;
}

int
acts_admit_party(struct world *w, int by, const struct joining *who)
{
	static const char *const classes[] = { "signatory", "participant",
		"participant", "third", "recipient" };
	struct truth *t = &w->t;
	int casefile = t->members[by].casefile;
	const char *answers = who->sort == T_THIRD ? controller(t, casefile) :
		NULL;
	const char *const fields[][2] = { { "code", who->code },
		{ "name", who->code }, { "class", classes[who->sort] },
		{ "signed_on", "2025-11-03" },
		{ "earlier", who->earlier ? "yes" : "no" },
		{ answers ? "controller" : who->sort == T_SIGNATORY ? "state" :
			NULL, answers ? answers : who->code }, { NULL, NULL } };

	world_before(w, -1);
	free(add(w->desks[by], kind_find("party"), fields));

	int party = put_party(t, casefile, who);

	t->parties[party].answered_for = answers;
	world_after(w, casefile, -1);
	return party;
}

const char *
acts_speaker(enum t_sort sort)
{
	static const char *const roles[] = { "leader", "analyst", "analyst",
		"judicial", NULL };

	return roles[sort];
}

static void
open_parties(struct world *w, int leader, int most)
{
	static const struct joining known[] = {
		{ "BG", T_SIGNATORY, false }, { "GR", T_SIGNATORY, false },
		{ "FR", T_SIGNATORY, false }, { "EUROPOL", T_PARTICIPANT, false },
		{ "CH", T_THIRD, false }, { "CEPOL", T_TASKLESS, false },
	};

	for (int i = 0; i < most; i++) {
		bool signs = known[i].sort == T_SIGNATORY;

		if (signs && i > 0 && chance(4) == 0)
			continue;
		if (known[i].sort == T_THIRD)
			acts_admit(w, leader, w->t.members[leader].party, "admin");
		int party = acts_admit_party(w, leader, &known[i]);

		acts_admit(w, leader, party, acts_speaker(known[i].sort));
		/* A party that is led admits the next itself. */
		if ((signs || known[i].sort == T_THIRD) && chance(2))
			acts_admit(w, signs ? (int)w->t.n_members - 1 : leader,
				party, chance(2) ? "police" : "analyst");
	}
}

void
world_open(struct world *w)
{
	struct desk_init init = { WORLD_STORE, "RO", "Ana Pop", true };
	struct err err = ERR_INIT;
	struct desk *maker;

	memset(w, 0, sizeof(*w));
	w->focus = -1;
	w->now = BEGINS;
	clock_stop(w->now, 0);
	assert_ok(desk_init(&init, &err), err);
	w->notes = chance(4) == 0;
	w->covers = chance(4) == 0;
	maker = sit_down(w, NULL, NULL);
	int first = open_case(w, maker, "TIDE", "RO");

	acts_admit(w, first, 0, "police");
	open_parties(w, first, 4 + (int)chance(3));
	/* The first member is in two cases. */
	int second = open_case(w, maker, "OAR", "RO");

	open_parties(w, second, 1 + (int)chance(2));
	desk_close(maker);
	for (size_t i = 0; i < w->t.n_members; i++)
		w->stamps[i] = -1;
}

void
world_close(struct world *w)
{
	for (size_t i = 0; i < w->t.n_members; i++) {
		desk_close(w->desks[i]);
		desk_close(w->silent[i]);
		for (int k = 0; k < WORLD_PATHS; k++)
			free(w->told[i][k].text);
	}
	clock_go();
}

int
world_member(const struct world *w)
{
	int m;

	do {
		m = (int)chance((uint32_t)w->t.n_members);
	} while (w->t.members[m].left);
	return m;
}

int
world_seen(const struct world *w, int member, unsigned of)
{
	const struct truth *t = &w->t;

	for (int tries = 0; t->n_records && tries < 20; tries++) {
		int i = (int)chance((uint32_t)t->n_records);

		if ((of >> t->records[i].kind & 1) && t_lists(t, member, i))
			return i;
	}
	return -1;
}

/* --- Around an act ------------------------------------------------------ */

void
world_before(struct world *w, int record)
{
	w->touched = record;
	w->now += 1000;
	w->t.now = w->now > w->t.now ? w->now : w->t.now;
	clock_stop(w->now, 0);
	for (size_t i = 0; i < w->t.n_members; i++)
		w->saw[i] = record >= 0 && t_sees(&w->t, (int)i, record);
}

/* An act that the member may know of: what they are told may change, here and, where
 * the same person sits at another case, there. */
static void
let_know(struct world *w, int member)
{
	const struct truth *t = &w->t;

	w->woken[member] = WAKES;
	for (size_t i = 0; i < t->n_members; i++)
		w->epochs[i] += (int)i == member || (t->members[i].person ==
			t->members[member].person);
}

/* Who could see what, at some time, to release it too: of the record, and of links on
 * it. */
static void
note_seen(struct truth *t, int record)
{
	for (int i = 0; i < (int)t->n_records; i++) {
		struct t_record *r = &t->records[i];

		if (record >= 0 && i != record && r->a != record && r->b != record)
			continue;
		for (int m = 0; m < (int)t->n_members; m++)
			if (!r->saw[t->members[m].party] && t_shown(t, m, i))
				r->saw[t->members[m].party] = true;
	}
}

void
world_after(struct world *w, int casefile, int record)
{
	w->acts++;
	w->focus = record;
	note_seen(&w->t, record);
	for (int i = 0; i < (int)w->t.n_members; i++)
		if (w->t.members[i].casefile == casefile && (record < 0 ||
		    w->saw[i] || t_sees(&w->t, i, record)))
			let_know(w, i);
}

static bool
is_cleared(const struct world *w, int member, int party, int class)
{
	return w->t.members[member].party == party &&
		w->t.members[member].clearance >= class;
}

void
world_noted(struct world *w, int party, int class)
{
	for (int i = 0; i < (int)w->t.n_members; i++)
		if (is_cleared(w, i, party, class))
			let_know(w, i);
}

void
world_told(struct world *w, int member)
{
	let_know(w, member);
}

void
world_perhaps(struct world *w, int party, int class)
{
	for (int i = 0; i < (int)w->t.n_members; i++)
		if (is_cleared(w, i, party, class)) {
			let_know(w, i);
			w->woken[i] = MAY_WAKE;
		}
}

void
world_opened(struct world *w, int member, int record)
{
	if (w->notes)
		t_open_it(&w->t, member, record, clock_now());
}
