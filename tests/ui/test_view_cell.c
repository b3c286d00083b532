/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_cell.c - a value is changed where it stands, on a real store. */
#include "tests/support/test.h"

#include "tests/support/case.h"
#include "tests/support/screen.h"

#include "src/lead.h"
#include "ui/view_cell.h"

/* The cell at row 10, column 20, 18 wide. */
static bool
where(const struct view *owner, struct area *at)
{
	(void)owner;
	*at = (struct area){ 10, 20, 1, 18 };
	return true;
}

static void
play(struct screen *s, struct desk *d, const char *ref, size_t field,
	const char *keys)
{
	screen_begin(s, d, "list:lead", keys, 80, 24);
	view_cell_open(&s->app, &(struct cell_ask){ .ref = ref, .field = field,
		.where = where });
	screen_run(s);
}

static struct desk *
a_lead(void)
{
	struct desk *d = case_desk(NULL);

	case_put(d, "lead", "title=Courier", "status=new", NULL);
	return d;
}

static void
test_a_value_is_saved_by_enter_and_undone_by_u(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	play(&s, d, "RO-L1", LEAD_TITLE, "<^U>Boat<Enter>");
	screen_has(&s, "Saved RO-L1: Title");
	case_is(d, "RO-L1", "title", "Boat");
	screen_close(&s);
	screen_play(&s, d, "list:lead", "u <Down> <Enter> <Wait>");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_code_completes_as_it_is_typed(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	play(&s, d, "RO-L1", LEAD_STATUS, "<^U>in");
	screen_has(&s, "in_work");
	screen_has(&s, "in_work: ");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_STATUS, "<F8>");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_STATUS, "<^U>ass");
	screen_has(&s, "assessed  assigned");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_STATUS, "<F8>");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_STATUS, "<^U>in<Enter>");
	case_is(d, "RO-L1", "status", "in_work");
	screen_close(&s);
	desk_close(d);
}

static void
test_choices_stand_behind_a_key(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	play(&s, d, "RO-L1", LEAD_PRIORITY, "<F4>urg<Enter><Enter>");
	case_is(d, "RO-L1", "priority", "urgent");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_date_is_echoed_and_a_fault_told_while_typing(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	play(&s, d, "RO-L1", LEAD_DUE, "fri");
	screen_has(&s, "= 2026-01-09");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_DUE, "<F8>");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_DUE, "31.2.2026<Enter>");
	screen_has(&s, "31.2.2026");
	screen_lacks(&s, "Saved");
	case_is(d, "RO-L1", "due", NULL);
	screen_close(&s);
	desk_close(d);
}

static void
test_words_find_the_record_that_is_meant(void **state)
{
	struct desk *d = case_desk(NULL);
	struct screen s;

	(void)state;
	case_put(d, "organisation", "name=Blue Shell Ltd", NULL);
	case_put(d, "person", "name=Stoyan Dimov", NULL);
	case_put(d, "note", "text=consulting", NULL);
	play(&s, d, "RO-N1", kind_index(kind_find("note"), "about"),
		"Стоян<Space>Димов<Enter>");
	screen_has(&s, "Saved RO-N1");
	case_is(d, "RO-N1", "about", "RO-P1");
	screen_close(&s);
	desk_close(d);
}

static void
test_what_is_left_is_kept_and_there_again(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	play(&s, d, "RO-L1", LEAD_TITLE, "<Space>twice<Esc>");
	screen_has(&s, "kept as a draft");
	case_is(d, "RO-L1", "title", "Courier");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_TITLE, "<Wait>");
	screen_has(&s, "Courier twice");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_TITLE, "<F8>");
	screen_close(&s);
	play(&s, d, "RO-L1", LEAD_TITLE, "<Wait>");
	screen_lacks(&s, "Courier twice");
	screen_close(&s);
	desk_close(d);
}

static void
other_changes_it(struct desk *d)
{
	struct desk_acted acted;
	struct err err = ERR_INIT;

	assert_true(case_set(d, &acted, &err, "lead", "RO-L1", 0,
		"title=Theirs", NULL));
	desk_acted_clear(&acted);
}

static void
test_of_two_versions_a_person_chooses(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	screen_begin(&s, d, "list:lead", "<^U>Mine<F12><Enter>", 80, 24);
	s.hook = other_changes_it;
	view_cell_open(&s.app, &(struct cell_ask){ .ref = "RO-L1",
		.field = LEAD_TITLE, .where = where });
	screen_run(&s);
	screen_has(&s, "Others changed it to \"Theirs\"");
	screen_has(&s, "Mine");
	case_is(d, "RO-L1", "title", "Theirs");
	screen_close(&s);
	desk_close(d);
}

static void
test_the_choice_is_saved(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	screen_begin(&s, d, "list:lead", "<^U>Mine<F12><Enter><F6><Enter>", 80, 24);
	s.hook = other_changes_it;
	view_cell_open(&s.app, &(struct cell_ask){ .ref = "RO-L1",
		.field = LEAD_TITLE, .where = where });
	screen_run(&s);
	case_is(d, "RO-L1", "title", "Mine");
	screen_close(&s);
	desk_close(d);
}

static void
test_what_the_program_makes_is_not_typed(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	play(&s, d, "RO-L1", HEADER_CREATED, "");
	screen_has(&s, "it is not typed");
	screen_close(&s);
	desk_close(d);
}

static void
test_it_stays_usable_at_the_edge_of_a_small_screen(void **state)
{
	struct desk *d = a_lead();
	struct screen s;

	(void)state;
	screen_begin(&s, d, "list:lead", "<Size:40x8>x<Size:1x1>y<Size:40x10>z", 80, 24);
	view_cell_open(&s.app, &(struct cell_ask){ .ref = "RO-L1",
		.field = LEAD_TITLE, .where = where });
	screen_run(&s);
	screen_has(&s, "Courierxyz");
	screen_close(&s);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_value_is_saved_by_enter_and_undone_by_u),
		CASE_TEST(test_a_code_completes_as_it_is_typed),
		CASE_TEST(test_choices_stand_behind_a_key),
		CASE_TEST(test_a_date_is_echoed_and_a_fault_told_while_typing),
		CASE_TEST(test_words_find_the_record_that_is_meant),
		CASE_TEST(test_what_is_left_is_kept_and_there_again),
		CASE_TEST(test_of_two_versions_a_person_chooses),
		CASE_TEST(test_the_choice_is_saved),
		CASE_TEST(test_what_the_program_makes_is_not_typed),
		CASE_TEST(test_it_stays_usable_at_the_edge_of_a_small_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
