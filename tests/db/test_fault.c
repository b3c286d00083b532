/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What SQLite's failures mean, and that each of them, at each point of each
 * act on a store, ends in an error, a store that is whole and a connection that
 * goes on. */
#include "tests/support/test.h"
#include "tests/support/folder.h"
#include "tests/support/things.h"
#include "tests/torture/vfs.h"

#include "db/backup.h"
#include "db/counter.h"
#include "db/local.h"
#include "db/log.h"
#include "db/page.h"
#include "db/search.h"

static void
test_each_code_has_a_meaning(void **state)
{
	static const struct {
		int rc;
		enum err_code code;
	} want[] = {
		{ SQLITE_BUSY, ERR_BUSY }, { SQLITE_BUSY_SNAPSHOT, ERR_BUSY },
		{ SQLITE_LOCKED, ERR_BUSY }, { SQLITE_INTERRUPT, ERR_BUSY },
		{ SQLITE_PROTOCOL, ERR_BUSY },
		{ SQLITE_FULL, ERR_IO }, { SQLITE_IOERR_WRITE, ERR_IO },
		{ SQLITE_CANTOPEN, ERR_IO },
		{ SQLITE_CORRUPT, ERR_DAMAGED },
		{ SQLITE_CORRUPT_VTAB, ERR_DAMAGED },
		{ SQLITE_NOTADB, ERR_DAMAGED }, { SQLITE_ERROR, ERR_DAMAGED },
		{ SQLITE_IOERR_CORRUPTFS, ERR_DAMAGED },
		{ SQLITE_READONLY, ERR_READ_ONLY },
		{ SQLITE_READONLY_DBMOVED, ERR_READ_ONLY },
		{ SQLITE_CONSTRAINT_UNIQUE, ERR_RULE },
		{ SQLITE_CONSTRAINT_CHECK, ERR_RULE },
		{ SQLITE_TOOBIG, ERR_RULE }, { SQLITE_MISMATCH, ERR_RULE },
		{ SQLITE_NOMEM, ERR_INTERNAL },
		{ SQLITE_IOERR_NOMEM, ERR_INTERNAL },
		{ SQLITE_MISUSE, ERR_INTERNAL }, { SQLITE_AUTH, ERR_INTERNAL },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(want); i++) {
		struct err err = ERR_INIT;

		assert_false(db_fault_of("the/store", NULL, want[i].rc, &err));
		if (err.code != want[i].code)
			fail_msg("SQLite %d: %s", want[i].rc,
				err_word(err.code));
		assert_non_null(strstr(err.text, "the/store"));
		assert_false(db_fault_of("s", NULL, want[i].rc, NULL));
	}
}

/* ---- acts ---- */

static int saves;	/* asked for so far: no two things are alike */

static struct db_search_doc
doc_of(int64_t audience)
{
	return (struct db_search_doc){ THING, audience,
		{ "ana pop", "ana pop", "ana pop", "ana pop" } };
}

/* Everything that a save writes. */
static bool
write_all(struct db *db, struct err *err)
{
	static const uint8_t salt[DB_SALT_SIZE], leaf[HASH_SIZE];
	const char *text[THING_N] = { [THING_NAME] = "Ana" };
	const char *keys[THING_N] = { [THING_NAME] = "ana" };
	const struct db_values values = { text, keys };
	char team[] = "team 1";
	struct db_audience a = { .case_id = 7, .text = team, .mask = 1 };
	struct db_entry e = things_entry(THING, saves++, 7, 0);
	struct db_tree t;
	int64_t n;
	bool ok;

	if (!db_audience_intern(db, &a, err) ||
	    !db_counter_next(db, 7, "RO-T", &n, err) ||
	    !db_row_insert(db, &things, &e, &values, err))
		return false;
	const struct db_search_doc doc = doc_of(a.id);

	e.audience_id = a.id;
	if (!db_row_update(db, &things, &e, &values, err) ||
	    !db_search_put(db, e.rid, &doc, err) ||
	    !db_log_tree_get(db, 0, &t, err))
		return false;
	ok = db_log_append(db, 0, (int64_t)t.merkle.size, e.rid, "x", 1, err) &&
		db_log_value_put(db, 0, (int64_t)t.merkle.size, 64, salt, "Ana",
			err);
	merkle_append(&t.merkle, leaf);
	ok = ok && db_log_tree_put(db, &t, err);
	db_tree_clear(&t);
	return ok;
}

static bool
save(struct db *db, struct err *err)
{
	if (!db_begin(db, err))
		return false;
	if (write_all(db, err))
		return db_commit(db, err);
	db_rollback(db);
	return false;
}

/* What is read is right, or it is said that it could not be read. */
static bool
read_list(struct db *db, int64_t audience, struct err *err)
{
	const struct db_order o = { .table = &things, .case_id = 7,
		.audiences = &audience, .n_audiences = 1, .sort = THING_NAME };
	struct db_place places[5], place;
	size_t found;
	int64_t total;
	bool ok;

	if (!db_page_total(db, &o, &total, err) ||
	    !db_page_after(db, &o, NULL, 5, places, &found, err))
		return false;
	assert_int_equal(found, total < 5 ? total : 5);
	ok = db_page_place(db, &o, places[0].rid, &place, err);
	if (ok) {
		assert_string_equal(place.key, "ana");
		free(place.key);
	}
	for (size_t i = 0; i < found; i++) {
		assert_string_equal(places[i].key, "ana");
		free(places[i].key);
	}
	return ok;
}

static bool
read_row(struct db *db, int64_t rid, struct err *err)
{
	struct err why = ERR_INIT;
	struct db_cursor *c;
	bool ok;

	if (!db_row_get(db, &things, NULL, rid, &c, err))
		return false;
	ok = db_cursor_next(c, &why);
	if (ok)
		assert_string_equal(db_cursor_text(c, THING_NAME), "Ana");
	else
		assert_int_not_equal(why.code, ERR_NONE);
	db_cursor_close(c);
	if (!ok)
		*err = why;
	return ok;
}

static bool
read_index(struct db *db, int64_t audience, struct err *err)
{
	static const struct db_search_word words[] = {
		{ .text = "ana" }, { .text = "pop", .begins = true }
	};
	struct db_search_query query = { .kind = THING, .audiences = &audience,
		.n_audiences = 1, .words = words, .n_words = 2 };
	const struct db_search_doc doc = doc_of(audience);
	int64_t rids[1];
	size_t found;
	bool same;

	for (int key = 0; key < DB_SEARCH_KEYS; key++) {
		query.key = (enum db_search_key)key;
		if (!db_search_find(db, &query, INT64_MAX, rids, 1, &found, err))
			return false;
		assert_int_equal(found, 1);
	}
	if (!db_search_same(db, rids[0], &doc, &same, err))
		return false;
	assert_true(same);
	return true;
}

static bool
read_log(struct db *db, struct err *err)
{
	struct err why = ERR_INIT;
	struct db_log_cursor *c;
	struct db_log_row row;
	const uint8_t *salt;
	const char *value;
	size_t len;
	bool found;

	if (!db_log_newest(db, 0, INT64_MAX, &c, err))
		return false;
	found = db_log_next(c, &row, &why);
	db_log_cursor_close(c);
	if (!found) {
		assert_int_not_equal(why.code, ERR_NONE);
		*err = why;
		return false;
	}
	if (!db_log_value(db, 0, row.seq, 64, &salt, &value, &len, &found, err))
		return false;
	assert_true(found);
	assert_string_equal(value, "Ana");
	return true;
}

static bool
read_all(struct db *db, struct err *err)
{
	const struct db_audience_viewer viewer = { .case_id = 7, .member = "" };
	int64_t *audiences = NULL;
	struct db_entry e;
	bool found, ok;
	size_t n;

	if (!db_read_begin(db, err))
		return false;
	ok = db_audience_visible(db, &viewer, false, &audiences, &n, err) &&
		read_list(db, audiences[0], err) &&
		read_index(db, audiences[0], err) && read_log(db, err) &&
		db_entry_after(db, 0, &e, &found, err) &&
		read_row(db, e.rid, err);
	db_read_end(db);
	free(audiences);
	return ok;
}

static bool
back_up(struct db *db, struct err *err)
{
	bool ok = db_backup(db, "b", err);

	assert_int_equal(folder_count("b"), ok);
	if (ok)
		unlink("b");
	return ok;
}

static bool
check_all(struct db *db, struct err *err)
{
	return db_check(db, err) && db_search_check(db, err);
}

static bool
keep_local(struct db *db, struct err *err)
{
	struct db_local *l;
	char *value;
	bool ok;

	if (!db_local_open(&l, db_path(db), NULL, err))
		return false;
	ok = db_local_put(l, "ana", "sort", saves++ % 2 ? "a" : "b", err) &&
		db_local_get(l, "ana", "sort", &value, err);
	if (ok)
		free(value);
	db_local_close(l);
	return ok;
}

static bool
create_other(struct db *db, struct err *err)
{
	struct db *other;
	bool ok = db_create(&other, "other", err);

	(void)db;
	if (ok)
		db_close(other);
	unlink("other");
	unlink("other.lock");
	assert_int_equal(folder_count("other.new"), 0);
	return ok;
}

/* A whole connection, that is: open, act, close. */
static bool
act_once(bool (*act)(struct db *, struct err *), struct err *err)
{
	struct db *db;
	bool ok;

	if (!db_open(&db, "s", DB_SESSION, err))
		return false;
	ok = act(db, err);
	db_close(db);
	return ok;
}

static int64_t
things_there(struct db *db)
{
	struct err err = ERR_INIT;
	int64_t n;

	assert_ok(db_run_int(db, "SELECT count(*) FROM thing", &n, &err), err);
	return n;
}

/* The store is whole: as many of everything as there are things. */
static void
assert_whole(struct db *db)
{
	struct err err = ERR_INIT;
	int64_t n = things_there(db), tallied;
	struct db_tree t;

	assert_ok(db_log_tree_get(db, 0, &t, &err), err);
	assert_int_equal(t.merkle.size, n);
	db_tree_clear(&t);
	assert_ok(db_run_int(db, "SELECT sum(n) FROM tally", &tallied, &err),
		err);
	assert_int_equal(tallied, n);
	assert_ok(db_run_int(db, "SELECT count(*) FROM search_fts", &tallied,
		&err), err);
	assert_int_equal(tallied, n);
	assert_ok(db_run_int(db, "SELECT count(*) FROM fragment_fts", &tallied,
		&err), err);
	assert_int_equal(tallied, n);
	assert_ok(check_all(db, &err), err);
}

enum { MOST_POINTS = 100000 };

/* Let each point of an act fail in turn, on one connection that goes on. */
static void
fail_each(bool (*act)(struct db *, struct err *), enum vfs_fault fault, int by)
{
	struct err err = ERR_INIT;
	bool struck = true;
	struct db *db;
	int k;

	assert_ok(db_open(&db, "s", DB_SESSION, &err), err);
	for (k = 1; struck && k < MOST_POINTS; k += by) {
		int64_t before = things_there(db);

		vfs_arm(fault, k);
		bool ok = act(db, &err);
		struck = vfs_disarm();

		if (!ok) {
			assert_true(struck);
			assert_int_not_equal(err.code, ERR_NONE);
			assert_true(err.text[0] != '\0');
			/* It may be that it was saved, but never in part. */
			assert_true(things_there(db) - before <= 1);
			assert_ok(act(db, &err), err);
		}
	}
	assert_whole(db);
	db_close(db);
	assert_true(k < MOST_POINTS);
}

/* The same from open to close, with nothing prepared beforehand. */
static void
fail_each_whole(bool (*act)(struct db *, struct err *), enum vfs_fault fault,
	int by)
{
	struct err err = ERR_INIT;
	bool struck = true;
	struct db *db;
	int k;

	for (k = 1; struck && k < MOST_POINTS; k += by) {
		vfs_arm(fault, k);
		bool ok = act_once(act, &err);
		struck = vfs_disarm();

		if (!ok) {
			assert_true(struck);
			assert_int_not_equal(err.code, ERR_NONE);
		}
	}
	assert_ok(db_open(&db, "s", DB_SESSION, &err), err);
	assert_whole(db);
	db_close(db);
	assert_true(k < MOST_POINTS);
}

static int
enter(void **state)
{
	struct err err = ERR_INIT;
	struct db *db;
	int64_t tree;

	if (folder_enter(state) < 0 || !db_create(&db, "s", &err) ||
	    !db_begin(db, &err) || !db_schema_run(db, things_sql, &err) ||
	    !db_log_tree_add(db, "log", 0, &tree, &err) ||
	    !db_commit(db, &err) || !save(db, &err))
		return -1;
	db_close(db);
	return 0;
}

/* Of acts with thousands of points each so-many-th is tried; 0: there is
 * none. */
struct act {
	bool (*act)(struct db *, struct err *);
	int by[VFS_FAULTS];
};

static void
test_each_point_fails_and_the_connection_goes_on(void **state)
{
	static const struct act acts[] = {
		{ save, { 1, 1, 1 } },
		{ read_all, { 1, 1, 0 } },
		{ db_checkpoint, { 1, 1, 1 } },
		{ check_all, { 97, 1, 0 } },
		{ keep_local, { 29, 1, 1 } },
		{ back_up, { 997, 17, 11 } },
		{ create_other, { 997, 17, 17 } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(acts); i++) {
		for (int f = 0; f < VFS_FAULTS; f++) {
			if (acts[i].by[f])
				fail_each(acts[i].act, (enum vfs_fault)f,
					acts[i].by[f] * SLOWED);
		}
	}
}

static void
test_each_point_of_a_whole_session_fails(void **state)
{
	static const struct act acts[] = {
		{ save, { 29, 1, 1 } },
		{ read_all, { 29, 1, 0 } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(acts); i++) {
		for (int f = 0; f < VFS_FAULTS; f++) {
			if (acts[i].by[f])
				fail_each_whole(acts[i].act, (enum vfs_fault)f,
					acts[i].by[f] * SLOWED);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_code_has_a_meaning),
		cmocka_unit_test_setup_teardown(
			test_each_point_fails_and_the_connection_goes_on,
			enter, folder_leave),
		cmocka_unit_test_setup_teardown(
			test_each_point_of_a_whole_session_fails, enter,
			folder_leave),
	};

	vfs_install();
	db_wait_ms = 200;	/* nobody else is there */
	return RUN_TESTS("db/fault", tests);
}
