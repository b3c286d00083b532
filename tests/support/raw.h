/* SPDX-License-Identifier: GPL-3.0-or-later */
/* raw.h - a store behind its own back: SQL without any of db/'s rules, for
 * tests that damage one, or look at it. Include after test.h. */
#ifndef TESTS_SUPPORT_RAW_H
#define TESTS_SUPPORT_RAW_H

#include <sqlite3.h>

#include "db/search_tokenizer.h"

/* A connection that can also read the search index. */
static inline sqlite3 *
raw_open(const char *path)
{
	sqlite3 *handle;

	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	assert_int_equal(search_tokenizer_add(handle), SQLITE_OK);
	return handle;
}

/* Run SQL on the file; the first number of its last row, or -1. */
static inline int64_t
raw_sql(const char *path, const char *sql)
{
	sqlite3 *handle = raw_open(path);
	int64_t n = -1;

	while (*sql) {
		sqlite3_stmt *q;
		int rc;

		if (sqlite3_prepare_v2(handle, sql, -1, &q, &sql) != SQLITE_OK)
			fail_msg("%s", sqlite3_errmsg(handle));
		while (q && (rc = sqlite3_step(q)) != SQLITE_DONE) {
			if (rc != SQLITE_ROW)
				fail_msg("%s", sqlite3_errmsg(handle));
			n = sqlite3_column_int64(q, 0);
		}
		sqlite3_finalize(q);
	}
	assert_int_equal(sqlite3_close(handle), SQLITE_OK);
	return n;
}

/* The version of its schema (db/schema.c). */
static inline int
raw_version(const char *path)
{
	return (int)(raw_sql(path, "PRAGMA user_version") & 0xFF);
}

#endif
