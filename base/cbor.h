/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cbor.h - the deterministic subset of CBOR (RFC 8949 section 4.2) that the
 * change log and the desk's wire use: integers, byte and text strings, arrays,
 * false, true, null; shortest forms and definite lengths only. One encoder. */
#ifndef BASE_CBOR_H
#define BASE_CBOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Append one item. text is valid UTF-8; NULL becomes null. */
void cbor_put_int(struct strbuf *out, int64_t n);
void cbor_put_bytes(struct strbuf *out, const void *data, size_t len);
void cbor_put_text(struct strbuf *out, const char *text);
void cbor_put_bool(struct strbuf *out, bool yes);
void cbor_put_null(struct strbuf *out);

/* Append the head of an array; its n items follow. */
void cbor_put_array(struct strbuf *out, size_t n);

/*
 * A reader over bytes that it was lent. Each cbor_get returns false when the
 * next item is of another type, not in shortest form, cut short, or text that
 * is no valid UTF-8 or holds NUL; the reader then stays broken, so that a
 * caller may check once at the end with cbor_done. Strings are given back as
 * they lie in the lent bytes: not ended by NUL, good as long as those are.
 */
struct cbor {
	const uint8_t *at, *end;
	bool broken;
};

#define CBOR_INIT(data, len) { (const uint8_t *)(data), \
	(const uint8_t *)(data) + (len), false }

bool cbor_get_int(struct cbor *c, int64_t *n);
bool cbor_get_bytes(struct cbor *c, const void **data, size_t *len);
bool cbor_get_text(struct cbor *c, const char **text, size_t *len);
bool cbor_get_bool(struct cbor *c, bool *yes);

/* n is at most the bytes left, so that it is safe to make room for n items. */
bool cbor_get_array(struct cbor *c, size_t *n);

/* Takes the next item if it is null; if not, nothing is taken or broken. */
bool cbor_is_null(struct cbor *c);

/* All read, nothing broken? */
bool cbor_done(const struct cbor *c);

#endif
