/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.h - a store of one small table, which stands in for all others where
 * only the way of keeping it is tested. */
#ifndef TESTS_SUPPORT_TABLE_H
#define TESTS_SUPPORT_TABLE_H

#include "db/db.h"
#include "db/private.h"
#include "tests/support/test.h"

static const char *const steps[] = {
	"CREATE TABLE t(x INTEGER PRIMARY KEY, y TEXT UNIQUE,"
	" z INTEGER REFERENCES t(x)) STRICT",
	NULL
};
static const struct db_format format = { .application_id = DB_APPLICATION_ID,
	.steps = steps };

static inline struct db *
create(const char *path)
{
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_create_as(&db, path, &format, &err), err);
	return db;
}

static inline struct db *
open_as(const char *path, enum db_profile profile)
{
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_open_as(&db, path, &format, profile, &err), err);
	return db;
}

static inline int64_t
rows(struct db *db)
{
	struct err err = ERR_INIT;
	int64_t n;

	assert_ok(db_run_int(db, "SELECT count(*) FROM t", &n, &err), err);
	return n;
}

static inline void
add_row(struct db *db)
{
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	assert_ok(db_run(db, "INSERT INTO t DEFAULT VALUES", &err), err);
	assert_ok(db_commit(db, &err), err);
}

#endif
