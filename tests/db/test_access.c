/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/raw.h"

#include <sys/wait.h>

#include "base/hash.h"
#include "base/ids.h"
#include "db/access.h"

static const char party[] = "11111111-1111-4111-8111-111111111111";
static const char member[] = "22222222-2222-4222-8222-222222222222";
static const char record[] = "33333333-3333-4333-8333-333333333333";
static const char other[] = "44444444-4444-4444-8444-444444444444";

/* The folder's own name is resolved, as a store's path is. */
static char *
here(void)
{
	static char path[PATH_MAX];

	assert_non_null(getcwd(path, sizeof(path) - 2));
	strcat(path, "/s");
	return path;
}

static struct db_access *
open_here(enum db_profile profile)
{
	struct err err = ERR_INIT;
	struct db_access *a;

	assert_ok(db_access_open(&a, here(), 2026, profile, &err), err);
	return a;
}

/* One entry on a record, with a query. */
static void
note(struct db_access *a, const char *data, int64_t at, const char *whose,
	const char *uid, const char *query)
{
	struct db_access_text text = { .field = 1, .value = query };
	uint8_t items[1][IDS_UID_BYTES];
	struct db_access_new e = { .data = data, .len = strlen(data), .at = at,
		.op = "read", .who = { .party = whose, .member = member },
		.items = (const uint8_t (*)[IDS_UID_BYTES])items, .n_items = 1,
		.texts = &text, .n_texts = query ? 1 : 0 };
	struct err err = ERR_INIT;
	struct db_tree t;

	assert_true(ids_to_bytes(uid, items[0]));
	assert_ok(db_access_begin(a, &t, &err), err);
	assert_ok(db_access_append(a, &t, &e, &err), err);
	assert_ok(db_access_commit(a, &t, &err), err);
}

static int
found(struct db_access *a, const struct db_access_filter *f)
{
	struct db_access_cursor *c;
	struct db_access_row row;
	struct err err = ERR_INIT;
	int n = 0;

	assert_ok(db_access_find(a, f, &c, &err), err);
	while (db_access_next(c, &row, &err))
		n++;
	assert_string_equal(err_word(err.code), "none");
	db_access_cursor_close(c);
	return n;
}

static void
test_a_log_is_its_owners_alone_and_grows_a_tree(void **state)
{
	struct db_access *a = open_here(DB_SESSION);
	struct err err = ERR_INIT;
	struct db_tree t;
	struct stat st;

	(void)state;
	note(a, "one", 1000, party, record, "Popa");
	note(a, "two", 2000, party, other, NULL);
	assert_ok(db_access_tree(a, &t, &err), err);
	assert_int_equal(t.merkle.size, 2);
	assert_true(ids_valid(t.log_id));
	db_tree_clear(&t);
	db_access_close(a);
	db_access_close(NULL);
	assert_int_equal(stat("s.access-2026", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	a = open_here(DB_READER);
	assert_int_equal(found(a, &(struct db_access_filter){ .from = 0 }), 2);
	db_access_close(a);
}

static void
test_entries_are_found_by_time_person_op_and_record(void **state)
{
	struct db_access *a = open_here(DB_SESSION);

	(void)state;
	note(a, "one", 1000, party, record, NULL);
	note(a, "two", 2000, NULL, record, NULL);
	note(a, "three", 3000, party, other, NULL);
	assert_int_equal(found(a, &(struct db_access_filter){ .from = 2000 }), 2);
	assert_int_equal(found(a, &(struct db_access_filter){ .to = 2000 }), 1);
	assert_int_equal(found(a, &(struct db_access_filter){ .op = "read" }), 3);
	assert_int_equal(found(a, &(struct db_access_filter){ .op = "list" }), 0);
	assert_int_equal(found(a, &(struct db_access_filter){ .item = record }), 2);
	assert_int_equal(found(a, &(struct db_access_filter){ .item = member }), 0);
	assert_int_equal(found(a, &(struct db_access_filter){
		.who.party = party }), 2);
	assert_int_equal(found(a, &(struct db_access_filter){
		.who.party = record }), 0);
	assert_int_equal(found(a, &(struct db_access_filter){
		.who.party = "99999999-9999-4999-8999-999999999999" }), 0);
	assert_int_equal(found(a, &(struct db_access_filter){ .below = 1 }), 1);
	db_access_close(a);
}

static void
test_receipts_say_who_did_it_first_and_how_often(void **state)
{
	struct db_access *a = open_here(DB_SESSION);
	struct db_access_receipt *rows = NULL;
	struct err err = ERR_INIT;
	size_t n = 0;

	(void)state;
	note(a, "one", 1000, party, record, NULL);
	note(a, "two", 5000, party, record, NULL);
	note(a, "three", 3000, party, other, NULL);
	assert_ok(db_access_receipts(a, record, &rows, &n, &err), err);
	assert_int_equal(n, 1);
	assert_string_equal(rows[0].party, party);
	assert_string_equal(rows[0].member, member);
	assert_int_equal(rows[0].first, 1000);
	assert_int_equal(rows[0].last, 5000);
	assert_int_equal(rows[0].n, 2);
	free(rows);
	db_access_close(a);
}

static bool
file_holds(const char *name, const char *text)
{
	FILE *f = fopen(name, "rb");
	size_t len = strlen(text), at = 0;
	int c;

	if (!f)
		return false;
	while (at < len && (c = getc(f)) != EOF)
		at = c == text[at] ? at + 1 : c == text[0];
	fclose(f);
	return at == len;
}

static void
test_a_dropped_text_leaves_no_byte_and_the_tree_stays(void **state)
{
	struct db_access *a = open_here(DB_SESSION);
	struct err err = ERR_INIT;
	uint8_t salt[DB_SALT_SIZE];
	char data[32], *value;
	int64_t seq = -1;
	int field = 0;
	struct db_tree t;

	(void)state;
	for (int i = 0; i < 300; i++) {
		snprintf(data, sizeof(data), "entry %d", i);
		note(a, data, i, party, record, i % 3 ? "Vasile Secretu" : "boat");
	}
	for (;;) {
		assert_ok(db_access_text_after(a, &seq, &field, &value, &err),
			err);
		if (!value)
			break;
		if (strcmp(value, "boat") != 0)
			assert_ok(db_access_text_drop(a, seq, field, &err), err);
		free(value);
	}
	assert_ok(db_access_scrub(a, &err), err);
	assert_false(file_holds("s.access-2026", "Secretu"));
	assert_false(file_holds("s.access-2026-wal", "Secretu"));
	assert_true(file_holds("s.access-2026", "boat"));
	assert_ok(db_access_text_get(a, 1, 1, salt, &value, &err), err);
	assert_null(value);
	assert_ok(db_access_tree(a, &t, &err), err);
	assert_int_equal(t.merkle.size, 300);
	db_tree_clear(&t);
	db_access_close(a);
}

static void
test_purge_lets_go_of_one_partys_old_entries_alone(void **state)
{
	struct db_access *a = open_here(DB_SESSION);
	struct err err = ERR_INIT;
	int64_t n, kept;

	(void)state;
	note(a, "one", 1000, party, record, "query");
	note(a, "two", 2000, NULL, record, NULL);
	note(a, "three", 3000, party, other, NULL);
	assert_ok(db_access_purge(a, party, 2500, &n, &kept, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(kept, 2);
	assert_int_equal(found(a, &(struct db_access_filter){ .from = 0 }), 2);
	assert_ok(db_access_purge(a, NULL, 2500, &n, &kept, &err), err);
	assert_int_equal(n, 1);
	assert_int_equal(kept, 1);
	assert_ok(db_access_purge(a, record, 9999, &n, &kept, &err), err);
	assert_int_equal(n, 0);
	assert_ok(db_access_strays(a, &n, &err), err);
	assert_int_equal(n, 0);
	db_access_close(a);
	assert_int_equal(raw_sql("s.access-2026", "SELECT count(*) FROM entry"), 3);
	assert_int_equal(raw_sql("s.access-2026", "SELECT count(*) FROM text"), 0);
}

static void
test_a_symbolic_link_is_not_followed(void **state)
{
	struct err err = ERR_INIT;
	struct db_access *a;
	struct stat st;

	(void)state;
	assert_int_equal(symlink("elsewhere", "s.access-2026"), 0);
	assert_err(db_access_open(&a, here(), 2026, DB_SESSION, &err), err, ERR_IO);
	assert_int_not_equal(stat("elsewhere", &st), 0);
	assert_int_equal(close(open("elsewhere", O_CREAT | O_WRONLY, 0600)), 0);
	assert_err(db_access_open(&a, here(), 2026, DB_SESSION, &err), err, ERR_IO);
	assert_int_equal(stat("elsewhere", &st), 0);
	assert_int_equal(st.st_size, 0);
}

static void
test_years_are_found_and_removed_whole(void **state)
{
	struct err err = ERR_INIT;
	struct db_access *a;
	int *years;
	size_t n;

	(void)state;
	for (int year = 2024; year <= 2026; year++) {
		assert_ok(db_access_open(&a, here(), year, DB_SESSION, &err), err);
		db_access_close(a);
	}
	assert_int_equal(close(open("s.access-20", O_CREAT | O_WRONLY, 0600)), 0);
	assert_int_equal(close(open("t.access-2020", O_CREAT | O_WRONLY, 0600)), 0);
	assert_ok(db_access_remove(here(), 2025, &err), err);
	assert_ok(db_access_years(here(), &years, &n, &err), err);
	assert_int_equal(n, 2);
	assert_int_equal(years[0], 2024);
	assert_int_equal(years[1], 2026);
	free(years);
	assert_int_not_equal(access("s.access-2025.lock", F_OK), 0);
}

enum { WRITERS = 8, EACH = 40 };

static void
write_many(void)
{
	struct db_access *a = open_here(DB_SESSION);

	for (int i = 0; i < EACH; i++)
		note(a, "entry", i, party, record, "query");
	db_access_close(a);
}

static void
test_many_processes_write_at_once_and_none_is_turned_away(void **state)
{
	int status;

	(void)state;
	for (int i = 0; i < WRITERS; i++) {
		pid_t pid = fork();

		assert_int_not_equal(pid, -1);
		if (pid == 0) {
			write_many();
			_exit(0);
		}
	}
	for (int i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(raw_sql("s.access-2026", "SELECT count(*) FROM entry"),
		WRITERS * EACH);
	assert_int_equal(raw_sql("s.access-2026", "SELECT size FROM tree"),
		WRITERS * EACH);
}

static void
test_a_foreign_file_is_refused_and_left_alone(void **state)
{
	struct err err = ERR_INIT;
	struct db_access *a;
	FILE *f = fopen("s.access-2026", "w");

	(void)state;
	fputs("this is no log of anything, but long enough to look like a file of "
		"its own, with more than one hundred bytes in it, as it should be",
		f);
	fclose(f);
	assert_err(db_access_open(&a, here(), 2026, DB_SESSION, &err), err,
		ERR_DAMAGED);
	assert_true(file_holds("s.access-2026", "this is no log"));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_a_log_is_its_owners_alone_and_grows_a_tree),
		CASE(test_entries_are_found_by_time_person_op_and_record),
		CASE(test_receipts_say_who_did_it_first_and_how_often),
		CASE(test_a_dropped_text_leaves_no_byte_and_the_tree_stays),
		CASE(test_purge_lets_go_of_one_partys_old_entries_alone),
		CASE(test_a_symbolic_link_is_not_followed),
		CASE(test_years_are_found_and_removed_whole),
		CASE(test_many_processes_write_at_once_and_none_is_turned_away),
		CASE(test_a_foreign_file_is_refused_and_left_alone),
	};

	return !hash_init() || RUN_TESTS("db/access", tests);
}
