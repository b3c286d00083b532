/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_lost.c - what a screen shows is taken back while it is open: of it nothing is to
 * be seen any more, and any key leads back to where there is something. */
#include "tests/support/test.h"

#include "base/xalloc.h"
#include "tests/support/case.h"
#include "tests/support/screen.h"
#include "tests/support/share.h"

static char *ref;		/* of what is shown, and taken back */

/* Elsewhere, whose record it is takes it back. */
static void
take_back(struct desk *desk)
{
	struct desk *ro = case_desk(NULL);

	(void)desk;
	unshare_from(ro, ref, "BG");
	desk_close(ro);
}

/* A member of another party, who has a record of somebody else besides his own. */
static struct desk *
petar(void)
{
	struct desk *ro = case_desk(NULL), *bg = case_desk("BG/2");

	free(ref);
	ref = case_add(ro, "person", "name=Marginean", "share=own", NULL);
	share_with(ro, ref, "BG", NULL);
	case_put(bg, "lead", "title=Boat at pier 4", NULL);
	desk_close(ro);
	return bg;
}

static void
test_nothing_of_it_is_shown_any_more(void **state)
{
	static const char *const views[] = {
		"", "person:", "timeline:", "history:", "relations:", "shares:"
	};

	for (size_t i = 0; i < ARRAY_SIZE(views); i++) {
		struct desk *d = petar();
		struct screen s = { .hook = take_back };
		char *view = xasprintf("%s%s", views[i], ref);

		screen_play(&s, d, view, "");
		screen_has(&s, ref);
		screen_close(&s);
		screen_play(&s, d, view, "<F12><Wait*2>");
		screen_has(&s, "no longer shared with you. Any key leaves it.");
		screen_lacks(&s, ref);
		screen_lacks(&s, "Marginean");
		screen_lacks(&s, "? Help");	/* no key does that now */
		screen_close(&s);
		free(view);
		desk_close(d);
		case_teardown(state);
		case_setup(state);
	}
}

/* Two days go by. */
static void
let_it_end(struct desk *desk)
{
	(void)desk;
	clock_stop(CASE_TIME + INT64_C(2) * 86400000, 1);
}

static void
test_an_end_that_comes_takes_it_away_as_well(void **state)
{
	struct desk *d = petar(), *ro = case_desk(NULL);
	struct screen s = { .hook = let_it_end };

	(void)state;
	unshare_from(ro, ref, "BG");
	share_with(ro, ref, "BG", "2026-01-06");
	desk_close(ro);
	screen_play(&s, d, ref, "<F12><Wait*2>");
	screen_has(&s, "no longer shared with you. Any key leaves it.");
	screen_lacks(&s, "Marginean");
	screen_close(&s);
	desk_close(d);
}

static void
test_any_key_leads_back_to_the_list(void **state)
{
	struct desk *d = petar();
	struct screen s = { .hook = take_back };

	(void)state;
	screen_play(&s, d, "list:person", "<Enter>t<F12><Wait*2>xx");
	screen_has(&s, "Persons 0");
	screen_lacks(&s, "no longer shared");
	screen_close(&s);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_nothing_of_it_is_shown_any_more),
		CASE_TEST(test_an_end_that_comes_takes_it_away_as_well),
		CASE_TEST(test_any_key_leads_back_to_the_list),
	};

	int failed = RUN_TESTS("ui/lost", tests);

	free(ref);
	return failed;
}
