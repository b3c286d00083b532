/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cbor.h - the deterministic subset of CBOR (RFC 8949 section 4.2) that the change
 * log and the desk's wire use: integers, byte and text strings, arrays, false,
 * true, null; shortest forms only, definite lengths only. One encoder. */
#ifndef BASE_CBOR_H
#define BASE_CBOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

void cbor_put_int(struct strbuf *out, int64_t n);
void cbor_put_bytes(struct strbuf *out, const void *data, size_t len);
void cbor_put_text(struct strbuf *out, const char *text);	/* NULL is null */
void cbor_put_array(struct strbuf *out, size_t n);
void cbor_put_bool(struct strbuf *out, bool yes);
void cbor_put_null(struct strbuf *out);

/*
 * A reader over bytes that it was lent. Each cbor_get returns false when the next item is of another
 * type, not in shortest form, text not valid UTF-8 or cut short; the reader then stays broken, so that a caller may
 * check once at the end with cbor_done.
 */
struct cbor {
	const uint8_t *at, *end;
	bool broken;
};

#define CBOR_INIT(data, len) { (const uint8_t *)(data), (const uint8_t *)(data) + (len), false }

bool cbor_get_int(struct cbor *c, int64_t *n);
bool cbor_get_bytes(struct cbor *c, const void **data, size_t *len);
bool cbor_get_text(struct cbor *c, const char **text, size_t *len);	/* not ended by NUL */
bool cbor_get_array(struct cbor *c, size_t *n);	/* n is at most the bytes left */
bool cbor_get_bool(struct cbor *c, bool *yes);
bool cbor_is_null(struct cbor *c);	/* takes it, if the next item is null */

/* All read, nothing broken? */
bool cbor_done(const struct cbor *c);

#endif
