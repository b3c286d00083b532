/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_tour.c - a newcomer is shown round: each step goes on when it is done. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/tour.h"
#include "ui/view.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	fake_add(d, "lead", "title=marcu at the port", "status=new",
		"due=2026-01-01", NULL);
	fake_add(d, "lead", "title=Villa", "status=new", NULL);
	*state = d;
	return 0;
}

/* What each step asks for, one after the other. */
static const char *const done[] = {
	"<Down><Enter>", "<Esc>", "<Tab>", "/port<Enter>",
	"<F2>marcu<Wait><Enter>", "?<Esc>", "<Esc*3>nTip<F2>", "u",
};

static void
test_each_step_goes_on_when_it_is_done(void **state)
{
	struct strbuf keys = STRBUF_INIT;
	char step[20];

	strbuf_puts(&keys, ":tour<Enter>");
	for (size_t i = 0; i < ARRAY_SIZE(done); i++) {
		struct desk *d;
		struct screen s;

		fake_teardown(state);
		setup(state);
		d = *state;
		screen_play(&s, d, NULL, keys.text);
		snprintf(step, sizeof(step), "Tour %zu/%zu: ", i + 1,
			ARRAY_SIZE(done));
		screen_has(&s, step);
		screen_close(&s);
		strbuf_puts(&keys, done[i]);
	}
	struct screen s;

	fake_teardown(state);
	setup(state);
	screen_play(&s, *state, NULL, keys.text);
	screen_lacks(&s, "Tour 8/8");
	assert_int_equal(s.app.tour, 0);
	screen_close(&s);
	strbuf_clear(&keys);
}

static void
test_other_keys_do_not_hurry_it(void **state)
{
	struct screen s;

	screen_play(&s, *state, NULL, ":tour<Enter><Down*3><Up>?<Esc>y<Esc>");
	screen_has(&s, "Tour 1/8");
	screen_close(&s);
}

static void
test_escape_on_the_first_screen_puts_it_away_and_it_goes_on_there(void **state)
{
	struct screen s;

	screen_play(&s, *state, NULL, ":tour<Enter><Enter><Esc*2>");
	screen_has(&s, "Esc once more");
	screen_has(&s, "Tour 3/8");
	screen_close(&s);
	screen_play(&s, *state, NULL, "<F5>:tour<Enter><Down><Esc>");
	screen_has(&s, "The tour is put away");
	screen_lacks(&s, "Tour 3/8");
	screen_close(&s);
	/* Also after a new start. */
	screen_play(&s, *state, NULL, ":tour<Enter>");
	screen_has(&s, "Tour 3/8");
	screen_close(&s);
	/* On other screens Esc is the way back that it always is. */
	screen_play(&s, *state, NULL, ":tour<Enter><Tab><Esc>");
	screen_has(&s, "Tour 4/8");
	screen_close(&s);
}

static void
play_offered(struct screen *s, struct desk *d, const char *keys)
{
	screen_begin(s, d, NULL, keys, 80, 24);
	tour_offer(&s->app);
	screen_run(s);
}

static void
test_it_is_offered_once(void **state)
{
	struct screen s;

	play_offered(&s, *state, "");
	screen_has(&s, "New here?");
	/* It hinders nothing. */
	screen_close(&s);
	play_offered(&s, *state, "<F2>");
	screen_has(&s, "New here?");
	screen_close(&s);
	/* Elsewhere Esc is not its own, and it is not told of. */
	play_offered(&s, *state, "<Enter>");
	screen_has(&s, "Lead  RO-L1");
	screen_lacks(&s, "New here?");
	screen_close(&s);
	play_offered(&s, *state, "<Esc>");
	screen_lacks(&s, "New here?");
	screen_close(&s);
	play_offered(&s, *state, "");
	screen_lacks(&s, "New here?");
	screen_close(&s);
}

static void
test_who_took_it_is_not_offered_it_again(void **state)
{
	struct screen s;

	play_offered(&s, *state, "<F2>tour<Enter>");
	screen_has(&s, "Tour 1/8");
	screen_close(&s);
	play_offered(&s, *state, "");
	screen_lacks(&s, "New here?");
	screen_close(&s);
}

static void
test_screen_goes_before_the_tour_where_there_is_no_room(void **state)
{
	struct screen s;

	screen_play_at(&s, *state, NULL, ":tour<Enter>", 40, 8);
	screen_has(&s, "RO-L1");
	screen_lacks(&s, "Tour");
	screen_close(&s);
	/* And the cursor is never below it. */
	for (int i = 0; i < 30; i++)
		fake_add(*state, "lead", "title=More", "status=new", NULL);
	screen_play_at(&s, *state, "list:lead", ":tour<Enter><Tab><Down*8>", 80, 14);
	screen_has(&s, "Tour 2/8");
	screen_has(&s, "\n> RO-L");
	screen_close(&s);
}

#define tour_test(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

static const struct CMUnitTest tests[] = {
	tour_test(test_each_step_goes_on_when_it_is_done),
	tour_test(test_other_keys_do_not_hurry_it),
	tour_test(test_escape_on_the_first_screen_puts_it_away_and_it_goes_on_there),
	tour_test(test_it_is_offered_once),
	tour_test(test_who_took_it_is_not_offered_it_again),
	tour_test(test_screen_goes_before_the_tour_where_there_is_no_room),
};

int
main(void)
{
	return RUN_TESTS("ui/tour", tests);
}
