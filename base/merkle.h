/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merkle.h - the Merkle tree of RFC 6962 section 2.1 over SHA-256. */
#ifndef BASE_MERKLE_H
#define BASE_MERKLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"

/* No tree has more peaks, and no proof more steps. */
enum { MERKLE_DEPTH = 64 };

/*
 * A tree that only grows: its size and the roots of its full subtrees, largest
 * first (one for each set bit of size).
 */
struct merkle {
	uint64_t size;
	uint8_t peaks[MERKLE_DEPTH][HASH_SIZE];
};

#define MERKLE_INIT { 0 }

/* SHA-256(0x00 || data), and SHA-256(0x01 || left || right). */
void merkle_leaf(const void *data, size_t len, uint8_t out[HASH_SIZE]);
void merkle_node(const uint8_t left[HASH_SIZE], const uint8_t right[HASH_SIZE],
	uint8_t out[HASH_SIZE]);

/* Add one leaf hash at the end. */
void merkle_append(struct merkle *m, const uint8_t leaf[HASH_SIZE]);

/* The root; SHA-256 of nothing for the empty tree. */
void merkle_root(const struct merkle *m, uint8_t out[HASH_SIZE]);

/*
 * Number of set bits of size: the peaks in use. What is stored of a tree is
 * its size and the first merkle_peaks * HASH_SIZE bytes of peaks.
 */
size_t merkle_peaks(const struct merkle *m);

/*
 * Proofs over n leaf hashes in memory: that leaf index (below n) is in the
 * tree, and that the tree began with the one of size old (at most n; RFC 6962
 * 2.1.1 and 2.1.2). path has room for MERKLE_DEPTH hashes; the number of
 * hashes is returned.
 */
size_t merkle_inclusion(const uint8_t (*leaves)[HASH_SIZE], uint64_t n,
	uint64_t index, uint8_t (*path)[HASH_SIZE]);
size_t merkle_consistency(const uint8_t (*leaves)[HASH_SIZE], uint64_t n,
	uint64_t old, uint8_t (*path)[HASH_SIZE]);

/*
 * Does the proof hold? Only the one path that the functions above would give
 * passes (RFC 9162 2.1.3.2 and 2.1.4.2): not a longer nor a shorter one.
 */
bool merkle_check_inclusion(const uint8_t leaf[HASH_SIZE], uint64_t index,
	uint64_t n, const uint8_t (*path)[HASH_SIZE], size_t steps,
	const uint8_t root[HASH_SIZE]);
bool merkle_check_consistency(uint64_t old, const uint8_t old_root[HASH_SIZE],
	uint64_t n, const uint8_t root[HASH_SIZE],
	const uint8_t (*path)[HASH_SIZE], size_t steps);

#endif
