/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/hash.h"
#include "base/keccak.h"

static void
assert_hash(const void *data, size_t len, const char *want)
{
	uint8_t hash[KECCAK_SIZE];
	char hex[2 * KECCAK_SIZE + 1];

	keccak_256(data, len, hash);
	hash_hex(hash, KECCAK_SIZE, hex);
	assert_string_equal(hex, want);
}

/* The empty message of the submission's KAT (ShortMsgKAT_256), and hashes that
 * everybody who uses Ethereum knows: of "abc", and of two signatures of ERC-20. */
static void
test_known_hashes(void **state)
{
	(void)state;
	assert_hash(NULL, 0, "c5d2460186f7233c927e7db2dcc703c0"
		"e500b653ca82273b7bfad8045d85a470");
	assert_hash("abc", 3, "4e03657aea45a94fc7d47ba826c8d667"
		"c0d1e6e33a64a036ec44f58fa12d6c45");
	assert_hash("transfer(address,uint256)", 25,
		"a9059cbb2ab09eb219583f4a59a5d062"
		"3ade346d962bcd4e46b11da047c9049b");
	assert_hash("Transfer(address,address,uint256)", 33,
		"ddf252ad1be2c89b69c2b068fc378daa"
		"952ba7f163c4a11628f55a4df523b3ef");
}

/* Around the 136 bytes of a block, against a second implementation. */
static void
test_lengths_around_a_block(void **state)
{
	char text[300];

	(void)state;
	memset(text, 'a', sizeof(text));
	assert_hash(text, 135, "34367dc248bbd832f4e3e69dfaac2f92"
		"638bd0bbd18f2912ba4ef454919cf446");
	assert_hash(text, 136, "a6c4d403279fe3e0af03729caada8374"
		"b5ca54d8065329a3ebcaeb4b60aa386e");
	assert_hash(text, 137, "d869f639c7046b4929fc92a4d988a8b2"
		"2c55fbadb802c0c66ebcd484f1915f39");
	assert_hash(text, 272, "cf7fcd4f705ee749930d19ca84561a9b"
		"f62516bd90a471545fa2f49fdc7e63c8");
	assert_hash(text, 300, "5b7e0e47a96f32a88b4f14ca17798279"
		"0807c40e1a105742ba0fc1babe1ef826");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_hashes),
		cmocka_unit_test(test_lengths_around_a_block),
	};

	return RUN_TESTS("base/keccak", tests);
}
