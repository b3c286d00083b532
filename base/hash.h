/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.h - SHA-256 and HMAC-SHA-256 (libsodium), and bytes as hex. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HASH_SIZE = 32, HASH_HEX_SIZE = 65 };

/* libsodium's start; called once by main and by each test that hashes. */
bool hash_init(void);

/* SHA-256 (FIPS 180-4). data may be NULL when len is 0, here and below. */
void hash_sha256(const void *data, size_t len, uint8_t out[HASH_SIZE]);

/* HMAC-SHA-256 of first || second under key (any length; RFC 2104). */
void hash_hmac(const void *key, size_t key_len, const void *first,
	size_t first_len, const void *second, size_t second_len,
	uint8_t out[HASH_SIZE]);

/* SHA-256 in pieces; owned by the caller until hash_stream_end frees it. */
struct hash_stream;
struct hash_stream *hash_stream_new(void);
void hash_stream_add(struct hash_stream *s, const void *data, size_t len);
void hash_stream_end(struct hash_stream *s, uint8_t out[HASH_SIZE]);

/* Lower-case hex of n bytes into out, which has 2 * n + 1 bytes. */
void hash_hex(const uint8_t *bytes, size_t n, char *out);

/* And back: true when hex is 2 * n lower-case digits and nothing else. */
bool hash_unhex(const char *hex, uint8_t *bytes, size_t n);

#endif
