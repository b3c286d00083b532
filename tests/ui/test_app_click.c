/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_app_click.c - a click types what a person would have typed. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

static struct desk *
open_leads(const char *mouse)
{
	struct desk *d = fake_open();

	for (int i = 0; i < 30; i++) {
		char title[40];

		snprintf(title, sizeof(title), "title=Lead %02d", i);
		fake_add(d, "lead", title, NULL);
	}
	fake_add(d, "task", "title=One task", NULL);
	assert_true(desk_keep(d, "setting:mouse", mouse, NULL));
	return d;
}

/* What the screen shows after the keys on the list of leads. */
static void
shows(const char *mouse, const char *keys, const char *want)
{
	struct desk *d = open_leads(mouse);
	struct screen s;

	screen_play(&s, d, "list:lead", keys);
	if (!strstr(s.text.text, want))
		fail_msg("\"%s\" is not shown after %s:\n%s", want, keys,
			s.text.text);
	screen_close(&s);
	fake_close(d);
}

static void
test_click_on_a_row_goes_there_and_another_opens_it(void **state)
{
	(void)state;
	shows("yes", "", "> RO-L30");
	shows("yes", "<Click:20x8>", "> RO-L26");
	shows("yes", "<Click:20x8> <Click:30x5>", "> RO-L29");
	shows("yes", "<Click:20x8> <Click:20x8>", "RO-L26  Lead 25");
}

/* Click where the text stands before any key, n times. */
static void
clicked(const char *text, int n, const char *want)
{
	struct desk *d = open_leads("yes");
	struct screen s;
	const char *at, *line;
	int y = 1;
	char keys[100] = "";

	screen_play(&s, d, "list:lead", "");
	at = strstr(s.text.text, text);
	assert_non_null(at);
	for (line = s.text.text; strchr(line, '\n') < at; y++)
		line = strchr(line, '\n') + 1;
	for (size_t len = 0; n > 0; n--)
		len += (size_t)snprintf(keys + len, sizeof(keys) - len,
			"<Click:%dx%d>", (int)(at - line) + 1, y);
	screen_close(&s);
	fake_close(d);
	shows("yes", keys, want);
}

static void
test_click_on_tab_heading_and_key_does_as_they_say(void **state)
{
	(void)state;
	clicked("Tasks", 1, "One task");
	clicked("Title", 1, "Title+");
	clicked("Title", 2, "Title-");
	clicked("? Help", 1, "What can be done here");
}

static void
test_click_beside_all_of_it_does_nothing(void **state)
{
	(void)state;
	shows("yes", "<Click:80x1> <Click:1x24> <Click:1000x1000>", "> RO-L30");
	/* What a popup covers is no target any more. */
	shows("yes", "s <Click:11x2>", "Sort by");
}

static void
test_without_the_setting_clicks_mean_nothing(void **state)
{
	(void)state;
	shows("no", "<Click:20x8> <Click:11x2>", "> RO-L30");
}

static void
test_key_bar_says_how_to_select_text(void **state)
{
	(void)state;
	shows("yes", "", "Shift+drag selects");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_click_on_a_row_goes_there_and_another_opens_it),
	cmocka_unit_test(test_click_on_tab_heading_and_key_does_as_they_say),
	cmocka_unit_test(test_click_beside_all_of_it_does_nothing),
	cmocka_unit_test(test_without_the_setting_clicks_mean_nothing),
	cmocka_unit_test(test_key_bar_says_how_to_select_text),
};

int
main(void)
{
	return RUN_TESTS("ui/app_click", tests);
}
