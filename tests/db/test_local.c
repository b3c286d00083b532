/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/raw.h"

#include "db/local.h"
#include "db/private.h"

static struct db_local *
open_local(bool want_aside)
{
	struct err err = ERR_INIT;
	struct db_local *l;
	bool aside;

	assert_ok(db_local_open(&l, "s", &aside, &err), err);
	assert_int_equal(aside, want_aside);
	return l;
}

static void
assert_setting(struct db_local *l, const char *owner, const char *name,
	const char *want)
{
	struct err err = ERR_INIT;
	char *value;

	assert_ok(db_local_get(l, owner, name, &value, &err), err);
	if (want)
		assert_string_equal(value, want);
	else
		assert_null(value);
	free(value);
}

static void
test_settings_are_each_persons_own_and_stay(void **state)
{
	struct err err = ERR_INIT;
	struct db_local *l = open_local(false);
	struct stat st;

	(void)state;
	assert_setting(l, "ana", "sort", NULL);
	assert_ok(db_local_put(l, "ana", "sort", "title", &err), err);
	assert_ok(db_local_put(l, "ion", "sort", "due", &err), err);
	assert_ok(db_local_put(l, "ana", "empty", "", &err), err);
	db_local_close(l);
	db_local_close(NULL);
	assert_int_equal(stat("s.local", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	l = open_local(false);
	assert_setting(l, "ana", "sort", "title");
	assert_setting(l, "ion", "sort", "due");
	assert_setting(l, "ana", "empty", "");
	assert_ok(db_local_put(l, "ana", "sort", "title", &err), err);
	assert_ok(db_local_put(l, "ana", "sort", "due", &err), err);
	assert_setting(l, "ana", "sort", "due");
	assert_ok(db_local_put(l, "ana", "sort", NULL, &err), err);
	assert_setting(l, "ana", "sort", NULL);
	assert_ok(db_local_put(l, "ana", "sort", NULL, &err), err);
	db_local_close(l);
}

static void
put(struct db_local *l, const char *owner, const char *id, int64_t at,
	const char *data)
{
	struct db_draft d = { .at = at, .about = "lead",
		.data = (uint8_t *)data, .len = strlen(data) };
	struct err err = ERR_INIT;

	snprintf(d.id, sizeof(d.id), "%s", id);
	assert_ok(db_local_draft_put(l, owner, &d, &err), err);
}

static void
assert_draft(struct db_local *l, const char *owner, int n, const char *id,
	const char *data)
{
	struct err err = ERR_INIT;
	struct db_draft d;
	bool found;

	assert_ok(db_local_draft_get(l, owner, n, &d, &found, &err), err);
	assert_int_equal(found, id != NULL);
	if (!found)
		return;
	assert_string_equal(d.id, id);
	assert_string_equal(d.about, "lead");
	assert_int_equal(d.len, strlen(data));
	assert_memory_equal(d.data, data, d.len);
	db_draft_clear(&d);
	assert_null(d.data);
}

static void
test_drafts_come_newest_first_and_are_their_authors(void **state)
{
	struct err err = ERR_INIT;
	struct db_local *l = open_local(false);

	(void)state;
	put(l, "ana", "one", 10, "first");
	put(l, "ana", "two", 20, "");
	put(l, "ion", "one", 30, "his");
	assert_draft(l, "ana", 0, "two", "");
	assert_draft(l, "ana", 1, "one", "first");
	assert_draft(l, "ana", 2, NULL, NULL);
	assert_draft(l, "ion", 0, "one", "his");
	put(l, "ana", "one", 40, "longer");
	assert_draft(l, "ana", 0, "one", "longer");
	assert_draft(l, "ana", 2, NULL, NULL);
	assert_ok(db_local_draft_drop(l, "ana", "one", &err), err);
	assert_draft(l, "ana", 0, "two", "");
	assert_draft(l, "ana", 1, NULL, NULL);
	assert_draft(l, "ion", 0, "one", "his");
	db_local_close(l);
}

static void
test_too_much_is_refused(void **state)
{
	struct db_draft d = { .id = "one", .len = (6 << 20) + 1 };
	struct err err = ERR_INIT;
	struct db_local *l = open_local(false);
	char *value = malloc(70000);

	(void)state;
	memset(value, 'x', 69999);
	value[69999] = '\0';
	assert_err(db_local_put(l, "ana", "x", value, &err), err, ERR_RULE);
	free(value);
	d.data = calloc(1, d.len);
	assert_err(db_local_draft_put(l, "ana", &d, &err), err, ERR_RULE);
	d.len--;
	assert_ok(db_local_draft_put(l, "ana", &d, &err), err);
	free(d.data);
	db_local_close(l);
}

static void
test_a_damaged_one_is_set_aside(void **state)
{
	struct err err = ERR_INIT;
	struct db_local *l;

	(void)state;
	folder_write("s.local", "garbage", 7);
	folder_write("s.local-wal", "garbage", 7);
	l = open_local(true);
	assert_int_equal(folder_size("s.local.damaged-1"), 7);
	assert_int_equal(folder_size("s.local.damaged-1-wal"), 7);
	assert_ok(db_local_put(l, "ana", "sort", "title", &err), err);
	db_local_close(l);
	l = open_local(false);
	assert_setting(l, "ana", "sort", "title");
	db_local_close(l);

	/* A page that does not hold together, behind a header that does. */
	raw_sql("s.local", "PRAGMA journal_mode=DELETE; PRAGMA writable_schema=1;"
		"UPDATE sqlite_schema SET rootpage = 2");
	l = open_local(true);
	assert_true(folder_has("s.local.damaged-2"));
	assert_setting(l, "ana", "sort", NULL);
	db_local_close(l);

	/* A row that cannot be, in a file that opens. */
	raw_sql("s.local", "PRAGMA ignore_check_constraints=ON;"
		"INSERT INTO setting VALUES('', 'x', 'y')");
	l = open_local(true);
	assert_true(folder_has("s.local.damaged-3"));
	db_local_close(l);
}

static void
test_it_may_be_in_memory_with_its_store(void **state)
{
	struct err err = ERR_INIT;
	struct db_local *l;

	(void)state;
	assert_ok(db_local_open(&l, ":memory:", NULL, &err), err);
	assert_ok(db_local_put(l, "ana", "sort", "title", &err), err);
	assert_setting(l, "ana", "sort", "title");
	db_local_close(l);
	assert_int_equal(folder_count(""), 0);
}

static void
test_it_is_made_only_where_it_can_be(void **state)
{
	struct err err = ERR_INIT;
	struct db_local *l;

	(void)state;
	assert_err(db_local_open(&l, "none/s", NULL, &err), err,
		ERR_CANNOT_CREATE);
	/* A store is no local state, nor the other way round. */
	assert_int_equal(raw_sql("x.local", "PRAGMA application_id=0x4C494149;"
		"PRAGMA user_version=1; CREATE TABLE t(x)"), -1);
	assert_ok(db_local_open(&l, "x", NULL, &err), err);
	assert_true(folder_has("x.local.damaged-1"));
	db_local_close(l);
}

static void
test_draft_outlasts_the_file_that_was_removed(void **state)
{
	struct err err = ERR_INIT;
	struct db_local *l = open_local(false), *again;
	struct db_draft d = { .at = 5, .id = "a", .about = "lead",
		.data = (uint8_t *)"half a tip", .len = 10 }, got;
	bool found = false;

	(void)state;
	assert_ok(db_local_put(l, "ana", "sort", "title", &err), err);
	assert_int_equal(unlink("s.local"), 0);
	assert_ok(db_local_draft_put(l, "ana", &d, &err), err);
	again = open_local(false);
	assert_ok(db_local_draft_get(again, "ana", 0, &got, &found, &err), err);
	assert_true(found);
	assert_int_equal(got.len, 10);
	db_draft_clear(&got);
	db_local_close(again);
	/* What stands in its place is set aside. */
	assert_int_equal(unlink("s.local"), 0);
	assert_int_equal(mkdir("s.local", 0700), 0);
	assert_ok(db_local_draft_put(l, "ana", &d, &err), err);
	assert_true(folder_has("s.local.damaged-1"));
	assert_int_equal(rmdir("s.local.damaged-1"), 0);
	db_local_close(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		folder_test(test_settings_are_each_persons_own_and_stay),
		folder_test(test_drafts_come_newest_first_and_are_their_authors),
		folder_test(test_too_much_is_refused),
		folder_test(test_a_damaged_one_is_set_aside),
		folder_test(test_it_may_be_in_memory_with_its_store),
		folder_test(test_it_is_made_only_where_it_can_be),
		folder_test(test_draft_outlasts_the_file_that_was_removed),
	};

	return RUN_TESTS("db/local", tests);
}
