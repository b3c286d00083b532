/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

static void
test_set_fills_code_and_text_and_returns_false(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_set(&err, ERR_STALE, "version %d", 3));
	assert_int_equal(err.code, ERR_STALE);
	assert_int_equal(err.field, ERR_NOWHERE);
	assert_string_equal(err.text, "version 3");
	assert_false(err_set(NULL, ERR_STALE, "nobody listens"));
}

static void
test_long_text_is_cut_at_a_character(void **state)
{
	struct err err;
	char greek[1024] = "";

	(void)state;
	for (size_t i = 0; i + 2 < sizeof(greek); i += 2)
		memcpy(greek + i, "\xCE\xB1", 3);
	err_set(&err, ERR_RULE, "x%s", greek);
	size_t len = strlen(err.text);
	assert_true(len == sizeof(err.text) - 1 || len == sizeof(err.text) - 2);
	assert_int_equal(len % 2, 1);
}

static void
test_each_code_has_a_word_and_a_status(void **state)
{
	(void)state;
	for (int code = 1; code < ERR_N; code++) {
		assert_non_null(err_word((enum err_code)code));
		assert_true(err_status((enum err_code)code) > 0);
		for (int other = 1; other < code; other++)
			assert_string_not_equal(err_word((enum err_code)code),
				err_word((enum err_code)other));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set_fills_code_and_text_and_returns_false),
		cmocka_unit_test(test_long_text_is_cut_at_a_character),
		cmocka_unit_test(test_each_code_has_a_word_and_a_status),
	};

	return RUN_TESTS("base/err", tests);
}
