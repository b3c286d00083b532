/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_copy.c - what is shown goes to the clipboard, to plain lines and to files, and
 * nothing that acts goes along. */
#include "tests/support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/desk_fake.h"
#include "tests/support/folder.h"
#include "tests/support/screen.h"

#include "ui/plain.h"
#include "ui/view.h"

static struct desk *
make(const char *name)
{
	struct desk *d = fake_open();
	char title[200];

	snprintf(title, sizeof(title), "title=%s", name);
	fake_add(d, "lead", title, "status=new", NULL);
	return d;
}

/* The keys send this to the terminal, and nothing else. */
static void
assert_sent(struct desk *d, const char *view, const char *keys, const char *want)
{
	struct screen s;

	screen_play(&s, d, view, keys);
	assert_string_equal(s.sent.text, want);
	screen_close(&s);
}

static void
test_ref_and_title_are_sent_by_osc_52(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	/* base64 of RO-L1, TIDE/RO-L1, Courier */
	assert_sent(d, "list:lead", "y<Enter>", "\033]52;c;Uk8tTDE=\a");
	assert_sent(d, "list:lead", "y<Down><Enter>",
		"\033]52;c;VElERS9STy1MMQ==\a");
	assert_sent(d, "list:lead", "y<Down*2><Enter>",
		"\033]52;c;Q291cmllcg==\a");
	assert_sent(d, "RO-L1", "y<Enter>", "\033]52;c;Uk8tTDE=\a");
	screen_play(&s, d, "list:lead", "y<Enter>");
	screen_has(&s, "Sent to the clipboard of the terminal: RO-L1");
	screen_close(&s);
	fake_close(d);
}

static void
test_value_under_the_cursor_is_sent(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	/* base64 of Courier: the cursor begins on the title */
	assert_sent(d, "RO-L1", "yvalue<Enter>", "\033]52;c;Q291cmllcg==\a");
	screen_play(&s, d, "list:lead", "yvalue<Enter>");
	screen_has(&s, "The cursor is on no value");
	assert_int_equal(s.sent.len, 0);
	screen_close(&s);
	fake_close(d);
}

static void
test_row_is_sent_as_it_is_shown(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:lead", "yrow<Enter>");
	screen_has(&s, "terminal: RO-L1  Courier ");
	screen_close(&s);
	fake_close(d);
}

static void
test_nothing_that_acts_is_sent(void **state)
{
	struct desk *d = make("a\033]0;x\a\xE2\x80\xAE" "b\n");
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:lead", "ytitle<Enter>");
	/* One sequence: the rest is letters of base64. */
	assert_int_equal(strncmp(s.sent.text, "\033]52;c;", 7), 0);
	assert_int_equal(strspn(s.sent.text + 7, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789+/="), s.sent.len - 8);
	assert_int_equal(s.sent.text[s.sent.len - 1], '\a');
	/* And what it says is named, not meant: "a\x1b]0;x..." */
	assert_int_equal(strncmp(s.sent.text + 7, "YVx4MWJdMDt4", 12), 0);
	screen_close(&s);
	fake_close(d);
}

static void
test_setting_forbids_it(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:lead", ":set<Space>clipboard<Space>no<Enter>y<Enter>");
	assert_int_equal(s.sent.len, 0);
	screen_close(&s);
	screen_play(&s, d, "list:lead", "y");
	screen_has(&s, "The setting clipboard forbids it");
	screen_close(&s);
	fake_close(d);
}

static void
test_length_has_a_limit(void **state)
{
	struct desk *d = make("Courier");
	char *text = calloc(TERM_COPY_MOST + 2, 1);
	struct screen s;
	struct err err = ERR_INIT;

	(void)state;
	memset(text, 'x', TERM_COPY_MOST + 1);
	screen_play(&s, d, "list:lead", "");
	assert_err(term_copy(&s.term, text, &err), err, ERR_RULE);
	assert_int_equal(s.sent.len, 0);
	text[TERM_COPY_MOST] = '\0';
	assert_ok(term_copy(&s.term, text, &err), err);
	assert_int_equal(s.sent.len, 8 + TERM_COPY_MOST / 3 * 4);
	screen_close(&s);
	free(text);
	fake_close(d);
}

static void
test_plain_lines_have_no_borders(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	screen_play_at(&s, d, "list:lead", "Y", 140, 20);
	screen_lacks(&s, "TIDE");
	screen_lacks(&s, "\xE2\x94\x82");
	screen_lacks(&s, "> RO-L1");
	screen_has(&s, "  RO-L1  Courier");
	/* The pane at the side follows below. */
	assert_true(strstr(s.text.text, "Title ") <
		strstr(s.text.text, "\n Title "));
	screen_close(&s);
	screen_play(&s, d, "list:lead", "Y<Esc>");
	screen_has(&s, "> RO-L1");
	screen_close(&s);
	fake_close(d);
}

static void
test_frames_are_left_out_of_plain_lines(void **state)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;

	(void)state;
	grid_resize(&g, 6, 12);
	grid_put(&g, 0, 0, 12, "title", ROLE_TEXT);
	grid_put(&g, 2, 0, 12, "> \xE2\x94\x82 one \xE2\x94\x82", ROLE_TEXT);
	grid_put(&g, 4, 0, 12, "  two", ROLE_TEXT);
	plain_text(&g, &text);
	assert_string_equal(text.text, "    one\n\n  two\n");
	strbuf_clear(&text);
	grid_free(&g);
}

/* --- Files -------------------------------------------------------------- */

static void
play_in(struct screen *s, struct desk *d, const char *store, const char *keys)
{
	screen_begin(s, d, "list:lead", keys, 80, 24);
	s->app.store = store;
	screen_run(s);
}

static void
assert_file(const char *path, const char *holds)
{
	FILE *f = fopen(path, "r");
	char text[4000] = "";

	assert_non_null(f);
	assert_true(fread(text, 1, sizeof(text) - 1, f) > 0);
	fclose(f);
	if (!strstr(text, holds))
		fail_msg("%s does not hold \"%s\":\n%s", path, holds, text);
}

static void
test_screen_is_written_to_a_new_file(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	play_in(&s, d, "case.store", ":dump<Enter><Enter>");
	screen_has(&s, "What is shown was written to liaison-screen.txt");
	screen_close(&s);
	assert_file("liaison-screen.txt", "> RO-L1  Courier");
	/* Not over what is there, and the name can be changed. */
	play_in(&s, d, "case.store", ":dump<Enter><Enter>");
	screen_has(&s, "is there already");
	screen_close(&s);
	play_in(&s, d, "case.store", ":dump<Enter><Enter>2<Enter>");
	screen_has(&s, "written to liaison-screen.txt2");
	screen_close(&s);
	play_in(&s, d, "liaison-screen.txt", ":dump<Enter><Enter>");
	screen_has(&s, "belongs to the store");
	screen_close(&s);
	fake_close(d);
}

static void
test_nothing_is_written_where_the_store_is_no_file_of_theirs(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	play_in(&s, d, NULL, ":dump<Enter>");
	screen_has(&s, "no files are written");
	screen_close(&s);
	play_in(&s, d, NULL, ":export<Enter>");
	screen_has(&s, "no files are written");
	screen_close(&s);
	assert_int_equal(folder_count("liaison"), 0);
	fake_close(d);
}

static void
test_export_asks_what_for_whom_and_where(void **state)
{
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	play_in(&s, d, "case.store", ":export<Enter><Enter><Enter><Enter><Enter><Wait>");
	screen_has(&s, "Written to TIDE-internal.txt");
	screen_close(&s);
	assert_file("TIDE-internal.txt", "export format=text for=internal\n"
		"step 1\nstep 2\nstep 3\n");
	assert_false(fake_job_runs());
	play_in(&s, d, "case.store", ":export<Enter>html<Enter>court<Enter>"
		"Galati<Enter><Enter>appeal<Enter><Wait>");
	screen_has(&s, "Written to TIDE-court.html");
	screen_close(&s);
	assert_file("TIDE-court.html", "export format=html for=court:Galati "
		"schedule=yes why=appeal\n");
	fake_close(d);
}

static void
test_export_that_is_left_leaves_nothing(void **state)
{
	static const char *const keys[] = { ":export<Enter><Esc>",
		":export<Enter><Enter><Esc>", ":export<Enter><Enter*2><Esc>",
		":export<Enter><Enter>court<Enter><Esc>",
		":export<Enter><Enter*3><Esc><Wait><Esc><Wait>" };
	struct desk *d = make("Courier");
	struct screen s;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		play_in(&s, d, "case.store", keys[i]);
		screen_has(&s, "> RO-L1");
		assert_null(s.app.top->below);
		screen_close(&s);
	}
	play_in(&s, d, "case.store",
		":export<Enter><Enter>court<Enter><Enter>");
	screen_has(&s, "A name is missing");
	screen_close(&s);
	assert_int_equal(folder_count("TIDE"), 0);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_ref_and_title_are_sent_by_osc_52),
	cmocka_unit_test(test_value_under_the_cursor_is_sent),
	cmocka_unit_test(test_row_is_sent_as_it_is_shown),
	cmocka_unit_test(test_nothing_that_acts_is_sent),
	cmocka_unit_test(test_setting_forbids_it),
	cmocka_unit_test(test_length_has_a_limit),
	cmocka_unit_test(test_plain_lines_have_no_borders),
	cmocka_unit_test(test_frames_are_left_out_of_plain_lines),
	folder_test(test_screen_is_written_to_a_new_file),
	folder_test(test_nothing_is_written_where_the_store_is_no_file_of_theirs),
	folder_test(test_export_asks_what_for_whom_and_where),
	folder_test(test_export_that_is_left_leaves_nothing),
};

int
main(void)
{
	return RUN_TESTS("ui/copy", tests);
}
