/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_form.c - nothing typed is lost, and what is wrong is said in place. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
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

static int
teardown(void **state)
{
	fake_alike(NULL, NULL, NULL, NULL);
	fake_close(*state);
	clock_go();
	return 0;
}

static void
drop_drafts(struct desk *d)
{
	struct desk_drafts drafts = { 0 };

	assert_true(desk_drafts(d, &drafts, NULL));
	for (size_t i = 0; i < drafts.n; i++)
		desk_draft_drop(d, drafts.drafts[i].id, NULL);
	desk_drafts_clear(&drafts);
}

/* What Enter does where the cursor stands; it goes on from a plain text, as Down
 * does. */
static void
test_key_bar_says_what_enter_does(void **state)
{
	static const struct {
		const char *keys, *said;
	} rows[] = {
		{ "n", NULL }, { "n<Down>", "Enter Choose" },
		{ "n<Down*3>", "Enter Write" }, { "n<Down*4>", "Enter Choose" },
		{ "n<Down*5>", NULL }, { "n<Down*6>", "Enter Open" },
		{ "n<Down*6><Enter>", "Enter Fold" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct screen s;

		screen_play(&s, *state, "list:lead", rows[i].keys);
		screen_has(&s, "F2 Save  Down Next");
		if (rows[i].said)
			screen_has(&s, rows[i].said);
		else
			screen_lacks(&s, " Enter ");
		screen_close(&s);
		drop_drafts(*state);
	}
}

static void
test_three_fields_and_saved(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead",
		"n Tip<Space>from<Space>Lyon <Tab*5> 14.1.2026 <F2>");
	screen_has(&s, "Saved RO-L2");
	screen_has(&s, "> RO-L2 ");
	screen_has(&s, "Tip from Lyon");
	value_is(*state, "RO-L2", LEAD_TITLE, "Tip from Lyon");
	value_is(*state, "RO-L2", LEAD_DUE, "2026-01-14");
	assert_int_equal(draft_count(*state), 0);
	screen_close(&s);
}

static void
test_how_a_date_was_understood_is_shown(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "n <Tab*5> fri <Tab>");
	screen_has(&s, "2026-01-09");
	screen_close(&s);
}

static void
test_faults_are_told_beside_their_field(void **state)
{
	struct screen s;

	/* Not before the person was there ... */
	screen_play(&s, *state, "list:lead", "n");
	screen_lacks(&s, "must be filled in");
	screen_close(&s);
	/* ... once they left it ... */
	screen_play(&s, *state, "list:lead", "n <Tab>");
	screen_has(&s, "must be filled in");
	screen_close(&s);
	/* ... and all of them when it is to be saved. */
	screen_play(&s, *state, "list:lead",
		"n <Tab*5> 31.2.2026 <Tab*2> <F2>");
	screen_has(&s, "must be filled in");
	screen_has(&s, "New: Lead");
	assert_int_equal(s.app.grid.cursor_y, 3);
	screen_close(&s);
}

/* Below the fields, where there is room, it is told to its end. */
static void
test_fault_is_read_to_its_end(void **state)
{
	static const char end[] = "and a time after it as 14:00\n";
	struct screen s;

	screen_play(&s, *state, "list:lead", "n <Tab*5> tomorow <Wait>");
	screen_has(&s, end);
	screen_close(&s);
	/* Above it stand fields. */
	screen_play_at(&s, *state, "list:task", "n <Tab*2> tomorow <Wait>", 80,
		12);
	screen_has(&s, "tomorow");
	screen_lacks(&s, end);
	screen_close(&s);
}

static void
test_characters_are_text_and_no_commands(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "nQq?/");
	screen_has(&s, "Qq?/");
	screen_has(&s, "F1 Help");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "nx<F1>");
	screen_has(&s, "^P, F2 ");
	screen_lacks(&s, "?, F1");
	screen_close(&s);
}

static void
test_codes_are_chosen(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead",
		"e <Tab*6> <Enter> work <Enter> <F2>");
	value_is(*state, "RO-L1", LEAD_STATUS, "in_work");
	screen_close(&s);
}

static void
test_codes_are_chosen_from_any_keyboard(void **state)
{
	struct screen s;

	/* "work" on the keys of a Greek keyboard. */
	screen_play(&s, *state, "list:lead", "e <Tab*6> <Enter> ςορκ <Enter> <F2>");
	value_is(*state, "RO-L1", LEAD_STATUS, "in_work");
	screen_close(&s);
}

static void
test_editor_says_why_it_may_not(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "e <^O>");
	screen_has(&s, "An editor is for long texts alone");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "e <Tab*3> <Enter> <^O>");
	screen_has(&s, "Only where the store is a private file of yours");
	screen_close(&s);
	setenv("LIAISON_RESTRICTED", "1", 1);
	screen_play(&s, *state, "list:lead", "e <Tab*3> <^O>");
	unsetenv("LIAISON_RESTRICTED");
	screen_has(&s, "This host allows no other programs");
	screen_close(&s);
}

static void
test_records_are_looked_for(void **state)
{
	struct screen s;

	fake_add(*state, "member", "name=Ion Marin", "role=police", NULL);
	fake_add(*state, "member", "name=Boyana Ilieva", "role=leader", NULL);
	screen_play(&s, *state, "list:lead", "e <Tab*4> <Enter> Ion");
	screen_has(&s, "Assignee: Members");
	screen_lacks(&s, "Boyana");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "e <Tab*4> <Enter> Ion <Enter> <F2>");
	value_is(*state, "RO-L1", LEAD_ASSIGNEE, "RO-Z2");
	screen_close(&s);
}

static void
test_names_in_another_spelling_are_offered(void **state)
{
	struct desk *d = *state;
	const char *ref;
	struct screen s;

	fake_add(d, "member", "name=Ion Marin", NULL);
	ref = fake_add(d, "member", "name=Боян Илиев", NULL);
	fake_alike("Ilief", ref, "name", "Боян Илиев");
	screen_play(&s, d, "list:lead", "e <Tab*4> <Enter> Ilief");
	screen_has(&s, "Also found: may be the same name");
	screen_has(&s, "> RO-Z3");
	screen_lacks(&s, "Nothing like this");
	screen_close(&s);
	/* Each text is asked for once: Il, Ili, ... */
	assert_in_range(fake_finds(), 1, 5);
	screen_play(&s, d, "list:lead", "e <Tab*4> <Enter> Ilief <Enter> <F2>");
	value_is(d, "RO-L1", LEAD_ASSIGNEE, "RO-Z3");
	screen_close(&s);
}

static void
test_offers_stand_below_the_few_that_are_listed(void **state)
{
	struct desk *d = *state;
	struct screen s;

	fake_add(d, "member", "name=Ilief", NULL);
	fake_alike("Ilief", fake_add(d, "member", "name=B. I.", NULL),
		"email", "ilieff@example.org");
	screen_play(&s, d, "list:lead", "e <Tab*4> <Enter> Ilief");
	screen_has(&s, "> RO-Z2");
	screen_has(&s, "  RO-Z3");
	screen_has(&s, "ilieff@example.org");
	screen_close(&s);
	screen_play(&s, d, "list:lead", "e <Tab*4> <Enter> Ilief <Down*3>");
	screen_has(&s, "> RO-Z3");
	screen_close(&s);
	screen_play(&s, d, "list:lead", "e <Tab*4> <Enter> Ilief <End> <Up>");
	screen_has(&s, "> RO-Z2");
	screen_close(&s);
	/* What is listed is not offered once more. */
	fake_alike("Ilief", "RO-Z2", "name", "Ilief");
	screen_play(&s, d, "list:lead", "e <Tab*4> <Enter> Ilief");
	screen_lacks(&s, "Also found");
	screen_close(&s);
}

static void
test_nothing_is_offered_beside_many(void **state)
{
	struct desk *d = *state;
	struct screen s;

	for (int i = 0; i < 12; i++)
		fake_add(d, "member", "name=Ilief", NULL);
	fake_alike("Ilief", "RO-Z2", "name", "Ilief");
	screen_play(&s, d, "list:lead", "e <Tab*4> <Enter> Ilief");
	assert_int_equal(fake_finds(), 0);
	screen_close(&s);
}

static void
test_a_field_is_cleared(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "e <Tab*7> <^U> <F2>");
	value_is(*state, "RO-L1", LEAD_METHOD, NULL);
	screen_close(&s);
}

static void
test_long_text_has_a_screen_of_its_own(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead",
		"e <Tab*3> <Enter> one<Enter>two <Esc> <F2>");
	value_is(*state, "RO-L1", LEAD_DETAIL, "one\ntwo");
	screen_close(&s);
}

static void
somebody_changes_the_title(struct desk *desk)
{
	fake_change(desk, "RO-L1", "title", "Courier from Lyon");
}

static void
somebody_changes_the_status(struct desk *desk)
{
	fake_change(desk, "RO-L1", "status", "assessed");
}

static void
test_stale_save_shows_both_and_takes_neither(void **state)
{
	struct screen s = { .hook = somebody_changes_the_title };

	screen_play(&s, *state, "list:lead", "e! <F12> <F2>");
	screen_has(&s, "Courier!");
	screen_has(&s, "theirs");
	screen_has(&s, "Courier from Lyon");
	value_is(*state, "RO-L1", LEAD_TITLE, "Courier from Lyon");
	screen_close(&s);
	teardown(state);
	setup(state);
	/* Undecided, it is not saved again. */
	screen_play(&s, *state, "list:lead", "e! <F12> <F2> <F2>");
	screen_has(&s, "choose theirs or yours");
	screen_close(&s);
}

static void
test_stale_field_is_decided_by_a_person(void **state)
{
	struct screen s = { .hook = somebody_changes_the_title };

	screen_play(&s, *state, "list:lead", "e! <F12> <F2> <F6> <F2>");
	value_is(*state, "RO-L1", LEAD_TITLE, "Courier!");
	screen_close(&s);
	teardown(state);
	setup(state);
	screen_play(&s, *state, "list:lead", "e? <F12> <F2> <F5> <Tab*3> x <F2>");
	value_is(*state, "RO-L1", LEAD_TITLE, "Courier from Lyon");
	value_is(*state, "RO-L1", LEAD_DETAIL, "x");
	screen_close(&s);
}

static void
somebody_changes_the_detail(struct desk *desk)
{
	fake_change(desk, "RO-L1", "detail", "one\ntwo of theirs\n-\nthree");
}

static void
test_versions_are_seen_line_by_line_and_joined(void **state)
{
	struct screen s = { .hook = somebody_changes_the_detail };

	fake_change(*state, "RO-L1", "detail", "one\ntwo\n-\nthree");
	screen_play(&s, *state, "list:lead",
		"e <Tab*3> <^U>mine <F12> <F2> <Enter>");
	screen_has(&s, "Detail of RO-L1 was changed by two people at once");
	screen_has(&s, "< two of theirs");
	screen_has(&s, "> mine");
	screen_close(&s);
	drop_drafts(*state);
	fake_change(*state, "RO-L1", "detail", "one\ntwo\n-\nthree");
	screen_play_at(&s, *state, "list:lead",
		"e <Tab*3> <^U>mine <F12> <F2> <Enter> <Down>", 120, 30);
	screen_has(&s, "  one");
	screen_close(&s);
	drop_drafts(*state);
	fake_change(*state, "RO-L1", "detail", "one\ntwo\n-\nthree");
	screen_play(&s, *state, "list:lead",
		"e <Tab*3> <^U>mine <F12> <F2> <Enter> <Enter> <Esc> <F2>");
	screen_has(&s, "Saved RO-L1");
	screen_close(&s);
	value_is(*state, "RO-L1", LEAD_DETAIL, "one\ntwo of theirs\n-\nmine");
}

static void
test_version_that_is_not_taken_is_kept_as_a_comment(void **state)
{
	struct screen s = { .hook = somebody_changes_the_title };
	struct desk_item item = { 0 };
	struct err err = ERR_INIT;

	screen_play(&s, *state, "list:lead", "e! <F12> <F2> <F5> <F2>");
	screen_has(&s, "what was not taken is a comment");
	screen_close(&s);
	value_is(*state, "RO-L1", LEAD_TITLE, "Courier from Lyon");
	assert_ok(desk_get(*state, 0, "RO-L1", &item, &err), err);
	assert_int_equal(item.n_parts, 1);
	assert_non_null(strstr(record_text(&item.parts[0].record, HEADER_N),
		"Courier!"));
	desk_item_clear(&item);
}

static void
test_changes_of_other_fields_are_merged(void **state)
{
	struct screen s = { .hook = somebody_changes_the_status };

	screen_play(&s, *state, "list:lead", "e! <F12> <F2>");
	screen_has(&s, "others changed other fields");
	value_is(*state, "RO-L1", LEAD_TITLE, "Courier!");
	value_is(*state, "RO-L1", LEAD_STATUS, "assessed");
	screen_close(&s);
}

static void
test_choosing_needs_something_to_choose(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "e <F5>");
	screen_has(&s, "Nobody else changed this field");
	screen_close(&s);
}

static void
test_a_lead_is_three_fields(void **state)
{
	struct screen s;

	/* 22 keys and two of them for the title's blanks. */
	screen_play(&s, *state, "list:lead",
		"n Tip<Space>from<Space>Lyon <Tab> b2 <Tab> h <Right> 2 <F2>");
	screen_has(&s, "Saved RO-L2");
	value_is(*state, "RO-L2", HEADER_GRADE, "B2");
	value_is(*state, "RO-L2", HEADER_HANDLING, "H2");
	screen_close(&s);
}

static void
test_the_rest_stands_behind_lines_that_open(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "n<Wait>");
	screen_has(&s, "+ More fields  Channel, Received");
	screen_has(&s, "+ Header       RO . H0 . X4");
	screen_lacks(&s, "Marking");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n<Tab*6><Enter>");
	screen_has(&s, "- More fields");
	screen_has(&s, " Channel");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n<Tab*6><Right><Left>");
	screen_has(&s, "+ More fields");
	screen_close(&s);
	/* A fault opens the line behind which it is. */
	screen_play(&s, *state, "list:lead", "nx<Tab*7><Enter><Tab*12>"
		"31.2.2026<Up*12><Enter><F2>");
	screen_has(&s, "- Header");
	screen_has(&s, ">Review on");
	screen_close(&s);
}

static void
test_what_was_typed_before_is_offered_again(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead",
		"n One<Tab*6><Right><Tab>SIENA<F2>");
	screen_has(&s, "Saved");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n Two<Tab*6><Right><Tab>SI");
	screen_has(&s, "Channel        SIENA");
	screen_close(&s);
	drop_drafts(*state);
	screen_play(&s, *state, "list:lead", "n Two<Tab*6><Right><Tab>SI<End><F2>");
	value_is(*state, "RO-L3", LEAD_CHANNEL, "SIENA");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "n Two<Tab*6><Right><Tab><F4>");
	screen_has(&s, "(forget these)");
	screen_close(&s);
	drop_drafts(*state);
	screen_play(&s, *state, "list:lead",
		"n Two<Tab*6><Right><Tab><F4><Down><Enter><F4>");
	screen_has(&s, "nothing to choose from");
	screen_close(&s);
}

static void
test_saving_begins_the_next_on_demand(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "n Night<Space>1<Tab>B2<F9><Wait>");
	screen_has(&s, "New: Lead");
	screen_has(&s, "B2");
	screen_close(&s);
	value_is(*state, "RO-L2", LEAD_TITLE, "Night 1");
}

static void
test_paste_is_cut_to_the_field_and_says_so(void **state)
{
	struct strbuf keys = STRBUF_INIT;
	struct screen s;

	strbuf_puts(&keys, "n<Paste:");
	for (int i = 0; i < 200; i++)
		strbuf_puts(&keys, "ab\\n");
	strbuf_puts(&keys, ">");
	screen_play(&s, *state, "list:lead", keys.text);
	screen_has(&s, "it takes 300 bytes; 299 more were left out");
	screen_close(&s);
	strbuf_puts(&keys, "<F7>x<F2>");
	screen_play(&s, *state, "list:lead", keys.text);
	screen_close(&s);
	strbuf_clear(&keys);
}

static void
test_part_is_added_to_its_record(void **state)
{
	struct screen s;

	screen_play(&s, *state, "RO-L1",
		"a comment <Enter> Seen<Space>twice <F2>");
	screen_has(&s, "Saved");
	screen_has(&s, "Seen twice");
	screen_close(&s);
}

static void
test_part_that_a_field_names_is_typed(void **state)
{
	struct desk *d = *state;
	const char *ref = fake_add(d, "evidence", "description=Phone", NULL);
	struct screen s;

	screen_play(&s, d, ref, "a/conf<Enter><Enter>");
	screen_has(&s, "New Confirmation of");
	screen_has(&s, "It is a part of this record: type its ref");
	screen_close(&s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static const struct CMUnitTest tests[] = {
	TEST(test_key_bar_says_what_enter_does),
	TEST(test_three_fields_and_saved),
	TEST(test_how_a_date_was_understood_is_shown),
	TEST(test_faults_are_told_beside_their_field),
	TEST(test_fault_is_read_to_its_end),
	TEST(test_characters_are_text_and_no_commands),
	TEST(test_codes_are_chosen),
	TEST(test_codes_are_chosen_from_any_keyboard),
	TEST(test_editor_says_why_it_may_not),
	TEST(test_records_are_looked_for),
	TEST(test_names_in_another_spelling_are_offered),
	TEST(test_offers_stand_below_the_few_that_are_listed),
	TEST(test_nothing_is_offered_beside_many),
	TEST(test_a_field_is_cleared),
	TEST(test_long_text_has_a_screen_of_its_own),
	TEST(test_stale_save_shows_both_and_takes_neither),
	TEST(test_stale_field_is_decided_by_a_person),
	TEST(test_versions_are_seen_line_by_line_and_joined),
	TEST(test_version_that_is_not_taken_is_kept_as_a_comment),
	TEST(test_changes_of_other_fields_are_merged),
	TEST(test_choosing_needs_something_to_choose),
	TEST(test_a_lead_is_three_fields),
	TEST(test_the_rest_stands_behind_lines_that_open),
	TEST(test_what_was_typed_before_is_offered_again),
	TEST(test_saving_begins_the_next_on_demand),
	TEST(test_paste_is_cut_to_the_field_and_says_so),
	TEST(test_part_is_added_to_its_record),
	TEST(test_part_that_a_field_names_is_typed),
};

int
main(void)
{
	return RUN_TESTS("ui/view_form", tests);
}
