/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_chrome.c - what stands around the views fits, and keeps what matters. */
#include "tests/support/test.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ui/chrome.h"
#include "ui/command.h"
#include "ui/keymap.h"

static void
run(struct view *v, int key)
{
	(void)v;
	(void)key;
}

static const struct command ours[] = {
	{ .keys = "Enter l", .label = N_("Open"), .run = run },
	{ .keys = "n", .label = N_("New"), .run = run },
	{ .keys = "x", .run = run },
	{ .keys = "s F6", .label = N_("Sort"), .run = run },
	{ .keys = NULL }
};
static const struct command all[] = {
	{ .keys = "? F1", .label = N_("Help"), .run = run },
	{ .keys = NULL }
};

static void
assert_keys(int cols, bool typing, const char *want)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;

	const struct keyset set = { .view = "list", .own = ours, .all = all,
		.typing = typing };

	grid_resize(&g, 1, cols);
	chrome_keys(&g, 0, &set);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
}

static void
test_key_bar_has_labels_and_help_at_the_right(void **state)
{
	(void)state;
	assert_keys(42, false, " Enter Open  n New  s Sort         ? Help\n");
	assert_keys(30, false, " Enter Open  n New     ? Help\n");
	assert_keys(9, false, "  ? Help\n");
	assert_keys(6, false, "\n");
}

static const struct command turning[] = {
	{ .keys = "? F1", .label = N_("Help"), .run = run },
	{ .keys = ".", .label = N_("More"), .run = run, .flags = COMMAND_TURNS },
	{ .keys = NULL }
};

static bool
is_no_sort(const void *of, const struct command *c)
{
	(void)of;
	return !c->label || strcmp(c->label, "Sort") != 0;
}

static void
assert_page(const struct command *own, int cols, size_t page, bool sorts,
	const char *want)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;
	const struct keyset set = { .view = "list", .own = own,
		.all = turning, .page = page, .may = sorts ? NULL : is_no_sort };

	grid_resize(&g, 1, cols);
	chrome_keys(&g, 0, &set);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
}

static void
test_key_bar_has_pages_where_it_is_full(void **state)
{
	static const struct command full[] = {
		{ .keys = "Enter", .label = N_("Open what is marked here"), .run = run },
		{ .keys = "n", .label = N_("New"), .run = run },
		{ .keys = "s", .label = N_("Sort by another column"), .run = run },
		{ .keys = NULL }
	};
	static const char first[] = " Enter Open what is marked here  n New"
		"       . More  ? Help\n";

	(void)state;
	assert_page(ours, 60, 0, true, " Enter Open  n New  s Sort"
		"                           ? Help\n");
	assert_page(full, 60, 0, true, first);
	assert_page(full, 60, 1, true, " s Sort by another column"
		"                    . More  ? Help\n");
	assert_page(full, 60, 2, true, first);
	/* Where all is narrow, what comes first keeps its room. */
	assert_page(full, 48, 0, true, " Enter Open what is marked here"
		"  n New   ? Help\n");
}

static void
test_key_bar_offers_what_applies(void **state)
{
	(void)state;
	assert_page(ours, 42, 0, false, " Enter Open  n New                 ? Help\n");
	assert_page(ours, 30, 0, false, " Enter Open  n New     ? Help\n");
}

static void
test_key_bar_leaves_out_characters_while_typing(void **state)
{
	(void)state;
	assert_keys(42, true, " Enter Open  F6 Sort              F1 Help\n");
}

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
	cmocka_unit_test(test_key_bar_has_labels_and_help_at_the_right),
	cmocka_unit_test(test_key_bar_has_pages_where_it_is_full),
	cmocka_unit_test(test_key_bar_offers_what_applies),
	cmocka_unit_test(test_key_bar_leaves_out_characters_while_typing),
	cmocka_unit_test(test_counts_are_grouped),
	cmocka_unit_test(test_title_gives_up_what_matters_least),
	cmocka_unit_test(test_title_warns_of_the_agreements_end),
};

int
main(void)
{
	return RUN_TESTS("ui/chrome", tests);
}
