/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record.h - one record: an array of values by field index (decisions.md D1). The
 * same shape is form, draft, difference, import row, JSON object, door and log. */
#ifndef SRC_RECORD_H
#define SRC_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/kind.h"

enum value_state {
	VALUE_UNSET,	/* absent in a record, unchanged in a change */
	VALUE_SET,
	VALUE_CLEARED,	/* in a change: to be made absent */
	VALUE_PLUS,	/* in a change: codes or tags to be added, ... */
	VALUE_MINUS,	/* ... to be taken out */
};

struct value {
	enum value_state state;
	bool invalid;	/* kept, but no well-formed value of its type */
	char *text;	/* owned; NULL unless SET, PLUS or MINUS; never empty */
};

struct record {
	const struct kind *kind;
	struct value *values;	/* kind_n(kind) of them, owned */
};

/* A record of the kind with nothing set; and its end. */
void record_init(struct record *r, const struct kind *kind);
void record_clear(struct record *r);
void record_copy(struct record *to, const struct record *from);

/* The text, or NULL when it is not set; borrowed until the value changes. */
const char *record_text(const struct record *r, size_t index);

/* record_text as a number (COUNT, TIME, version); 0 when not set. */
int64_t record_int(const struct record *r, size_t index);

/* Set a value; text is copied. NULL or "" makes it CLEARED. */
void record_set(struct record *r, size_t index, const char *text);
void record_set_int(struct record *r, size_t index, int64_t n);
void record_set_state(struct record *r, size_t index, enum value_state state,
	const char *text);
void record_unset(struct record *r, size_t index);

/* Do two values say the same (UNSET and CLEARED are both absence)? */
bool value_same(const struct value *a, const struct value *b);

/* Is the value one of the words of a set ("H2" in "H1,H2")? */
bool record_has(const struct record *r, size_t index, const char *word);

/* Write change over r: SET and CLEARED values replace, UNSET ones leave. */
void record_apply(struct record *r, const struct record *change);

#endif
