/* SPDX-License-Identifier: GPL-3.0-or-later */
/* objects.h - JSON objects one behind the other, for programs: elements of one array
 * (json), or each on a line of its own (jsonl). */
#ifndef UI_OBJECTS_H
#define UI_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/json.h"
#include "base/strbuf.h"

struct objects {
	struct strbuf *out;	/* lent; may be emptied between two of them */
	bool are_lines;
	size_t n;		/* so far */
};

/* Before the first, and after the last. */
void objects_begin(struct objects *o, struct strbuf *out, bool are_lines);
void objects_end(const struct objects *o);

/* A writer for the next one, from its { to its }; then objects_done. */
struct json objects_next(const struct objects *o);
void objects_done(struct objects *o);

#endif
