/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jsonl.h - new records from lines of JSON, one object each. */
#ifndef UI_JSONL_H
#define UI_JSONL_H

#include <stdbool.h>

#include "base/err.h"
#include "src/desk.h"

struct jsonl;

enum { JSONL_LINE = 16 * 1024 * 1024 };	/* the longest line */

/* A file, or standard input for "-". NO_FILE. */
bool jsonl_open(struct jsonl **lines, const char *path, struct err *err);
void jsonl_close(struct jsonl *lines);

/* The parts of one record, in the order in which they stand there. */
struct jsonl_parts {
	struct desk_part *all;
	char **refs;		/* "ref" of each as it was, or NULL */
	size_t n, room, refs_room;
};
void jsonl_parts_clear(struct jsonl_parts *p);

/*
 * Set the fields of r, a record of its kind with nothing set, as the next line
 * says; *more is false when there is none. Members are fields by name: texts,
 * numbers, lists of texts for sets, { amount, currency } for money, null for
 * absent; and "parts", an object of lists of such objects by kind, for parts,
 * which begins as { 0 }. What the program makes itself (ref, id, version, ...)
 * is left out, and so are links and parts that were retracted, so that what
 * list or show printed can be added elsewhere; where one part names another, it
 * names the new one. Errors name the line.
 */
bool jsonl_next(struct jsonl *lines, struct record *r,
	struct jsonl_parts *parts, bool *more, struct err *err);

/* The 1-based number of the line that was read last. */
long jsonl_line(const struct jsonl *lines);

#endif
