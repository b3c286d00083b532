/* SPDX-License-Identifier: GPL-3.0-or-later */
/* batch.c - see batch.h. */
#include "src/batch.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "base/banned.h"

/* One commit for this many rows; a row alone may have 16 MiB. */
enum { BATCH_ROWS = 500, BATCH_BYTES = 4 << 20 };

void
batch_add(struct batch *b, const struct csv_reader *r, bool refused)
{
	struct batch_row row = {
		.line = csv_reader_line(r),
		.first = b->n_ends, .n = csv_reader_cells(r),
		.refused = refused,
	};

	for (size_t i = 0; i < row.n; i++) {
		size_t len;
		const char *cell = csv_reader_cell(r, i, &len);

		strbuf_add(&b->text, cell, len);
		b->ends = xgrow(b->ends, b->n_ends, &b->ends_room,
			sizeof(*b->ends));
		b->ends[b->n_ends++] = b->text.len;
		strbuf_putc(&b->text, '\0');
	}
	b->rows = xgrow(b->rows, b->n, &b->room, sizeof(*b->rows));
	b->rows[b->n++] = row;
}

static bool
is_last_empty(const struct batch *b)
{
	return b->ends[b->n_ends - 1] == (b->n_ends > 1 ?
		b->ends[b->n_ends - 2] + 1 : 0);
}

void
batch_fit(struct batch *b, size_t n)
{
	struct batch_row *row = &b->rows[b->n - 1];

	while (row->n > n && is_last_empty(b)) {
		row->n--;
		b->n_ends--;
		strbuf_cut(&b->text, b->text.len - 1);
	}
	for (; row->n < n; row->n++) {
		b->ends = xgrow(b->ends, b->n_ends, &b->ends_room,
			sizeof(*b->ends));
		b->ends[b->n_ends++] = b->text.len;
		strbuf_putc(&b->text, '\0');
	}
}

bool
batch_is_full(const struct batch *b)
{
	return b->n >= BATCH_ROWS || b->text.len >= BATCH_BYTES;
}

const char *
batch_cell(const struct batch *b, const struct batch_row *row, size_t i,
	size_t *len)
{
	size_t at = row->first + i;
	size_t start = at ? b->ends[at - 1] + 1 : 0;

	assert(i < row->n);
	*len = b->ends[at] - start;
	return b->text.text + start;
}

void
batch_reset(struct batch *b)
{
	strbuf_reset(&b->text);
	b->n_ends = 0;
	b->n = 0;
}

void
batch_clear(struct batch *b)
{
	strbuf_clear(&b->text);
	free(b->ends);
	free(b->rows);
	*b = (struct batch)BATCH_INIT;
}
