/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base58.h - Base58Check, the older addresses of Bitcoin and its kin. */
#ifndef BASE_BASE58_H
#define BASE_BASE58_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of any text that is taken: version, hash and checksum with room. */
enum { BASE58_MAX = 64 };

/*
 * Decode text (ended by NUL), checksum (the first four bytes of the twofold
 * SHA-256 of what is before) looked at and left out: true with *n bytes in out.
 * False for a character that is none of the alphabet, a wrong checksum, or more
 * than BASE58_MAX bytes. Source: Bitcoin wiki, "Base58Check encoding".
 */
bool base58_check_decode(const char *text, uint8_t out[BASE58_MAX], size_t *n);

#endif
