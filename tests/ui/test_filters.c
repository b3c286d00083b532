/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_filters.c - filters are kept under names, whole and in their order. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "src/kind.h"
#include "ui/filters.h"

static void
test_filters_are_kept_by_kind(void **state)
{
	struct desk *d = fake_open();
	const struct kind *lead = kind_find("lead"), *task = kind_find("task");
	struct filters f = { .n = 0 };
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(filters_put(&f, "late\tones", "is:overdue", "due", NULL, &err), err);
	assert_ok(filters_put(&f, "money", "cash or \"a b\"", NULL, "status", &err),
		err);
	assert_ok(filters_keep(&f, lead, d, &err), err);
	filters_recall(&f, task, d);
	assert_int_equal(f.n, 0);
	filters_recall(&f, lead, d);
	assert_int_equal(f.n, 2);
	assert_string_equal(f.rows[0].name, "late ones");
	assert_string_equal(f.rows[0].filter, "is:overdue");
	assert_string_equal(f.rows[0].sort, "due");
	assert_string_equal(f.rows[0].group, "");
	assert_string_equal(f.rows[1].filter, "cash or \"a b\"");
	assert_string_equal(f.rows[1].group, "status");
	filters_clear(&f);
	fake_close(d);
}

static void
test_same_name_is_replaced_and_one_can_go(void **state)
{
	struct filters f = { .n = 0 };
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(filters_put(&f, "a", "x", NULL, NULL, &err), err);
	assert_ok(filters_put(&f, "b", "y", NULL, NULL, &err), err);
	assert_ok(filters_put(&f, "a", "z", NULL, NULL, &err), err);
	assert_int_equal(f.n, 2);
	assert_string_equal(f.rows[0].filter, "z");
	filters_drop(&f, filters_find(&f, "a"));
	assert_int_equal(f.n, 1);
	assert_string_equal(f.rows[0].name, "b");
	assert_int_equal(filters_find(&f, "a"), f.n);
	filters_clear(&f);
}

static void
test_there_is_an_end_to_names_and_numbers(void **state)
{
	struct filters f = { .n = 0 };
	struct err err = ERR_INIT;
	char name[FILTERS_NAME + 2];

	(void)state;
	assert_false(filters_put(&f, "", "x", NULL, NULL, &err));
	assert_int_equal(err.code, ERR_INVALID);
	memset(name, 'n', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_false(filters_put(&f, name, "x", NULL, NULL, &err));
	for (int i = 0; i < FILTERS_MOST; i++) {
		snprintf(name, sizeof(name), "%d", i);
		assert_ok(filters_put(&f, name, "x", NULL, NULL, &err), err);
	}
	assert_false(filters_put(&f, "one more", "x", NULL, NULL, &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_ok(filters_put(&f, "7", "y", NULL, NULL, &err), err);
	filters_clear(&f);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_filters_are_kept_by_kind),
	cmocka_unit_test(test_same_name_is_replaced_and_one_can_go),
	cmocka_unit_test(test_there_is_an_end_to_names_and_numbers),
};

int
main(void)
{
	return RUN_TESTS("ui/filters", tests);
}
