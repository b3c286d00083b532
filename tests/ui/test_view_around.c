/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_around.c - the screens of what lies around a record: its relations as a
 * tree, what took place in the order of time, all about a person. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "base/clock.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	clock_stop(INT64_C(1767614400000), 1);	/* 5 January 2026 */
	fake_add(d, "person", "name=Asen Minkov", NULL);
	fake_add(d, "person", "name=Nadia Bel", NULL);
	fake_add(d, "asset", "description=Villa above the sea", "holder=RO-P1",
		NULL);
	fake_add(d, "asset", "description=Account at Tide Bank", "holder=RO-P2",
		NULL);
	fake_add(d, "payment", "from=RO-A4", "to=RO-P1", "amount=5.00 EUR",
		"value_date=2025-11-04", "purpose=Rent", NULL);
	fake_add(d, "task", "title=Ask the bank", "about=RO-A4",
		"due=2026-01-07", NULL);
	fake_add(d, "event", "title=Search in Varna", "starts=2025-12-01", NULL);
	*state = d;
	return 0;
}

/* Where the text stands on the screen; it must. */
static const char *
at(const struct screen *s, const char *text)
{
	screen_has(s, text);
	return strstr(s->text.text, text);
}

/* --- Relations ---------------------------------------------------------- */

static void
test_relations_open_step_by_step(void **state)
{
	struct screen s;

	screen_play(&s, *state, "relations:RO-P1", "");
	screen_has(&s, "> - RO-P1  Asen Minkov");
	screen_has(&s, "Villa above the sea");
	screen_lacks(&s, "Account at Tide Bank");
	screen_close(&s);
	/* The payment leads on to the account, that to who holds it. */
	screen_play(&s, *state, "relations:RO-P1", "<End> <Right>");
	screen_has(&s, "Account at Tide Bank");
	screen_lacks(&s, "Nadia Bel");
	screen_close(&s);
	screen_play(&s, *state, "relations:RO-P1",
		"<End> <Right> <Down> <Right>");
	screen_has(&s, "Nadia Bel");
	screen_close(&s);
	/* Nearer again: what was opened is shut. */
	screen_play(&s, *state, "relations:RO-P1", "<End> <Right> <Left>");
	screen_lacks(&s, "Account at Tide Bank");
	screen_close(&s);
}

static void
test_enter_opens_the_record_of_a_relation(void **state)
{
	struct screen s;

	screen_play(&s, *state, "relations:RO-P1", "<Down> <Enter>");
	screen_has(&s, "RO-A3  Villa above the sea");
	screen_close(&s);
	screen_play(&s, *state, "relations:RO-P1", "<Down> <Enter> <Esc>");
	screen_has(&s, "Relations  RO-P1");
	screen_close(&s);
}

/* --- Timeline ----------------------------------------------------------- */

static void
test_what_took_place_stands_in_the_order_of_time(void **state)
{
	struct screen s;

	screen_play(&s, *state, "timeline", "<Home>");
	assert_true(at(&s, "Rent") < at(&s, "Search in Varna"));
	assert_true(at(&s, "Search in Varna") < at(&s, "Ask the bank"));
	assert_true(at(&s, "2025-11") < at(&s, "Rent"));
	screen_close(&s);
	screen_play(&s, *state, "timeline:RO-T6", "<Home>");
	screen_has(&s, "Ask the bank");
	screen_lacks(&s, "Search in Varna");
	screen_close(&s);
}

static void
test_date_is_gone_to_and_a_row_opened(void **state)
{
	struct screen s;

	screen_play(&s, *state, "timeline", "b <^U> 2025-12 <Enter>");
	screen_has(&s, "> 01");
	screen_close(&s);
	screen_play(&s, *state, "timeline", "b <^U> 2025-12 <Enter> <Enter>");
	screen_has(&s, "RO-V7  Search in Varna");
	screen_close(&s);
}

/* --- All about a person ------------------------------------------------- */

static void
test_page_of_a_person_has_what_names_them(void **state)
{
	struct screen s;

	screen_play_at(&s, *state, "person:RO-P1", "", 80, 50);
	assert_true(at(&s, "Assets held, owned, used  1") <
		at(&s, "Villa above the sea"));
	assert_true(at(&s, "Payments  1") > at(&s, "Villa above the sea"));
	screen_lacks(&s, "Account at Tide Bank");
	screen_close(&s);
	fake_remove(*state, "RO-A3");
	screen_play_at(&s, *state, "person:RO-P1", "", 80, 50);
	screen_lacks(&s, "Villa above the sea");
	screen_close(&s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

static const struct CMUnitTest tests[] = {
	TEST(test_relations_open_step_by_step),
	TEST(test_enter_opens_the_record_of_a_relation),
	TEST(test_what_took_place_stands_in_the_order_of_time),
	TEST(test_date_is_gone_to_and_a_row_opened),
	TEST(test_page_of_a_person_has_what_names_them),
};

int
main(void)
{
	return RUN_TESTS("ui/view_around", tests);
}
