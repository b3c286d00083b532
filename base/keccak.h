/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keccak.h - Keccak-256 as Ethereum uses it, which libsodium has not. */
#ifndef BASE_KECCAK_H
#define BASE_KECCAK_H

#include <stddef.h>
#include <stdint.h>

enum { KECCAK_SIZE = 32 };

/*
 * The Keccak submission with rate 1088 and capacity 512, padded with 0x01 as it
 * was before FIPS 202 made it SHA3-256, which pads with 0x06.
 */
void keccak_256(const void *data, size_t len, uint8_t out[KECCAK_SIZE]);

#endif
