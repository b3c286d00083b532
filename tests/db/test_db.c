/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/raw.h"

#include <signal.h>
#include <sys/wait.h>

#include "db/db.h"
#include "db/private.h"

/* A small table of the tests' own stands in for all others. */
static const char *const steps[] = {
	"CREATE TABLE t(x INTEGER PRIMARY KEY, y TEXT UNIQUE,"
	" z INTEGER REFERENCES t(x)) STRICT",
	NULL
};
static const struct db_format format = { DB_APPLICATION_ID, steps };

static struct db *
create(const char *path)
{
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_create_as(&db, path, &format, &err), err);
	return db;
}

static struct db *
open_as(const char *path, enum db_profile profile)
{
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_open_as(&db, path, &format, profile, &err), err);
	return db;
}

static int64_t
rows(struct db *db)
{
	struct err err = ERR_INIT;
	int64_t n;

	assert_ok(db_run_int(db, "SELECT count(*) FROM t", &n, &err), err);
	return n;
}

static void
add_row(struct db *db)
{
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	assert_ok(db_run(db, "INSERT INTO t DEFAULT VALUES", &err), err);
	assert_ok(db_commit(db, &err), err);
}

static void
test_create_makes_a_private_file_and_open_finds_it(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s");
	struct stat st;

	(void)state;
	assert_string_equal(strrchr(db_path(db), '/'), "/s");
	add_row(db);
	db_close(db);
	assert_int_equal(stat("s", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	/* The last to leave folds the WAL in, and nothing was left aside. */
	assert_false(folder_has("s-wal"));
	assert_int_equal(folder_count(""), 2);
	assert_err(db_create_as(&db, "s", &format, &err), err,
		ERR_CANNOT_CREATE);
	db = open_as("s", DB_SESSION);
	assert_int_equal(rows(db), 1);
	db_close(db);
}

static void
test_every_store_begins_with_the_newest_schema(void **state)
{
	struct err err = ERR_INIT;
	struct db *db;
	int64_t n;

	(void)state;
	assert_ok(db_create(&db, ":memory:", &err), err);
	assert_string_equal(db_path(db), ":memory:");
	assert_ok(db_run_int(db, "PRAGMA user_version", &n, &err), err);
	assert_true(n >= 1);
	assert_ok(db_check(db, &err), err);
	db_close(db);
	assert_ok(db_create(&db, "s", &err), err);
	db_close(db);
	assert_ok(db_open(&db, "s", DB_READER, &err), err);
	assert_ok(db_check(db, &err), err);
	db_close(db);
}

static void
test_open_names_what_is_no_store(void **state)
{
	struct err err = ERR_INIT;
	char garbage[5000];
	struct db *db;

	(void)state;
	assert_err(db_open(&db, "none", DB_SESSION, &err), err, ERR_NO_FILE);
	assert_err(db_open(&db, ".", DB_SESSION, &err), err, ERR_DAMAGED);
	folder_write("empty", "", 0);
	assert_err(db_open(&db, "empty", DB_SESSION, &err), err, ERR_DAMAGED);
	memset(garbage, 'g', sizeof(garbage));
	folder_write("garbage", garbage, sizeof(garbage));
	assert_err(db_open(&db, "garbage", DB_SESSION, &err), err, ERR_DAMAGED);
	assert_non_null(strstr(err.text, "garbage is no liaison store"));
	raw_sql("foreign", "PRAGMA journal_mode=WAL; CREATE TABLE t(x)");
	assert_err(db_open(&db, "foreign", DB_SESSION, &err), err, ERR_DAMAGED);
	/* Nothing but the files above: what was refused was not touched. */
	assert_int_equal(folder_count(""), 3);
}

static void
test_open_refuses_a_store_cut_short(void **state)
{
	struct err err = ERR_INIT;
	struct db *db;
	long size;

	(void)state;
	assert_ok(db_create(&db, "s", &err), err);
	db_close(db);
	size = folder_size("s");
	for (long cut = 10; cut < size; cut += size / 5) {
		assert_int_equal(truncate("s", cut), 0);
		assert_err(db_open(&db, "s", DB_SESSION, &err), err,
			ERR_DAMAGED);
		assert_int_equal(truncate("s", size), 0);
	}
}

static void
test_open_refuses_a_newer_store(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s");

	(void)state;
	db_close(db);
	raw_sql("s", "PRAGMA user_version=99");
	for (int profile = DB_SESSION; profile <= DB_MAINTENANCE; profile++)
		assert_err(db_open_as(&db, "s", &format,
			(enum db_profile)profile, &err), err, ERR_TOO_NEW);
	raw_sql("s", "PRAGMA user_version=0");
	assert_err(db_open_as(&db, "s", &format, DB_SESSION, &err), err,
		ERR_DAMAGED);
}

static void
test_open_refuses_a_hard_link_and_follows_a_symbolic_one(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s"), *other;

	(void)state;
	assert_int_equal(symlink("s", "soft"), 0);
	other = open_as("soft", DB_SESSION);
	assert_string_equal(db_path(other), db_path(db));
	assert_false(folder_has("soft.lock"));
	db_close(other);
	db_close(db);
	assert_int_equal(link("s", "hard"), 0);
	assert_err(db_open_as(&db, "hard", &format, DB_SESSION, &err), err,
		ERR_IO);
	assert_err(db_open_as(&db, "s", &format, DB_READER, &err), err, ERR_IO);
}

static void
test_a_copy_in_the_old_journal_mode_becomes_a_store(void **state)
{
	struct db *db = create("s");

	(void)state;
	db_close(db);
	raw_sql("s", "PRAGMA journal_mode=DELETE");
	db = open_as("s", DB_READER);
	assert_int_equal(rows(db), 0);
	db_close(db);
	db = open_as("s", DB_SESSION);
	add_row(db);
	assert_true(folder_has("s-wal"));
	db_close(db);
}

static void
test_rollback_leaves_nothing_and_commit_all(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s"), *other = open_as("s", DB_READER);

	(void)state;
	db_rollback(db);	/* nothing to roll back */
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_run(db, "INSERT INTO t DEFAULT VALUES", &err), err);
	assert_int_equal(rows(db), 1);
	assert_int_equal(rows(other), 0);
	db_rollback(db);
	assert_int_equal(rows(db), 0);
	add_row(db);
	assert_int_equal(rows(other), 1);
	db_close(other);
	db_close(db);
}

static void
test_nothing_is_written_outside_a_transaction(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s");

	(void)state;
	assert_false(db_run(db, "INSERT INTO t DEFAULT VALUES", &err));
	assert_int_equal(rows(db), 0);
	assert_ok(db_read_begin(db, &err), err);
	assert_true(db_run(db, "INSERT INTO t DEFAULT VALUES", &err));
	db_read_end(db);
	assert_int_equal(rows(db), 0);
	add_row(db);
	db_close(db);
}

static void
test_a_reader_cannot_write(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s"), *reader = open_as("s", DB_READER);

	(void)state;
	assert_true(db_is_read_only(reader));
	assert_false(db_is_read_only(db));
	assert_err(db_begin(reader, &err), err, ERR_READ_ONLY);
	assert_err(db_checkpoint(reader, &err), err, ERR_READ_ONLY);
	assert_err(db_run(reader, "INSERT INTO t DEFAULT VALUES", &err), err,
		ERR_READ_ONLY);
	db_close(db);
	db_close(reader);
}

static void
test_a_read_transaction_is_of_one_moment(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s"), *other = open_as("s", DB_SESSION);

	(void)state;
	assert_ok(db_read_begin(db, &err), err);
	assert_int_equal(rows(db), 0);
	add_row(other);
	assert_ok(db_read_begin(db, &err), err);
	assert_int_equal(rows(db), 0);
	db_read_end(db);
	assert_int_equal(rows(db), 0);
	db_read_end(db);
	assert_int_equal(rows(db), 1);

	/* Within a write transaction it is nothing of its own, also when
	 * that is given up between. */
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_read_begin(db, &err), err);
	db_rollback(db);
	db_read_end(db);
	add_row(db);
	db_close(other);
	db_close(db);
}

static void
test_stamp_changes_with_every_commit_of_anyone(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s"), *other = open_as("s", DB_SESSION);
	int64_t stamp = db_stamp(db), now;

	(void)state;
	assert_int_equal(db_stamp(db), stamp);
	add_row(db);
	assert_true((now = db_stamp(db)) > stamp);
	add_row(other);
	assert_true((stamp = db_stamp(db)) > now);
	assert_ok(db_begin(db, &err), err);
	db_rollback(db);
	assert_int_equal(db_stamp(db), stamp);
	db_close(other);
	db_close(db);
}

static void
test_a_second_writer_is_told_busy_when_its_time_is_up(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s"), *other = open_as("s", DB_SESSION);
	const int wait = db_wait_ms;

	(void)state;
	db_wait_ms = 30;
	assert_ok(db_begin(db, &err), err);
	assert_err(db_begin(other, &err), err, ERR_BUSY);
	assert_err(db_checkpoint(other, &err), err, ERR_BUSY);
	assert_ok(db_commit(db, &err), err);
	add_row(other);
	db_wait_ms = wait;
	db_close(other);
	db_close(db);
}

static void
test_a_foreign_writer_is_busy_too(void **state)
{
	const int wait = db_wait_ms;
	struct err err = ERR_INIT;
	struct db *db;
	sqlite3 *raw;

	(void)state;
	db_close(create("s"));
	db_wait_ms = 30;
	db = open_as("s", DB_SESSION);
	assert_int_equal(sqlite3_open("s", &raw), SQLITE_OK);
	assert_int_equal(sqlite3_exec(raw, "BEGIN IMMEDIATE", 0, 0, 0), 0);
	assert_err(db_begin(db, &err), err, ERR_BUSY);
	assert_int_equal(sqlite3_close(raw), SQLITE_OK);
	db_wait_ms = wait;
	add_row(db);
	db_close(db);
}

/* Each adds rows one by one; all are there in the end. */
static void
test_many_processes_add_and_none_is_lost_or_told_busy(void **state)
{
	enum { PROCESSES = 8, ROWS = 10 };
	struct db *db;

	(void)state;
	db_close(create("s"));
	for (int i = 0; i < PROCESSES; i++) {
		if (fork() != 0)
			continue;
		for (int n = 0; n < ROWS; n++) {
			bool ok = db_open_as(&db, "s", &format, DB_SESSION,
				NULL) && db_begin(db, NULL) &&
				db_run(db, "INSERT INTO t DEFAULT VALUES",
					NULL) && db_commit(db, NULL);

			if (!ok)
				_exit(1);
			db_close(db);
		}
		_exit(0);
	}
	for (int i = 0; i < PROCESSES; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	db = open_as("s", DB_MAINTENANCE);
	assert_int_equal(rows(db), PROCESSES * ROWS);
	assert_true(db_check(db, NULL));
	db_close(db);
}

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

static void
test_checkpoint_folds_the_wal_and_cuts_it(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s");

	(void)state;
	add_row(db);
	assert_true(folder_size("s-wal") > 0);
	assert_ok(db_checkpoint(db, &err), err);
	assert_int_equal(folder_size("s-wal"), 0);
	db_close(db);
}

/* A checkpoint without the writer lock is what damages stores. */
static void
test_close_leaves_the_wal_alone_while_another_writes(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s"), *reader = open_as("s", DB_READER);

	(void)state;
	add_row(db);
	assert_int_equal(rows(reader), 1);
	db_close(db);
	db_close(reader);	/* the last one, but no writer */
	assert_true(folder_size("s-wal") > 0);
	assert_ok(db_open_as(&db, "s", &format, DB_SESSION, &err), err);
	assert_int_equal(rows(db), 1);
	db_close(db);
	assert_false(folder_has("s-wal"));
}

static void
test_check_names_what_is_damaged(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s");

	(void)state;
	add_row(db);
	db_close(db);
	raw_sql("s", "PRAGMA foreign_keys=OFF; UPDATE t SET z = 77");
	db = open_as("s", DB_MAINTENANCE);
	assert_err(db_check(db, &err), err, ERR_CHECK);
	assert_non_null(strstr(err.text, "row 1 of t"));
	db_close(db);
	raw_sql("s", "UPDATE t SET z = NULL, y = 'a'; PRAGMA writable_schema=ON;"
		"UPDATE sqlite_schema SET sql = replace(sql, 'y TEXT UNIQUE',"
		" 'y TEXT UNIQUE NOT NULL CHECK (y <> ''a'')')");
	db = open_as("s", DB_MAINTENANCE);
	assert_err(db_check(db, &err), err, ERR_CHECK);
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

/* Run as somebody whom file modes bind, in a process of its own. */
static int
as_nobody(int (*f)(void))
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		if (geteuid() == 0 && (setresgid(65534, 65534, 65534) < 0 ||
				       setresuid(65534, 65534, 65534) < 0))
			_exit(77);
		_exit(f());
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static int
open_read_only(void)
{
	struct err err = ERR_INIT;
	struct db *db;
	int64_t n;

	if (db_open_as(&db, "s", &format, DB_SESSION, &err) ||
	    err.code != ERR_READ_ONLY)
		return 1;
	for (int profile = DB_READER; profile <= DB_MAINTENANCE; profile++) {
		if (!db_open_as(&db, "s", &format, (enum db_profile)profile,
				&err))
			return 2;
		if (!db_is_read_only(db) || db_begin(db, &err) ||
		    err.code != ERR_READ_ONLY)
			return 3;
		if (!db_run_int(db, "SELECT count(*) FROM t", &n, &err) ||
		    n != 1 || !db_check(db, &err))
			return 4;
		db_close(db);
	}
	return 0;
}

static int
open_refused(void)
{
	struct err err = ERR_INIT;
	struct db *db;

	return db_open_as(&db, "s", &format, DB_READER, &err) ||
		err.code != ERR_READ_ONLY || !strstr(err.text, "-wal");
}

static int
create_refused(void)
{
	struct err err = ERR_INIT;
	struct db *db;

	return db_create_as(&db, "new", &format, &err) ||
		err.code != ERR_CANNOT_CREATE;
}

static void
test_a_read_only_folder_is_read_as_it_lies(void **state)
{
	struct db *db = create("s"), *reader;

	(void)state;
	add_row(db);
	db_close(db);
	assert_int_equal(chmod("s", 0644), 0);
	assert_int_equal(chmod(".", 0555), 0);
	assert_int_equal(as_nobody(open_read_only), 0);
	assert_int_equal(as_nobody(create_refused), 0);
	assert_int_equal(chmod(".", 0755), 0);

	/* With changes in the WAL, it would show an older state. */
	db = open_as("s", DB_SESSION);
	reader = open_as("s", DB_READER);
	add_row(db);
	assert_int_equal(chmod(".", 0555), 0);
	assert_int_equal(as_nobody(open_refused), 0);
	assert_int_equal(chmod(".", 0755), 0);
	db_close(reader);
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
		folder_test(test_create_makes_a_private_file_and_open_finds_it),
		folder_test(test_every_store_begins_with_the_newest_schema),
		folder_test(test_open_names_what_is_no_store),
		folder_test(test_open_refuses_a_store_cut_short),
		folder_test(test_open_refuses_a_newer_store),
		folder_test(test_open_refuses_a_hard_link_and_follows_a_symbolic_one),
		folder_test(test_a_copy_in_the_old_journal_mode_becomes_a_store),
		folder_test(test_rollback_leaves_nothing_and_commit_all),
		folder_test(test_nothing_is_written_outside_a_transaction),
		folder_test(test_a_reader_cannot_write),
		folder_test(test_a_read_transaction_is_of_one_moment),
		folder_test(test_stamp_changes_with_every_commit_of_anyone),
		folder_test(test_a_second_writer_is_told_busy_when_its_time_is_up),
		folder_test(test_a_foreign_writer_is_busy_too),
		folder_test(test_many_processes_add_and_none_is_lost_or_told_busy),
		folder_test(test_a_statement_that_takes_too_long_is_ended),
		folder_test(test_a_transaction_that_sqlite_ended_saves_nothing_more),
		folder_test(test_checkpoint_folds_the_wal_and_cuts_it),
		folder_test(test_close_leaves_the_wal_alone_while_another_writes),
		folder_test(test_check_names_what_is_damaged),
		folder_test(test_each_connection_has_the_safe_switches),
		folder_test(test_statements_that_we_do_not_use_are_denied),
		folder_test(test_counts_statements_and_rows),
		folder_test(test_a_read_only_folder_is_read_as_it_lies),
		cmocka_unit_test(test_names_an_sqlite_that_needs_naming),
	};

	return RUN_TESTS("db/db", tests);
}
