/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_settings.c - every setting is one row, and each source has its rank. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/settings.h"
#include "ui/theme.h"

static void
keep(struct desk *d, const char *name, const char *value)
{
	struct err err = ERR_INIT;

	assert_ok(desk_keep(d, name, value, &err), err);
}

static void
give(struct settings *s, const char *text)
{
	struct err err = ERR_INIT;

	assert_ok(settings_give(s, text, &err), err);
}

static void
test_rows_are_complete_and_take_what_they_are_at_first(void **state)
{
	(void)state;
	for (int i = 0; i < SETTING_N; i++) {
		const struct setting_row *row = &setting_rows[i];

		assert_true(row->name && *row->name && row->help && *row->help);
		assert_true(row->choices || row->least < row->most);
		assert_true(setting_takes(row, row->fallback, NULL));
		assert_false(setting_takes(row, "", NULL));
		assert_false(setting_takes(row, "no such value", NULL));
		for (int j = 0; j < i; j++)
			assert_string_not_equal(row->name, setting_rows[j].name);
	}
}

static void
test_enums_of_choices_follow_the_rows(void **state)
{
	struct settings s;

	(void)state;
	settings_init(&s);
	assert_int_equal(settings_choice(&s, SETTING_THEME), THEME_TERMINAL);
	give(&s, "theme=mono");
	assert_int_equal(settings_choice(&s, SETTING_THEME), THEME_N - 1);
	give(&s, "selection=marker");
	assert_int_equal(settings_choice(&s, SETTING_SELECTION), SELECT_MARKER);
	give(&s, "ascii=no");
	assert_int_equal(settings_choice(&s, SETTING_ASCII), ASCII_NO);
}

static void
test_steps_go_through_all_choices_and_back(void **state)
{
	(void)state;
	for (int i = 0; i < SETTING_N; i++) {
		const struct setting_row *row = &setting_rows[i];
		char value[SETTING_SIZE], next[SETTING_SIZE];

		snprintf(value, sizeof(value), "%s", row->fallback);
		for (int steps = 0; steps < 300; steps++) {
			setting_step(row, value, 1, next);
			assert_true(setting_takes(row, next, NULL));
			snprintf(value, sizeof(value), "%s", next);
		}
		for (int steps = 0; steps < 300; steps++) {
			setting_step(row, value, -1, next);
			assert_true(setting_takes(row, next, NULL));
			snprintf(value, sizeof(value), "%s", next);
		}
		if (row->choices) {
			setting_step(row, row->fallback, 1, next);
			setting_step(row, next, -1, value);
			assert_string_equal(value, row->fallback);
		} else
			assert_int_equal(atoi(value), row->least);
	}
}

static void
test_command_line_goes_before_environment_before_what_is_kept(void **state)
{
	struct desk *d = fake_open();
	struct settings s;
	struct strbuf notice = STRBUF_INIT;

	(void)state;
	keep(d, "setting:theme", "dark");
	keep(d, "setting:selection", "marker");
	settings_init(&s);
	settings_recall(&s, d, &notice);
	assert_string_equal(settings_text(&s, SETTING_THEME), "dark");
	assert_int_equal(s.values[SETTING_THEME].origin, SETTING_KEPT);
	setenv("NO_COLOR", "1", 1);
	settings_init(&s);
	settings_environment(&s);
	settings_recall(&s, d, &notice);
	assert_string_equal(settings_text(&s, SETTING_THEME), "mono");
	settings_init(&s);
	give(&s, "theme=light");
	settings_environment(&s);
	settings_recall(&s, d, &notice);
	unsetenv("NO_COLOR");
	assert_string_equal(settings_text(&s, SETTING_THEME), "light");
	assert_string_equal(settings_text(&s, SETTING_SELECTION), "marker");
	assert_int_equal(notice.len, 0);
	fake_close(d);
}

static void
test_environment_that_says_nonsense_is_left_out(void **state)
{
	static const char *const values[] = { "", "abc", "-1", "0", "99999999999" };
	struct settings s;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
		setenv("ESCDELAY", values[i], 1);
		settings_init(&s);
		settings_environment(&s);
		assert_int_equal(settings_number(&s, SETTING_ESCDELAY), 25);
	}
	setenv("ESCDELAY", "300", 1);
	settings_environment(&s);
	assert_int_equal(settings_number(&s, SETTING_ESCDELAY), 300);
	unsetenv("ESCDELAY");
}

static void
test_broken_values_are_named_once_and_left_out(void **state)
{
	struct desk *d = fake_open();
	struct settings s;
	struct strbuf notice = STRBUF_INIT;

	(void)state;
	keep(d, "setting:theme", "\033]2;PWNED\007");
	keep(d, "setting:escdelay", "-5");
	keep(d, "setting:plain", "yes");
	settings_init(&s);
	settings_recall(&s, d, &notice);
	assert_string_equal(settings_text(&s, SETTING_THEME), "terminal");
	assert_int_equal(settings_number(&s, SETTING_ESCDELAY), 25);
	assert_true(settings_on(&s, SETTING_PLAIN));
	assert_non_null(strstr(notice.text, "theme, escdelay"));
	assert_null(strchr(notice.text, '\033'));
	strbuf_clear(&notice);
	fake_close(d);
}

static void
test_options_say_what_would_be_accepted(void **state)
{
	struct settings s;
	struct err err = ERR_INIT;

	(void)state;
	settings_init(&s);
	assert_false(settings_give(&s, "theme=pink", &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_non_null(strstr(err.text, "colour-blind"));
	assert_false(settings_give(&s, "them=mono", &err));
	assert_non_null(strstr(err.text, "did you mean theme"));
	assert_false(settings_give(&s, "theme", &err));
	assert_false(settings_give(&s, "=", &err));
	assert_false(settings_give(&s, "", &err));
	assert_false(settings_give(&s, "escdelay=1e3", &err));
	assert_string_equal(settings_text(&s, SETTING_THEME), "terminal");
}

static void
test_changes_are_kept_and_can_be_put_back(void **state)
{
	struct desk *d = fake_open();
	struct desk_texts texts = { 0 };
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:lead", "O <Enter*2>");
	assert_non_null(strstr(s.text.text, "> theme      dark          kept"));
	screen_close(&s);
	assert_true(desk_kept(d, "setting:theme", &texts, NULL));
	assert_int_equal(texts.n, 1);
	assert_string_equal(texts.texts[0].text, "dark");
	desk_texts_clear(&texts);
	screen_play(&s, d, "list:lead", "O <Del>");
	assert_non_null(strstr(s.text.text, "> theme      terminal\n"));
	screen_close(&s);
	assert_true(desk_kept(d, "setting:theme", &texts, NULL));
	assert_int_equal(texts.n, 0);
	desk_texts_clear(&texts);
	fake_close(d);
}

static void
test_broken_value_is_told_when_the_screens_open(void **state)
{
	struct desk *d = fake_open();
	struct screen s;

	(void)state;
	keep(d, "setting:theme", "newer");
	screen_play(&s, d, "list:lead", "");
	assert_non_null(strstr(s.text.text, "does not know"));
	screen_close(&s);
	fake_close(d);
}

static void
test_key_bar_can_be_left_out(void **state)
{
	struct desk *d = fake_open();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:lead", "");
	assert_non_null(strstr(s.text.text, "? Help"));
	screen_close(&s);
	keep(d, "setting:keybar", "no");
	screen_play(&s, d, "list:lead", "");
	assert_null(strstr(s.text.text, "? Help"));
	screen_close(&s);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_rows_are_complete_and_take_what_they_are_at_first),
	cmocka_unit_test(test_enums_of_choices_follow_the_rows),
	cmocka_unit_test(test_steps_go_through_all_choices_and_back),
	cmocka_unit_test(test_command_line_goes_before_environment_before_what_is_kept),
	cmocka_unit_test(test_environment_that_says_nonsense_is_left_out),
	cmocka_unit_test(test_broken_values_are_named_once_and_left_out),
	cmocka_unit_test(test_options_say_what_would_be_accepted),
	cmocka_unit_test(test_changes_are_kept_and_can_be_put_back),
	cmocka_unit_test(test_broken_value_is_told_when_the_screens_open),
	cmocka_unit_test(test_key_bar_can_be_left_out),
};

int
main(void)
{
	return RUN_TESTS("ui/settings", tests);
}
