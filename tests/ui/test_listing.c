/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_listing.c - a filter that is being typed shows rows at once, and how many there
 * are when the keys rest; until then the least. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/screen.h"

#include "ui/view.h"

enum { LEADS = 300, AT_A_TIME = 40 };

static int pages[3], n_pages;

/* The first time: from now on a desk answers as little as a large one in 10 ms. */
static void
note_pages(struct desk *d)
{
	if (n_pages == 0)
		fake_slow(d, AT_A_TIME);
	pages[n_pages++] = fake_pages(d);
}

static int
setup(void **state)
{
	struct desk *d = fake_open();

	for (int i = 1; i <= LEADS; i++) {
		char title[40];

		snprintf(title, sizeof(title), "title=truck %d", i);
		fake_add(d, "lead", title, NULL);
	}
	n_pages = 0;
	*state = d;
	return 0;
}

static void
test_no_letter_waits_for_a_count(void **state)
{
	struct screen s = { .hook = note_pages };

	screen_play(&s, *state, "list:lead", "<F12>/tr<F12><Wait><F12>");
	assert_int_equal(n_pages, 3);
	/* Each asks for the screen alone: where the cursor's record is, then more. */
	assert_true(pages[1] - pages[0] <= 2 * 2);
	/* The keys rest. */
	assert_true(pages[2] - pages[1] >= LEADS / AT_A_TIME - 2);
	screen_has(&s, "300 of 300");
	screen_close(&s);
}

/* The screen as it is just then. */
static struct screen *shown;
static struct strbuf seen = STRBUF_INIT;

static void
see(struct desk *d)
{
	(void)d;
	grid_text(&shown->app.grid, &seen);
}

static void
test_a_number_that_is_not_known_yet_is_the_least(void **state)
{
	struct screen s = { .hook = see };

	shown = &s;
	fake_slow(*state, AT_A_TIME);
	screen_play(&s, *state, "list:lead", "/t<F12>");
	assert_non_null(strstr(seen.text, "+ of 300\n"));
	assert_null(strstr(seen.text, "300 of 300"));
	assert_non_null(strstr(seen.text, "truck 300"));
	screen_has(&s, "300 of 300");
	screen_close(&s);
	strbuf_clear(&seen);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_no_letter_waits_for_a_count),
		TEST(test_a_number_that_is_not_known_yet_is_the_least),
	};

	return RUN_TESTS("ui/listing", tests);
}
