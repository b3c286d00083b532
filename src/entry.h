/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry.h - one entry of the change log: its bytes, its leaf and what it
 * commits to. doc/log-format.md describes the format to the byte. */
#ifndef SRC_ENTRY_H
#define SRC_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/strbuf.h"

enum {
	ENTRY_FORMAT = 1,
	ENTRY_SALT_SIZE = 16,
	ENTRY_WORD_MAX = 31,	/* bytes of a verb or kind: a-z 0-9 - _ */
	ENTRY_ZONE_MAX = 63,	/* bytes of a zone: visible ASCII */
	ENTRY_ORIGIN_SIZE = 50,
};

/* A field that the act set or cleared. */
struct entry_field {
	uint16_t id;			/* permanent, not 0 */
	uint8_t commitment[HASH_SIZE];	/* entry_commit */
};

/*
 * What was done to one record by one act. Identifiers are UUID text (ids.h).
 * Everything is lent, except in an entry that entry_decode made.
 */
struct entry {
	const char *log;	/* id of the tree's log */
	int64_t seq;		/* index of the leaf in the tree, from 0 */
	const char *act;	/* shared by all entries of one act */
	const char *verb;	/* "add", "set", "retract" ... */
	const char *kind;	/* "lead" */
	const char *uid;	/* the record */
	const char *parent;	/* the record that a part belongs to, or NULL */
	const char *member;	/* who did it; NULL where nobody is known yet */
	const char *party;	/* of the member; NULL likewise */
	int64_t time;		/* ms since 1970 UTC */
	const char *zone;	/* IANA, of the writer */
	int64_t base;		/* version that the act started from; 0: none */
	const struct entry_field *fields;	/* by id, ascending */
	size_t n_fields;

	void *own;		/* memory of a decoded entry, or NULL */
};

#define ENTRY_INIT { .own = NULL }

/*
 * HMAC-SHA-256(salt, field id as two bytes, big-endian || value). len 0 means
 * that the field was cleared: canonical values are never empty.
 */
void entry_commit(const uint8_t salt[ENTRY_SALT_SIZE], uint16_t field,
	const void *value, size_t len, uint8_t out[HASH_SIZE]);

/* Append the bytes of a well-formed entry; they have one spelling. */
void entry_encode(const struct entry *e, struct strbuf *out);

/*
 * Read an entry back: only the bytes that entry_encode would write. DAMAGED
 * when they are anything else. Out is not looked at before; free what it owns
 * with entry_clear. data is not needed afterwards.
 */
bool entry_decode(struct entry *e, const void *data, size_t len,
	struct err *err);

/* Free what entry_decode made, and make it empty. */
void entry_clear(struct entry *e);

/* The leaf hash of encoded bytes. A viewer sees its first 8 hex digits. */
void entry_leaf(const void *data, size_t len, uint8_t out[HASH_SIZE]);

/* The origin line of a log's checkpoints: "liaison/LOGID/tree". */
void entry_origin(const char *log, char origin[ENTRY_ORIGIN_SIZE]);

#endif
