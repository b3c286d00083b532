/* SPDX-License-Identifier: GPL-3.0-or-later */
/* value.h - one value by its field's type: read as typed, brought to canonical
 * text, ordered, compared. References are resolved elsewhere (ref.h). */
#ifndef SRC_VALUE_H
#define SRC_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/field.h"
#include "base/strbuf.h"

/* What the reading of a value depends on besides its text. */
struct value_context {
	int64_t now;		/* ms UTC */
	const char *zone;	/* IANA */
	const char *currency;	/* of the same input, for a bare number; or NULL */
};

/*
 * Inside, an invalid value that is kept (IDENT, ACCOUNT, STATE) or a reference
 * that names no record bears this mark before what was typed; the door takes it
 * off and says value.invalid instead.
 */
#define VALUE_MARK '?'

/*
 * Append the canonical text of what was typed. *invalid is set when the text is
 * kept, marked, although it is no well-formed value; any other fault is an error
 * that names the field. Text: valid UTF-8, no NUL, within the limit; one-line
 * types are trimmed and hold no line break. Nothing is appended on failure.
 * Empty text is the caller's matter.
 */
bool value_parse(const struct field *f, const char *text, size_t len,
	const struct value_context *ctx, struct strbuf *out, bool *invalid,
	struct err *err);

/* Does a value of this field, as inside, bear the mark? */
bool value_is_marked(const struct field *f, const char *text);

/* Append the sort key: orders by memcmp; for text its fold (fold.h). */
void value_key(const struct field *f, const char *canonical,
	struct strbuf *out);

/* Set algebra of CODES and TAGS: "a,b" with more, without some. Appended to out;
 * the result may be empty. */
void value_plus(const char *set, const char *words, struct strbuf *out);
void value_minus(const char *set, const char *words, struct strbuf *out);

/* As a person reads it: labels for codes, sets as "armed, violent", short dates, local
 * time for TIME in zone. Not yet clean (clean.h): that is the sink's. */
void value_show(const struct field *f, const char *canonical, const char *zone,
	struct strbuf *out);

#endif
