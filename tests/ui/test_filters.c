/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_filters.c - filters are kept under names, whole. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "src/kind.h"
#include "ui/filters.h"

static bool
keep(struct desk *d, const struct filters *f, const char *name,
	const char *filter, struct err *err)
{
	struct filters_row row = { .name = (char *)(uintptr_t)name,
		.filter = (char *)(uintptr_t)filter };

	return filters_keep(f, kind_of(KIND_LEAD), d, &row, err);
}

static void
test_filters_are_kept_by_kind(void **state)
{
	struct desk *d = fake_open();
	const struct kind *lead = kind_of(KIND_LEAD);
	struct filters f = { .n = 0 };
	char name[] = "late\tones", filter[] = "is:overdue", sort[] = "due";
	char group[] = "status";
	struct filters_row row = { name, filter, sort, group };
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(filters_keep(&f, lead, d, &row, &err), err);
	assert_ok(keep(d, &f, "money", "cash or \"a b\"", &err), err);
	filters_recall(&f, kind_of(KIND_TASK), d);
	assert_int_equal(f.n, 0);
	filters_recall(&f, lead, d);
	assert_int_equal(f.n, 2);
	assert_string_equal(f.rows[0].name, "late ones");
	assert_string_equal(f.rows[0].filter, "is:overdue");
	assert_string_equal(f.rows[0].sort, "due");
	assert_string_equal(f.rows[0].group, "status");
	assert_string_equal(f.rows[1].filter, "cash or \"a b\"");
	assert_string_equal(f.rows[1].sort, "");
	filters_clear(&f);
	fake_close(d);
}

static void
test_same_name_is_replaced_and_one_can_go(void **state)
{
	struct desk *d = fake_open();
	struct filters f = { .n = 0 };
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(keep(d, &f, "a", "x", &err), err);
	assert_ok(keep(d, &f, "b", "y", &err), err);
	assert_ok(keep(d, &f, "a", "z", &err), err);
	filters_recall(&f, kind_of(KIND_LEAD), d);
	assert_int_equal(f.n, 2);
	assert_string_equal(f.rows[filters_find(&f, "a")].filter, "z");
	assert_ok(filters_forget(kind_of(KIND_LEAD), d, "a", &err), err);
	filters_recall(&f, kind_of(KIND_LEAD), d);
	assert_int_equal(f.n, 1);
	assert_int_equal(filters_find(&f, "a"), f.n);
	filters_clear(&f);
	fake_close(d);
}

static void
test_there_is_an_end_to_names_and_numbers(void **state)
{
	struct desk *d = fake_open();
	struct filters f = { .n = 0 };
	struct err err = ERR_INIT;
	char name[FILTERS_NAME + 2];

	(void)state;
	assert_false(keep(d, &f, "", "x", &err));
	assert_int_equal(err.code, ERR_INVALID);
	memset(name, 'n', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_false(keep(d, &f, name, "x", &err));
	for (int i = 0; i < FILTERS_MOST; i++) {
		snprintf(name, sizeof(name), "%d", i);
		assert_ok(keep(d, &f, name, "x", &err), err);
	}
	filters_recall(&f, kind_of(KIND_LEAD), d);
	assert_false(keep(d, &f, "one more", "x", &err));
	assert_int_equal(err.code, ERR_RULE);
	assert_ok(keep(d, &f, "7", "y", &err), err);
	filters_clear(&f);
	fake_close(d);
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
