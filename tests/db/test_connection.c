/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/table.h"

static const char long_query[] = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL"
	" SELECT n + 1 FROM c WHERE n < 3000000) SELECT count(*) FROM c";

static void
test_a_statement_that_takes_too_long_is_ended(void **state)
{
	const int step = db_step_ms;
	struct err err = ERR_INIT;
	struct db *db = create("s"), *long_one = open_as("s", DB_MAINTENANCE);
	int64_t n;

	(void)state;
	db_step_ms = 5;
	assert_err(db_run_int(db, long_query, &n, &err), err, ERR_BUSY);
	assert_ok(db_run_int(long_one, long_query, &n, &err), err);
	assert_int_equal(n, 3000000);
	db_step_ms = step;
	add_row(db);
	db_close(long_one);
	db_close(db);
}

static void
test_a_transaction_that_sqlite_ended_saves_nothing_more(void **state)
{
	const int step = db_step_ms;
	struct err err = ERR_INIT;
	struct db *db = create("s");

	(void)state;
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_run(db, "INSERT INTO t(y) VALUES('one')", &err), err);
	db_step_ms = 5;
	assert_err(db_run(db, "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL "
		"SELECT n + 1 FROM c WHERE n < 3000000) INSERT INTO t(y) "
		"SELECT count(*) FROM c", &err), err, ERR_BUSY);
	db_step_ms = step;
	/* An interrupted write takes its whole transaction with it. */
	assert_err(db_run(db, "INSERT INTO t(y) VALUES('two')", &err), err,
		ERR_IO);
	assert_err(db_commit(db, &err), err, ERR_IO);
	assert_int_equal(rows(db), 0);
	add_row(db);
	db_close(db);
}

static int64_t
setting(struct db *db, const char *pragma)
{
	sqlite3_stmt *q;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(db->handle, pragma, -1, &q, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	n = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return n;
}

static void
test_each_connection_has_the_safe_switches(void **state)
{
	static const struct {
		const char *pragma;
		int64_t n;
	} want[] = {
		{ "PRAGMA synchronous", 2 },
		{ "PRAGMA foreign_keys", 1 },
		{ "PRAGMA trusted_schema", 0 },
		{ "PRAGMA cell_size_check", 1 },
		{ "PRAGMA mmap_size", 0 },
		{ "PRAGMA secure_delete", 1 },
		{ "PRAGMA temp_store", 2 },
		{ "PRAGMA recursive_triggers", 1 },
		{ "PRAGMA wal_autocheckpoint", 1000 },
		{ "PRAGMA query_only", 0 },
	};
	struct db *db = create("s"), *reader = open_as("s", DB_READER);
	int on;

	(void)state;
	sqlite3_set_authorizer(db->handle, NULL, NULL);
	sqlite3_set_authorizer(reader->handle, NULL, NULL);
	for (size_t i = 0; i < ARRAY_SIZE(want); i++)
		assert_int_equal(setting(db, want[i].pragma), want[i].n);
	assert_int_equal(setting(reader, "PRAGMA query_only"), 1);
	assert_int_equal(setting(reader, "PRAGMA wal_autocheckpoint"), 0);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
	assert_int_equal(on, 1);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, -1, &on);
	assert_int_equal(on, 0);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, -1, &on);
	assert_int_equal(on, 1);
	assert_int_equal(sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, -1), 0);
	db_close(reader);
	db_close(db);
}

static void
test_statements_that_we_do_not_use_are_denied(void **state)
{
	static const char *const denied[] = {
		"ATTACH 'x' AS x", "DROP TABLE t", "CREATE TABLE u(x)",
		"ALTER TABLE t RENAME TO u", "CREATE TEMP TABLE u(x)",
		"PRAGMA synchronous=OFF", "PRAGMA writable_schema=ON",
		"VACUUM INTO 'x'",
	};
	struct err err = ERR_INIT;
	struct db *db = create("s");

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(denied); i++)
		assert_false(db_run(db, denied[i], &err));
	assert_false(folder_has("x"));
	db_close(db);
}

static void
test_counts_statements_and_rows(void **state)
{
	struct db *db = create("s");
	struct db_count before, after;

	(void)state;
	db_counts(db, &before);
	add_row(db);		/* BEGIN, INSERT, COMMIT */
	db_counts(db, &after);
	assert_int_equal(after.statements - before.statements, 3);
	rows(db);
	db_counts(db, &after);
	assert_int_equal(after.rows - before.rows, 1);
	db_close(db);
}

static void
test_names_an_sqlite_that_needs_naming(void **state)
{
	(void)state;
	if (sqlite3_libversion_number() < 3051003)
		assert_string_equal(db_old_sqlite(), sqlite3_libversion());
	else
		assert_null(db_old_sqlite());
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		folder_test(test_a_statement_that_takes_too_long_is_ended),
		folder_test(test_a_transaction_that_sqlite_ended_saves_nothing_more),
		folder_test(test_each_connection_has_the_safe_switches),
		folder_test(test_statements_that_we_do_not_use_are_denied),
		folder_test(test_counts_statements_and_rows),
		cmocka_unit_test(test_names_an_sqlite_that_needs_naming),
	};

	return RUN_TESTS("db/connection", tests);
}
