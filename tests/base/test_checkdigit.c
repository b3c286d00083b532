/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/checkdigit.h"

/* ISO/IEC 7812-1 annex B, and ISINs of ISO 6166. */
static void
test_luhn_over_digits_and_letters(void **state)
{
	(void)state;
	assert_true(checkdigit_luhn("4992739871" "6", 11));
	assert_false(checkdigit_luhn("4992739871" "7", 11));
	assert_int_equal(checkdigit_luhn_next("4992739871", 10), '6');
	assert_true(checkdigit_luhn("US0378331005", 12));
	assert_true(checkdigit_luhn("AU0000XVGZA3", 12));
	assert_false(checkdigit_luhn("AU0000XVGZA4", 12));
	assert_int_equal(checkdigit_luhn_next("US037833100", 11), '5');
	assert_int_equal(checkdigit_luhn_next("", 0), '0');
}

static void
test_the_next_digit_makes_any_number_right(void **state)
{
	char text[16];

	(void)state;
	for (int i = 0; i < 5000; i++) {
		int len = snprintf(text, sizeof(text), "%X", i * 7919);

		text[len] = checkdigit_luhn_next(text, (size_t)len);
		assert_true(checkdigit_luhn(text, (size_t)len + 1));
		text[len] = text[len] == '9' ? '0' : (char)(text[len] + 1);
		assert_false(checkdigit_luhn(text, (size_t)len + 1));
	}
}

/* An IBAN of the registry with its first four last, and an LEI as it stands. */
static void
test_mod_97_of_iban_and_lei(void **state)
{
	(void)state;
	assert_int_equal(checkdigit_mod97("GB29NWBK60161331926819", 22, 4), 1);
	assert_int_not_equal(checkdigit_mod97("GB29NWBK60161331926818", 22, 4), 1);
	assert_int_equal(checkdigit_mod97("213800KUD8LAJWSQ9D15", 20, 0), 1);
	assert_int_equal(checkdigit_mod97("97", 2, 0), 0);
}

/* ICAO Doc 9303 part 3, 4.9, and the specimen passport of part 4. */
static void
test_digits_of_machine_readable_zones(void **state)
{
	(void)state;
	assert_int_equal(checkdigit_mrz("520727", 6), '3');
	assert_int_equal(checkdigit_mrz("AB2134<<<", 9), '5');
	assert_int_equal(checkdigit_mrz("L898902C3", 9), '6');
	assert_int_equal(checkdigit_mrz("740812", 6), '2');
	assert_int_equal(checkdigit_mrz("ZE184226B<<<<<", 14), '1');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_luhn_over_digits_and_letters),
		cmocka_unit_test(test_the_next_digit_makes_any_number_right),
		cmocka_unit_test(test_mod_97_of_iban_and_lei),
		cmocka_unit_test(test_digits_of_machine_readable_zones),
	};

	return RUN_TESTS("base/checkdigit", tests);
}
