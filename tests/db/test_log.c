/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/log.h"

static const uint8_t salt[DB_SALT_SIZE] = "0123456789abcde";

static void
test_trees_count_from_zero_and_keep_their_state(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	uint8_t leaf[HASH_SIZE] = { 1 }, root[HASH_SIZE];
	struct db_tree t;
	int64_t tree, n;

	assert_ok(db_log_trees(db, &n, &err), err);
	assert_int_equal(n, 0);
	assert_err(db_log_tree_get(db, 0, &t, &err), err, ERR_NOT_FOUND);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_log_tree_add(db, "store", 0, &tree, &err), err);
	assert_int_equal(tree, DB_LOG_STORE);
	assert_ok(db_log_tree_add(db, "case", 7, &tree, &err), err);
	assert_int_equal(tree, 1);
	assert_err(db_log_tree_add(db, "case", 8, &tree, &err), err, ERR_RULE);
	assert_ok(db_log_tree_of_case(db, 7, &tree, &err), err);
	assert_int_equal(tree, 1);
	assert_err(db_log_tree_of_case(db, 8, &tree, &err), err, ERR_NOT_FOUND);

	assert_ok(db_log_tree_get(db, 1, &t, &err), err);
	assert_string_equal(t.log_id, "case");
	assert_int_equal(t.case_id, 7);
	assert_int_equal(t.merkle.size, 0);
	merkle_root(&t.merkle, root);
	assert_memory_equal(t.root, root, HASH_SIZE);
	assert_null(t.checkpoint);
	for (int i = 0; i < 11; i++)
		merkle_append(&t.merkle, leaf);
	t.checkpoint = strdup("signed");
	assert_ok(db_log_tree_put(db, &t, &err), err);
	merkle_root(&t.merkle, root);
	db_tree_clear(&t);
	assert_ok(db_log_tree_get(db, 1, &t, &err), err);
	assert_int_equal(t.merkle.size, 11);
	assert_memory_equal(t.root, root, HASH_SIZE);
	merkle_root(&t.merkle, leaf);
	assert_memory_equal(leaf, root, HASH_SIZE);
	assert_string_equal(t.checkpoint, "signed");
	assert_null(t.verifier);
	t.tree = 9;
	assert_err(db_log_tree_put(db, &t, &err), err, ERR_NOT_FOUND);
	db_tree_clear(&t);
	assert_ok(db_log_trees(db, &n, &err), err);
	assert_int_equal(n, 2);

	assert_ok(db_schema_run(db, "UPDATE log_tree SET size = 12", &err), err);
	assert_err(db_log_tree_get(db, 1, &t, &err), err, ERR_DAMAGED);
	db_rollback(db);
}

/* The numbers that a cursor gives, as text. */
static void
assert_seqs(struct db_log_cursor *c, const char *want)
{
	struct err err = ERR_INIT;
	struct db_log_row row;
	char got[64] = "";

	while (db_log_next(c, &row, &err)) {
		char data[16];

		snprintf(got + strlen(got), sizeof(got) - strlen(got),
			"%d.%d ", (int)row.tree, (int)row.seq);
		snprintf(data, sizeof(data), "e%d", (int)row.seq);
		assert_int_equal(row.len, 3);
		assert_memory_equal(row.data, data, 3);
	}
	assert_int_equal(err.code, ERR_NONE);
	db_log_cursor_close(c);
	assert_string_equal(got, want);
}

static void
test_entries_are_read_by_tree_and_by_record(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	struct db_log_cursor *c;
	int64_t tree, one, two;

	assert_ok(db_begin(db, &err), err);
	assert_ok(db_log_tree_add(db, "store", 0, &tree, &err), err);
	assert_ok(db_log_tree_add(db, "case", 7, &tree, &err), err);
	one = things_add(db, 1, 7, 0);
	two = things_add(db, 2, 7, 0);
	for (int seq = 0; seq < 4; seq++) {
		char data[16];

		snprintf(data, sizeof(data), "e%d", seq);
		assert_ok(db_log_append(db, 1, seq, seq % 2 ? one : two, data, 3,
			&err), err);
	}
	assert_ok(db_log_append(db, 0, 0, one, "e0", 3, &err), err);
	assert_err(db_log_append(db, 0, 0, one, "e0", 3, &err), err, ERR_RULE);
	assert_ok(db_commit(db, &err), err);

	assert_ok(db_log_scan(db, 1, 0, &c, &err), err);
	assert_seqs(c, "1.0 1.1 1.2 1.3 ");
	assert_ok(db_log_scan(db, 1, 2, &c, &err), err);
	assert_seqs(c, "1.2 1.3 ");
	assert_ok(db_log_newest(db, 1, INT64_MAX, &c, &err), err);
	assert_seqs(c, "1.3 1.2 1.1 1.0 ");
	assert_ok(db_log_newest(db, 1, 2, &c, &err), err);
	assert_seqs(c, "1.1 1.0 ");
	assert_ok(db_log_of_record(db, one, &c, &err), err);
	assert_seqs(c, "0.0 1.1 1.3 ");
	db_log_cursor_close(NULL);
}

static void
test_an_entry_may_come_before_its_record_but_not_without(void **state)
{
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t tree;

	assert_ok(db_begin(db, &err), err);
	assert_ok(db_log_tree_add(db, "store", 0, &tree, &err), err);
	assert_ok(db_log_value_put(db, 0, 0, 64, salt, "x", &err), err);
	assert_ok(db_log_append(db, 0, 0, 1, "e", 1, &err), err);
	assert_int_equal(things_add(db, 1, 7, 0), 1);
	assert_ok(db_commit(db, &err), err);
	assert_ok(db_begin(db, &err), err);
	assert_ok(db_log_append(db, 0, 1, 99, "e", 1, &err), err);
	assert_err(db_commit(db, &err), err, ERR_RULE);
}

static void
test_values_are_there_cleared_or_erased(void **state)
{
	const char *value;
	const uint8_t *got;
	struct err err = ERR_INIT;
	struct db *db = *state;
	int64_t tree;
	size_t len, n;
	bool found;

	assert_ok(db_begin(db, &err), err);
	assert_ok(db_log_tree_add(db, "store", 0, &tree, &err), err);
	assert_ok(db_log_append(db, 0, 0, things_add(db, 1, 7, 0), "e", 1, &err), err);
	assert_ok(db_log_value_put(db, 0, 0, 64, salt, "Ana", &err), err);
	assert_ok(db_log_value_put(db, 0, 0, 65, salt, NULL, &err), err);
	assert_err(db_log_value_put(db, 0, 0, 65, salt, "x", &err), err,
		ERR_RULE);
	assert_ok(db_log_value(db, 0, 0, 64, &got, &value, &len, &found, &err),
		err);
	assert_true(found);
	assert_memory_equal(got, salt, DB_SALT_SIZE);
	assert_string_equal(value, "Ana");
	assert_int_equal(len, 3);
	assert_ok(db_log_value(db, 0, 0, 65, &got, &value, &len, &found, &err),
		err);
	assert_true(found);
	assert_null(value);
	assert_int_equal(len, 0);
	assert_ok(db_log_value(db, 0, 0, 66, &got, &value, &len, &found, &err),
		err);
	assert_false(found);
	assert_ok(db_log_values(db, 0, 0, &n, &err), err);
	assert_int_equal(n, 2);
	assert_ok(db_log_values(db, 0, 1, &n, &err), err);
	assert_int_equal(n, 0);
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_trees_count_from_zero_and_keep_their_state),
		things_test(test_entries_are_read_by_tree_and_by_record),
		things_test(test_an_entry_may_come_before_its_record_but_not_without),
		things_test(test_values_are_there_cleared_or_erased),
	};

	return RUN_TESTS("db/log", tests);
}
