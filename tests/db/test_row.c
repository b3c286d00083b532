/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/things.h"

#include "db/counter.h"

/* Values of a thing, on the stack of a test. */
struct thing {
	const char *text[THING_N], *keys[THING_N];
};

static struct db_values
values_of(struct thing *t)
{
	return (struct db_values){ t->text, t->keys };
}

static bool
insert(struct db *db, struct db_entry *e, struct thing *t, struct err *err)
{
	const struct db_values values = values_of(t);

	return db_row_insert(db, &things, e, &values, err);
}

static bool
update(struct db *db, const struct db_entry *e, struct thing *t,
	struct err *err)
{
	const struct db_values values = values_of(t);

	return db_row_update(db, &things, e, &values, err);
}

/* The one row of a cursor, by rid; 0 if there is none. */
static int64_t
only(struct db_cursor *c)
{
	struct err err = ERR_INIT;
	int64_t rid = 0;

	if (db_cursor_next(c, &err)) {
		rid = db_cursor_rid(c);
		assert_false(db_cursor_next(c, &err));
	}
	assert_int_equal(err.code, ERR_NONE);
	db_cursor_close(c);
	return rid;
}

static int64_t
tally(struct db *db, int kind, int64_t audience_id)
{
	struct db_tally at = { 0 };
	struct err err = ERR_INIT;
	bool found;

	for (;;) {
		assert_ok(db_tally_after(db, &at, &found, &err), err);
		if (!found)
			return 0;
		if (at.kind == kind && at.audience_id == audience_id)
			return at.n;
	}
}

static void
test_what_was_inserted_is_read_back(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { [THING_NAME] = "Ana; DROP", [THING_FROM] =
		"\"here\"", [THING_SIZE] = "12" }, .keys = { [THING_NAME] = "ana" } };
	struct err err = ERR_INIT;
	struct db_entry e, got;
	struct db_cursor *c;

	assert_ok(db_begin(db, &err), err);
	e = things_entry(THING, 1, 7, things_audience(db, 7, 1));
	assert_ok(insert(db, &e, &t, &err), err);
	assert_true(e.rid > 0);
	assert_ok(db_commit(db, &err), err);

	assert_ok(db_row_get(db, &things, NULL, e.rid, &c, &err), err);
	assert_ok(db_cursor_next(c, &err), err);
	assert_int_equal(db_cursor_rid(c), e.rid);
	assert_int_equal(db_cursor_case(c), 7);
	assert_int_equal(db_cursor_audience(c), e.audience_id);
	assert_string_equal(db_cursor_text(c, THING_NAME), "Ana; DROP");
	assert_string_equal(db_cursor_key(c, THING_NAME), "ana");
	assert_string_equal(db_cursor_text(c, THING_FROM), "\"here\"");
	assert_string_equal(db_cursor_text(c, THING_SIZE), "12");
	assert_null(db_cursor_text(c, THING_DUE));
	assert_null(db_cursor_key(c, THING_DUE));
	assert_null(db_cursor_text(c, THING_REF));	/* in the directory */
	assert_null(db_cursor_text(c, THING_NONE));
	assert_false(db_cursor_next(c, &err));
	assert_int_equal(err.code, ERR_NONE);
	db_cursor_close(c);

	assert_ok(db_entry_of_rid(db, e.rid, &got, &err), err);
	assert_memory_equal(&got, &e, sizeof(e));
	assert_ok(db_entry_of_uid(db, e.uid, &got, &err), err);
	assert_int_equal(got.rid, e.rid);
	assert_ok(db_entry_of_ref(db, 7, "RO-T1", &got, &err), err);
	assert_int_equal(got.rid, e.rid);
	assert_err(db_entry_of_ref(db, 8, "RO-T1", &got, &err), err,
		ERR_NOT_FOUND);
	assert_err(db_entry_of_rid(db, 99, &got, &err), err, ERR_NOT_FOUND);
	assert_err(db_entry_of_uid(db, "x", &got, &err), err, ERR_NOT_FOUND);
}

static void
test_only_what_is_wanted_is_read(void **state)
{
	const bool wanted[THING_N] = { [THING_FROM] = true, [THING_DUE] = true };
	struct thing t = { .text = { [THING_NAME] = "Ana", [THING_FROM] = "x",
		[THING_DUE] = "2026" }, .keys = { [THING_DUE] = "2026k" } };
	struct db *db = *state;
	struct err err = ERR_INIT;
	struct db_entry e;
	struct db_cursor *c;

	assert_ok(db_begin(db, &err), err);
	e = things_entry(THING, 1, 7, things_audience(db, 7, 1));
	assert_ok(insert(db, &e, &t, &err), err);
	assert_ok(db_row_get(db, &things, wanted, e.rid, &c, &err), err);
	assert_ok(db_cursor_next(c, &err), err);
	assert_null(db_cursor_text(c, THING_NAME));
	assert_string_equal(db_cursor_text(c, THING_FROM), "x");
	assert_string_equal(db_cursor_text(c, THING_DUE), "2026");
	assert_string_equal(db_cursor_key(c, THING_DUE), "2026k");
	db_cursor_close(c);
	db_rollback(db);
}

static void
test_what_is_taken_is_refused_and_leaves_nothing(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { [THING_PARTY] = "RO", [THING_SOURCE] = "s",
		[THING_NAME] = "x" } };
	struct err err = ERR_INIT;
	struct db_entry e, same, after;
	int64_t audience;
	bool found;

	assert_ok(db_begin(db, &err), err);
	audience = things_audience(db, 7, 1);
	e = things_entry(THING, 1, 7, audience);
	assert_ok(insert(db, &e, &t, &err), err);

	same = things_entry(THING, 2, 7, audience);
	assert_err(insert(db, &same, &t, &err), err, ERR_RULE);
	assert_int_equal(err.field, 67);
	t.text[THING_SOURCE] = NULL;
	snprintf(same.ref, sizeof(same.ref), "%s", e.ref);
	assert_err(insert(db, &same, &t, &err), err, ERR_RULE);
	assert_int_equal(err.field, 1);
	same = things_entry(THING, 2, 7, audience);
	memcpy(same.uid, e.uid, sizeof(e.uid));
	assert_err(insert(db, &same, &t, &err), err, ERR_RULE);
	assert_int_equal(err.field, 2);
	assert_int_equal(same.rid, 0);
	/* A value that the column does not take. */
	same = things_entry(THING, 2, 7, audience);
	t.text[THING_SIZE] = "many";
	assert_err(insert(db, &same, &t, &err), err, ERR_RULE);
	assert_int_equal(err.field, ERR_NOWHERE);
	t.text[THING_SIZE] = NULL;
	/* An audience that there is not. */
	same.audience_id = 999;
	assert_err(insert(db, &same, &t, &err), err, ERR_RULE);

	/* After all that, the directory has one line, and the tally one. */
	assert_ok(db_entry_after(db, 0, &after, &found, &err), err);
	assert_true(found && after.rid == e.rid);
	assert_ok(db_entry_after(db, e.rid, &after, &found, &err), err);
	assert_false(found);
	assert_int_equal(tally(db, THING, audience), 1);

	/* Other parties, cases and records without one are free. */
	t.text[THING_SOURCE] = "s";
	t.text[THING_PARTY] = "BG";
	same = things_entry(THING, 2, 7, audience);
	assert_ok(insert(db, &same, &t, &err), err);
	t.text[THING_PARTY] = "RO";
	same = things_entry(THING, 3, 8, things_audience(db, 8, 1));
	assert_ok(insert(db, &same, &t, &err), err);
	t.text[THING_SOURCE] = NULL;
	same = things_entry(THING, 4, 7, audience);
	same.ref[0] = '\0';
	assert_ok(insert(db, &same, &t, &err), err);
	same = things_entry(THING, 5, 7, audience);
	same.ref[0] = '\0';
	assert_ok(insert(db, &same, &t, &err), err);
	assert_err(db_entry_of_ref(db, 7, "", &same, &err), err, ERR_NOT_FOUND);
	db_rollback(db);
}

static void
test_update_replaces_all_and_moves_the_tally(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { [THING_NAME] = "Ana", [THING_FROM] = "x" },
		.keys = { [THING_NAME] = "ana" } };
	struct thing u = { .text = { [THING_NAME] = "Ion" } };
	struct err err = ERR_INIT;
	struct db_entry e, other, got;
	int64_t one, two;
	struct db_cursor *c;

	assert_ok(db_begin(db, &err), err);
	one = things_audience(db, 7, 1);
	two = things_audience(db, 7, 3);
	e = things_entry(THING, 1, 7, one);
	other = things_entry(THING, 2, 7, one);
	assert_ok(insert(db, &e, &t, &err), err);
	assert_ok(insert(db, &other, &t, &err), err);
	assert_int_equal(tally(db, THING, one), 2);
	e.audience_id = two;
	snprintf(e.ref, sizeof(e.ref), "RO-T77");
	assert_ok(update(db, &e, &u, &err), err);
	assert_int_equal(tally(db, THING, one), 1);
	assert_int_equal(tally(db, THING, two), 1);
	assert_ok(db_entry_of_ref(db, 7, "RO-T77", &got, &err), err);
	assert_int_equal(got.audience_id, two);
	assert_ok(db_row_get(db, &things, NULL, e.rid, &c, &err), err);
	assert_ok(db_cursor_next(c, &err), err);
	assert_int_equal(db_cursor_audience(c), two);
	assert_string_equal(db_cursor_text(c, THING_NAME), "Ion");
	assert_null(db_cursor_key(c, THING_NAME));
	assert_null(db_cursor_text(c, THING_FROM));
	db_cursor_close(c);

	/* The last to go takes the row of the tally with it. */
	other.audience_id = two;
	assert_ok(update(db, &other, &u, &err), err);
	assert_int_equal(tally(db, THING, one), 0);
	assert_int_equal(tally(db, THING, two), 2);

	snprintf(other.ref, sizeof(other.ref), "RO-T77");
	assert_err(update(db, &other, &u, &err), err, ERR_RULE);
	assert_int_equal(err.field, 1);
	other.rid = 99;
	assert_err(update(db, &other, &u, &err), err, ERR_NOT_FOUND);
	db_rollback(db);
}

static void
test_finds_by_unique_text_and_by_sort_key(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { [THING_NAME] = "Ana", [THING_SOURCE] = "s1",
		[THING_PARTY] = "RO" }, .keys = { [THING_NAME] = "ana" } };
	struct err err = ERR_INIT;
	struct db_entry e, other;
	struct db_cursor *c;
	char value[] = "ana";

	assert_ok(db_begin(db, &err), err);
	e = things_entry(THING, 1, 7, things_audience(db, 7, 1));
	assert_ok(insert(db, &e, &t, &err), err);
	other = things_entry(THING, 2, 7, 0);	/* listed nowhere, yet found */
	t.text[THING_SOURCE] = NULL;
	t.keys[THING_NAME] = "ion";
	assert_ok(insert(db, &other, &t, &err), err);

	assert_ok(db_row_find(db, &things, NULL, 7, THING_SOURCE, "s1", &c,
		&err), err);
	assert_int_equal(only(c), e.rid);
	assert_ok(db_row_find(db, &things, NULL, 8, THING_SOURCE, "s1", &c,
		&err), err);
	assert_int_equal(only(c), 0);
	assert_ok(db_row_find(db, &things, NULL, 7, THING_NAME, value, &c,
		&err), err);
	value[0] = 'x';		/* the cursor has a copy */
	assert_int_equal(only(c), e.rid);
	assert_ok(db_row_find(db, &things, NULL, 7, THING_NAME, "ion", &c,
		&err), err);
	assert_int_equal(only(c), other.rid);
	db_rollback(db);
}

static void
test_scans_an_audience_newest_first(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { NULL } };
	struct err err = ERR_INIT;
	int64_t one, two, below = INT64_MAX;
	struct db_cursor *c;
	int n = 0;

	assert_ok(db_begin(db, &err), err);
	one = things_audience(db, 7, 1);
	two = things_audience(db, 7, 2);
	for (int i = 1; i <= 10; i++) {
		struct db_entry e = things_entry(THING, i, 7, i % 2 ? one : two);

		assert_ok(insert(db, &e, &t, &err), err);
	}
	assert_ok(db_row_scan(db, &things, NULL, 7, one, below, &c, &err), err);
	while (db_cursor_next(c, &err)) {
		assert_true(db_cursor_rid(c) < below);
		assert_int_equal(db_cursor_audience(c), one);
		below = db_cursor_rid(c);
		n++;
	}
	assert_int_equal(err.code, ERR_NONE);
	assert_int_equal(n, 5);
	db_cursor_close(c);
	assert_ok(db_row_scan(db, &things, NULL, 7, one, below, &c, &err), err);
	assert_int_equal(only(c), 0);
	assert_ok(db_row_all(db, &things, 0, &c, &err), err);
	for (n = 0; db_cursor_next(c, &err); n++)
		;
	assert_int_equal(n, 10);
	db_cursor_close(c);
	db_rollback(db);
}

static void
test_parts_belong_to_their_record(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { NULL } };
	const char *text[PIECE_N] = { "first" }, *keys[PIECE_N] = { NULL };
	const struct db_values values = { text, keys };
	struct err err = ERR_INIT;
	struct db_entry e, part, got;
	struct db_cursor *c;

	assert_ok(db_begin(db, &err), err);
	e = things_entry(THING, 1, 7, things_audience(db, 7, 1));
	assert_ok(insert(db, &e, &t, &err), err);
	for (int i = 1; i <= 2; i++) {
		part = things_entry(PIECE, 10 + i, 7, 0);
		part.parent = e.rid;
		assert_ok(db_row_insert(db, &pieces, &part, &values, &err), err);
		text[PIECE_TEXT] = "second";
	}
	assert_ok(db_entry_of_uid(db, part.uid, &got, &err), err);
	assert_int_equal(got.parent, e.rid);
	assert_int_equal(tally(db, PIECE, 0), 2);
	assert_ok(db_row_parts(db, &pieces, e.rid, &c, &err), err);
	assert_ok(db_cursor_next(c, &err), err);
	assert_string_equal(db_cursor_text(c, PIECE_TEXT), "first");
	assert_ok(db_cursor_next(c, &err), err);
	assert_string_equal(db_cursor_text(c, PIECE_TEXT), "second");
	assert_false(db_cursor_next(c, &err));
	db_cursor_close(c);
	part = things_entry(PIECE, 20, 7, 0);
	part.parent = 999;
	assert_err(db_row_insert(db, &pieces, &part, &values, &err), err,
		ERR_RULE);
	db_rollback(db);
}

static void
test_statements_are_composed_once(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { NULL } };
	struct err err = ERR_INIT;
	size_t plans, statements;

	assert_ok(db_begin(db, &err), err);
	for (int i = 1; i <= 20; i++) {
		struct db_entry e = things_entry(THING, i, 7, 0);
		struct db_cursor *c;

		assert_ok(insert(db, &e, &t, &err), err);
		assert_ok(update(db, &e, &t, &err), err);
		assert_ok(db_row_get(db, &things, NULL, e.rid, &c, &err), err);
		assert_int_equal(only(c), e.rid);
		if (i == 1) {
			plans = db->plans.n;
			statements = db->stmts.n;
		}
	}
	assert_int_equal(db->plans.n, plans);
	assert_int_equal(db->stmts.n, statements);
	db_rollback(db);
}

/* Lists with ever other columns do not pile up; an open cursor keeps its
 * own. */
static void
test_plans_do_not_pile_up(void **state)
{
	struct db *db = *state;
	struct thing t = { .text = { [THING_NAME] = "Ana" } };
	struct db_entry e = things_entry(THING, 1, 7, 0);
	struct err err = ERR_INIT;
	struct db_cursor *held;

	assert_ok(db_begin(db, &err), err);
	assert_ok(insert(db, &e, &t, &err), err);
	assert_ok(db_row_all(db, &things, 0, &held, &err), err);
	for (int mask = 0; mask < 1 << THING_N; mask++) {
		bool wanted[THING_N];
		struct db_cursor *c;

		for (int i = 0; i < THING_N; i++)
			wanted[i] = mask >> i & 1;
		if (mask == 1 << (THING_N - 1)) {
			assert_ok(db_cursor_next(held, &err), err);
			assert_string_equal(db_cursor_text(held, THING_NAME),
				"Ana");
			db_cursor_close(held);
		}
		assert_ok(db_row_get(db, &things, wanted, e.rid, &c, &err), err);
		assert_int_equal(only(c), e.rid);
	}
	assert_true(db->plans.n <= 200);
	assert_true(db->stmts.n <= 300);
	db_rollback(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		things_test(test_what_was_inserted_is_read_back),
		things_test(test_only_what_is_wanted_is_read),
		things_test(test_what_is_taken_is_refused_and_leaves_nothing),
		things_test(test_update_replaces_all_and_moves_the_tally),
		things_test(test_finds_by_unique_text_and_by_sort_key),
		things_test(test_scans_an_audience_newest_first),
		things_test(test_parts_belong_to_their_record),
		things_test(test_statements_are_composed_once),
		things_test(test_plans_do_not_pile_up),
	};

	return RUN_TESTS("db/row", tests);
}
