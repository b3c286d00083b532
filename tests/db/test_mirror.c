/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_mirror.c - what a store says twice, when the two differ. */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/mirror.h"

/* A thing and a piece of it; the same store is left open for writing. */
static struct db *
filled(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	const char *text[THING_N] = { [THING_NAME] = "one" };
	const char *keys[THING_N] = { [THING_NAME] = "one" };
	const char *words[PIECE_N] = { "a piece" }, *none[PIECE_N] = { NULL };

	assert_ok(db_begin(db, &err), err);
	struct db_entry e = things_entry(THING, 1, 7,
		things_audience(db, 7, 1));
	struct db_entry piece = things_entry(PIECE, 2, 7, 0);

	assert_ok(db_row_insert(db, &things, &e,
		&(struct db_values){ text, keys }, &err), err);
	piece.parent = e.rid;
	snprintf(piece.ref, sizeof(piece.ref), "RO-T1/piece1");
	assert_ok(db_row_insert(db, &pieces, &piece,
		&(struct db_values){ words, none }, &err), err);
	return db;
}

static void
run(struct db *db, const char *sql)
{
	struct err err = ERR_INIT;

	assert_ok(db_schema_run(db, sql, &err), err);
}

static void
test_sound_store_says_the_same_twice(void **state)
{
	struct db *db = filled(state);
	struct err err = ERR_INIT;

	assert_ok(db_mirror_file(db, &err), err);
	assert_ok(db_mirror_rows(db, &things, &err), err);
	assert_ok(db_mirror_rows(db, &pieces, &err), err);
	assert_ok(db_mirror_tally(db, &err), err);
}

static void
test_row_and_line_that_differ_are_found(void **state)
{
	static const struct {
		const char *sql;
		const struct db_table *t;
	} all[] = {
		{ "UPDATE thing SET case_id = 8", &things },
		{ "UPDATE thing SET audience_id = 0", &things },
		{ "UPDATE record SET kind = 203 WHERE parent IS NULL", &things },
		{ "UPDATE record SET parent = rid WHERE parent IS NULL", &things },
		{ "DELETE FROM thing", &things },
		{ "UPDATE piece SET parent = rid", &pieces },
		{ "UPDATE record SET parent = NULL", &pieces },
		{ "DELETE FROM piece", &pieces },
	};
	struct db *db = filled(state);

	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		struct err err = ERR_INIT;
		char *want;

		run(db, "SAVEPOINT one");
		run(db, all[i].sql);
		if (db_mirror_rows(db, all[i].t, &err))
			fail_msg("not found: %s", all[i].sql);
		assert_string_equal(err_word(err.code), "check");
		assert_true(asprintf(&want, "table %s: ", all[i].t->name) > 0);
		assert_int_equal(strncmp(err.text, want, strlen(want)), 0);
		free(want);
		run(db, "ROLLBACK TO one");
	}
}

static void
test_wrong_tally_is_found(void **state)
{
	static const char *const all[] = {
		"UPDATE tally SET n = n + 1",
		"DELETE FROM tally WHERE kind = 201",
		"INSERT INTO tally VALUES(4, 7, 0, 1)",
	};
	struct db *db = filled(state);

	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		struct err err = ERR_INIT;

		run(db, "SAVEPOINT one");
		run(db, all[i]);
		assert_err(db_mirror_tally(db, &err), err, ERR_CHECK);
		assert_int_equal(strncmp(err.text, "table tally: ", 13), 0);
		run(db, "ROLLBACK TO one");
	}
}

static void
test_broken_file_names_the_table(void **state)
{
	static const struct {
		const char *sql, *said;
	} all[] = {
		{ "PRAGMA ignore_check_constraints = 1; UPDATE audience SET"
			" class = 9 WHERE id = 0",
			"table audience: " },
		{ "PRAGMA defer_foreign_keys = 1; UPDATE piece SET parent = 99",
			"table piece: " },
	};
	struct db *db = filled(state);

	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		struct err err = ERR_INIT;

		run(db, "SAVEPOINT one");
		run(db, all[i].sql);
		run(db, "PRAGMA ignore_check_constraints = 0");
		assert_err(db_mirror_file(db, &err), err, ERR_CHECK);
		if (strncmp(err.text, all[i].said, strlen(all[i].said)) != 0)
			fail_msg("%s", err.text);
		run(db, "ROLLBACK TO one");
	}
}

static void
test_schema_of_another_make_is_found(void **state)
{
	static const char *const all[] = {
		"CREATE TABLE more(x)",
		"CREATE INDEX more ON record(kind)",
		"CREATE VIEW more AS SELECT 1",
		"DROP INDEX record_parent",
		"DROP TABLE tally",
	};
	struct err err = ERR_INIT;
	struct db *db, *fresh;

	(void)state;
	assert_ok(db_create(&db, ":memory:", &err), err);
	assert_ok(db_create(&fresh, ":memory:", &err), err);
	assert_ok(db_mirror_schema(db, fresh, &err), err);
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		assert_ok(db_begin(db, &err), err);
		run(db, all[i]);
		assert_err(db_mirror_schema(db, fresh, &err), err, ERR_CHECK);
		db_rollback(db);
	}
	assert_ok(db_mirror_schema(db, fresh, &err), err);
	db_close(db);
	db_close(fresh);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_sound_store_says_the_same_twice),
		things_test(test_row_and_line_that_differ_are_found),
		things_test(test_wrong_tally_is_found),
		things_test(test_broken_file_names_the_table),
		cmocka_unit_test(test_schema_of_another_make_is_found),
	};

	return RUN_TESTS("db/mirror", tests);
}
