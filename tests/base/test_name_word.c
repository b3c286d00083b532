/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/name.h"

#include "tests/support/test.h"

static enum name_alike
alike(enum name_kind kind, const char *a, const char *b)
{
	static struct name x, y;
	enum name_alike there, back;

	name_read(&x, kind, a, strlen(a));
	name_read(&y, kind, b, strlen(b));
	assert_int_equal(x.n, 1);
	assert_int_equal(y.n, 1);
	int score = name_word_alike(kind, &x.words[0], &y.words[0], &there);

	assert_in_range(score, 0, 100);
	assert_int_equal(score,
		name_word_alike(kind, &y.words[0], &x.words[0], &back));
	assert_int_equal(there, back);
	assert_int_equal(score == 0, there == ALIKE_NOT);
	return there;
}

static void
test_words_are_alike_by_what_they_share(void **state)
{
	static const struct {
		const char *a, *b;
		enum name_alike how;
	} cases[] = {
		{ "Ivanov", "Иванов", ALIKE_SAME },
		{ "Shcherba", "Щерба", ALIKE_SAME },
		{ "Shterba", "Щерба", ALIKE_SAME },
		{ "Mueller", "Müller", ALIKE_SPELT },
		{ "Sasha", "Alexander", ALIKE_MEANT },
		{ "P", "Petrov", ALIKE_INITIAL },
		{ "P", "Dimov", ALIKE_NOT },
		{ "P", "B", ALIKE_NOT },
		{ "Sorokin", "Sorokni", ALIKE_SLIP },
		{ "Sorokin", "Sorokn", ALIKE_SLIP },
		{ "Sorokin", "Saraken", ALIKE_NOT },
		{ "Rusu", "Rosu", ALIKE_SLIP },
		{ "Pop", "Pup", ALIKE_SLIP },
		{ "Li", "Lu", ALIKE_NOT },
		{ "Ivanovich", "Ivanovic", ALIKE_SPELT },
		{ "Ivanovich", "Stevanovich", ALIKE_NOT },
		{ "Jonsdottir", "Tomasdottir", ALIKE_NOT },
		{ "Popescu", "Ionescu", ALIKE_NOT },
		{ "Petrov", "Pavlov", ALIKE_NOT },
		{ "Petrov", "Petrow", ALIKE_SPELT },
		{ "Omar", "44", ALIKE_NOT },
		{ "044", "44", ALIKE_SAME },
		{ "44", "45", ALIKE_NOT },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (alike(NAME_PERSON, cases[i].a, cases[i].b) != cases[i].how)
			fail_msg("%s, %s", cases[i].a, cases[i].b);
}

static void
test_words_of_firms_have_rules_of_their_own(void **state)
{
	(void)state;
	assert_int_equal(alike(NAME_ORGANISATION, "IV", "four"), ALIKE_SAME);
	assert_int_equal(alike(NAME_ORGANISATION, "IV", "V"), ALIKE_NOT);
	assert_int_equal(alike(NAME_ORGANISATION, "bank", "banque"), ALIKE_MEANT);
	assert_int_equal(alike(NAME_ORGANISATION, "D.N.S.", "DNS"), ALIKE_SAME);
	assert_int_equal(alike(NAME_ORGANISATION, "D.N.S.X", "DNS"), ALIKE_NOT);
}

static void
test_letters_are_alike_by_their_cost(void **state)
{
	(void)state;
	assert_int_equal(name_text_alike("", ""), 0);
	assert_int_equal(name_text_alike("abcdefghij", "abcdefghij"), 100);
	assert_int_equal(name_text_alike("abcdefghij", "abcdefghik"), 90);
	assert_int_equal(name_text_alike("abcdefghij", "abcdefghji"), 90);
	assert_int_equal(name_text_alike("abcdefghij", "ebcdefghij"), 93);
	assert_int_equal(name_text_alike("abcdefghij", "abcdefgh"), 80);
	assert_int_equal(name_text_alike("abcdefghij", "abcdefg"), 0);
	assert_int_equal(name_text_alike("щука", "щуки"), 75);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_are_alike_by_what_they_share),
		cmocka_unit_test(test_words_of_firms_have_rules_of_their_own),
		cmocka_unit_test(test_letters_are_alike_by_their_cost),
	};

	return RUN_TESTS("base/name_word", tests);
}
