/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/raw.h"
#include "tests/support/table.h"

#include <signal.h>
#include <sys/wait.h>

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

/* What is written to a file that is gone would be gone with it. */
static void
test_nothing_is_saved_to_a_store_that_is_gone(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s");

	(void)state;
	add_row(db);
	assert_true(db_is_in_place(db, NULL));
	assert_int_equal(rename("s", "away"), 0);
	assert_err(db_begin(db, &err), err, ERR_NO_FILE);
	/* What was seen can still be read. */
	assert_int_equal(rows(db), 1);
	fclose(fopen("s", "we"));
	assert_err(db_begin(db, &err), err, ERR_NO_FILE);
	assert_int_equal(rename("away", "s"), 0);
	assert_true(db_is_in_place(db, NULL));
	add_row(db);
	db_close(db);
	db = open_as("s", DB_SESSION);
	assert_int_equal(rows(db), 2);
	db_close(db);
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
		folder_test(test_checkpoint_folds_the_wal_and_cuts_it),
		folder_test(test_close_leaves_the_wal_alone_while_another_writes),
		folder_test(test_check_names_what_is_damaged),
		folder_test(test_a_read_only_folder_is_read_as_it_lies),
		folder_test(test_nothing_is_saved_to_a_store_that_is_gone),
	};

	return RUN_TESTS("db/db", tests);
}
