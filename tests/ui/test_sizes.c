/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_sizes.c - a window may get any size while any screen or dialog is open, and back
 * at its size all stands as it did. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

/* What opens a dialog, a line to type in or another state, where it does. */
static const char *const openers[] = {
	"", "n", "e", "a", "c", "d", "x", "L", "H", "t", "r", "z", "s", "o", "f",
	"F", "C", "E", "i", "T", "A", "/", "?", ":", "u", "y", "Y", "J", "O", "v",
	"=", "<Enter>", "<F4>", ": zz",
	/* These move the cursor, so that what is above may stay scrolled off. */
	"<Space>", "n <Down*3> <Enter>",
};

enum { STILL = ARRAY_SIZE(openers) - 2 };

/* From one extreme to the other; keys come in the worst of them. */
static const char storm[] = "<Size:1x1><Size:400x200><Size:12x3><Size:1x200>"
	"<Size:400x1><Size:39x8><Size:40x7><Size:40x10><Size:2x2>";

static struct desk *
open_case(void)
{
	struct desk *d = fake_open();

	for (int i = 0; i < 40; i++) {
		char title[80];

		snprintf(title, sizeof(title),
			"title=Lead %d with Łódź and 東京商事 in its title", i);
		fake_add(d, "lead", title, "status=new", "due=2026-03-01",
			"detail=What was seen.", NULL);
	}
	fake_add(d, "task", "title=A task", NULL);
	return d;
}

static char *
shown(const char *view, const char *keys, const char *more, const char *setting)
{
	struct desk *d = open_case();
	struct screen s;
	struct strbuf all = STRBUF_INIT;
	char *text;

	if (setting)
		assert_true(desk_keep(d, setting, "yes", NULL));
	strbuf_printf(&all, "%s %s", keys, more);
	screen_play(&s, d, view, all.text);
	text = strdup(s.text.text);
	assert_non_null(text);
	screen_close(&s);
	strbuf_clear(&all);
	fake_close(d);
	return text;
}

static void
check_view(const char *view, const char *setting)
{
	for (size_t i = 0; i < ARRAY_SIZE(openers); i++) {
		struct strbuf more = STRBUF_INIT;
		char *before = shown(view, openers[i], "", setting), *after;

		strbuf_printf(&more, "%s<Size:80x24>", storm);
		after = shown(view, openers[i], more.text, setting);
		if (i < STILL && strcmp(before, after) != 0)
			fail_msg("%s after \"%s\" is another after sizes:\n%s\n%s",
				view, openers[i], before, after);
		free(before);
		free(after);
		strbuf_reset(&more);
		strbuf_printf(&more, "%s<Down*9><PgDn><End><Tab>x<Left*3>"
			"<Backspace><Size:400x200><PgUp*3><Size:1x1><Esc*3>",
			storm);
		free(shown(view, openers[i], more.text, setting));
		strbuf_clear(&more);
	}
}

static void
check_all(const char *setting)
{
	static const char *const views[] = { "glance", "counts", "list:lead",
		"RO-L1", "sheet:lead", "cases", "drafts", "keys", "settings" };

	for (size_t i = 0; i < ARRAY_SIZE(views); i++)
		check_view(views[i], setting);
}

static void
test_every_dialog_stands_any_size(void **state)
{
	(void)state;
	check_all(NULL);
}

static void
test_plain_ones_do_too(void **state)
{
	(void)state;
	check_all("setting:plain");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_every_dialog_stands_any_size),
	cmocka_unit_test(test_plain_ones_do_too),
};

int
main(void)
{
	return RUN_TESTS("ui/sizes", tests);
}
