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

#define GIVE "aBG<Enter>evid<Enter>31.1.2099<Enter>Their <Space> border<Enter>"

static void
test_it_goes_by_the_last_step_alone(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", GIVE);
	screen_has(&s, "goes to BG, as evidence, until 2099-01-31");
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

/* A list opens it by the id, which is no name that a person knows. */
static void
test_it_is_named_by_its_ref(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:uid3", GIVE);
	screen_has(&s, "RO-L3 goes to BG");
	screen_close(&s);
	screen_play(&s, *state, "shares:uid3", GIVE "<Down><Enter>"
		"xwhy<Enter>");
	screen_has(&s, "BG has RO-L3 no more");
	screen_close(&s);
	screen_play(&s, *state, "shares:uid3", "K<Enter><Enter>why<Enter>"
		"<Enter>");
	screen_has(&s, "asked about RO-L3");
	screen_close(&s);
}

static void
test_a_day_is_read_where_it_is_typed(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", "aBG<Enter><Enter>tomorow<Enter>");
	screen_has(&s, "this is not a date");
	screen_has(&s, "time after it as 14:00");	/* whole */
	screen_has(&s, "Until when?");
	screen_has(&s, "tomorow");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "aBG<Enter><Enter>1.1.2020<Enter>");
	screen_has(&s, "1.1.2020 is over already");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "aBG<Enter><Enter>today<Enter>");
	screen_has(&s, "Why is it given?");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "K<Enter><Enter>why<Enter>"
		"1.1.2020<Enter>");
	screen_has(&s, "1.1.2020 is over already");
	screen_close(&s);
}

static void
test_what_ends_can_be_given_for_longer(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", GIVE "<Down><Enter>");
	screen_has(&s, "until 31 Jan 2099, \"Their border");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "aBG<Enter>");
	screen_has(&s, "For what use?");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "aBG<Enter><Enter><Enter>"
		"Good<Enter><Down><Enter>");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "aBG<Enter>");
	screen_has(&s, "They have it.");
	screen_close(&s);
}

/* RO stands in EUROPOL, too, and that would be another party. */
static void
test_a_code_that_is_typed_is_chosen(void **state)
{
	struct screen s;

	fake_add(*state, "party", "code=PO", "name=Polish office",
		"class=signatory", NULL);
	fake_add(*state, "party", "code=EUROPOL", "name=Europol",
		"class=participant", NULL);
	screen_play(&s, *state, "shares:RO-L3", "aPO<Enter><Enter><Enter>"
		"Why<Enter><Down><Enter>");
	assert_null(fake_share_reason("EUROPOL"));
	assert_string_equal(fake_share_reason("PO"), "Why");
	screen_close(&s);
}

/* The terms go on below: the reason is what the other party reads, too. */
static void
test_terms_are_read_whole(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", "aBG<Enter><Enter>31.1.2099"
		"<Enter>So<Space>that<Space>nobody<Space>is<Space>let<Space>out<Space>at<Space>"
		"the<Space>border<Space>before<Space>the<Space>end<Enter><Down><Enter>");
	screen_has(&s, "before the end\"");
	screen_close(&s);
}

static void
test_what_is_asked_for_is_chosen(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", "K<Down><Enter>U2<Enter>why"
		"<Enter>31.1.2099<Enter><Down><Enter>");
	screen_has(&s, "RO was asked: RO-Q1");
	assert_string_equal(fake_share_asked(), "use U2 - 2099-01-31");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "K<Down*2><Enter>BG<Enter>why"
		"<Enter><Enter>");
	screen_has(&s, "to pass it on (BG)");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "K<Down*2><Enter>BG<Enter>why"
		"<Enter><Enter><Down><Enter>");
	assert_string_equal(fake_share_asked(), "onward - BG -");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "K<Down*3><Enter>H2<Enter>why"
		"<Enter><Enter><Down><Enter>");
	assert_string_equal(fake_share_asked(), "lift H2 - -");
	screen_close(&s);
}

static void
add_party_first(struct desk *d)
{
	fake_add(d, "party", "code=AA", "name=Aarhus office", "class=signatory",
		NULL);
}

/* Another's act moves no party under the cursor. */
static void
test_it_goes_to_whom_was_shown(void **state)
{
	struct screen s = { .hook = add_party_first };

	screen_play(&s, *state, "shares:RO-L3", "aBG<F12><Enter><Enter><Enter>"
		"Why<Enter><Down><Enter>");
	assert_string_equal(fake_share_reason("BG"), "Why");
	screen_close(&s);
	fake_share_none();
	screen_play(&s, *state, "shares:RO-L3", "K<Down*2><Enter>BG<F12><Enter>"
		"why<Enter><Enter><Down><Enter>");
	assert_string_equal(fake_share_asked(), "onward - BG -");
	screen_close(&s);
}

static void
add_member_first(struct desk *d)
{
	fake_add(d, "member", "party=RO", "name=Aurel Stan", "role=police", NULL);
}

static void
test_who_answers_for_it_is_there_and_who_was_shown(void **state)
{
	struct screen s = { .hook = add_member_first };

	fake_add(*state, "member", "party=RO", "name=Ana Pop", "role=leader",
		NULL);
	fake_add(*state, "member", "party=RO", "name=Ion Marin", "role=police",
		"left_on=2026-01-02", NULL);
	screen_play(&s, *state, "shares:RO-L3", "aCH<Enter><Enter>");
	screen_has(&s, "Ana Pop");
	screen_lacks(&s, "Ion Marin");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "aCH<Enter><Enter><F12><Enter>"
		"<Enter><Enter>Why<Enter><Down><Enter>");
	assert_string_equal(fake_share_controller(), "RO-Z4");
	screen_close(&s);
}

/* Of those who have it, until a day too, and of one's own nothing is asked. */
static void
test_it_is_passed_on_to_who_lacks_it(void **state)
{
	struct screen s;

	fake_add(*state, "party", "code=RO", "name=Bucharest office",
		"class=signatory", NULL);
	fake_add(*state, "party", "code=PO", "name=Polish office",
		"class=signatory", NULL);
	screen_play(&s, *state, "shares:RO-L3", GIVE "<Down><Enter>");
	screen_close(&s);
	fake_share_of("PO");
	screen_play(&s, *state, "shares:RO-L3", "K<Down*2><Enter>BG");
	screen_has(&s, "They have it.");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "K<Down*2><Enter>RO");
	screen_has(&s, "It is your own party.");
	screen_close(&s);
	screen_play(&s, *state, "shares:RO-L3", "K<Down*2><Enter>PO");
	screen_has(&s, "It is their record.");
	screen_close(&s);
}

static void
test_help_names_no_key_that_does_nothing_here(void **state)
{
	struct screen s;

	screen_play(&s, *state, "shares:RO-L3", "?");
	screen_has(&s, "Take the record back");
	screen_lacks(&s, "a notice itself");
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
		ROW(test_it_is_named_by_its_ref),
		ROW(test_a_day_is_read_where_it_is_typed),
		ROW(test_what_ends_can_be_given_for_longer),
		ROW(test_a_code_that_is_typed_is_chosen),
		ROW(test_terms_are_read_whole),
		ROW(test_what_is_asked_for_is_chosen),
		ROW(test_it_goes_to_whom_was_shown),
		ROW(test_who_answers_for_it_is_there_and_who_was_shown),
		ROW(test_it_is_passed_on_to_who_lacks_it),
		ROW(test_help_names_no_key_that_does_nothing_here),
		ROW(test_a_list_and_a_record_open_it),
	};

	return RUN_TESTS("ui/view_shares", tests);
}
