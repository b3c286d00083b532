/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_members.c - parties with their members: the order of classes, those that
 * left, and whom Enter, a, e and x are about. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	fake_add(d, "party", "code=EUROPOL", "name=Europol",
		"class=participant", NULL);
	fake_add(d, "party", "code=BG", "name=Varna office", "class=signatory",
		"signed_on=2026-06-05", NULL);
	fake_add(d, "member", "party=BG", "name=Boyana Ilieva", "role=leader",
		"unit=Organised crime", NULL);
	fake_add(d, "member", "party=BG", "name=Petar Kolev", "role=police",
		"left_on=2026-10-01", NULL);
	fake_add(d, "member", "party=EUROPOL", "name=Nora Lind",
		"role=analyst", NULL);
	*state = d;
	return 0;
}

static void
test_signatories_come_first_and_count_who_is_there(void **state)
{
	struct screen s;

	screen_play(&s, *state, "members", "");
	screen_has(&s, "Varna office  1");
	screen_has(&s, "signatory, signed 2026-06-05");
	screen_has(&s, "Boyana Ilieva, Organised crime");
	screen_has(&s, "Nora Lind");
	screen_lacks(&s, "Petar Kolev");
	assert_true(strstr(s.text.text, "Varna office") <
		strstr(s.text.text, "Nora Lind"));
	screen_close(&s);
}

static void
test_former_ones_are_shown_when_asked_for(void **state)
{
	struct screen s;

	screen_play(&s, *state, "members", "z");
	screen_has(&s, "Petar Kolev, left 2026-10-01");
	screen_has(&s, "Varna office  2");
	screen_close(&s);
	screen_play(&s, *state, "members", "zz");
	screen_lacks(&s, "Petar Kolev");
	screen_close(&s);
}

static void
test_who_is_admitted_is_of_the_party_under_the_cursor(void **state)
{
	struct screen s;

	screen_play(&s, *state, "members", "<End>a");
	screen_has(&s, "New: Member");
	screen_has(&s, "EUROPOL");
	screen_close(&s);
}

static void
add_successors(struct desk *d)
{
	fake_add(d, "member", "party=BG", "name=Tsveta Nacheva",
		"role=judicial", NULL);
}

static void
test_what_is_in_hand_finds_a_successor_first(void **state)
{
	struct screen s;

	fake_leave_begin(true);
	add_successors(*state);
	screen_play(&s, *state, "members", "<Down>x");
	screen_has(&s, "has in hand: BG-T5 (Plates), BG-E3");
	screen_has(&s, "> RO-Z6  Tsveta Nacheva");
	screen_lacks(&s, "Petar Kolev");
	screen_close(&s);
	screen_play(&s, *state, "members", "<Down>x<Enter>R-12<Enter>");
	screen_has(&s, "RO-Z3 leaves today");
	screen_has(&s, "goes to RO-Z6.");
	screen_close(&s);
	screen_play(&s, *state, "members", "<Down>x<Enter>R-12<Enter><Enter>");
	assert_string_equal(fake_leave_left(), "");
	screen_close(&s);
	screen_play(&s, *state, "members",
		"<Down>x<Enter>R-12<Enter><Down><Enter>");
	assert_string_equal(fake_leave_left(), "RO-Z3 to RO-Z6 by R-12");
	screen_has(&s, "RO-Z3 has left");
	screen_close(&s);
}

static void
admit_aaron(struct desk *d)
{
	fake_add(d, "member", "party=BG", "name=Aaron Stoev", "role=police",
		NULL);
}

/* Another party's act moves no name under the cursor. */
static void
test_the_successor_is_who_was_shown(void **state)
{
	struct screen s = { .hook = admit_aaron };

	fake_leave_begin(true);
	add_successors(*state);
	screen_play(&s, *state, "members",
		"<Down>x<F12><Enter>R-12<Enter><Down><Enter>");
	assert_string_equal(fake_leave_left(), "RO-Z3 to RO-Z6 by R-12");
	screen_close(&s);
}

static void
test_without_a_successor_it_is_said_what_helps(void **state)
{
	struct screen s;

	fake_leave_begin(true);
	screen_play(&s, *state, "members", "<Down>x");
	screen_lacks(&s, "Who takes it on?");
	screen_has(&s, "Nobody else of BG is there to take it on");
	screen_has(&s, "a admits a member first");
	screen_has(&s, "BG-T5 (Plates), BG-E3");
	screen_close(&s);
}

/* An answer that would always be refused is refused where it is given. */
static void
test_an_exhibit_does_not_go_without_a_receipt(void **state)
{
	struct screen s;

	fake_leave_begin(true);
	add_successors(*state);
	screen_play(&s, *state, "members", "<Down>x<Enter><Enter>");
	screen_has(&s, "Which receipt?");
	screen_has(&s, "Without paper, both confirm the hand-over first");
	screen_close(&s);
}

static void
test_a_hand_over_that_waits_is_named_at_once(void **state)
{
	struct screen s;

	fake_leave_begin(true);
	fake_leave_open_step();
	add_successors(*state);
	screen_play(&s, *state, "members", "<Down>x");
	screen_lacks(&s, "Who takes it on?");
	screen_has(&s, "BG-E4/chain2 waits for the confirmation of RO-Z3");
	screen_close(&s);
	fake_leave_begin(false);
}

static void
test_who_has_nothing_in_hand_leaves_at_once(void **state)
{
	struct screen s;

	fake_leave_begin(false);
	screen_play(&s, *state, "members", "<Down>x<Down><Enter>");
	assert_string_equal(fake_leave_left(), "RO-Z3 to - by -");
	screen_close(&s);
	fake_leave_begin(false);
	screen_play(&s, *state, "members", "x");
	screen_has(&s, "the cursor is on a party");
	screen_close(&s);
}

/* Nothing is asked of whom it would then be refused. */
static void
test_who_may_not_end_it_is_told_so_at_once(void **state)
{
	struct screen s;

	fake_leave_begin(true);
	fake_leave_deny();
	add_successors(*state);
	screen_play(&s, *state, "members", "<Down>x");
	screen_has(&s, "its own leader does that");
	screen_lacks(&s, "BG-T5");
	screen_close(&s);
	fake_leave_begin(false);
}

/* Where it does not fit, what it means is read to its end before it is done. */
static void
test_nothing_is_chosen_before_it_was_read(void **state)
{
	struct screen s;

	fake_leave_begin(true);
	add_successors(*state);
	screen_play_at(&s, *state, "members", "<Down>x<Enter>R-12<Enter>", 40, 8);
	screen_has(&s, "Enter reads on");
	screen_close(&s);
	screen_play_at(&s, *state, "members",
		"<Down>x<Enter>R-12<Enter><Wait><Down><Enter><Wait>", 40, 8);
	assert_string_equal(fake_leave_left(), "");
	screen_close(&s);
	screen_play_at(&s, *state, "members", "<Down>x<Enter>R-12<Enter><Wait><Down>"
		"<Enter><Wait><Enter><Wait><Enter><Wait><Enter><Wait><Enter><Wait>",
		40, 8);
	assert_string_equal(fake_leave_left(), "RO-Z3 to RO-Z6 by R-12");
	screen_close(&s);
	fake_leave_begin(false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_signatories_come_first_and_count_who_is_there,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_former_ones_are_shown_when_asked_for, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_who_is_admitted_is_of_the_party_under_the_cursor,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_what_is_in_hand_finds_a_successor_first, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_successor_is_who_was_shown, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_without_a_successor_it_is_said_what_helps, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_an_exhibit_does_not_go_without_a_receipt, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_a_hand_over_that_waits_is_named_at_once, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_who_has_nothing_in_hand_leaves_at_once, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_who_may_not_end_it_is_told_so_at_once, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_nothing_is_chosen_before_it_was_read, setup,
			fake_teardown),
	};

	return RUN_TESTS("ui/view_members", tests);
}
