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

enum {
	NOTE_SEED_SIZE = 32,
	NOTE_PUBLIC_SIZE = 32,
	NOTE_NAME_SIZE = 128,
	NOTE_ORIGIN_SIZE = 160,
	NOTE_MAX = 128 * 1024,	/* a longer note is refused unread */
};

struct note_key {
	char name[NOTE_NAME_SIZE];	/* as note_name_valid wants it */
	uint8_t seed[NOTE_SEED_SIZE];	/* secret; wiped by note_key_wipe */
	uint8_t public[NOTE_PUBLIC_SIZE];
};

/* A key name is UTF-8 of 1 to 127 bytes without blank, plus or control. */
bool note_name_valid(const char *name);

/*
 * A new key, or the key of a seed; name is valid. A new one is always from the
 * system's randomness, never from the fixed generator of ids_seed: whoever
 * could guess it could sign.
 */
void note_key_new(struct note_key *key, const char *name);
void note_key_of_seed(struct note_key *key, const char *name,
	const uint8_t seed[NOTE_SEED_SIZE]);
void note_key_wipe(struct note_key *key);

/* The verifier key line, "name+hex id+base64" (algorithm byte 0x01), without
 * a newline. */
void note_verifier(const struct note_key *key, struct strbuf *out);

/*
 * The text of STORE.key, and its reading: one line
 * "PRIVATE+KEY+name+hex id+base64(0x01 || seed)", as golang.org/x/mod writes
 * it. Reading takes that line with or without its newline and nothing else.
 * Wipe the buffer with note_wipe when done.
 */
void note_key_write(const struct note_key *key, struct strbuf *out);
bool note_key_read(struct note_key *key, const char *text, struct err *err);

/* Overwrite what a buffer holds, then clear it. */
void note_wipe(struct strbuf *secret);

/* Append text, which ends in a newline, and a signature line: a signed note. */
void note_sign(const struct note_key *key, const char *text,
	struct strbuf *out);

/*
 * Append the signed checkpoint of a tree: origin, size, root, blank line, one
 * signature line. origin is one line of valid UTF-8, not empty, shorter than
 * NOTE_ORIGIN_SIZE, without controls.
 */
void note_checkpoint(const struct note_key *key, const char *origin,
	uint64_t size, const uint8_t root[HASH_SIZE], struct strbuf *out);

/*
 * Check a checkpoint against a verifier line and give back what it says.
 * ERR_INVALID: this is no verifier line; ERR_DAMAGED: the checkpoint is
 * malformed; ERR_CHECK: the key did not sign it, or not this. Signatures of
 * other keys are ignored, lines after the root (extensions) are covered by
 * the signature and not looked at, both as the formats ask.
 */
bool note_check(const char *checkpoint, const char *verifier,
	char origin[NOTE_ORIGIN_SIZE], uint64_t *size, uint8_t root[HASH_SIZE],
	struct err *err);

#endif
