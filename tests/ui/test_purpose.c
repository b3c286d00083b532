/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is opened for a purpose alone is asked for on the screen, once. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/screen.h"

static struct desk *
with_restricted(void)
{
	struct desk *d = case_desk(NULL);

	case_put(d, "person", "name=Marginean", "legal=restricted",
		"legal_reason=contested", NULL);
	return d;
}

static void
test_a_list_tells_that_there_is_one_and_opening_asks_why(void **state)
{
	struct desk *d = with_restricted();
	struct screen s = { .hook = NULL };

	(void)state;
	screen_play(&s, d, "list:person", "");
	screen_has(&s, "(restricted: say why)");
	screen_lacks(&s, "Marginean");
	screen_close(&s);
	screen_play(&s, d, "list:person", "<Enter>");
	screen_has(&s, "Why do you open this record?");
	screen_lacks(&s, "Marginean");
	screen_close(&s);
	/* No word says nothing. */
	screen_play(&s, d, "list:person", "<Enter>-<Enter>");
	screen_lacks(&s, "Marginean");
	screen_close(&s);
	desk_close(d);
}

static void
test_once_it_is_said_the_record_and_the_lists_tell(void **state)
{
	struct desk *d = with_restricted();
	struct screen s = { .hook = NULL };

	(void)state;
	screen_play(&s, d, "list:person", "<Enter>his request<Enter>");
	screen_has(&s, "Marginean");
	screen_close(&s);
	screen_play(&s, d, "list:person", "<Enter>q");
	screen_has(&s, "Persons 1");
	screen_has(&s, "Marginean");
	screen_close(&s);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_list_tells_that_there_is_one_and_opening_asks_why),
		CASE_TEST(test_once_it_is_said_the_record_and_the_lists_tell),
	};

	return RUN_TESTS("ui/purpose", tests);
}
