/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/compiler.h"
#include "base/sorted.h"

static const int64_t ids[] = { INT64_MIN, -3, 0, 4, 9, 9, INT64_MAX };

static void
test_a_number_is_found_where_it_is_first(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(ids); i++) {
		assert_int_equal(sorted_at(ids, ARRAY_SIZE(ids), ids[i]),
			i == 5 ? 4 : i);
		assert_true(sorted_has(ids, ARRAY_SIZE(ids), ids[i]));
	}
}

static void
test_what_is_not_there_belongs_before_what_is_greater(void **state)
{
	(void)state;
	assert_int_equal(sorted_at(ids, ARRAY_SIZE(ids), -4), 1);
	assert_int_equal(sorted_at(ids, ARRAY_SIZE(ids), 5), 4);
	assert_int_equal(sorted_at(ids, ARRAY_SIZE(ids), 10), 6);
	assert_int_equal(sorted_at(ids, 4, 5), 4);
	assert_false(sorted_has(ids, ARRAY_SIZE(ids), 5));
	assert_false(sorted_has(ids, 4, 9));
}

static void
test_in_none_nothing_is_found(void **state)
{
	(void)state;
	assert_int_equal(sorted_at(NULL, 0, 7), 0);
	assert_false(sorted_has(NULL, 0, 7));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_number_is_found_where_it_is_first),
		cmocka_unit_test(test_what_is_not_there_belongs_before_what_is_greater),
		cmocka_unit_test(test_in_none_nothing_is_found),
	};

	return RUN_TESTS("base/sorted", tests);
}
