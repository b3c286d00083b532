/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_key.c - keys have names, both ways. */
#include "tests/support/test.h"

#include "ui/key.h"

static void
test_names_go_both_ways(void **state)
{
	static const struct { int key; const char *name; } cases[] = {
		{ K_DOWN, "Down" }, { K_PGDN, "PgDn" }, { K_CTRL('L'), "^L" },
		{ K_F1 + 1, "F2" }, { K_F12, "F12" }, { K_TAB, "Tab" },
		{ K_ENTER, "Enter" }, { K_ESC, "Esc" }, { ' ', "Space" },
		{ 'q', "q" }, { '?', "?" }, { 0x429, "Щ" },
	};
	char name[KEY_NAME_SIZE];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		key_name_of(cases[i].key, name);
		assert_string_equal(name, cases[i].name);
		assert_int_equal(key_of_name(name, strlen(name)), cases[i].key);
	}
}

static void
test_names_are_read_in_any_case(void **state)
{
	(void)state;
	assert_int_equal(key_of_name("down", 4), K_DOWN);
	assert_int_equal(key_of_name("^l", 2), K_CTRL('L'));
	assert_int_equal(key_of_name("f10", 3), K_F1 + 9);
	assert_int_equal(key_of_name("lt", 2), '<');
}

static void
test_what_is_no_key_has_no_name(void **state)
{
	static const char *const bad[] = { "", "Downs", "F0", "F13", "F1x",
		"^~", "ab", "\x1b", "\x80" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_int_equal(key_of_name(bad[i], strlen(bad[i])), K_NONE);
}

static void
test_key_is_found_in_a_list(void **state)
{
	(void)state;
	assert_true(key_listed("j Down", 'j'));
	assert_true(key_listed("j Down", K_DOWN));
	assert_false(key_listed("j Down", K_UP));
	assert_false(key_listed(NULL, 'j'));
	assert_false(key_listed("", 'j'));
}

static void
test_text_is_what_can_be_seen(void **state)
{
	(void)state;
	assert_true(key_is_text('a'));
	assert_true(key_is_text(0x20AC));
	assert_true(key_is_text('a' | K_PASTED));
	assert_false(key_is_text(K_TAB));
	assert_false(key_is_text(K_BACKSPACE));
	assert_false(key_is_text(0x9B));
	assert_false(key_is_text(K_DOWN));
	assert_false(key_is_text(K_NONE));
	assert_false(key_is_text(0xD800));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_names_go_both_ways),
	cmocka_unit_test(test_names_are_read_in_any_case),
	cmocka_unit_test(test_what_is_no_key_has_no_name),
	cmocka_unit_test(test_key_is_found_in_a_list),
	cmocka_unit_test(test_text_is_what_can_be_seen),
};

int
main(void)
{
	return RUN_TESTS("ui/key", tests);
}
