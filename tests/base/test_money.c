/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/money.h"

#define DIGITS_38 "12345678901234567890123456789012345678"

static bool
is_canonical(const char *text)
{
	char key[MONEY_KEY_SIZE];

	money_key(text, key);
	return key[0];
}

static void
assert_parses(const char *text, const char *currency, const char *want)
{
	char out[MONEY_TEXT_SIZE], again[MONEY_TEXT_SIZE];
	struct err err = ERR_INIT;

	assert_ok(money_parse(text, currency, out, &err), err);
	assert_string_equal(out, want);
	assert_true(is_canonical(out));
	assert_ok(money_parse(out, NULL, again, &err), err);
	assert_string_equal(again, out);
}

static void
assert_refused(const char *text, const char *hint)
{
	char out[MONEY_TEXT_SIZE] = "as it was";
	struct err err = ERR_INIT;

	assert_err(money_parse(text, "EUR", out, &err), err, ERR_INVALID);
	if (!strstr(err.text, hint))
		fail_msg("%s: \"%s\" lacks \"%s\"", text, err.text, hint);
	assert_string_equal(out, "as it was");
}

static void
test_amounts_get_their_currencys_digits(void **state)
{
	static const struct {
		const char *text, *currency, *want;
	} cases[] = {
		{ "1234.50 EUR", NULL, "1234.50 EUR" },
		{ "1234.5 eur", "USD", "1234.50 EUR" },
		{ "50000EUR", NULL, "50000.00 EUR" },
		{ "  007 \t ron ", NULL, "7.00 RON" },
		{ "12", "RON", "12.00 RON" },
		{ "0", "usd", "0.00 USD" },
		{ "-0.00 EUR", NULL, "0.00 EUR" },
		{ "-12.30 EUR", NULL, "-12.30 EUR" },
		{ "10 JPY", NULL, "10 JPY" },
		{ "10.125 BHD", NULL, "10.125 BHD" },
		{ "10.1 BHD", NULL, "10.100 BHD" },
		{ "1.2345 CLF", NULL, "1.2345 CLF" },
		{ "25 BGN", NULL, "25.00 BGN" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_parses(cases[i].text, cases[i].currency, cases[i].want);
}

static void
test_crypto_amounts_stay_exact(void **state)
{
	(void)state;
	assert_parses("-3 BTC", NULL, "-3 BTC");
	assert_parses("0.10000000 btc", NULL, "0.1 BTC");
	assert_parses("00.000000000000000001 ETH", NULL,
		"0.000000000000000001 ETH");
	assert_parses("-0.000 ETH", NULL, "0 ETH");
	assert_parses("99999999999999999999.999999999999999999 ETH", NULL,
		"99999999999999999999.999999999999999999 ETH");
	assert_parses(DIGITS_38 " ETH", NULL, DIGITS_38 " ETH");
	assert_parses(DIGITS_38 ".0 ETH", NULL, DIGITS_38 " ETH");
	assert_refused("0.000000001 BTC", "BTC has 8 digits");
	assert_refused("0.0000000000000000001 ETH", "this has 19");
	assert_refused("1" DIGITS_38 " ETH", "38 digits");
	assert_refused(DIGITS_38 ".1 ETH", "38 digits");
}

static void
test_what_could_be_misread_is_refused(void **state)
{
	(void)state;
	assert_refused("EUR 1,000", "write 1234.50 EUR");
	assert_refused("1,000 EUR", "decimal point and no grouping");
	assert_refused("1234,50 EUR", "decimal point and no grouping");
	assert_refused("1.234.567 EUR", "decimal point and no grouping");
	assert_refused("1 000 EUR", "decimal point and no grouping");
	assert_refused("1'000.00 EUR", "decimal point and no grouping");
	assert_refused("1\xC2\xA0" "000 EUR", "decimal point and no grouping");
	assert_refused("1.000 EUR", "does not group digits");
	assert_refused("10.5 JPY", "JPY has 0 digits");
	assert_refused("10.1234 BHD", "BHD has 3 digits");
	assert_refused("1.23456 CLF", "CLF has 4 digits");
	assert_refused("1. EUR", "not an amount");
	assert_refused(".5 EUR", "not an amount");
	assert_refused("+5 EUR", "not an amount");
	assert_refused("--5 EUR", "not an amount");
	assert_refused("1e6 EUR", "after the number");
	assert_refused("", "not an amount");
	assert_refused("-", "not an amount");
	assert_refused("5 \xE2\x82\xAC", "by its code");
	assert_refused("5 EUR USD", "by its code");
	assert_refused("5 EURO", "EURO is not a currency");
	assert_refused("5 EUROPEANUNIT", "by its code");
	assert_refused("5 XAU", "XAU is not a currency");
}

static void
test_a_number_alone_needs_a_currency(void **state)
{
	char out[MONEY_TEXT_SIZE];
	struct err err = ERR_INIT;

	(void)state;
	assert_err(money_parse("5", NULL, out, &err), err, ERR_INVALID);
	assert_non_null(strstr(err.text, "needs a currency"));
	assert_err(money_parse("5", "QQQ", out, &err), err, ERR_INVALID);
	assert_err(money_parse("5", "EUREUREUREUR", out, &err), err,
		ERR_INVALID);
	assert_err(money_parse("5", "", out, &err), err, ERR_INVALID);
	assert_false(money_parse("5", NULL, out, NULL));
}

static void
test_minor_units_go_to_the_edge_of_64_bits(void **state)
{
	static const char *const last[] = {
		"92233720368547758.07 EUR", "-92233720368547758.07 EUR",
		"9223372036854775807 JPY", "9223372036854775.807 BHD",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(last); i++)
		assert_parses(last[i], NULL, last[i]);
	assert_refused("92233720368547758.08 EUR", "too large");
	assert_refused("-92233720368547758.08 EUR", "too large");
	assert_refused("9223372036854775808 JPY", "too large");
	assert_refused("99999999999999999999999 JPY", "too large");
	assert_refused("1" DIGITS_38 " JPY", "too large");
}

static void
test_only_what_was_written_is_canonical(void **state)
{
	static const char *const bad[] = {
		"", "5", "5 EUR", "5.0 EUR", "5.00 eur", "5.00  EUR", " 5.00 EUR",
		"5.00 EUR ", "05.00 EUR", "-0.00 EUR", "5.00EUR", "1.10 BTC",
		"5.00 QQQ", "10.0 JPY",
	};
	char number[MONEY_TEXT_SIZE], code[8];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_false(is_canonical(bad[i]));
		money_split(bad[i], number, code);
		assert_string_equal(number, "");
		assert_string_equal(code, "");
	}
	money_split("-1234.50 EUR", number, code);
	assert_string_equal(number, "-1234.50");
	assert_string_equal(code, "EUR");
	money_split("0.5 USDT", number, code);
	assert_string_equal(number, "0.5");
	assert_string_equal(code, "USDT");
}

static void
test_keys_order_amounts_of_a_currency(void **state)
{
	static const char *const sorted[] = {
		"-1.5 BTC", "-0.1 BTC", "0 BTC", "0.00000001 BTC", "9.9 BTC",
		"10 BTC", DIGITS_38 " BTC",
		"-99999999999999999999.5 ETH", "-99999999999999999999 ETH",
		"0.000000000000000001 ETH", "1 ETH",
		"-92233720368547758.07 EUR", "-100.00 EUR", "-99.99 EUR",
		"-0.01 EUR", "0.00 EUR", "0.01 EUR", "9.00 EUR", "10.00 EUR",
		"92233720368547758.07 EUR",
		"-5 JPY", "5 JPY",
	};
	char before[MONEY_KEY_SIZE], key[MONEY_KEY_SIZE];

	(void)state;
	money_key(sorted[0], before);
	for (size_t i = 1; i < ARRAY_SIZE(sorted); i++) {
		assert_true(is_canonical(sorted[i]));
		money_key(sorted[i], key);
		if (strcmp(before, key) >= 0)
			fail_msg("%s: %s >= %s", sorted[i], before, key);
		memcpy(before, key, sizeof(key));
	}
	/* Frozen: it lies in stores. */
	money_key("-12.30 EUR", key);
	assert_string_equal(key, "EUR n9999999999999999987" "69");
}

static void
test_codes_are_found_in_any_case(void **state)
{
	(void)state;
	assert_string_equal(money_currency("eur")->code, "EUR");
	assert_int_equal(money_currency("EUR")->digits, 2);
	assert_false(money_currency("EUR")->crypto);
	assert_true(money_currency("Xmr")->crypto);
	assert_int_equal(money_currency("XMR")->digits, 12);
	assert_int_equal(money_currency("DOGE")->digits, 8);
	assert_int_equal(money_currency("UGX")->digits, 0);
	assert_int_equal(money_currency("XCG")->digits, 2);
	assert_null(money_currency(""));
	assert_null(money_currency("EU"));
	assert_null(money_currency("EURO"));
	assert_null(money_currency("EUREUREUREUR"));
}

static void
assert_sum(const char *a, const char *b, const char *want)
{
	char out[MONEY_TEXT_SIZE] = "as it was";

	assert_int_equal(money_add(a, b, out), want != NULL);
	assert_string_equal(out, want ? want : "as it was");
	assert_int_equal(money_add(b, a, out), want != NULL);
	assert_string_equal(out, want ? want : "as it was");
}

static void
test_sums_are_exact_and_of_one_currency(void **state)
{
	(void)state;
	assert_sum("0.10 EUR", "0.20 EUR", "0.30 EUR");
	assert_sum("999.99 EUR", "0.01 EUR", "1000.00 EUR");
	assert_sum("1.00 EUR", "-1.00 EUR", "0.00 EUR");
	assert_sum("-0.50 EUR", "0.20 EUR", "-0.30 EUR");
	assert_sum("-5.00 EUR", "-7.50 EUR", "-12.50 EUR");
	assert_sum("1000 JPY", "-1 JPY", "999 JPY");
	assert_sum("0.000000000000000001 ETH", "2 ETH",
		"2.000000000000000001 ETH");
	assert_sum("0.5 BTC", "0.5 BTC", "1 BTC");
	assert_sum("92233720368547758.06 EUR", "0.01 EUR",
		"92233720368547758.07 EUR");
	assert_sum("92233720368547758.07 EUR", "0.01 EUR", NULL);
	assert_sum("99999999999999999999999999999999999999 BTC", "1 BTC", NULL);
	assert_sum("1.00 EUR", "1.00 USD", NULL);
	assert_sum("1.00 EUR", "1 EUR", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amounts_get_their_currencys_digits),
		cmocka_unit_test(test_crypto_amounts_stay_exact),
		cmocka_unit_test(test_what_could_be_misread_is_refused),
		cmocka_unit_test(test_a_number_alone_needs_a_currency),
		cmocka_unit_test(test_minor_units_go_to_the_edge_of_64_bits),
		cmocka_unit_test(test_only_what_was_written_is_canonical),
		cmocka_unit_test(test_keys_order_amounts_of_a_currency),
		cmocka_unit_test(test_codes_are_found_in_any_case),
		cmocka_unit_test(test_sums_are_exact_and_of_one_currency),
	};

	return RUN_TESTS("base/money", tests);
}
