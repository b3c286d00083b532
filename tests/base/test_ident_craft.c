/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "tests/support/ident.h"

static void
test_plates_name_their_country(void **state)
{
	(void)state;
	assert_normal(IDENT_PLATE, "RO:B 123 ABC", "RO:B123ABC");
	assert_normal(IDENT_PLATE, "ro : b-123-abc", "RO:B123ABC");
	assert_normal(IDENT_PLATE, "DE:M\xC3\xBC-AB 123", "DE:M\xC3\x9C" "AB123");
	assert_normal(IDENT_PLATE, "DE:Mu\xCC\x88-AB 123",
		"DE:M\xC3\x9C" "AB123");
	assert_normal(IDENT_PLATE, "EL:IKA 1234", "GR:IKA1234");
	/* Typed on a Greek keyboard, and on a Bulgarian one. */
	assert_normal(IDENT_PLATE, "GR:\xCE\x99\xCE\x9A\xCE\x91-1234",
		"GR:IKA1234");
	assert_normal(IDENT_PLATE, "BG:\xD1\x81\xD0\xB0 1234 \xD0\x9A\xD0\xA2",
		"BG:CA1234KT");
	assert_kept(IDENT_PLATE, "B 123 ABC", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "BG 123-AB", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "D:B-AB 123", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "QQ:123", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "RO:", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "RO:-", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "RO:B123ABC!", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "RO:12345678901234567", "RO:B123ABC");
	assert_kept(IDENT_PLATE, "", "RO:B123ABC");
}

static void
test_vins_have_a_check_digit_where_their_region_has(void **state)
{
	(void)state;
	/* The sample of 49 CFR 565.15, table V. */
	assert_normal(IDENT_VIN, "1G4AH59H45G118341", "1G4AH59H45G118341");
	/* SAE J853's, and the one that shows the X. */
	assert_normal(IDENT_VIN, "1m8gdm9a xkp042788", "1M8GDM9AXKP042788");
	assert_normal(IDENT_VIN, "11111111111111111", "11111111111111111");
	assert_normal(IDENT_VIN, "*5GZCZ43D13S812715*", "5GZCZ43D13S812715");
	assert_kept(IDENT_VIN, "1M8GDM9AYKP042788", "check digit");
	assert_kept(IDENT_VIN, "1G4AH59H55G118341", "check digit");
	assert_kept(IDENT_VIN, "LG4AH59H55G118341", "check digit");
	/* In Europe the ninth place is the maker's. */
	assert_normal(IDENT_VIN, "SGZCZ43D13S812715", "SGZCZ43D13S812715");
	assert_normal(IDENT_VIN, "WP0ZZZ99ZTS392124", "WP0ZZZ99ZTS392124");
	assert_kept(IDENT_VIN, "WP0ZZZ99ZTS39212", "17 letters");
	assert_kept(IDENT_VIN, "WP0ZZZ99ZTS3921244", "17 letters");
	assert_kept(IDENT_VIN, "WPOZZZ99ZTS392124", "without I, O and Q");
	assert_kept(IDENT_VIN, "", "17 letters");
}

/* IMO's own example and two registers' entries that python-stdnum tests with. */
static void
test_ships_have_a_number_of_the_imo(void **state)
{
	(void)state;
	assert_normal(IDENT_IMO, "IMO 9074729", "IMO9074729");
	assert_normal(IDENT_IMO, "9319466", "IMO9319466");
	assert_normal(IDENT_IMO, "imo: 8814275", "IMO8814275");
	assert_kept(IDENT_IMO, "8814274", "check digit");
	assert_kept(IDENT_IMO, "881427", "7 digits");
	assert_kept(IDENT_IMO, "88142755", "7 digits");
	assert_kept(IDENT_IMO, "0000000", "7 digits");
	assert_kept(IDENT_IMO, "IMO", "7 digits");
	assert_kept(IDENT_IMO, "", "7 digits");
}

/* The sorts of ITU-R M.585-9, annex 1 and 2. */
static void
test_radios_of_ships_have_nine_digits(void **state)
{
	static const char *const good[] = {
		"237123456", "723000001", "023712345", "002371234", "111237123",
		"823712345", "970123456", "972123456", "974123456", "982371234",
		"992371234",
	};
	static const char *const bad[] = {
		"", "23712345", "2371234567", "137123456", "111137123",
		"000000000", "100000000", "912345678", "971123456", "981237123",
		"23712345A",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		assert_normal(IDENT_MMSI, good[i], good[i]);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_kept(IDENT_MMSI, bad[i], "9 digits");
	assert_normal(IDENT_MMSI, "MMSI: 237 123 456", "237123456");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plates_name_their_country),
		cmocka_unit_test(test_vins_have_a_check_digit_where_their_region_has),
		cmocka_unit_test(test_ships_have_a_number_of_the_imo),
		cmocka_unit_test(test_radios_of_ships_have_nine_digits),
	};

	return RUN_TESTS("base/ident_craft", tests);
}
