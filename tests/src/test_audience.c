/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The algebra of audiences, by chance, against a model that asks each viewer one by
 * one. */
#include "tests/support/test.h"
#include "tests/support/noise.h"

#include "src/audience.h"
#include "src/kinds.h"
#include "src/person.h"

enum { SLOTS = 5, MEMBERS = 3, NOW = 100, ROUNDS = 4000 };

static const char *const uids[MEMBERS] = {
	"00000000-0000-4000-8000-000000000001",
	"00000000-0000-4000-8000-000000000002",
	"00000000-0000-4000-8000-000000000003",
};

struct viewer_model {
	int slot;
	const char *member;
	int clearance;
	bool earlier;
};

static uint32_t seed = 1;

static int
below(int n)
{
	return (int)(noise_next(&seed) % (uint32_t)n);
}

/* What the words of src/audience.h say, and db/audience.c in SQL. */
static bool
is_in(const struct db_audience *a, const struct viewer_model *v)
{
	if (a->class > v->clearance)
		return false;
	if (a->mask >> v->slot & 1 || (v->earlier && a->open >> v->slot & 1))
		return true;
	for (size_t i = 0; i < a->n_who; i++) {
		const struct db_audience_who *w = &a->who[i];

		if (w->slot == v->slot &&
		    (!*w->member || strcmp(w->member, v->member) == 0) &&
		    (!w->until || w->until > NOW) && (!w->earlier || v->earlier))
			return true;
	}
	return false;
}

static struct viewer_model
viewer_no(int i)
{
	return (struct viewer_model){ i % SLOTS, uids[i / SLOTS % MEMBERS],
		i / (SLOTS * MEMBERS) % 4 - 1, i / (SLOTS * MEMBERS * 4) };
}
enum { VIEWERS = SLOTS * MEMBERS * 4 * 2 };

static struct db_audience_who
some_who(void)
{
	static const int64_t ends[] = { 0, 0, 50, 150, 250 };
	struct db_audience_who w = { .slot = below(SLOTS),
		.until = ends[below(5)], .earlier = below(4) == 0 };

	if (below(2))
		strbuf_fill(w.member, sizeof(w.member), uids[below(MEMBERS)]);
	return w;
}

static struct db_audience
some_audience(void)
{
	struct db_audience a = { .mask = (uint64_t)below(1 << SLOTS),
		.class = below(3), .voided = below(4) == 0 };

	if (below(2))
		a.mask &= (uint64_t)below(1 << SLOTS);
	if (below(3) == 0)
		a.open = ~a.mask;
	else if (below(3) == 0)
		a.open = (uint64_t)below(1 << SLOTS);
	a.n_who = (size_t)below(5);
	a.who = calloc(a.n_who + 1, sizeof(*a.who));
	for (size_t i = 0; i < a.n_who; i++)
		a.who[i] = some_who();
	audience_spell(&a);
	return a;
}

static struct db_audience
copy(const struct db_audience *a)
{
	struct db_audience c = { 0 };

	assert_true(audience_read(a->text, &c));
	return c;
}

static struct db_audience
narrowed(const struct db_audience *a, const struct db_audience *by)
{
	struct db_audience c = copy(a);

	audience_narrow(&c, by);
	return c;
}

static void
test_spelling_is_one_and_says_the_same(void **state)
{
	(void)state;
	for (int n = 0; n < ROUNDS; n++) {
		struct db_audience a = some_audience(), again = copy(&a);

		assert_string_equal(a.text, again.text);
		assert_true(audience_row_holds(&a));
		for (int i = 0; i < VIEWERS; i++) {
			struct viewer_model v = viewer_no(i);

			assert_int_equal(is_in(&a, &v), is_in(&again, &v));
		}
		db_audience_clear(&a);
		db_audience_clear(&again);
	}
}

static void
test_normal_form_lets_in_whom_the_parts_let_in(void **state)
{
	(void)state;
	for (int n = 0; n < ROUNDS; n++) {
		struct db_audience_who who[6];
		struct db_audience a = { .mask = (uint64_t)below(4), .n_who = 6 };
		struct db_audience raw = { .mask = a.mask, .who = who,
			.n_who = 6 };

		a.who = calloc(6, sizeof(*a.who));
		for (size_t i = 0; i < 6; i++)
			a.who[i] = who[i] = some_who();
		audience_spell(&a);
		for (int i = 0; i < VIEWERS; i++) {
			struct viewer_model v = viewer_no(i);

			assert_int_equal(is_in(&a, &v), is_in(&raw, &v));
		}
		db_audience_clear(&a);
	}
}

static void
test_cut_is_for_whom_both_are(void **state)
{
	(void)state;
	for (int n = 0; n < ROUNDS; n++) {
		struct db_audience a = some_audience(), b = some_audience();
		struct db_audience cut = narrowed(&a, &b);

		assert_int_equal(cut.voided, a.voided || b.voided);
		assert_true(audience_row_holds(&cut));
		for (int i = 0; i < VIEWERS; i++) {
			struct viewer_model v = viewer_no(i);

			assert_int_equal(is_in(&cut, &v),
				is_in(&a, &v) && is_in(&b, &v));
		}
		assert_true(cut.class > 0 ||
			(audience_covers(&a, &cut) && audience_covers(&b, &cut)));
		db_audience_clear(&a);
		db_audience_clear(&b);
		db_audience_clear(&cut);
	}
}

static void
test_what_ended_is_dropped_and_nobody_else(void **state)
{
	(void)state;
	for (int n = 0; n < ROUNDS; n++) {
		struct db_audience a = some_audience(), left = { 0 };

		assert_true(audience_read(a.text, &left));
		audience_drop_ended(&left, NOW);
		assert_true(audience_row_holds(&left));
		for (size_t i = 0; i < left.n_who; i++)
			assert_true(!left.who[i].until || left.who[i].until > NOW);
		for (int i = 0; i < VIEWERS; i++) {
			struct viewer_model v = viewer_no(i);

			assert_int_equal(is_in(&left, &v), is_in(&a, &v));
		}
		db_audience_clear(&a);
		db_audience_clear(&left);
	}
}

static void
test_cutting_commutes_and_associates(void **state)
{
	(void)state;
	for (int n = 0; n < ROUNDS; n++) {
		struct db_audience a = some_audience(), b = some_audience(),
			c = some_audience();
		struct db_audience ab = narrowed(&a, &b), ba = narrowed(&b, &a),
			aa = narrowed(&a, &a), bc = narrowed(&b, &c);
		struct db_audience left = narrowed(&ab, &c),
			right = narrowed(&a, &bc);

		assert_string_equal(ab.text, ba.text);
		assert_string_equal(aa.text, a.text);
		assert_string_equal(left.text, right.text);
		struct db_audience *all[] = { &a, &b, &c, &ab, &ba, &aa, &bc,
			&left, &right };

		for (size_t i = 0; i < 9; i++)
			db_audience_clear(all[i]);
	}
}

static void
test_other_spellings_are_none(void **state)
{
	static const char *const good[] = {
		"case", "team 5", "only 0", "only 1", "void only 1", "only 5~8",
		"only 5 restricted", "team 5 protected 1<100",
		"only 0 0:00000000-0000-4000-8000-000000000001",
		"only 1 1<100~ 1:00000000-0000-4000-8000-000000000001<90",
		"only 8000000000000000~7ffffffffffffffe 0<9223372036854775807",
	};
	static const char *const bad[] = {
		"", "none", "own 1", "case ", "team", "team 05", "only 5~",
		"only 5~1", "only G", "only 1 ", "only 1 0", "only 1 0<50",
		"only 0 64", "only 0 -1<5", "only 0 1:", "only 0 1:x<5",
		"only 0 2<5 1<5", "only 0 1<5 1<6", "only 5~fffffffffffffffa",
		"only 0 1", "only 0 1~", "only 1 normal", "void", "void void case",
		"only 1 restricted protected", "only 1 2<5 restricted",
		"only 0 1:00000000-0000-4000-8000-00000000000100000000-0000",
	};
	struct db_audience a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (!audience_read(good[i], &a) || strcmp(a.text, good[i]) != 0)
			fail_msg("not read: %s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (audience_read(bad[i], &a))
			fail_msg("read: %s", bad[i]);
	db_audience_clear(&a);
}

static void
test_columns_must_say_what_the_text_says(void **state)
{
	struct db_audience a = { 0 };

	(void)state;
	assert_true(audience_read("only 5 restricted 3<9", &a));
	assert_true(audience_row_holds(&a));
	a.mask = 7;
	assert_false(audience_row_holds(&a));
	a.mask = 5;
	a.who[0].until = 10;
	assert_false(audience_row_holds(&a));
	a.who[0].until = 9;
	a.class = 0;
	assert_false(audience_row_holds(&a));
	db_audience_clear(&a);
}

/* The audience of a lead after these steps. */
static void
effect(const char *meant, const struct audience_step *steps, size_t n,
	const char *handling, const char *is)
{
	struct db_audience a = { 0 };
	struct record r;

	record_init(&r, &lead_kind);
	record_set(&r, HEADER_HANDLING, handling);
	assert_true(audience_read(meant, &a));
	audience_effect(&a, steps, n, &r);
	assert_string_equal(a.text, is);
	db_audience_clear(&a);
	record_clear(&r);
}

static void
test_steps_give_and_take_in_order(void **state)
{
	const struct audience_step steps[] = {
		{ AUDIENCE_GIVE, 3, "", 0 },
		{ AUDIENCE_GIVE, 4, uids[0], 200 },
		{ AUDIENCE_GIVE, 4, uids[1], 0 },
		{ AUDIENCE_TAKE, 3, "", 0 },
		{ AUDIENCE_END, 4, "", 200 },
		{ AUDIENCE_TAKE, 4, "", 0 },
		{ AUDIENCE_TAKE, 1, "", 0 },
	};

	(void)state;
	effect("only 1", steps, 0, NULL, "only 1");
	effect("only 1", steps, 1, NULL, "only 9");
	effect("only 1", steps, 2, NULL,
		"only 9 4:00000000-0000-4000-8000-000000000001<200");
	effect("only 1", steps, 4, NULL,
		"only 1 4:00000000-0000-4000-8000-000000000001<200"
		" 4:00000000-0000-4000-8000-000000000002");
	effect("only 1", steps, 5, NULL,
		"only 1 4:00000000-0000-4000-8000-000000000002");
	effect("only 1", steps, 6, NULL, "only 1");
	/* Of the team one is taken out, and the others stay as they were. */
	effect("team 3", &steps[6], 1, NULL, "only 1~fffffffffffffffc");
	effect("team 3", steps, 0, "H2", "only 3");
	effect("team 3", steps, 1, "H1,H2", "only b");
}

static void
test_what_a_record_says_gives_class_and_voids(void **state)
{
	struct db_audience a = { 0 };
	struct record r;

	(void)state;
	record_init(&r, &person_kind);
	assert_true(audience_read("team 3", &a));
	record_set(&r, PERSON_PROTECTION, "none");
	audience_effect(&a, NULL, 0, &r);
	assert_string_equal(a.text, "team 3");
	record_set(&r, HEADER_LEGAL, "restricted");
	audience_effect(&a, NULL, 0, &r);
	assert_string_equal(a.text, "team 3 restricted");
	record_set(&r, PERSON_PROTECTION, "anonymous");
	record_set(&r, HEADER_RETRACTED, "5");
	audience_effect(&a, NULL, 0, &r);
	assert_string_equal(a.text, "void team 3 protected");
	assert_true(audience_is_team(&a));
	record_clear(&r);
	db_audience_clear(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spelling_is_one_and_says_the_same),
		cmocka_unit_test(test_normal_form_lets_in_whom_the_parts_let_in),
		cmocka_unit_test(test_cut_is_for_whom_both_are),
		cmocka_unit_test(test_what_ended_is_dropped_and_nobody_else),
		cmocka_unit_test(test_cutting_commutes_and_associates),
		cmocka_unit_test(test_other_spellings_are_none),
		cmocka_unit_test(test_columns_must_say_what_the_text_says),
		cmocka_unit_test(test_steps_give_and_take_in_order),
		cmocka_unit_test(test_what_a_record_says_gives_class_and_voids),
	};

	return RUN_TESTS("src/audience", tests);
}
