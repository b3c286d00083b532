/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_hit_model.c - in cases made by chance the hits are those that a naive model,
 * which knows all that was done and none of the tables, says. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/share.h"
#include "tests/support/verify.h"

enum { PARTIES = 3, PHONES = 4, MOST = 120, STEPS = 220, CAP = 20 };

static const char *const codes[PARTIES] = { "RO", "BG", "GR" };
static const char *const phones[PHONES] = { "+359888555010", "+359888555011",
	"+359888555012", "+359888555013" };

static uint32_t chance_seed = 7;

static uint32_t
chance(uint32_t n)
{
	chance_seed = chance_seed * 1664525 + 1013904223;
	return (uint32_t)(((uint64_t)chance_seed * n) >> 32);
}

/* --- The model ---------------------------------------------------------- */

struct thing {
	char *ref;
	int party, phone;	/* -1: a person without one */
	bool person, covered;	/* victim, witness, informant */
	bool team, named, closed, gone;
	int tied[4];		/* persons that it is linked to; -1: none */
};

static struct thing things[MOST];
static size_t n_things;
static bool muted[PHONES];
static struct desk *desks[PARTIES];

/* Is it, or anything that it is linked to, of somebody who is covered? */
static bool
is_covered(const struct thing *t)
{
	if (t->person && t->covered)
		return true;
	for (size_t i = 0; i < 4; i++)
		if (t->tied[i] >= 0 && things[t->tied[i]].covered)
			return true;
	return false;
}

static bool
rings(const struct thing *t)
{
	return t->phone >= 0 && !t->gone && !t->closed && !t->named &&
		!is_covered(t);
}

static void
expect(int viewer, int phone, char out[40])
{
	static const int by_code[PARTIES] = { 1, 2, 0 };	/* BG GR RO */

	*out = '\0';
	for (int i = 0; i < PARTIES; i++) {
		int party = by_code[i], hidden = 0, all = 0;

		for (size_t k = 0; k < n_things; k++) {
			const struct thing *t = &things[k];

			if (t->party != party || t->phone != phone || !rings(t))
				continue;
			all++;
			hidden += !t->team;
		}
		if (party != viewer && hidden && all <= CAP && !muted[phone]) {
			strcat(out, codes[party]);
			strcat(out, " ");
		}
	}
}

static void
compare(int viewer, int phone)
{
	struct desk_find_ask ask = { .text = phones[phone] };
	struct desk_found found = { 0 };
	struct err err = ERR_INIT;
	char want[40], got[400] = "";

	assert_ok(desk_find(desks[viewer], &ask, &found, &err), err);
	for (size_t i = 0; i < found.n_hits; i++) {
		assert_string_equal(found.hits[i].type, "phone");
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%s ",
			found.hits[i].party);
	}
	expect(viewer, phone, want);
	if (strcmp(got, want) != 0)
		fail_msg("to %s on %s: \"%s\", not \"%s\"", codes[viewer],
			phones[phone], got, want);
	desk_found_clear(&found);
}

/* --- Acts --------------------------------------------------------------- */

static void
set(const struct thing *t, const char *what)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	if (!case_set(desks[t->party], &acted, &err, t->person ? "person" :
	    "contact", t->ref, 0, what, NULL))
		fail_msg("%s %s: %s", t->ref, what, err.text);
	desk_acted_clear(&acted);
}

static void
add_thing(void)
{
	static const char *const shares[] = { "share=own", "share=own",
		"share=team", "share=named" };
	struct thing *t = &things[n_things];
	size_t share = chance(4);
	char phone[60];

	if (n_things == MOST)
		return;
	*t = (struct thing){ .party = (int)chance(PARTIES),
		.phone = (int)chance(PHONES), .person = chance(4) == 0,
		.team = share == 2, .named = share == 3,
		.tied = { -1, -1, -1, -1 } };
	n_things++;
	if (t->person) {
		t->phone = -1;
		t->ref = case_add(desks[t->party], "person", "name=N. N.",
			shares[share], NULL);
		return;
	}
	snprintf(phone, sizeof(phone), "phone=%s", phones[t->phone]);
	t->ref = case_add(desks[t->party], "contact", "name=Desk", phone,
		shares[share], NULL);
}

static struct thing *
any(int party, bool person)
{
	for (int tries = 0; n_things && tries < 20; tries++) {
		struct thing *t = &things[chance((uint32_t)n_things)];

		if (t->person == person && !t->gone &&
		    (party < 0 || t->party == party))
			return t;
	}
	return NULL;
}

static void
link_one(void)
{
	struct thing *t = any(-1, false), *who = t ? any(t->party, true) : NULL;
	char a[60], b[60];

	if (!who || t->tied[3] >= 0)
		return;
	for (size_t i = 0; i < 4; i++) {
		if (t->tied[i] == who - things)
			return;
		if (t->tied[i] < 0) {
			t->tied[i] = (int)(who - things);
			break;
		}
	}
	snprintf(a, sizeof(a), "a=%s", who->ref);
	snprintf(b, sizeof(b), "b=%s", t->ref);
	case_put(desks[t->party], "link", "type=related", a, b, "share=own", NULL);
}

static void
cover(void)
{
	struct thing *t = any(-1, true);
	char of[60];

	if (!t || t->covered)
		return;
	snprintf(of, sizeof(of), "of=%s", t->ref);
	case_put(desks[t->party], "category", of, "category=WIT", NULL);
	t->covered = true;
}

static void
change_one(void)
{
	struct thing *t = any(-1, false);

	if (!t || t->named)
		return;
	if (t->closed) {
		set(t, "privilege=cleared");
		t->closed = false;
	} else if (chance(3) == 0) {
		set(t, "privilege=to_review");
		t->closed = true;
		t->team = false;
	} else {
		t->team = !t->team;
		if (t->team)
			set(t, "share=team");
		else
			unshare_from(desks[t->party], t->ref, "team");
	}
}

static void
retract_one(void)
{
	struct thing *t = any(-1, false);
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!t)
		return;
	const struct desk_retract ask = { t->ref, "mistaken" };

	assert_ok(desk_retract(desks[t->party], &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	t->gone = true;
}

static void
mute(void)
{
	int phone = (int)chance(PHONES);
	char value[60];

	snprintf(value, sizeof(value), "value=%s", phones[phone]);
	muted[phone] = !muted[phone];
	case_put(desks[0], "correlation", "of=TIDE", "type=phone", value,
		muted[phone] ? "correlate=no" : "correlate=yes", "reason=hotline",
		NULL);
}

static void
step(void)
{
	switch (chance(12)) {
	case 0: link_one(); break;
	case 1: cover(); break;
	case 2:
	case 3: change_one(); break;
	case 4: retract_one(); break;
	case 5:
		if (chance(6) == 0)
			mute();
		break;
	default: add_thing();
	}
}

static void
test_hits_are_those_of_a_naive_model(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	n_things = 0;
	for (int i = 0; i < PARTIES; i++)
		desks[i] = case_desk(codes[i]);
	for (int i = 0; i < STEPS; i++) {
		step();
		compare((int)chance(PARTIES), (int)chance(PHONES));
	}
	for (int v = 0; v < PARTIES; v++)
		for (int p = 0; p < PHONES; p++)
			compare(v, p);
	for (int i = 0; i < PARTIES; i++)
		desk_close(desks[i]);
	for (size_t i = 0; i < n_things; i++)
		free(things[i].ref);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_hits_are_those_of_a_naive_model),
	};

	return RUN_TESTS("src/hit model", tests);
}
