/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_columns.c - every kind's list has its title, and nothing beyond its width. */
#include "tests/support/test.h"

#include "base/clock.h"
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
	/* A ref that is cut leads nowhere. */
	assert_in_range(usual.column[0].width, strlen("RO-LBV3TB"), 12);
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

/* The columns for a width, as a person chose them and a row has them. */
static void
fit_chosen(struct columns *c, const char *choice, const struct columns_seen *seen,
	int width)
{
	struct columns_choice chosen;

	columns_choice_read(&chosen, &lead_kind, choice);
	columns_fit_to(c, &(struct columns_want){ .kind = &lead_kind,
		.width = width, .seen = seen, .choice = &chosen });
}

static int
width_of(const struct columns *c, size_t index)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->column[i].index == index)
			return c->column[i].width;
	return 0;
}

static void
test_columns_are_as_wide_as_what_stands_in_them(void **state)
{
	struct columns_seen seen = { 0 };
	struct columns before, after;
	struct record r;

	(void)state;
	record_init(&r, &lead_kind);
	record_set(&r, LEAD_TITLE, "Courier");
	record_set(&r, LEAD_METHOD, "trade");
	columns_see(&seen, &r, NULL, "UTC", "2026-01-05");
	columns_fit_to(&before, &(struct columns_want){ .kind = &lead_kind,
		.width = 157, .seen = &seen });
	assert_int_equal(width_of(&before, LEAD_METHOD), strlen("Method"));
	/* A column that is blank all the way is none, but a usual one. */
	assert_int_equal(width_of(&before, LEAD_CHANNEL), 0);
	assert_true(width_of(&before, LEAD_PRIORITY) > 0);
	record_set(&r, LEAD_METHOD, "trade and cash");
	columns_see(&seen, &r, NULL, "UTC", "2026-01-05");
	record_set(&r, LEAD_METHOD, "x");
	columns_see(&seen, &r, NULL, "UTC", "2026-01-05");
	columns_fit_to(&after, &(struct columns_want){ .kind = &lead_kind,
		.width = 157, .seen = &seen });
	assert_int_equal(width_of(&after, LEAD_METHOD), strlen("trade and cash"));
	columns_seen_clear(&seen);
	record_clear(&r);
}

static void
test_chosen_columns_are_those_and_no_others(void **state)
{
	struct columns c;

	(void)state;
	fit_chosen(&c, "due title status:3", NULL, 157);
	assert_int_equal(c.n, 3);
	assert_int_equal(c.column[0].index, LEAD_DUE);
	assert_int_equal(c.column[1].index, LEAD_TITLE);
	assert_int_equal(c.column[2].index, LEAD_STATUS);
	assert_int_equal(width_of(&c, LEAD_STATUS), strlen("unfounded") + 3);
	assert_false(c.more);
	/* What has no room is told of. */
	fit_chosen(&c, "title status due priority assignee method", NULL, 36);
	assert_true(c.more);
	/* The title may be hidden; one column there always is. */
	fit_chosen(&c, "status", NULL, 36);
	assert_int_equal(c.n, 1);
	fit_chosen(&c, "detail", NULL, 5);
	assert_int_equal(c.n, 1);
}

static void
test_every_choice_fits_any_width(void **state)
{
	(void)state;
	for (int width = 20; width < 200; width++) {
		struct columns c;
		int end = 0;

		fit_chosen(&c, "due:60 title:-60 status priority:9 method detail",
			NULL, width);
		assert_true(c.n > 0);
		for (size_t i = 0; i < c.n; i++) {
			assert_true(c.column[i].x >= end);
			assert_true(c.column[i].width > 0);
			end = c.column[i].x + c.column[i].width;
		}
		assert_true(end <= width);
	}
}

static void
test_choice_is_read_from_a_text(void **state)
{
	struct columns_choice c;
	struct strbuf text = STRBUF_INIT;

	(void)state;
	columns_choice_read(&c, &lead_kind,
		"title nonsense due:4 audience kind due status:9999");
	columns_choice_write(&c, &lead_kind, &text);
	assert_string_equal(text.text, "title due:4 status:60");
	assert_int_equal(columns_choice_find(&c, LEAD_DUE), 1);
	assert_int_equal(columns_choice_find(&c, LEAD_METHOD), c.n);
	strbuf_clear(&text);
}

/* The cell of the day as a row shows it. */
static void
due_is(const char *status, const char *due, const char *want)
{
	struct columns_choice choice;
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;
	struct columns c;
	struct record r;

	record_init(&r, &lead_kind);
	record_set(&r, LEAD_STATUS, status);
	record_set(&r, LEAD_DUE, due);
	grid_resize(&g, 1, 40);
	columns_choice_read(&choice, &lead_kind, "due:4");
	columns_fit_to(&c, &(struct columns_want){ .kind = &lead_kind,
		.width = 40, .zone = "UTC", .choice = &choice });
	columns_row(&c, &g, (struct area){ 0, 0, 1, 40 }, &r, "UTC", ROLE_TEXT);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
	record_clear(&r);
}

static void
test_day_that_has_passed_has_its_sign(void **state)
{
	(void)state;
	clock_stop(INT64_C(1767614400000), 0);	/* 5 January 2026 */
	due_is("new", "2026-01-04", "2026-01-04 !\n");
	due_is("new", "2026-01-05", "2026-01-05\n");
	due_is("new", "2025-12", "2025-12 !\n");
	due_is("new", "2026-01", "2026-01\n");
	due_is("confirmed", "2026-01-04", "2026-01-04\n");
	clock_go();
}

/* Every kind: each field can be a column, alone and with all that have room. */
static void
test_every_field_can_be_chosen(void **state)
{
	(void)state;
	for (size_t k = 0; kinds[k]; k++) {
		struct columns_choice all = { .n = 0 };

		if (kinds[k]->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
			continue;
		for (size_t i = 0; i < kind_n(kinds[k]); i++) {
			struct columns_choice one = { .field = { { i, 0 } },
				.n = 1 };
			struct columns c;

			if (!columns_can_show(kinds[k], i))
				continue;
			columns_fit_to(&c, &(struct columns_want){
				.kind = kinds[k], .width = 77, .choice = &one });
			assert_int_equal(c.n, 1);
			assert_int_equal(c.column[0].index, i);
			if (all.n < COLUMNS_MAX)
				all.field[all.n++] = one.field[0];
			columns_fit_to(&c, &(struct columns_want){
				.kind = kinds[k], .width = 400, .choice = &all });
			assert_true(c.n + c.more >= 1 && c.n <= all.n);
		}
	}
}

/* A row of a page that knows what its refs lead to, in so many columns. */
static void
row_is(int width, const char *want)
{
	struct desk_named named = { (char *)"RO/2", (char *)"Ion Marin" };
	struct desk_page page = { .named = &named, .n_named = 1 };
	struct columns_seen seen = { 0 };
	struct columns_choice choice;
	struct grid g = { 0 };
	struct strbuf text = STRBUF_INIT;
	struct columns c;
	struct record r;

	record_init(&r, &lead_kind);
	record_set(&r, LEAD_TITLE, "Courier");
	record_set(&r, LEAD_ASSIGNEE, "RO/2");
	columns_see(&seen, &r, &page, "UTC", "2026-01-05");
	columns_choice_read(&choice, &lead_kind, "assignee title");
	columns_fit_to(&c, &(struct columns_want){ .kind = &lead_kind,
		.width = width, .seen = &seen, .choice = &choice });
	c.page = &page;
	grid_resize(&g, 1, width);
	columns_row(&c, &g, (struct area){ 0, 0, 1, width }, &r, "UTC",
		ROLE_TEXT);
	grid_text(&g, &text);
	assert_string_equal(text.text, want);
	strbuf_clear(&text);
	grid_free(&g);
	columns_seen_clear(&seen);
	record_clear(&r);
}

static void
test_refs_are_named_where_there_is_room(void **state)
{
	(void)state;
	row_is(40, "RO/2 Ion Marin  Courier\n");
	row_is(20, "RO/2      Courier\n");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_every_kind_fits_any_width),
	cmocka_unit_test(test_wide_lists_show_more),
	cmocka_unit_test(test_appointment_has_its_hour),
	cmocka_unit_test(test_heading_marks_the_order),
	cmocka_unit_test(test_account_is_called_by_its_number),
	cmocka_unit_test(test_columns_are_as_wide_as_what_stands_in_them),
	cmocka_unit_test(test_chosen_columns_are_those_and_no_others),
	cmocka_unit_test(test_every_choice_fits_any_width),
	cmocka_unit_test(test_choice_is_read_from_a_text),
	cmocka_unit_test(test_refs_are_named_where_there_is_room),
	cmocka_unit_test(test_day_that_has_passed_has_its_sign),
	cmocka_unit_test(test_every_field_can_be_chosen),
};

int
main(void)
{
	return RUN_TESTS("ui/columns", tests);
}
