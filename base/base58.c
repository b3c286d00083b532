/* SPDX-License-Identifier: GPL-3.0-or-later */
/* base58.c - see base58.h. */
#include "base/base58.h"

#include <string.h>

#include "base/hash.h"

#include "base/banned.h"

enum { CHECKSUM = 4, LONGEST = 90 };	/* 64 bytes take 88 characters */

static const char alphabet[] =
	"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/* number = number * 58 + digit, big-endian; false when it has no room. */
static bool
push_digit(uint8_t number[BASE58_MAX], unsigned digit)
{
	for (size_t i = BASE58_MAX; i-- > 0;) {
		digit += number[i] * 58u;
		number[i] = (uint8_t)digit;
		digit >>= 8;
	}
	return digit == 0;
}

static bool
decode(const char *text, uint8_t out[BASE58_MAX], size_t *n)
{
	uint8_t number[BASE58_MAX] = { 0 };
	size_t zeros = strspn(text, "1"), skip = 0;

	if (strlen(text) > LONGEST)
		return false;
	for (const char *c = text; *c; c++) {
		const char *digit = strchr(alphabet, *c);

		if (!digit || !push_digit(number, (unsigned)(digit - alphabet)))
			return false;
	}
	while (skip < BASE58_MAX && number[skip] == 0)
		skip++;
	/* Each leading 1 is a zero byte, which the number does not show. */
	if (zeros > skip)
		return false;
	*n = BASE58_MAX - skip + zeros;
	memcpy(out, number + skip - zeros, *n);
	return true;
}

bool
base58_check_decode(const char *text, uint8_t out[BASE58_MAX], size_t *n)
{
	uint8_t bytes[BASE58_MAX], hash[HASH_SIZE];
	size_t len;

	if (!decode(text, bytes, &len) || len <= CHECKSUM)
		return false;
	len -= CHECKSUM;
	hash_sha256(bytes, len, hash);
	hash_sha256(hash, sizeof(hash), hash);
	if (memcmp(hash, bytes + len, CHECKSUM) != 0)
		return false;
	memcpy(out, bytes, len);
	*n = len;
	return true;
}
