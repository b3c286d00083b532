/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/clock.h"
#include "ui/home_text.h"

/* Monday 5 January 2026, noon. */
static const int64_t NOON = INT64_C(1767614400000);

static void
due(const char *on, int when, const char *want)
{
	struct strbuf out = STRBUF_INIT;

	home_due(&out, on, when, NOON, "UTC");
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
test_dates_are_said_as_people_say_them(void **state)
{
	(void)state;
	due("2025-11-19", DESK_DUE_OVERDUE, "47 days late");
	due("2026-01-04", DESK_DUE_OVERDUE, "1 day late");
	due("2026-01-05", DESK_DUE_TODAY, "today");
	due("2026-01-06", DESK_DUE_WEEK, "tomorrow");
	due("2026-01-07", DESK_DUE_WEEK, "in 2 days");
	due("~2026-01-08", DESK_DUE_WEEK, "in 3 days");
	due("2025-12-31", DESK_DUE_PAST, "5 days ago");
	due("2026-03", DESK_DUE_LATER, "2026-03");
	due("2025-12", DESK_DUE_OVERDUE, "2025-12 is over");
}

/* The clock is that of who acts, and their place is named if it is not here. */
static void
test_hours_are_those_of_the_place(void **state)
{
	(void)state;
	due("2026-01-05T14:00+00:00[UTC]", DESK_DUE_TODAY, "today 14:00");
	due("2026-01-05T09:00+00:00[UTC]", DESK_DUE_OVERDUE, "late since 09:00");
	due("2026-01-06T14:00+02:00[Europe/Bucharest]", DESK_DUE_WEEK,
		"tomorrow 14:00 Bucharest");
	due("2026-01-06T14:00-03:00[America/Argentina/Buenos_Aires]",
		DESK_DUE_WEEK, "tomorrow 14:00 Buenos Aires");
	due("2026-01-09T14:00+00:00[UTC]", DESK_DUE_WEEK, "in 4 days");
}

static void
moment(int64_t at, const char *zone, const char *want)
{
	struct strbuf out = STRBUF_INIT;

	home_moment(&out, at, NOON, zone);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
test_moments_within_a_week_are_days(void **state)
{
	const int64_t hour = INT64_C(3600000);

	(void)state;
	moment(NOON - 2 * hour, "UTC", "today 10:00");
	moment(NOON - 24 * hour, "UTC", "Sun 12:00");
	moment(NOON - 6 * 24 * hour, "UTC", "Tue 12:00");
	moment(NOON - 7 * 24 * hour, "UTC", "29 Dec 2025 12:00");
}

static void
test_days_are_counted_to_a_date(void **state)
{
	(void)state;
	assert_int_equal(home_days_to("2026-01-05", NOON, "UTC"), 0);
	assert_int_equal(home_days_to("2026-02-01", NOON, "UTC"), 27);
	assert_int_equal(home_days_to("2026-01-02", NOON, "UTC"), -3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates_are_said_as_people_say_them),
		cmocka_unit_test(test_hours_are_those_of_the_place),
		cmocka_unit_test(test_moments_within_a_week_are_days),
		cmocka_unit_test(test_days_are_counted_to_a_date),
	};

	return RUN_TESTS("ui/home_text", tests);
}
