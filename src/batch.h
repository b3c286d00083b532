/* SPDX-License-Identifier: GPL-3.0-or-later */
/* batch.h - rows of a table on their way in, gathered for one act: the writer
 * lock is not to be held while more bytes are waited for. */
#ifndef SRC_BATCH_H
#define SRC_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/csv.h"
#include "base/strbuf.h"

struct batch_row {
	long line;		/* where it begins, from 1 */
	size_t first, n;	/* its cells, by index in the batch */
	bool refused;		/* by an earlier run that was cut short */
};

struct batch {
	struct strbuf text;	/* the cells, each followed by NUL */
	size_t *ends;		/* of each cell in text, its NUL not counted */
	size_t n_ends, ends_room;
	struct batch_row *rows;
	size_t n, room;
};

#define BATCH_INIT { .text = STRBUF_INIT }

/* The row that the reader stands on becomes the last of the batch. */
void batch_add(struct batch *b, const struct csv_reader *r, bool refused);

/* The last row gets n cells, if it lacks or exceeds them by empty ones: text from a
 * spreadsheet's clipboard has no regard for the empty ones at the end. */
void batch_fit(struct batch *b, size_t n);

/* Enough for one act: 500 rows, or some MiB. */
bool batch_is_full(const struct batch *b);

/* A cell; followed by NUL, and it may hold some. */
const char *batch_cell(const struct batch *b, const struct batch_row *row,
	size_t i, size_t *len);

void batch_reset(struct batch *b);
void batch_clear(struct batch *b);

#endif
