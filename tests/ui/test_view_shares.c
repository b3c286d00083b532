/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_shares.c - the sheet of a record: it is given step by step, and only by the
 * last of them; whoever breaks off has given nothing. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	fake_share_none();
	fake_add(d, "party", "code=BG", "name=Varna office", "class=signatory",
		NULL);
	fake_add(d, "party", "code=CH", "name=Bern office", "class=third", NULL);
	fake_add(d, "lead", "title=Courier", NULL);
	*state = d;
	return 0;
}

#define GIVE "aBG<Enter>evid<Enter>+10d<Enter>Their <Space> border<Enter>"

static void
test_it_goes_by_the_last_step_alone(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", GIVE);
	screen_has(&s, "goes to BG, as evidence, until +10d");
	assert_null(fake_share_reason("BG"));
	screen_close(&s);

	/* The choice begins at leaving it. */
	screen_play(&s, *state, "shares:RO-L3", GIVE "<Enter>");
	assert_null(fake_share_reason("BG"));
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", GIVE "<Esc>");
	assert_null(fake_share_reason("BG"));
	screen_close(&s);

	screen_play(&s, *state, "shares:RO-L3", GIVE "<Down><Enter>");
	assert_string_equal(fake_share_reason("BG"), "Their border");
	screen_has(&s, "\"Their border\"");
	screen_has(&s, "Who has it  2");
	screen_close(&s);
}

static void
test_no_reason_is_none(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3",
		"aBG<Enter><Enter><Enter><Enter>");
	screen_has(&s, "Something has to stand here.");
	assert_null(fake_share_reason("BG"));
	screen_close(&s);
}

static void
test_a_third_state_asks_for_basis_and_controller_first(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", "aCH<Enter>");
	screen_has(&s, "On what does the transfer to a third state rest?");
	screen_has(&s, "adequacy decision");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "aCH<Enter><Enter>");
	screen_has(&s, "Who answers for it?");
	screen_close(&s);
}

static void
test_it_is_taken_back_from_whom_the_cursor_is_on(void **state)
{
	struct screen s;

	/* The cursor stands on who got it. */
	screen_play(&s, *state, "shares:RO-L3", GIVE "<Down><Enter>" "x");
	screen_has(&s, "Why is it taken back?");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "<Up>x");
	screen_has(&s, "It is taken back from another who has it");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3",
		"<Down>xNot <Space> needed<Enter><Down><Enter>");
	screen_has(&s, "RO-L3 was taken back");
	screen_has(&s, "nobody of them had opened it");
	screen_has(&s, "Who had it  1");
	screen_close(&s);
}

static void
test_a_list_and_a_record_open_it(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "S");
	screen_has(&s, "Who has it");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "S");
	screen_has(&s, "Who has it");
	screen_close(&s);
}

#define ROW(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ROW(test_it_goes_by_the_last_step_alone),
		ROW(test_no_reason_is_none),
		ROW(test_a_third_state_asks_for_basis_and_controller_first),
		ROW(test_it_is_taken_back_from_whom_the_cursor_is_on),
		ROW(test_a_list_and_a_record_open_it),
	};

	return RUN_TESTS("ui/view_shares", tests);
}
