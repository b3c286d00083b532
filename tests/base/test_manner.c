/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_manner.c - sentences name a field as people know it where they read them. */
#include "tests/support/test.h"

#include "base/manner.h"

static void
test_field_is_named_on_screens_by_its_label(void **state)
{
	static const struct field f = { .name = "due", .label = "Due" };

	(void)state;
	assert_false(manner_is_screens());
	assert_string_equal(manner_field(&f), "due");
	manner_set_screens(true);
	assert_true(manner_is_screens());
	assert_string_equal(manner_field(&f), "Due");
	manner_set_screens(false);
	assert_string_equal(manner_field(&f), "due");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_field_is_named_on_screens_by_its_label),
};

int
main(void)
{
	return RUN_TESTS("base/manner", tests);
}
