/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_custody.c - chains of custody: one rule after the other, then chains made by
 * chance against a model that is written as simply as can be. */
#include "tests/support/test.h"

#include "base/date.h"
#include "src/custody.h"
#include "tests/support/case.h"
#include "tests/support/world.h"

/* --- Chains by hand ------------------------------------------------------ */

/* "A" is a party, "A1" one of its members, anything longer nobody's of the case. */
static struct custody_end
end_of(const char *who)
{
	static const char *const parties[] = { "A", "B", "C" };
	struct custody_end e = { who, "", false };

	for (size_t i = 0; who && strlen(who) <= 2 && i < 3; i++)
		if (*who == *parties[i])
			e.party = parties[i];
	e.is_party = *e.party && strlen(who) == 1;
	return e;
}

static struct custody_step
step(enum custody_action action, const char *author, const char *from,
	const char *to, const char *at)
{
	static int64_t now = INT64_C(1767614400000);

	return (struct custody_step){ .action = action, .author = author,
		.ends = { end_of(from), end_of(to) }, .at = at,
		.created = now += 1000, .corrects = CUSTODY_NONE };
}

static struct custody_sign
sign(long of, enum custody_side side, const char *party, const char *person)
{
	return (struct custody_sign){ .step = of, .side = side, .party = party,
		.person = person, .corrects = CUSTODY_NONE };
}

/* Weigh, and say who has it. */
static const char *
holder(struct custody_step *steps, size_t n, struct custody_sign *signs,
	size_t n_signs)
{
	struct custody c = { .steps = steps, .n = n, .signs = signs,
		.n_signs = n_signs };

	custody_weigh(&c);
	const char *who = c.holder.who;

	custody_clear(&c);
	return who;
}

#define HOLDER(steps, signs) holder(steps, sizeof(steps) / sizeof(*(steps)), \
	signs, sizeof(signs) / sizeof(*(signs)))

static void
test_giver_holds_until_both_sides_have_confirmed(void **state)
{
	struct custody_step s[] = {
		step(CUSTODY_SEIZED, "A", NULL, "A", "2026-01-01"),
		step(CUSTODY_HANDED_OVER, "A", "A", "B", "2026-01-02"),
	};
	struct custody_sign both[] = {
		sign(1, CUSTODY_RECEIVER, "B", "B1"),
		sign(1, CUSTODY_GIVER, "A", "A1"),
	};

	(void)state;
	assert_string_equal(holder(s, 2, NULL, 0), "A");
	assert_int_equal(s[1].standing, CUSTODY_OPEN);
	assert_true(custody_waits_for(&s[1], "A"));
	assert_true(custody_waits_for(&s[1], "B"));
	assert_false(custody_waits_for(&s[1], "C"));
	assert_string_equal(holder(s, 2, both, 1), "A");
	assert_false(custody_waits_for(&s[1], "B"));
	assert_string_equal(HOLDER(s, both), "B");
	assert_int_equal(s[1].standing, CUSTODY_COUNTS);
}

static void
test_only_its_own_party_confirms_a_side(void **state)
{
	struct custody_step s[] = {
		step(CUSTODY_HANDED_OVER, "A", "A", "laboratory", NULL),
	};
	struct custody_sign signs[] = {
		sign(0, CUSTODY_GIVER, "A", "A1"),
		sign(0, CUSTODY_RECEIVER, "A", "A2"),
	};

	(void)state;
	assert_string_equal(HOLDER(s, signs), "A");
	signs[1].paper = true;
	signs[1].person = "dr green";
	assert_string_equal(HOLDER(s, signs), "laboratory");
}

static void
test_nobody_stands_on_both_sides(void **state)
{
	struct custody_step s[] = {
		step(CUSTODY_HANDED_OVER, "A", "A1", "A2", NULL),
	};
	struct custody_sign signs[] = {
		sign(0, CUSTODY_GIVER, "A", "A3"),
		sign(0, CUSTODY_RECEIVER, "A", "A3"),
	};

	(void)state;
	assert_string_equal(HOLDER(s, signs), "A1");
	signs[1].person = "A1";	/* who gives it, confirms to have it */
	assert_string_equal(HOLDER(s, signs), "A1");
	signs[1].person = "A2";
	assert_string_equal(HOLDER(s, signs), "A2");
}

static void
test_event_time_orders_and_what_is_equal_stays(void **state)
{
	struct custody_step s[] = {
		step(CUSTODY_EXAMINED, "A", NULL, NULL, "2026-01-05T10:00Z"),
		step(CUSTODY_EXAMINED, "A", NULL, NULL, "2026-01-05"),
		step(CUSTODY_SEIZED, "A", NULL, "A", "2026-01-04"),
		step(CUSTODY_EXAMINED, "A", NULL, NULL, "2026"),
		step(CUSTODY_EXAMINED, "A", NULL, NULL, "2026-01-05T09:00Z"),
	};
	static const size_t want[] = { 2, 4, 0, 1, 3 };
	struct custody c = { .steps = s, .n = 5 };

	(void)state;
	custody_weigh(&c);
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(c.order[i], want[i]);
	custody_clear(&c);
}

static void
test_correction_takes_the_place_of_what_it_corrects(void **state)
{
	struct custody_step s[] = {
		step(CUSTODY_SEIZED, "A", NULL, "A1", "2026-01-01"),
		step(CUSTODY_RETURNED, "A", NULL, "owner", "2026-02-01"),
		step(CUSTODY_SEIZED, "A", NULL, "A2", NULL),
	};

	(void)state;
	s[1].at = s[0].at;	/* of one day: between the two, not after */
	s[2].corrects = 0;
	assert_string_equal(holder(s, 3, NULL, 0), "owner");
	assert_int_equal(s[0].standing, CUSTODY_CORRECTED);
	assert_int_equal(s[0].corrected_by, 2);
	assert_int_equal(s[2].gaps, 0);
	s[2].retracted = true;
	assert_string_equal(holder(s, 3, NULL, 0), "owner");
	assert_int_equal(s[0].standing, CUSTODY_COUNTS);
}

static void
test_gaps_are_seen(void **state)
{
	struct custody_step s[] = {
		step(CUSTODY_SEIZED, "A", NULL, "A", "2026-01-01"),
		step(CUSTODY_EXAMINED, "A", "B", NULL, "2026-01-02"),
		step(CUSTODY_RECEIVED, "A", "laboratory", NULL, "2026-01-03"),
		step(CUSTODY_EXAMINED, "A", NULL, NULL, "2026-01-04"),
		step(CUSTODY_RECEIVED, "A", "A", NULL, "2026-01-04"),
		step(CUSTODY_DESTROYED, "A", NULL, NULL, "2026-01-05"),
		step(CUSTODY_VIEWED, "A", NULL, NULL, NULL),
	};

	(void)state;
	s[0].seal = s[1].seal = "S 1";
	s[2].seal = "S 2";
	s[3].seal = "S 3";	/* opened, sealed anew */
	s[4].seal = "s  3";
	assert_null(holder(s, 7, NULL, 0));
	assert_int_equal(s[0].gaps, 0);
	assert_int_equal(s[1].gaps, CUSTODY_GAP_HOLDER);
	assert_int_equal(s[2].gaps, CUSTODY_GAP_HOLDER | CUSTODY_GAP_SEAL);
	assert_int_equal(s[3].gaps, 0);
	assert_int_equal(s[4].gaps, 0);
	assert_int_equal(s[5].gaps, 0);
	assert_int_equal(s[6].gaps, CUSTODY_GAP_OVER | CUSTODY_GAP_TIME);
}

static void
test_nobody_takes_it_from_a_party_by_a_word(void **state)
{
	static const enum custody_action moves[] = { CUSTODY_SEIZED,
		CUSTODY_RECEIVED, CUSTODY_RETURNED, CUSTODY_DESTROYED,
		CUSTODY_LOST };

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct custody_step s[] = {
			step(CUSTODY_SEIZED, "A", NULL, "A1", NULL),
			step(moves[i], "B", NULL, NULL, NULL),
		};

		assert_string_equal(holder(s, 2, NULL, 0), "A1");
		assert_int_equal(s[1].standing, CUSTODY_UNFOUNDED);
		s[1].author = "A";
		holder(s, 2, NULL, 0);
		assert_int_equal(s[1].standing, CUSTODY_COUNTS);
	}
}

/* --- Chains by chance ---------------------------------------------------- */

enum { STEPS = 9, SIGNS = 12, ROUNDS = 20000 };

static const char *const names[] = { NULL, "A", "A1", "A2", "B", "B1", "B2",
	"C", "C1", "laboratory", "the owner" };
static const char *const authors[] = { "A", "B", "C" };
static const char *const dates[] = { NULL, "2026-01-01", "2026-01-02",
	"2026-01-02T08:00Z", "2026-01-02T09:30Z", "2026-01", "~2025", "2026-01-03" };
static const char *const seals[] = { NULL, NULL, "S1", "S2", "s1" };
static const char *const signers[][2] = { { "A", "A1" }, { "A", "A2" },
	{ "A", "A3" }, { "B", "B1" }, { "B", "B2" }, { "C", "C1" } };

#define ANY(list) list[below((uint32_t)(sizeof(list) / sizeof(*(list))))]

static long
earlier(size_t i)
{
	return i && below(4) == 0 ? (long)below((uint32_t)i) : CUSTODY_NONE;
}

static void
make_up(struct custody *c, struct custody_step *s, struct custody_sign *g)
{
	*c = (struct custody){ .steps = s, .n = below(STEPS + 1), .signs = g };
	for (size_t i = 0; i < c->n; i++) {
		s[i] = step(below(2) ? CUSTODY_HANDED_OVER :
			(enum custody_action)below(CUSTODY_ACTIONS),
			ANY(authors), ANY(names), ANY(names), ANY(dates));
		s[i].seal = ANY(seals);
		s[i].corrects = earlier(i);
		s[i].retracted = below(8) == 0;
	}
	c->n_signs = c->n ? below(SIGNS + 1) : 0;
	for (size_t i = 0; i < c->n_signs; i++) {
		const char *const *who = ANY(signers);

		g[i] = sign((long)below((uint32_t)c->n + 1) - 1,
			(enum custody_side)below(2), who[0], who[1]);
		g[i].paper = below(4) == 0;
		if (g[i].paper)
			g[i].person = below(2) ? "mr black" : "ms white";
		g[i].corrects = earlier(i);
		g[i].retracted = below(10) == 0;
	}
}

/* Is the i-th overruled by one that is not void itself? */
static bool
naive_void_step(const struct custody *c, long i)
{
	for (size_t j = 0; j < c->n; j++)
		for (long k = c->steps[j].corrects; k >= 0 &&
		    !c->steps[j].retracted; k = c->steps[k].corrects)
			if (k == i)
				return true;
	return c->steps[i].retracted;
}

static bool
naive_void_sign(const struct custody *c, long i)
{
	for (size_t j = 0; j < c->n_signs; j++)
		for (long k = c->signs[j].corrects; k >= 0 &&
		    !c->signs[j].retracted; k = c->signs[k].corrects)
			if (k == i)
				return true;
	return c->signs[i].retracted;
}

/* Has the side a confirmation? Taken one after the other, as they came. */
static void
naive_signs(const struct custody *c, long of, const char *by[2])
{
	const struct custody_step *s = &c->steps[of];

	by[0] = by[1] = NULL;
	for (size_t i = 0; i < c->n_signs; i++) {
		const struct custody_sign *g = &c->signs[i];
		const struct custody_end *mine = &s->ends[g->side];
		const char *other = s->ends[!g->side].who;

		if (g->step != of || naive_void_sign(c, (long)i) || by[g->side])
			continue;
		if (by[!g->side] && !strcmp(by[!g->side], g->person))
			continue;
		if (!g->paper && (!*mine->party ||
		    strcmp(mine->party, g->party) ||
		    (other && !strcmp(other, g->person))))
			continue;
		by[g->side] = g->person;
	}
}

static void
naive_key(const struct custody *c, long i, char key[DATE_KEY_SIZE])
{
	for (; i >= 0; i = c->steps[i].corrects) {
		if (c->steps[i].at) {
			date_key(c->steps[i].at, key);
			return;
		}
		date_key_of_ms(c->steps[i].created, key);
	}
}

static bool
naive_before(const struct custody *c, long a, long b)
{
	char x[DATE_KEY_SIZE], y[DATE_KEY_SIZE];

	naive_key(c, a, x);
	naive_key(c, b, y);
	for (size_t i = 0; x[i] && y[i]; i++)
		if (x[i] != y[i])
			return x[i] < y[i];
	return false;
}

/* A whole order, never against the times; and as entered where they do not say
 * anything at all. */
static void
assert_order(const struct custody *c)
{
	bool seen[STEPS] = { false }, silent = true;

	for (size_t i = 0; i < c->n; i++) {
		const struct custody_step *s = &c->steps[c->order[i]];

		if (!s->at && s->corrects != CUSTODY_NONE)
			silent = false;
		assert_false(seen[c->order[i]]);
		seen[c->order[i]] = true;
		for (size_t j = i + 1; j < c->n; j++) {
			long a = (long)c->order[i], b = (long)c->order[j];

			assert_false(naive_before(c, b, a));
			silent = silent && !naive_before(c, a, b);
		}
	}
	for (size_t i = 0; silent && i < c->n; i++)
		assert_int_equal(c->order[i], i);
}

/* Letters: where a member holds for their party and a party for its members. */
static bool
naive_has(const char *who, const char *holder_now)
{
	return who && holder_now && (strcmp(who, holder_now) == 0 ||
		(strlen(who) <= 2 && *who == *holder_now &&
		 strlen(holder_now) <= 2 &&
		 (strlen(who) == 1 || strlen(holder_now) == 1)));
}

static bool
is_of_case(const char *who)
{
	return who && strlen(who) <= 2;
}

/* Who has it after all, by one rule after the other. */
static void
assert_holder(const struct custody *c)
{
	const char *has = NULL, *by[2];
	size_t open = 0;
	bool over = false;

	for (size_t i = 0; i < c->n; i++) {
		const struct custody_step *s = &c->steps[c->order[i]];
		const char *from = s->ends[0].who, *to = s->ends[1].who;
		enum custody_action what = s->action;
		bool comes = what == CUSTODY_SEIZED || what == CUSTODY_RECEIVED;
		bool goes = what == CUSTODY_RETURNED ||
			what == CUSTODY_DESTROYED || what == CUSTODY_LOST;

		if (naive_void_step(c, (long)c->order[i])) {
			assert_true(s->standing == CUSTODY_CORRECTED ||
				s->standing == CUSTODY_RETRACTED);
			assert_int_equal(s->gaps, 0);
			continue;
		}
		assert_int_equal(!!(s->gaps & CUSTODY_GAP_OVER), over && !comes);
		assert_int_equal(!!(s->gaps & CUSTODY_GAP_HOLDER), !over && has &&
			(from || comes) && !naive_has(from, has));
		naive_signs(c, (long)c->order[i], by);
		if (what == CUSTODY_HANDED_OVER && by[0] && by[1]) {
			assert_int_equal(s->standing, CUSTODY_COUNTS);
			has = to;
			over = false;
		} else if (what == CUSTODY_HANDED_OVER) {
			assert_int_equal(s->standing, CUSTODY_OPEN);
			open++;
			if (!has && !over)
				has = from;
		} else if ((comes || goes) && is_of_case(has) &&
		    *has != *s->author) {
			assert_int_equal(s->standing, CUSTODY_UNFOUNDED);
		} else {
			assert_int_equal(s->standing, CUSTODY_COUNTS);
			if (comes)
				has = to ? to : s->author;
			else if (goes)
				has = what == CUSTODY_RETURNED ? to : NULL;
			over = comes ? false : goes ? true : over;
		}
	}
	assert_int_equal(c->n_open, open);
	assert_true((has == NULL) == (c->holder.who == NULL));
	if (has)
		assert_string_equal(c->holder.who, has);
}

static void
test_chains_by_chance_are_what_a_simple_model_says(void **state)
{
	struct custody_step s[STEPS];
	struct custody_sign g[SIGNS];
	struct custody c;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		make_up(&c, s, g);
		custody_weigh(&c);
		assert_order(&c);
		assert_holder(&c);
		custody_clear(&c);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_giver_holds_until_both_sides_have_confirmed),
		cmocka_unit_test(test_only_its_own_party_confirms_a_side),
		cmocka_unit_test(test_nobody_stands_on_both_sides),
		cmocka_unit_test(test_event_time_orders_and_what_is_equal_stays),
		cmocka_unit_test(test_correction_takes_the_place_of_what_it_corrects),
		cmocka_unit_test(test_gaps_are_seen),
		cmocka_unit_test(test_nobody_takes_it_from_a_party_by_a_word),
		cmocka_unit_test(test_chains_by_chance_are_what_a_simple_model_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
