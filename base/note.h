/* SPDX-License-Identifier: GPL-3.0-or-later */
/* note.h - signed checkpoints in the C2SP formats signed-note and
 * tlog-checkpoint, with Ed25519. */
#ifndef BASE_NOTE_H
#define BASE_NOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/strbuf.h"

enum { NOTE_SEED_SIZE = 32, NOTE_PUBLIC_SIZE = 32 };

struct note_key {
	char name[128];			/* key name: no blank, no plus */
	uint8_t seed[NOTE_SEED_SIZE];	/* Ed25519 seed; wiped by note_key_wipe */
	uint8_t public[NOTE_PUBLIC_SIZE];
};

/* A new key, or the key of a seed. */
void note_key_new(struct note_key *key, const char *name);
void note_key_of_seed(struct note_key *key, const char *name,
	const uint8_t seed[NOTE_SEED_SIZE]);
void note_key_wipe(struct note_key *key);

/* The verifier key line, "name+hex id+base64" (algorithm byte 0x01). */
void note_verifier(const struct note_key *key, struct strbuf *out);

/* The text file of STORE.key, and its reading: */
void note_key_write(const struct note_key *key, struct strbuf *out);
bool note_key_read(struct note_key *key, const char *text, struct err *err);

/* Append the signed checkpoint of a tree: origin, size, root, blank line, one
 * signature line. */
void note_checkpoint(const struct note_key *key, const char *origin,
	uint64_t size, const uint8_t root[HASH_SIZE], struct strbuf *out);

/* Check a checkpoint against a verifier line and give back what it says. */
bool note_check(const char *checkpoint, const char *verifier,
	char origin[160], uint64_t *size, uint8_t root[HASH_SIZE],
	struct err *err);

#endif
