/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "tests/support/ident.h"

static void
test_documents_name_the_country_that_issued_them(void **state)
{
	(void)state;
	assert_normal(IDENT_DOCUMENT, "ro: rx 123456", "RO:RX123456");
	assert_normal(IDENT_DOCUMENT, "UA:\xD0\x9A\xD0\x9C-123456",
		"UA:KM123456");
	assert_normal(IDENT_DOCUMENT, "UN:12/34", "UN:1234");
	assert_kept(IDENT_DOCUMENT, "RX 123456", "country that issued");
	assert_kept(IDENT_DOCUMENT, "RO:", "country that issued");
	assert_kept(IDENT_DOCUMENT, "RO:1234567890123456789012345678901",
		"country that issued");
	assert_kept(IDENT_DOCUMENT, "", "country that issued");
}

/* The specimens of ICAO Doc 9303, part 4 appendix B and part 5 appendix B. */
static void
test_a_number_off_a_machine_readable_zone_loses_its_check_digit(void **state)
{
	(void)state;
	assert_normal(IDENT_DOCUMENT, "NL:L898902C<3", "NL:L898902C");
	assert_normal(IDENT_DOCUMENT, "NL:AB2134<<<5", "NL:AB2134");
	assert_kept(IDENT_DOCUMENT, "NL:L898902C<4", "do not fit");
	assert_kept(IDENT_DOCUMENT, "NL:L898902C<", "do not fit");
	assert_kept(IDENT_DOCUMENT, "NL:<<<<<<<<<0", "do not fit");
	assert_kept(IDENT_DOCUMENT, "<", "do not fit");
	assert_kept(IDENT_DOCUMENT, "<<<<<<<<<<<<<", "do not fit");
}

static void
test_companies_and_plots_keep_the_signs_that_mean_something(void **state)
{
	(void)state;
	assert_normal(IDENT_COMPANY, "RO:J40/123/2020", "RO:J40/123/2020");
	assert_normal(IDENT_COMPANY, "ro: j40 / 123 / 2020", "RO:J40/123/2020");
	assert_normal(IDENT_COMPANY, "HU:01-09-123456", "HU:0109123456");
	assert_normal(IDENT_COMPANY, "UK:sc 123456", "GB:SC123456");
	assert_kept(IDENT_COMPANY, "J40/123/2020", "country");
	assert_kept(IDENT_COMPANY, "RO:/", "country");
	assert_normal(IDENT_CADASTRE, "bg:68134.1234.56", "BG:68134.1234.56");
	assert_normal(IDENT_CADASTRE, "RO:123456-C1-U2", "RO:123456-C1-U2");
	assert_normal(IDENT_CADASTRE, "RO:123456\xE2\x80\x93" "C1", "RO:123456-C1");
	assert_kept(IDENT_CADASTRE, "68134.1234.56", "country");
}

static void
test_euids_name_country_and_register(void **state)
{
	(void)state;
	assert_normal(IDENT_EUID, "ROONRC.J40/123/2020", "ROONRC.J40/123/2020");
	assert_normal(IDENT_EUID, "dek1101r.hrb116737", "DEK1101R.HRB116737");
	assert_normal(IDENT_EUID, "FR7501.123456789_9", "FR7501.123456789_9");
	assert_normal(IDENT_EUID, "ELGEMI.123456789000", "ELGEMI.123456789000");
	assert_kept(IDENT_EUID, "QQONRC.123", "register");
	assert_kept(IDENT_EUID, "ROONRC", "register");
	assert_kept(IDENT_EUID, "ROONRC.", "register");
	assert_kept(IDENT_EUID, ".123", "register");
	assert_kept(IDENT_EUID, "R.123", "register");
	assert_kept(IDENT_EUID, "RO/ONRC.123", "register");
	assert_kept(IDENT_EUID, "RO.12345678901234567890123456789012345678901234567890"
		"123456789012", "register");
	assert_kept(IDENT_EUID, "", "register");
}

/* Of GLEIF's own entry and of python-stdnum's tests. */
static void
test_leis_have_check_digits(void **state)
{
	(void)state;
	assert_normal(IDENT_LEI, "506700GE1G29325QX363", "506700GE1G29325QX363");
	assert_normal(IDENT_LEI, "213800kud8lajwsq9d15", "213800KUD8LAJWSQ9D15");
	assert_normal(IDENT_LEI, "5493 001K JTII GC8Y 1R12",
		"5493001KJTIIGC8Y1R12");
	assert_kept(IDENT_LEI, "213800KUD8LXJWSQ9D15", "check digits");
	assert_kept(IDENT_LEI, "213800KUD8LAJWSQ9D1", "20 letters");
	assert_kept(IDENT_LEI, "213800KUD8LAJWSQ9D155", "20 letters");
	assert_kept(IDENT_LEI, "213800KUD8LAJWSQ9DAB", "20 letters");
	assert_kept(IDENT_LEI, "", "20 letters");
}

/* A number of each state that python-stdnum tests with. */
static void
test_vat_numbers_have_the_shape_of_their_state(void **state)
{
	static const char *const good[] = {
		"ATU13585627", "BE0428759497", "BG175074752", "CY10259033P",
		"CZ25123891", "DE136695976", "DK13585628", "EE100931558",
		"EL094259216", "ESB58378431", "FI20774740", "FR40303265045",
		"GB980780684", "HR33392005961", "HU12892312", "IE6433435F",
		"IT00743110157", "LT119511515", "LU15027442", "LV40003521600",
		"MT11679112", "NL004495445B01", "PL8567346215", "PT501964843",
		"RO18547290", "SE123456789701", "SI50223054", "SK2022749619",
		"XI980780684", "CHE107787577IVA", "GBGD001", "GBHA500",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		assert_normal(IDENT_VAT, good[i], good[i]);
	assert_normal(IDENT_VAT, "GR 094.259.216", "EL094259216");
	assert_normal(IDENT_VAT, "che-107.787.577 iva", "CHE107787577IVA");
	assert_kept(IDENT_VAT, "RO1", "99");
	assert_kept(IDENT_VAT, "RO12345678901", "99");
	assert_kept(IDENT_VAT, "ATX13585627", "U99999999");
	assert_kept(IDENT_VAT, "DE13669597", "999999999");
	assert_kept(IDENT_VAT, "US123456789", "member state");
	assert_kept(IDENT_VAT, "18547290", "member state");
	assert_kept(IDENT_VAT, "NL004495445B01NL004495445B01", "member state");
	assert_kept(IDENT_VAT, "", "member state");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_documents_name_the_country_that_issued_them),
		cmocka_unit_test(test_a_number_off_a_machine_readable_zone_loses_its_check_digit),
		cmocka_unit_test(test_companies_and_plots_keep_the_signs_that_mean_something),
		cmocka_unit_test(test_euids_name_country_and_register),
		cmocka_unit_test(test_leis_have_check_digits),
		cmocka_unit_test(test_vat_numbers_have_the_shape_of_their_state),
	};

	return RUN_TESTS("base/ident_paper", tests);
}
