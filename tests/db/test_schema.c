/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/raw.h"

#include "db/private.h"
#include "db/schema.h"

#define STEP_1 "CREATE TABLE t(x INTEGER PRIMARY KEY) STRICT;" \
	"INSERT INTO t VALUES(1), (2);"
#define STEP_2 "ALTER TABLE t ADD COLUMN y TEXT NOT NULL DEFAULT 'new';"
#define STEP_3 "CREATE TABLE u(x INTEGER REFERENCES t(x)) STRICT;"

static const char *const one_step[] = { STEP_1, NULL };
static const char *const three_steps[] = { STEP_1, STEP_2, STEP_3, NULL };
static const char *const broken_steps[] = { STEP_1, STEP_2,
	STEP_3 "INSERT INTO none VALUES(1);", NULL };
static const char *const dangling_steps[] = { STEP_1, STEP_2,
	STEP_3 "PRAGMA defer_foreign_keys=ON; INSERT INTO u VALUES(9);", NULL };

static const struct db_format old = { .application_id = DB_APPLICATION_ID,
	.steps = one_step };
static const struct db_format new = { .application_id = DB_APPLICATION_ID,
	.steps = three_steps };
static const struct db_format broken = { .application_id = DB_APPLICATION_ID,
	.steps = broken_steps };
static const struct db_format dangling = { .application_id = DB_APPLICATION_ID,
	.steps = dangling_steps };

static void
create_old(void)
{
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_create_as(&db, "s", &old, &err), err);
	db_close(db);
	assert_int_equal(raw_version("s"), 1);
}

static void
test_an_older_store_is_brought_up_after_a_copy(void **state)
{
	struct err err = ERR_INIT;
	struct db *db;
	struct stat st;

	(void)state;
	create_old();
	assert_ok(db_open_as(&db, "s", &new, DB_SESSION, &err), err);
	db_close(db);
	assert_int_equal(raw_version("s"), 3);
	assert_int_equal(raw_sql("s", "SELECT count(*) FROM t WHERE y = 'new'"),
		2);
	assert_int_equal(stat("s.before-v3", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(raw_version("s.before-v3"), 1);
	assert_int_equal(raw_sql("s.before-v3", "SELECT count(*) FROM t"), 2);
	/* Nothing is left aside, and it is done only once. */
	assert_int_equal(folder_count("s.before-v3"), 1);
	unlink("s.before-v3");
	assert_ok(db_open_as(&db, "s", &new, DB_SESSION, &err), err);
	db_close(db);
	assert_false(folder_has("s.before-v3"));
}

static void
test_a_step_that_fails_undoes_all_of_them(void **state)
{
	static const struct {
		const struct db_format *format;
		enum err_code code;
	} bad[] = { { &broken, ERR_DAMAGED }, { &dangling, ERR_CHECK } };
	struct err err = ERR_INIT;
	struct db *db;

	(void)state;
	create_old();
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_err(db_open_as(&db, "s", bad[i].format, DB_SESSION, &err),
			err, bad[i].code);
		assert_int_equal(raw_version("s"), 1);
		assert_int_equal(raw_sql("s", "SELECT count(*) FROM "
			"pragma_table_info('t')"), 1);
		assert_int_equal(raw_sql("s", "SELECT count(*) FROM "
			"sqlite_schema WHERE name = 'u'"), 0);
	}
	/* Also after a failure, the copy of that time does not stand in the
	 * way. */
	assert_ok(db_open_as(&db, "s", &new, DB_SESSION, &err), err);
	db_close(db);
}

/* Two builds before a release: one number, other tables. */
static void
test_a_build_with_other_tables_is_told_apart(void **state)
{
	static const char *const edited_steps[] = {
		"CREATE TABLE t(x, z TEXT)", NULL };
	static const struct db_format edited = {
		.application_id = DB_APPLICATION_ID, .steps = edited_steps };
	struct err err = ERR_INIT;
	struct db *db;

	(void)state;
	create_old();
	assert_err(db_open_as(&db, "s", &edited, DB_SESSION, &err), err,
		ERR_DAMAGED);
	assert_non_null(strstr(err.text, "no release"));
	/* As builds were that had no such mark. */
	raw_sql("s", "PRAGMA user_version=1");
	assert_err(db_open_as(&db, "s", &old, DB_SESSION, &err), err,
		ERR_DAMAGED);
	assert_non_null(strstr(err.text, "no release"));
}

static void
test_creation_fails_whole(void **state)
{
	struct err err = ERR_INIT;
	struct db *db;

	(void)state;
	assert_err(db_create_as(&db, "s", &broken, &err), err, ERR_DAMAGED);
	assert_int_equal(folder_count(""), 0);
	assert_err(db_create_as(&db, ":memory:", &broken, &err), err,
		ERR_DAMAGED);
}

static void
test_a_reader_does_not_migrate(void **state)
{
	struct err err = ERR_INIT;
	struct db *db;

	(void)state;
	create_old();
	assert_err(db_open_as(&db, "s", &new, DB_READER, &err), err,
		ERR_READ_ONLY);
	assert_int_equal(raw_version("s"), 1);
}

static void
test_migration_waits_for_a_writer(void **state)
{
	const int wait = db_wait_ms;
	struct err err = ERR_INIT;
	struct db *db, *migrated;

	(void)state;
	create_old();
	assert_ok(db_open_as(&db, "s", &old, DB_SESSION, &err), err);
	assert_ok(db_begin(db, &err), err);
	db_wait_ms = 30;
	assert_err(db_open_as(&migrated, "s", &new, DB_SESSION, &err), err,
		ERR_BUSY);
	/* A copy made now would be of what the steps will not find. */
	assert_false(folder_has("s.before-v3"));
	db_wait_ms = wait;
	assert_ok(db_run(db, "INSERT INTO t VALUES(3)", &err), err);
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_open_as(&migrated, "s", &new, DB_SESSION, &err), err);
	assert_int_equal(raw_sql("s.before-v3", "SELECT count(*) FROM t"), 3);
	db_close(migrated);
	db_close(db);
}

static void
test_the_stores_steps_are_numbered_from_one(void **state)
{
	(void)state;
	assert_int_equal(db_schema_newest(&old), 1);
	assert_int_equal(db_schema_newest(&new), 3);
	assert_true(db_schema_newest(&db_format_store) >= 2);
	assert_true(db_schema_newest(&db_format_local) >= 1);
	assert_non_null(strstr(db_schema_store[0], "CREATE TABLE record"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		folder_test(test_an_older_store_is_brought_up_after_a_copy),
		folder_test(test_a_step_that_fails_undoes_all_of_them),
		folder_test(test_a_build_with_other_tables_is_told_apart),
		folder_test(test_creation_fails_whole),
		folder_test(test_a_reader_does_not_migrate),
		folder_test(test_migration_waits_for_a_writer),
		cmocka_unit_test(test_the_stores_steps_are_numbered_from_one),
	};

	return RUN_TESTS("db/schema", tests);
}
