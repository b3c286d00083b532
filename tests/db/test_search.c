/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/search.h"

static int64_t one, two;	/* audiences */

static struct db_search_doc
doc_of(int kind, int64_t audience_id, const char *words)
{
	return (struct db_search_doc){ kind, audience_id, { words, "", "", "" } };
}

static void
put(struct db *db, int64_t rid, int kind, int64_t audience_id, const char *words)
{
	struct db_search_doc doc = doc_of(kind, audience_id, words);
	struct err err = ERR_INIT;

	assert_ok(db_search_put(db, rid, &doc, &err), err);
}

static bool
holds(struct db *db, int64_t rid, const struct db_search_doc *doc)
{
	struct err err = ERR_INIT;
	bool same;

	assert_ok(db_search_same(db, rid, doc, &same, &err), err);
	return same;
}

/* One that the index knows by this text. */
static int64_t
add(struct db *db, int n, int64_t audience_id, const char *folded)
{
	int64_t rid = things_add(db, n, 7, audience_id);

	put(db, rid, n % 2 ? 4 : 5, audience_id, folded);
	return rid;
}

/* One that it knows by all keys. */
static int64_t
add_keys(struct db *db, int n, int64_t audience_id,
	const char *const keys[DB_SEARCH_KEYS])
{
	int64_t rid = things_add(db, n, 7, audience_id);
	struct db_search_doc doc = { n % 2 ? 4 : 5, audience_id,
		{ keys[0], keys[1], keys[2], keys[3] } };
	struct err err = ERR_INIT;

	assert_ok(db_search_put(db, rid, &doc, &err), err);
	return rid;
}

/* The rids found by a key, as text; words end with a '*' that may be the
 * beginning of one, and begin another set with a '|'. */
static const char *
find_by(struct db *db, enum db_search_key key, int kind,
	const int64_t *audiences, size_t n, char *words)
{
	static char got[200];
	struct db_search_word list[8];
	struct db_search_query query = { key, kind, audiences, n, list, 0 };
	struct err err = ERR_INIT;
	int64_t rids[100];
	size_t found;
	char *rest;

	for (char *w = strtok_r(words, " ", &rest); w;
	     w = strtok_r(NULL, " ", &rest)) {
		size_t len = strlen(w);
		bool begins = len > 1 && w[len - 1] == '*', other = *w == '|';

		if (begins)
			w[len - 1] = '\0';
		list[query.n_words++] = (struct db_search_word){
			.text = w + other, .begins = begins,
			.or_else = other };
	}
	assert_ok(db_search_find(db, &query, INT64_MAX, rids, 100, &found, &err),
		err);
	got[0] = '\0';
	for (size_t i = 0; i < found; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), "%d ",
			(int)rids[i]);
	return got;
}

#define assert_found_by(db, key, kind, audiences, n, words, want) do { \
	char query[] = words; \
	assert_string_equal(find_by(db, key, kind, audiences, n, query), want); \
} while (0)

#define assert_found(db, kind, audiences, n, words, want) \
	assert_found_by(db, DB_SEARCH_WORDS, kind, audiences, n, words, want)

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
	/* One set of words or another, within the same audiences and kind. */
	assert_found(db, 0, both, 2, "ana b* |pop", "3 1 ");
	assert_found(db, 0, both, 2, "|zzz pop |ana b*", "1 ");
	assert_found(db, 0, &two, 1, "pop |ana", "2 ");
	assert_found(db, 4, both, 2, "zzz |ana", "3 1 ");
	assert_found(db, 0, both, 2, "zzz ana |pop zzz", "");
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
	assert_found(db, 0, &one, 1, "** *", "");
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

/* Each character of a script without blanks is a word. */
static void
test_parts_of_runs_without_blanks_are_found(void **state)
{
	struct db *db = *state;

	begin(db);
	add(db, 1, one, "tel 東京商事abc");
	assert_found(db, 0, &one, 1, "京", "1 ");
	assert_found(db, 0, &one, 1, "京商", "1 ");
	assert_found(db, 0, &one, 1, "事abc", "1 ");
	assert_found(db, 0, &one, 1, "abc 東京", "1 ");
	assert_found(db, 0, &one, 1, "京東", "");
	assert_found(db, 0, &one, 1, "bc", "");
	db_rollback(db);
}

/* A row has what its keys say, and each key is asked where it stands. */
static void
test_each_key_finds_what_it_is_the_key_of(void **state)
{
	static const char *const keys[][DB_SEARCH_KEYS] = {
		{ "ro-p1\niwanow", "", "", "iwanow" },
		{ "ro-p2\nиванов", "ivanov", "", "иванов\nivanov" },
		{ "ro-p3\nivanoff", "", "ivanov", "ivanoff" },
		{ "ro-p4\nseen with ivanov", "", "", "" },
	};
	struct db *db = *state;

	begin(db);
	for (int i = 0; i < 4; i++)
		add_keys(db, i + 1, i == 2 ? two : one, keys[i]);
	const int64_t both[] = { one, two };

	assert_found(db, 0, both, 2, "ivanov", "4 ");
	assert_found(db, 0, both, 2, "иванов", "2 ");
	assert_found_by(db, DB_SEARCH_LATIN, 0, both, 2, "ivanov", "4 2 ");
	assert_found_by(db, DB_SEARCH_LATIN, 0, both, 2, "iv* ro", "4 3 2 ");
	assert_found_by(db, DB_SEARCH_SKELETON, 0, both, 2, "ivanov", "4 3 2 ");
	assert_found_by(db, DB_SEARCH_SKELETON, 0, &one, 1, "ivanov", "4 2 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 2, "ano", "3 2 1 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 2, "ван", "2 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 2, "anow", "1 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 2, "iva nof", "3 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 4, both, 2, "ano", "3 1 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 5, both, 2, "ano", "2 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, &one, 1, "ano", "2 1 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, &two, 1, "ano", "3 ");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 0, "ano", "");
	/* Too short to be looked for, and syntax that is none. */
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 2, "an", "");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 2, "ano* NOT", "");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, both, 2, "a\"b", "");
	db_rollback(db);
}

static void
test_put_replaces_moves_and_drops(void **state)
{
	static const char *const none[] = { "", "", "", "" };
	static const char *const all[] = { "ana", "ana", "ana", "ana" };
	struct db_search_doc doc = { 4, 0, { "ana", "ana", "ana", "ana" } };
	struct db_count before, after;
	struct err err = ERR_INIT;
	struct db *db = *state;

	begin(db);
	int64_t rid = add_keys(db, 1, one, all);

	doc.audience_id = one;
	assert_true(holds(db, rid, &doc));
	doc.audience_id = two;
	assert_false(holds(db, rid, &doc));
	for (int i = 0; i < DB_SEARCH_KEYS; i++) {
		doc.keys[i] = "ion";
		assert_ok(db_search_put(db, rid, &doc, &err), err);
		assert_true(holds(db, rid, &doc));
		assert_found_by(db, (enum db_search_key)i, 0, &one, 1, "ion", "");
		assert_found_by(db, (enum db_search_key)i, 0, &two, 1, "ion",
			"1 ");
	}
	assert_found_by(db, DB_SEARCH_SKELETON, 0, &two, 1, "ana", "");
	assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, &two, 1, "ana", "");

	/* Only two statements, which look. */
	db_counts(db, &before);
	assert_ok(db_search_put(db, rid, &doc, &err), err);
	db_counts(db, &after);
	assert_true(after.statements - before.statements <= 2);

	add_keys(db, 3, two, none);
	memcpy(doc.keys, none, sizeof(none));
	for (int i = 0; i < 2; i++) {
		assert_ok(db_search_put(db, rid, &doc, &err), err);
		assert_true(holds(db, rid, &doc));
		assert_found(db, 0, &two, 1, "ion", "");
		assert_found_by(db, DB_SEARCH_FRAGMENTS, 0, &two, 1, "ion", "");
	}
	db_rollback(db);
}

static void
test_pages_by_rid(void **state)
{
	static const char *const keys[] = { "same", "", "", "same" };
	const struct db_search_word word = { .text = "same" };
	struct db *db = *state;
	struct err err = ERR_INIT;

	begin(db);
	for (int i = 1; i <= 10; i++)
		add_keys(db, i, one, keys);
	for (int key = 0; key < DB_SEARCH_KEYS; key++) {
		const struct db_search_query query = { (enum db_search_key)key,
			0, &one, 1, &word, 1 };
		int64_t rids[4], below = INT64_MAX;
		size_t found, sum = 0;

		do {
			assert_ok(db_search_find(db, &query, below, rids, 4,
				&found, &err), err);
			for (size_t i = 0; i < found; i++) {
				assert_true(rids[i] < below);
				below = rids[i];
			}
			sum += found;
		} while (found == 4);
		assert_int_equal(sum, 10);
	}
	db_rollback(db);
}

static void
test_version_of_the_keys_is_remembered(void **state)
{
	struct db *db = *state;
	struct err err = ERR_INIT;
	int64_t version = -1;

	begin(db);
	assert_ok(db_search_version(db, &version, &err), err);
	assert_int_equal(version, 0);
	for (int64_t i = 7; i < 9; i++) {
		assert_ok(db_search_set_version(db, i, &err), err);
		assert_ok(db_search_version(db, &version, &err), err);
		assert_int_equal(version, i);
	}
	/* What no program writes is no version. */
	assert_ok(db_run(db, "INSERT INTO search_keys_fts VALUES(9)", &err), err);
	assert_ok(db_search_version(db, &version, &err), err);
	assert_int_equal(version, 0);
	db_rollback(db);
}

/* U+F8F0 and U+F8F1 begin words that are found as such alone. */
static void
test_words_apart_are_no_other_words(void **state)
{
#define ONE "\xef\xa3\xb0"
#define OTHER "\xef\xa3\xb1"
	struct db *db = *state;

	begin(db);
	add(db, 1, one, "pop " ONE "ana " OTHER "nana");
	add(db, 2, two, ONE "ana");
	const int64_t both[] = { one, two };

	assert_found(db, 0, both, 2, "ana", "");
	assert_found(db, 0, both, 2, "pop " ONE "ana", "1 ");
	assert_found(db, 0, both, 2, ONE "ana", "2 1 ");
	assert_found(db, 0, both, 2, ONE "an*", "2 1 ");
	assert_found(db, 0, both, 2, ONE "nana", "");
	assert_found(db, 0, both, 2, OTHER "nan*", "1 ");
	assert_found(db, 0, &two, 1, OTHER "nan*", "");
	assert_found(db, 0, both, 2, ONE "pop", "");
	db_rollback(db);
#undef ONE
#undef OTHER
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

/* --- What it costs ------------------------------------------------------ */

struct cost {
	int steps;		/* of the virtual machine, all statements */
	int pages;		/* looked at */
};

static int
pages_read(struct db *db, int what)
{
	int now, most;

	sqlite3_db_status(db->handle, what, &now, &most, 1);
	return now;
}

/* A question put once, after it was put once to have all prepared. */
static struct cost
cost_of(struct db *db, enum db_search_key key, int64_t audience)
{
	struct cost cost = { 0, 0 };

	for (int i = 0; i < 2; i++) {
		char words[] = "anaconda petr*";

		cost = (struct cost){ 0, 0 };
		for (sqlite3_stmt *q = NULL; (q = sqlite3_next_stmt(db->handle, q)); )
			sqlite3_stmt_status(q, SQLITE_STMTSTATUS_VM_STEP, 1);
		pages_read(db, SQLITE_DBSTATUS_CACHE_HIT);
		pages_read(db, SQLITE_DBSTATUS_CACHE_MISS);
		assert_string_equal(find_by(db, key, 0, &audience, 1, words),
			"3 2 1 ");
		for (sqlite3_stmt *q = NULL; (q = sqlite3_next_stmt(db->handle, q)); )
			cost.steps += sqlite3_stmt_status(q,
				SQLITE_STMTSTATUS_VM_STEP, 1);
		cost.pages = pages_read(db, SQLITE_DBSTATUS_CACHE_HIT) +
			pages_read(db, SQLITE_DBSTATUS_CACHE_MISS);
	}
	return cost;
}

/* What a question costs goes by how much is written in the store as a whole: so there
 * are as many rows of others where they do not hold its words as where they do. */
static void
add_many(struct db *db, int from, int64_t audience, const char *const keys[])
{
	for (int i = 0; i < 5000 / SLOWED; i++)
		add_keys(db, from + i, audience, keys);
}

static void
test_rows_of_others_cost_nothing(void **state)
{
	static const char *const same[] = { "anaconda petrov", "anaconda petrov",
		"anaconda petrov", "anaconda petrov" };
	static const char *const other[] = { "anatomia pirogov",
		"anatomia pirogov", "anatomia pirogov", "anatomia pirogov" };
	struct cost costs[2][DB_SEARCH_KEYS];
	struct db *db = *state;

	for (int i = 0; i < 2; i++) {
		begin(db);
		for (int n = 1; n <= 3; n++)
			add_keys(db, n, one, same);
		add_many(db, 4, two, i ? same : other);
		for (int key = 0; key < DB_SEARCH_KEYS; key++)
			costs[i][key] = cost_of(db, (enum db_search_key)key, one);
		db_rollback(db);
	}
	for (int key = 0; key < DB_SEARCH_KEYS; key++) {
		assert_int_equal(costs[0][key].steps, costs[1][key].steps);
		assert_int_equal(costs[0][key].pages, costs[1][key].pages);
	}
}

/* Bytes that a beginning takes besides what was there, at most. */
static int64_t
memory_for(struct db *db, const char *beginning)
{
	const struct db_search_word word = { .text = beginning, .begins = true,
		.latin = beginning };
	const struct db_search_query ask = { DB_SEARCH_WORDS, 4, &one, 1, &word, 1 };
	struct err err = ERR_INIT;
	sqlite3_int64 now, most, before;
	int64_t rids[10];
	size_t found;

	sqlite3_status64(SQLITE_STATUS_MEMORY_USED, &before, &most, 1);
	assert_ok(db_search_find(db, &ask, INT64_MAX, rids, ARRAY_SIZE(rids),
		&found, &err), err);
	assert_int_equal(found, ARRAY_SIZE(rids));
	sqlite3_status64(SQLITE_STATUS_MEMORY_USED, &now, &most, 1);
	return most - before;
}

/* The first that hold a beginning are there at once, however many hold it: FTS5 does not
 * gather all of them before. */
static void
test_a_beginning_costs_what_is_wanted_of_it(void **state)
{
	static const char *const keys[] = { "report reported", "", "", "" };
	static const char merge[] = "INSERT INTO search_fts(search_fts)"
		" VALUES('optimize')";
	struct db *db = *state;
	struct err err = ERR_INIT;

	begin(db);
	for (int n = 1; n <= 20; n++)
		add_keys(db, n, one, keys);
	assert_ok(db_run(db, merge, &err), err);
	memory_for(db, "repo");
	const int64_t few = memory_for(db, "repo");

	add_many(db, 21, one, keys);
	assert_ok(db_run(db, merge, &err), err);
	memory_for(db, "repo");
	assert_in_range(memory_for(db, "repo"), 1000, 5 * few);
	db_rollback(db);
}

/* Words that begin so are not asked for one by one when they are many. */
static void
test_a_beginning_of_many_words_is_found(void **state)
{
	const struct db_search_word word = { .text = "part", .begins = true };
	const struct db_search_query ask = { DB_SEARCH_WORDS, 0, &one, 1,
		&word, 1 };
	struct db *db = *state;
	struct err err = ERR_INIT;
	int64_t rids[100];
	char text[40];
	size_t found;

	begin(db);
	for (int n = 1; n <= 60; n++) {
		snprintf(text, sizeof(text), "part%d", n);
		add(db, n, n % 2 ? one : two, text);
	}
	assert_ok(db_search_find(db, &ask, INT64_MAX, rids, 100, &found, &err),
		err);
	assert_int_equal(found, 30);
	assert_found(db, 0, &one, 1, "part5*", "59 57 55 53 51 5 ");
	assert_found(db, 0, &two, 1, "part5*", "58 56 54 52 50 ");
	assert_found(db, 0, &two, 1, "part6*", "60 6 ");
	assert_found(db, 0, &one, 1, "party*", "");
	db_rollback(db);
}

static void
change_text(struct db *db, const char *table, const char *from, const char *to)
{
	struct err err = ERR_INIT;
	char sql[100];

	snprintf(sql, sizeof(sql), "UPDATE %s_content SET c0 ="
		" replace(c0, '%s', '%s')", table, from, to);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_schema_run(db, sql, &err), err);
	assert_ok(db_commit(db, &err), err);
}

static void
test_check_finds_orphans_and_a_broken_index(void **state)
{
	static const char *const ana[] = { "ana", "", "", "ana" };
	struct err err = ERR_INIT;
	struct db *db = *state;

	begin(db);
	add_keys(db, 1, one, ana);
	assert_ok(db_search_check(db, &err), err);
	put(db, 99, 4, one, "nobody");
	assert_err(db_search_check(db, &err), err, ERR_CHECK);
	assert_non_null(strstr(err.text, "99"));
	put(db, 99, 4, one, "");
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_search_check(db, &err), err);

	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	static const char *const tables[] = { "search_fts", "fragment_fts" };

	for (size_t i = 0; i < ARRAY_SIZE(tables); i++) {
		change_text(db, tables[i], "ana", "ion");
		assert_err(db_search_check(db, &err), err, ERR_CHECK);
		/* The same where nothing can be written, on a copy in memory. */
		db->read_only = true;
		assert_err(db_search_check(db, &err), err, ERR_CHECK);
		db->read_only = false;
		change_text(db, tables[i], "ion", "ana");
		db->read_only = true;
		assert_ok(db_search_check(db, &err), err);
		db->read_only = false;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_finds_all_words_newest_first_in_visible_audiences),
		things_test(test_no_syntax_reaches_the_index),
		things_test(test_scripts_are_taken_as_they_are_folded),
		things_test(test_parts_of_runs_without_blanks_are_found),
		things_test(test_each_key_finds_what_it_is_the_key_of),
		things_test(test_put_replaces_moves_and_drops),
		things_test(test_pages_by_rid),
		things_test(test_version_of_the_keys_is_remembered),
		things_test(test_words_apart_are_no_other_words),
		things_test(test_hundreds_of_audiences_are_asked_for_at_once),
		things_test(test_rows_of_others_cost_nothing),
		things_test(test_a_beginning_costs_what_is_wanted_of_it),
		things_test(test_a_beginning_of_many_words_is_found),
		things_test(test_check_finds_orphans_and_a_broken_index),
	};

	return RUN_TESTS("db/search", tests);
}
