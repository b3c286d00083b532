/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.h - writing JSON (RFC 8259) as a stream. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

struct json {
	struct strbuf *out;	/* lent; take what is there and reset it at will */
	int depth;
	bool pretty;		/* two blanks a level; else no white space */
	bool first[32];		/* at each depth: nothing written yet */
	bool keyed;		/* a key waits for its value */
};

#define JSON_INIT(sb, nice) { .out = (sb), .pretty = (nice), .first = { true } }

void json_object(struct json *j);	/* { */
void json_object_end(struct json *j);
void json_array(struct json *j);	/* [ */
void json_array_end(struct json *j);
void json_key(struct json *j, const char *key);

/* Text is written as it is stored; C0, C1, DEL, bidi and zero-width characters as
 * \u escapes, invalid UTF-8 as \ufffd. NULL is null. */
void json_text(struct json *j, const char *text);
void json_int(struct json *j, int64_t n);
void json_bool(struct json *j, bool yes);

/* json_key and json_text in one; nothing at all when text is NULL. */
void json_pair(struct json *j, const char *key, const char *text);

#endif
