/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include <string.h>

#include "base/script.h"

static void
test_alphabet_of_a_name_is_that_of_its_letters(void **state)
{
	static const struct { const char *text, *script; } cases[] = {
		{ "Ion Popescu", "latin" },
		{ "Țăran-Łuczak Ðorđević", "latin" },
		{ "I\xCC\x87lker", "latin" },		/* a mark on its own */
		{ "Ẹlẹ́yẹ", "latin" },
		{ "Иван Димитров", "cyrillic" },
		{ "Ђорђе Јовановић", "cyrillic" },
		{ "Γιώργος Παπαδόπουλος", "greek" },
		{ "Ἀθηνᾶ", "greek" },
		{ "محمد", "other" },
		{ "李", "other" },
		{ "Иван Ivan", "other" },
		{ "Pоpescu", "other" },		/* a Cyrillic o among Latin letters */
		{ "Alpha 3 Ltd. (2)", "latin" },
		{ "Ивано\xFF", "cyrillic" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_string_equal(script_of(cases[i].text,
			strlen(cases[i].text)), cases[i].script);
}

static void
test_some_scripts_have_no_blanks(void **state)
{
	(void)state;
	assert_true(script_has_no_blanks(0x6771));	/* east */
	assert_true(script_has_no_blanks(0x30C8));	/* Katakana to */
	assert_true(script_has_no_blanks(0x20BB7));
	assert_false(script_has_no_blanks('a'));
	assert_false(script_has_no_blanks(0x0416));
	assert_false(script_has_no_blanks(0xAC00));	/* Korean has blanks */
	assert_false(script_has_no_blanks(0x3002));	/* full stop */
}

static void
test_no_letter_is_no_alphabet(void **state)
{
	static const char *const none[] = { "", "42 / 7", "—", "1ª", "\xFF\xFE" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(none); i++)
		assert_null(script_of(none[i], strlen(none[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alphabet_of_a_name_is_that_of_its_letters),
		cmocka_unit_test(test_some_scripts_have_no_blanks),
		cmocka_unit_test(test_no_letter_is_no_alphabet),
	};

	return RUN_TESTS("base/script", tests);
}
