/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_keymap.c - a person's own keys win over the keys of the tables. */
#include "tests/support/test.h"

#include "ui/key.h"
#include "ui/keymap.h"

static void
run(struct view *v, int key)
{
	(void)v;
	(void)key;
}

static const struct command ours[] = {
	{ .keys = "Enter l", .name = "open", .run = run },
	{ .keys = "Down Up j k", .name = "move", .run = run },
	{ .keys = "u", .name = "undo", .run = run },
	{ .keys = "", .name = "hidden", .run = run },
	{ .keys = NULL }
};
static const struct command state_of[] = {
	{ .keys = "Enter", .name = "keep", .run = run },
	{ .keys = NULL }
};
static const struct command everywhere[] = {
	{ .keys = "? F1", .name = "help", .run = run },
	{ .keys = "u U", .name = "undo-all", .run = run },
	{ .keys = NULL }
};

static void
put(struct keymap *map, const char *view, int key, const char *command, int as)
{
	char v[20], c[20];

	snprintf(v, sizeof(v), "%s", view);
	snprintf(c, sizeof(c), "%s", command);
	keymap_add(map, &(struct keymap_row){ .view = v, .key = key,
		.command = c, .as = as, .line = 1 });
}

static void
assert_runs(const struct keyset *set, int key, const char *want, int want_as)
{
	int as;
	const struct command *c = keymap_find(set, key, &as);

	if (!want) {
		assert_null(c);
		return;
	}
	assert_non_null(c);
	assert_string_equal(c->name, want);
	assert_int_equal(as, want_as);
}

static void
assert_names(const struct keyset *set, const struct command *c,
	const char *want)
{
	struct strbuf names = STRBUF_INIT;

	keymap_names(set, c, &names);
	assert_string_equal(names.text, want);
	strbuf_clear(&names);
}

static void
test_keys_of_the_tables_hold_without_a_file(void **state)
{
	const struct keyset set = { .map = NULL, .view = "list", .own = ours,
		.all = everywhere, .typing = false };

	(void)state;
	assert_runs(&set, 'l', "open", 'l');
	assert_runs(&set, K_F1, "help", K_F1);
	assert_runs(&set, 'u', "undo", 'u');
	assert_runs(&set, 'x', NULL, 0);
	assert_names(&set, &ours[0], "Enter l");
	assert_names(&set, &ours[3], "");
	/* What the screen takes for itself is not told of the other. */
	assert_names(&set, &everywhere[1], "U");
}

static void
test_own_keys_win(void **state)
{
	struct keymap map = { 0 };
	const struct keyset set = { .map = &map, .view = "list", .own = ours,
		.all = everywhere, .typing = false };
	const struct keyset other = { .map = &map, .view = "record", .own = ours,
		.all = everywhere, .typing = false };

	(void)state;
	put(&map, "list", 'x', "open", K_NONE);
	put(&map, "list", 'l', "move", K_UP);
	put(&map, "*", 'h', "hidden", K_NONE);
	put(&map, "*", '?', "none", K_NONE);
	assert_runs(&set, 'x', "open", K_ENTER);
	assert_runs(&set, 'l', "move", K_UP);
	assert_runs(&set, '?', NULL, 0);
	assert_runs(&set, K_F1, "help", K_F1);
	assert_names(&set, &ours[0], "x Enter");
	assert_names(&set, &ours[1], "l Down Up j k");
	assert_names(&set, &ours[3], "h");
	assert_names(&set, &everywhere[0], "F1");
	assert_runs(&other, 'x', NULL, 0);
	assert_runs(&other, 'l', "open", 'l');
	assert_runs(&other, '?', NULL, 0);
	keymap_free(&map);
}

static void
test_row_says_nothing_where_its_command_is_not(void **state)
{
	struct keymap map = { 0 };
	const struct keyset set = { .map = &map, .view = "list", .own = state_of,
		.all = everywhere, .typing = true };

	(void)state;
	put(&map, "list", K_ENTER, "undo", K_NONE);
	put(&map, "*", K_F1, "move", K_NONE);
	assert_runs(&set, K_ENTER, "keep", K_ENTER);
	assert_runs(&set, K_F1, "help", K_F1);
	assert_names(&set, &state_of[0], "Enter");
	keymap_free(&map);
}

static void
test_row_of_the_screen_goes_before_that_of_all(void **state)
{
	struct keymap map = { 0 };
	const struct keyset set = { .map = &map, .view = "list", .own = ours,
		.all = everywhere, .typing = false };

	(void)state;
	put(&map, "*", 'x', "help", K_NONE);
	put(&map, "list", 'x', "open", K_NONE);
	assert_runs(&set, 'x', "open", K_ENTER);
	assert_names(&set, &everywhere[0], "? F1");
	keymap_free(&map);
}

static void
test_key_may_go_to_a_place(void **state)
{
	struct keymap map = { 0 };
	const struct keyset set = { .map = &map, .view = "list", .own = ours,
		.all = everywhere, .typing = false };
	char all[] = "*", go[] = "go", place[] = "list:task";

	(void)state;
	keymap_add(&map, &(struct keymap_row){ .view = all, .key = 'u',
		.command = go, .place = place, .as = K_NONE });
	assert_runs(&set, 'u', NULL, 0);
	assert_string_equal(keymap_place(&set, 'u'), "list:task");
	assert_null(keymap_place(&set, 'l'));
	assert_names(&set, &ours[2], "");
	keymap_free(&map);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_keys_of_the_tables_hold_without_a_file),
	cmocka_unit_test(test_own_keys_win),
	cmocka_unit_test(test_row_says_nothing_where_its_command_is_not),
	cmocka_unit_test(test_key_may_go_to_a_place),
	cmocka_unit_test(test_row_of_the_screen_goes_before_that_of_all),
};

int
main(void)
{
	return RUN_TESTS("ui/keymap", tests);
}
