/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/bech32.h"

static enum bech32_sort
sort_of(const char *text)
{
	struct bech32 b;

	return bech32_decode(text, &b);
}

static bool
is_address(const char *text, const char *prefix)
{
	struct bech32 b;

	return bech32_decode(text, &b) != BECH32_NONE &&
		strcmp(b.prefix, prefix) == 0 && bech32_is_witness(&b);
}

/* BIP-173, "Test vectors". */
static void
test_strings_of_bip_173(void **state)
{
	static const char *const good[] = {
		"A12UEL5L", "a12uel5l",
		"an83characterlonghumanreadablepartthatcontainsthenumber1andthe"
		"excludedcharactersbio1tt5tgs",
		"abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
		"11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
		"qqqqqqqqqqqqqqqqqqqqc8247j",
		"split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
		"?1ezyfcl",
	};
	static const char *const bad[] = {
		"\x20" "1nwldj5", "\x7F" "1axkwrx", "\x80" "1eym55h",
		"an84characterslonghumanreadablepartthatcontainsthenumber1andthe"
		"excludedcharactersbio1569pvx",
		"pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3",
		"de1lg7wt\xFF", "A1G7SGD8", "10a06t8", "1qzzfhee", "",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		if (sort_of(good[i]) != BECH32_PLAIN)
			fail_msg("%s", good[i]);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (sort_of(bad[i]) != BECH32_NONE)
			fail_msg("%s", bad[i]);
}

/* BIP-350, "Test vectors for Bech32m". */
static void
test_strings_of_bip_350(void **state)
{
	static const char *const good[] = {
		"A1LQFN3A", "a1lqfn3a",
		"an83characterlonghumanreadablepartthatcontainsthetheexcluded"
		"charactersbioandnumber11sg7hg6",
		"abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
		"11llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll"
		"llllllllllllllllllllludsr8",
		"split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
		"?1v759aa",
	};
	static const char *const bad[] = {
		"\x20" "1xj0phk", "\x7F" "1g6xzxy", "\x80" "1vctc34",
		"an84characterslonghumanreadablepartthatcontainsthetheexcluded"
		"charactersbioandnumber11d6pts4",
		"qyrz8wqd2c9m", "1qyrz8wqd2c9m", "y1b0jsk6g", "lt1igcx5c0",
		"in1muywd", "mm1crxm3i", "au1s5cgom", "M1VUXWEZ", "16plkw9",
		"1p2gdwpf",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		if (sort_of(good[i]) != BECH32_M)
			fail_msg("%s", good[i]);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (sort_of(bad[i]) != BECH32_NONE)
			fail_msg("%s", bad[i]);
}

/* BIP-350, "Test vectors for v0-v16 native segregated witness addresses". */
static void
test_addresses_of_witness_programs(void **state)
{
	static const char *const good[][2] = {
		{ "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc" },
		{ "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5"
		  "k7", "tb" },
		{ "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary"
		  "0c5xw7kt5nd6y", "bc" },
		{ "BC1SW50QGDZ25J", "bc" },
		{ "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", "bc" },
		{ "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6h"
		  "y", "tb" },
		{ "tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0"
		  "c", "tb" },
		{ "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5j"
		  "j0", "bc" },
	};
	static const char *const bad[][2] = {
		{ "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyu"
		  "t", "bc" },
		{ "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7h"
		  "d", "bc" },
		{ "tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7r"
		  "f", "tb" },
		{ "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WEL"
		  "L", "bc" },
		{ "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", "bc" },
		{ "tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc4"
		  "7", "tb" },
		{ "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow"
		  "4", "bc" },
		{ "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8"
		  "R", "bc" },
		{ "bc1pw5dgrnzv", "bc" },
		{ "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0"
		  "muaewav253zgeav", "bc" },
		{ "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", "bc" },
		{ "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zag"
		  "q", "tb" },
		{ "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwz"
		  "crf", "bc" },
		{ "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4"
		  "j", "tb" },
		{ "bc1gmk9yu", "bc" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		if (!is_address(good[i][0], good[i][1]))
			fail_msg("%s", good[i][0]);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (is_address(bad[i][0], bad[i][1]))
			fail_msg("%s", bad[i][0]);
}

static void
test_what_was_not_decoded_is_no_address(void **state)
{
	struct bech32 b;

	(void)state;
	bech32_decode("nothing", &b);
	assert_int_equal(b.sort, BECH32_NONE);
	assert_false(bech32_is_witness(&b));
	bech32_decode("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", &b);
	assert_false(bech32_is_witness(&b));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_strings_of_bip_173),
		cmocka_unit_test(test_strings_of_bip_350),
		cmocka_unit_test(test_addresses_of_witness_programs),
		cmocka_unit_test(test_what_was_not_decoded_is_no_address),
	};

	return RUN_TESTS("base/bech32", tests);
}
