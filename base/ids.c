/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ids.c - see ids.h. */
#include "base/ids.h"

#include <assert.h>
#include <string.h>

#include <sodium.h>
#include <uuid/uuid.h>

#include "base/hash.h"

#include "base/banned.h"

static struct {
	bool on;
	uint64_t calls;
	uint8_t seed[crypto_stream_chacha20_KEYBYTES];
} seeded;

void
ids_seed(const uint8_t seed[32])
{
	seeded.on = seed != NULL;
	seeded.calls = 0;
	if (seed)
		memcpy(seeded.seed, seed, sizeof(seeded.seed));
}

void
ids_random(void *buf, size_t len)
{
	uint8_t nonce[crypto_stream_chacha20_NONCEBYTES];

	if (!seeded.on) {
		randombytes_buf(buf, len);
		return;
	}
	/* Little-endian everywhere, else machines would disagree. */
	for (size_t i = 0; i < sizeof(nonce); i++)
		nonce[i] = (uint8_t)(seeded.calls >> (8 * i));
	seeded.calls++;
	crypto_stream_chacha20(buf, len, nonce, seeded.seed);
}

uint32_t
ids_below(uint32_t n)
{
	assert(n > 0);
	/* Draw again in the last, incomplete run of n numbers. */
	uint32_t limit = UINT32_MAX - UINT32_MAX % n, drawn;
	uint8_t bytes[4];

	do {
		ids_random(bytes, sizeof(bytes));
		drawn = (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
			(uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
	} while (drawn >= limit);
	return drawn % n;
}

void
ids_secret(void *buf, size_t len)
{
	randombytes_buf(buf, len);
}

/* Version 4, variant 10 (RFC 9562 section 5.4). */
void
ids_of_random(const uint8_t random[IDS_UID_BYTES], char uid[IDS_UID_SIZE])
{
	uint8_t bytes[IDS_UID_BYTES];

	memcpy(bytes, random, sizeof(bytes));
	bytes[6] = (bytes[6] & 0x0F) | 0x40;
	bytes[8] = (bytes[8] & 0x3F) | 0x80;
	ids_from_bytes(bytes, uid);
}

void
ids_new(char uid[IDS_UID_SIZE])
{
	uint8_t bytes[IDS_UID_BYTES];

	if (!seeded.on) {
		uuid_generate_random(bytes);
		ids_from_bytes(bytes, uid);
		return;
	}
	ids_random(bytes, sizeof(bytes));
	ids_of_random(bytes, uid);
}

static bool
is_dash(size_t at)
{
	return at == 8 || at == 13 || at == 18 || at == 23;
}

bool
ids_valid(const char *text)
{
	for (size_t i = 0; i < IDS_UID_SIZE - 1; i++) {
		if (is_dash(i) ? text[i] != '-' :
		    !text[i] || !strchr("0123456789abcdef", text[i]))
			return false;
	}
	return text[IDS_UID_SIZE - 1] == '\0';
}

bool
ids_to_bytes(const char *uid, uint8_t bytes[IDS_UID_BYTES])
{
	char hex[2 * IDS_UID_BYTES + 1];
	size_t n = 0;

	if (!ids_valid(uid))
		return false;
	for (size_t i = 0; i < IDS_UID_SIZE - 1; i++)
		if (!is_dash(i))
			hex[n++] = uid[i];
	hex[n] = '\0';
	return hash_unhex(hex, bytes, IDS_UID_BYTES);
}

void
ids_from_bytes(const uint8_t bytes[IDS_UID_BYTES], char uid[IDS_UID_SIZE])
{
	char hex[2 * IDS_UID_BYTES + 1];
	const char *next = hex;

	hash_hex(bytes, IDS_UID_BYTES, hex);
	for (size_t i = 0; i < IDS_UID_SIZE - 1; i++)
		uid[i] = is_dash(i) ? '-' : *next++;
	uid[IDS_UID_SIZE - 1] = '\0';
}
