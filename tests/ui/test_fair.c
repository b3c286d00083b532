/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "ui/fair.h"

static void
check(int room, int a, int b, int c, const char *want)
{
	const int needs[] = { a, b, c };
	int given[3];
	char got[60];

	fair_share(room, 2, needs, given, 3);
	snprintf(got, sizeof(got), "%d %d %d", given[0], given[1], given[2]);
	assert_string_equal(got, want);
}

static void
test_each_gets_its_least_then_the_needy_the_rest(void **state)
{
	(void)state;
	check(9, 3, 3, 3, "3 3 3");
	check(20, 3, 3, 3, "3 3 3");
	check(9, 1, 9, 1, "1 7 1");
	check(9, 9, 9, 9, "3 3 3");
	check(10, 9, 9, 9, "4 3 3");
	check(8, 2, 9, 9, "2 3 3");
	check(6, 0, 0, 9, "0 0 6");
}

static void
test_least_is_given_whatever_the_room(void **state)
{
	(void)state;
	check(0, 9, 9, 1, "2 2 1");
	check(-5, 9, 0, 9, "2 0 2");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_gets_its_least_then_the_needy_the_rest),
		cmocka_unit_test(test_least_is_given_whatever_the_room),
	};

	return RUN_TESTS("ui/fair", tests);
}
