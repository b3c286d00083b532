/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_rowcheck.c - a change in any column of any table is found, and any row that is
 * taken out. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/rich.h"
#include "tests/support/verify.h"
#include "tests/support/damage.h"

#include "db/schema.h"
#include "src/rowcheck.h"
#include "src/verify.h"

/* The same below the door, for what is tried hundreds of times. */
static void
expect_finding_below(const char *what)
{
	struct strbuf sum = STRBUF_INIT;
	struct err err = ERR_INIT;
	struct db *db;

	if (db_open(&db, COPY, DB_MAINTENANCE, &err)) {
		if (verify_all(db, true, &sum, &err))
			fail_msg("not found: %s", what);
		db_close(db);
	}
	assert_named(what, &err);
	strbuf_clear(&sum);
}

/* --- Every column of every table ---------------------------------------- */

struct column {
	char table[40], name[40];
	char type;		/* of its values: I, T, B */
	char keys[200];		/* of the table's rows: "tree, seq", "rowid" */
};

static bool
is_shadow(const char *table)
{
	return strncmp(table, "search_fts_", 11) == 0 ||
		strncmp(table, "fragment_fts_", 13) == 0 ||
		strcmp(table, "search_words_fts") == 0 ||
		strcmp(table, "search_keys_fts") == 0;
}

/* Another value of the same type. */
static char *
other_value(const struct column *c)
{
	if (c->type == 'I')
		return xasprintf("coalesce(\"%s\", 0) + 1000003", c->name);
	if (c->type == 'B')
		return xasprintf("CAST(substr(\"%s\", 1, length(\"%s\") - 1) ||"
			" iif(substr(\"%s\", -1) = x'5A', 'Y', 'Z') AS BLOB)",
			c->name, c->name, c->name);
	return xasprintf("coalesce(\"%s\", '') || 'x'", c->name);
}

/* A change in one row that has a value, if there is any. */
static char *
change_of(const struct column *c, const char *value, const char *which)
{
	return xasprintf("UPDATE \"%s\" SET \"%s\" = %s WHERE (%s) ="
		" (SELECT %s FROM \"%s\" ORDER BY \"%s\" IS NULL, %s LIMIT 1)",
		c->table, c->name, value, c->keys, c->keys, c->table, c->name,
		which);
}

/* The damage within a transaction on an open store, and every record held against its
 * entries: of hundreds of columns this finds most, without a store for each. */
static bool
found_in_a_record(struct db *db, const char *sql)
{
	char leaf[ACT_LEAF_SIZE];
	struct err err = ERR_INIT;
	struct db_entry e = { 0 };
	struct record r;
	bool found, holds = true;

	assert_ok(db_begin(db, &err) && db_schema_run(db, sql, &err), err);
	while (holds && db_entry_after(db, e.rid, &e, &found, &err) && found &&
	       (holds = rowcheck_fold(db, &e, &r, leaf, &err))) {
		holds = rowcheck_holds(db, &e, &r, leaf, &err);
		record_clear(&r);
	}
	db_rollback(db);
	return !holds && err.code == ERR_CHECK;
}

static void
try_column(struct db *db, const struct column *c, bool whole)
{
	char *name = xasprintf("%s.%s", c->table, c->name);
	char *other = other_value(c), *sql = change_of(c, other, "1");

	if (whole || !found_in_a_record(db, sql)) {
		copy_store();
		damage(sql);
		expect_finding_below(name);
	}
	free(sql);
	free(other);
	free(name);
}

static void
keys_of(sqlite3 *db, struct column *c)
{
	char *sql = xasprintf("SELECT group_concat(name, ', ') FROM"
		" pragma_table_info('%s') WHERE pk AND (SELECT wr FROM"
		" pragma_table_list('%s'))", c->table, c->table);
	sqlite3_stmt *q;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	const char *keys = (const char *)sqlite3_column_text(q, 0);

	snprintf(c->keys, sizeof(c->keys), "%s", keys ? keys : "rowid");
	sqlite3_finalize(q);
	free(sql);
}

/* All columns of tables that have rows, by the store's own word. */
static struct column *
columns_of(const char *path, size_t *n)
{
	struct column *all = NULL;
	sqlite3_stmt *q;
	sqlite3 *db = raw_open(path);
	size_t room = 0;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT t.name, c.name, c.type"
		" FROM sqlite_schema AS t, pragma_table_info(t.name) AS c"
		" WHERE t.type = 'table' ORDER BY 1, c.cid", -1, &q, NULL),
		SQLITE_OK);
	for (*n = 0; sqlite3_step(q) == SQLITE_ROW; ++*n) {
		all = xgrow(all, *n, &room, sizeof(*all));
		struct column *c = &all[*n];
		const char *type = (const char *)sqlite3_column_text(q, 2);

		snprintf(c->table, sizeof(c->table), "%s",
			sqlite3_column_text(q, 0));
		snprintf(c->name, sizeof(c->name), "%s",
			sqlite3_column_text(q, 1));
		c->type = *type ? *type : 'T';
		keys_of(db, c);
	}
	sqlite3_finalize(q);
	sqlite3_close(db);
	return all;
}

/* Else the tests below would change nothing, and find it. */
static void
test_rich_store_has_rows_in_all_tables(void **state)
{
	size_t n;

	(void)state;
	fold_wal();
	struct column *all = columns_of(CASE_STORE, &n);

	for (size_t i = 0; i < n; i++) {
		/* Once for each table. */
		if (i && strcmp(all[i - 1].table, all[i].table) == 0)
			continue;
		char *sql = xasprintf("SELECT count(*) FROM \"%s\"",
			all[i].table);

		if (raw_sql(CASE_STORE, sql) < 1)
			fail_msg("no rows in %s", all[i].table);
		free(sql);
	}
	free(all);
}

static void
test_changed_value_in_any_column_is_found(void **state)
{
	size_t n, tried = 0;
	struct err err = ERR_INIT;
	struct db *db;

	(void)state;
	fold_wal();
	struct column *all = columns_of(CASE_STORE, &n);

	copy_store();
	assert_int_equal(rename(COPY, "open.store"), 0);
	assert_ok(db_open(&db, "open.store", DB_MAINTENANCE, &err), err);
	assert_ok(db_schema_run(db, "PRAGMA foreign_keys = 0;"
		"PRAGMA ignore_check_constraints = 1", &err), err);
	for (size_t i = 0; i < n; i++) {
		if (is_shadow(all[i].table))
			continue;
		/* The first of each table by the whole of verify. */
		try_column(db, &all[i], i == 0 ||
			strcmp(all[i - 1].table, all[i].table) != 0);
		tried++;
	}
	db_close(db);
	free(all);
	/* 25 kinds and 8 tables more; else this has tested nothing. */
	assert_true(tried > 300);
}

/* --- Rows ---------------------------------------------------------------- */

static void
test_row_taken_out_of_any_table_is_found(void **state)
{
	char text[400];
	size_t n;

	(void)state;
	fold_wal();
	struct column *all = columns_of(CASE_STORE, &n);

	for (size_t i = 0; i < n; i++) {
		struct column *c = &all[i];

		/* Once for each table; what FTS5 keeps is not ours to miss. */
		if ((i && strcmp(all[i - 1].table, c->table) == 0) ||
		    is_shadow(c->table))
			continue;
		char *sql = xasprintf("DELETE FROM \"%s\" WHERE (%s) = (SELECT"
			" %s FROM \"%s\" LIMIT 1)", c->table, c->keys, c->keys,
			c->table);

		copy_store();
		damage(sql);
		expect_finding(sql, text);
		free(sql);
	}
	free(all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RICH_TEST(test_rich_store_has_rows_in_all_tables),
		RICH_TEST(test_changed_value_in_any_column_is_found),
		RICH_TEST(test_row_taken_out_of_any_table_is_found),
	};

	return RUN_TESTS("src/rowcheck", tests);
}
