/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wire.h - plain structs as bytes and back, by a description of their members: what
 * a socket between a screen and a store's worker will carry (decisions.md D6).
 * The encoding is that of cbor.h: a struct is an array of its members. */
#ifndef SRC_WIRE_H
#define SRC_WIRE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/cbor.h"
#include "base/strbuf.h"

enum wire_type {
	WIRE_TEXT,	/* char *, may be NULL */
	WIRE_INT,	/* int64_t */
	WIRE_SMALL,	/* int */
	WIRE_BOOL,
	WIRE_BYTES,	/* a pointer to bytes, and their count */
	WIRE_LIST,	/* a pointer to structs of shape, and their count */
	WIRE_RECORD,	/* struct record */
	WIRE_RECORD_AT,	/* a pointer to a struct record */
};

struct wire_shape;

struct wire_member {
	enum wire_type type;
	size_t offset;
	size_t count;			/* BYTES, LIST: offset of the size_t */
	const struct wire_shape *shape;	/* LIST */
	enum wire_role {
		WIRE_PLAIN,
		WIRE_SUBJECT,	/* TEXT: the ref of a record that is told of */
		WIRE_TOLD,	/* TEXT, LIST: of it, or of the struct's records;
				 * also in the lists of the struct. RECORD: what was
				 * typed of it, and is not in the store */
	} role;			/* for veil.h */
};

struct wire_shape {
	size_t size;
	const struct wire_member *members;
	size_t n;
};

void wire_put(const struct wire_shape *shape, const void *data,
	struct strbuf *out);

/* Fill *data, which is all zero. On failure it may be half filled: clear it.
 * Kinds, fields and states that this program does not know are refused. */
bool wire_get(const struct wire_shape *shape, void *data, struct cbor *c);

/* Free what a struct owns and make it all zero. */
void wire_clear(const struct wire_shape *shape, void *data);

/* The same of one text or list of it: it is NULL then, and of a list there are none. */
void wire_drop(const struct wire_member *m, void *data);

#endif
