/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/date.h"
#include "base/zone.h"

/* Saturday 2026-03-14 12:00:30.5 UTC: 14:00 in Bucharest. */
static const int64_t now = 1773489630500;

#define BUCHAREST "Europe/Bucharest"
#define ZONE "[Europe/Bucharest]"

static int
start(void **state)
{
	(void)state;
	if (!zone_known(BUCHAREST)) {
		print_message("1..0 # SKIP no time zones on this machine\n");
		exit(77);
	}
	return 0;
}

static bool
is_canonical(const char *text)
{
	char key[DATE_KEY_SIZE];

	date_key(text, key);
	return key[0];
}

static void
assert_date(const char *text, const char *want)
{
	char out[DATE_TEXT_SIZE], again[DATE_TEXT_SIZE];
	struct err err = ERR_INIT;

	if (!date_parse(text, now, BUCHAREST, out, &err))
		fail_msg("%s: %s", text, err.text);
	assert_string_equal(out, want);
	assert_true(is_canonical(out));
	/* What is exported can be imported. */
	assert_ok(date_parse(out, 0, "UTC", again, &err), err);
	assert_string_equal(again, out);
}

static void
assert_refused(const char *text, const char *hint)
{
	char out[DATE_TEXT_SIZE] = "as it was";
	struct err err = ERR_INIT;

	assert_err(date_parse(text, now, BUCHAREST, out, &err), err,
		ERR_INVALID);
	if (!strstr(err.text, hint))
		fail_msg("%s: \"%s\" lacks \"%s\"", text, err.text, hint);
	assert_string_equal(out, "as it was");
}

static void
test_dates_are_kept_as_far_as_they_are_known(void **state)
{
	(void)state;
	assert_date("2026", "2026");
	assert_date("2026-03", "2026-03");
	assert_date("2026-03-14", "2026-03-14");
	assert_date(" ~2026 ", "~2026");
	assert_date("~2026-03-14", "~2026-03-14");
	assert_date("31.1.2027", "2027-01-31");
	assert_date("01.02.2027", "2027-02-01");
	assert_date("1.2027", "2027-01");
	assert_date("~12.1987", "~1987-12");
	assert_date("2028-02-29", "2028-02-29");
	assert_date("1000", "1000");
	assert_date("9999-12-31", "9999-12-31");
}

static void
test_words_count_from_today(void **state)
{
	(void)state;
	assert_date("today", "2026-03-14");
	assert_date("Tomorrow", "2026-03-15");
	assert_date("YESTERDAY", "2026-03-13");
	assert_date("+3d", "2026-03-17");
	assert_date("-2w", "2026-02-28");
	assert_date("+1m", "2026-04-14");
	assert_date("+1Y", "2027-03-14");
	assert_date("-15m", "2024-12-14");
	assert_date("+0d", "2026-03-14");
	assert_date("~-20y", "~2006-03-14");
	assert_date("sun", "2026-03-15");
	assert_date("sat", "2026-03-21");
	assert_date("fri", "2026-03-20");
	assert_date("Monday", "2026-03-16");
	assert_date("thurs", "2026-03-19");
	assert_date("fri 14:00", "2026-03-20T14:00+02:00" ZONE);
	assert_date("tomorrow  9:05", "2026-03-15T09:05+02:00" ZONE);
	assert_date("+30d 9:05", "2026-04-13T09:05+03:00" ZONE);
	assert_date("now", "2026-03-14T14:00+02:00" ZONE);
	assert_date("+48h", "2026-03-16T14:00+02:00" ZONE);
	/* Over the change of 29 March an hour is an hour. */
	assert_date("+360h", "2026-03-29T15:00+03:00" ZONE);
}

static void
test_today_depends_on_the_zone(void **state)
{
	char out[DATE_TEXT_SIZE];
	struct err err = ERR_INIT;

	(void)state;
	/* 2026-03-14 23:30 UTC */
	assert_ok(date_parse("today", 1773531000000, "UTC", out, &err), err);
	assert_string_equal(out, "2026-03-14");
	assert_ok(date_parse("today", 1773531000000, BUCHAREST, out, &err),
		err);
	assert_string_equal(out, "2026-03-15");
	assert_ok(date_parse("tomorrow", -1, "UTC", out, &err), err);
	assert_string_equal(out, "1970-01-01");
	assert_ok(date_parse("2026", 0, "Nowhere/Land", out, &err), err);
	assert_err(date_parse("today", 0, "Nowhere/Land", out, &err), err,
		ERR_INVALID);
	assert_non_null(strstr(err.text, "Nowhere/Land"));
	assert_err(date_parse("2026-03-14 14:00", 0, "../../etc/localtime", out,
		&err), err, ERR_INVALID);
	assert_null(strstr(err.text, "etc"));
}

static void
test_months_end_where_they_end(void **state)
{
	char out[DATE_TEXT_SIZE];

	(void)state;
	/* 2027-01-31 and 2028-02-29, 12:00 UTC */
	assert_true(date_parse("+1m", 1801396800000, "UTC", out, NULL));
	assert_string_equal(out, "2027-02-28");
	assert_true(date_parse("+1y", 1835438400000, "UTC", out, NULL));
	assert_string_equal(out, "2029-02-28");
}

static void
test_times_get_the_offset_of_their_zone(void **state)
{
	(void)state;
	assert_date("2026-03-14 14:00", "2026-03-14T14:00+02:00" ZONE);
	assert_date("2026-07-14T14:00", "2026-07-14T14:00+03:00" ZONE);
	assert_date("14.7.2026 9:30", "2026-07-14T09:30+03:00" ZONE);
	assert_date("~2026-07-14t14:00:30",
		"~2026-07-14T14:00:30+03:00" ZONE);
	assert_date("2026-03-14T14:00Z", "2026-03-14T14:00Z");
	assert_date("2026-03-14T14:00-00:00", "2026-03-14T14:00Z");
	assert_date("2026-03-14 14:00+05:30", "2026-03-14T14:00+05:30");
	assert_date("2026-03-14 14:00-0330", "2026-03-14T14:00-03:30");
	assert_date("2026-03-14 14:00+01", "2026-03-14T14:00+01:00");
	assert_date("2026-03-14T14:00[UTC]", "2026-03-14T14:00+00:00[UTC]");
	assert_date("2026-03-14T14:00Z[UTC]", "2026-03-14T14:00+00:00[UTC]");
	assert_date("2026-03-14T14:00[America/New_York]",
		"2026-03-14T14:00-04:00[America/New_York]");
	assert_date("2026-03-14T14:00+02:00" ZONE,
		"2026-03-14T14:00+02:00" ZONE);
}

static void
test_daylight_saving_leaves_out_and_repeats(void **state)
{
	(void)state;
	assert_refused("2026-03-29 03:30", "clocks leap over it");
	assert_date("2026-03-29 02:59", "2026-03-29T02:59+02:00" ZONE);
	assert_date("2026-03-29 04:00", "2026-03-29T04:00+03:00" ZONE);
	assert_date("2026-10-25 03:30", "2026-10-25T03:30+03:00" ZONE);
	assert_date("2026-10-25 03:30+02:00" ZONE,
		"2026-10-25T03:30+02:00" ZONE);
	assert_refused("2026-03-29 03:30+02:00" ZONE, "leap over");
	assert_date("2026-03-29 03:30+02:00", "2026-03-29T03:30+02:00");
	assert_refused("2026-07-14 14:00+02:00" ZONE, "is at +03:00");
	assert_refused("2026-07-14 14:00Z" ZONE, "is at +03:00");
	/* Before the clocks were set by whole minutes. */
	assert_refused("1900-01-01 12:00", "whole minutes");
	assert_date("1900-01-01 12:00+01:44", "1900-01-01T12:00+01:44");
}

static void
test_what_is_no_date_is_refused_with_a_hint(void **state)
{
	static const struct {
		const char *text, *hint;
	} cases[] = {
		{ "", "2026-03-14" }, { "~", "2026-03-14" }, { "x", "2026-03-14" },
		{ "1/2/27", "slashes" }, { "2026/03/14", "slashes" },
		{ "31.1.27", "four digits" }, { "1.2.3.4", "four digits" },
		{ "2026-02-29", "no day 29 in 2026-02; its last is 28" },
		{ "31.4.2026", "no day 31" }, { "2026-04-00", "no day 0" },
		{ "2026-13", "no month 13" }, { "0.2026", "no month 0" },
		{ "0999", "1000 to 9999" }, { "0026-03-14", "1000 to 9999" },
		{ "2026-3-14", "2026-03-14" }, { "20260314", "2026-03-14" },
		{ "12026-03-14", "2026-03-14" }, { "2026-03-14x", "2026-03-14" },
		{ "2026-03-14T", "14:00" }, { "2026-03-14 24:00", "23:59:59" },
		{ "2026-03-14 12:60", "00:00" }, { "2026-03-14 1200", "14:00" },
		{ "2026-03-14 12:00:60", "14:00" }, { "2026-03 14:00", "time" },
		{ "2026-03-14 12:00 Uhr", "14:00" },
		{ "2026-03-14 12:00+2", "+02:00" },
		{ "2026-03-14 12:00+02:", "+02:00" },
		{ "2026-03-14 12:00+02:0", "+02:00" },
		{ "2026-03-14 12:00+02:60", "+02:00" },
		{ "2026-03-14 12:00+16:00", "+02:00" },
		{ "2026-03-14 12:00[", "14:00" }, { "2026-03-14 12:00[]", "zone" },
		{ "2026-03-14 12:00[Nowhere/Land]", "Nowhere/Land is not known" },
		{ "2026-03-14 12:00[../../etc/passwd]", "zone" },
		{ "7d", "+7d" }, { "+7", "one letter" }, { "+7x", "one letter" },
		{ "+d", "2026-03-14" }, { "+1d2", "2026-03-14" },
		{ "+9000y", "1000 to 9999" }, { "-999999m", "1000 to 9999" },
		{ "+1234567d", "one letter" }, { "now 14:00", "2026-03-14" },
		{ "+2h 14:00", "2026-03-14" }, { "mo", "2026-03-14" },
		{ "mondays", "2026-03-14" }, { "tomorrowandtomorrow", "write" },
		{ "1000-01-01T00:30+02:00", "1000 to 9999" },
		{ "9999-12-31T23:30-02:00", "1000 to 9999" },
		{ "2026-03-14\n", "2026-03-14" }, { "\xC2\xA0" "2026", "2026" },
		{ "\xFF", "2026-03-14" }, { "2026\xE2\x80\x91" "03", "2026-03-14" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_refused(cases[i].text, cases[i].hint);
}

static void
test_canonical_is_only_what_was_written(void **state)
{
	static const char *const bad[] = {
		"", "today", "31.1.2027", " 2026", "2026 ", "2026-03-14 14:00",
		"2026-03-14T14:00", "2026-03-14t14:00Z", "2026-03-14T14:00z",
		"2026-03-14T14:00+0200", "2026-03-14T9:00Z", "2026-02-30",
		"2026-03-14T14:00[UTC]", "2026-03-14T14:00Z[UTC]",
		"2026-03-14T14:00-00:00", "0999", "+3d",
		"1000-01-01T00:30+02:00",
	};
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (is_canonical(bad[i]))
			fail_msg("%s is taken for canonical", bad[i]);
	/* Not every machine knows every zone, nor every rule. */
	assert_true(is_canonical("2026-03-14T14:00+02:00[Mars/Olympus]"));
	assert_true(is_canonical("2026-07-14T14:00+02:00" ZONE));
}

static void
test_keys_order_by_time(void **state)
{
	static const char *const sorted[] = {
		"1000", "1999-12-31", "2026", "2026-03", "2026-03-14",
		"2026-03-14T13:30+02:00", "2026-03-14T12:00Z",
		"2026-03-14T14:00:01+02:00", "2026-03-14T08:01-04:00",
		"2026-03-15T00:00+02:00", "2026-03-15", "2026-04", "2027",
		"9999", "9999-12-31", "9999-12-31T23:59:59Z",
	};
	char before[DATE_KEY_SIZE] = "", key[DATE_KEY_SIZE], about[40];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(sorted); i++) {
		date_key(sorted[i], key);
		if (strcmp(before, key) >= 0)
			fail_msg("%s: %s >= %s", sorted[i], before, key);
		memcpy(before, key, sizeof(key));
		snprintf(about, sizeof(about), "~%s", sorted[i]);
		date_key(about, key);
		assert_string_equal(key, before);
	}
	date_key("2026-03-14T14:00+02:00" ZONE, key);
	assert_string_equal(key, "20260314T120000");
	date_key("2026-03", key);
	assert_string_equal(key, "202603");
	date_key_of_ms(now, key);
	assert_string_equal(key, "20260314T120030");
	date_key_of_ms(-1, key);
	assert_string_equal(key, "19691231T235959");
	date_key_of_ms(INT64_MIN, key);
	assert_string_equal(key, "0000");
	date_key_of_ms(INT64_MAX, before);
	date_key("9999-12-31T23:59:59Z", key);
	assert_true(strcmp(key, before) < 0);
}

static void
assert_range(const char *text, const char *zone, const char *first,
	const char *after)
{
	char from[DATE_KEY_SIZE], to[DATE_KEY_SIZE];
	struct err err = ERR_INIT;

	if (!date_range(text, now, zone, from, to, &err))
		fail_msg("%s: %s", text, err.text);
	assert_string_equal(from, first);
	assert_string_equal(to, after);
}

static void
test_ranges_are_all_of_what_was_named(void **state)
{
	(void)state;
	assert_range("2026", "UTC", "2026", "2027");
	assert_range("~2026-03", "UTC", "202603", "202604");
	assert_range("12.2026", "UTC", "202612", "202701");
	assert_range("2026-02-28", "UTC", "20260228", "20260301");
	assert_range("today", "UTC", "20260314", "20260315");
	assert_range("9999", "UTC", "9999", "99991231T235960");
	assert_range("2026-03-14 14:00", "UTC", "20260314T140000",
		"20260314T140100");
	assert_range("2026-03-14T14:00:59Z", "UTC", "20260314T140059",
		"20260314T140100");
	/* The day begins in Bucharest at 22:00 of the day before in UTC. */
	assert_range("2026-03-14", BUCHAREST, "20260313T220000",
		"20260314T220000");
	assert_range("2026-03", BUCHAREST, "20260228T220000",
		"20260331T210000");
	assert_range("2026-03-14", "America/New_York", "20260314", "20260315");
	/* Clocks leap over midnight: the day begins an hour later. */
	if (zone_known("Asia/Beirut"))
		assert_range("2022-03-27", "Asia/Beirut", "20220326T220000",
			"20220327T210000");
}

static void
test_lengths_in_filters_are_instants(void **state)
{
	char first[DATE_KEY_SIZE], after[DATE_KEY_SIZE];

	(void)state;
	assert_range("7d", BUCHAREST, "20260321T120030", "20260321T120030");
	assert_range("+7d", BUCHAREST, "20260321T120030", "20260321T120030");
	assert_range("-2d", BUCHAREST, "20260312T120030", "20260312T120030");
	assert_range("2w", BUCHAREST, "20260328T120030", "20260328T120030");
	assert_range("-48h", BUCHAREST, "20260312T120030", "20260312T120030");
	assert_range("1m", BUCHAREST, "20260414T120030", "20260414T120030");
	assert_range("-1y", BUCHAREST, "20250314T120030", "20250314T120030");
	assert_range("now", BUCHAREST, "20260314T120030", "20260314T120030");
	assert_range("999999y", "UTC", "99991231T235960", "99991231T235960");
	assert_range("-999999y", "UTC", "0000", "0000");
	assert_range("+3d 14:00", "UTC", "20260317T140000", "20260317T140100");
	assert_false(date_range("7", now, "UTC", first, after, NULL));
	assert_false(date_range("1/2/27", now, "UTC", first, after, NULL));
	assert_false(date_range("2026", now, "No/Where", first, after, NULL));
}

static void
test_every_stored_date_is_in_the_range_of_itself(void **state)
{
	static const char *const texts[] = {
		"2026", "2026-03", "2026-03-14", "~1987-12", "9999-12-31",
		"2026-03-14T14:00Z", ("2026-10-25T03:30+02:00" ZONE),
	};
	static const char *const zones[] = {
		"UTC", BUCHAREST, "America/New_York", "Pacific/Kiritimati",
	};
	char first[DATE_KEY_SIZE], after[DATE_KEY_SIZE], key[DATE_KEY_SIZE];
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		for (size_t z = 0; z < ARRAY_SIZE(zones); z++) {
			assert_ok(date_range(texts[i], now, zones[z], first,
				after, &err), err);
			date_key(texts[i], key);
			assert_true(strcmp(first, key) <= 0);
			assert_true(strcmp(key, after) < 0);
		}
	}
}

static void
test_screens_show_neither_offset_nor_zone(void **state)
{
	char out[DATE_TEXT_SIZE];

	(void)state;
	date_short("2026-03-14T14:00+02:00" ZONE, out, sizeof(out));
	assert_string_equal(out, "2026-03-14 14:00");
	date_exact("2026-03-14T14:00+02:00" ZONE, out, sizeof(out));
	assert_string_equal(out, "2026-03-14 14:00 +02:00");
	date_exact("~2026-03-14T14:00:30Z", out, sizeof(out));
	assert_string_equal(out, "~2026-03-14 14:00 UTC");
	date_exact("2026-03-14", out, sizeof(out));
	assert_string_equal(out, "2026-03-14");
	date_short("~2026-03-14T14:00:30Z", out, sizeof(out));
	assert_string_equal(out, "~2026-03-14 14:00");
	date_short("~2026-03", out, sizeof(out));
	assert_string_equal(out, "~2026-03");
	date_short("2026-03-14T14:00Z", out, 11);
	assert_string_equal(out, "2026-03-14");
	date_short("no date", out, sizeof(out));
	assert_string_equal(out, "no date");
}

/* Only where the reader's own clock stands otherwise at that time. */
static void
test_a_clock_elsewhere_says_where(void **state)
{
	static const struct {
		const char *canonical, *zone, *shown;
	} rows[] = {
		{ "2026-03-14T14:00+02:00" ZONE, "Europe/Bucharest",
			"2026-03-14 14:00" },
		{ "2026-03-14T14:00+02:00" ZONE, "Europe/Sofia",
			"2026-03-14 14:00" },
		{ "2026-03-14T14:00+02:00" ZONE, "Europe/Paris",
			"2026-03-14 14:00 Bucharest" },
		{ "~2026-07-14T14:00-03:00[America/Sao_Paulo]", "Europe/Paris",
			"~2026-07-14 14:00 Sao Paulo" },
		{ "2026-03-14T14:00+02:00", "Europe/Paris",
			"2026-03-14 14:00 +02:00" },
		{ "2026-07-14T14:00Z", "Europe/London", "2026-07-14 14:00 UTC" },
		{ "2026-01-14T14:00Z", "Europe/London", "2026-01-14 14:00" },
		{ "2026-03-14T14:00+02:00" ZONE, NULL, "2026-03-14 14:00" },
		{ "2026-03-14", "Europe/Paris", "2026-03-14" },
		{ "no date", "Europe/Paris", "no date" },
	};
	char out[DATE_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		date_local(rows[i].canonical, rows[i].zone, out, sizeof(out));
		assert_string_equal(out, rows[i].shown);
	}
	date_local(rows[2].canonical, rows[2].zone, out, 20);
	assert_string_equal(out, "2026-03-14 14:00 Bu");
}

static void
test_a_day_is_neither_before_nor_after_a_moment_of_it(void **state)
{
	static const struct {
		const char *canonical;
		int against;
	} all[] = {
		{ "2026-01-05", 0 }, { "2026-01-04", -1 }, { "2026-01-06", 1 },
		{ "2026-01", 0 }, { "2025", -1 }, { "2027", 1 }, { "~2026", 0 },
		{ "2026-01-05T11:59Z", -1 }, { "2026-01-05T12:01Z", 1 },
		{ "2026-01-05T14:01+02:00", 1 }, { "2026-01-05T13:59+02:00", -1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		int is = date_against(all[i].canonical, INT64_C(1767614400000));

		if ((is > 0) - (is < 0) != all[i].against)
			fail_msg("%s: %d", all[i].canonical, is);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_clock_elsewhere_says_where),
		cmocka_unit_test(test_dates_are_kept_as_far_as_they_are_known),
		cmocka_unit_test(test_words_count_from_today),
		cmocka_unit_test(test_today_depends_on_the_zone),
		cmocka_unit_test(test_months_end_where_they_end),
		cmocka_unit_test(test_times_get_the_offset_of_their_zone),
		cmocka_unit_test(test_daylight_saving_leaves_out_and_repeats),
		cmocka_unit_test(test_what_is_no_date_is_refused_with_a_hint),
		cmocka_unit_test(test_canonical_is_only_what_was_written),
		cmocka_unit_test(test_keys_order_by_time),
		cmocka_unit_test(test_a_day_is_neither_before_nor_after_a_moment_of_it),
		cmocka_unit_test(test_ranges_are_all_of_what_was_named),
		cmocka_unit_test(test_lengths_in_filters_are_instants),
		cmocka_unit_test(test_every_stored_date_is_in_the_range_of_itself),
		cmocka_unit_test(test_screens_show_neither_offset_nor_zone),
	};

	return cmocka_run_group_tests_name("base/date", tests, start, NULL) ?
		1 : 0;
}
