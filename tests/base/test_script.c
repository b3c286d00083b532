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
		cmocka_unit_test(test_no_letter_is_no_alphabet),
	};

	return RUN_TESTS("base/script", tests);
}
