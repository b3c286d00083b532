/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "db/private.h"

static const char *const steps[] = {
	"CREATE TABLE t(x INTEGER PRIMARY KEY, y TEXT, z BLOB) STRICT;"
	"INSERT INTO t VALUES(1, 'one', x'00ff'), (2, NULL, x'');",
	NULL
};
static const struct db_format format = { .application_id = DB_APPLICATION_ID,
	.steps = steps };

static int
create(void **state)
{
	struct db *db;

	if (!db_create_as(&db, ":memory:", &format, NULL))
		return -1;
	*state = db;
	return 0;
}

static int
destroy(void **state)
{
	db_close(*state);
	return 0;
}

static void
test_a_text_is_prepared_once(void **state)
{
	const char *sql = "SELECT x FROM t WHERE x = :x";
	struct db_stmt *one, *two, *again;
	struct err err = ERR_INIT;
	struct db *db = *state;
	char copy[64];

	snprintf(copy, sizeof(copy), "%s", sql);
	assert_ok(db_stmt_get(db, sql, &one, &err), err);
	assert_ok(db_stmt_get(db, copy, &two, &err), err);
	assert_ptr_not_equal(one, two);	/* both are in use */
	db_stmt_int(two, ":x", 2);
	assert_int_equal(db_stmt_step(two, &err), DB_ROW);
	assert_int_equal(db_stmt_step(one, &err), DB_END);
	db_stmt_done(one);
	assert_ok(db_stmt_get(db, copy, &again, &err), err);
	assert_ptr_equal(again, one);
	db_stmt_done(again);
	db_stmt_done(two);
	/* No value of the last use is left. */
	assert_ok(db_stmt_get(db, sql, &again, &err), err);
	assert_int_equal(db_stmt_step(again, &err), DB_END);
	db_stmt_done(again);
	db_stmt_done(NULL);
}

static void
test_reads_what_is_there_and_what_is_absent(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	struct db_stmt *s;
	const char *text;
	char small[4], room[8];
	size_t len;

	assert_ok(db_stmt_get(db, "SELECT x, y, z FROM t ORDER BY x", &s, &err),
		err);
	assert_int_equal(db_stmt_step(s, &err), DB_ROW);
	assert_int_equal(db_stmt_col_int(s, 0), 1);
	assert_ok(db_stmt_col_text(s, 1, &text, &err), err);
	assert_string_equal(text, "one");
	assert_int_equal(db_stmt_col_len(s, 1), 3);
	assert_ok(db_stmt_copy(s, 1, small, sizeof(small), &err), err);
	assert_string_equal(small, "one");
	assert_err(db_stmt_copy(s, 1, small, 3, &err), err, ERR_DAMAGED);
	assert_memory_equal(db_stmt_col_blob(s, 2, &len), "\0\xff", 2);
	assert_int_equal(len, 2);
	assert_int_equal(db_stmt_step(s, &err), DB_ROW);
	assert_ok(db_stmt_col_text(s, 1, &text, &err), err);
	assert_null(text);
	assert_ok(db_stmt_copy(s, 1, room, sizeof(room), &err), err);
	assert_string_equal(room, "");
	err_set(&err, ERR_RULE, "old");
	assert_int_equal(db_stmt_step(s, &err), DB_END);
	assert_int_equal(err.code, ERR_NONE);
	db_stmt_done(s);
}

static void
test_no_bytes_are_not_absence(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	struct db_stmt *s;
	int64_t n;

	assert_ok(db_stmt_get(db, "SELECT :a IS NULL", &s, &err), err);
	db_stmt_blob(s, ":a", "", 0);
	assert_int_equal(db_stmt_one(s, &n, &err), DB_ROW);
	assert_int_equal(n, 0);
	assert_ok(db_stmt_get(db, "SELECT :a IS NULL", &s, &err), err);
	db_stmt_text(s, ":a", NULL);
	assert_int_equal(db_stmt_one(s, &n, &err), DB_ROW);
	assert_int_equal(n, 1);
}

static void
test_a_broken_rule_is_one(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	struct db_stmt *s;

	assert_ok(db_begin(db, &err), err);
	assert_err(db_run(db, "INSERT INTO t(x) VALUES(1)", &err), err, ERR_RULE);
	assert_ok(db_stmt_get(db, "INSERT INTO t(x) VALUES(:x)", &s, &err), err);
	db_stmt_text(s, ":x", "twelve");
	assert_err(db_stmt_run(s, &err), err, ERR_RULE);
	/* The transaction goes on: only the statement is undone. */
	assert_ok(db_stmt_get(db, "INSERT INTO t(x) VALUES(:x)", &s, &err), err);
	db_stmt_text(s, ":x", "12");
	assert_ok(db_stmt_run(s, &err), err);
	assert_ok(db_commit(db, &err), err);
}

static void
test_a_missing_table_is_damage(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;

	assert_err(db_run(db, "DELETE FROM none", &err), err, ERR_DAMAGED);
}

static void
test_a_text_too_long_for_any_field_is_refused(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	struct db_stmt *s;
	char *text = malloc((9 << 20) + 1);
	int64_t n;

	memset(text, 'a', 9 << 20);
	text[9 << 20] = '\0';
	assert_ok(db_stmt_get(db, "SELECT length(:a)", &s, &err), err);
	db_stmt_text(s, ":a", text);
	assert_int_equal(db_stmt_one(s, &n, &err), DB_FAILED);
	assert_int_equal(err.code, ERR_RULE);
	free(text);
}

static void
test_many_texts_do_not_pile_up(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	struct db_stmt *held;
	char sql[64];
	int64_t n;

	assert_ok(db_stmt_get(db, "SELECT 5", &held, &err), err);
	assert_int_equal(db_stmt_step(held, &err), DB_ROW);
	for (int i = 0; i < 2000; i++) {
		snprintf(sql, sizeof(sql), "SELECT %d", i);
		assert_ok(db_run_int(db, sql, &n, &err), err);
		assert_int_equal(n, i);
		assert_true(db->stmts.n <= 300);
	}
	assert_int_equal(db_stmt_col_int(held, 0), 5);
	db_stmt_done(held);
}

#define store_test(f) cmocka_unit_test_setup_teardown(f, create, destroy)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		store_test(test_a_text_is_prepared_once),
		store_test(test_reads_what_is_there_and_what_is_absent),
		store_test(test_no_bytes_are_not_absence),
		store_test(test_a_broken_rule_is_one),
		store_test(test_a_missing_table_is_damage),
		store_test(test_a_text_too_long_for_any_field_is_refused),
		store_test(test_many_texts_do_not_pile_up),
	};

	return RUN_TESTS("db/stmt", tests);
}
