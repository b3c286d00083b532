/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_audit.c - who read what: an entry whole, older ones, and a question that is
 * none leaves the page that was there. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

static int
setup(void **state)
{
	*state = fake_open();
	return 0;
}

static void
test_an_entry_is_shown_whole(void **state)
{
	struct screen s;

	screen_play(&s, *state, "audit", "");
	screen_has(&s, "RO/2");
	screen_has(&s, "searched: RO-L1 \"Courier\"");
	screen_close(&s);
	screen_play(&s, *state, "audit", "<Enter>");
	screen_has(&s, "Entry c0ffee00");
	screen_has(&s, "Ion Marin");
	screen_has(&s, "Operation Tide");
	screen_close(&s);
}

static void
test_older_ones_follow(void **state)
{
	struct screen s;

	screen_play(&s, *state, "audit", "");
	screen_has(&s, "There is more: z shows what is older.");
	screen_close(&s);
	screen_play(&s, *state, "audit", "z");
	screen_has(&s, "Older ones");
	screen_has(&s, "logged in");
	screen_lacks(&s, "There is more");
	screen_close(&s);
}

static void
test_a_question_narrows_and_a_wrong_one_changes_nothing(void **state)
{
	struct screen s;

	screen_play(&s, *state, "audit", "Fop:export<Enter>");
	screen_has(&s, "Who read what: op:export");
	screen_has(&s, "Nothing of that was read.");
	screen_close(&s);
	screen_play(&s, *state, "audit", "Fcolour:red<Enter>");
	screen_has(&s, "\"colour:red\" is none of");
	screen_close(&s);
	screen_play(&s, *state, "audit", "Ffrom:yesteryear<Enter><Esc>");
	screen_has(&s, "searched: RO-L1");
	screen_lacks(&s, "Who read what: from");
	screen_close(&s);
}

static void
test_whoever_may_not_read_records_begins_there(void **state)
{
	struct screen s;

	fake_deny(*state, "list");
	screen_play(&s, *state, NULL, "");
	screen_has(&s, "Who read what");
	screen_close(&s);
	fake_deny(*state, NULL);
	screen_play(&s, *state, NULL, "");
	screen_lacks(&s, "Who read what");
	screen_close(&s);
}

#define ROW(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ROW(test_an_entry_is_shown_whole),
		ROW(test_older_ones_follow),
		ROW(test_a_question_narrows_and_a_wrong_one_changes_nothing),
		ROW(test_whoever_may_not_read_records_begins_there),
	};

	return RUN_TESTS("ui/view_audit", tests);
}
