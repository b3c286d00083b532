/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decoder.h - text files as they come, made UTF-8 as a stream. */
#ifndef BASE_DECODER_H
#define BASE_DECODER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"

enum decoder_state {
	DECODER_START,		/* too few bytes yet to tell the encoding */
	DECODER_UTF8,
	DECODER_UTF16LE,
	DECODER_UTF16BE,
	DECODER_REFUSED,
};

struct decoder {
	enum decoder_state state;
	unsigned char held[4];	/* of the start, or half a UTF-16 unit */
	size_t n;		/* bytes held */
	unsigned high;		/* half a surrogate pair, or 0 */
};

#define DECODER_INIT { .state = DECODER_START }

/*
 * Append to out what the bytes mean; data is NULL after the last. A byte order
 * mark chooses the encoding and is left out; without one it is UTF-8, and text
 * that is plainly UTF-16 is refused (ERR_INVALID). UTF-8 is passed on
 * unchecked, and half of a UTF-16 pair or unit becomes bytes that UTF-8
 * forbids: the text is checked by who uses it.
 */
bool decoder_feed(struct decoder *d, struct strbuf *out, const void *data,
	size_t len, struct err *err);

#endif
