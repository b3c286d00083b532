/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seal.c - see seal.h. A sealed note is the count that is its nonce, 8 bytes,
 * and the box. */
#include "base/seal.h"

#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/xalloc.h"

#include "base/banned.h"

_Static_assert(SEAL_KEY_SIZE == crypto_secretbox_KEYBYTES, "size of a key");

enum {
	COUNT_SIZE = 8,
	FRAME = COUNT_SIZE + crypto_secretbox_MACBYTES,
	VARIANT = sodium_base64_VARIANT_URLSAFE_NO_PADDING,
};

void
seal_init(struct seal *s)
{
	crypto_secretbox_keygen(s->key);
	s->count = 0;
}

/* No two notes of one secret have the same nonce. */
static void
nonce_of(const uint8_t count[COUNT_SIZE],
	uint8_t nonce[crypto_secretbox_NONCEBYTES])
{
	memset(nonce, 0, crypto_secretbox_NONCEBYTES);
	memcpy(nonce, count, COUNT_SIZE);
}

void
seal_put(struct seal *s, const void *note, size_t len, struct strbuf *out)
{
	uint8_t nonce[crypto_secretbox_NONCEBYTES];
	uint8_t *bytes = xcalloc(len + FRAME, 1);
	size_t size = sodium_base64_encoded_len(len + FRAME, VARIANT);
	char *text = xcalloc(size, 1);

	memcpy(bytes, &s->count, COUNT_SIZE);
	s->count++;
	nonce_of(bytes, nonce);
	crypto_secretbox_easy(bytes + COUNT_SIZE, note, len, nonce, s->key);
	sodium_bin2base64(text, size, bytes, len + FRAME, VARIANT);
	strbuf_puts(out, text);
	free(text);
	free(bytes);
}

bool
seal_get(const struct seal *s, const char *text, struct strbuf *out)
{
	uint8_t nonce[crypto_secretbox_NONCEBYTES];
	size_t len = strlen(text), got;
	uint8_t *bytes = xcalloc(len + 1, 1), *note = xcalloc(len + 1, 1);
	bool ok = sodium_base642bin(bytes, len, text, len, NULL, &got, NULL,
			VARIANT) == 0 && got >= FRAME;

	if (ok) {
		nonce_of(bytes, nonce);
		ok = crypto_secretbox_open_easy(note, bytes + COUNT_SIZE,
			got - COUNT_SIZE, nonce, s->key) == 0;
	}
	if (ok)
		strbuf_add(out, note, got - FRAME);
	free(note);
	free(bytes);
	return ok;
}
