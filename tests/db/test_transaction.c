/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every byte that reaches a store or its WAL does so under the writer lock:
 * SQLite before 3.51.3 is safe only then. */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/table.h"
#include "tests/torture/vfs.h"

#include <sys/file.h>

#include "db/backup.h"

static const char *const more_steps[] = {
	"CREATE TABLE t(x INTEGER PRIMARY KEY, y TEXT UNIQUE,"
	" z INTEGER REFERENCES t(x)) STRICT",
	"ALTER TABLE t ADD COLUMN more TEXT",
	NULL
};
static const struct db_format more = {
	.application_id = DB_APPLICATION_ID, .steps = more_steps,
};

static int writes[2];	/* to the store, to its WAL */

static void
check_lock(const char *path)
{
	const char *name = strrchr(path, '/') + 1;
	int fd;

	if (strcmp(name, "s") != 0 && strcmp(name, "s-wal") != 0)
		return;		/* made aside: nobody knows of it */
	writes[name[1] == '-']++;
	fd = open("s.lock", O_RDWR);
	assert_true(fd >= 0);
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		fail_msg("%s is written without the lock", name);
	close(fd);
}

static int
watch(void **state)
{
	if (folder_enter(state) < 0)
		return -1;
	memset(writes, 0, sizeof(writes));
	vfs_on_write = check_lock;
	return 0;
}

static int
stop(void **state)
{
	vfs_on_write = NULL;
	return folder_leave(state);
}

static void
test_a_save_and_the_checkpoint_of_the_last_to_leave(void **state)
{
	struct db *db = create("s");

	(void)state;
	add_row(db);
	assert_true(writes[1] > 0);
	assert_int_equal(writes[0], 0);
	db_close(db);
	assert_true(writes[0] > 0);
}

static void
test_the_checkpoint_that_a_full_wal_brings(void **state)
{
	struct db *db = create("s");
	struct err err = ERR_INIT;

	(void)state;
	/* In some transactions: one may last only so long, on a slow machine too. */
	for (int i = 0; i < 6; i++) {
		assert_ok(db_begin(db, &err), err);
		assert_ok(db_run(db, "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL"
			" SELECT n + 1 FROM c WHERE n < 250) INSERT INTO t(y)"
			" SELECT n || hex(randomblob(2000)) FROM c", &err), err);
		assert_ok(db_commit(db, &err), err);
	}
	assert_true(writes[0] > 1000);	/* though the store is still open */
	db_close(db);
}

static void
test_a_checkpoint_that_is_asked_for(void **state)
{
	struct db *db = create("s");
	struct err err = ERR_INIT;

	(void)state;
	add_row(db);
	assert_ok(db_checkpoint(db, &err), err);
	assert_true(writes[0] > 0);
	db_close(db);
}

static void
test_readers_and_backups_write_nothing(void **state)
{
	struct db *db = create("s"), *reader = open_as("s", DB_READER);
	struct db *maintenance = open_as("s", DB_MAINTENANCE);
	struct err err = ERR_INIT;
	int before;

	(void)state;
	add_row(db);
	db_close(db);
	before = writes[0] + writes[1];
	assert_int_equal(rows(reader), 1);
	assert_ok(db_backup(maintenance, "b", &err), err);
	assert_int_equal(rows(maintenance), 1);
	db_close(maintenance);
	db_close(reader);	/* the last to leave */
	assert_int_equal(writes[0] + writes[1], before);
}

static void
test_a_migration_and_a_change_of_the_journal(void **state)
{
	struct db *db = create("s");
	struct err err = ERR_INIT;

	(void)state;
	add_row(db);
	assert_ok(db_backup(db, "b", &err), err);
	db_close(db);
	assert_int_equal(rename("b", "s"), 0);	/* no WAL yet, an old version */
	memset(writes, 0, sizeof(writes));
	assert_ok(db_open_as(&db, "s", &more, DB_SESSION, &err), err);
	assert_true(writes[0] > 0 && writes[1] > 0);
	assert_int_equal(rows(db), 1);
	db_close(db);
}

#define watched(f) cmocka_unit_test_setup_teardown(f, watch, stop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		watched(test_a_save_and_the_checkpoint_of_the_last_to_leave),
		watched(test_the_checkpoint_that_a_full_wal_brings),
		watched(test_a_checkpoint_that_is_asked_for),
		watched(test_readers_and_backups_write_nothing),
		watched(test_a_migration_and_a_change_of_the_journal),
	};

	vfs_install();
	return RUN_TESTS("db/transaction", tests);
}
