/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.h - writing JSON (RFC 8259) as a stream. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

enum { JSON_DEPTH = 32 };

struct json {
	struct strbuf *out;	/* lent: take from it and reset it at will */
	int depth;
	bool pretty;		/* two blanks a level; else no white space */
	bool first[JSON_DEPTH];	/* at each depth: nothing written yet */
	bool keyed;		/* a key waits for its value */
};

#define JSON_INIT(sb, nice) { .out = (sb), .pretty = (nice), .first = { true } }

/*
 * The writer puts commas and line breaks, and none between or after values that
 * stand at the top: an element a line is for the caller to write. Objects and
 * arrays are nested less than JSON_DEPTH deep.
 */
void json_object(struct json *j);	/* { */
void json_object_end(struct json *j);
void json_array(struct json *j);	/* [ */
void json_array_end(struct json *j);
void json_key(struct json *j, const char *key);

/*
 * Text is written as it is stored; what clean_hides (clean.h) knows (C0, C1,
 * DEL, bidi, zero-width ...) as \u escapes, a stray byte as \ufffd. NULL is
 * null. Amounts and identifiers are text, so that no reader rounds them.
 */
void json_text(struct json *j, const char *text);
void json_int(struct json *j, int64_t n);
void json_bool(struct json *j, bool yes);

/* json_key and json_text in one; nothing at all when text is NULL. */
void json_pair(struct json *j, const char *key, const char *text);

#endif
