/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_rebuild.c - every table comes out of the log again. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/rich.h"
#include "tests/support/verify.h"

#define NEW "new.store"

/* The result line of a rebuild, for the caller to free, or NULL. */
static char *
rebuild(const char *path, const char *to, struct err *err)
{
	struct desk_login login = { .path = path, .maintenance = true };
	struct desk_param params[] = { { "path", to } };
	struct desk *d;

	assert_ok(desk_open(&d, &login, err), *err);
	char *line = job_result(d, "rebuild", params, to ? 1 : 0, err);

	desk_close(d);
	return line;
}

static void
test_store_equals_what_its_log_makes(void **state)
{
	struct err err = ERR_INIT;
	char *line = rebuild(CASE_STORE, NULL, &err);

	(void)state;
	assert_ok(line, err);
	assert_string_equal(line, "equal");
	free(line);
	/* Nothing of the work is left. */
	assert_int_equal(folder_count(CASE_STORE ".new-"), 0);
}

static void
test_first_difference_is_named(void **state)
{
	static const struct {
		const char *sql, *said;
	} all[] = {
		{ "UPDATE lead SET title = 'x' WHERE title IS NOT NULL",
			"table lead: title" },
		{ "UPDATE asset SET account_no_s = 'x'", "table asset: account_no" },
		{ "UPDATE record SET ref = 'RO-O7' WHERE ref = 'RO-O1'",
			"table record: ref" },
		{ "UPDATE audience SET mask = 1 WHERE text LIKE 'team%'",
			"entry " },
		{ "UPDATE audience SET class = 0 WHERE text = 'case'",
			"table audience" },
		{ "INSERT INTO audience VALUES(99, 2, 'only 7', 7, 0, 0, 0)",
			"table audience" },
		{ "DELETE FROM audience WHERE text = 'only 2'",
			"table audience" },
		{ "DELETE FROM record WHERE kind = 8; DELETE FROM note;"
			" DELETE FROM tally WHERE kind = 8", "table record" },
		{ "UPDATE counter SET last = last + 1 WHERE name = 'RO-A'",
			"table counter" },
		{ "DELETE FROM counter WHERE name = 'RO/'", "table counter" },
		{ "UPDATE tally SET n = n + 1", "table tally" },
		{ "UPDATE search_fts SET text = 'x' WHERE kind LIKE '%k4'",
			"table search_fts" },
		{ "DELETE FROM ident WHERE type = 'iban'", "table ident: asset" },
		{ "DELETE FROM held WHERE what <> '~'", "table held" },
		{ "UPDATE tie SET shields = 1 - shields", "table ident: " },
		{ "UPDATE log_value SET value = 'x' WHERE value IS NOT NULL",
			"entry " },
		{ "UPDATE log_tree SET root = zeroblob(32)", "table log_tree" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		struct err err = ERR_INIT;
		char *sql;

		unlink(NEW);
		raw_sql(CASE_STORE, "VACUUM INTO '" NEW "'");
		assert_true(asprintf(&sql, "PRAGMA foreign_keys = 0; %s",
			all[i].sql) > 0);
		raw_sql(NEW, sql);
		free(sql);
		char *line = rebuild(NEW, NULL, &err);

		if (line || err.code != ERR_CHECK ||
		    strncmp(err.text, all[i].said, strlen(all[i].said)) != 0)
			fail_msg("%s: %s", all[i].sql,
				line ? line : err.text);
		free(line);
		unlink(NEW "-wal");
		unlink(NEW "-shm");
	}
	assert_int_equal(folder_count(NEW ".new-"), 0);
}

/* Digest of the log: entries, values, trees. */
static int64_t
differing_log_rows(void)
{
	return raw_sql(CASE_STORE, "ATTACH '" NEW "' AS new;"
		"SELECT (SELECT count(*) FROM (SELECT tree, seq, data FROM"
		" main.log_entry EXCEPT SELECT tree, seq, data FROM"
		" new.log_entry)) + (SELECT count(*) FROM (SELECT * FROM"
		" main.log_value EXCEPT SELECT * FROM new.log_value)) +"
		" (SELECT count(*) FROM (SELECT tree, log_id, size, root,"
		" peaks, checkpoint, verifier FROM main.log_tree EXCEPT SELECT"
		" tree, log_id, size, root, peaks, checkpoint, verifier FROM"
		" new.log_tree))");
}

static void
test_new_store_has_the_same_log_and_verifies(void **state)
{
	struct err err = ERR_INIT;
	char *line = rebuild(CASE_STORE, NEW, &err);
	struct stat st;

	(void)state;
	assert_ok(line, err);
	assert_int_equal(strncmp(line, "rebuild ", 8), 0);
	assert_non_null(strstr(line, NEW));
	free(line);
	assert_int_equal(stat(NEW, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_false(folder_has(NEW ".key"));
	assert_int_equal(differing_log_rows(), 0);
	assert_ok(store_verifies(NEW, &err), err);
	/* Made from its own log it is equal again. */
	line = rebuild(NEW, NULL, &err);
	assert_ok(line, err);
	assert_string_equal(line, "equal");
	free(line);
	assert_int_equal(folder_count(NEW ".new-"), 0);
}

static void
test_new_store_takes_nothing_from_damaged_tables(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	raw_sql(CASE_STORE, "PRAGMA foreign_keys = 0; UPDATE lead SET title ="
		" 'forged'; DELETE FROM note; DELETE FROM tally;"
		" UPDATE counter SET last = 0");
	assert_false(store_verifies(CASE_STORE, &err));
	char *line = rebuild(CASE_STORE, NEW, &err);

	assert_ok(line, err);
	free(line);
	assert_ok(store_verifies(NEW, &err), err);
	assert_int_equal(raw_sql(NEW, "SELECT count(*) FROM lead WHERE title ="
		" 'forged'"), 0);
	assert_true(raw_sql(NEW, "SELECT count(*) FROM note") > 0);
}

static void
test_no_file_is_written_over(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	folder_write(NEW, "mine", 4);
	assert_null(rebuild(CASE_STORE, NEW, &err));
	assert_int_equal(err.code, ERR_CANNOT_CREATE);
	assert_null(rebuild(CASE_STORE, CASE_STORE, &err));
	assert_int_equal(err.code, ERR_CANNOT_CREATE);
	assert_int_equal(folder_size(NEW), 4);
}

static void
test_log_that_does_not_hold_makes_no_store(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	raw_sql(CASE_STORE, "UPDATE log_value SET value = 'x' WHERE value IS"
		" NOT NULL AND seq = 9");
	assert_null(rebuild(CASE_STORE, NEW, &err));
	assert_int_equal(err.code, ERR_CHECK);
	assert_int_equal(strncmp(err.text, "entry ", 6), 0);
	assert_int_equal(folder_count(NEW), 0);
}

static void
test_what_is_added_to_the_new_store_goes_on(void **state)
{
	struct desk_login login = { .path = NEW, .casefile = "TIDE" };
	struct err err = ERR_INIT;
	char *line = rebuild(CASE_STORE, NEW, &err);
	struct desk *d;

	(void)state;
	assert_ok(line, err);
	free(line);
	assert_ok(desk_open(&d, &login, &err), err);
	char *ref = case_add(d, "lead", "title=Next", NULL);

	/* Two before the restore, one after it, 1000 left out. */
	assert_string_equal(ref, "RO-L1003");
	free(ref);
	desk_close(d);
	assert_ok(store_verifies(NEW, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RICH_TEST(test_store_equals_what_its_log_makes),
		RICH_TEST(test_first_difference_is_named),
		RICH_TEST(test_new_store_has_the_same_log_and_verifies),
		RICH_TEST(test_new_store_takes_nothing_from_damaged_tables),
		RICH_TEST(test_no_file_is_written_over),
		RICH_TEST(test_log_that_does_not_hold_makes_no_store),
		RICH_TEST(test_what_is_added_to_the_new_store_goes_on),
	};

	return RUN_TESTS("src/rebuild", tests);
}
