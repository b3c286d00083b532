/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_complete.c - what may come next in a filter, and how it is put in. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "src/kind.h"
#include "ui/complete.h"

static int
setup(void **state)
{
	struct desk *d = fake_open();

	fake_add(d, "member", "name=Ana Pop", NULL);
	fake_add(d, "member", "name=Boyana Ilieva", NULL);
	*state = d;
	return 0;
}

/* The offers at the end of a filter, in a line. */
static void
offered(struct desk *d, const char *kind, const char *text, const char *want)
{
	struct complete c = { 0 };
	struct strbuf all = STRBUF_INIT;

	complete_at(&c, d, kind_find(kind), text, strlen(text));
	for (size_t i = 0; i < c.n; i++)
		strbuf_printf(&all, "%s%s", i ? " " : "", c.offers[i].text);
	if (strcmp(all.text, want) != 0)
		fail_msg("\"%s\" offers \"%s\", not \"%s\"", text, all.text, want);
	strbuf_clear(&all);
	complete_clear(&c);
}

static void
test_fields_are_offered_by_name_and_by_word(void **state)
{
	offered(*state, "lead", "due", "due:");
	offered(*state, "lead", "is:open prio", "priority:");
	offered(*state, "lead", "(not -prio", "priority:");
	/* "Reason closed" is closed_reason. */
	offered(*state, "lead", "clos", "closed_reason:");
	offered(*state, "lead", "reas", "closed_reason: legal_reason: "
		"retract_reason:");
	offered(*state, "lead", "zzz", "");
}

static void
test_values_are_offered_of_the_field_that_is_named(void **state)
{
	offered(*state, "lead", "status:a", "assessed assigned");
	offered(*state, "lead", "status:new und", "");
	offered(*state, "lead", "priority:u", "urgent");
	offered(*state, "asset", "type:house", "");
	offered(*state, "asset", "type:real", "REAL");
	offered(*state, "lead", "due<=", "today tomorrow 7d 30d -7d none");
	offered(*state, "lead", "nothing:", "");
}

static void
test_states_are_those_that_the_kind_has(void **state)
{
	offered(*state, "lead", "is:o", "open overdue");
	offered(*state, "note", "is:o", "");
	offered(*state, "evidence", "is:u", "unconfirmed");
	offered(*state, "note", "is:", "mine invalid review erase "
		"restricted retracted erased");
}

static void
test_people_are_offered_by_their_names(void **state)
{
	offered(*state, "lead", "assignee:pop", "RO-Z1");
	offered(*state, "lead", "assignee:RO", "RO-Z2 RO-Z1");
}

static void
test_nothing_is_offered_within_quotes(void **state)
{
	offered(*state, "lead", "title:\"due", "");
	offered(*state, "lead", "title:\"a b\" sta", "status:");
}

static void
test_offers_are_put_in_one_after_the_other(void **state)
{
	struct complete c = { 0 };
	struct edit e = EDIT_INIT;

	edit_set(&e, "cash status:a");
	complete_at(&c, *state, kind_find("lead"), e.text.text, e.at);
	assert_true(complete_take(&c, &e, 1));
	assert_string_equal(e.text.text, "cash status:assessed");
	assert_true(complete_take(&c, &e, 1));
	assert_string_equal(e.text.text, "cash status:assigned");
	assert_int_equal(e.at, e.text.len);
	assert_true(complete_take(&c, &e, 1));
	assert_string_equal(e.text.text, "cash status:assessed");
	assert_true(complete_take(&c, &e, -1));
	assert_string_equal(e.text.text, "cash status:assigned");
	/* What stands behind the cursor stays. */
	edit_set(&e, "pri is:open");
	e.at = 3;
	complete_at(&c, *state, kind_find("lead"), e.text.text, e.at);
	assert_true(complete_take(&c, &e, 1));
	assert_string_equal(e.text.text, "priority: is:open");
	edit_set(&e, "zzz");
	complete_at(&c, *state, kind_find("lead"), e.text.text, e.at);
	assert_false(complete_take(&c, &e, 1));
	edit_clear(&e);
	complete_clear(&c);
}

static void
test_sort_is_offered_with_its_direction(void **state)
{
	struct complete c = { 0 };
	struct edit e = EDIT_INIT;

	(void)state;
	edit_set(&e, "-prio");
	complete_field(&c, kind_find("lead"), e.text.text);
	assert_true(complete_take(&c, &e, 1));
	assert_string_equal(e.text.text, "-priority");
	edit_clear(&e);
	complete_clear(&c);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, fake_teardown)

static const struct CMUnitTest tests[] = {
	TEST(test_fields_are_offered_by_name_and_by_word),
	TEST(test_values_are_offered_of_the_field_that_is_named),
	TEST(test_states_are_those_that_the_kind_has),
	TEST(test_people_are_offered_by_their_names),
	TEST(test_nothing_is_offered_within_quotes),
	TEST(test_offers_are_put_in_one_after_the_other),
	TEST(test_sort_is_offered_with_its_direction),
};

int
main(void)
{
	return RUN_TESTS("ui/complete", tests);
}
