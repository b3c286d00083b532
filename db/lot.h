/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lot.h - the rows of a derived table that follow from one record: compared with
 * what they should be, and written anew only where they differ. For db/ alone. */
#ifndef DB_LOT_H
#define DB_LOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "db/stmt.h"

/* How rows stand in a table. What all rows of a lot have in common is handed on as
 * it was given (of). */
struct db_lot_table {
	/* All rows of :owner, in the order in which they are given; and their end. */
	const char *select, *drop;
	/* Does the row that the statement stands on say this? */
	bool (*same)(struct db_stmt *s, const void *of, const void *row,
		bool *same, struct err *err);
	bool (*add)(struct db *db, const void *of, const void *row,
		struct err *err);
	size_t size;		/* of a row as it is given */
};

/* What should stand there; all of it lent. */
struct db_lot {
	const struct db_lot_table *table;
	int64_t owner;
	const void *of;
	const void *rows;
	size_t n;
};

/* Does it? */
bool db_lot_same(struct db *db, const struct db_lot *lot, bool *same,
	struct err *err);

/* Write it in place of what stands there. Within a transaction. */
bool db_lot_write(struct db *db, const struct db_lot *lot, struct err *err);

/* Write it unless it is the same. Within a transaction. */
bool db_lot_put(struct db *db, const struct db_lot *lot, struct err *err);

#endif
