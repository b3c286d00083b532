/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_palette.c - anything is reached by its name, and help runs what it tells. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "src/kind.h"
#include "ui/filters.h"
#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	fake_add(d, "lead", "title=Courier with a suitcase", "status=new", NULL);
	fake_add(d, "lead", "title=Phone near the villa", "status=new", NULL);
	fake_add(d, "task", "title=Letter to the bank", "status=open", NULL);
	*state = d;
	return 0;
}

/* After the keys, this is to be seen. */
static void
assert_sees(struct desk *d, const char *keys, const char *text)
{
	struct screen s;

	screen_play(&s, d, "list:lead", keys);
	screen_has(&s, text);
	screen_close(&s);
}

static void
test_command_runs_by_its_name(void **state)
{
	struct desk *d = *state;

	assert_sees(d, ":sort", "> sort ");
	assert_sees(d, ":sort<Enter>", "Sort by");
	assert_sees(d, "<F2>edit<Enter>", "Phone near the villa");
	assert_sees(d, "<^P>refre<Enter>", "RO-L2");
	/* It is closed then. */
	assert_sees(d, ":last<Enter>", "\n> RO-L1");
}

static void
test_marked_row_is_the_one_that_runs(void **state)
{
	struct desk *d = *state;
	struct screen s;

	screen_play(&s, d, "list:lead", ":list:<Down>");
	screen_lacks(&s, "> list:casefile");
	screen_has(&s, "> list:party");
	screen_close(&s);
	assert_sees(d, ":list:<Down*5><Up><Enter>", "Letter to the bank");
}

static void
test_count_tells_how_many_fit(void **state)
{
	struct desk *d = *state;
	struct screen s;

	screen_play(&s, d, "list:lead", ":");
	screen_has(&s, " of ");
	screen_close(&s);
	screen_play(&s, d, "list:lead", ":theme");
	screen_has(&s, "6 of ");
	screen_has(&s, "set theme dark");
	screen_close(&s);
	assert_sees(d, ":zzzqqq<Wait>", "1 of ");
	assert_sees(d, ":q%<Wait>", "> find q%");
	assert_sees(d, ":%", "Nothing like this.");
}

static void
test_command_that_does_not_apply_says_why(void **state)
{
	struct desk *d = *state;
	struct screen s;

	fake_read_only(d, true);
	screen_play(&s, d, "list:lead", ":edit");
	screen_has(&s, "The store is open for reading only");
	screen_close(&s);
	screen_play(&s, d, "list:lead", ":edit<Enter>");
	/* And it stays open. */
	screen_has(&s, "Go to, do, find");
	screen_close(&s);
	fake_read_only(d, false);
	assert_sees(d, ":list:note<Enter>:edit", "There is no record here");
}

static void
test_record_is_found_by_ref_and_by_words(void **state)
{
	struct desk *d = *state;

	assert_sees(d, ":ro-l1<Wait>", "> RO-L1 ");
	assert_sees(d, ":ro-l1<Wait><Enter>", "Lead  RO-L1  Courier");
	assert_sees(d, ":villa<Wait><Enter>", "Lead  RO-L2  Phone");
	/* Before it was looked for what is marked is where all of it stands. */
	assert_sees(d, ":suitcase<Enter>", "Found for: suitcase");
	assert_sees(d, ":suitcase<Wait>", "  find suitcase");
	assert_sees(d, ":find<Space>suitcase<Wait><Enter>", "Lead  RO-L1");
}

static void
test_cursor_stays_when_records_come(void **state)
{
	struct desk *d = *state;
	struct screen s;

	screen_play(&s, d, "list:lead", ":bank<Wait>");
	screen_has(&s, "> RO-T3");
	screen_close(&s);
	screen_play(&s, d, "list:lead", ":list:<Down><Wait>");
	screen_has(&s, "> list:party");
	screen_close(&s);
}

static void
test_setting_is_set_by_its_name(void **state)
{
	struct desk *d = *state;
	struct screen s;

	screen_play(&s, d, "list:lead", ":set<Space>keyboard<Space>gr<Enter>");
	assert_string_equal(settings_text(&s.app.settings, SETTING_KEYBOARD),
		"greek");
	screen_close(&s);
	screen_play(&s, d, "list:lead", ":set<Space>escdelay<Space>120<Enter>");
	assert_string_equal(settings_text(&s.app.settings, SETTING_ESCDELAY),
		"120");
	screen_close(&s);
	assert_sees(d, ":set<Space>escdelay<Space>99999<Enter>", "a number from");
}

static void
test_texts_beside_names_of_any_length_stand_in_one_column(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", ":set<Space>theme");
	screen_has(&s, "set theme dark          Colours");
	screen_has(&s, "set theme colour-blind  Colours");
	screen_close(&s);
}

static void
test_what_was_used_lately_stands_first(void **state)
{
	struct desk *d = *state;
	struct screen s;

	screen_play(&s, d, "list:lead",
		":last<Enter>:ro-l1<Wait><Enter><Esc>:");
	screen_has(&s, "Lately");
	assert_true(strstr(s.text.text, "> RO-L1 ") != NULL);
	assert_true(strstr(s.text.text, "> RO-L1 ") <
		strstr(s.text.text, "  last "));
	screen_close(&s);
	/* What is gone is told of no more. */
	fake_remove(d, "RO-L1");
	screen_play(&s, d, "list:lead", ":");
	screen_lacks(&s, "Courier");
	screen_close(&s);
}

static void
test_help_is_narrowed_by_word_and_by_key(void **state)
{
	struct desk *d = *state;
	struct screen s;

	assert_sees(d, "?", "On this screen");
	assert_sees(d, "?F6", "> s, F6");
	assert_sees(d, "?filter<Enter>", "Keep");
	screen_play(&s, d, "list:lead", "?s");
	screen_has(&s, "> s, F6");
	screen_close(&s);
	/* From help to the palette, over the same screen. */
	assert_sees(d, "?<F2>", "Go to, do, find");
	assert_sees(d, "?<F2>last<Enter>", "\n> RO-L1");
}

static void
test_palette_is_over_forms_and_choices_too(void **state)
{
	struct desk *d = *state;

	assert_sees(d, "n<^P>discard<Enter>", "Throw away what was typed?");
	assert_sees(d, "s<F2>choose<Enter>", "RO-L2");
	assert_sees(d, "n<F1>disc", "F8");
}

static void
test_drafts_are_a_place(void **state)
{
	struct desk *d = *state;

	assert_sees(d, ":drafts<Enter>", "Begun and not saved");
	assert_sees(d, "nHalf<Space>a<Space>tip<Esc>:drafts<Enter>",
		"Half a tip");
}

static void
test_place_is_named_by_view_and_filter(void **state)
{
	struct desk *d = *state;
	struct screen s;
	struct err err = ERR_INIT;

	screen_play(&s, d, "list:lead villa", "");
	screen_has(&s, "RO-L2");
	screen_lacks(&s, "RO-L1");
	assert_err(app_start(&s.app, "list:", &err), err, ERR_USAGE);
	assert_err(app_start(&s.app, "nowhere", &err), err, ERR_NOT_FOUND);
	screen_close(&s);
	screen_play(&s, d, "settings", "");
	screen_has(&s, "theme");
	screen_close(&s);
	/* The first screen is one, however often one goes there. */
	screen_play(&s, d, NULL, ":list:task<Enter>:glance<Enter>");
	assert_null(s.app.top->below);
	screen_close(&s);
}

static void
test_saved_filter_is_gone_to_by_its_name(void **state)
{
	struct desk *d = *state;
	char name[] = "Villas by the sea", filter[] = "villa";
	const struct filters none = { .n = 0 };
	const struct filters_row row = { .name = name, .filter = filter };
	struct screen s;
	struct err err = ERR_INIT;

	assert_ok(filters_keep(&none, kind_find("lead"), d, &row, &err), err);
	screen_play(&s, d, "list:task", ":villas<Enter>");
	screen_has(&s, "RO-L2");
	screen_lacks(&s, "RO-L1");
	screen_close(&s);
}

#define palette_test(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

static const struct CMUnitTest tests[] = {
	palette_test(test_command_runs_by_its_name),
	palette_test(test_marked_row_is_the_one_that_runs),
	palette_test(test_count_tells_how_many_fit),
	palette_test(test_command_that_does_not_apply_says_why),
	palette_test(test_record_is_found_by_ref_and_by_words),
	palette_test(test_cursor_stays_when_records_come),
	palette_test(test_setting_is_set_by_its_name),
	palette_test(test_texts_beside_names_of_any_length_stand_in_one_column),
	palette_test(test_what_was_used_lately_stands_first),
	palette_test(test_help_is_narrowed_by_word_and_by_key),
	palette_test(test_palette_is_over_forms_and_choices_too),
	palette_test(test_drafts_are_a_place),
	palette_test(test_saved_filter_is_gone_to_by_its_name),
	palette_test(test_place_is_named_by_view_and_filter),
};

int
main(void)
{
	return RUN_TESTS("ui/palette", tests);
}
