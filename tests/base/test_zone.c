/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include <time.h>

#include "base/zone.h"

/* A machine may lack the database of zones; then there is little to test. */
#define NEED_ZONES() do { \
	if (!zone_known("Europe/Bucharest")) \
		skip(); \
} while (0)

static void
test_names_cannot_lead_out_of_the_folder(void **state)
{
	static const char *const bad[] = {
		"", "/etc/passwd", "../../etc/passwd", "Europe/../localtime",
		"Europe/", "Europe//Bucharest", ":UTC", "EET-2EEST", "localtime",
		"posixrules", "right/UTC", "posix/UTC", "zone.tab", "Europe",
		"tzdata.zi", "Nowhere/Land", "leapseconds", "Europe/Bucharest ",
	};
	static const char *const malformed[] = {
		"", "/UTC", "../UTC", "UTC/", "Europe//Sofia", ":UTC", "UTC ",
		"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (zone_known(bad[i]))
			fail_msg("%s is taken for a zone", bad[i]);
	for (size_t i = 0; i < ARRAY_SIZE(malformed); i++)
		if (zone_well_formed(malformed[i]))
			fail_msg("%s is taken for a name", malformed[i]);
	assert_true(zone_known("UTC"));
	assert_true(zone_well_formed("America/Argentina/Buenos_Aires"));
	assert_true(zone_well_formed("Etc/GMT+12"));
}

static void
test_offsets_follow_daylight_saving(void **state)
{
	(void)state;
	NEED_ZONES();
	/* 2026-01-15 and 2026-07-15, 12:00 UTC */
	assert_int_equal(zone_offset("Europe/Bucharest", 1768478400), 7200);
	assert_int_equal(zone_offset("Europe/Bucharest", 1784116800), 10800);
	assert_int_equal(zone_offset("UTC", 1784116800), 0);
	/* The minute before and after the change of 2026-03-29 01:00 UTC. */
	assert_int_equal(zone_offset("Europe/Bucharest", 1774745940), 7200);
	assert_int_equal(zone_offset("Europe/Bucharest", 1774746000), 10800);
	/* Local mean time, far before any rule. */
	assert_int_equal(zone_offset("Europe/Bucharest", -4000000000), 6264);
}

static void
test_a_wall_clock_may_leap_or_repeat(void **state)
{
	int offset[2];

	(void)state;
	NEED_ZONES();
	/* 2026-03-29 03:30 is left out, 2026-10-25 03:30 comes twice. */
	assert_int_equal(zone_offsets("Europe/Bucharest", 1774755000, offset),
		0);
	assert_int_equal(offset[0], 7200);
	assert_int_equal(zone_offsets("Europe/Bucharest", 1792899000, offset),
		2);
	assert_int_equal(offset[0], 10800);
	assert_int_equal(offset[1], 7200);
	/* The minutes around them. */
	assert_int_equal(zone_offsets("Europe/Bucharest", 1774753140, offset),
		1);
	assert_int_equal(offset[0], 7200);
	assert_int_equal(zone_offsets("Europe/Bucharest", 1774756800, offset),
		1);
	assert_int_equal(offset[0], 10800);
	assert_int_equal(zone_offsets("Europe/Bucharest", 1792900800, offset),
		1);
	assert_int_equal(offset[0], 7200);
	assert_int_equal(zone_offsets("UTC", 1792900800, offset), 1);
	assert_int_equal(offset[0], 0);
}

static void
test_answers_are_the_same_from_memory(void **state)
{
	(void)state;
	NEED_ZONES();
	/* A year of half hours, and days of 60 years, against the library. */
	for (int64_t t = 0; t < 2000000000; t += t < 1767225600 ||
	     t > 1798761600 ? 6 * 86400 : 1800) {
		time_t instant = (time_t)t;
		struct tm tm;

		setenv("TZ", "Europe/Bucharest", 1);
		tzset();
		localtime_r(&instant, &tm);
		assert_int_equal(zone_offset("Europe/Bucharest", t),
			tm.tm_gmtoff);
	}
	setenv("TZ", "UTC", 1);
	tzset();
}

static void
test_the_process_keeps_its_zone(void **state)
{
	time_t instant = 1784116800;
	struct tm tm;

	(void)state;
	NEED_ZONES();
	setenv("TZ", "EET-2", 1);
	tzset();
	assert_int_equal(zone_offset("America/New_York", 1784116801), -14400);
	assert_string_equal(getenv("TZ"), "EET-2");
	localtime_r(&instant, &tm);
	assert_int_equal(tm.tm_gmtoff, 7200);
	unsetenv("TZ");
	assert_int_equal(zone_offset("Asia/Kathmandu", 1784116802), 20700);
	assert_null(getenv("TZ"));
	setenv("TZ", "UTC", 1);
	tzset();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_cannot_lead_out_of_the_folder),
		cmocka_unit_test(test_offsets_follow_daylight_saving),
		cmocka_unit_test(test_a_wall_clock_may_leap_or_repeat),
		cmocka_unit_test(test_answers_are_the_same_from_memory),
		cmocka_unit_test(test_the_process_keeps_its_zone),
	};

	return RUN_TESTS("base/zone", tests);
}
