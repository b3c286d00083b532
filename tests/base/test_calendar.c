/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/calendar.h"

static void
test_every_day_of_nine_thousand_years_comes_back(void **state)
{
	struct calendar_date date = { 1000, 1, 1 };
	int64_t day = calendar_day(date);

	(void)state;
	for (; date.year < 10000; day++) {
		struct calendar_date back = calendar_date(day);

		assert_int_equal(calendar_day(date), day);
		assert_true(back.year == date.year &&
			back.month == date.month && back.day == date.day);
		if (++date.day <= calendar_month_days(date.year, date.month))
			continue;
		date.day = 1;
		if (++date.month <= 12)
			continue;
		date.month = 1;
		date.year++;
	}
}

static void
test_known_days(void **state)
{
	(void)state;
	assert_int_equal(calendar_day((struct calendar_date){ 1970, 1, 1 }), 0);
	assert_int_equal(calendar_day((struct calendar_date){ 2000, 3, 1 }),
		11017);
	assert_int_equal(calendar_day((struct calendar_date){ 1969, 12, 31 }),
		-1);
	assert_int_equal(calendar_weekday(0), 3);
	assert_int_equal(calendar_weekday(-4), 6);
	assert_int_equal(calendar_weekday(20526), 5);	/* 2026-03-14 */
}

static void
test_leap_years(void **state)
{
	(void)state;
	assert_int_equal(calendar_month_days(2028, 2), 29);
	assert_int_equal(calendar_month_days(2027, 2), 28);
	assert_int_equal(calendar_month_days(2100, 2), 28);
	assert_int_equal(calendar_month_days(2000, 2), 29);
	assert_int_equal(calendar_month_days(2026, 0), 0);
	assert_int_equal(calendar_month_days(2026, 13), 0);
}

static void
test_months_are_added_within_the_calendar(void **state)
{
	static const struct {
		struct calendar_date date;
		int months;
		struct calendar_date sum;
	} cases[] = {
		{ { 2026, 1, 31 }, 1, { 2026, 2, 28 } },
		{ { 2028, 1, 31 }, 1, { 2028, 2, 29 } },
		{ { 2028, 2, 29 }, 12, { 2029, 2, 28 } },
		{ { 2026, 12, 5 }, 1, { 2027, 1, 5 } },
		{ { 2026, 1, 5 }, -1, { 2025, 12, 5 } },
		{ { 2026, 3, 31 }, -13, { 2025, 2, 28 } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct calendar_date sum = calendar_add_months(cases[i].date,
			cases[i].months);

		assert_int_equal(calendar_day(sum),
			calendar_day(cases[i].sum));
	}
}

static void
test_seconds_are_split_downwards(void **state)
{
	int second;

	(void)state;
	assert_int_equal(calendar_split(86400 + 1, &second), 1);
	assert_int_equal(second, 1);
	assert_int_equal(calendar_split(-1, &second), -1);
	assert_int_equal(second, 86399);
	assert_int_equal(calendar_split(-86400, &second), -1);
	assert_int_equal(second, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_day_of_nine_thousand_years_comes_back),
		cmocka_unit_test(test_known_days),
		cmocka_unit_test(test_leap_years),
		cmocka_unit_test(test_months_are_added_within_the_calendar),
		cmocka_unit_test(test_seconds_are_split_downwards),
	};

	return RUN_TESTS("base/calendar", tests);
}
