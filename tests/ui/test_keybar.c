/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_keybar.c - the last line has what applies, and room for what matters. */
#include "tests/support/test.h"

#include "base/i18n.h"
#include "ui/command.h"
#include "ui/grid.h"
#include "ui/key.h"
#include "ui/keybar.h"
#include "ui/keymap.h"

static void
run(struct view *v, int key)
{
	(void)v;
	(void)key;
}

static const struct command ours[] = {
	{ .keys = "Enter l", .name = "open", .label = N_("Open"), .run = run },
	{ .keys = "n", .name = "new", .label = N_("New"), .run = run },
	{ .keys = "x", .name = "withdraw", .run = run },
	{ .keys = "s F6", .name = "sort", .label = N_("Sort"), .run = run },
	{ .keys = NULL }
};
static const struct command all[] = {
	{ .keys = "? F1", .name = "help", .label = N_("Help"), .run = run },
	{ .keys = NULL }
};

static void
assert_keys(int cols, bool typing, const char *want)
{
	struct keybar bar = { 0 };
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;

	const struct keyset set = { .view = "list", .own = ours, .all = all,
		.typing = typing };

	grid_resize(&g, 1, cols);
	keybar_draw(&bar, &g, 0, &set);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
	keybar_clear(&bar);
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
	struct keybar bar = { 0 };
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;
	const struct keyset set = { .view = "list", .own = own,
		.all = turning, .page = page, .may = sorts ? NULL : is_no_sort };

	grid_resize(&g, 1, cols);
	keybar_draw(&bar, &g, 0, &set);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
	keybar_clear(&bar);
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

/* One bar, as the program has it, on one screen after the other. */
static void
assert_next(struct keybar *bar, const struct keyset *set, const char *want)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;

	grid_resize(&g, 1, 42);
	keybar_draw(bar, &g, 0, set);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
}

static void
test_key_bar_is_that_of_the_screen_it_stands_on(void **state)
{
	static const struct command other[] = {
		{ .keys = "w", .label = N_("Write"), .run = run },
		{ .keys = NULL }
	};
	static const char list[] =
		" Enter Open  n New  s Sort         ? Help\n";
	char pane_name[] = "pane", list_name[] = "list", new_name[] = "new";
	struct keymap map = { 0 };
	struct keyset set = { .view = "list", .own = ours, .all = all };
	struct keybar bar = { 0 };

	(void)state;
	assert_next(&bar, &set, list);
	assert_next(&bar, &set, list);
	set.may = is_no_sort;
	assert_next(&bar, &set, " Enter Open  n New                 ? Help\n");
	set.may = NULL;
	set.typing = true;
	assert_next(&bar, &set, " Enter Open  F6 Sort              F1 Help\n");
	set.typing = false;
	set.own = other;
	assert_next(&bar, &set, " w Write                           ? Help\n");
	set.own = ours;
	assert_next(&bar, &set, list);
	/* Keys of one's own, on another screen and on this one when they are read. */
	keymap_add(&map, &(struct keymap_row){ pane_name, 'a', new_name, NULL,
		K_NONE, 1 });
	keymap_add(&map, &(struct keymap_row){ list_name, 'b', new_name, NULL,
		K_NONE, 2 });
	set.map = &map;
	set.view = "pane";
	assert_next(&bar, &set, " Enter Open  a New  s Sort         ? Help\n");
	set.view = "list";
	assert_next(&bar, &set, " Enter Open  b New  s Sort         ? Help\n");
	set.map = NULL;
	keybar_clear(&bar);
	assert_next(&bar, &set, list);
	keybar_clear(&bar);
	keymap_free(&map);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_key_bar_has_labels_and_help_at_the_right),
	cmocka_unit_test(test_key_bar_has_pages_where_it_is_full),
	cmocka_unit_test(test_key_bar_offers_what_applies),
	cmocka_unit_test(test_key_bar_leaves_out_characters_while_typing),
	cmocka_unit_test(test_key_bar_is_that_of_the_screen_it_stands_on),
};

int
main(void)
{
	return RUN_TESTS("ui/keybar", tests);
}
