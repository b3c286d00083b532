/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keccak.c - see keccak.h. The names of the steps are those of FIPS 202, 3.2. */
#include "base/keccak.h"

#include <string.h>

#include "base/banned.h"

enum { LANES = 25, ROUNDS = 24, RATE = 136 };

static const uint64_t round_constants[ROUNDS] = {
	0x0000000000000001, 0x0000000000008082, 0x800000000000808A,
	0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
	0x8000000080008081, 0x8000000000008009, 0x000000000000008A,
	0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
	0x000000008000808B, 0x800000000000008B, 0x8000000000008089,
	0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
	0x000000000000800A, 0x800000008000000A, 0x8000000080008081,
	0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
};

/* Rotation of lane x + 5y. */
static const uint8_t rotations[LANES] = {
	0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21,
	8, 18, 2, 61, 56, 14,
};

static uint64_t
rotate(uint64_t lane, unsigned by)
{
	return by ? lane << by | lane >> (64 - by) : lane;
}

static void
theta(uint64_t a[LANES])
{
	uint64_t c[5];

	for (int x = 0; x < 5; x++)
		c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
	for (int i = 0; i < LANES; i++)
		a[i] ^= c[(i + 4) % 5] ^ rotate(c[(i + 1) % 5], 1);
}

static void
rho_and_pi(const uint64_t a[LANES], uint64_t b[LANES])
{
	for (int x = 0; x < 5; x++)
		for (int y = 0; y < 5; y++)
			b[y + 5 * ((2 * x + 3 * y) % 5)] =
				rotate(a[x + 5 * y], rotations[x + 5 * y]);
}

static void
chi(const uint64_t b[LANES], uint64_t a[LANES])
{
	for (int x = 0; x < 5; x++)
		for (int y = 0; y < LANES; y += 5)
			a[x + y] = b[x + y] ^
				(~b[(x + 1) % 5 + y] & b[(x + 2) % 5 + y]);
}

static void
permute(uint64_t a[LANES])
{
	uint64_t b[LANES];

	for (int round = 0; round < ROUNDS; round++) {
		theta(a);
		rho_and_pi(a, b);
		chi(b, a);
		a[0] ^= round_constants[round];
	}
}

/* Bytes of lanes are counted from the least. */
static void
absorb(uint64_t a[LANES], const uint8_t block[RATE])
{
	for (int i = 0; i < RATE; i++)
		a[i / 8] ^= (uint64_t)block[i] << i % 8 * 8;
	permute(a);
}

void
keccak_256(const void *data, size_t len, uint8_t out[KECCAK_SIZE])
{
	const uint8_t *bytes = data;
	uint64_t a[LANES] = { 0 };
	uint8_t last[RATE] = { 0 };

	for (; len >= RATE; bytes += RATE, len -= RATE)
		absorb(a, bytes);
	if (len)
		memcpy(last, bytes, len);
	last[len] = 0x01;
	last[RATE - 1] |= 0x80;
	absorb(a, last);
	for (int i = 0; i < KECCAK_SIZE; i++)
		out[i] = (uint8_t)(a[i / 8] >> i % 8 * 8);
}
