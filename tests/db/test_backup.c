/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/raw.h"

#include "db/backup.h"
#include "db/counter.h"

/* A store in which something is counted up to n. */
static struct db *
create(const char *path, int64_t n)
{
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_create(&db, path, &err), err);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_counter_reach(db, 1, "x", n, &err), err);
	assert_ok(db_commit(db, &err), err);
	return db;
}

static int64_t
counted(struct db *db)
{
	struct db_counter at = { 0 };
	struct err err = ERR_INIT;
	bool found;

	assert_ok(db_counter_after(db, &at, &found, &err), err);
	assert_true(found);
	return at.last;
}

static void
test_a_backup_is_one_private_file_of_one_moment(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s", 5), *reader, *other;
	struct stat st;

	(void)state;
	assert_ok(db_open(&other, "s", DB_MAINTENANCE, &err), err);
	/* While another is writing. */
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_counter_reach(db, 1, "x", 6, &err), err);
	assert_ok(db_backup(other, "b", &err), err);
	assert_ok(db_commit(db, &err), err);
	assert_int_equal(stat("b", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(folder_count("b"), 1);
	assert_int_equal(raw_sql("b", "SELECT last FROM counter"), 5);
	assert_int_equal(counted(other), 6);
	assert_ok(db_open(&reader, "b", DB_READER, &err), err);
	assert_int_equal(counted(reader), 5);
	db_close(reader);
	db_close(other);
	db_close(db);
}

static void
test_a_backup_replaces_nothing(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s", 5);

	(void)state;
	folder_write("b", "x", 1);
	assert_err(db_backup(db, "b", &err), err, ERR_CANNOT_CREATE);
	assert_int_equal(folder_size("b"), 1);
	assert_err(db_backup(db, "none/b", &err), err, ERR_CANNOT_CREATE);
	assert_int_equal(folder_count("b"), 1);
	/* The connection is what it was: nothing can be attached to it. */
	assert_ok(db_begin(db, &err), err);
	db_rollback(db);
	db_close(db);
}

static void
test_a_damaged_store_gives_no_backup(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s", 5);

	(void)state;
	db_close(db);
	raw_sql("s", "PRAGMA foreign_keys=OFF; INSERT INTO record VALUES(1, 'u',"
		" 1, 0, '', 77, NULL)");
	assert_ok(db_open(&db, "s", DB_MAINTENANCE, &err), err);
	assert_err(db_backup(db, "b", &err), err, ERR_CHECK);
	db_close(db);
	assert_int_equal(folder_count("b"), 0);
}

static void
test_restore_makes_the_store_again(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s", 5);

	(void)state;
	assert_ok(db_backup(db, "b", &err), err);
	db_close(db);
	assert_err(db_restore("b", "s", &err), err, ERR_CANNOT_CREATE);
	assert_ok(db_restore("b", "new", &err), err);
	assert_int_equal(folder_count("b"), 1);
	assert_ok(db_open(&db, "new", DB_SESSION, &err), err);
	assert_int_equal(counted(db), 5);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_counter_raise(db, 1, 1000, &err), err);
	assert_ok(db_commit(db, &err), err);
	db_close(db);
}

static void
test_restore_refuses_what_is_no_backup(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = create("s", 5);

	(void)state;
	assert_err(db_restore("none", "new", &err), err, ERR_NO_FILE);
	/* The latest changes of a store in use are not in its file. */
	assert_err(db_restore("s", "new", &err), err, ERR_RULE);
	assert_ok(db_backup(db, "b", &err), err);
	db_close(db);
	folder_write("g", "garbage", 7);
	assert_err(db_restore("g", "new", &err), err, ERR_DAMAGED);
	assert_int_equal(truncate("b", folder_size("b") / 2), 0);
	assert_err(db_restore("b", "new", &err), err, ERR_DAMAGED);
	raw_sql("s", "PRAGMA user_version=99");
	assert_err(db_restore("s", "new", &err), err, ERR_TOO_NEW);
	assert_int_equal(folder_count("new"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		folder_test(test_a_backup_is_one_private_file_of_one_moment),
		folder_test(test_a_backup_replaces_nothing),
		folder_test(test_a_damaged_store_gives_no_backup),
		folder_test(test_restore_makes_the_store_again),
		folder_test(test_restore_refuses_what_is_no_backup),
	};

	return RUN_TESTS("db/backup", tests);
}
