/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seal.h - short notes to ourselves that another keeps for a while: the keeper
 * can neither read nor change them. */
#ifndef BASE_SEAL_H
#define BASE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

enum { SEAL_KEY_SIZE = 32 };

/* A secret and a count of what it sealed; not to be copied. */
struct seal {
	uint8_t key[SEAL_KEY_SIZE];
	uint64_t count;
};

/* A new secret, from the system even where ids_seed is in force: nothing that is
 * kept depends on it. */
void seal_init(struct seal *s);

/* Append the sealed note: letters, digits, - and _ (XSalsa20-Poly1305, then
 * base64url). The same note is sealed differently each time. */
void seal_put(struct seal *s, const void *note, size_t len, struct strbuf *out);

/* Append the note that text seals; false, and nothing appended, when it was not
 * sealed with this secret. */
bool seal_get(const struct seal *s, const char *text, struct strbuf *out);

#endif
