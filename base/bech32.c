/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bech32.c - see bech32.h. */
#include "base/bech32.h"

#include <string.h>

#include "base/ascii.h"

#include "base/banned.h"

enum { CHECKSUM = 6, WITNESS_VERSIONS = 17, LEAST_PROGRAM = 2, MOST_PROGRAM = 40 };

static uint32_t
polymod_step(uint32_t sum, uint8_t value)
{
	static const uint32_t generator[5] = {
		0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3
	};
	uint32_t top = sum >> 25;

	sum = (sum & 0x1FFFFFF) << 5 ^ value;
	for (int i = 0; i < 5; i++)
		if (top >> i & 1)
			sum ^= generator[i];
	return sum;
}

static uint32_t
polymod(const struct bech32 *b, size_t n)
{
	uint32_t sum = 1;

	for (const char *c = b->prefix; *c; c++)
		sum = polymod_step(sum, (uint8_t)*c >> 5);
	sum = polymod_step(sum, 0);
	for (const char *c = b->prefix; *c; c++)
		sum = polymod_step(sum, (uint8_t)*c & 31);
	for (size_t i = 0; i < n; i++)
		sum = polymod_step(sum, b->data[i]);
	return sum;
}

/* In one case, of visible ASCII. */
static bool
is_plain(const char *text)
{
	bool small = false, capital = false;

	for (; *text; text++) {
		small = small || ascii_is_small(*text);
		capital = capital || ascii_is_capital(*text);
		if (*text < '!' || *text > '~')
			return false;
	}
	return !(small && capital);
}

static bool
read_data(const char *text, struct bech32 *b)
{
	static const char alphabet[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

	for (b->n = 0; *text; text++) {
		const char *at = strchr(alphabet, ascii_small(*text));

		if (!at)
			return false;
		b->data[b->n++] = (uint8_t)(at - alphabet);
	}
	return b->n >= CHECKSUM;
}

enum bech32_sort
bech32_decode(const char *text, struct bech32 *b)
{
	const char *one = strrchr(text, '1');
	size_t len = one ? (size_t)(one - text) : 0;

	*b = (struct bech32){ .sort = BECH32_NONE };
	if (len == 0 || strlen(text) > BECH32_MAX || !is_plain(text))
		return BECH32_NONE;
	for (size_t i = 0; i < len; i++)
		b->prefix[i] = ascii_small(text[i]);
	if (!read_data(one + 1, b))
		return BECH32_NONE;

	uint32_t sum = polymod(b, b->n);

	b->sort = sum == 1 ? BECH32_PLAIN :
		sum == 0x2BC830A3 ? BECH32_M : BECH32_NONE;
	b->n -= CHECKSUM;
	return b->sort;
}

bool
bech32_is_witness(const struct bech32 *b)
{
	if (b->sort == BECH32_NONE || b->n == 0 ||
	    b->data[0] >= WITNESS_VERSIONS)
		return false;

	bool is_zero = b->data[0] == 0;
	size_t bits = (b->n - 1) * 5, bytes = bits / 8;
	unsigned padding = (unsigned)(bits % 8);

	/* Bytes of 8 bits out of 5: less than 5 bits of zeros are left over. */
	if (padding > 4 || (b->data[b->n - 1] & ((1u << padding) - 1)))
		return false;
	if (bytes < LEAST_PROGRAM || bytes > MOST_PROGRAM ||
	    (is_zero && bytes != 20 && bytes != 32))
		return false;
	return b->sort == (is_zero ? BECH32_PLAIN : BECH32_M);
}
