/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of links that need their ends and each other. */
#include "tests/support/test.h"
#include "tests/support/case.h"

/* Two persons and an asset. */
static void
make_ends(struct desk *d)
{
	case_put(d, "person", "name=Ivan Petrov", NULL);
	case_put(d, "person", "name=Maria Petrova", NULL);
	case_put(d, "asset", "type=REAL", "description=Villa", NULL);
}

static void
test_a_link_says_what_its_type_can_say(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_ends(d);
	case_put(d, "link", "type=owns", "a=RO-P1", "b=RO-A1", "percent=60",
		"from_date=2019-03", "grade=B2", NULL);
	case_is(d, "RO-X1", "a", "RO-P1");
	case_is(d, "RO-X1", "percent", "60");
	case_is(d, "RO-X1", "grade", "B2");
	case_refuse(d, ERR_RULE, "link", "type=knows", "a=RO-P1", "b=RO-P2",
		"percent=60", NULL);
	case_refuse(d, ERR_RULE, "link", "type=same_as", "a=RO-P1", "b=RO-P2",
		"from_date=2020", NULL);
	desk_close(d);
}

static void
test_ends_are_two_records_of_kinds_that_fit(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_ends(d);
	case_refuse(d, ERR_RULE, "link", "type=related", "a=RO-P1", "b=RO-P1",
		NULL);
	case_refuse(d, ERR_RULE, "link", "type=owns", "a=RO-A1", "b=RO-P1",
		NULL);
	case_refuse(d, ERR_NOT_FOUND, "link", "type=owns", "a=RO-P1", "b=RO-A9",
		NULL);
	case_put(d, "link", "type=found_with", "a=RO-P1", "b=RO-A1", NULL);
	case_refuse(d, ERR_NOT_FOUND, "link", "type=related", "a=RO-P1",
		"b=RO-X1", NULL);
	desk_close(d);
}

static void
test_the_same_again_is_refused_while_days_overlap(void **state)
{
	struct desk *d = case_desk(NULL);

	(void)state;
	make_ends(d);
	case_put(d, "link", "type=uses", "a=RO-P1", "b=RO-A1",
		"from_date=2019-03", "to_date=2020", NULL);
	case_refuse(d, ERR_RULE, "link", "type=uses", "a=RO-P1", "b=RO-A1", NULL);
	/* Whether 2020-06 is after 2020 nobody knows. */
	case_refuse(d, ERR_RULE, "link", "type=uses", "a=RO-P1", "b=RO-A1",
		"from_date=2020-06", NULL);
	case_put(d, "link", "type=uses", "a=RO-P1", "b=RO-A1",
		"from_date=2021", NULL);
	case_put(d, "link", "type=uses", "a=RO-P1", "b=RO-A1",
		"to_date=2018", NULL);
	case_put(d, "link", "type=owns", "a=RO-P1", "b=RO-A1", NULL);
	case_put(d, "link", "type=uses", "a=RO-P2", "b=RO-A1", NULL);
	desk_close(d);
}

static void
test_a_mutual_link_is_one_from_both_ends(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	make_ends(d);
	case_put(d, "link", "type=knows", "a=RO-P1", "b=RO-P2", NULL);
	case_refuse(d, ERR_RULE, "link", "type=knows", "a=RO-P2", "b=RO-P1",
		NULL);
	/* To say more of it is no second one. */
	assert_true(case_set(d, &acted, &err, "link", "RO-X1", 0,
		"from_date=2020", "note=since school", NULL));
	desk_acted_clear(&acted);
	/* Its ends stay: another pair is another link. */
	assert_false(case_set(d, &acted, &err, "link", "RO-X1", 0, "a=RO-P2",
		NULL));
	assert_int_equal(err.code, ERR_RULE);
	desk_acted_clear(&acted);
	desk_close(d);
}

static void
test_one_that_is_not_seen_is_no_reason_to_refuse(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");

	(void)state;
	make_ends(ro);
	char *ref = case_add(ro, "link", "type=knows", "a=RO-P1", "b=RO-P2",
		"share=own", NULL);

	assert_false(case_sees(bg, ref));
	case_put(bg, "link", "type=knows", "a=RO-P1", "b=RO-P2", NULL);
	case_refuse(bg, ERR_RULE, "link", "type=knows", "a=RO-P1", "b=RO-P2",
		NULL);
	free(ref);
	desk_close(ro);
	desk_close(bg);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_link_says_what_its_type_can_say),
		CASE_TEST(test_ends_are_two_records_of_kinds_that_fit),
		CASE_TEST(test_the_same_again_is_refused_while_days_overlap),
		CASE_TEST(test_a_mutual_link_is_one_from_both_ends),
		CASE_TEST(test_one_that_is_not_seen_is_no_reason_to_refuse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
