/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_matrix.c - exhibits by state: the cells, what Enter opens from them, and
 * that each page is asked for once. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();
	char text[40];

	for (int i = 1; i <= 250; i++) {
		snprintf(text, sizeof(text), "description=Thing %d", i);
		fake_add(d, "evidence", text, NULL);
	}
	*state = d;
	return 0;
}

static void
test_list_of_evidence_alone_opens_it(void **state)
{
	struct screen s;

	screen_play(&s, *state, "list:evidence", "m");
	screen_has(&s, "Exhibits by state  250");
	screen_has(&s, "> RO-E250");
	screen_close(&s);
	screen_play(&s, *state, "list:lead", "m");
	screen_has(&s, "Exhibits alone are shown by state");
	screen_close(&s);
}

static void
test_each_page_is_asked_for_once_as_the_cursor_comes_near(void **state)
{
	struct screen s;
	int before = fake_matrices();

	screen_play(&s, *state, "matrix", "<Down*3><Right>");
	screen_close(&s);
	assert_int_equal(fake_matrices() - before, 1);
	before = fake_matrices();
	screen_play(&s, *state, "matrix", "<Down*100><Wait>");
	screen_has(&s, "> RO-E150");
	screen_close(&s);
	assert_int_equal(fake_matrices() - before, 2);
	before = fake_matrices();
	screen_play(&s, *state, "matrix", "<End><Wait>");
	screen_has(&s, "> RO-E1 ");
	screen_close(&s);
	assert_int_equal(fake_matrices() - before, 3);
}

static void
test_enter_opens_the_exhibit_or_says_what_is_not_said(void **state)
{
	struct screen s;

	screen_play(&s, *state, "matrix", "<End><Wait><Enter>");
	screen_has(&s, "Exhibit  RO-E1");
	screen_close(&s);
	screen_play(&s, *state, "matrix", "<Right*3>");
	screen_has(&s, "BG Admissibility");
	screen_close(&s);
	screen_play(&s, *state, "matrix", "<Right><Enter>");
	screen_has(&s, "Admissibility of RO-E250");
	screen_has(&s, "* RO");
	screen_close(&s);
	screen_play(&s, *state, "matrix", "<Right><Enter><Esc>");
	screen_has(&s, "Exhibits by state");
	screen_close(&s);
}

static void
test_nothing_is_added_where_it_may_not_be(void **state)
{
	struct screen s;

	screen_play(&s, *state, "matrix", "<Right*4><Enter>");
	screen_has(&s, "Only members of authorities of BG say this");
	screen_close(&s);
	fake_deny(*state, "add");
	screen_play(&s, *state, "matrix", "<Right><Enter>");
	screen_has(&s, "Exhibits by state");
	screen_close(&s);
	fake_deny(*state, NULL);
	fake_read_only(*state, true);
	screen_play(&s, *state, "matrix", "<Right><Enter>");
	screen_has(&s, "open for reading only");
	screen_close(&s);
}

/* One of which nothing is told but its ref: no cell says that nothing is said there, and
 * none is filled in before somebody says why. */
static void
test_what_is_veiled_has_no_cells_and_opens_whole(void **state)
{
	struct screen s;

	fake_add(*state, "evidence", NULL);
	screen_play(&s, *state, "matrix", "");
	screen_has(&s, "> RO-E251");
	screen_has(&s, "(told for a purpose: say why)");
	screen_lacks(&s, "RO-E251  -");
	screen_has(&s, "RO-E250  -");
	screen_close(&s);
	screen_play(&s, *state, "matrix", "<Right*3><Enter>");
	screen_has(&s, "Exhibit  RO-E251");
	screen_close(&s);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_list_of_evidence_alone_opens_it),
		TEST(test_each_page_is_asked_for_once_as_the_cursor_comes_near),
		TEST(test_enter_opens_the_exhibit_or_says_what_is_not_said),
		TEST(test_what_is_veiled_has_no_cells_and_opens_whole),
		TEST(test_nothing_is_added_where_it_may_not_be),
	};

	return RUN_TESTS("ui/view_matrix", tests);
}
