/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include <locale.h>

#include "base/clock.h"
#include "base/zone.h"

static void
test_a_stopped_clock_moves_by_its_step(void **state)
{
	(void)state;
	clock_stop(1000, 5);
	assert_int_equal(clock_now(), 1000);
	assert_int_equal(clock_now(), 1005);
	clock_stop(7, 0);
	assert_int_equal(clock_now(), 7);
	assert_int_equal(clock_now(), 7);
	clock_go();
	assert_true(clock_now() > 1700000000000);
}

static void
test_ticks_go_on_while_the_clock_is_stopped(void **state)
{
	int64_t start = clock_ticks();

	(void)state;
	clock_stop(0, 0);
	while (clock_ticks() == start)
		;
	assert_true(clock_ticks() > start);
	clock_go();
}

static void
test_text_is_utc_with_milliseconds(void **state)
{
	static const struct {
		int64_t ms;
		const char *text;
	} cases[] = {
		{ 0, "1970-01-01T00:00:00.000Z" },
		{ 1773489600123, "2026-03-14T12:00:00.123Z" },
		{ -1, "1969-12-31T23:59:59.999Z" },
		{ -62135596800000, "0001-01-01T00:00:00.000Z" },
		{ 253402300799999, "9999-12-31T23:59:59.999Z" },
		{ INT64_MAX, "292278994-08-17T07:12:55.807Z" },
		{ INT64_MIN, "-292275055-05-16T16:47:04.192Z" },
	};
	char text[CLOCK_TEXT_SIZE];

	(void)state;
	setlocale(LC_ALL, "");
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		clock_text(cases[i].ms, text);
		assert_string_equal(text, cases[i].text);
	}
}

static void
test_local_time_is_of_the_named_zone(void **state)
{
	char text[CLOCK_TEXT_SIZE];

	(void)state;
	clock_local(1773489600123, "UTC", text);
	assert_string_equal(text, "2026-03-14 12:00");
	clock_local(1773489600123, "Nowhere/Land", text);
	assert_string_equal(text, "2026-03-14 12:00Z");
	clock_local(1773489600123, "../../../etc/localtime", text);
	assert_string_equal(text, "2026-03-14 12:00Z");
	if (!zone_known("Europe/Bucharest"))
		skip();
	clock_local(1773489600123, "Europe/Bucharest", text);
	assert_string_equal(text, "2026-03-14 14:00");
	clock_exact(1773489600123, "Europe/Bucharest", text);
	assert_string_equal(text, "2026-03-14 14:00 +02:00");
	clock_exact(1773489600123, "Nowhere/Land", text);
	assert_string_equal(text, "2026-03-14 12:00 UTC");
	clock_local(1784116800000, "Europe/Bucharest", text);
	assert_string_equal(text, "2026-07-15 15:00");
}

static void
test_the_zone_comes_from_tz_by_name_or_path(void **state)
{
	char zone[CLOCK_ZONE_SIZE], without[CLOCK_ZONE_SIZE];

	(void)state;
	unsetenv("TZ");
	clock_zone(without);
	assert_true(zone_known(without));
	setenv("TZ", "UTC", 1);
	clock_zone(zone);
	assert_string_equal(zone, "UTC");
	/* A rule of its own, a path elsewhere: as if it were not set. */
	setenv("TZ", "EET-2EEST", 1);
	clock_zone(zone);
	assert_string_equal(zone, without);
	setenv("TZ", ":/etc/passwd", 1);
	clock_zone(zone);
	assert_string_equal(zone, without);
	if (zone_known("Europe/Sofia")) {
		setenv("TZ", "Europe/Sofia", 1);
		clock_zone(zone);
		assert_string_equal(zone, "Europe/Sofia");
		setenv("TZ", ":Europe/Sofia", 1);
		clock_zone(zone);
		assert_string_equal(zone, "Europe/Sofia");
		setenv("TZ", ":/usr/share/zoneinfo/Europe/Sofia", 1);
		clock_zone(zone);
		assert_string_equal(zone, "Europe/Sofia");
	}
	setenv("TZ", "UTC", 1);
}

static void
test_a_place_is_where_it_was_said_until_it_is_taken_back(void **state)
{
	char zone[CLOCK_ZONE_SIZE];

	(void)state;
	setenv("TZ", "UTC", 1);
	clock_place("Europe/Sofia");
	clock_zone(zone);
	assert_string_equal(zone, "Europe/Sofia");
	clock_place(NULL);
	clock_zone(zone);
	assert_string_equal(zone, "UTC");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_stopped_clock_moves_by_its_step),
		cmocka_unit_test(test_ticks_go_on_while_the_clock_is_stopped),
		cmocka_unit_test(test_text_is_utc_with_milliseconds),
		cmocka_unit_test(test_local_time_is_of_the_named_zone),
		cmocka_unit_test(test_the_zone_comes_from_tz_by_name_or_path),
		cmocka_unit_test(test_a_place_is_where_it_was_said_until_it_is_taken_back),
	};

	return RUN_TESTS("base/clock", tests);
}
