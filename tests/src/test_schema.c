/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the store against the field tables of the kinds. */
#include "tests/support/test.h"
#include "tests/support/folder.h"

#include <sqlite3.h>

#include "db/db.h"
#include "db/plan.h"
#include "db/veiled.h"
#include "src/kind.h"
#include "src/table.h"

static sqlite3 *handle;

static int
enter(void **state)
{
	struct db *db;

	if (folder_enter(state) < 0 || !db_create(&db, "s", NULL))
		return -1;
	db_close(db);
	return sqlite3_open("s", &handle) == SQLITE_OK ? 0 : -1;
}

static int
leave(void **state)
{
	sqlite3_close(handle);
	return folder_leave(state);
}

/* The rows of a query, columns joined by a blank, one on a line; the caller
 * frees. */
static char *
lines(const char *sql, const char *one, const char *two)
{
	char *out = strdup("");
	sqlite3_stmt *q;

	if (sqlite3_prepare_v2(handle, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(handle));
	sqlite3_bind_text(q, 1, one, -1, SQLITE_STATIC);
	if (two)
		sqlite3_bind_text(q, 2, two, -1, SQLITE_STATIC);
	while (sqlite3_step(q) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(q); i++) {
			const char *text = (const char *)sqlite3_column_text(q, i);
			char *longer;

			assert_true(asprintf(&longer, "%s%s%s", out, text ?
				text : "-", i + 1 < sqlite3_column_count(q) ?
				" " : "\n") > 0);
			free(out);
			out = longer;
		}
	}
	sqlite3_finalize(q);
	return out;
}

static bool
has_column(const struct field *f)
{
	return f && !(f->flags & FIELD_DIRECTORY);
}

static const char *
sql_type(const struct field *f)
{
	return f->type == FIELD_TIME || f->type == FIELD_COUNT ? "INTEGER" :
		"TEXT";
}

static void
test_columns_are_the_fields_in_order(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];
		const bool is_part = k->flags & KIND_IS_PART;
		char want[8192], *got = lines("SELECT name, type FROM"
			" pragma_table_info(?)", k->name, NULL);
		size_t len;

		len = (size_t)snprintf(want, sizeof(want), "rid INTEGER\n"
			"case_id INTEGER\naudience_id INTEGER\n%s",
			is_part ? "parent INTEGER\n" : "");
		for (size_t j = 0; j < kind_n(k); j++) {
			const struct field *f = kind_column(k, j);

			if (!has_column(f))
				continue;
			len += (size_t)snprintf(want + len, sizeof(want) - len,
				"%s %s\n", f->name, sql_type(f));
			if (f->flags & FIELD_SORTED)
				len += (size_t)snprintf(want + len,
					sizeof(want) - len, "%s_s TEXT\n",
					f->name);
		}
		assert_string_equal(got, want);
		free(got);
	}
}

/* Where the table says what its text may be at most. */
static void
test_limits_are_the_fields(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		char *sql = lines("SELECT sql FROM sqlite_schema WHERE name = ?",
			kinds[i]->name, NULL);

		assert_non_null(strstr(sql, ") STRICT"));
		for (size_t j = 0; j < kind_n(kinds[i]); j++) {
			const struct field *f = kind_column(kinds[i], j);
			char plain[100], quoted[100];

			if (!has_column(f) || !strcmp(sql_type(f), "INTEGER"))
				continue;
			snprintf(plain, sizeof(plain), "length(CAST(%s AS BLOB))"
				" <= %zu)", f->name, field_max(f));
			snprintf(quoted, sizeof(quoted), "length(CAST(\"%s\" AS "
				"BLOB)) <= %zu)", f->name, field_max(f));
			if (!strstr(sql, plain) && !strstr(sql, quoted))
				fail_msg("%s.%s is not limited to %zu bytes",
					kinds[i]->name, f->name, field_max(f));
		}
		free(sql);
	}
}

static void
assert_index(const char *name, bool unique, const char *columns)
{
	char *got = lines("SELECT name FROM pragma_index_info(?)", name, NULL);
	char *flag = lines("SELECT count(*) FROM sqlite_schema WHERE name = ?"
		" AND sql LIKE 'CREATE UNIQUE%'", name, NULL);

	if (strcmp(got, columns) != 0)
		fail_msg("%s is not on %s", name, columns);
	assert_string_equal(flag, unique ? "1\n" : "0\n");
	free(flag);
	free(got);
}

static void
test_each_order_and_each_unique_field_has_its_index(void **state)
{
	char name[100], columns[100];

	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		const struct kind *k = kinds[i];

		if (k->flags & KIND_IS_PART) {
			snprintf(name, sizeof(name), "%s_parent", k->name);
			assert_index(name, false, "parent\n");
		} else {
			snprintf(name, sizeof(name), "%s_newest", k->name);
			assert_index(name, false, "case_id\naudience_id\n");
		}
		for (size_t j = 0; j < kind_n(k); j++) {
			const struct field *f = kind_column(k, j);

			if (!has_column(f))
				continue;
			snprintf(name, sizeof(name), "%s_%s", k->name, f->name);
			snprintf(columns, sizeof(columns),
				"case_id\naudience_id\n%s_s\n", f->name);
			if (f->flags & FIELD_SORTED)
				assert_index(name, false, columns);
			snprintf(name, sizeof(name), "%s_%s_once", k->name,
				f->name);
			snprintf(columns, sizeof(columns),
				"case_id\n%s\nparty\n", f->name);
			if (f->flags & FIELD_UNIQUE)
				assert_index(name, true, columns);
			snprintf(name, sizeof(name), "%s_%s_names", k->name,
				f->name);
			snprintf(columns, sizeof(columns),
				"%s\ncase_id\naudience_id\n", f->name);
			if (f->flags & FIELD_INDEXED)
				assert_index(name, false, columns);
		}
		snprintf(name, sizeof(name), "%s_veiled", k->name);
		if (kind_column(k, HEADER_LEGAL))
			assert_index(name, false,
				"case_id\naudience_id\nlegal\nspecial\n");
	}
}

/* A record is found by a value without going through all there are. */
static void
test_each_look_up_by_value_has_its_index(void **state)
{
	struct db_plans plans = { 0 };

	(void)state;
	for (size_t i = 0; kinds[i]; i++)
		for (size_t j = 0; j < kind_n(kinds[i]); j++) {
			const struct field *f = kind_field(kinds[i], j);
			char index[80], sql[4096];

			if (!f || !db_plan_is_column(f) ||
			    !(f->flags & (FIELD_UNIQUE | FIELD_INDEXED |
				FIELD_SORTED)))
				continue;
			snprintf(sql, sizeof(sql), "EXPLAIN QUERY PLAN %s",
				db_plan_get(&plans, table_of(kinds[i]),
				f->flags & (FIELD_UNIQUE | FIELD_INDEXED) ?
				DB_PLAN_FIND_TEXT : DB_PLAN_FIND_SORTED, j,
				NULL)->sql);
			snprintf(index, sizeof(index), "INDEX %s_%s",
				kinds[i]->name, f->name);
			char *plan = lines(sql, "", NULL);

			if (!strstr(plan, index))
				fail_msg("%s.%s: %s", kinds[i]->name, f->name,
					plan);
			free(plan);
		}
	db_plans_clear(&plans);
}

/* Nor those that are veiled: they are asked for again at each change of the store. */
static void
test_what_is_veiled_is_read_from_its_index_alone(void **state)
{
	struct strbuf sql = STRBUF_INIT;
	const struct db_table *of[64];
	size_t n = 0;

	(void)state;
	for (size_t i = 0; kinds[i]; i++)
		if (kind_column(kinds[i], HEADER_LEGAL))
			of[n++] = table_of(kinds[i]);
	strbuf_puts(&sql, "EXPLAIN QUERY PLAN ");
	db_veiled_sql(of, n, &sql);
	char *plan = lines(sql.text, "", NULL);

	for (size_t i = 0; i < n; i++) {
		char index[80];

		snprintf(index, sizeof(index), "COVERING INDEX %s_veiled",
			of[i]->name);
		if (!strstr(plan, index))
			fail_msg("%s: %s", of[i]->name, plan);
	}
	free(plan);
	strbuf_clear(&sql);
}

/* And nothing in the store is of a kind that there is not. */
static void
test_every_table_is_a_kinds_or_the_stores_own(void **state)
{
	static const char *const own[] = {
		"audience", "audience_member", "record", "log_tree", "log_entry", "log_value",
		"counter", "ident", "held", "tie", "tally", "due", "wait",
	};
	char *names = lines("SELECT name FROM sqlite_schema WHERE type = 'table'"
		" AND name NOT LIKE '%\\_fts%' ESCAPE '\\' AND name <> ?",
		"sqlite_sequence", NULL), *rest;

	(void)state;
	for (char *name = strtok_r(names, "\n", &rest); name;
	     name = strtok_r(NULL, "\n", &rest)) {
		bool known = false;

		for (size_t i = 0; i < ARRAY_SIZE(own); i++)
			known |= !strcmp(name, own[i]);
		for (size_t i = 0; kinds[i]; i++)
			known |= !strcmp(name, kinds[i]->name);
		if (!known)
			fail_msg("nobody knows the table %s", name);
	}
	free(names);
}

#define schema_test(f) cmocka_unit_test_setup_teardown(f, enter, leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		schema_test(test_columns_are_the_fields_in_order),
		schema_test(test_limits_are_the_fields),
		schema_test(test_each_order_and_each_unique_field_has_its_index),
		schema_test(test_each_look_up_by_value_has_its_index),
		schema_test(test_what_is_veiled_is_read_from_its_index_alone),
		schema_test(test_every_table_is_a_kinds_or_the_stores_own),
	};

	return RUN_TESTS("src/schema", tests);
}
