/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_ended.c - a membership ends while the member's screens are open: nothing of the
 * case is to be seen any more, and what was being typed is kept. */
#include "tests/support/test.h"

#include "tests/support/case.h"
#include "tests/support/screen.h"

/* Elsewhere, the leader ends the membership of who sits here. */
static void
end_it(struct desk *desk)
{
	struct desk *ro = case_desk(NULL);
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)desk;
	assert_ok(case_set(ro, &acted, &err, "member", "RO/2", 0,
		"left_on=today", NULL), err);
	desk_acted_clear(&acted);
	desk_close(ro);
}

static struct desk *
ion(void)
{
	struct desk *d = case_desk("RO/2");

	case_put(d, "lead", "title=Boat at pier 4", NULL);
	return d;
}

static void
test_nothing_is_shown_any_more_but_why(void **state)
{
	static const char *const views[] = {
		"list:lead", "glance", "RO-L1", "members"
	};

	for (size_t i = 0; i < ARRAY_SIZE(views); i++) {
		struct desk *d = ion();
		struct screen s = { .hook = end_it };

		screen_play(&s, d, views[i], "<F12><Wait*2>");
		screen_has(&s, "your membership as RO/2 in TIDE has ended");
		screen_has(&s, "Esc leaves the program.");
		screen_lacks(&s, "Boat");
		screen_lacks(&s, "Operation");
		screen_close(&s);
		desk_close(d);
		case_teardown(state);
		case_setup(state);
	}
}

static void
test_what_was_being_typed_is_kept(void **state)
{
	struct desk *d = ion();
	struct screen s = { .hook = end_it };
	struct desk_drafts drafts = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	screen_play(&s, d, "list:lead", "nHalf<F12>done<Wait*2>xyz");
	screen_has(&s, "has ended");
	screen_lacks(&s, "Halfdone");
	assert_false(s.app.done && !s.app.lost);
	screen_close(&s);
	assert_ok(desk_drafts(d, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	assert_string_equal(record_text(&drafts.drafts[0].fields,
		kind_index(drafts.drafts[0].fields.kind, "title")),
		"Halfdone");
	desk_drafts_clear(&drafts);
	desk_close(d);
}

static void
test_esc_leaves_and_no_other_key_does(void **state)
{
	struct desk *d = ion();
	struct screen s = { .hook = end_it };

	(void)state;
	screen_play(&s, d, "list:lead", "<F12><Wait*2>q<Esc>x");
	assert_true(s.app.done);
	assert_false(s.app.lost);
	screen_close(&s);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_nothing_is_shown_any_more_but_why),
		CASE_TEST(test_esc_leaves_and_no_other_key_does),
		CASE_TEST(test_what_was_being_typed_is_kept),
	};

	return RUN_TESTS("ui/ended", tests);
}
