/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noise.h - hostile text that is the same in every run. */
#ifndef TESTS_SUPPORT_NOISE_H
#define TESTS_SUPPORT_NOISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/strbuf.h"
#include "base/utf8.h"

/* xorshift32; *seed is not 0. */
static inline uint32_t
noise_next(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* One code point of the kinds that go wrong, or any at all. */
static inline int32_t
noise_cp(uint32_t *seed)
{
	static const int32_t nasty[] = {
		'a', 'Z', '0', ' ', '"', '\\', ',', '=', '\t', '\n', '\r',
		0x01, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0xA0, 0xAD, 0xDF, 0x130,
		0x300, 0x301, 0x308, 0x34F, 0x3C2, 0x439, 0x5D0, 0x600, 0x61C,
		0x628, 0x64E, 0x915, 0x93F, 0x94D, 0xE33, 0x1100, 0x1160,
		0x11A8, 0x115F, 0x180B, 0x180E, 0x1820, 0x200B, 0x200C, 0x200D,
		0x200E, 0x2028, 0x202E, 0x2060, 0x2066, 0x20DD, 0x25CC, 0x2764,
		0x3000, 0x3042, 0x3164, 0x4E00, 0xAC00, 0xE000, 0xFDD0, 0xFDFA,
		0xFE0F, 0xFEFF, 0xFF1D, 0xFFFD, 0xFFFF, 0x1F1E9, 0x1F1EA,
		0x1F468, 0x1F3FD, 0xE0041, 0xE0100, 0x10FFFF,
	};
	int32_t cp;

	if (noise_next(seed) % 4)
		return nasty[noise_next(seed) % ARRAY_SIZE(nasty)];
	do
		cp = (int32_t)(noise_next(seed) % 0x110000);
	while (cp >= 0xD800 && cp < 0xE000);
	return cp;
}

/* Append n code points, or bytes among them if stray is set. */
static inline void
noise_text(struct strbuf *sb, uint32_t *seed, int n, bool stray)
{
	while (n-- > 0) {
		char buf[4];

		if (stray && noise_next(seed) % 8 == 0)
			strbuf_putc(sb, (char)noise_next(seed));
		else
			strbuf_add(sb, buf, utf8_put(buf, noise_cp(seed)));
	}
}

#endif
