/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_form_draft.c - nothing typed is lost, whatever happens to line and disk. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/golden.h"
#include "tests/support/screen.h"
#include "tests/support/typed.h"

#include "base/clock.h"
#include "src/lead.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	/* Monday 5 January 2026. */
	clock_stop(INT64_C(1767614400000), 1);
	fake_add(d, "lead", "title=Courier", "status=new", "method=cash", NULL);
	*state = d;
	return 0;
}

static void
test_draft_is_kept_and_offered(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "n Half<Space>a<Space>tip <Esc>");
	screen_has(&s, "kept as a draft");
	assert_int_equal(draft_count(*state), 1);
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n");
	screen_has(&s, "Go on with a draft?");
	screen_has(&s, "Half a tip");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n <Enter> . <F2>");
	value_is(*state, "RO-L2", LEAD_TITLE, "Half a tip.");
	assert_int_equal(draft_count(*state), 0);
	screen_close(&s);
}

static void
test_draft_is_shown_at_the_start(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "e , <Esc>");
	screen_close(&s);
	screen_play(&s, *state, NULL, "");
	screen_has(&s, "not saved");
	screen_has(&s, "RO-L1");
	screen_close(&s);
	screen_play(&s, *state, NULL, "<Home><Enter>");
	screen_has(&s, "Change RO-L1");
	screen_has(&s, "Courier,");
	screen_close(&s);
}

static void
nothing_yet(struct desk *desk)
{
	assert_int_equal(draft_count(desk), 0);
}

static void
one_by_now(struct desk *desk)
{
	assert_int_equal(draft_count(desk), 1);
}

static void
test_draft_is_a_second_old_at_most(void **state)
{
	struct screen s = { .hook = nothing_yet };

	screen_play(&s, *state, "list:lead", "nab<F12>");
	screen_close(&s);
	fake_teardown(state);
	setup(state);
	/* While the keys go on, and in the long text too. */
	s.hook = one_by_now;
	screen_play(&s, *state, "list:lead", "nabcdefghijklmno<F12>");
	screen_close(&s);
	fake_teardown(state);
	setup(state);
	screen_play(&s, *state, "list:lead", "n<Tab*3><Enter>abc<Wait><F12>");
	screen_close(&s);
}

static void
test_line_that_drops_keeps_the_draft(void **state)
{
	struct screen s;

	/* The end of the script is the end of the line. */
	screen_play(&s, *state, "list:lead", "nab");
	screen_close(&s);
	assert_int_equal(draft_count(*state), 1);
}

static void
test_form_without_change_leaves_no_draft(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "ex<Backspace><Wait><Esc>");
	assert_int_equal(draft_count(*state), 0);
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "ex<Wait><Wait><Backspace><Esc>");
	assert_int_equal(draft_count(*state), 0);
	screen_close(&s);
}

static void
test_draft_is_thrown_away_by_two_keys(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "nabc<Wait><F8><Enter>");
	screen_has(&s, "abc");
	assert_int_equal(draft_count(*state), 1);
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n<Enter><F8><Down><Enter>");
	screen_has(&s, "[Leads");
	assert_int_equal(draft_count(*state), 0);
	screen_close(&s);
}

static void
test_full_disk_loses_nothing(void **state)
{
	struct screen s;

	fake_full(*state, true);
	screen_play(&s, *state, "list:lead", "nabc<F2>");
	screen_has(&s, "the disk is full");
	screen_has(&s, "abc");
	fake_full(*state, false);
	screen_close(&s);
	assert_int_equal(draft_count(*state), 1);
}

static void
is_full(struct desk *desk)
{
	fake_full(desk, true);
}

static void
has_room(struct desk *desk)
{
	fake_full(desk, false);
}

static void
test_draft_that_cannot_be_kept_says_so_until_it_is(void **state)
{
	struct screen s = { .hook = is_full };

	screen_play(&s, *state, "list:lead", "n<F12>abc<Wait><Esc>");
	screen_has(&s, "NO DRAFT KEPT: the disk is full");
	screen_has(&s, "Leaving would lose");
	screen_has(&s, "New: Lead");
	screen_has(&s, "abc");
	screen_close(&s);
	assert_int_equal(draft_count(*state), 0);
	/* It is tried again without a key. */
	screen_play(&s, *state, "list:lead", "nabc<Wait>");
	screen_has(&s, "NO DRAFT KEPT");
	fake_full(*state, false);
	screen_close(&s);
	assert_int_equal(draft_count(*state), 1);
	s.hook = has_room;
	fake_full(*state, true);
	screen_play(&s, *state, "list:lead", "n<Down><Enter>abc<Wait><F12><Wait>");
	screen_has(&s, "draft kept");
	screen_lacks(&s, "NO DRAFT");
	screen_close(&s);
}

static void
test_twenty_keys_are_a_draft(void **state)
{
	struct screen s = { .hook = one_by_now };

	/* Pasted at once, a second did not go by. */
	screen_play(&s, *state, "list:lead",
		"n<Paste:a><Paste:b><Paste:c>defghij<F12>");
	screen_close(&s);
}

static void
test_draft_of_another_session_is_taken_over_on_demand(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "n Half<Esc>");
	screen_close(&s);
	fake_hold(*state, "coord1");
	screen_play(&s, *state, "list:lead", "n");
	screen_has(&s, "open on coord1, typed into a moment ago");
	golden_check(&s, "held-offered");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n<Enter>");
	screen_has(&s, "This draft is open on coord1");
	golden_check(&s, "held-question");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "D<Wait>");
	golden_check(&s, "held-drafts");
	screen_close(&s);
	screen_play_at(&s, *state, "list:lead", "D<Wait>", 40, 12);
	golden_check(&s, "held-drafts-narrow");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n<Enter><Down><Enter>!");
	screen_has(&s, "Half!");
	screen_close(&s);
	assert_int_equal(draft_count(*state), 1);
}

static void
somebody_takes_over(struct desk *desk)
{
	fake_hold(desk, "home");
}

static void
test_what_is_typed_after_a_take_over_is_a_draft_of_its_own(void **state)
{
	struct screen s = { .hook = somebody_takes_over };

	screen_play(&s, *state, "list:lead", "n Half<Wait><F12>!<Wait>");
	screen_close(&s);
	assert_int_equal(draft_count(*state), 2);
	fake_teardown(state);
	setup(state);
	/* Nothing more was typed: nothing more is kept. */
	screen_play(&s, *state, "list:lead", "n Half<Wait><F12><Wait*12>");
	screen_has(&s, "the draft is open on home");
	screen_close(&s);
	assert_int_equal(draft_count(*state), 1);
}

static void
test_drafts_stand_on_a_screen_of_their_own(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "n Half<Esc> e, twice<Esc> D<Down><Wait>");
	screen_has(&s, "Begun and not saved  2");
	screen_has(&s, "new: Lead  Half");
	screen_has(&s, "Title         Courier,twice");
	screen_has(&s, "  it is now   Courier");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "D<F8><Down><Enter><F8><Down><Enter>");
	screen_has(&s, "Nothing. What you type");
	screen_close(&s);
	assert_int_equal(draft_count(*state), 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

static const struct CMUnitTest tests[] = {
	TEST(test_draft_is_kept_and_offered),
	TEST(test_draft_is_shown_at_the_start),
	TEST(test_draft_is_a_second_old_at_most),
	TEST(test_line_that_drops_keeps_the_draft),
	TEST(test_form_without_change_leaves_no_draft),
	TEST(test_draft_is_thrown_away_by_two_keys),
	TEST(test_full_disk_loses_nothing),
	TEST(test_draft_that_cannot_be_kept_says_so_until_it_is),
	TEST(test_twenty_keys_are_a_draft),
	TEST(test_draft_of_another_session_is_taken_over_on_demand),
	TEST(test_what_is_typed_after_a_take_over_is_a_draft_of_its_own),
	TEST(test_drafts_stand_on_a_screen_of_their_own),
};

int
main(void)
{
	return RUN_TESTS("ui/form_draft", tests);
}
