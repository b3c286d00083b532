/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jsonl.h - new records from lines of JSON, one object each. */
#ifndef UI_JSONL_H
#define UI_JSONL_H

#include <stdbool.h>

#include "base/err.h"
#include "src/record.h"

struct jsonl;

enum { JSONL_LINE = 16 * 1024 * 1024 };	/* the longest line */

/* A file, or standard input for "-". NO_FILE. */
bool jsonl_open(struct jsonl **lines, const char *path, struct err *err);
void jsonl_close(struct jsonl *lines);

/*
 * Set the fields of r, a record of its kind with nothing set, as the next line
 * says; *more is false when there is none. Members are fields by name: texts,
 * numbers, lists of texts for sets, { amount, currency } for money, null for
 * absent. What the program makes itself (ref, id, version, ...) is left out, so
 * that what list printed can be added elsewhere. Errors name the line.
 */
bool jsonl_next(struct jsonl *lines, struct record *r, bool *more,
	struct err *err);

/* The 1-based number of the line that was read last. */
long jsonl_line(const struct jsonl *lines);

#endif
