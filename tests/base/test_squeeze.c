/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/squeeze.h"

static void
test_separators_go_and_letters_grow(void **state)
{
	char out[32];

	(void)state;
	assert_true(squeeze_text(" a-b\tc\xC2\xA0" "d\xE2\x80\x93" "e/f", "/", out,
		sizeof(out)));
	assert_string_equal(out, "ABCDEF");
	assert_true(squeeze_text("a/b", "", out, sizeof(out)));
	assert_string_equal(out, "A/B");
}

static void
test_what_does_not_fit_is_cut_and_said(void **state)
{
	char out[4];

	(void)state;
	assert_true(squeeze_text("a b c - ", "", out, sizeof(out)));
	assert_string_equal(out, "ABC");
	assert_false(squeeze_text("a b c d", "", out, sizeof(out)));
	assert_string_equal(out, "ABC");
	assert_true(squeeze_letters("a b c", out, sizeof(out)));
	assert_string_equal(out, "ABC");
	assert_false(squeeze_letters("a b c d", out, sizeof(out)));
}

static void
test_letters_that_look_alike_become_latin(void **state)
{
	char out[64];

	(void)state;
	/* The twelve of Bulgarian plates, the fourteen of Greek ones. */
	assert_true(squeeze_letters("\xD0\x90\xD0\x92\xD0\x95\xD0\x9A\xD0\x9C"
		"\xD0\x9D\xD0\x9E\xD0\xA0\xD0\xA1\xD0\xA2\xD0\xA3\xD0\xA5",
		out, sizeof(out)));
	assert_string_equal(out, "ABEKMHOPCTYX");
	assert_true(squeeze_letters("\xCE\x91\xCE\x92\xCE\x95\xCE\x96\xCE\x97"
		"\xCE\x99\xCE\x9A\xCE\x9C\xCE\x9D\xCE\x9F\xCE\xA1\xCE\xA4"
		"\xCE\xA5\xCE\xA7", out, sizeof(out)));
	assert_string_equal(out, "ABEZHIKMNOPTYX");
	/* Zhe is like none; a dash stays one, a blank goes */
	assert_true(squeeze_letters("\xD0\xB6 \xE2\x80\x94 1", out, sizeof(out)));
	assert_string_equal(out, "\xD0\x96-1");
}

static void
test_broken_text_is_refused(void **state)
{
	char out[16] = "";

	(void)state;
	assert_false(squeeze_letters("a\xC3", out, sizeof(out)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_separators_go_and_letters_grow),
		cmocka_unit_test(test_what_does_not_fit_is_cut_and_said),
		cmocka_unit_test(test_letters_that_look_alike_become_latin),
		cmocka_unit_test(test_broken_text_is_refused),
	};

	return RUN_TESTS("base/squeeze", tests);
}
