/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mirror.h - what a store says twice: does the second say what the first does?
 * Findings are CHECK, "table T: what". */
#ifndef DB_MIRROR_H
#define DB_MIRROR_H

#include <stdbool.h>

#include "base/err.h"
#include "db/db.h"
#include "db/row.h"

/* SQLite's own checks, as db_check, but naming the table. */
bool db_mirror_file(struct db *db, struct err *err);

/* Is the schema, word for word, that of a store which was just made? Not so
 * tables that FTS5 makes for itself: their wording is its own affair. */
bool db_mirror_schema(struct db *db, struct db *fresh, struct err *err);

/* Has every line of the directory its row in the kind's table, and every row
 * its line, with the same case, audience and parent? */
bool db_mirror_rows(struct db *db, const struct db_table *t, struct err *err);

/* Does the tally count what is in the directory? */
bool db_mirror_tally(struct db *db, struct err *err);

/* Does the table held count what rings in ident? */
bool db_mirror_held(struct db *db, struct err *err);

#endif
