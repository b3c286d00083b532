/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is opened for a purpose alone is asked for on the screen, once. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/screen.h"
#include "base/xalloc.h"
#include "ui/view.h"

static struct desk *
with_restricted(void)
{
	struct desk *d = case_desk(NULL);

	case_put(d, "person", "name=Marginean", "legal=restricted",
		"legal_reason=contested", NULL);
	return d;
}

static void
test_a_list_tells_that_there_is_one_and_opening_asks_why(void **state)
{
	struct desk *d = with_restricted();
	struct screen s = { .hook = NULL };

	(void)state;
	screen_play(&s, d, "list:person", "");
	screen_has(&s, "(restricted: say why)");
	screen_lacks(&s, "Marginean");
	screen_close(&s);
	screen_play(&s, d, "list:person", "<Enter>");
	screen_has(&s, "Why do you open this record?");
	screen_lacks(&s, "Marginean");
	screen_close(&s);
	/* No word says nothing. */
	screen_play(&s, d, "list:person", "<Enter>-<Enter>");
	screen_lacks(&s, "Marginean");
	screen_close(&s);
	desk_close(d);
}

static void
test_once_it_is_said_the_record_and_the_lists_tell(void **state)
{
	struct desk *d = with_restricted();
	struct screen s = { .hook = NULL };

	(void)state;
	screen_play(&s, d, "list:person", "<Enter>his request<Enter>");
	screen_has(&s, "Marginean");
	screen_close(&s);
	screen_play(&s, d, "list:person", "<Enter>q");
	screen_has(&s, "Persons 1");
	screen_has(&s, "Marginean");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_part_is_found_once_it_was_said_what_for(void **state)
{
	struct desk *d = case_desk(NULL);
	char *ref = case_add(d, "person", "name=Marginean", "legal=restricted",
		"legal_reason=contested", NULL);
	char *of = xasprintf("of=%s", ref);
	struct screen s = { .hook = NULL };

	(void)state;
	case_put(d, "name", of, "text=Ali Quokka", NULL);
	screen_play(&s, d, "find:quokka", "");
	screen_has(&s, "Nothing is found");
	screen_lacks(&s, "Ali");
	screen_close(&s);
	assert_true(desk_purpose(d, ref, "his request", NULL));
	screen_play(&s, d, "find:quokka", "");
	screen_has(&s, "Name: Ali Quokka");
	screen_close(&s);
	free(of);
	free(ref);
	desk_close(d);
}

static void
set(struct desk *d, const char *ref, const char *a, const char *b)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, "person", ref, 0, a, b, NULL))
		fail_msg("%s", err.text);
	desk_acted_clear(&acted);
}

static void
test_the_history_has_no_empty_lines_and_says_nothing_untrue(void **state)
{
	struct desk *d = case_desk(NULL);
	char *ref = case_add(d, "person", "name=Marginean", NULL);
	struct screen s = { .hook = NULL };

	(void)state;
	struct desk *other = case_desk(NULL);

	set(d, ref, "legal=restricted", "legal_reason=contested");
	assert_true(desk_purpose(other, ref, "his request", NULL));
	set(other, ref, "birth_date=1980-05-02", NULL);
	desk_close(other);
	screen_play(&s, d, "history", "");
	screen_has(&s, "changed 2 fields of");
	screen_lacks(&s, "Legal");
	screen_lacks(&s, "cleared");
	screen_close(&s);
	screen_play(&s, d, "history", "<Down><Enter>");
	screen_has(&s, "Entry  ");
	screen_has(&s, "changed 2 fields of");
	screen_lacks(&s, "Legal");
	screen_close(&s);
	assert_true(desk_purpose(d, ref, "his request", NULL));
	screen_play(&s, d, "history", "");
	screen_has(&s, "Legal reason: contested");
	screen_has(&s, "to 1980");
	screen_close(&s);
	free(ref);
	desk_close(d);
}

/* Played by somebody whose store is a file of their own. */
static void
play_own(struct screen *s, struct desk *d, const char *keys)
{
	screen_begin(s, d, "list:person", keys, 80, 24);
	s->app.store = CASE_STORE;
	screen_run(s);
}

static void
assert_file(const char *path, const char *holds)
{
	static char text[200000];
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
	fclose(f);
	if (!strstr(text, holds))
		fail_msg("%s does not hold \"%s\":\n%s", path, holds, text);
}

/* How many entries of exports that are such say "trial". */
static int64_t
said_of_exports(const char *such)
{
	char sql[300];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM text JOIN entry"
		" USING (seq) WHERE op = 'export' AND value = 'trial' AND %s", such);
	return raw_sql(CASE_STORE ".access-2026", sql);
}

#define TO_THE_FILE ":export<Enter><Enter><Enter>"

static void
test_export_asks_why_and_goes_on(void **state)
{
	struct desk *d = with_restricted();
	struct screen s = { .hook = NULL };

	(void)state;
	play_own(&s, d, TO_THE_FILE "2<Enter>");
	screen_has(&s, "Why does it go out?");
	screen_close(&s);
	play_own(&s, d, TO_THE_FILE "2<Enter><Enter><Wait>");
	screen_has(&s, "Why do you export what is restricted?");
	screen_close(&s);
	assert_int_equal(folder_count("case-"), 0);
	/* No word says nothing, and asks once more. */
	play_own(&s, d, TO_THE_FILE "<Enter*2><Wait>-<Enter><Wait>");
	screen_has(&s, "Why do you export what is restricted?");
	screen_close(&s);
	play_own(&s, d, TO_THE_FILE "<^U>out.txt<Enter><Enter><Wait>trial<Enter><Wait>");
	screen_has(&s, "Written to out.txt");
	screen_close(&s);
	assert_file("out.txt", "Marginean");
	/* What began it, and the records that it gave. */
	assert_int_equal(said_of_exports("seq NOT IN (SELECT seq FROM item)"), 1);
	assert_true(said_of_exports("seq IN (SELECT seq FROM item)") > 0);
	/* Of that export alone. */
	play_own(&s, d, "<Enter>");
	screen_has(&s, "Why do you open this record?");
	screen_close(&s);
	desk_close(d);
}

static void
test_export_without_a_purpose_is_back_at_its_file(void **state)
{
	struct desk *d = with_restricted();
	struct screen s = { .hook = NULL };

	(void)state;
	play_own(&s, d, TO_THE_FILE "<^U>own.txt<Enter*2><Wait><Esc><Wait>");
	screen_has(&s, "Write it to which file?");
	screen_has(&s, "own.txt");
	screen_close(&s);
	play_own(&s, d, TO_THE_FILE "<^U>own.txt<Enter*2><Wait><Esc><Wait><Enter*2><Wait>");
	screen_has(&s, "Why do you export what is restricted?");
	screen_close(&s);
	play_own(&s, d, TO_THE_FILE "<^U>own.txt<Enter*2><Wait><Esc><Wait><Esc><Wait>");
	screen_has(&s, "(restricted: say why)");
	assert_null(s.app.top->below);
	screen_close(&s);
	assert_false(folder_has("own.txt"));
	desk_close(d);
}

static void
test_list_written_to_a_file_asks_why_and_goes_on(void **state)
{
	struct desk *d = with_restricted();
	struct screen s = { .hook = NULL };

	(void)state;
	play_own(&s, d, "W<Enter>");
	screen_has(&s, "Why does it go out?");
	screen_close(&s);
	play_own(&s, d, "W<^U>nowhere/x.csv<Enter>");
	screen_has(&s, "cannot create nowhere/x.csv");
	screen_lacks(&s, "Why does it go out?");
	screen_close(&s);
	play_own(&s, d, "W<Enter><Enter>");
	screen_has(&s, "Why do you export what is restricted?");
	screen_close(&s);
	play_own(&s, d, "W<Enter>trial<Enter>");
	screen_has(&s, "1 record written to person.csv.");
	screen_close(&s);
	assert_file("person.csv", "Marginean");
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_list_tells_that_there_is_one_and_opening_asks_why),
		CASE_TEST(test_once_it_is_said_the_record_and_the_lists_tell),
		CASE_TEST(test_a_part_is_found_once_it_was_said_what_for),
		CASE_TEST(test_the_history_has_no_empty_lines_and_says_nothing_untrue),
		CASE_TEST(test_export_asks_why_and_goes_on),
		CASE_TEST(test_export_without_a_purpose_is_back_at_its_file),
		CASE_TEST(test_list_written_to_a_file_asks_why_and_goes_on),
	};

	return RUN_TESTS("ui/purpose", tests);
}
