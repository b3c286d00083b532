/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "tests/support/ident.h"

/* The registry's own example for each country. */
static const struct {
	const char *country;
	size_t length;
	const char *iban;
} examples[] = {
#define ROW(country, length, example) { country, length, example },
#include "data/iban.inc"
#undef ROW
};

static void
test_examples_of_the_registry_are_ibans(void **state)
{
	(void)state;
	assert_true(ARRAY_SIZE(examples) > 80);
	for (size_t i = 0; i < ARRAY_SIZE(examples); i++) {
		assert_int_equal(strlen(examples[i].iban), examples[i].length);
		assert_true(ident_looks_like_iban(examples[i].iban));
		assert_normal(IDENT_IBAN, examples[i].iban, examples[i].iban);
	}
}

static void
test_one_wrong_character_is_found_in_every_example(void **state)
{
	char out[IDENT_TEXT_SIZE], wrong[64];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(examples); i++) {
		for (size_t at = 2; at < examples[i].length; at++) {
			memcpy(wrong, examples[i].iban, examples[i].length + 1);
			wrong[at] = wrong[at] == '9' ? '0' : '9';
			if (wrong[at] != examples[i].iban[at])
				assert_false(ident_normalise(IDENT_IBAN, wrong,
					out, NULL));
		}
		memcpy(wrong, examples[i].iban, examples[i].length + 1);
		wrong[examples[i].length - 1] = '\0';
		assert_false(ident_normalise(IDENT_IBAN, wrong, out, NULL));
	}
}

static void
test_ibans_are_typed_in_many_ways(void **state)
{
	(void)state;
	assert_normal(IDENT_IBAN, " gb29 nwbk 6016 1331 9268 19\n",
		"GB29NWBK60161331926819");
	assert_normal(IDENT_IBAN, "IBAN: DE89-3704-0044-0532-0130-00",
		"DE89370400440532013000");
	assert_normal(IDENT_IBAN, "/DE89370400440532013000",
		"DE89370400440532013000");
	assert_normal(IDENT_IBAN, " .DE89 3704 0044 0532 0130 00",
		"DE89370400440532013000");
	assert_normal(IDENT_IBAN, "IBAN RU03 0445 2522 5408 1781 0538 0913 1041 9",
		"RU0304452522540817810538091310419");
	assert_normal(IDENT_IBAN, "DE89\xC2\xA0" "3704 0044 0532 0130 00",
		"DE89370400440532013000");
}

static void
test_wrong_ibans_are_kept_with_a_reason(void **state)
{
	(void)state;
	assert_kept(IDENT_IBAN, "GB29NWBK60161331926818", "check digits");
	assert_kept(IDENT_IBAN, "GB29 NWBK 6016 1331 9268", "22 characters");
	assert_kept(IDENT_IBAN, "US12345678901234567890", "begins with");
	assert_kept(IDENT_IBAN, "//DE89370400440532013000", "begins with");
	assert_kept(IDENT_IBAN, ".DE893704004405320130", "22 characters");
	assert_kept(IDENT_IBAN, "0123456789", "begins with");
	assert_kept(IDENT_IBAN, "", "begins with");
	assert_kept(IDENT_IBAN, "GB", "begins with");
	assert_kept(IDENT_IBAN, "GB29NWBK6016133192681\xC3\xA9", "22 char");
	assert_kept(IDENT_IBAN, "GB29NWBK601613319268_9", "A to Z");
	assert_kept(IDENT_IBAN, "GB29NWBK60161331926819GB29NWBK60161331926819",
		"at most 34");
	/* They fulfil the sum, but as 00, 01 and 99 no bank gives them. */
	assert_kept(IDENT_IBAN, "BE00000000000002", "check digits");
	assert_kept(IDENT_IBAN, "BE01000000000081", "check digits");
	assert_kept(IDENT_IBAN, "BE99000000000063", "check digits");
}

static void
test_account_numbers_that_look_like_ibans(void **state)
{
	(void)state;
	assert_true(ident_looks_like_iban("ro49 aaaa"));
	assert_true(ident_looks_like_iban("EE38 2"));
	assert_true(ident_looks_like_iban("IBAN: EE38 2200"));
	assert_true(ident_looks_like_iban("/EE38 2200"));
	assert_true(ident_looks_like_iban(".EE38 2200"));
	assert_false(ident_looks_like_iban("RO49"));
	assert_false(ident_looks_like_iban("."));
	assert_false(ident_looks_like_iban("392500/67"));
	assert_false(ident_looks_like_iban("ROAA1"));
	assert_false(ident_looks_like_iban("US12345"));
	assert_false(ident_looks_like_iban("4490126-12"));
	assert_false(ident_looks_like_iban(""));
	assert_false(ident_looks_like_iban("\xC3\xA9\xC3\xA9" "12345"));
}

static void
test_bics_have_a_country_and_one_form(void **state)
{
	(void)state;
	assert_normal(IDENT_BIC, "deutdeff", "DEUTDEFF");
	assert_normal(IDENT_BIC, "DEUT DE FF XXX", "DEUTDEFF");
	assert_normal(IDENT_BIC, "DEUTDEFF500", "DEUTDEFF500");
	assert_normal(IDENT_BIC, "NCBVXKPR", "NCBVXKPR");
	assert_kept(IDENT_BIC, "DEUTDEF", "8 or 11");
	assert_kept(IDENT_BIC, "DEUTDEFF50", "8 or 11");
	assert_kept(IDENT_BIC, "DEUTDEFF5000", "8 or 11");
	assert_kept(IDENT_BIC, "DEU1DEFF", "8 or 11");
	assert_kept(IDENT_BIC, "DEUTD1FF", "8 or 11");
	assert_kept(IDENT_BIC, "DEUTQQFF", "QQ is none");
	assert_kept(IDENT_BIC, "DEUTEUFF", "EU is none");
	assert_kept(IDENT_BIC, "DEUTDE\xC3\xA9", "8 or 11");
	assert_kept(IDENT_BIC, "", "8 or 11");
}

static void
test_isins_end_in_a_check_digit(void **state)
{
	(void)state;
	/* ISO 6166's own examples, as national numbering agencies give them. */
	assert_normal(IDENT_ISIN, "US0378331005", "US0378331005");
	assert_normal(IDENT_ISIN, "us 0378331005", "US0378331005");
	assert_normal(IDENT_ISIN, "AU0000XVGZA3", "AU0000XVGZA3");
	assert_normal(IDENT_ISIN, "GB00-BYXJL758", "GB00BYXJL758");
	assert_normal(IDENT_ISIN, "GB0002634946", "GB0002634946");
	assert_kept(IDENT_ISIN, "US0378331003", "check digit");
	assert_kept(IDENT_ISIN, "US0373831005", "check digit");
	assert_kept(IDENT_ISIN, "US037833100", "12 characters");
	assert_kept(IDENT_ISIN, "US03783310055", "12 characters");
	assert_kept(IDENT_ISIN, "U10378331005", "12 characters");
	assert_kept(IDENT_ISIN, "US037833100X", "12 characters");
	assert_kept(IDENT_ISIN, "", "12 characters");
}

static void
test_a_bank_correlates_with_nothing(void **state)
{
	(void)state;
	assert_key(IDENT_IBAN, "DE89370400440532013000",
		"DE89370400440532013000");
	assert_key(IDENT_ISIN, "US0378331005", "US0378331005");
	assert_key(IDENT_BIC, "DEUTDEFF", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples_of_the_registry_are_ibans),
		cmocka_unit_test(test_one_wrong_character_is_found_in_every_example),
		cmocka_unit_test(test_ibans_are_typed_in_many_ways),
		cmocka_unit_test(test_wrong_ibans_are_kept_with_a_reason),
		cmocka_unit_test(test_account_numbers_that_look_like_ibans),
		cmocka_unit_test(test_bics_have_a_country_and_one_form),
		cmocka_unit_test(test_isins_end_in_a_check_digit),
		cmocka_unit_test(test_a_bank_correlates_with_nothing),
	};

	return RUN_TESTS("base/ident_bank", tests);
}
