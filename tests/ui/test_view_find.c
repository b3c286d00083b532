/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_find.c - what words find stands on one page, with how it was found. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	fake_add(d, "lead", "title=Courier with a suitcase", "status=new", NULL);
	fake_add(d, "lead", "title=Villa with a garage", "status=new", NULL);
	fake_add(d, "task", "title=Letter with a list", "status=open", NULL);
	*state = d;
	return 0;
}

static void
test_all_that_is_found_stands_under_how(void **state)
{
	struct screen s;

	screen_play(&s, *state, "find:with", "");
	screen_has(&s, "Found for: with");
	screen_has(&s, "as typed  3");
	screen_has(&s, "> RO-L2 ");
	screen_has(&s, "  RO-T3  Task  Letter");
	screen_close(&s);
	screen_play(&s, *state, "find:ro-l1", "");
	screen_has(&s, "by its name  1");
	screen_close(&s);
}

static void
test_what_another_holds_stands_above_and_is_asked_for(void **state)
{
	struct screen s;

	screen_play(&s, *state, "find:" FAKE_HELD, "");
	screen_has(&s, "hit: BG holds something on this IBAN; contact: Elena");
	screen_lacks(&s, "Nothing is found");
	screen_close(&s);
	screen_play(&s, *state, "find:" FAKE_HELD, "I");
	screen_has(&s, "Ask BG what it holds");
	screen_has(&s, "will be told that you asked, with this purpose");
	screen_close(&s);
	screen_play(&s, *state, "find:" FAKE_HELD, "Ifreezing<Enter>");
	screen_has(&s, "BG is asked: RO-Q1");
	screen_close(&s);
	screen_play(&s, *state, "find:" FAKE_HELD, "");
	screen_has(&s, "Other JITs may be asked about this: I");
	screen_close(&s);
	screen_play(&s, *state, "find:" FAKE_HELD, "Ifreezing<Enter>I");
	screen_has(&s, "Ask other JITs");
	screen_has(&s, "Who leads a JIT that holds it reads it");
	screen_close(&s);
	screen_play(&s, *state, "find:" FAKE_HELD, "Ifreezing<Enter>Iwhere<Enter>");
	screen_has(&s, "asked of other JITs: RO-Q1");
	screen_close(&s);
	screen_play(&s, *state, "find:with", "I");
	screen_lacks(&s, "Other JITs");
	screen_has(&s, "No other party holds anything on this");
	screen_close(&s);
}

static void
test_arrows_pass_headings_and_enter_opens(void **state)
{
	struct screen s;

	screen_play(&s, *state, "find:with", "<Up*3>");
	screen_has(&s, "> RO-L2");
	screen_close(&s);
	screen_play(&s, *state, "find:with", "<End>");
	screen_has(&s, "> RO-T3");
	screen_close(&s);
	screen_play(&s, *state, "find:with", "<End><Home><Down><Enter>");
	screen_has(&s, "Lead  RO-L1");
	screen_close(&s);
	screen_play(&s, *state, "find:with", "<Down><Enter><Esc>");
	screen_has(&s, "> RO-L1");
	screen_close(&s);
}

static void
test_other_words_are_asked_for(void **state)
{
	struct screen s;

	screen_play(&s, *state, "find:with", "/<^U>villa<Enter>");
	screen_has(&s, "Found for: villa");
	screen_lacks(&s, "RO-L1");
	screen_close(&s);
	screen_play(&s, *state, "find:with", "/<^U><Enter>");
	screen_has(&s, "Words are missing");
	screen_close(&s);
	screen_play(&s, *state, "find:with", "/<^U><Enter><Esc>");
	screen_has(&s, "Found for: with");
	screen_close(&s);
	screen_play(&s, *state, "find", "letter<Backspace*6>list<Enter>");
	screen_has(&s, "Found for: list");
	screen_close(&s);
}

static void
test_nothing_found_says_so(void **state)
{
	struct screen s;

	screen_play(&s, *state, "find:zebra", "<Down><Up><Enter>y<Esc>");
	screen_has(&s, "Nothing is found");
	screen_close(&s);
}

static void
somebody_changes_it(struct desk *desk)
{
	fake_add(desk, "lead", "title=Boat with an engine", "status=new", NULL);
}

static void
test_page_is_live_and_the_cursor_stays(void **state)
{
	struct screen s = { .hook = somebody_changes_it };

	screen_play(&s, *state, "find:with", "<Down><F12><Wait>");
	screen_has(&s, "RO-L4");
	screen_has(&s, "> RO-L1");
	screen_close(&s);
}

#define find_test(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

static const struct CMUnitTest tests[] = {
	find_test(test_all_that_is_found_stands_under_how),
	find_test(test_what_another_holds_stands_above_and_is_asked_for),
	find_test(test_arrows_pass_headings_and_enter_opens),
	find_test(test_other_words_are_asked_for),
	find_test(test_nothing_found_says_so),
	find_test(test_page_is_live_and_the_cursor_stays),
};

int
main(void)
{
	return RUN_TESTS("ui/view_find", tests);
}
