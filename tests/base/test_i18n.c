/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/i18n.h"

static void
test_a_word_without_a_catalogue_is_itself(void **state)
{
	const char *text = "Open";

	(void)state;
	assert_ptr_equal(i18n_in("verb", text), text);
	assert_string_equal(C_("adjective", "Open"), "Open");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_word_without_a_catalogue_is_itself),
	};

	return cmocka_run_group_tests_name("base/i18n", tests, NULL, NULL);
}
