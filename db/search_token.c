/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_token.c - see search_token.h. */
#include "db/search_token.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "base/utf8.h"

#include "base/banned.h"

enum { PRIVATE_USE = 0xE000, BITS = 12 };

void
search_token(int64_t kind, char out[SEARCH_TOKEN_SIZE])
{
	snprintf(out, SEARCH_TOKEN_SIZE, "k%" PRId64, kind);
}

void
search_trigram(int64_t n, char out[SEARCH_TOKEN_SIZE])
{
	char *to = out;

	assert(n >= 0 && n >> 32 == 0);
	for (int shift = BITS * (SEARCH_TRIGRAM - 1); shift >= 0; shift -= BITS)
		to += utf8_put(to, PRIVATE_USE +
			(int32_t)(n >> shift & ((1 << BITS) - 1)));
	*to = '\0';
}
