/* SPDX-License-Identifier: GPL-3.0-or-later */
/* veiled.h - the rows of a case that are restricted or say which special categories
 * of data are in them, of all tables that have these columns: they are asked for again
 * at each change of the store, so in one statement, by indexes that hold no others. */
#ifndef DB_VEILED_H
#define DB_VEILED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "db/row.h"

struct db_veiled {
	int kind;
	int64_t rid, audience_id;
	bool restricted;
};

/* Of any audience, in no order: an array of *n, which the caller frees; NULL for
 * none. */
bool db_veiled_all(struct db *db, const struct db_table *const *tables,
	size_t n_tables, int64_t case_id, struct db_veiled **rows, size_t *n,
	struct err *err);

/* Append the statement, for whoever asks how it is carried out. */
void db_veiled_sql(const struct db_table *const *tables, size_t n_tables,
	struct strbuf *out);

#endif
