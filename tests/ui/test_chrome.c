/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_chrome.c - what stands around the views fits, and keeps what matters. */
#include "tests/support/test.h"

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
assert_title(const struct desk_who *who, int cols, const char *want)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;

	grid_resize(&g, 1, cols);
	chrome_title(&g, 0, who);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
}

static void
test_title_keeps_case_party_and_training(void **state)
{
	char code[] = "TIDE", title[] = "Operation Tide", party[] = "RO",
		name[] = "Ana Pop", role[] = "leader";
	struct desk_who who = { .casefile = code, .title = title,
		.party = party, .name = name, .role = role, .training = true };

	(void)state;
	assert_title(&who, 70, " TIDE  Operation Tide             "
		"RO  Ana Pop  team leader  TRAINING\n");
	assert_title(&who, 40, " TIDE  Operation Tide     RO  TRAINING\n");
	who.training = false;
	who.read_only = true;
	assert_title(&who, 40, " TIDE  Operation Tide    RO  READ ONLY\n");
	who = (struct desk_who){ .party = party };
	assert_title(&who, 40, " No case                             RO\n");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_key_bar_has_labels_and_help_at_the_right),
	cmocka_unit_test(test_key_bar_leaves_out_characters_while_typing),
	cmocka_unit_test(test_counts_are_grouped),
	cmocka_unit_test(test_title_keeps_case_party_and_training),
};

int
main(void)
{
	return RUN_TESTS("ui/chrome", tests);
}
