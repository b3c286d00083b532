/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema.h - a file brought to the newest version of its schema, or refused. */
#ifndef DB_SCHEMA_H
#define DB_SCHEMA_H

#include <stdbool.h>

#include "base/err.h"
#include "db/private.h"

/* The .sql files of db/schema/, db/local-schema/ and db/access-schema/ in their
 * order, ended by NULL (made by tools/embed-sql.sh). */
extern const char *const db_schema_store[], *const db_schema_local[],
	*const db_schema_access[];

/* The newest version of a format: the number of its steps. */
int db_schema_newest(const struct db_format *format);

/* What a file of a version carries as its user_version: it tells apart builds before
 * a release, whose steps of the same number differ. */
int db_schema_mark(const struct db_format *format, int version);

/* Give an empty file its mark and all steps, in one transaction. */
bool db_schema_make(struct db *db, struct err *err);

/* Its version: 1 to the newest; TOO_NEW, DAMAGED. */
bool db_schema_version(struct db *db, int *version, struct err *err);

/*
 * Run the missing steps: all in one transaction, under the writer lock, after
 * a checked copy beside the file (STORE.before-vN, N being the version to
 * come). Nothing is done if the file is of the newest version already.
 */
bool db_schema_upgrade(struct db *db, struct err *err);

/* Run SQL that may change the schema, within db_begin and db_commit: the steps;
 * and tests that need a table of their own. */
bool db_schema_run(struct db *db, const char *sql, struct err *err);

#endif
