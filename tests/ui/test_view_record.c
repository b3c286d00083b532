/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_record.c - a record is read, searched, walked from. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();
	const char *org = fake_add(d, "organisation", "name=Blue Shell Ltd",
		NULL);
	char holder[60], detail[3000] = "detail=";

	snprintf(holder, sizeof(holder), "holder=%s", org);
	fake_add(d, "asset", "type=BANK", "bank=Tide Bank", holder, NULL);
	for (int i = 1; i <= 60; i++) {
		char line[40];

		snprintf(line, sizeof(line), "line %d of the note\n", i);
		strcat(detail, line);
	}
	fake_add(d, "lead", "title=Courier with a suitcase", "status=new",
		detail, "due=2026-01-04", NULL);
	*state = d;
	return 0;
}

static void
test_enter_walks_to_what_is_named_and_esc_comes_back(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-A2", "<Down*2><Enter>");
	screen_has(&s, "Organisation  RO-O1  Blue Shell Ltd");
	screen_close(&s);
	screen_play(&s, *state, "RO-A2", "<Down*2><Enter><Esc>");
	screen_has(&s, "\n> Holder");
	screen_close(&s);
}

static void
test_enter_says_why_nothing_opens(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-A2", "<Enter>");
	screen_has(&s, "Nothing is named here that could be opened");
	screen_close(&s);
}

static void
test_payments_are_of_accounts_and_who_has_them(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-L3", ":payments<Enter>");
	screen_has(&s, "Payments are to and from accounts");
	screen_close(&s);
	screen_play(&s, *state, "RO-A2", "");
	screen_has(&s, "$ Payments");
	screen_close(&s);
	screen_play(&s, *state, "RO-A2", "$");
	screen_has(&s, "from:RO-A2 or to:RO-A2");
	screen_close(&s);
	screen_play(&s, *state, "RO-O1", "$");
	screen_has(&s, "from:RO-O1 or to:RO-O1 or from:RO-A2 or to:RO-A2");
	screen_close(&s);
}

static void
test_another_partys_record_is_not_offered_to_be_changed(void **state)
{
	struct screen s;

	fake_add(*state, "lead", "title=Theirs", "party=BG", NULL);
	screen_play(&s, *state, "RO-L3", "");
	screen_has(&s, "e Edit");
	screen_close(&s);
	screen_play(&s, *state, "RO-L4", "");
	screen_lacks(&s, "e Edit");
	screen_has(&s, "c Comment");
	screen_close(&s);
	for (const char *key = "edx"; *key; key++) {
		screen_play(&s, *state, "RO-L4", (char[]){ *key, '\0' });
		screen_has(&s, "It is another party's record");
		screen_close(&s);
	}
}

static void
test_long_text_is_read_to_its_end(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-L3", "<End>");
	screen_has(&s, "line 60 of the note");
	screen_close(&s);
	/* Line by line as well: a row taller than the screen is not jumped over. */
	screen_play(&s, *state, "RO-L3", "<Down*30>");
	screen_lacks(&s, "line 60 of the note");
	screen_has(&s, "line 30 of the note");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "<Down*90><Up*90>");
	screen_has(&s, "\n> Title");
	screen_close(&s);
}

static void
test_search_counts_and_goes_from_match_to_match(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-L3", "/LINE<Space>5");
	screen_has(&s, "match 1 of 11");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "/line<Space>5<Enter>nnN");
	screen_has(&s, "match 2 of 11");
	screen_has(&s, "line 50 of the note");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "/line<Space>5<Enter><Esc>");
	screen_lacks(&s, "match");
	screen_has(&s, "RO-L3");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "/nowhere<Enter>n");
	screen_has(&s, "no match");
	screen_has(&s, "No match: / searches");
	screen_close(&s);
}

static void
test_tab_goes_from_section_to_section(void **state)
{
	struct screen s;

	screen_play_at(&s, *state, "RO-L3", "<Tab>", 80, 12);
	screen_has(&s, "\n  Detail\n> line 1 of the note");
	screen_close(&s);
	screen_play_at(&s, *state, "RO-L3", "<Tab><BackTab>", 80, 12);
	screen_has(&s, "\n> Title");
	screen_close(&s);
}

static void
test_code_points_are_told_of_the_value(void **state)
{
	struct desk *d = *state;
	struct screen s;

	fake_add(d, "lead", "title=P\xD0\xB0ul\xE2\x80\xAE", "status=new", NULL);
	screen_play(&s, d, "RO-L4", "=");
	screen_has(&s, "Code points of the value  5");
	screen_has(&s, "> U+0050  P");
	screen_has(&s, "U+0430");
	screen_has(&s, "Cyrillic");
	screen_has(&s, "U+202E");
	screen_has(&s, "! not to be seen");
	screen_close(&s);
}

static void
test_it_is_closed_where_it_stands(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-L3", "d");
	screen_has(&s, "Close as");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "dunfounded<Enter>");
	screen_has(&s, "Why? It stands in the record.");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "dunfounded<Enter>A<Space>joke<Enter>");
	screen_has(&s, "RO-L3; u undoes it.");
	screen_has(&s, "unfounded  .  Due 2026-01-04  .");
	screen_close(&s);
	screen_play(&s, *state, "RO-O1", "d");
	screen_has(&s, "has no status that closes it");
	screen_close(&s);
}

static void
test_it_is_withdrawn_with_a_reason(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-L3", "x<Enter>");
	screen_has(&s, "Something has to stand here");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", "xTwice<Enter>");
	screen_has(&s, "Withdraw: done with RO-L3; u undoes it.");
	screen_close(&s);
}

static void
test_what_is_late_says_so_above_the_fields(void **state)
{
	struct screen s;

	fake_add(*state, "lead", "title=Field", "status=new", "due=2020-01-04",
		NULL);
	fake_add(*state, "lead", "title=Hall", "status=new", "due=2999-01-07",
		NULL);
	screen_play(&s, *state, "RO-L4", "");
	screen_has(&s, "new  .  ! Due 2020-01-04, ");
	screen_has(&s, " days late  .  RO");
	screen_close(&s);
	screen_play(&s, *state, "RO-L5", "");
	screen_has(&s, "new  .  Due 2999-01-07, in ");
	screen_close(&s);
}

static void
test_a_link_opens_itself_too(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-A2", ":itself<Enter>");
	screen_has(&s, "This line is no link to another record");
	screen_close(&s);
}

static void
test_an_exhibit_says_who_holds_it(void **state)
{
	struct screen s;

	fake_add(*state, "evidence", "description=Ledger", NULL);
	screen_play(&s, *state, "RO-E4", "");
	screen_has(&s, "\n no custody yet  .");
	screen_close(&s);
}

static void
test_the_form_of_a_comment_tells_of_the_at(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-L3", "c");
	screen_has(&s, "@ names a member");
	screen_close(&s);
}

static void
test_usual_parts_are_offered_first(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-A2", "a");
	screen_has(&s, "> Valuation");
	screen_close(&s);
	screen_play(&s, *state, "RO-A2", "a");
	screen_has(&s, "Translation ");
	screen_has(&s, "Comment  ");
	screen_close(&s);
}

static void
test_pages_of_a_record_are_places(void **state)
{
	struct screen s;

	screen_play(&s, *state, "person:RO-O1", "");
	screen_has(&s, "All about  RO-O1");
	screen_close(&s);
	screen_play(&s, *state, "RO-L3", ":person<Space>RO-O1<Enter>");
	screen_has(&s, "All about  RO-O1");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", ":person:RO-L3<Enter>");
	screen_has(&s, "of a person or an organisation");
	screen_close(&s);
	screen_play(&s, *state, "relations:RO-A2", "");
	screen_has(&s, "Relations  RO-A2");
	screen_close(&s);
	screen_play(&s, *state, "timeline:RO-L3", "");
	screen_has(&s, "RO-L3");
	screen_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_another_partys_record_is_not_offered_to_be_changed,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(test_payments_are_of_accounts_and_who_has_them,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_enter_walks_to_what_is_named_and_esc_comes_back,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_enter_says_why_nothing_opens, setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_long_text_is_read_to_its_end, setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_search_counts_and_goes_from_match_to_match, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_tab_goes_from_section_to_section, setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_code_points_are_told_of_the_value, setup, fake_teardown),
		cmocka_unit_test_setup_teardown(test_it_is_closed_where_it_stands,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(test_it_is_withdrawn_with_a_reason,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(test_what_is_late_says_so_above_the_fields,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(test_a_link_opens_itself_too,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(test_an_exhibit_says_who_holds_it,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(
			test_the_form_of_a_comment_tells_of_the_at, setup,
			fake_teardown),
		cmocka_unit_test_setup_teardown(test_usual_parts_are_offered_first,
			setup, fake_teardown),
		cmocka_unit_test_setup_teardown(test_pages_of_a_record_are_places,
			setup, fake_teardown),
	};

	return RUN_TESTS("ui/view_record", tests);
}
