/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_view_counts.c - how much there is of each kind, and what was not counted to the
 * end. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

static int
setup(void **state)
{
	*state = fake_open();
	fake_add(*state, "lead", "title=Boat at pier 4", NULL);
	return 0;
}

static void
test_what_was_not_counted_to_the_end_says_so(void **state)
{
	struct screen s;

	screen_play(&s, *state, "counts", "");
	screen_has(&s, "Leads");
	screen_lacks(&s, "overdue");
	screen_close(&s);
	fake_overdue(2000);
	screen_play(&s, *state, "counts", "");
	screen_has(&s, "2,000+ overdue");
	screen_close(&s);
	fake_overdue(0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_what_was_not_counted_to_the_end_says_so, setup,
			fake_teardown),
	};

	return cmocka_run_group_tests_name("ui/view_counts", tests, NULL, NULL);
}
