/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/search.h"

static int64_t one, two;	/* audiences */

/* A thing that the index knows by this text. */
static int64_t
add(struct db *db, int n, int64_t audience_id, const char *folded)
{
	const char *text[THING_N] = { NULL }, *keys[THING_N] = { NULL };
	const struct db_values values = { text, keys };
	struct db_entry e = things_entry(THING, n, 7, audience_id);
	struct err err = ERR_INIT;

	assert_ok(db_row_insert(db, &things, &e, &values, &err), err);
	assert_ok(db_search_put(db, e.rid, n % 2 ? 4 : 5, audience_id, folded,
		&err), err);
	return e.rid;
}

/* The rids found, as text; words end with a '*' for a prefix. */
static const char *
find(struct db *db, int kind, const int64_t *audiences, size_t n, char *query)
{
	static char got[200];
	const char *words[8];
	struct err err = ERR_INIT;
	int64_t rids[100];
	bool prefix = false;
	size_t n_words = 0, found, len = strlen(query);
	char *rest;

	if (len && query[len - 1] == '*') {
		prefix = true;
		query[len - 1] = '\0';
	}
	for (char *w = strtok_r(query, " ", &rest); w;
	     w = strtok_r(NULL, " ", &rest))
		words[n_words++] = w;
	assert_ok(db_search_find(db, kind, audiences, n, words, n_words, prefix,
		INT64_MAX, rids, 100, &found, &err), err);
	got[0] = '\0';
	for (size_t i = 0; i < found; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%d ",
			(int)rids[i]);
	return got;
}

#define assert_found(db, kind, audiences, n, words, want) do { \
	char query[] = words; \
	assert_string_equal(find(db, kind, audiences, n, query), want); \
} while (0)

static void
begin(struct db *db)
{
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	one = things_audience(db, 7, 1);
	two = things_audience(db, 7, 2);
}

static void
test_finds_all_words_newest_first_in_visible_audiences(void **state)
{
	struct db *db = *state;

	begin(db);
	const int64_t both[] = { one, two };

	add(db, 1, one, "ana pop bucuresti");
	add(db, 2, two, "ana maria");
	add(db, 3, one, "pop ana");
	assert_found(db, 0, both, 2, "ana", "3 2 1 ");
	assert_found(db, 0, &one, 1, "ana", "3 1 ");
	assert_found(db, 0, &two, 1, "ana", "2 ");
	assert_found(db, 0, both, 2, "ana pop", "3 1 ");
	assert_found(db, 4, both, 2, "ana", "3 1 ");
	assert_found(db, 5, both, 2, "ana", "2 ");
	assert_found(db, 0, both, 2, "an", "");
	assert_found(db, 0, both, 2, "an*", "3 2 1 ");
	assert_found(db, 0, both, 2, "ana b*", "1 ");
	assert_found(db, 0, both, 0, "ana", "");
	assert_found(db, 0, both, 2, "", "");
	db_rollback(db);
}

static void
test_no_syntax_reaches_the_index(void **state)
{
	struct db *db = *state;

	begin(db);
	add(db, 1, one, "ana near o'brien ana.pop@example.ro a1 k4");
	add(db, 2, two, "secret");
	assert_found(db, 0, &one, 1, "a1", "1 ");
	assert_found(db, 0, &one, 1, "near", "1 ");
	assert_found(db, 0, &one, 1, "OR secret", "");
	assert_found(db, 0, &one, 1, "secret\"", "");
	assert_found(db, 0, &one, 1, "x\" OR text:\"secret", "");
	assert_found(db, 0, &one, 1, "aud:a2", "");
	assert_found(db, 0, &one, 1, "o'brien", "1 ");
	assert_found(db, 0, &one, 1, "ana.pop@example.ro", "1 ");
	assert_found(db, 0, &one, 1, "pop.ana", "");
	assert_found(db, 0, &one, 1, "\"\"", "");
	assert_found(db, 0, &one, 1, "- ana", "");
	assert_found(db, 0, &one, 1, "***", "");
	/* The tokens of audience and kind are no words of the text. */
	assert_found(db, 0, &two, 1, "a3", "");
	db_rollback(db);
}

static void
test_scripts_are_taken_as_they_are_folded(void **state)
{
	struct db *db = *state;

	begin(db);
	/* Bulgarian; Greek; Devanagari, whose vowel signs are marks. */
	add(db, 1, one, "георгиев ελενη हिन्दी");
	assert_found(db, 0, &one, 1, "георгиев", "1 ");
	assert_found(db, 0, &one, 1, "гео*", "1 ");
	assert_found(db, 0, &one, 1, "ελενη", "1 ");
	assert_found(db, 0, &one, 1, "हिन्दी", "1 ");
	assert_found(db, 0, &one, 1, "हन", "");
	db_rollback(db);
}

static void
test_put_replaces_moves_and_drops(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t rid, audience_id;
	struct db_count before, after;
	char *text;
	int kind;

	begin(db);
	rid = add(db, 1, one, "ana");
	assert_ok(db_search_get(db, rid, &text, &kind, &audience_id, &err), err);
	assert_string_equal(text, "ana");
	assert_int_equal(kind, 4);
	assert_int_equal(audience_id, one);
	free(text);

	assert_ok(db_search_put(db, rid, 4, two, "ion", &err), err);
	assert_found(db, 0, &one, 1, "ion", "");
	assert_found(db, 0, &two, 1, "ion", "1 ");
	assert_found(db, 0, &two, 1, "ana", "");

	db_counts(db, &before);
	assert_ok(db_search_put(db, rid, 4, two, "ion", &err), err);
	db_counts(db, &after);
	assert_int_equal(after.statements, before.statements);

	assert_ok(db_search_put(db, rid, 4, two, "", &err), err);
	assert_found(db, 0, &two, 1, "ion", "");
	assert_ok(db_search_get(db, rid, &text, &kind, &audience_id, &err), err);
	assert_null(text);
	assert_ok(db_search_put(db, rid, 4, two, "", &err), err);
	db_rollback(db);
}

static void
test_pages_by_rid(void **state)
{
	struct db *db = *state;
	const char *const words[] = { "same" };
	struct err err = ERR_INIT;
	int64_t rids[4], below = INT64_MAX;
	size_t found, sum = 0;

	begin(db);
	for (int i = 1; i <= 10; i++)
		add(db, i, one, "same");
	do {
		assert_ok(db_search_find(db, 0, &one, 1, words, 1, false, below,
			rids, 4, &found, &err), err);
		for (size_t i = 0; i < found; i++) {
			assert_true(rids[i] < below);
			below = rids[i];
		}
		sum += found;
	} while (found == 4);
	assert_int_equal(sum, 10);
	db_rollback(db);
}

static void
test_hundreds_of_audiences_are_asked_for_at_once(void **state)
{
	struct db *db = *state;
	int64_t audiences[600];
	struct err err = ERR_INIT;

	assert_ok(db_begin(db, &err), err);
	for (int i = 0; i < 600; i++)
		audiences[i] = things_audience(db, 7, (uint64_t)i + 1);
	add(db, 1, audiences[599], "ana");
	assert_found(db, 0, audiences, 600, "ana", "1 ");
	assert_found(db, 0, audiences, 599, "ana", "");
	db_rollback(db);
}

static void
test_check_finds_orphans_and_a_broken_index(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t rid;

	begin(db);
	rid = add(db, 1, one, "ana");
	assert_ok(db_search_check(db, &err), err);
	assert_ok(db_search_put(db, 99, 4, one, "nobody", &err), err);
	assert_err(db_search_check(db, &err), err, ERR_CHECK);
	assert_non_null(strstr(err.text, "99"));
	assert_ok(db_search_put(db, 99, 4, one, "", &err), err);
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_search_check(db, &err), err);

	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_schema_run(db, "UPDATE search_fts_content SET c0 = 'ion'",
		&err), err);
	assert_ok(db_commit(db, &err), err);
	assert_err(db_search_check(db, &err), err, ERR_CHECK);
	/* The same where nothing can be written, on a copy in memory. */
	db->read_only = true;
	assert_err(db_search_check(db, &err), err, ERR_CHECK);
	db->read_only = false;
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_schema_run(db, "UPDATE search_fts_content SET c0 = 'ana'",
		&err), err);
	assert_ok(db_commit(db, &err), err);
	db->read_only = true;
	assert_ok(db_search_check(db, &err), err);
	db->read_only = false;
	(void)rid;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_finds_all_words_newest_first_in_visible_audiences),
		things_test(test_no_syntax_reaches_the_index),
		things_test(test_scripts_are_taken_as_they_are_folded),
		things_test(test_put_replaces_moves_and_drops),
		things_test(test_pages_by_rid),
		things_test(test_hundreds_of_audiences_are_asked_for_at_once),
		things_test(test_check_finds_orphans_and_a_broken_index),
	};

	return RUN_TESTS("db/search", tests);
}
