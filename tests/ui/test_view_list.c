/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_list.c - a list narrows, sorts, follows and says why not. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	fake_add(d, "lead", "title=Courier with a suitcase", "status=new",
		"due=2026-03-01", NULL);
	fake_add(d, "lead", "title=Phone near the villa", "status=assessed",
		"due=2026-01-01", NULL);
	fake_add(d, "lead", "title=Lorry from Varna", "status=new",
		"due=2026-02-01", NULL);
	fake_add(d, "organisation", "name=Blue Shell Ltd", NULL);
	*state = d;
	return 0;
}

/* The row of the cursor. */
static void
cursor_on(const struct screen *s, const char *ref)
{
	char want[40];

	snprintf(want, sizeof(want), "\n> %s ", ref);
	screen_has(s, want);
}

static void
test_list_shows_what_there_is(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "");
	screen_has(&s, "TIDE  Operation Tide");
	screen_has(&s, "TRAINING");
	screen_has(&s, "[Leads 3]");
	screen_has(&s, "Courier with a suitcase");
	cursor_on(&s, "RO-L3");
	screen_has(&s, "── RO-L3");
	screen_close(&s);
}

static void
test_detail_follows_the_cursor(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "jj<Up>");
	cursor_on(&s, "RO-L2");
	screen_has(&s, "── RO-L2");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "z");
	screen_lacks(&s, "── RO-L3");
	screen_close(&s);
}

static void
test_typing_narrows_at_once(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "/status:new");
	screen_has(&s, "2 of 3");
	screen_lacks(&s, "Phone near");
	screen_has(&s, "Enter Keep");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/status:new<Enter>j<Wait>");
	screen_has(&s, "\n filter: status:new ");
	cursor_on(&s, "RO-L1");
	screen_close(&s);
	/* The record under the cursor keeps it, if it is still there. */
	screen_play(&s, *state, "list:lead", "<End>/status:new<Enter>");
	cursor_on(&s, "RO-L1");
	screen_close(&s);
}

static void
test_escape_restores_and_backspace_drops_the_filter(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "/Lorry<Enter> /x <Esc>");
	screen_has(&s, "\n filter: Lorry ");
	screen_has(&s, "1 of 3");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/Lorry<Enter> <Backspace>");
	screen_lacks(&s, "filter:");
	screen_has(&s, "Phone near");
	screen_close(&s);
}

static void
test_fault_in_the_filter_is_shown_where_it_is(void **state)
{
	struct screen s;
	struct cell *c;

	screen_play(&s, *state, "list:lead", "/new<Space>(");
	screen_has(&s, "\n       ^ a bracket is not closed");
	c = grid_cell(&s.app.grid, 2, 3 + 4);
	assert_int_equal(c->cp[0], '(');
	assert_int_equal(c->role, ROLE_ERROR);
	screen_has(&s, "Courier");
	screen_close(&s);
	/* It stays to be mended; Esc is the way back. */
	screen_play(&s, *state, "list:lead", "/new<Space>(<Enter>");
	screen_has(&s, "/ new (");
	screen_has(&s, "\n a bracket is not closed");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/new<Space>(<Enter><Backspace*2><Enter>");
	screen_has(&s, "filter: new");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/new<Space>(<Enter><Esc>");
	screen_lacks(&s, "new (");
	screen_close(&s);
}

static void
test_tab_completes_what_is_typed(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "/sta<Tab>");
	screen_has(&s, "/ status:");
	screen_has(&s, "new  assessed  assigned");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/sta<Tab>ne<Tab><Enter>");
	screen_has(&s, "filter: status:new ");
	screen_has(&s, "2 of 3");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/status:ass<Tab><Tab>");
	screen_has(&s, "/ status:assigned");
	screen_close(&s);
}

static void
test_filter_is_kept_under_a_name_and_used_again(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "/status:new<Enter>F<Down*3>Fresh<Enter>");
	screen_has(&s, "\n [Fresh 2] ");
	screen_has(&s, "2 of 3");
	screen_close(&s);
	/* It stands over the list from now on, with its count. */
	screen_play(&s, *state, "list:lead", "<Wait>");
	screen_has(&s, "\n  Fresh 2\n");
	screen_has(&s, "Phone near");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "f fresh <Enter>");
	screen_lacks(&s, "Phone near");
	screen_close(&s);
	/* Esc is the way out of everything. */
	screen_play(&s, *state, "list:lead", "f fresh <Enter> F x <Esc>");
	screen_has(&s, "[Fresh 2]");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "f fresh <Enter> F <F8>");
	screen_lacks(&s, "Fresh");
	screen_close(&s);
}

static void
test_question_is_counted_and_its_fault_told(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "Fstatus:new");
	screen_has(&s, "2 match");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "Fstatus:new<Space>(<Enter>");
	screen_has(&s, "a bracket is not closed");
	screen_has(&s, "The question of this list");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "Fnew<Down>-du<Tab><Enter>");
	screen_has(&s, "filter: new");
	screen_has(&s, "Due-");
	screen_close(&s);
}

static void
test_every_kind_is_reached(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "0 members <Enter>");
	screen_has(&s, "[Members 0]");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<BackTab>");
	screen_has(&s, "[Fields 0]");
	screen_close(&s);
}

static void
test_marks_survive_filter_order_and_other_kinds(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "<Space*2>");
	screen_has(&s, "2 marked");
	screen_has(&s, "\n *RO-L3 ");
	screen_has(&s, "\n *RO-L2 ");
	cursor_on(&s, "RO-L1");
	screen_has(&s, "e Set");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<Space*2>/status:new<Enter>");
	screen_has(&s, "2 marked");
	screen_close(&s);
	screen_play(&s, *state, "list:lead",
		"<Space>s due <Enter> /zzz<Enter> <Tab><BackTab> <Backspace>");
	screen_has(&s, "1 marked");
	screen_has(&s, "*RO-L3 ");
	screen_close(&s);
	/* The way out is not a way to lose them. */
	screen_play(&s, *state, "glance", "<Tab><Space><Esc>");
	screen_has(&s, "A drops the marks");
	screen_close(&s);
}

static void
test_all_are_marked_or_none_or_what_matches(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "A");
	screen_has(&s, "3 marked");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "AA");
	screen_lacks(&s, "marked");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/status:new<Enter>A<Backspace>");
	screen_has(&s, "2 marked");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "Tstatus:assessed<Enter>");
	screen_has(&s, "1 marked");
	screen_has(&s, " *RO-L2 ");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "T(<Enter>");
	screen_has(&s, "a bracket is not closed");
	screen_has(&s, "Mark what matches");
	screen_close(&s);
}

static void
test_what_is_marked_is_changed_together(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead",
		"<Space><Down><Space> e prio <Enter> urgent <Enter>");
	screen_has(&s, "Priority: urgent: done with 2 records; u undoes it.");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/priority:urgent<Enter>");
	screen_has(&s, "2 of 3");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "A e due <Enter> 2026-05-01 <Enter>");
	screen_has(&s, "Due: 2026-05-01: done with 3 records");
	screen_close(&s);
}

static void
test_lead_is_closed_with_its_reason(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "d confirmed <Enter>");
	screen_has(&s, "Status: confirmed: done with RO-L3; u undoes it.");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<Down>d unfounded <Enter><Enter>");
	screen_has(&s, "Something has to stand here.");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<Down>d unfounded <Enter>Old<Enter>");
	screen_has(&s, "Status: unfounded: done with RO-L2");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/closed_reason:Old<Enter>");
	screen_has(&s, "1 of 3");
	screen_close(&s);
	screen_play(&s, *state, "list:organisation", "d");
	screen_has(&s, "no status that closes it");
	screen_close(&s);
}

static void
test_many_are_asked_for_again(void **state)
{
	struct screen s;

	for (int i = 0; i < 20; i++)
		fake_add(*state, "lead", "title=more", NULL);
	screen_play(&s, *state, "list:lead", "A d <Enter>");
	screen_has(&s, "Status: confirmed, on 23 records");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "A d <Enter> <Enter>");
	screen_lacks(&s, "done with");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "A d <Enter> <Down><Enter>");
	screen_has(&s, "done with 23 records");
	screen_close(&s);
}

static void
test_cell_is_changed_where_it_stands(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "E<^U>assessed<Enter>");
	cursor_on(&s, "RO-L3");
	screen_has(&s, "> RO-L3  Lorry from Varna          assessed");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "E<Tab><^U>2026-12-24<Enter>");
	screen_has(&s, "2026-12-24");
	screen_close(&s);
}

static void
test_empty_list_says_what_to_do(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:note", "");
	screen_has(&s, "n begins the first");
	screen_close(&s);
	screen_play(&s, *state, "list:note", "<Enter>");
	screen_has(&s, "There is no record here");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "/zzz<Enter>");
	screen_has(&s, "Nothing matches");
	screen_close(&s);
}

static void
test_sort_is_chosen_reversed_and_remembered(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "s due <Enter> <Home>");
	screen_has(&s, "Due+");
	cursor_on(&s, "RO-L2");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "s due <Enter> <Home>");
	screen_has(&s, "Due-");
	cursor_on(&s, "RO-L1");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "s newest <Enter>");
	screen_lacks(&s, "Due-");
	cursor_on(&s, "RO-L1");
	screen_close(&s);
}

static void
test_kinds_are_gone_through_and_remember_their_place(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "/e<Enter>jj <Tab><BackTab>");
	screen_has(&s, "[Leads 3]");
	screen_has(&s, "\n filter: e ");
	cursor_on(&s, "RO-L1");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "7");
	screen_has(&s, "[Organisations 1]");
	screen_has(&s, "Blue Shell");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "9");
	screen_has(&s, "[Decisions 0]");
	screen_close(&s);
}

static void
test_columns_are_chosen_at_sight_and_kept(void **state)
{
	struct screen s;

	/* Priority is hidden, then taken back; the ref goes behind the title. */
	screen_play(&s, *state, "list:lead", "C<Down*2><Space><Up*2><Right><Enter>");
	screen_has(&s, "  Title ");
	screen_lacks(&s, "Status    Due");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "");
	screen_lacks(&s, "Status    Due");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "C<Backspace><Esc>");
	screen_lacks(&s, "Status    Due");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "C<Backspace><Enter>");
	screen_has(&s, "Status    Due");
	screen_has(&s, "\n  Ref ");
	screen_close(&s);
}

static void
test_column_is_widened_and_the_last_one_stays(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "C<Down*2>+++");
	screen_has(&s, "[x] Status");
	screen_has(&s, "+6");
	screen_close(&s);
	screen_play(&s, *state, "list:lead",
		"C<Down><Space><Down><Space><Down><Space><Down><Space><Down>"
		"<Space><Home><Space>");
	screen_has(&s, "[x] Ref");
	screen_has(&s, "[ ] Status");
	screen_has(&s, "One column has to stay.");
	screen_close(&s);
}

static void
somebody_adds(struct desk *desk)
{
	fake_add(desk, "lead", "title=Brand new", NULL);
}

static void
somebody_closes(struct desk *desk)
{
	fake_change(desk, "RO-L3", "status", "unfounded");
}

static void
somebody_removes(struct desk *desk)
{
	fake_remove(desk, "RO-L2");
}

static void
test_what_others_change_is_seen(void **state)
{
	struct screen s = { .hook = somebody_closes };

	screen_play(&s, *state, "list:lead", "<Down><F12><Wait>");
	screen_has(&s, "unfounded");
	cursor_on(&s, "RO-L2");
	screen_close(&s);
	s.hook = somebody_removes;
	screen_play(&s, *state, "list:lead", "<Down><F12><Wait>");
	screen_has(&s, "no longer in this list");
	cursor_on(&s, "RO-L1");
	screen_close(&s);
}

static void
test_what_others_add_moves_nothing(void **state)
{
	struct screen s = { .hook = somebody_adds };

	screen_play(&s, *state, "list:lead", "j<F12><Wait>");
	cursor_on(&s, "RO-L2");
	screen_has(&s, "Brand new");
	screen_close(&s);
	/* With no room above it comes unseen, and is counted. */
	for (int i = 0; i < 40; i++)
		fake_add(*state, "lead", "title=more", NULL);
	screen_play(&s, *state, "list:lead", "<Down*20><F12><Wait>");
	screen_has(&s, "1 new\n");
	screen_has(&s, "[Leads 45]");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<Down*20><F12><Wait><Home>");
	screen_lacks(&s, "1 new");
	screen_close(&s);
}

static void
test_moving_asks_the_desk_for_nothing(void **state)
{
	struct desk *d = *state;
	struct screen s;
	int pages, gets;

	screen_play(&s, d, "list:lead", "");
	pages = fake_pages(d);
	gets = fake_gets(d);
	screen_close(&s);
	screen_play(&s, d, "list:lead", "jkjkjk");
	assert_int_equal(fake_pages(d) - pages, pages);
	/* The detail pane is read once per rest of the keys. */
	assert_true(fake_gets(d) - gets <= gets + 6);
	screen_close(&s);
}

static void
test_what_may_not_be_done_says_why(void **state)
{
	struct screen s;

	fake_deny(*state, "add");
	screen_play(&s, *state, "list:lead", "n");
	screen_has(&s, "your role may not add");
	screen_close(&s);
	/* Nor is it said how a first one is begun. */
	screen_play(&s, *state, "list:asset", "");
	screen_has(&s, "Nothing here yet.\n");
	screen_close(&s);
	fake_deny(*state, NULL);
	screen_play(&s, *state, "list:asset", "");
	screen_has(&s, "Nothing here yet; n begins the first.");
	screen_close(&s);
	fake_read_only(*state, true);
	screen_play(&s, *state, "list:lead", "e");
	screen_has(&s, "open for reading only");
	screen_has(&s, "READ ONLY");
	screen_close(&s);
}

static void
test_another_partys_record_is_not_offered_to_be_changed(void **state)
{
	struct screen s;

	fake_add(*state, "lead", "title=Theirs", "party=BG", NULL);
	screen_play(&s, *state, "list:lead", "");
	cursor_on(&s, "RO-L5");
	screen_lacks(&s, "e Edit");
	screen_lacks(&s, "d Close");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<Down>");
	screen_has(&s, "e Edit");
	screen_close(&s);
	for (const char *key = "eEdx"; *key; key++) {
		screen_play(&s, *state, "list:lead", (char[]){ *key, '\0' });
		screen_has(&s, "It is another party's record");
		screen_close(&s);
	}
	screen_play(&s, *state, "list:lead", ":edit");
	screen_has(&s, "It is another party's record");
	screen_close(&s);
	/* Of what is marked each says for itself how it went. */
	screen_play(&s, *state, "list:lead", "<Space*2>e");
	screen_lacks(&s, "It is another party's record");
	screen_close(&s);
}

static void
test_help_lists_and_runs_commands(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "?last");
	screen_has(&s, "Go to the last record.");
	screen_lacks(&s, "Go to the first record.");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<F1>last<Enter>");
	cursor_on(&s, "RO-L1");
	screen_close(&s);
	fake_read_only(*state, true);
	screen_play(&s, *state, "list:lead", "<F1>begin<Enter>");
	screen_has(&s, "open for reading only");
	screen_close(&s);
}

static void
test_unknown_keys_and_pastes_do_nothing(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:lead", "X");
	screen_has(&s, "? shows");
	cursor_on(&s, "RO-L3");
	screen_close(&s);
}

static void
test_hidden_characters_mark_the_row(void **state)
{
	struct screen s;

	fake_add(*state, "lead", "title=a\xE2\x80\x8B" "b\xE2\x80\xAE" "c", NULL);
	screen_play(&s, *state, "list:lead", "j");
	screen_has(&s, "\n !RO-L5 ");
	screen_has(&s, "ab⟨RLO⟩c");
	screen_close(&s);
}

static void
test_escape_and_q_leave_by_levels(void **state)
{
	struct screen s;

	screen_play(&s, *state, "glance", "<Tab><Esc>");
	screen_has(&s, "Waits for me");
	assert_false(s.app.top->below);
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<Esc>");
	screen_has(&s, "q leaves");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "q");
	assert_null(s.app.top);
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "<Enter>Q");
	assert_non_null(s.app.top);
	assert_true(s.app.done);
	screen_close(&s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

static const struct CMUnitTest tests[] = {
	TEST(test_list_shows_what_there_is),
	TEST(test_detail_follows_the_cursor),
	TEST(test_typing_narrows_at_once),
	TEST(test_escape_restores_and_backspace_drops_the_filter),
	TEST(test_fault_in_the_filter_is_shown_where_it_is),
	TEST(test_tab_completes_what_is_typed),
	TEST(test_filter_is_kept_under_a_name_and_used_again),
	TEST(test_question_is_counted_and_its_fault_told),
	TEST(test_every_kind_is_reached),
	TEST(test_marks_survive_filter_order_and_other_kinds),
	TEST(test_all_are_marked_or_none_or_what_matches),
	TEST(test_what_is_marked_is_changed_together),
	TEST(test_lead_is_closed_with_its_reason),
	TEST(test_many_are_asked_for_again),
	TEST(test_cell_is_changed_where_it_stands),
	TEST(test_empty_list_says_what_to_do),
	TEST(test_sort_is_chosen_reversed_and_remembered),
	TEST(test_kinds_are_gone_through_and_remember_their_place),
	TEST(test_columns_are_chosen_at_sight_and_kept),
	TEST(test_column_is_widened_and_the_last_one_stays),
	TEST(test_what_others_change_is_seen),
	TEST(test_what_others_add_moves_nothing),
	TEST(test_moving_asks_the_desk_for_nothing),
	TEST(test_what_may_not_be_done_says_why),
	TEST(test_another_partys_record_is_not_offered_to_be_changed),
	TEST(test_help_lists_and_runs_commands),
	TEST(test_unknown_keys_and_pastes_do_nothing),
	TEST(test_hidden_characters_mark_the_row),
	TEST(test_escape_and_q_leave_by_levels),
};

int
main(void)
{
	return RUN_TESTS("ui/view_list", tests);
}
