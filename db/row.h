/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row.h - rows of any kind's table by its field table, and the directory of
 * all records (decisions.md D7). One function writes both. */
#ifndef DB_ROW_H
#define DB_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/field.h"
#include "db/db.h"

/*
 * A kind's table: rid, case_id, audience_id, then one column for each field
 * (TIME, COUNT and version INTEGER, all others TEXT), and for each SORTED field
 * NAME_s, its sort key. Fields flagged DIRECTORY have no column. The tables are made by db/schema/; a test
 * holds both against each other.
 */
struct db_table {
	const char *name;
	int kind;			/* permanent number */
	bool is_part;			/* rows belong to a record: column parent */
	const struct field *const *fields;	/* n of them; NULL where not had */
	size_t n;
};

/* A record's line in the directory. */
struct db_entry {
	int64_t rid;
	char uid[40];
	int kind;
	int64_t case_id;	/* rid of the casefile; 0: the store's own */
	char ref[48];		/* "" for hidden kinds */
	int64_t audience_id;	/* 0 for parts: they follow their record */
	int64_t parent;		/* rid, 0 for none */
};

enum { DB_KEY_NONE = 0 };

/* Values of one row, by field index of its table; NULL is absent. */
struct db_values {
	const char **text;	/* n, canonical text; numbers in decimal */
	const char **keys;	/* n, sort keys of the SORTED fields that are there */
};

/*
 * Insert a record: directory and kind table; entry->rid is written when 0.
 * RULE when ref or uid is taken, or a UNIQUE field (err->field says which).
 */
bool db_row_insert(struct db *db, const struct db_table *t,
	struct db_entry *entry, const struct db_values *values, struct err *err);

/* Replace the row's values, its audience and (if it changed) its ref. */
bool db_row_update(struct db *db, const struct db_table *t,
	const struct db_entry *entry, const struct db_values *values,
	struct err *err);

/* Look up the directory. NOT_FOUND. */
bool db_entry_of_rid(struct db *db, int64_t rid, struct db_entry *e, struct err *err);
bool db_entry_of_uid(struct db *db, const char *uid, struct db_entry *e, struct err *err);
bool db_entry_of_ref(struct db *db, int64_t case_id, const char *ref, struct db_entry *e, struct err *err);

/*
 * A cursor over rows. Values are borrowed until the next step. wanted is one
 * bool for each field (NULL: all).
 */
struct db_cursor;

bool db_row_get(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t rid, struct db_cursor **c, struct err *err);

/* Rows of one audience of a case, newest first, from below rid (INT64_MAX: all). */
bool db_row_scan(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t case_id, int64_t audience_id, int64_t below,
	struct db_cursor **c, struct err *err);

/* Rows with a value in a field with an index (UNIQUE or SORTED by its key), any audience of the case. */
bool db_row_find(struct db *db, const struct db_table *t, const bool *wanted,
	int64_t case_id, size_t field, const char *value,
	struct db_cursor **c, struct err *err);

/* Parts of a record of the kind t, oldest first; and whole tables for maintenance, by rid above. */
bool db_row_parts(struct db *db, const struct db_table *t, int64_t parent,
	struct db_cursor **c, struct err *err);
bool db_row_all(struct db *db, const struct db_table *t, int64_t above,
	struct db_cursor **c, struct err *err);

/* True while there is a row. At the end, or on failure (*err, code NONE at a plain end), false. */
bool db_cursor_next(struct db_cursor *c, struct err *err);
int64_t db_cursor_rid(const struct db_cursor *c);
int64_t db_cursor_case(const struct db_cursor *c);
int64_t db_cursor_audience(const struct db_cursor *c);
const char *db_cursor_text(const struct db_cursor *c, size_t field);	/* NULL: absent */
const char *db_cursor_key(const struct db_cursor *c, size_t field);	/* NULL: absent */
void db_cursor_close(struct db_cursor *c);	/* NULL is fine */

#endif
