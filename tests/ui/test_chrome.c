/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_chrome.c - what stands around the views fits, and keeps what matters. */
#include "tests/support/test.h"

#include "base/clock.h"
#include "ui/chrome.h"

static void
test_counts_are_grouped(void **state)
{
	static const struct { int64_t n; const char *text; } cases[] = {
		{ 0, "0" }, { 999, "999" }, { 3031, "3,031" },
		{ 1234567, "1,234,567" }, { -1000, "-1,000" }, { -12, "-12" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf out = STRBUF_INIT;

		chrome_count(&out, cases[i].n);
		assert_string_equal(out.text, cases[i].text);
		strbuf_clear(&out);
	}
}

static void
assert_title(const struct desk_who *who, int64_t overdue, int cols,
	const char *want)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;

	grid_resize(&g, 1, cols);
	chrome_title(&g, 0, who, (struct chrome_overdue){ overdue,
		overdue >= 1000 });
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
}

/* Monday 5 January 2026, noon. */
static const int64_t NOON = INT64_C(1767614400000);

static void
test_title_gives_up_what_matters_least(void **state)
{
	char code[] = "TIDE", title[] = "Operation Tide", party[] = "RO",
		name[] = "Ana Pop", role[] = "leader", zone[] = "UTC",
		ends[] = "2026-07-12";
	struct desk_who who = { .casefile = code, .title = title,
		.party = party, .name = name, .role = role, .zone = zone,
		.agreement_ends = ends, .training = true };

	(void)state;
	clock_stop(NOON, 0);
	assert_title(&who, 4, 110,
		" TIDE  Operation Tide            ! 4 overdue"
		"  agreement ends in 188 days  RO  Ana Pop  team leader  TRAINING\n");
	assert_title(&who, 4, 92,
		" TIDE  Operation Tide    ! 4 overdue  ends in 188 days"
		"  RO  Ana Pop  team leader  TRAINING\n");
	assert_title(&who, 4, 80,
		" TIDE  Operation Ti…  ! 4 overdue  ends in 188 days"
		"  RO  team leader  TRAINING\n");
	assert_title(&who, 4, 60,
		" TIDE  Operation …  ! 4 overdue  RO  team leader"
		"  TRAINING\n");
	assert_title(&who, 4, 40,
		" TIDE        ! 4 overdue  RO  TRAINING\n");
	assert_title(&who, 4, 66,
		" TIDE   ! 4 overdue  ends in 188 days  RO  team leader"
		"  TRAINING\n");
	assert_title(&who, 0, 40,
		" TIDE        RO  team leader  TRAINING\n");
	assert_title(&who, 1000, 40,
		" TIDE   ! 1,000+ overdue  RO  TRAINING\n");
	clock_go();
}

static void
test_title_warns_of_the_agreements_end(void **state)
{
	char code[] = "TIDE", party[] = "RO", zone[] = "UTC",
		soon[] = "2026-01-16", today[] = "2026-01-05",
		past[] = "2026-01-02";
	struct desk_who who = { .casefile = code, .party = party, .zone = zone,
		.read_only = true };

	(void)state;
	clock_stop(NOON, 0);
	who.agreement_ends = soon;
	assert_title(&who, 0, 50,
		" TIDE   agreement ends in 11 days  RO  READ ONLY\n");
	assert_title(&who, 0, 40,
		" TIDE   ends in 11 days  RO  READ ONLY\n");
	who.agreement_ends = today;
	assert_title(&who, 0, 40,
		" TIDE        ends today  RO  READ ONLY\n");
	who.agreement_ends = past;
	assert_title(&who, 12, 50,
		" TIDE       !12  ended 3 days ago  RO  READ ONLY\n");
	who = (struct desk_who){ .party = party };
	assert_title(&who, 0, 40,
		" No JIT                              RO\n");
	clock_go();
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_counts_are_grouped),
	cmocka_unit_test(test_title_gives_up_what_matters_least),
	cmocka_unit_test(test_title_warns_of_the_agreements_end),
};

int
main(void)
{
	return RUN_TESTS("ui/chrome", tests);
}
