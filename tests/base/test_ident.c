/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/ident.h"

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
assert_normal(enum ident_type type, const char *text, const char *want)
{
	char out[IDENT_TEXT_SIZE];
	struct err err = ERR_INIT;

	assert_ok(ident_normalise(type, text, out, &err), err);
	assert_string_equal(out, want);
	assert_ok(ident_normalise(type, want, out, &err), err);
	assert_string_equal(out, want);
}

static void
assert_kept(enum ident_type type, const char *text, const char *hint)
{
	char out[IDENT_TEXT_SIZE], padded[IDENT_TEXT_SIZE];
	struct err err = ERR_INIT;

	snprintf(padded, sizeof(padded), " \t%s ", text);
	assert_err(ident_normalise(type, padded, out, &err), err, ERR_INVALID);
	assert_string_equal(out, text);
	if (!strstr(err.text, hint))
		fail_msg("%s: \"%s\" lacks \"%s\"", text, err.text, hint);
}

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
test_email_addresses_go_through_their_own_rules(void **state)
{
	(void)state;
	assert_normal(IDENT_EMAIL, " Ana@Example.ORG ", "Ana@example.org");
	assert_kept(IDENT_EMAIL, "Ana@Example", "not a domain");
	assert_kept(IDENT_EMAIL, "Ana", "at most 64");
}

static void
test_long_text_is_cut_at_a_character_and_invalid(void **state)
{
	char text[1000], out[IDENT_TEXT_SIZE];
	struct err err = ERR_INIT;

	(void)state;
	text[0] = 'x';
	for (size_t i = 1; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, "\xCE\xB1", 3);
	for (int type = IDENT_NONE; type < IDENT_N; type++) {
		assert_err(ident_normalise((enum ident_type)type, text, out,
			&err), err, ERR_INVALID);
		assert_int_equal(strlen(out), IDENT_TEXT_SIZE - 1);
		assert_memory_equal(out, text, IDENT_TEXT_SIZE - 1);
		assert_false(ident_normalise((enum ident_type)type, text + 1,
			out, NULL));
		assert_int_equal(strlen(out), IDENT_TEXT_SIZE - 2);
	}
	assert_normal(IDENT_NONE, "  B 123 ABC ", "B 123 ABC");
	assert_normal(IDENT_NONE, " ", "");
}

static void
test_types_have_codes(void **state)
{
	(void)state;
	assert_string_equal(ident_code(IDENT_NONE), "");
	assert_string_equal(ident_code(IDENT_IBAN), "iban");
	assert_string_equal(ident_code(IDENT_BIC), "bic");
	assert_string_equal(ident_code(IDENT_PHONE), "phone");
	assert_string_equal(ident_code(IDENT_EMAIL), "email");
}

static void
test_countries_are_the_codes_of_iso_and_a_few_more(void **state)
{
	static const char *const good[] = { "RO", "AD", "ZW", "XK", "EU" };
	static const char *const bad[] = {
		"", "R", "ro", "ROU", "UK", "EL", "QQ", "SU", "\xC3\xA9",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		assert_true(ident_country(good[i]));
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_false(ident_country(bad[i]));
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
		cmocka_unit_test(test_phone_numbers_lose_their_punctuation),
		cmocka_unit_test(test_wrong_phone_numbers_are_kept_with_a_reason),
		cmocka_unit_test(test_email_addresses_go_through_their_own_rules),
		cmocka_unit_test(test_long_text_is_cut_at_a_character_and_invalid),
		cmocka_unit_test(test_types_have_codes),
		cmocka_unit_test(test_countries_are_the_codes_of_iso_and_a_few_more),
	};

	return RUN_TESTS("base/ident", tests);
}
