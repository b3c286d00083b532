/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_tabs.c - every kind can be reached and is counted, in any room. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "ui/tabs.h"

static void
draw(const struct tabs *t, const struct kind *on, int cols, struct strbuf *out)
{
	struct grid g = { 0 };

	grid_resize(&g, 1, cols);
	grid_erase(&g);
	tabs_draw(t, &g, (struct area){ 0, 0, 1, cols }, on);
	strbuf_reset(out);
	grid_text(&g, out);
	grid_free(&g);
}

static void
test_the_one_that_is_on_is_seen_at_any_width(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct tabs t;

	(void)state;
	tabs_init(&t);
	for (size_t i = 0; i < t.n; i++)
		t.counts[i] = 1000 * (int64_t)i;
	for (int cols = 28; cols < 260; cols++)
		for (size_t i = 0; i < t.n; i++) {
			draw(&t, t.kinds[i], cols, &text);
			if (!strchr(text.text, '[') || !strchr(text.text, ']'))
				fail_msg("%s is not seen in %d columns: %s",
					t.kinds[i]->name, cols, text.text);
			/* What has no room is told of. */
			assert_true(strstr(text.text, "Leads") ||
				strstr(text.text, "…"));
			assert_true(strstr(text.text, "Fields") ||
				strstr(text.text, "…"));
		}
	strbuf_clear(&text);
}

static void
test_tabs_are_counted_once_for_each_change(void **state)
{
	struct desk *d = fake_open();
	struct strbuf text = STRBUF_INIT;
	struct tabs t;
	int pages;

	(void)state;
	fake_add(d, "lead", "title=a", NULL);
	fake_add(d, "lead", "title=b", NULL);
	tabs_init(&t);
	tabs_count(&t, d);
	draw(&t, kind_find("lead"), 80, &text);
	assert_non_null(strstr(text.text, "[Leads 2] Tasks 0"));
	pages = fake_pages(d);
	tabs_count(&t, d);
	assert_int_equal(fake_pages(d), pages);
	fake_add(d, "task", "title=c", NULL);
	t.counted = false;
	tabs_count(&t, d);
	draw(&t, kind_find("lead"), 80, &text);
	assert_non_null(strstr(text.text, "Tasks 1"));
	strbuf_clear(&text);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_the_one_that_is_on_is_seen_at_any_width),
	cmocka_unit_test(test_tabs_are_counted_once_for_each_change),
};

int
main(void)
{
	return RUN_TESTS("ui/tabs", tests);
}
