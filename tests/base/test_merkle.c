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
	uint8_t left[HASH_SIZE], right[HASH_SIZE];

	if (n == 0) {
		hash_sha256("", 0, out);
		return;
	}
	if (n == 1) {
		memcpy(out, d[0], HASH_SIZE);
		return;
	}
	uint64_t k = naive_split(n);

	naive_root(d, k, left);
	naive_root(d + k, n - k, right);
	merkle_node(left, right, out);
}

static size_t
naive_path(uint64_t m, const uint8_t (*d)[HASH_SIZE], uint64_t n,
	uint8_t (*path)[HASH_SIZE])
{
	size_t steps;

	if (n == 1)
		return 0;
	uint64_t k = naive_split(n);

	if (m < k) {
		steps = naive_path(m, d, k, path);
		naive_root(d + k, n - k, path[steps]);
	} else {
		steps = naive_path(m - k, d + k, n - k, path);
		naive_root(d, k, path[steps]);
	}
	return steps + 1;
}

static size_t
naive_subproof(uint64_t m, const uint8_t (*d)[HASH_SIZE], uint64_t n, bool b,
	uint8_t (*path)[HASH_SIZE])
{
	size_t steps;

	if (m == n) {
		if (!b)
			naive_root(d, n, path[0]);
		return b ? 0 : 1;
	}
	uint64_t k = naive_split(n);

	if (m <= k) {
		steps = naive_subproof(m, d, k, b, path);
		naive_root(d + k, n - k, path[steps]);
	} else {
		steps = naive_subproof(m - k, d + k, n - k, false, path);
		naive_root(d, k, path[steps]);
	}
	return steps + 1;
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
test_proofs_are_the_published_ones(void **state)
{
	static const char *const six_of_eight[] = {
		"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
		"ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
	}, *const first_of_eight[] = {
		"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
		"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
		"6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
	};
	uint8_t hashes[8][HASH_SIZE], path[MERKLE_DEPTH][HASH_SIZE];

	(void)state;
	for (size_t i = 0; i < 8; i++)
		merkle_leaf(published[i].data, published[i].len, hashes[i]);
	assert_int_equal(merkle_consistency(hashes, 8, 6, path), 3);
	for (size_t i = 0; i < 3; i++)
		check_hex(path[i], six_of_eight[i]);
	assert_int_equal(merkle_inclusion(hashes, 8, 0, path), 3);
	for (size_t i = 0; i < 3; i++)
		check_hex(path[i], first_of_eight[i]);
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

static void
test_every_inclusion_is_proved_as_the_definition_says(void **state)
{
	uint8_t path[MERKLE_DEPTH][HASH_SIZE], naive[MERKLE_DEPTH][HASH_SIZE];

	(void)state;
	for (uint64_t n = 1; n <= LEAVES; n++) {
		for (uint64_t i = 0; i < n; i++) {
			size_t steps = merkle_inclusion(leaves, n, i, path);

			assert_int_equal(steps, naive_path(i, leaves, n, naive));
			assert_memory_equal(path, naive, steps * HASH_SIZE);
			assert_true(merkle_check_inclusion(leaves[i], i, n,
				path, steps, roots[n]));
		}
	}
}

/* No other index, size, leaf, root, length or content of a path passes. */
static void
check_wrong_inclusions(uint64_t n, uint64_t i)
{
	uint8_t path[MERKLE_DEPTH][HASH_SIZE] = { { 0 } }, other[HASH_SIZE];
	size_t steps = merkle_inclusion(leaves, n, i, path);

	for (uint64_t k = 0; k <= n; k++)
		if (k != i)
			assert_false(merkle_check_inclusion(leaves[i], k, n,
				path, steps, roots[n]));
	for (uint64_t k = 0; k <= LEAVES; k++)
		if (k != n)
			assert_false(merkle_check_inclusion(leaves[i], i, k,
				path, steps, roots[k]));
	memcpy(other, leaves[i], HASH_SIZE);
	other[31] ^= 1;
	assert_false(merkle_check_inclusion(other, i, n, path, steps, roots[n]));
	for (size_t less = 0; less < steps; less++)
		assert_false(merkle_check_inclusion(leaves[i], i, n, path, less,
			roots[n]));
	assert_false(merkle_check_inclusion(leaves[i], i, n, path, steps + 1,
		roots[n]));
	for (size_t k = 0; k < steps; k++) {
		path[k][k % HASH_SIZE] ^= 0x80;
		assert_false(merkle_check_inclusion(leaves[i], i, n, path,
			steps, roots[n]));
		path[k][k % HASH_SIZE] ^= 0x80;
	}
}

static void
test_wrong_inclusion_proofs_fail(void **state)
{
	(void)state;
	for (uint64_t n = 1; n <= LEAVES; n++)
		for (uint64_t i = 0; i < n; i++)
			check_wrong_inclusions(n, i);
}

static void
test_every_consistency_is_proved_as_the_definition_says(void **state)
{
	uint8_t path[MERKLE_DEPTH][HASH_SIZE], naive[MERKLE_DEPTH][HASH_SIZE];

	(void)state;
	for (uint64_t n = 1; n <= LEAVES; n++) {
		for (uint64_t m = 1; m <= n; m++) {
			size_t steps = merkle_consistency(leaves, n, m, path);

			assert_int_equal(steps,
				naive_subproof(m, leaves, n, true, naive));
			assert_memory_equal(path, naive, steps * HASH_SIZE);
			assert_true(merkle_check_consistency(m, roots[m], n,
				roots[n], path, steps));
		}
	}
}

static int
levels(uint64_t n)
{
	return n > 1 ? 64 - __builtin_clzll(n - 1) : 0;
}

static void
check_wrong_consistencies(uint64_t n, uint64_t m)
{
	uint8_t path[MERKLE_DEPTH][HASH_SIZE] = { { 0 } };
	size_t steps = merkle_consistency(leaves, n, m, path);

	for (uint64_t k = 1; k <= LEAVES; k++) {
		if (k != m)
			assert_false(merkle_check_consistency(k, roots[k], n,
				roots[n], path, steps));
		if (k != n)
			assert_false(merkle_check_consistency(m, roots[m], k,
				roots[k], path, steps));
	}
	if (m < n) {
		assert_false(merkle_check_consistency(m, roots[n], n, roots[n],
			path, steps));
		assert_false(merkle_check_consistency(m, roots[m], n, roots[m],
			path, steps));
	}
	/* A tree of another depth; its size alone is not in the root. */
	for (uint64_t k = 1; k <= LEAVES; k++)
		if (levels(k) != levels(n))
			assert_false(merkle_check_consistency(m, roots[m], k,
				roots[n], path, steps));
	for (size_t less = 0; less < steps; less++)
		assert_false(merkle_check_consistency(m, roots[m], n, roots[n],
			path, less));
	assert_false(merkle_check_consistency(m, roots[m], n, roots[n], path,
		steps + 1));
	for (size_t k = 0; k < steps; k++) {
		path[k][k % HASH_SIZE] ^= 0x80;
		assert_false(merkle_check_consistency(m, roots[m], n, roots[n],
			path, steps));
		path[k][k % HASH_SIZE] ^= 0x80;
	}
}

static void
test_wrong_consistency_proofs_fail(void **state)
{
	(void)state;
	for (uint64_t n = 1; n <= LEAVES; n++)
		for (uint64_t m = 1; m <= n; m++)
			check_wrong_consistencies(n, m);
}

static void
test_only_the_empty_tree_comes_before_all(void **state)
{
	uint8_t path[MERKLE_DEPTH][HASH_SIZE];

	(void)state;
	assert_int_equal(merkle_consistency(leaves, 5, 0, path), 0);
	assert_true(merkle_check_consistency(0, roots[0], 5, roots[5], path, 0));
	assert_true(merkle_check_consistency(0, roots[0], 0, roots[0], path, 0));
	assert_false(merkle_check_consistency(0, roots[1], 5, roots[5], path, 0));
	assert_false(merkle_check_consistency(0, roots[0], 0, roots[5], path, 0));
	assert_false(merkle_check_consistency(5, roots[5], 0, roots[0], path, 0));
	assert_false(merkle_check_consistency(3, roots[3], 5, roots[5], NULL, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_roots_are_the_published_ones),
		cmocka_unit_test(test_proofs_are_the_published_ones),
		cmocka_unit_test(test_a_growing_tree_has_the_root_of_the_definition),
		cmocka_unit_test(test_a_tree_goes_on_from_its_peaks),
		cmocka_unit_test(test_every_inclusion_is_proved_as_the_definition_says),
		cmocka_unit_test(test_wrong_inclusion_proofs_fail),
		cmocka_unit_test(test_every_consistency_is_proved_as_the_definition_says),
		cmocka_unit_test(test_wrong_consistency_proofs_fail),
		cmocka_unit_test(test_only_the_empty_tree_comes_before_all),
	};

	return !hash_init() || prepare(NULL) || RUN_TESTS("base/merkle", tests);
}
