/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merkle.h - the Merkle tree of RFC 6962 section 2.1 over SHA-256. */
#ifndef BASE_MERKLE_H
#define BASE_MERKLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"

/* No tree has more. */
enum { MERKLE_PEAKS = 64 };

/*
 * A tree that only grows: its size and the roots of its full subtrees, largest
 * first (one for each set bit of size).
 */
struct merkle {
	uint64_t size;
	uint8_t peaks[MERKLE_PEAKS][HASH_SIZE];
};

#define MERKLE_INIT { 0 }

/* SHA-256(0x00 || data). */
void merkle_leaf(const void *data, size_t len, uint8_t out[HASH_SIZE]);

/* Add one leaf hash at the end. */
void merkle_append(struct merkle *m, const uint8_t leaf[HASH_SIZE]);

/* The root; SHA-256 of nothing for the empty tree. */
void merkle_root(const struct merkle *m, uint8_t out[HASH_SIZE]);

/*
 * Number of set bits of size: the peaks in use. What is stored of a tree is
 * its size and the first merkle_peaks * HASH_SIZE bytes of peaks.
 */
size_t merkle_peaks(const struct merkle *m);

#endif
