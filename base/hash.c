/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.c - see hash.h. */
#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/xalloc.h"

#include "base/banned.h"

_Static_assert(HASH_SIZE == crypto_hash_sha256_BYTES, "size of SHA-256");
_Static_assert(HASH_SIZE == crypto_auth_hmacsha256_BYTES, "size of HMAC");

struct hash_stream {
	crypto_hash_sha256_state state;
};

bool
hash_init(void)
{
	return sodium_init() >= 0;
}

void
hash_sha256(const void *data, size_t len, uint8_t out[HASH_SIZE])
{
	crypto_hash_sha256(out, data, len);
}

void
hash_hmac(const void *key, size_t key_len, const void *first, size_t first_len,
	const void *second, size_t second_len, uint8_t out[HASH_SIZE])
{
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, key, key_len);
	crypto_auth_hmacsha256_update(&state, first, first_len);
	crypto_auth_hmacsha256_update(&state, second, second_len);
	crypto_auth_hmacsha256_final(&state, out);
	sodium_memzero(&state, sizeof(state));
}

struct hash_stream *
hash_stream_new(void)
{
	struct hash_stream *s = xcalloc(1, sizeof(*s));

	crypto_hash_sha256_init(&s->state);
	return s;
}

void
hash_stream_add(struct hash_stream *s, const void *data, size_t len)
{
	crypto_hash_sha256_update(&s->state, data, len);
}

void
hash_stream_end(struct hash_stream *s, uint8_t out[HASH_SIZE])
{
	crypto_hash_sha256_final(&s->state, out);
	free(s);
}

void
hash_hex(const uint8_t *bytes, size_t n, char *out)
{
	sodium_bin2hex(out, 2 * n + 1, bytes, n);
}

/* One spelling only: what is compared as text must not have two. */
static int
digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
hash_unhex(const char *hex, uint8_t *bytes, size_t n)
{
	if (strlen(hex) != 2 * n)
		return false;
	for (size_t i = 0; i < 2 * n; i++)
		if (digit_value(hex[i]) < 0)
			return false;
	for (size_t i = 0; i < n; i++)
		bytes[i] = (uint8_t)(digit_value(hex[2 * i]) << 4 |
			digit_value(hex[2 * i + 1]));
	return true;
}
