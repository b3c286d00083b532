/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_names.c - what records are called in a document. */
#include "tests/support/test.h"

#include "src/names.h"

static void
assert_name(const struct names *names, const char *ref, const char *want)
{
	char name[NAMES_SIZE];

	assert_int_equal(names_of(names, ref, name), want != NULL);
	if (want)
		assert_string_equal(name, want);
}

static void
test_refs_are_names_where_they_may_be_shown(void **state)
{
	struct names names = { 0 };

	(void)state;
	assert_name(&names, "RO-L1", NULL);
	names_add(&names, "RO-L7", 'L');
	assert_name(&names, "RO-L7", "RO-L7");
	assert_name(&names, "RO-L1", NULL);
	names_clear(&names);
}

static void
test_numbers_have_no_gaps(void **state)
{
	struct names names = { .numbered = true };

	(void)state;
	names_add(&names, "RO-L7", 'L');
	names_add(&names, "RO-P40", 'P');
	names_add(&names, "BG-LK7QM2", 'L');
	names_add(&names, "RO-L7", 'L');
	names_add(&names, "BG-L3", 'L');
	names_add(&names, "BG", 0);
	assert_name(&names, "RO-L7", "L1");
	assert_name(&names, "BG-LK7QM2", "L2");
	assert_name(&names, "BG-L3", "L3");
	assert_name(&names, "RO-P40", "P1");
	assert_name(&names, "BG", "BG");
	names_clear(&names);
}

static void
test_many_are_each_there_once(void **state)
{
	enum { N = 5000 };
	struct names names = { .numbered = true };
	char ref[32], want[32], name[NAMES_SIZE];
	const char *of;
	size_t at = 0, n = 0;

	(void)state;
	for (int i = 1; i <= N; i++) {
		snprintf(ref, sizeof(ref), "RO-F%d", i * 3);
		names_add(&names, ref, 'F');
	}
	for (int i = 1; i <= N; i++) {
		snprintf(ref, sizeof(ref), "RO-F%d", i * 3);
		snprintf(want, sizeof(want), "F%d", i);
		assert_name(&names, ref, want);
	}
	while (names_each(&names, &at, &of, name))
		n++;
	assert_int_equal(n, N);
	names_clear(&names);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refs_are_names_where_they_may_be_shown),
		cmocka_unit_test(test_numbers_have_no_gaps),
		cmocka_unit_test(test_many_are_each_there_once),
	};

	return RUN_TESTS("names", tests);
}
