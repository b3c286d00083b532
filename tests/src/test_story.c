/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_story.c - see src/story.h. */
#include "tests/support/test.h"

#include "src/story.h"

enum { MONDAY = 20458 };	/* 2026-01-05 */

static const char *
known(const void *cast, const char *name)
{
	(void)cast;
	return strcmp(name, "courier") == 0 ? "RO-P1" : NULL;
}

static void
value_is(const char *value, const char *want)
{
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_ok(story_value(value, MONDAY, known, NULL, &out, &err), err);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
value_fails(const char *value)
{
	struct strbuf out = STRBUF_INIT;
	struct err err = ERR_INIT;

	assert_false(story_value(value, MONDAY, known, NULL, &out, &err));
	assert_string_equal(err_word(err.code), "invalid");
	strbuf_clear(&out);
}

static void
test_values_take_refs_and_days(void **state)
{
	(void)state;
	value_is("plain text", "plain text");
	value_is("$courier/chain2", "RO-P1/chain2");
	value_is("{0} 14:00", "2026-01-05 14:00");
	value_is("from {-5} to {+2}", "from 2025-12-31 to 2026-01-07");
	value_is("{5!}", "2026-01-12");		/* a Saturday */
	value_is("{6!}", "2026-01-12");
	value_is("{4!}", "2026-01-09");
	value_is("one\\ntwo", "one\ntwo");
	value_is("", "");
}

static void
test_unknown_names_and_days_are_refused(void **state)
{
	(void)state;
	value_fails("$nobody");
	value_fails("$");
	value_fails("{soon}");
	value_fails("{3");
	value_fails("{999999}");
	value_fails("{}!");
}

static void
test_lines_are_read_one_after_another(void **state)
{
	struct story s = { .next = "# a remark\n\n"
		"cast ana RO/1 Europe/Bucharest\n"
		"at -3 09:10 ana\n"
		"courier = person name=\"Ion\n\tVlad\" sex=male\n"
		"set $courier danger=\n" };
	struct story_line l;
	struct err err = ERR_INIT;
	bool more;

	(void)state;
	assert_ok(story_next(&s, &l, &more, &err), err);
	assert_true(more);
	assert_int_equal(l.verb, STORY_CAST);
	assert_int_equal(l.number, 3);
	assert_int_equal(l.n_words, 3);
	assert_string_equal(l.words[1], "RO/1");
	story_line_clear(&l);
	assert_ok(story_next(&s, &l, &more, &err), err);
	assert_int_equal(l.verb, STORY_AT);
	story_line_clear(&l);
	assert_ok(story_next(&s, &l, &more, &err), err);
	assert_int_equal(l.verb, STORY_ADD);
	assert_string_equal(l.name, "courier");
	assert_string_equal(l.words[0], "person");
	assert_string_equal(l.words[1], "name=Ion Vlad");
	assert_string_equal(l.words[2], "sex=male");
	assert_int_equal(l.number, 5);
	story_line_clear(&l);
	assert_ok(story_next(&s, &l, &more, &err), err);
	assert_int_equal(l.verb, STORY_SET);
	assert_int_equal(l.number, 7);
	assert_string_equal(l.words[1], "danger=");
	assert_null(l.name);
	story_line_clear(&l);
	assert_ok(story_next(&s, &l, &more, &err), err);
	assert_false(more);
}

static void
test_what_is_asked_has_a_name(void **state)
{
	struct story s = { .next = "share $a BG reason=x\n"
		"q1 = ask $a for=court\nanswer $q1 refused\n" };
	static const enum story_verb verbs[] = {
		STORY_SHARE, STORY_ASK, STORY_ANSWER
	};
	struct story_line l;
	struct err err = ERR_INIT;
	bool more;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++) {
		assert_ok(story_next(&s, &l, &more, &err), err);
		assert_int_equal(l.verb, verbs[i]);
		assert_int_equal(l.name != NULL, verbs[i] == STORY_ASK);
		story_line_clear(&l);
	}
}

static void
line_fails(const char *text)
{
	struct story s = { .next = text };
	struct story_line l;
	struct err err = ERR_INIT;
	bool more;

	assert_false(story_next(&s, &l, &more, &err));
	assert_string_equal(err_word(err.code), "invalid");
	assert_non_null(strstr(err.text, "line 1"));
}

static void
test_lines_that_make_no_sense_are_named(void **state)
{
	char many[400] = "lead";

	(void)state;
	line_fails("lead title=\"open\n");
	line_fails("at -3 09:10\n");
	line_fails("cast ana\n");
	line_fails("   \n");
	line_fails("share $a\n");
	line_fails("q1 = answer $a granted\n");
	for (int i = 0; i < STORY_WORDS; i++)
		strcat(many, " a=b");
	line_fails(many);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values_take_refs_and_days),
		cmocka_unit_test(test_unknown_names_and_days_are_refused),
		cmocka_unit_test(test_lines_are_read_one_after_another),
		cmocka_unit_test(test_what_is_asked_has_a_name),
		cmocka_unit_test(test_lines_that_make_no_sense_are_named),
	};

	return RUN_TESTS("src/story", tests);
}
