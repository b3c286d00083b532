/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cbor.c - see cbor.h. */
#include "base/cbor.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

#include "base/banned.h"

/* Major types, as they stand in the first byte (RFC 8949 section 3.1). */
enum major {
	MAJOR_UNSIGNED = 0 << 5,
	MAJOR_NEGATIVE = 1 << 5,
	MAJOR_BYTES = 2 << 5,
	MAJOR_TEXT = 3 << 5,
	MAJOR_ARRAY = 4 << 5,
	MAJOR_MASK = 7 << 5,
};

/* The low five bits: a small argument, or how many bytes hold it. */
enum info {
	INFO_1_BYTE = 24,
	INFO_8_BYTES = 27,
	INFO_MASK = 31,
};

enum simple {
	SIMPLE_FALSE = 0xF4,
	SIMPLE_TRUE = 0xF5,
	SIMPLE_NULL = 0xF6,
};

/* Append the first byte of an item and its argument in the shortest form. */
static void
put_head(struct strbuf *out, enum major major, uint64_t arg)
{
	int info = INFO_1_BYTE, n = 1;

	if (arg < INFO_1_BYTE) {
		strbuf_putc(out, (char)((uint64_t)major | arg));
		return;
	}
	while (n < 8 && arg >> (8 * n)) {
		n *= 2;
		info++;
	}
	strbuf_putc(out, (char)((int)major | info));
	while (n--)
		strbuf_putc(out, (char)(arg >> (8 * n)));
}

void
cbor_put_int(struct strbuf *out, int64_t n)
{
	if (n < 0)
		put_head(out, MAJOR_NEGATIVE, (uint64_t)(-1 - n));
	else
		put_head(out, MAJOR_UNSIGNED, (uint64_t)n);
}

void
cbor_put_bytes(struct strbuf *out, const void *data, size_t len)
{
	put_head(out, MAJOR_BYTES, len);
	strbuf_add(out, data, len);
}

void
cbor_put_text(struct strbuf *out, const char *text)
{
	if (!text) {
		cbor_put_null(out);
		return;
	}
	size_t len = strlen(text);

	/* What we write, we must be able to read. */
	assert(utf8_valid(text, len));
	put_head(out, MAJOR_TEXT, len);
	strbuf_add(out, text, len);
}

void
cbor_put_array(struct strbuf *out, size_t n)
{
	put_head(out, MAJOR_ARRAY, n);
}

void
cbor_put_bool(struct strbuf *out, bool yes)
{
	strbuf_putc(out, (char)(yes ? SIMPLE_TRUE : SIMPLE_FALSE));
}

void
cbor_put_null(struct strbuf *out)
{
	strbuf_putc(out, (char)SIMPLE_NULL);
}

static bool
fail(struct cbor *c)
{
	c->broken = true;
	return false;
}

static size_t
left(const struct cbor *c)
{
	return (size_t)(c->end - c->at);
}

/* The argument of an item whose first byte says how it is written. */
static bool
get_argument(struct cbor *c, int info, uint64_t *arg)
{
	if (info < INFO_1_BYTE) {
		*arg = (uint64_t)info;
		return true;
	}
	if (info > INFO_8_BYTES)
		return fail(c);	/* reserved, or of indefinite length */
	size_t n = (size_t)1 << (info - INFO_1_BYTE);
	uint64_t sum = 0;

	if (left(c) < n)
		return fail(c);
	for (size_t i = 0; i < n; i++)
		sum = sum << 8 | *c->at++;
	/* Would half the bytes have done, or none? Then it is a second
	 * spelling of the same item, and its hash another. */
	if (n == 1 ? sum < INFO_1_BYTE : sum >> (4 * n) == 0)
		return fail(c);
	*arg = sum;
	return true;
}

static bool
get_head(struct cbor *c, enum major major, uint64_t *arg)
{
	if (c->broken || !left(c) || (*c->at & MAJOR_MASK) != (int)major)
		return fail(c);
	return get_argument(c, *c->at++ & INFO_MASK, arg);
}

bool
cbor_get_int(struct cbor *c, int64_t *n)
{
	bool negative = !c->broken && left(c) &&
		(*c->at & MAJOR_MASK) == MAJOR_NEGATIVE;
	uint64_t arg;

	if (!get_head(c, negative ? MAJOR_NEGATIVE : MAJOR_UNSIGNED, &arg))
		return false;
	if (arg > INT64_MAX)
		return fail(c);
	*n = negative ? -1 - (int64_t)arg : (int64_t)arg;
	return true;
}

static bool
get_string(struct cbor *c, enum major major, const void **data, size_t *len)
{
	uint64_t n;

	if (!get_head(c, major, &n))
		return false;
	if (n > left(c))
		return fail(c);
	*data = c->at;
	*len = (size_t)n;
	c->at += n;
	return true;
}

bool
cbor_get_bytes(struct cbor *c, const void **data, size_t *len)
{
	return get_string(c, MAJOR_BYTES, data, len);
}

bool
cbor_get_text(struct cbor *c, const char **text, size_t *len)
{
	const void *data;
	size_t n;

	if (!get_string(c, MAJOR_TEXT, &data, &n))
		return false;
	if (!utf8_valid(data, n))
		return fail(c);
	*text = data;
	*len = n;
	return true;
}

bool
cbor_get_array(struct cbor *c, size_t *n)
{
	uint64_t items;

	if (!get_head(c, MAJOR_ARRAY, &items))
		return false;
	if (items > left(c))
		return fail(c);	/* each item takes a byte at least */
	*n = (size_t)items;
	return true;
}

bool
cbor_get_bool(struct cbor *c, bool *yes)
{
	if (c->broken || !left(c) ||
	    (*c->at != SIMPLE_FALSE && *c->at != SIMPLE_TRUE))
		return fail(c);
	*yes = *c->at++ == SIMPLE_TRUE;
	return true;
}

bool
cbor_is_null(struct cbor *c)
{
	if (c->broken || !left(c) || *c->at != SIMPLE_NULL)
		return false;
	c->at++;
	return true;
}

bool
cbor_done(const struct cbor *c)
{
	return !c->broken && c->at == c->end;
}
