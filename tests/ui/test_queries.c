/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_queries.c - what a key asks of a store, in statements: it is the same on every
 * machine, so that a screen which asks for what it was told is noticed. */
#include "tests/support/test.h"

#include <sqlite3.h>

#include "tests/support/case.h"
#include "tests/support/screen.h"

enum { LEADS = 60, LOOK = 4 };

/* Statements that were begun so far. */
static long begun;

int __real_sqlite3_step(sqlite3_stmt *stmt);
int __wrap_sqlite3_step(sqlite3_stmt *stmt);

int
__wrap_sqlite3_step(sqlite3_stmt *stmt)
{
	begun += !sqlite3_stmt_busy(stmt);
	return __real_sqlite3_step(stmt);
}

/* As many as were begun at each F12 of the script. */
static long marks[2];
static size_t n_marks;

static void
mark(struct desk *desk)
{
	(void)desk;
	assert_true(n_marks < ARRAY_SIZE(marks));
	marks[n_marks++] = begun;
}

/* The statements that the keys between two F12 take. */
static long
count(struct desk *desk, const char *keys)
{
	struct screen s = { .hook = mark };

	n_marks = 0;
	screen_play(&s, desk, "list:lead", keys);
	screen_close(&s);
	assert_int_equal(n_marks, 2);
	return marks[1] - marks[0];
}

static struct desk *
filled(void)
{
	struct desk *d = case_desk(NULL);

	for (int i = 0; i < LEADS; i++) {
		char title[40];

		snprintf(title, sizeof(title), "title=Courier %d", i);
		free(case_add(d, "lead", title, "due=2026-03-01", NULL));
	}
	return d;
}

struct asked {
	const char *what, *keys;
	long most;
};

static void
check(const struct asked *rows, size_t n_rows)
{
	struct desk *d = filled();

	for (size_t i = 0; i < n_rows; i++) {
		long n = count(d, rows[i].keys);

		if (n > rows[i].most)
			fail_msg("%s: %ld statements, %ld at most",
				rows[i].what, n, rows[i].most);
	}
	desk_close(d);
}

/* With the pane put away, for what it asks comes when keys rest. A look for what others
 * changed may fall among them, of which there is one in half a second or more. */
static void
test_keys_ask_for_nothing_that_is_at_hand(void **state)
{
	static const struct asked rows[] = {
		{ "Down", "z <F12><Down><F12>", 0 },
		{ "ten Downs and Ups", "z <F12><Down><Down><Down><Down><Down>"
			"<Up><Up><Up><Up><Up><F12>", 2 * LOOK },
		{ "Page Down", "z <F12><PgDn><F12>", 0 },
		{ "begin a filter", "z <F12>/<F12>", 0 },
		{ "go back", "z <Enter><F12><Esc><F12>", 0 },
		{ "a letter in a form", "z na<F12>b<F12>", LOOK },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

/* Who works at the case is asked with the first one, and what waits on a record of
 * that alone, whatever else waits for the person. */
static void
test_a_record_is_opened_by_what_is_about_it(void **state)
{
	static const struct asked rows[] = {
		{ "the first", "z <F12><Enter><F12>", 155 + LOOK },
		{ "another", "z <Enter><Esc><Down><F12><Enter><F12>", 91 + LOOK },
	};

	(void)state;
	check(rows, ARRAY_SIZE(rows));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(test_keys_ask_for_nothing_that_is_at_hand,
		case_setup, case_teardown),
	cmocka_unit_test_setup_teardown(test_a_record_is_opened_by_what_is_about_it,
		case_setup, case_teardown),
};

int
main(void)
{
	return RUN_TESTS("ui/queries", tests);
}
