/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jsonread.h - reading JSON (RFC 8259) token by token, strictly. */
#ifndef BASE_JSONREAD_H
#define BASE_JSONREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum json_token {
	JSON_BROKEN,	/* no JSON, cut short, or too deep; stays so */
	JSON_END,	/* the one value is complete, nothing follows */
	JSON_OBJECT, JSON_OBJECT_END,
	JSON_ARRAY, JSON_ARRAY_END,
	JSON_KEY,
	JSON_TEXT,
	JSON_NUMBER,	/* as it is written */
	JSON_TRUE, JSON_FALSE, JSON_NULL,
};

enum { JSONREAD_DEPTH = 32 };

/* A reader over text that it was lent. */
struct jsonread {
	const char *start, *at, *end;
	int depth;
	bool object[JSONREAD_DEPTH];	/* what each level is */
	int expect;			/* what may come next, jsonread.c */
};

void jsonread_init(struct jsonread *r, const char *text, size_t len);

/*
 * The next token; the text of a key, text or number replaces what out holds.
 * Text is valid UTF-8: other bytes, lone surrogates and NUL are no JSON here.
 */
enum json_token jsonread_next(struct jsonread *r, struct strbuf *out);

/* The 1-based byte that the reader stands at, for messages. */
long jsonread_column(const struct jsonread *r);

#endif
