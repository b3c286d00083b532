/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_theme.c - looks help, and nothing hangs on colour alone. */
#include "tests/support/test.h"

#include "ui/theme.h"

static void
test_no_theme_has_more_colours_than_the_terminal(void **state)
{
	(void)state;
	for (int theme = 0; theme < THEME_N; theme++)
		for (int role = 0; role < ROLE_N; role++) {
			struct style style = { .theme = (enum theme)theme };

			assert_int_equal(theme_look(&style, (enum role)role, 0)
				.colour, COLOUR_DEFAULT);
			assert_true(theme_look(&style, (enum role)role, 8)
				.colour < 8);
			assert_true(theme_look(&style, (enum role)role, 16)
				.colour < 8);
			assert_true(theme_look(&style, (enum role)role, 256)
				.colour < 256);
		}
}

static void
test_usual_theme_is_readable_on_light_and_on_dark(void **state)
{
	struct style style = { .theme = THEME_TERMINAL };

	(void)state;
	for (int role = 0; role < ROLE_N; role++) {
		int colour = theme_look(&style, (enum role)role, 256).colour;

		/* Black, yellow, blue, white and the bright ones are not. */
		assert_true(colour == COLOUR_DEFAULT || colour == 1 ||
			colour == 2 || colour == 5 || colour == 6);
	}
}

static void
test_monochrome_has_no_colour_and_still_tells_apart(void **state)
{
	struct style style = { .theme = THEME_MONO };

	(void)state;
	for (int role = 0; role < ROLE_N; role++)
		assert_int_equal(theme_look(&style, (enum role)role, 256).colour,
			COLOUR_DEFAULT);
	assert_true(theme_look(&style, ROLE_SELECTED, 0).attributes &
		LOOK_REVERSE);
	assert_true(theme_look(&style, ROLE_ERROR, 0).attributes & LOOK_BOLD);
}

static void
test_plain_and_marker_leave_the_row_as_it_is(void **state)
{
	struct style marker = { .marker = true }, plain = { .plain = true };

	(void)state;
	assert_int_equal(theme_look(&marker, ROLE_SELECTED, 8).attributes, 0);
	assert_int_equal(theme_look(&plain, ROLE_SELECTED, 8).attributes, 0);
	for (int role = 0; role < ROLE_N; role++)
		assert_false(theme_look(&plain, (enum role)role, 8).attributes &
			LOOK_REVERSE);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_no_theme_has_more_colours_than_the_terminal),
	cmocka_unit_test(test_usual_theme_is_readable_on_light_and_on_dark),
	cmocka_unit_test(test_monochrome_has_no_colour_and_still_tells_apart),
	cmocka_unit_test(test_plain_and_marker_leave_the_row_as_it_is),
};

int
main(void)
{
	return RUN_TESTS("ui/theme", tests);
}
