/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_role.c - the table of rights against the code list of roles. */
#include "tests/support/test.h"

#include "src/codes.h"
#include "src/role.h"

static void
test_every_role_may_do_something_and_none_is_unknown(void **state)
{
	(void)state;
	for (size_t i = 0; codes_role[i].code; i++) {
		int rights = 0;

		for (int r = 0; r < RIGHT_N; r++)
			rights += role_may(codes_role[i].code,
				(enum role_right)r, NULL);
		assert_true(rights > 0);
	}
	assert_false(role_may("minister", RIGHT_READ, NULL));
}

static void
test_auditor_reads_the_log_alone(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_true(role_may("auditor", RIGHT_LOG, NULL));
	assert_err(role_may("auditor", RIGHT_READ, &err), err, ERR_DENIED);
	/* The refusal says who could. */
	assert_non_null(strstr(err.text, "leader"));
	assert_null(strstr(err.text, "these may: auditor"));
}

static void
test_only_leaders_and_the_administrator_admit(void **state)
{
	(void)state;
	assert_true(role_may("leader", RIGHT_ADMIT, NULL));
	assert_true(role_may("deputy", RIGHT_ADMIT, NULL));
	assert_true(role_may("admin", RIGHT_ADMIT, NULL));
	assert_false(role_may("police", RIGHT_ADMIT, NULL));
	assert_false(role_may("analyst", RIGHT_ADMIT, NULL));
}

static void
test_words_of_the_command_line_name_rights(void **state)
{
	(void)state;
	assert_int_equal(role_right_of("import"), RIGHT_IMPORT);
	assert_int_equal(role_right_of("show"), RIGHT_READ);
	assert_int_equal(role_right_of("dance"), RIGHT_N);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_role_may_do_something_and_none_is_unknown),
		cmocka_unit_test(test_auditor_reads_the_log_alone),
		cmocka_unit_test(test_only_leaders_and_the_administrator_admit),
		cmocka_unit_test(test_words_of_the_command_line_name_rights),
	};

	return RUN_TESTS("src/role", tests);
}
