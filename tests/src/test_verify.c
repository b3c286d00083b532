/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_verify.c - whatever is changed behind the log's back is found. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/rich.h"
#include "tests/support/verify.h"
#include "tests/support/damage.h"

#include <sys/wait.h>

#include "db/backup.h"
#include "src/entry.h"
#include "src/table.h"
#include "src/verify.h"

static void
test_whole_store_verifies(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(store_verifies(CASE_STORE, &err), err);
	fold_wal();
	copy_store();
	assert_ok(store_verifies(COPY, &err), err);
}

static void
test_store_without_a_case_verifies(void **state)
{
	struct desk_init init = { "bare.store", "RO", "Ana Pop", false };
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_init(&init, &err), err);
	assert_ok(store_verifies("bare.store", &err), err);
}

/* --- Rows ---------------------------------------------------------------- */

static void
test_what_was_slipped_in_or_out_is_found(void **state)
{
	static const struct {
		const char *sql, *said;
	} all[] = {
		{ "INSERT INTO audience VALUES(99, 2, 'only 7', 7, 0, 0, 0)", "audience" },
		/* An audience that a record had once. */
		{ "DELETE FROM audience WHERE text = 'only 2'",
			"audience" },
		{ "INSERT INTO counter VALUES(2, 'ZZ-L', 1)", "counter" },
		{ "INSERT INTO tally VALUES(4, 2, 0, 1)", "tally" },
		{ "INSERT OR IGNORE INTO ident SELECT case_id, type, 'x', audience_id, rid,"
			" slot, rings FROM ident", "ident" },
		{ "INSERT INTO ident SELECT r.case_id, 'phone', '+4',"
			" r.audience_id, r.rid, -1, 0 FROM record AS r JOIN"
			" comment USING (rid)", "ident" },
		{ "UPDATE held SET n = n + 1", "held" },
		{ "DELETE FROM held", "held" },
		{ "INSERT INTO tie SELECT rid, rid, 1, 0 FROM lead", "ident" },
		{ "DELETE FROM tie", "ident" },
		{ "DELETE FROM ident WHERE type = 'document'", "ident" },
		{ "INSERT INTO search_fts(rowid, text, kind)"
			" VALUES(999, 'aaaa', 'aaak4')", "search" },
		{ "INSERT INTO fragment_fts(rowid, text, kind)"
			" VALUES(999, 'aaaabc', 'aaaabc')", "search" },
		{ "INSERT INTO log_value VALUES(1, 3, 60, zeroblob(16), 'x')",
			"entry " },
		{ "INSERT INTO log_entry SELECT tree, seq + 1, rid, data FROM"
			" log_entry WHERE tree = 1 ORDER BY seq DESC LIMIT 1",
			"entry " },
		{ "INSERT INTO record SELECT 999, 'x', kind, case_id, 'RO-L99',"
			" audience_id, NULL FROM record WHERE ref = 'RO-L1'"
			" AND case_id = 2",
			"lead" },
		{ "INSERT INTO lead(rid, case_id, audience_id) SELECT 1,"
			" case_id, audience_id FROM lead LIMIT 1", "lead" },
		{ "CREATE TABLE more(x)", "sqlite_schema" },
		{ "CREATE TRIGGER more AFTER INSERT ON lead BEGIN SELECT 1;"
			" END", "sqlite_schema" },
		{ "DROP INDEX lead_due", "sqlite_schema" },
	};
	char text[400];

	(void)state;
	fold_wal();
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		copy_store();
		damage(all[i].sql);
		expect_finding(all[i].sql, text);
		if (!strstr(text, all[i].said))
			fail_msg("%s: %s", all[i].sql, text);
	}
}

/* The same where nothing can be written, as on a backup. */
static void
expect_finding_in_backup(const char *what)
{
	struct strbuf sum = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct db *db;

	raw_sql(COPY, "PRAGMA journal_mode = DELETE");
	assert_ok(db_backup_open(&db, COPY, &err), err);
	if (verify_all(db, false, &sum, &err))
		fail_msg("not found in a backup: %s", what);
	assert_string_equal(err_word(err.code), "check");
	assert_non_null(strstr(err.text, "search_fts"));
	db_close(db);
}

/* FTS5's own tables: what its check or the comparison of texts can see. */
static void
test_damaged_search_index_is_found(void **state)
{
	static const char *const all[] = {
		"UPDATE search_fts_content SET c0 = c0 || ' more' WHERE id ="
			" (SELECT max(id) FROM search_fts_content)",
		"UPDATE search_fts_docsize SET sz = x'010101'",
		"UPDATE search_fts_data SET block = zeroblob(length(block))"
			" WHERE id > 10",
		"DELETE FROM search_fts_data WHERE id > 10",
		"DELETE FROM search_fts_content WHERE id ="
			" (SELECT max(id) FROM search_fts_content)",
	};
	char text[400];

	(void)state;
	fold_wal();
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		copy_store();
		damage(all[i]);
		expect_finding(all[i], text);
		if (!strstr(text, "search_fts"))
			fail_msg("%s: %s", all[i], text);
		expect_finding_in_backup(all[i]);
	}
}

/* --- The log ------------------------------------------------------------- */

/* Entries of a tree as they are now make its state. */
static void
grow_again(struct db *db, int64_t tree)
{
	struct db_log_cursor *c;
	struct db_log_row row;
	struct db_tree t;
	struct err err = ERR_INIT;
	uint8_t leaf[HASH_SIZE];

	assert_ok(db_log_tree_get(db, tree, &t, &err), err);
	t.merkle = (struct merkle)MERKLE_INIT;
	assert_ok(db_log_scan(db, tree, 0, &c, &err), err);
	while (db_log_next(c, &row, &err)) {
		entry_leaf(row.data, row.len, leaf);
		merkle_append(&t.merkle, leaf);
	}
	db_log_cursor_close(c);
	assert_ok(db_begin(db, &err) && db_log_tree_put(db, &t, &err) &&
		db_commit(db, &err), err);
	db_tree_clear(&t);
}

/* Change the time in an entry, and make the tree fit again: what whoever can
 * write the store, but does not have the key, can do. */
static void
forge(int64_t tree, int64_t seq)
{
	struct strbuf data = STRBUF_INIT;
	struct db_log_cursor *c;
	struct db_log_row row;
	struct entry e;
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_open(&db, COPY, DB_SESSION, &err), err);
	assert_ok(db_log_scan(db, tree, seq, &c, &err), err);
	assert_true(db_log_next(c, &row, &err));
	assert_ok(entry_decode(&e, row.data, row.len, &err), err);
	db_log_cursor_close(c);
	e.time -= 3600000;
	entry_encode(&e, &data);
	entry_clear(&e);
	char *hex = malloc(2 * data.len + 1);

	hash_hex((const uint8_t *)data.text, data.len, hex);
	char *sql = xasprintf("UPDATE log_entry SET data = x'%s' WHERE"
		" tree = %d AND seq = %d", hex, (int)tree, (int)seq);

	damage(sql);
	free(sql);
	free(hex);
	strbuf_clear(&data);
	grow_again(db, tree);
	db_close(db);
}

static void
test_forged_entry_does_not_fit_the_signature(void **state)
{
	char text[400];

	(void)state;
	fold_wal();
	copy_store();
	forge(1, 3);
	expect_finding("forged", text);
	assert_non_null(strstr(text, "signed"));
}

static void
test_checkpoint_may_be_older_while_the_key_is_away(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(rename(CASE_STORE ".key", "key"), 0);
	struct desk *d = rich_desk(NULL);

	case_put(d, "lead", "title=Unsigned", NULL);
	desk_close(d);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	assert_int_equal(rename("key", CASE_STORE ".key"), 0);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_log_without_checkpoint_needs_an_absent_key(void **state)
{
	struct err err = ERR_INIT;
	char text[400];

	(void)state;
	fold_wal();
	copy_store();
	damage("UPDATE log_tree SET checkpoint = NULL, verifier = NULL"
		" WHERE tree = 1");
	expect_finding("no checkpoint", text);
	unlink(COPY ".key");
	assert_ok(store_verifies(COPY, &err), err);
}

static void
test_second_log_of_a_case_is_found(void **state)
{
	struct err err = ERR_INIT;
	struct record nothing;
	struct db_entry e;
	struct store s;
	struct act a;
	int64_t n;
	char text[400];

	(void)state;
	fold_wal();
	copy_store();
	assert_ok(store_open(&s, COPY, DB_MAINTENANCE, &err), err);
	assert_ok(db_entry_of_ref(s.db, 0, "TIDE", &e, &err), err);
	record_init(&nothing, kind_of(KIND_CASEFILE));
	assert_ok(act_begin(&a, &s, NULL, &err), err);
	assert_ok(db_log_trees(s.db, &n, &err), err);
	assert_ok(act_new_tree(&a, e.rid, &err), err);
	assert_ok(act_note(&a, n, "begin", &nothing, &e, 0, &err), err);
	assert_ok(act_commit(&a, &err), err);
	record_clear(&nothing);
	store_close(&s);
	expect_finding("second log", text);
	assert_non_null(strstr(text, "two logs"));
}

/* What the law ordered erased is gone from the log too; the rest holds. */
static void
test_erased_value_is_lawful_only_by_an_entry(void **state)
{
	struct err err = ERR_INIT;
	struct db_entry e;
	struct record r, change;
	struct store s;
	struct act a;
	char text[400];

	(void)state;
	fold_wal();
	copy_store();
	damage("DELETE FROM log_value WHERE field = 65 AND tree = 1 AND seq IN"
		" (SELECT seq FROM log_entry JOIN record USING (rid)"
		" WHERE ref = 'RO-L1' AND case_id = 2 AND tree = 1)");
	expect_finding("gone", text);
	assert_non_null(strstr(text, "gone"));

	assert_ok(store_open(&s, COPY, DB_MAINTENANCE, &err), err);
	assert_ok(db_entry_of_ref(s.db, 2, "RO-L1", &e, &err), err);
	assert_ok(table_load(s.db, &e, &r, &err), err);
	record_init(&change, r.kind);
	record_set(&change, kind_index(r.kind, "detail"), NULL);
	assert_ok(act_begin(&a, &s, NULL, &err), err);
	assert_ok(act_set(&a, "erase", &r, &change, &e, NULL, &err), err);
	assert_ok(act_commit(&a, &err), err);
	record_clear(&r);
	record_clear(&change);
	store_close(&s);
	assert_ok(store_verifies(COPY, &err), err);
}

/* --- The run ------------------------------------------------------------- */

static void
test_others_may_write_meanwhile(void **state)
{
	struct strbuf sum = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct verify *v;
	struct db *db;
	bool done = false;

	(void)state;
	assert_ok(db_open(&db, CASE_STORE, DB_MAINTENANCE, &err), err);
	assert_ok(verify_new(&v, db, true, &err), err);
	struct desk *d = rich_desk(NULL);

	for (int i = 0; !done; i++) {
		assert_ok(verify_step(v, 0, &done, &err), err);
		if (i % 10 == 0)
			case_put(d, "lead", "title=Meanwhile", NULL);
	}
	verify_sum(v, &sum);
	desk_close(d);
	verify_free(v);
	db_close(db);
	strbuf_clear(&sum);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

/* As doc/log-format.md has it: the roots of the logs are leaves. */
static void
root_of_roots(const char *path, char hex[HASH_HEX_SIZE])
{
	struct merkle roots = MERKLE_INIT;
	uint8_t hash[HASH_SIZE];
	struct err err = ERR_INIT;
	struct db_tree t;
	struct db *db;
	int64_t n;

	assert_ok(db_open(&db, path, DB_READER, &err), err);
	assert_ok(db_log_trees(db, &n, &err), err);
	for (int64_t i = 0; i < n; i++) {
		assert_ok(db_log_tree_get(db, i, &t, &err), err);
		merkle_leaf(t.root, HASH_SIZE, hash);
		merkle_append(&roots, hash);
		db_tree_clear(&t);
	}
	db_close(db);
	merkle_root(&roots, hash);
	hash_hex(hash, HASH_SIZE, hex);
}

static void
test_result_counts_entries_and_names_one_root(void **state)
{
	struct desk_login login = { .path = CASE_STORE, .casefile = "TIDE" };
	struct err err = ERR_INIT;
	char root[65], again[65], want[HASH_HEX_SIZE];
	int n = 0, m = 0;
	struct desk *d;

	(void)state;
	assert_ok(desk_open(&d, &login, &err), err);
	char *line = job_result(d, "verify", NULL, 0, &err);

	assert_non_null(line);
	assert_int_equal(sscanf(line, "ok %d entries %64[0-9a-f]", &n, root), 2);
	assert_int_equal(n, raw_sql(CASE_STORE,
		"SELECT count(*) FROM log_entry"));
	free(line);
	root_of_roots(CASE_STORE, want);
	assert_string_equal(root, want);
	case_put(d, "note", "text=One more", NULL);
	line = job_result(d, "verify", NULL, 0, &err);
	assert_int_equal(sscanf(line, "ok %d entries %64s", &m, again), 2);
	assert_int_equal(m, n + 1);
	assert_string_not_equal(root, again);
	free(line);
	desk_close(d);
}

static void
test_damaged_members_do_not_keep_verify_away(void **state)
{
	static const char *const all[] = {
		"UPDATE member SET identity = 'nobody'",
		"UPDATE party SET slot = 77",
		"DELETE FROM store",
	};
	char text[400];

	(void)state;
	fold_wal();
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		copy_store();
		damage(all[i]);
		expect_finding(all[i], text);
	}
}

/* --- The second pair of eyes --------------------------------------------- */

/* Exit status of contrib/check-log, or -1 where it cannot be run. */
static int
check_log(const char *store)
{
	const char *source = getenv("srcdir");

	if (!source || system("python3 -c 'import sqlite3' >checked 2>&1") != 0)
		return -1;
	char *command = xasprintf("python3 '%s/contrib/check-log' %s >checked"
		" 2>&1", source, store);
	int status = system(command);

	free(command);
	return status == -1 ? -1 : WEXITSTATUS(status);
}

static void
test_independent_checker_agrees(void **state)
{
	char text[400];

	(void)state;
	fold_wal();
	copy_store();
	int status = check_log(COPY);

	if (status == -1)
		skip();
	assert_int_equal(status, 0);
	damage("UPDATE log_value SET value = value || 'x' WHERE tree = 1 AND"
		" seq = 3 AND value IS NOT NULL");
	assert_int_equal(check_log(COPY), 1);
	expect_finding("value", text);
	copy_store();
	forge(1, 3);
	assert_int_equal(check_log(COPY), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RICH_TEST(test_whole_store_verifies),
		CASE_TEST(test_store_without_a_case_verifies),
		RICH_TEST(test_what_was_slipped_in_or_out_is_found),
		RICH_TEST(test_damaged_search_index_is_found),
		RICH_TEST(test_forged_entry_does_not_fit_the_signature),
		RICH_TEST(test_checkpoint_may_be_older_while_the_key_is_away),
		RICH_TEST(test_log_without_checkpoint_needs_an_absent_key),
		RICH_TEST(test_second_log_of_a_case_is_found),
		RICH_TEST(test_erased_value_is_lawful_only_by_an_entry),
		RICH_TEST(test_others_may_write_meanwhile),
		RICH_TEST(test_result_counts_entries_and_names_one_root),
		RICH_TEST(test_damaged_members_do_not_keep_verify_away),
		RICH_TEST(test_independent_checker_agrees),
	};

	return RUN_TESTS("src/verify", tests);
}
