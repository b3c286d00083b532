/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_fuzzy.c - a few letters find what they begin, hold or spell. */
#include "tests/support/test.h"

#include "ui/fuzzy.h"

/* The score, or -1. */
static int
score(const char *typed, const char *text, size_t loose)
{
	struct fuzzy_text a = { 0 }, b = { 0 };
	struct fuzzy_hit hit;
	bool fit;

	fuzzy_take(&a, typed, 0);
	fuzzy_take(&b, text, loose);
	fit = fuzzy_match(&a, &b, &hit);
	fuzzy_clear(&a);
	fuzzy_clear(&b);
	return fit ? hit.score : -1;
}

/* The text with what was hit in capitals. */
static void
assert_hit(const char *typed, const char *text, size_t loose, const char *want)
{
	struct fuzzy_text a = { 0 }, b = { 0 };
	struct fuzzy_hit hit;
	char got[100];

	fuzzy_take(&a, typed, 0);
	fuzzy_take(&b, text, loose);
	assert_true(fuzzy_match(&a, &b, &hit));
	snprintf(got, sizeof(got), "%s", text);
	for (size_t i = 0; i < b.n; i++)
		if (hit.marks[i] && got[b.bytes[i]] >= 'a')
			got[b.bytes[i]] = (char)(got[b.bytes[i]] - 32);
	assert_string_equal(got, want);
	fuzzy_clear(&a);
	fuzzy_clear(&b);
}

static void
test_ladder_goes_from_the_whole_name_to_single_letters(void **state)
{
	int whole = score("sort", "sort  Sort by a field.", 4);
	int prefix = score("so", "sort  Sort by a field.", 4);
	int word = score("field", "sort  Sort by a field.", 4);
	int inside = score("iel", "sort  Sort by a field.", 4);
	int letters = score("st", "sort  Say.", 4);

	(void)state;
	assert_true(whole > prefix);
	assert_true(prefix > word);
	assert_true(word > inside);
	assert_true(inside > letters);
	assert_true(letters > 0);
	assert_int_equal(score("", "sort", 4), 0);
	assert_int_equal(score("x", "sort", 4), -1);
}

static void
test_single_letters_are_of_the_name_alone_and_begin_a_word(void **state)
{
	(void)state;
	assert_true(score("qa", "quit-all  Quit from anywhere.", 8) > 0);
	assert_int_equal(score("qf", "quit-all  Quit from anywhere.", 8), -1);
	assert_int_equal(score("ia", "quit-all", 8), -1);
	assert_true(score("qa", "quit-all", 8) > score("ql", "quit-all", 8));
}

static void
test_every_word_must_fit(void **state)
{
	(void)state;
	assert_true(score("set dark", "set theme dark", 14) > 0);
	assert_true(score("dark  set ", "set theme dark", 14) > 0);
	assert_int_equal(score("set bright", "set theme dark", 14), -1);
}

static void
test_marks_case_and_script_fold(void **state)
{
	(void)state;
	assert_true(score("lodz", "Łódź", 7) > 0);
	assert_true(score("ΣΕΙΡΑ", "σειρά", 10) > 0);
	assert_true(score("straße", "STRASSE", 7) > 0);
	assert_int_equal(score("lodz", "Лодз", 8), -1);
}

static void
test_what_was_hit_is_known_letter_by_letter(void **state)
{
	(void)state;
	assert_hit("so", "sort  sorting", 4, "SOrt  sorting");
	assert_hit("qa", "quit-all", 8, "Quit-All");
	assert_hit("da th", "set theme dark", 14, "set THeme DArk");
	assert_hit("ie", "sort  by field", 4, "sort  by fIEld");
}

static void
test_long_and_broken_texts_are_no_trouble(void **state)
{
	char text[2000];

	(void)state;
	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_true(score("aaa", text, sizeof(text)) > 0);
	assert_true(score(text, text, sizeof(text)) > 0);
	assert_int_equal(score("b", text, sizeof(text)), -1);
	assert_int_equal(score("a\xFF", "a\xFE", 2), score("a\xFF", "a\xFF", 2));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_ladder_goes_from_the_whole_name_to_single_letters),
	cmocka_unit_test(test_single_letters_are_of_the_name_alone_and_begin_a_word),
	cmocka_unit_test(test_every_word_must_fit),
	cmocka_unit_test(test_marks_case_and_script_fold),
	cmocka_unit_test(test_what_was_hit_is_known_letter_by_letter),
	cmocka_unit_test(test_long_and_broken_texts_are_no_trouble),
};

int
main(void)
{
	return RUN_TESTS("ui/fuzzy", tests);
}
