/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/bytes.h"
#include "tests/support/things.h"

#include "db/erase.h"
#include "db/local.h"
#include "db/search.h"

#define WORD "zvezdelin"
#define SALT ((const uint8_t *)"0123456789abcdef")

/* A record with two entries, whose words are in the index too. */
static struct db *
make_store(int64_t *rid)
{
	const char *text[THING_N] = { [THING_NAME] = WORD };
	const char *keys[THING_N] = { [THING_NAME] = WORD };
	const struct db_values values = { text, keys };
	struct err err = ERR_INIT;
	struct db *db;
	int64_t tree;

	assert_ok(db_create(&db, "s", &err), err);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_schema_run(db, things_sql, &err), err);
	struct db_entry e = things_entry(THING, 1, 7, things_audience(db, 7, 1));
	struct db_search_doc doc = { 4, e.audience_id,
		{ WORD, WORD, "zvzdln", WORD } };

	assert_ok(db_row_insert(db, &things, &e, &values, &err), err);
	assert_ok(db_log_tree_add(db, "00000000-0000-4000-8000-000000000001", 0,
		&tree, &err), err);
	for (int64_t seq = 0; seq < 2; seq++)
		assert_ok(db_log_append(db, tree, seq, e.rid, "x", 1, &err), err);
	assert_ok(db_log_value_put(db, tree, 0, 64, SALT, WORD, &err), err);
	assert_ok(db_log_value_put(db, tree, 1, 64, SALT, WORD " II", &err), err);
	assert_ok(db_log_value_put(db, tree, 1, 65, SALT, NULL, &err), err);
	assert_ok(db_search_put(db, e.rid, &doc, &err), err);
	assert_ok(db_commit(db, &err), err);
	*rid = e.rid;
	return db;
}

static void
test_values_of_all_entries_are_listed_and_go(void **state)
{
	struct err err = ERR_INIT;
	struct db_erasable *list;
	int64_t rid;
	size_t n;
	struct db *db = make_store(&rid);

	(void)state;
	assert_ok(db_erase_list(db, rid, &list, &n, &err), err);
	assert_int_equal(n, 3);
	assert_int_equal(list[0].field, 64);
	assert_string_equal(list[0].value, WORD);
	assert_string_equal(list[1].value, WORD " II");
	assert_int_equal(list[2].field, 65);
	assert_null(list[2].value);
	db_erasable_free(list, n);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_erase_field(db, rid, 64, &err), err);
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_erase_list(db, rid, &list, &n, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(list[0].field, 65);
	db_erasable_free(list, n);
	db_close(db);
}

/* The row, its value in the log and its words, in one transaction. */
static void
erase(struct db *db, int64_t rid, bool merge)
{
	const char *nothing[THING_N] = { NULL };
	const struct db_values values = { nothing, nothing };
	struct db_search_doc none = { 4, 1, { "", "", "", "" } };
	struct err err = ERR_INIT;
	struct db_entry e;

	assert_ok(db_begin(db, &err), err);
	assert_ok(db_entry_of_rid(db, rid, &e, &err), err);
	assert_ok(db_row_update(db, &things, &e, &values, &err), err);
	assert_ok(db_erase_field(db, rid, 64, &err), err);
	assert_ok(db_search_put(db, rid, &none, &err), err);
	assert_ok(!merge || db_erase_words(db, &err), err);
	assert_ok(db_commit(db, &err), err);
}

static void
clean(void)
{
	struct err err = ERR_INIT;
	struct db *db;

	assert_ok(db_open(&db, "s", DB_MAINTENANCE, &err), err);
	assert_ok(db_erase_residue(db, &err), err);
	assert_ok(db_checkpoint(db, &err), err);
	db_close(db);
}

static void
test_no_byte_is_left_in_any_file(void **state)
{
	int64_t rid;
	struct db *db = make_store(&rid);

	(void)state;
	erase(db, rid, true);
	clean();
	/* While others have it open. */
	bytes_are_free_of("s", WORD);
	assert_int_equal(folder_size("s-wal"), 0);
	db_close(db);
	bytes_are_free_of("s", WORD);
}

/* The reason for db_erase_words: else the mark that deletes a word has the word. */
static void
test_words_are_left_where_the_index_is_not_merged(void **state)
{
	int64_t rid;
	struct db *db = make_store(&rid);

	(void)state;
	erase(db, rid, false);
	clean();
	db_close(db);
	char *found = bytes_find("s", "vezdelin");

	assert_non_null(found);
	free(found);
}

static void
test_who_reads_what_was_before_is_waited_for_and_named_busy(void **state)
{
	struct err err = ERR_INIT;
	struct db *reader, *db;
	int64_t rid, n;

	(void)state;
	db = make_store(&rid);
	assert_ok(db_open(&reader, "s", DB_READER, &err), err);
	assert_ok(db_read_begin(reader, &err), err);
	assert_ok(db_log_trees(reader, &n, &err), err);
	erase(db, rid, true);
	db_close(db);
	assert_ok(db_open(&db, "s", DB_MAINTENANCE, &err), err);
	assert_ok(db_erase_residue(db, &err), err);
	assert_err(db_checkpoint(db, &err), err, ERR_BUSY);
	db_read_end(reader);
	err = (struct err)ERR_INIT;
	assert_ok(db_checkpoint(db, &err), err);
	db_close(reader);
	db_close(db);
	bytes_are_free_of("s", WORD);
}

static void
test_local_state_is_gone_through_whoever_it_is_of(void **state)
{
	struct db_draft d = { .about = "lead", .data = (uint8_t *)WORD,
		.len = strlen(WORD) }, at = { 0 };
	char owner[DB_OWNER_SIZE] = "", *name = NULL, *value = NULL;
	struct err err = ERR_INIT;
	struct db_local *l;
	bool found;

	(void)state;
	assert_ok(db_local_open(&l, "s", NULL, &err), err);
	snprintf(d.id, sizeof(d.id), "1");
	assert_ok(db_local_draft_put(l, "ana", &d, &err), err);
	snprintf(d.id, sizeof(d.id), "0");
	assert_ok(db_local_draft_put(l, "boyan", &d, &err), err);
	assert_ok(db_local_put(l, "ana", "filter", WORD, &err), err);
	for (int i = 0; i < 2; i++) {
		assert_ok(db_local_draft_after(l, owner, &at, &found, &err), err);
		assert_true(found);
		assert_string_equal(owner, i ? "boyan" : "ana");
		assert_ok(db_local_draft_drop(l, owner, at.id, &err), err);
	}
	assert_ok(db_local_draft_after(l, owner, &at, &found, &err), err);
	assert_false(found);
	db_draft_clear(&at);
	*owner = '\0';
	assert_ok(db_local_text_after(l, owner, &name, &value, &found, &err), err);
	assert_true(found);
	assert_string_equal(name, "filter");
	assert_string_equal(value, WORD);
	free(value);
	assert_ok(db_local_put(l, owner, name, NULL, &err), err);
	assert_ok(db_local_text_after(l, owner, &name, &value, &found, &err), err);
	assert_false(found);
	free(name);
	assert_ok(db_local_purge(l, &err), err);
	bytes_are_free_of("s.local", WORD);
	db_local_close(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		folder_test(test_values_of_all_entries_are_listed_and_go),
		folder_test(test_no_byte_is_left_in_any_file),
		folder_test(test_words_are_left_where_the_index_is_not_merged),
		folder_test(test_who_reads_what_was_before_is_waited_for_and_named_busy),
		folder_test(test_local_state_is_gone_through_whoever_it_is_of),
	};

	return RUN_TESTS("db/erase", tests);
}
