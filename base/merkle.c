/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merkle.c - see merkle.h. */
#include "base/merkle.h"

#include <assert.h>
#include <string.h>

#include <sodium.h>

#include "base/banned.h"

/* The first byte keeps leaves and nodes apart: neither passes as the other. */
static const uint8_t leaf_mark = 0x00, node_mark = 0x01;

void
merkle_leaf(const void *data, size_t len, uint8_t out[HASH_SIZE])
{
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, &leaf_mark, 1);
	crypto_hash_sha256_update(&state, data, len);
	crypto_hash_sha256_final(&state, out);
}

void
merkle_node(const uint8_t left[HASH_SIZE], const uint8_t right[HASH_SIZE],
	uint8_t out[HASH_SIZE])
{
	uint8_t data[1 + 2 * HASH_SIZE];

	data[0] = node_mark;
	memcpy(data + 1, left, HASH_SIZE);
	memcpy(data + 1 + HASH_SIZE, right, HASH_SIZE);
	hash_sha256(data, sizeof(data), out);
}

size_t
merkle_peaks(const struct merkle *m)
{
	size_t n = 0;

	for (uint64_t left = m->size; left; left &= left - 1)
		n++;
	return n;
}

/* Like a carry in binary addition: equal subtrees at the end become one. */
void
merkle_append(struct merkle *m, const uint8_t leaf[HASH_SIZE])
{
	size_t n = merkle_peaks(m);

	assert(m->size < UINT64_MAX);
	memcpy(m->peaks[n], leaf, HASH_SIZE);
	for (uint64_t bits = m->size; bits & 1; bits >>= 1, n--)
		merkle_node(m->peaks[n - 1], m->peaks[n], m->peaks[n - 1]);
	m->size++;
}

void
merkle_root(const struct merkle *m, uint8_t out[HASH_SIZE])
{
	size_t n = merkle_peaks(m);

	if (!n) {
		hash_sha256(NULL, 0, out);
		return;
	}
	memcpy(out, m->peaks[--n], HASH_SIZE);
	while (n--)
		merkle_node(m->peaks[n], out, out);
}

/* The root of n leaves, MTH of RFC 6962. */
static void
root_of(const uint8_t (*leaves)[HASH_SIZE], uint64_t n, uint8_t out[HASH_SIZE])
{
	struct merkle m = MERKLE_INIT;

	for (uint64_t i = 0; i < n; i++)
		merkle_append(&m, leaves[i]);
	merkle_root(&m, out);
}

/* The largest power of two below n; n > 1. */
static uint64_t
split_of(uint64_t n)
{
	uint64_t k = 1;

	while (k < n - k)
		k *= 2;
	return k;
}

/* A proof is found from the root down and handed over from the leaf up. */
static void
turn_round(uint8_t (*path)[HASH_SIZE], size_t n)
{
	uint8_t kept[HASH_SIZE];

	for (size_t i = 0; i < n / 2; i++) {
		memcpy(kept, path[i], HASH_SIZE);
		memcpy(path[i], path[n - 1 - i], HASH_SIZE);
		memcpy(path[n - 1 - i], kept, HASH_SIZE);
	}
}

size_t
merkle_inclusion(const uint8_t (*leaves)[HASH_SIZE], uint64_t n, uint64_t index,
	uint8_t (*path)[HASH_SIZE])
{
	size_t steps = 0;

	assert(index < n);
	while (n > 1) {
		uint64_t k = split_of(n);

		if (index < k) {
			root_of(leaves + k, n - k, path[steps++]);
			n = k;
		} else {
			root_of(leaves, k, path[steps++]);
			leaves += k;
			index -= k;
			n -= k;
		}
	}
	turn_round(path, steps);
	return steps;
}

size_t
merkle_consistency(const uint8_t (*leaves)[HASH_SIZE], uint64_t n, uint64_t old,
	uint8_t (*path)[HASH_SIZE])
{
	size_t steps = 0;
	bool is_old_tree = true;	/* else a part of it, to be named */

	assert(old <= n);
	if (!old)
		return 0;
	while (old < n) {
		uint64_t k = split_of(n);

		if (old <= k) {
			root_of(leaves + k, n - k, path[steps++]);
			n = k;
		} else {
			root_of(leaves, k, path[steps++]);
			leaves += k;
			old -= k;
			n -= k;
			is_old_tree = false;
		}
	}
	if (!is_old_tree)
		root_of(leaves, n, path[steps++]);
	turn_round(path, steps);
	return steps;
}

static bool
same(const uint8_t a[HASH_SIZE], const uint8_t b[HASH_SIZE])
{
	return memcmp(a, b, HASH_SIZE) == 0;
}

bool
merkle_check_inclusion(const uint8_t leaf[HASH_SIZE], uint64_t index,
	uint64_t n, const uint8_t (*path)[HASH_SIZE], size_t steps,
	const uint8_t root[HASH_SIZE])
{
	uint8_t hash[HASH_SIZE];

	if (index >= n)
		return false;
	uint64_t last = n - 1;

	memcpy(hash, leaf, HASH_SIZE);
	for (size_t i = 0; i < steps; i++) {
		if (last == 0)
			return false;
		if ((index & 1) || index == last) {
			merkle_node(path[i], hash, hash);
			/* Levels where the last node has no sibling. */
			while (!(index & 1) && index) {
				index >>= 1;
				last >>= 1;
			}
		} else {
			merkle_node(hash, path[i], hash);
		}
		index >>= 1;
		last >>= 1;
	}
	return last == 0 && same(hash, root);
}

/* The cases that have an empty proof. */
static bool
check_trivial(uint64_t old, const uint8_t old_root[HASH_SIZE], uint64_t n,
	const uint8_t root[HASH_SIZE])
{
	uint8_t empty[HASH_SIZE];

	if (old == n)
		return same(old_root, root);
	root_of(NULL, 0, empty);
	return old == 0 && same(old_root, empty);
}

bool
merkle_check_consistency(uint64_t old, const uint8_t old_root[HASH_SIZE],
	uint64_t n, const uint8_t root[HASH_SIZE],
	const uint8_t (*path)[HASH_SIZE], size_t steps)
{
	uint8_t was[HASH_SIZE], is[HASH_SIZE];

	if (old == 0 || old >= n)
		return !steps && check_trivial(old, old_root, n, root);
	uint64_t node = old - 1, last = n - 1;

	while (node & 1) {
		node >>= 1;
		last >>= 1;
	}
	/* When old is a power of two its root is where the path begins. */
	size_t i = node ? 1 : 0;

	if (i > steps)
		return false;
	memcpy(was, node ? path[0] : old_root, HASH_SIZE);
	memcpy(is, was, HASH_SIZE);
	for (; i < steps; i++) {
		if (last == 0)
			return false;
		if ((node & 1) || node == last) {
			merkle_node(path[i], was, was);
			merkle_node(path[i], is, is);
			while (!(node & 1) && node) {
				node >>= 1;
				last >>= 1;
			}
		} else {
			merkle_node(is, path[i], is);
		}
		node >>= 1;
		last >>= 1;
	}
	return last == 0 && same(was, old_root) && same(is, root);
}
