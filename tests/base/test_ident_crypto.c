/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include <ctype.h>

#include "base/hash.h"
#include "tests/support/ident.h"

/* bitcoin/src/test/data/key_io_valid.json, python-stdnum, and the hash that
 * Bitcoin's first block pays, behind the versions of each other network. */
static void
test_base58_addresses_of_known_networks(void **state)
{
	static const char *const good[] = {
		"1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo",
		"36j4NfKv6Akva9amjWrLG6MuSQym1GuEmm",
		"mzK2FFDEhxqHcmrJw1ysqFkVyhUULo45hZ",
		"2NC2hEhe28ULKAJkW5MjZ3jtTMJdvXmByvK",
		"1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD",
		"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
		"LUEweDxDA4WhvWiNXXSxjM9CYzHPJv4QQF",	/* Litecoin */
		"MGv9cSYnaRSTZNzYaN7bhbgmozoGkKBvCn",
		"DEA5vGb2NpAwCiCp5yTE16F3DueQUVivQp",	/* Dogecoin */
		"A1TG3QCihNTvfF67tcng864kBsarnaPyFm",
		"XjhqDGJH37VEpecoDGmtJrmEB7VoD8Lb39",	/* Dash */
		"7bRe8kQzSHgfkeFbk6nmDLS2Qr3CXPgTPo",
		"TJzCP527E8Pbpt5qwf7NyUmaFZfRQhiAJx",	/* Tron */
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		assert_normal(IDENT_CRYPTO, good[i], good[i]);
	assert_kept(IDENT_CRYPTO, "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfX",
		"checksum");
	assert_kept(IDENT_CRYPTO, "1fsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo",
		"checksum");
	assert_kept(IDENT_CRYPTO, "NUvxZmSehxq61gQoed7Z9yW8hWa6rza2Kk",
		"no network");
	assert_kept(IDENT_CRYPTO, "", "checksum");
}

/* key_io_valid.json: those that are private keys. */
static void
test_a_private_key_is_no_address(void **state)
{
	static const char *const keys[] = {
		"5JuW2AMDYu4xVwRG9DZW18VbzQrGcd5RCgb99sS6ehJsNQXu5b9",
		"L5nJeqKmpHp4P7F8ZYyjwc5a7P4d8EabuGAzfGJk7yC1BJyzNaEd",
		"92ZdE5HoLafywnTBbzPxbvRmp75pSfzvdU3XaZGh1cToipgdHVh",
		"cV83kKisF3RQSvXbUCm9ox3kaz5JjEUBWcx8tNydfGJcyeUxuH47",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		assert_kept(IDENT_CRYPTO, keys[i], "private key");
}

static void
test_bech32_addresses_are_written_small(void **state)
{
	(void)state;
	assert_normal(IDENT_CRYPTO, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
		"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
	assert_normal(IDENT_CRYPTO, "BC1QARDV855YJNGSPVXUTTQ897AQCA3LXJU2Y69JCE",
		"bc1qardv855yjngspvxuttq897aqca3lxju2y69jce");
	/* The checksum is right, the prefix nobody's: BIP-350. */
	assert_kept(IDENT_CRYPTO, "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72"
		"q4k9hcz7vq5zuyut", "no address");
	assert_kept(IDENT_CRYPTO, "bc1gmk9yu", "no address");
}

/* EIP-55. */
static void
test_ethereum_addresses_carry_their_checksum_in_the_case(void **state)
{
	static const char *const good[] = {
		"0x52908400098527886E0F7030069857D2E4169EE7",
		"0x8617E340B3D01FA5F11F306F4090FD50E238070D",
		"0xde709f2102306220921060314715629080e2fb77",
		"0x27b1fdb04752bbc536007a920d24acb045561c26",
		"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
		"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
		"0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
		"0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		char other[64];

		assert_normal(IDENT_CRYPTO, good[i], good[i]);
		snprintf(other, sizeof(other), "%s", good[i]);
		for (char *c = other; *c; c++)
			*c = (char)tolower((unsigned char)*c);
		assert_normal(IDENT_CRYPTO, other, good[i]);
		for (char *c = other + 2; *c; c++)
			*c = (char)toupper((unsigned char)*c);
		assert_normal(IDENT_CRYPTO, other, good[i]);
	}
	assert_kept(IDENT_CRYPTO, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
		"EIP-55");
	assert_kept(IDENT_CRYPTO, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
		"40 hex");
	assert_kept(IDENT_CRYPTO, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd",
		"40 hex");
	assert_kept(IDENT_CRYPTO, "0x", "40 hex");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_base58_addresses_of_known_networks),
		cmocka_unit_test(test_a_private_key_is_no_address),
		cmocka_unit_test(test_bech32_addresses_are_written_small),
		cmocka_unit_test(test_ethereum_addresses_carry_their_checksum_in_the_case),
	};

	if (!hash_init())
		return 1;
	return RUN_TESTS("base/ident_crypto", tests);
}
