/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/merkle.h"

#include "tests/support/test.h"

/* Past 64 leaves, so that every shape of a tree up to seven levels occurs. */
enum { LEAVES = 65 };

static uint8_t leaves[LEAVES][HASH_SIZE];
static uint8_t roots[LEAVES + 1][HASH_SIZE];

/* The definitions of RFC 6962 section 2.1, word for word and slow. */

static uint64_t
naive_split(uint64_t n)
{
	uint64_t k = 1;

	while (2 * k < n)
		k *= 2;
	return k;
}

static void
naive_root(const uint8_t (*d)[HASH_SIZE], uint64_t n, uint8_t out[HASH_SIZE])
{
	uint8_t node[1 + 2 * HASH_SIZE] = { 0x01 };

	if (n == 0) {
		hash_sha256("", 0, out);
		return;
	}
	if (n == 1) {
		memcpy(out, d[0], HASH_SIZE);
		return;
	}
	uint64_t k = naive_split(n);

	naive_root(d, k, node + 1);
	naive_root(d + k, n - k, node + 1 + HASH_SIZE);
	hash_sha256(node, sizeof(node), out);
}

static int
prepare(void **state)
{
	(void)state;
	for (uint8_t i = 0; i < LEAVES; i++)
		merkle_leaf(&i, 1, leaves[i]);
	for (uint64_t n = 0; n <= LEAVES; n++)
		naive_root(leaves, n, roots[n]);
	return 0;
}

static void
check_hex(const uint8_t hash[HASH_SIZE], const char *want)
{
	char hex[HASH_HEX_SIZE];

	hash_hex(hash, HASH_SIZE, hex);
	assert_string_equal(hex, want);
}

/* The eight leaves that the tests of certificate transparency use. */
static const struct {
	const char *data;
	size_t len;
	const char *root;	/* of the tree that ends with this leaf */
} published[] = {
	{ "", 0, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
	{ "\0", 1, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
	{ "\x10", 1, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77" },
	{ "\x20\x21", 2, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
	{ "\x30\x31", 2, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4" },
	{ "\x40\x41\x42\x43", 4,
	  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef" },
	{ "\x50\x51\x52\x53\x54\x55\x56\x57", 8,
	  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c" },
	{ "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f", 16,
	  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" },
};

static void
test_roots_are_the_published_ones(void **state)
{
	struct merkle m = MERKLE_INIT;
	uint8_t hash[HASH_SIZE];

	(void)state;
	merkle_root(&m, hash);
	check_hex(hash, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	for (size_t i = 0; i < ARRAY_SIZE(published); i++) {
		merkle_leaf(published[i].data, published[i].len, hash);
		merkle_append(&m, hash);
		merkle_root(&m, hash);
		check_hex(hash, published[i].root);
	}
}

static void
test_a_growing_tree_has_the_root_of_the_definition(void **state)
{
	struct merkle m = MERKLE_INIT;
	uint8_t root[HASH_SIZE];

	(void)state;
	for (uint64_t n = 0; n < LEAVES; n++) {
		merkle_append(&m, leaves[n]);
		assert_int_equal(m.size, n + 1);
		assert_int_equal(merkle_peaks(&m), __builtin_popcountll(n + 1));
		merkle_root(&m, root);
		assert_memory_equal(root, roots[n + 1], HASH_SIZE);
	}
}

/* What a store keeps of a tree is enough to go on. */
static void
test_a_tree_goes_on_from_its_peaks(void **state)
{
	(void)state;
	for (uint64_t n = 0; n <= LEAVES; n++) {
		struct merkle m = MERKLE_INIT, again;
		uint8_t root[HASH_SIZE];

		for (uint64_t i = 0; i < n; i++)
			merkle_append(&m, leaves[i]);
		memset(&again, 0xEE, sizeof(again));
		again.size = n;
		memcpy(again.peaks, m.peaks, merkle_peaks(&m) * HASH_SIZE);
		for (uint64_t i = n; i < LEAVES; i++)
			merkle_append(&again, leaves[i]);
		merkle_root(&again, root);
		assert_memory_equal(root, roots[LEAVES], HASH_SIZE);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_roots_are_the_published_ones),
		cmocka_unit_test(test_a_growing_tree_has_the_root_of_the_definition),
		cmocka_unit_test(test_a_tree_goes_on_from_its_peaks),
	};

	return !hash_init() || prepare(NULL) || RUN_TESTS("base/merkle", tests);
}
