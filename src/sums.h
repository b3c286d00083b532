/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sums.h - lists of digests, as sha256sum and its like write them, as a table of
 * algorithm, value and of_what that an import can read. */
#ifndef SRC_SUMS_H
#define SRC_SUMS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* Lines are turned into rows one by one, as bytes come. */
struct sums {
	struct strbuf line;	/* that has not ended yet */
	bool headed;
};

#define SUMS_INIT { .line = STRBUF_INIT }

/*
 * Append as CSV what the next bytes say; last with the last of them. The row of
 * the n-th line stands on line n + 1, below the header. Read are
 *	DIGEST  NAME, DIGEST *NAME	(coreutils)
 *	DIGEST NAME			(BSD, with -r)
 *	ALGORITHM (NAME) = DIGEST	(BSD, coreutils with --tag, OpenSSL)
 * with a backslash before the line when the name has its own escaped. A name goes
 * out as filename_text writes it. A line that is none of these is a row whose
 * value it is, so that it is refused with its number; an empty one is no row.
 */
void sums_feed(struct sums *s, const void *data, size_t len, bool last,
	struct strbuf *csv);
void sums_clear(struct sums *s);

/* Does a file that begins with these bytes name a column "value", so that it is a
 * table already? */
bool sums_is_table(const char *data, size_t len);

#endif
