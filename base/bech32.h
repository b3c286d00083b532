/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bech32.h - Bech32 and Bech32m (BIP-173, BIP-350), the newer addresses of
 * Bitcoin and its kin. */
#ifndef BASE_BECH32_H
#define BASE_BECH32_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BECH32_MAX = 90 };	/* characters; BIP-173 */

enum bech32_sort { BECH32_NONE, BECH32_PLAIN, BECH32_M };

struct bech32 {
	enum bech32_sort sort;
	char prefix[BECH32_MAX];	/* human-readable part, small letters */
	uint8_t data[BECH32_MAX];	/* 5 bits each, without the checksum */
	size_t n;
};

/* Read text (ended by NUL): BECH32_NONE, also in b->sort, unless it is in one
 * case and its checksum is right. */
enum bech32_sort bech32_decode(const char *text, struct bech32 *b);

/*
 * Is it the address of a witness program (BIP-141): version 0 in Bech32 with 20
 * or 32 bytes, 1 to 16 in Bech32m with 2 to 40?
 */
bool bech32_is_witness(const struct bech32 *b);

#endif
