/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row.h - rows of any kind's table by its field table, beside their line in the
 * directory (decisions.md D7). One function writes both. */
#ifndef DB_ROW_H
#define DB_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/field.h"
#include "db/db.h"
#include "db/entry.h"

/*
 * A kind's table: rid, case_id, audience_id, of parts parent, then one column
 * for each field (TIME and COUNT INTEGER, all others TEXT) and for each SORTED
 * field NAME_s, its sort key. Fields flagged DIRECTORY have no column. The
 * tables are made by db/schema/; a test holds both against each other. A
 * struct db_table is constant, and lives as long as the connections that are
 * told of it.
 */
struct db_table {
	const char *name;
	int kind;			/* permanent number */
	bool is_part;			/* rows belong to a record */
	const struct field *const *fields;	/* n; NULL where not had */
	size_t n;
};

/* Values of one row, by field index of its table; NULL is absent. */
struct db_values {
	const char **text;	/* n, canonical text; numbers in decimal */
	const char **keys;	/* n, sort keys of the SORTED fields */
};

/*
 * Insert a record: directory, kind table and tally; entry->rid is written when
 * it was 0. RULE if ref or uid is taken, or the value of a UNIQUE field by the
 * same party in the case: err->field says which. On failure nothing of the
 * record is there.
 */
bool db_row_insert(struct db *db, const struct db_table *t,
	struct db_entry *entry, const struct db_values *values,
	struct err *err);

/*
 * Replace the row's values, and its audience and ref in the directory if they
 * changed; uid, kind, case and parent stay. RULE as above; NOT_FOUND.
 */
bool db_row_update(struct db *db, const struct db_table *t,
	const struct db_entry *entry, const struct db_values *values,
	struct err *err);

/*
 * A cursor over rows. wanted is one bool for each field (NULL: all); the others
 * read as absent. All cursors are closed before the connection is.
 */
struct db_cursor;

bool db_row_get(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t rid, struct db_cursor **c, struct err *err);

/* Rows of one audience of a case, newest first, below rid (INT64_MAX: all). */
bool db_row_scan(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t case_id, int64_t audience_id, int64_t below,
	struct db_cursor **c, struct err *err);

/* Rows of a case, of any audience, with this value in an indexed field: its
 * text if the field is UNIQUE (of records that are not void) or INDEXED, else its
 * sort key (SORTED). In no order. Of an INDEXED field, with nothing wanted, only
 * the index is read. */
bool db_row_find(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t case_id, size_t field, const char *value,
	struct db_cursor **c, struct err *err);

/* Parts of a record of the kind t, oldest first. */
bool db_row_parts(struct db *db, const struct db_table *t, int64_t parent,
	struct db_cursor **c, struct err *err);

/* A whole table, for maintenance: oldest first, from above rid (0: all). */
bool db_row_all(struct db *db, const struct db_table *t, int64_t above,
	struct db_cursor **c, struct err *err);

/* True while there is a row. False at the end, with the code NONE in *err, and
 * on failure; err is not NULL, or the two look alike. */
bool db_cursor_next(struct db_cursor *c, struct err *err);

/* Of the row it stands on; texts are borrowed until the next step. */
int64_t db_cursor_rid(const struct db_cursor *c);
int64_t db_cursor_case(const struct db_cursor *c);
int64_t db_cursor_audience(const struct db_cursor *c);
/* NULL: absent */
const char *db_cursor_text(const struct db_cursor *c, size_t field);
/* NULL: absent */
const char *db_cursor_key(const struct db_cursor *c, size_t field);
void db_cursor_close(struct db_cursor *c);	/* NULL is fine */

#endif
