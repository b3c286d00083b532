/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/name_tables.h"

#include "base/fold.h"
#include "base/latin.h"
#include "base/skeleton.h"
#include "tests/support/keys.h"

#define ROW(text, ...) text,
static const char *const names[] = {
#include "data/given-names.inc"
};
static const char *const forms[] = {
#include "data/legal-forms.inc"
};
static const char *const words[] = {
#include "data/firm-words.inc"
#include "data/person-words.inc"
};
#undef ROW

static void
test_rows_are_written_as_they_are_looked_up(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		check_key_of(skeleton_key, names[i], names[i]);
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++)
		check_key_of(fold_key, forms[i], forms[i]);
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		check_key_of(latin_key, words[i], words[i]);
}

static void
test_every_row_is_found(void **state)
{
	struct name_known known;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		assert_non_null(name_given_group(names[i]));
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++)
		assert_int_not_equal(name_form_class(forms[i]), 0);
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		assert_true(name_known_word(NAME_ORGANISATION, words[i], &known) ||
			name_known_word(NAME_PERSON, words[i], &known));
}

static void
test_words_are_known_for_their_kind_alone(void **state)
{
	struct name_known known;

	(void)state;
	assert_true(name_known_word(NAME_PERSON, "bin", &known));
	assert_int_equal(known.role, NAME_PARTICLE);
	assert_false(name_known_word(NAME_ORGANISATION, "bin", &known));
	assert_true(name_known_word(NAME_ORGANISATION, "xi", &known));
	assert_int_equal(known.role, NAME_NUMBER);
	assert_string_equal(known.stands_for, "11");
	assert_false(name_known_word(NAME_PERSON, "xi", &known));
	assert_false(name_known_word(NAME_PERSON, "popescu", &known));
}

static void
test_forms_of_one_sort_have_one_class(void **state)
{
	(void)state;
	assert_int_equal(name_form_class("ooo"), name_form_class("gmbh"));
	assert_int_equal(name_form_class("αε"), name_form_class("plc"));
	assert_int_not_equal(name_form_class("ag"), name_form_class("gmbh"));
	assert_int_equal(name_form_class("popescu"), 0);
}

static void
test_one_slip_is_let_pass_in_long_forms_alone(void **state)
{
	(void)state;
	assert_int_not_equal(name_form_class("aktiengeselschaft"), 0);
	assert_int_not_equal(name_form_class("joint stock compan"), 0);
	assert_int_not_equal(name_form_class("joint stock companyy"), 0);
	assert_int_equal(name_form_class("joint stok companyy"), 0);
	assert_int_equal(name_form_class("gmbx"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_are_written_as_they_are_looked_up),
		cmocka_unit_test(test_every_row_is_found),
		cmocka_unit_test(test_words_are_known_for_their_kind_alone),
		cmocka_unit_test(test_forms_of_one_sort_have_one_class),
		cmocka_unit_test(test_one_slip_is_let_pass_in_long_forms_alone),
	};

	return RUN_TESTS("base/name_tables", tests);
}
