/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_columns.c - every kind's list has its title, and nothing beyond its width. */
#include "tests/support/test.h"

#include "src/asset.h"
#include "src/event.h"
#include "src/kind.h"
#include "src/lead.h"
#include "ui/columns.h"

static bool
has(const struct columns *c, size_t index)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->column[i].index == index)
			return true;
	return false;
}

static void
test_every_kind_fits_any_width(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		if (kinds[i]->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
			continue;
		for (int width = 36; width <= 400; width++) {
			struct columns c;
			int end = 0;

			columns_fit(&c, kinds[i], width);
			assert_true(has(&c, kinds[i]->title));
			for (size_t j = 0; j < c.n; j++) {
				assert_true(c.column[j].x >= end);
				end = c.column[j].x + c.column[j].width;
				assert_true(end <= width);
			}
			/* What is left goes to the title. */
			assert_int_equal(end, width);
		}
	}
}

static void
test_wide_lists_show_more(void **state)
{
	struct columns narrow, usual, wide;

	(void)state;
	columns_fit(&narrow, &lead_kind, 36);
	columns_fit(&usual, &lead_kind, 77);
	columns_fit(&wide, &lead_kind, 157);
	assert_true(narrow.n < usual.n && usual.n < wide.n);
	assert_true(has(&narrow, HEADER_REF));
	assert_true(has(&usual, LEAD_DUE));
	assert_true(has(&wide, LEAD_ASSIGNEE));
	for (size_t i = 0; i < wide.n; i++)
		assert_int_not_equal(wide.column[i].index, LEAD_DETAIL);
}

static void
test_appointment_has_its_hour(void **state)
{
	struct columns c;
	size_t i = 0;

	(void)state;
	columns_fit(&c, &event_kind, 77);
	while (i < c.n && c.column[i].index != EVENT_STARTS)
		i++;
	assert_true(i < c.n);
	assert_true(c.column[i].width >= (int)strlen("2026-03-14 14:00"));
}

static void
test_heading_marks_the_order(void **state)
{
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;
	struct columns c;

	(void)state;
	grid_resize(&g, 1, 77);
	columns_fit(&c, &lead_kind, 77);
	columns_heading(&c, &g, (struct area){ 0, 0, 1, 77 }, &lead_kind, "-due");
	grid_text(&g, &text);
	assert_non_null(strstr(text.text, "Due-"));
	strbuf_clear(&text);
	grid_free(&g);
}

static void
test_account_is_called_by_its_number(void **state)
{
	struct record r;
	struct strbuf text = STRBUF_INIT;

	(void)state;
	record_init(&r, &asset_kind);
	record_set(&r, ASSET_TYPE, "BANK");
	record_set(&r, ASSET_ACCOUNT_NO, "RO49AAAA1B31007593840000");
	columns_title(&r, "UTC", &text);
	assert_string_equal(text.text, "RO49AAAA1B31007593840000");
	record_set(&r, ASSET_DESCRIPTION, "Main account");
	strbuf_reset(&text);
	columns_title(&r, "UTC", &text);
	assert_string_equal(text.text, "Main account");
	strbuf_clear(&text);
	record_clear(&r);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_every_kind_fits_any_width),
	cmocka_unit_test(test_wide_lists_show_more),
	cmocka_unit_test(test_appointment_has_its_hour),
	cmocka_unit_test(test_heading_marks_the_order),
	cmocka_unit_test(test_account_is_called_by_its_number),
};

int
main(void)
{
	return RUN_TESTS("ui/columns", tests);
}
