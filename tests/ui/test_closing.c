/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_closing.c - every way to close a record is one that its kind has. */
#include "tests/support/test.h"

#include "ui/closing.h"

static void
test_codes_are_those_of_the_kind(void **state)
{
	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		const struct closing *c = closing_of(kinds[i]);
		size_t n = 0;

		if (!c)
			continue;
		assert_true(kinds[i]->status);
		for (const struct field_code *code; (code = closing_code(c, n)); n++)
			if (kind_is_open(kinds[i], code->code))
				fail_msg("%s: %s leaves it open", kinds[i]->name,
					code->code);
		assert_true(n > 0);
		if (c->reason)
			assert_true(kind_index(kinds[i], c->reason) <
				kind_n(kinds[i]));
		if (c->needs)
			assert_non_null(c->reason);
	}
}

static void
test_what_is_unfounded_wants_a_reason(void **state)
{
	const struct closing *lead = closing_of(kind_of(KIND_LEAD));

	(void)state;
	assert_true(closing_needs_reason(lead, "unfounded"));
	assert_false(closing_needs_reason(lead, "confirmed"));
	assert_false(closing_needs_reason(lead, "unfound"));
	assert_null(closing_of(kind_of(KIND_NOTE)));
	assert_string_equal(closing_code(closing_of(kind_of(KIND_TASK)), 0)->code,
		"done");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_codes_are_those_of_the_kind),
	cmocka_unit_test(test_what_is_unfounded_wants_a_reason),
};

int
main(void)
{
	return RUN_TESTS("ui/closing", tests);
}
