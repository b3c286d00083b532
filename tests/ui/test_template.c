/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_template.c - what a record may begin with is kept under a name, and offered. */
#include "tests/support/test.h"

#include "tests/support/case.h"
#include "tests/support/screen.h"

#include "src/evidence.h"
#include "src/lead.h"
#include "ui/template.h"

static void
test_values_come_back_but_not_what_is_each_records_own(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_texts names;
	struct record values, back;
	struct err err = ERR_INIT;

	(void)state;
	record_init(&values, &evidence_kind);
	record_set(&values, EVIDENCE_DESCRIPTION, "Telephone \\ \"x\"=y");
	record_set(&values, EVIDENCE_EXHIBIT_NO, "A1");
	record_set(&values, HEADER_SOURCE_ID, "s1");
	record_set(&values, HEADER_HANDLING, "H1");
	record_set(&values, HEADER_ORIGIN_TERMS, "one\ntwo\\n");
	assert_ok(template_keep(d, "Flat search", &values, &err), err);
	assert_ok(template_keep(d, "Airport", &values, &err), err);
	assert_ok(template_names(d, &evidence_kind, &names, &err), err);
	assert_int_equal(names.n, 2);
	assert_string_equal(names.texts[0].text, "Airport");
	desk_texts_clear(&names);
	assert_ok(template_read(d, &evidence_kind, "Flat search", &back, &err), err);
	assert_string_equal(record_text(&back, EVIDENCE_DESCRIPTION),
		"Telephone \\ \"x\"=y");
	assert_string_equal(record_text(&back, HEADER_ORIGIN_TERMS),
		"one\ntwo\\n");
	assert_string_equal(record_text(&back, HEADER_HANDLING), "H1");
	assert_null(record_text(&back, EVIDENCE_EXHIBIT_NO));
	assert_null(record_text(&back, HEADER_SOURCE_ID));
	record_clear(&back);
	assert_ok(template_drop(d, &evidence_kind, "Airport", &err), err);
	assert_err(template_read(d, &evidence_kind, "Airport", &back, &err), err,
		ERR_NOT_FOUND);
	record_clear(&values);
	desk_close(d);
}

static void
test_what_is_no_template_is_refused_and_what_is_unknown_left_out(void **state)
{
	struct desk *d = case_desk(NULL);
	struct record values;
	struct err err = ERR_INIT;

	(void)state;
	record_init(&values, &lead_kind);
	assert_err(template_keep(d, "x", &values, &err), err, ERR_INVALID);
	record_set(&values, LEAD_TITLE, "Tip");
	assert_err(template_keep(d, "  ", &values, &err), err, ERR_INVALID);
	assert_err(template_keep(d, "0123456789012345678901234567890123456789"
		"0123456789012345678901234567890", &values, &err), err,
		ERR_INVALID);
	record_clear(&values);
	assert_ok(desk_keep(d, "template:lead:old", "no_such=1\ntitle=Tip\n"
		"id=7\n\\", &err), err);
	assert_ok(template_read(d, &lead_kind, "old", &values, &err), err);
	assert_string_equal(record_text(&values, LEAD_TITLE), "Tip");
	assert_null(record_text(&values, HEADER_ID));
	record_clear(&values);
	desk_close(d);
}

static void
test_a_form_is_kept_and_a_new_record_begins_with_it(void **state)
{
	struct desk *d = case_desk(NULL);
	struct screen s;

	(void)state;
	/* Without any there is nothing to choose. */
	screen_play(&s, d, "list:lead",
		"n Hotline<Space>tip <^T> Hotline <Enter> <F8> <Down> <Enter>");
	screen_has(&s, "[Leads");
	screen_close(&s);
	screen_play(&s, d, "list:lead", "n");
	screen_has(&s, "(empty)");
	screen_has(&s, "Hotline");
	screen_close(&s);
	screen_play(&s, d, "list:lead", "n hot <Enter> <F2>");
	case_is(d, "RO-L1", "title", "Hotline tip");
	screen_close(&s);
	screen_play(&s, d, "list:lead", "n <Enter>");
	screen_has(&s, "New: Lead");
	screen_lacks(&s, "Hotline tip  ");
	screen_close(&s);
	desk_close(d);
}

static void
test_a_record_is_kept_as_one_and_one_is_replaced_and_dropped(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_texts names;
	struct record back;
	struct screen s;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "lead", "title=First", "priority=high", NULL);
	case_put(d, "lead", "title=Second", NULL);
	screen_play(&s, d, "RO-L1", ":template <Enter> Tip <Enter>");
	screen_has(&s, "Kept as the template \"Tip\"");
	screen_close(&s);
	screen_play(&s, d, "RO-L2", ":template <Enter> <Down> <Enter>");
	screen_close(&s);
	assert_ok(template_read(d, &lead_kind, "Tip", &back, &err), err);
	assert_string_equal(record_text(&back, LEAD_TITLE), "Second");
	record_clear(&back);
	screen_play(&s, d, "list:lead", "n drop <Enter> tip <Enter>");
	screen_has(&s, "The template \"Tip\" is dropped.");
	screen_close(&s);
	assert_ok(template_names(d, &lead_kind, &names, &err), err);
	assert_int_equal(names.n, 0);
	desk_texts_clear(&names);
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_values_come_back_but_not_what_is_each_records_own),
		CASE_TEST(test_what_is_no_template_is_refused_and_what_is_unknown_left_out),
		CASE_TEST(test_a_form_is_kept_and_a_new_record_begins_with_it),
		CASE_TEST(test_a_record_is_kept_as_one_and_one_is_replaced_and_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
