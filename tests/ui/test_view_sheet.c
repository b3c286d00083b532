/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_sheet.c - many records are typed as rows of a table, on a real store:
 * with few keys, checked as they come, saved in one act, and never lost. */
#include "tests/support/test.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/case.h"
#include "tests/support/screen.h"

/* The columns of the tests, whatever lists show. */
static struct desk *
a_desk(void)
{
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;

	assert_ok(desk_keep(d, "grid:evidence:columns",
		"exhibit_no description type seized_at", &err), err);
	return d;
}

static size_t
count_of(struct desk *d, const char *kind)
{
	struct desk_list_spec spec = { .kind = kind_find(kind)->no };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	assert_ok(desk_list_page(d, &(struct desk_page_ask){
		.handle = opened.handle, .wait = 1 }, &page, &err), err);
	size_t n = (size_t)page.total;

	desk_page_clear(&page);
	desk_list_close(d, opened.handle, NULL);
	return n;
}

static size_t
drafts_of(struct desk *d)
{
	struct desk_drafts drafts;
	struct err err = ERR_INIT;

	assert_ok(desk_drafts(d, &drafts, &err), err);
	size_t n = drafts.n;

	desk_drafts_clear(&drafts);
	return n;
}

/* Keys of a script: each character, and each name in brackets. */
static size_t
keys_in(const char *script)
{
	size_t n = 0;

	for (; *script; script++) {
		if (*script == '<')
			script = strchr(script, '>');
		n += *script != ' ';
	}
	return n;
}

static void
test_sixty_exhibits_take_their_words_and_one_key_each(void **state)
{
	static const char *const things[] = { "Telephone", "Laptop", "SIM<Space>card",
		"Ledger", "Key", "Banknotes" };
	struct desk *d = a_desk();
	struct strbuf keys = STRBUF_INIT;
	struct screen s;
	size_t words = 0;

	(void)state;
	/* The first row is typed as a whole; of each further one what differs. */
	strbuf_puts(&keys, "i BG-12/26 <Tab>");
	for (size_t i = 0; i < 60; i++) {
		const char *thing = things[i % ARRAY_SIZE(things)];

		words += keys_in(thing);
		strbuf_puts(&keys, thing);
		if (i == 0)
			strbuf_puts(&keys, "<Tab> de <Tab> 2.1.2026");
		strbuf_puts(&keys, i < 59 ? "<Enter>" : "<F2>");
	}
	screen_play(&s, d, "list:evidence", keys.text);
	screen_has(&s, "Saved 60: RO-E1 to RO-E60");
	assert_int_equal(count_of(d, "evidence"), 60);
	case_is(d, "RO-E60", "exhibit_no", "BG-71/26");
	case_is(d, "RO-E60", "description", "Banknotes");
	case_is(d, "RO-E60", "type", "device");
	case_is(d, "RO-E60", "seized_at", "2026-01-02");
	assert_int_equal(drafts_of(d), 0);
	/* Besides the words of each: one key a row, and the first row's. */
	size_t others = keys_in(keys.text) - words;

	print_message("# %zu keys for 60 exhibits, %zu of them the words\n",
		keys_in(keys.text), words);
	assert_int_equal(others, 60 + 22);
	screen_close(&s);
	strbuf_clear(&keys);
	desk_close(d);
}

static void
test_one_undo_takes_back_what_was_saved_together(void **state)
{
	struct desk *d = a_desk();
	struct desk_history h;
	struct screen s;
	struct err err = ERR_INIT;

	(void)state;
	screen_play(&s, d, "list:evidence", "i A1 <Tab> One <Enter> Two <F2>");
	screen_has(&s, "Saved 2: RO-E1 to RO-E2");
	screen_close(&s);
	assert_ok(desk_undo(d, &(struct desk_undo){ 0 }, &h, &err), err);
	assert_int_equal(h.n, 2);
	desk_history_clear(&h);
	desk_close(d);
}

static void
test_a_new_row_begins_like_the_one_above(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence",
		"i A-009 <Tab> Safe <Tab> go <Tab> fri <Enter> <Wait>");
	screen_has(&s, "A-010");
	/* It has only begun: nothing of it is saved. */
	screen_has(&s, "1 row ");
	screen_close(&s);
	/* The same once more is one key. */
	screen_play(&s, d, "list:evidence", "i <Esc>");
	screen_close(&s);
	screen_play(&s, d, "list:evidence",
		"i <Down><Enter> B-1 <Tab> Safe <Enter> <Enter> <Enter> <F2>");
	screen_has(&s, "Saved 3: RO-E1 to RO-E3");
	case_is(d, "RO-E3", "exhibit_no", "B-3");
	screen_close(&s);
	desk_close(d);
}

static void
test_typing_replaces_and_end_changes_what_stands_there(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i A1 <Tab> Bag <Enter>"
		"<End><Space>two <Enter> Box <F2>");
	screen_has(&s, "Saved 3");
	case_is(d, "RO-E2", "description", "Bag two");
	case_is(d, "RO-E3", "description", "Box");
	screen_close(&s);
	desk_close(d);
}

static void
test_dates_are_shown_as_they_were_understood(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i <Tab*3> fri");
	screen_has(&s, "= 2026-01-09");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i<Down><Enter> <Tab*3> fri <BackTab> <Wait>");
	screen_has(&s, "2026-01-09\n");
	screen_lacks(&s, "fri");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_fault_is_marked_in_its_cell_and_told_below(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence",
		"i A1 <Tab> Bag <Tab*2> 31.2.2026 <Left*9> <BackTab>");
	screen_has(&s, "!   1 A1");
	screen_has(&s, "!31.2.2026");
	screen_has(&s, "in this row: Seized: there is no day 31");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i <Enter> <Tab*3>");
	screen_has(&s, "Seized  there is no day 31 in 2026-02; its last is 28");
	screen_has(&s, "to mend");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_number_that_is_there_is_known_before_it_is_saved(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	case_put(d, "evidence", "description=Safe", "exhibit_no=A1", NULL);
	screen_play(&s, d, "list:evidence", "i A1 <Tab> <BackTab>");
	screen_has(&s, "RO-E1 has it already");
	screen_close(&s);
	screen_play(&s, d, "list:evidence",
		"i <Down><Enter> A2 <Tab> Bag <Enter> Box <BackTab> A2 <Tab> <BackTab>");
	screen_has(&s, "row 1 has it, too");
	screen_close(&s);
	desk_close(d);
}

/* Days and amounts that were understood stay so, whatever else is wrong. */
static void
test_what_is_refused_still_shows_what_was_understood(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence",
		"i A1 <Tab> Bag <Enter> Box <Tab*2> 2.1.2026 <BackTab*3> A1 <F2>");
	screen_has(&s, "1 row is left");
	screen_has(&s, "2026-01-02");
	screen_close(&s);
	desk_close(d);
}

static void
test_what_is_refused_stays_with_its_reason(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence",
		"i A1 <Tab> Bag <Enter> Box <Tab*2> 31.2.2026 <Enter> Key <Tab*2> 2.1.2026 <F2>");
	screen_has(&s, "Saved 2: RO-E1 to RO-E2; 1 row is left");
	screen_has(&s, "!   2 A2");
	screen_has(&s, "=   3 A3");
	assert_int_equal(count_of(d, "evidence"), 2);
	assert_int_equal(drafts_of(d), 1);
	screen_close(&s);
	/* Mended, it is saved too. */
	screen_play(&s, d, "list:evidence",
		"i <Enter> <Tab*3> 3.1.2026 <F2>");
	screen_has(&s, "Saved RO-E3");
	case_is(d, "RO-E3", "seized_at", "2026-01-03");
	assert_int_equal(drafts_of(d), 0);
	screen_close(&s);
	desk_close(d);
}

static void
test_a_row_is_saved_alone_on_request(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i A1 <Tab> Bag <F9> Box <Wait>");
	screen_has(&s, "=   1 A1");
	screen_has(&s, ">   2 A2");
	assert_int_equal(count_of(d, "evidence"), 1);
	case_is(d, "RO-E1", "description", "Bag");
	screen_close(&s);
	/* The other rows are a draft; a saved one is not typed into, nor saved again. */
	screen_play(&s, d, "list:evidence", "i <Enter> <Enter> Key <F9> <Up> x");
	screen_has(&s, "This row is saved");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i <Enter> <F2>");
	screen_has(&s, "Saved RO-E3");
	case_is(d, "RO-E2", "description", "Key");
	case_is(d, "RO-E3", "description", "Box");
	assert_int_equal(count_of(d, "evidence"), 3);
	screen_close(&s);
	desk_close(d);
}

static void
test_a_value_goes_down_all_rows_and_back(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i A1 <Tab> One <Enter> Two <Enter> Three"
		"<Up*2> <Tab> we <F6> <F2>");
	case_is(d, "RO-E3", "type", "weapon");
	case_is(d, "RO-E3", "description", "Three");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i B1 <Tab> One <Enter> Two"
		"<Up> <Tab> we <F6> <F7> <F2>");
	case_is(d, "RO-E4", "type", "weapon");
	case_is(d, "RO-E5", "type", NULL);
	screen_close(&s);
	desk_close(d);
}

static void
test_the_first_row_takes_from_the_record_of_the_list(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	case_put(d, "evidence", "description=Safe", "exhibit_no=A-09",
		"type=weapon", NULL);
	screen_play(&s, d, "list:evidence",
		"i <F5> <Tab> Key <Tab> <F5> <Enter> <F5> <F2>");
	case_is(d, "RO-E2", "exhibit_no", "A-10");
	case_is(d, "RO-E2", "type", "weapon");
	case_is(d, "RO-E2", "description", "Key");
	case_is(d, "RO-E3", "exhibit_no", "A-11");
	screen_close(&s);
	screen_play(&s, d, "list:lead", "i <F5>");
	screen_has(&s, "There is no row above.");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_row_that_is_dropped_comes_back(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i A1 <Tab> One <Enter> Two <F8>");
	screen_lacks(&s, "Two");
	screen_has(&s, "F7 brings it back");
	screen_close(&s);
	screen_play(&s, d, "list:evidence",
		"i<Down><Enter> A1 <Tab> One <Enter> Two <F8> <F7> <F2>");
	screen_has(&s, "Saved 2");
	screen_close(&s);
	desk_close(d);
}

static void
test_esc_takes_back_the_cell_and_then_keeps_a_draft(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i A1 <Tab> One <Enter> Two <Esc> <F2>");
	screen_has(&s, "Saved RO-E1");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i B1 <Tab> One <Enter> Two <Tab> <Esc>");
	screen_has(&s, "Not saved; 2 rows are kept as a draft.");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i");
	screen_has(&s, "Go on with a draft?");
	screen_has(&s, "2 rows");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i <Enter> <F2>");
	screen_has(&s, "Saved 2: RO-E2 to RO-E3");
	assert_int_equal(drafts_of(d), 0);
	screen_close(&s);
	desk_close(d);
}

static void
die(struct desk *d)
{
	(void)d;
	raise(SIGKILL);
}

static void
test_a_kill_in_the_middle_of_a_row_leaves_all_but_a_second(void **state)
{
	struct screen s;
	struct desk *d;
	int status;
	pid_t pid = fork();

	(void)state;
	assert_true(pid >= 0);
	if (pid == 0) {
		d = a_desk();
		screen_begin(&s, d, "list:evidence", "i A1 <Tab> One <Enter> Two"
			"<Tab> de <Enter> Thr <Wait> ee <F12>", 80, 24);
		s.hook = die;
		screen_run(&s);
		_exit(1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	d = a_desk();
	screen_play(&s, d, "list:evidence", "i");
	screen_has(&s, "Go on with a draft?");
	screen_has(&s, "3 rows");
	screen_close(&s);
	screen_play(&s, d, "list:evidence", "i <Enter>");
	screen_has(&s, "A3            Thr");
	screen_has(&s, "device");
	screen_close(&s);
	assert_int_equal(count_of(d, "evidence"), 0);
	desk_close(d);
}

static void
test_the_first_screen_opens_the_draft(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i B1 <Tab> One <Enter> Two <Tab> <Esc>");
	screen_close(&s);
	screen_play(&s, d, "glance", "<Home> <Enter>");
	screen_has(&s, "Many at once: Evidence");
	screen_has(&s, "B2");
	screen_close(&s);
	desk_close(d);
}

static void
test_parts_of_a_record_are_typed_so_too(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	case_put(d, "person", "name=Ion Vlad", NULL);
	screen_play(&s, d, "RO-P1", "i ident <Enter>"
		"ph <Tab> +40215550100 <Enter> <Tab> +40215550101 <F2>");
	case_is(d, "RO-P1/identifier2", "value", "+40215550101");
	screen_close(&s);
	desk_close(d);
}

static void
test_records_are_meant_by_words(void **state)
{
	struct desk *d = a_desk();
	struct screen s;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(desk_keep(d, "grid:note:columns", "text about", &err), err);
	case_put(d, "person", "name=Stoyan Dimov", NULL);
	case_put(d, "person", "name=Ion Vlad", NULL);
	case_put(d, "person", "name=Ion Vlad", NULL);
	screen_play(&s, d, "list:note", "i Rent <Tab> Стоян<Space>Димов <F2>");
	screen_has(&s, "Saved RO-N1");
	case_is(d, "RO-N1", "about", "RO-P1");
	screen_close(&s);
	/* Who of two is asked for. */
	screen_play(&s, d, "list:note", "i Rent <Tab> Ion<Space>Vlad <F2>");
	screen_has(&s, "About: Persons");
	screen_close(&s);
	desk_close(d);
}

static void
test_columns_are_chosen_and_remembered(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play_at(&s, d, "list:evidence", "i <^F> storage <Enter> <Esc>",
		120, 24);
	screen_has(&s, "Storage");
	screen_close(&s);
	screen_play_at(&s, d, "list:evidence", "i", 120, 24);
	screen_has(&s, "Storage");
	screen_close(&s);
	screen_play_at(&s, d, "list:evidence", "i <^F> storage <Enter> <Esc>",
		120, 24);
	screen_lacks(&s, "Storage");
	screen_close(&s);
	desk_close(d);
}

static void
test_it_lives_at_any_size(void **state)
{
	struct desk *d = a_desk();
	struct screen s;

	(void)state;
	screen_play(&s, d, "list:evidence", "i <Size:1x1> A1 <Tab> One <Enter>"
		"<Size:40x8> Two <Size:400x200> <Enter> <Size:40x10> Three <F2>");
	screen_has(&s, "Saved 3");
	screen_close(&s);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_sixty_exhibits_take_their_words_and_one_key_each),
		CASE_TEST(test_one_undo_takes_back_what_was_saved_together),
		CASE_TEST(test_a_new_row_begins_like_the_one_above),
		CASE_TEST(test_typing_replaces_and_end_changes_what_stands_there),
		CASE_TEST(test_dates_are_shown_as_they_were_understood),
		CASE_TEST(test_a_fault_is_marked_in_its_cell_and_told_below),
		CASE_TEST(test_a_number_that_is_there_is_known_before_it_is_saved),
		CASE_TEST(test_what_is_refused_still_shows_what_was_understood),
		CASE_TEST(test_what_is_refused_stays_with_its_reason),
		CASE_TEST(test_a_row_is_saved_alone_on_request),
		CASE_TEST(test_a_value_goes_down_all_rows_and_back),
		CASE_TEST(test_the_first_row_takes_from_the_record_of_the_list),
		CASE_TEST(test_a_row_that_is_dropped_comes_back),
		CASE_TEST(test_esc_takes_back_the_cell_and_then_keeps_a_draft),
		CASE_TEST(test_a_kill_in_the_middle_of_a_row_leaves_all_but_a_second),
		CASE_TEST(test_the_first_screen_opens_the_draft),
		CASE_TEST(test_parts_of_a_record_are_typed_so_too),
		CASE_TEST(test_records_are_meant_by_words),
		CASE_TEST(test_columns_are_chosen_and_remembered),
		CASE_TEST(test_it_lives_at_any_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
