/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_record.c - see src/record.h. */
#include "tests/support/test.h"

#include "src/lead.h"
#include "src/record.h"

static void
test_unset_and_cleared_differ_but_are_both_absent(void **state)
{
	struct record r;

	(void)state;
	record_init(&r, &lead_kind);
	assert_int_equal(r.values[LEAD_TITLE].state, VALUE_UNSET);
	record_set(&r, LEAD_TITLE, "");
	assert_int_equal(r.values[LEAD_TITLE].state, VALUE_CLEARED);
	assert_null(record_text(&r, LEAD_TITLE));
	assert_true(value_same(&r.values[LEAD_TITLE], &r.values[LEAD_DUE]));
	record_set(&r, LEAD_TITLE, "x");
	assert_false(value_same(&r.values[LEAD_TITLE], &r.values[LEAD_DUE]));
	record_clear(&r);
}

static void
test_apply_sets_clears_and_leaves(void **state)
{
	struct record r, change;

	(void)state;
	record_init(&r, &lead_kind);
	record_init(&change, &lead_kind);
	record_set(&r, LEAD_TITLE, "old");
	record_set(&r, LEAD_CHANNEL, "hotline");
	record_set(&r, LEAD_METHOD, "kept");
	record_set(&change, LEAD_TITLE, "new");
	record_set(&change, LEAD_CHANNEL, NULL);
	record_apply(&r, &change);
	assert_string_equal(record_text(&r, LEAD_TITLE), "new");
	assert_int_equal(r.values[LEAD_CHANNEL].state, VALUE_UNSET);
	assert_string_equal(record_text(&r, LEAD_METHOD), "kept");
	record_clear(&r);
	record_clear(&change);
}

static void
test_copy_owns_its_text(void **state)
{
	struct record r, copy;

	(void)state;
	record_init(&r, &lead_kind);
	record_set(&r, LEAD_TITLE, "one");
	record_copy(&copy, &r);
	record_set(&r, LEAD_TITLE, "two");
	assert_string_equal(record_text(&copy, LEAD_TITLE), "one");
	record_clear(&r);
	record_clear(&copy);
}

static void
test_has_finds_whole_words_of_a_set(void **state)
{
	struct record r;

	(void)state;
	record_init(&r, &lead_kind);
	assert_false(record_has(&r, HEADER_TAGS, "a"));
	record_set(&r, HEADER_TAGS, "abc,b,cd");
	assert_true(record_has(&r, HEADER_TAGS, "abc"));
	assert_true(record_has(&r, HEADER_TAGS, "b"));
	assert_true(record_has(&r, HEADER_TAGS, "cd"));
	assert_false(record_has(&r, HEADER_TAGS, "ab"));
	assert_false(record_has(&r, HEADER_TAGS, "d"));
	record_clear(&r);
}

static void
test_numbers_come_back(void **state)
{
	struct record r;

	(void)state;
	record_init(&r, &lead_kind);
	assert_int_equal(record_int(&r, HEADER_VERSION), 0);
	record_set_int(&r, HEADER_VERSION, 7);
	assert_string_equal(record_text(&r, HEADER_VERSION), "7");
	assert_int_equal(record_int(&r, HEADER_VERSION), 7);
	record_clear(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unset_and_cleared_differ_but_are_both_absent),
		cmocka_unit_test(test_apply_sets_clears_and_leaves),
		cmocka_unit_test(test_copy_owns_its_text),
		cmocka_unit_test(test_has_finds_whole_words_of_a_set),
		cmocka_unit_test(test_numbers_come_back),
	};

	return RUN_TESTS("src/record", tests);
}
