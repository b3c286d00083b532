/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "tests/support/ident.h"

static void
test_phone_numbers_lose_their_punctuation(void **state)
{
	(void)state;
	assert_normal(IDENT_PHONE, "+40 21 555 01 00", "+40215550100");
	assert_normal(IDENT_PHONE, "0040-21/555.01.00", "+40215550100");
	assert_normal(IDENT_PHONE, "+44 (0)20 7946 0958", "+442079460958");
	assert_normal(IDENT_PHONE, "(+359) 2 555 0100", "+35925550100");
	assert_normal(IDENT_PHONE, "tel:+1-202-555-0143", "+12025550143");
	assert_normal(IDENT_PHONE, "+683 4000", "+6834000");
	assert_normal(IDENT_PHONE, "+123456789012345", "+123456789012345");
	/* As an address book hands it out. */
	assert_normal(IDENT_PHONE, "\xE2\x80\xAA+40\xC2\xA0" "21\xE2\x80\x91"
		"5550100\xE2\x80\xAC", "+40215550100");
}

static void
test_wrong_phone_numbers_are_kept_with_a_reason(void **state)
{
	(void)state;
	assert_kept(IDENT_PHONE, "021 555 0100", "country code");
	assert_kept(IDENT_PHONE, "555", "country code");
	assert_kept(IDENT_PHONE, "", "country code");
	assert_kept(IDENT_PHONE, "+40 555", "7 to 15");
	assert_kept(IDENT_PHONE, "+1234567890123456", "7 to 15");
	assert_kept(IDENT_PHONE, "+12345678901234567890123456789012345678901234"
		"5678901234567890", "country code");
	assert_kept(IDENT_PHONE, "+0401234567", "no 0 after");
	assert_kept(IDENT_PHONE, "+40 21 555 0100 ext. 7", "extension");
	assert_kept(IDENT_PHONE, "++40215550100", "digits only");
	assert_kept(IDENT_PHONE, "+40215550100\x01", "digits only");
}

static void
test_country_codes_are_those_of_the_itu(void **state)
{
	(void)state;
	assert_normal(IDENT_PHONE, "+7 495 555 0100", "+74955550100");
	assert_normal(IDENT_PHONE, "+359 2 555 0100", "+35925550100");
	assert_normal(IDENT_PHONE, "+383 38 555 010", "+38338555010");
	assert_normal(IDENT_PHONE, "+881 6 5550 1000", "+881655501000");
	assert_kept(IDENT_PHONE, "+991 555 0100", "no country code");
	assert_kept(IDENT_PHONE, "+210 555 0100", "no country code");
	assert_kept(IDENT_PHONE, "+384 555 0100", "no country code");
	assert_kept(IDENT_PHONE, "+999 555 0100", "no country code");
}

/* Numbers of 3GPP TS 23.003 and GSMA TS.06, as python-stdnum tests with. */
static void
test_a_device_has_14_digits_and_what_follows_them(void **state)
{
	(void)state;
	assert_normal(IDENT_IMEI, "49-015420-323751-8", "490154203237518");
	assert_normal(IDENT_IMEI, "490154203237518", "490154203237518");
	assert_normal(IDENT_IMEI, "49015420323751", "490154203237518");
	assert_normal(IDENT_IMEI, "35-686800-004141", "356868000041418");
	assert_normal(IDENT_IMEI, "35686800-004141-20", "3568680000414120");
	assert_kept(IDENT_IMEI, "35-417803-685978-1", "wrong");
	assert_kept(IDENT_IMEI, "490154203237510", "call records");
	assert_kept(IDENT_IMEI, "4901542032375", "14 digits");
	assert_kept(IDENT_IMEI, "49015420323751800", "14 digits");
	assert_kept(IDENT_IMEI, "49015420323751A", "14 digits");
	assert_kept(IDENT_IMEI, "000000000000000", "no device");
	assert_kept(IDENT_IMEI, "", "14 digits");
}

static void
test_one_device_is_the_same_in_all_three_lengths(void **state)
{
	(void)state;
	assert_key(IDENT_IMEI, "356868000041418", "35686800004141");
	assert_key(IDENT_IMEI, "3568680000414120", "35686800004141");
	assert_key(IDENT_PHONE, "+40215550100", "+40215550100");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_phone_numbers_lose_their_punctuation),
		cmocka_unit_test(test_wrong_phone_numbers_are_kept_with_a_reason),
		cmocka_unit_test(test_country_codes_are_those_of_the_itu),
		cmocka_unit_test(test_a_device_has_14_digits_and_what_follows_them),
		cmocka_unit_test(test_one_device_is_the_same_in_all_three_lengths),
	};

	return RUN_TESTS("base/ident_phone", tests);
}
