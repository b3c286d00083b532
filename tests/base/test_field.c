/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/field.h"
#include "base/strbuf.h"

static const struct field_code colours[] = {
	{ "red", "Red" },
	{ "green", "Green" },
	{ "BLUE", "" },
	{ NULL, NULL }
};

static void
test_finds_a_code_in_any_case_and_whole(void **state)
{
	(void)state;
	assert_ptr_equal(field_code(colours, "GReen", 5), &colours[1]);
	assert_ptr_equal(field_code(colours, "blue,red", 4), &colours[2]);
	assert_null(field_code(colours, "gree", 4));
	assert_null(field_code(colours, "greens", 6));
	assert_null(field_code(colours, "", 0));
	assert_null(field_code(colours, "red\0", 4));
}

static void
test_lists_codes_as_a_sentence_does(void **state)
{
	static const struct field_code one[] = { { "a", "A" }, { NULL, NULL } };
	static const struct field_code none[] = { { NULL, NULL } };
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	field_codes_text(colours, &sb);
	assert_string_equal(sb.text, "red, green or BLUE");
	strbuf_reset(&sb);
	field_codes_text(one, &sb);
	field_codes_text(none, &sb);
	assert_string_equal(sb.text, "a");
	strbuf_clear(&sb);
}

static void
test_label_of_an_unknown_code_is_the_code(void **state)
{
	(void)state;
	assert_string_equal(field_code_label(colours, "red"), "Red");
	assert_string_equal(field_code_label(colours, "mauve"), "mauve");
	assert_string_equal(field_code_label(colours, "BLUE"), "BLUE");
}

static void
test_limit_is_the_fields_or_its_types(void **state)
{
	const struct field title = FIELD(64, "title", "Title", FIELD_TEXT, 0,
		.max = 300);
	const struct field detail = FIELD(65, "detail", "Detail", FIELD_LONG, 0);

	(void)state;
	assert_int_equal(field_max(&title), 300);
	assert_int_equal(field_max(&detail), 1 << 20);
}

static void
test_each_type_has_a_word_and_a_limit(void **state)
{
	(void)state;
	for (int type = 0; type < FIELD_TYPE_N; type++) {
		const struct field f = { .type = (enum field_type)type };

		assert_non_null(field_type_word((enum field_type)type));
		assert_true(field_max(&f) > 0);
	}
	assert_string_equal(field_type_word(FIELD_MONEY), "money");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_finds_a_code_in_any_case_and_whole),
		cmocka_unit_test(test_lists_codes_as_a_sentence_does),
		cmocka_unit_test(test_label_of_an_unknown_code_is_the_code),
		cmocka_unit_test(test_limit_is_the_fields_or_its_types),
		cmocka_unit_test(test_each_type_has_a_word_and_a_limit),
	};

	return RUN_TESTS("base/field", tests);
}
