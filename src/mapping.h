/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mapping.h - how a table becomes records: which column is which field, what is
 * the same for every row, and the field by which records are known again. */
#ifndef SRC_MAPPING_H
#define SRC_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/csv.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "src/batch.h"
#include "src/desk.h"
#include "src/record.h"

struct mapping {
	const struct kind *kind;
	struct mapping_source {
		size_t column;	/* MAPPING_NONE: not from a column */
		char *constant;	/* the same for every row; "": absent; or NULL */
	} *sources;		/* by target (target.h) */
	struct mapping_pair {
		char *column;
		size_t target;
	} *pairs;		/* as given */
	size_t n_pairs;
	size_t key;		/* index of a field; kind_n: none */
	char **columns;		/* the header's names, trimmed */
	size_t n_columns;
	bool is_ours;		/* the table is an export of this program */
};

#define MAPPING_NONE ((size_t)-1)

/*
 * Take in the parameters map ("column=field[,column=field]"), set and key of an
 * import (jobs.h). USAGE, naming what there is; INVALID for a constant that its
 * field does not take. On failure there is nothing to clear.
 */
bool mapping_init(struct mapping *m, const struct kind *k,
	const struct desk_param *params, size_t n, struct err *err);
void mapping_clear(struct mapping *m);

/*
 * Learn the columns from the header that the reader stands on. Columns that are
 * called like a target and are not spoken for map themselves. USAGE when a
 * column is not there or there are two of its name.
 */
bool mapping_bind(struct mapping *m, const struct csv_reader *header,
	struct err *err);

/* Append a sentence that names the columns which nothing is taken from; nothing
 * if there are none. */
void mapping_ignored(const struct mapping *m, struct strbuf *out);

/* What makes two imports the same: SHA-256 of the file's digest, kind, columns,
 * constants and key, in hex. */
void mapping_digest(const struct mapping *m, const char *file_digest,
	char digest[HASH_HEX_SIZE]);

/*
 * Fill a record, which is init and unset, as if its values had been typed. Cells
 * are trimmed; an empty one, null and NULL are absent, which leaves the field of
 * an existing record as it is. INVALID, naming the field, for text that is not
 * UTF-8. The row has as many cells as the header.
 */
bool mapping_read(const struct mapping *m, const struct batch *b,
	const struct batch_row *row, struct record *typed, struct err *err);

/* What the file calls a field: its column's name, else its own. Borrowed. */
const char *mapping_name(const struct mapping *m, int field);

#endif
