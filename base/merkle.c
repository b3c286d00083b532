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

/* SHA-256(0x01 || left || right). */
static void
node_of(const uint8_t left[HASH_SIZE], const uint8_t right[HASH_SIZE],
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
		node_of(m->peaks[n - 1], m->peaks[n], m->peaks[n - 1]);
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
		node_of(m->peaks[n], out, out);
}
