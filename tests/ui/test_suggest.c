/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_suggest.c - the word that was meant. */
#include "tests/support/test.h"

#include <limits.h>

#include "ui/suggest.h"
#include "base/banned.h"

static void
test_distance_counts_slips_of_the_finger(void **state)
{
	(void)state;
	assert_int_equal(suggest_distance("lead", "lead"), 0);
	assert_int_equal(suggest_distance("LEAD", "lead"), 0);
	assert_int_equal(suggest_distance("laed", "lead"), 1);
	assert_int_equal(suggest_distance("led", "lead"), 1);
	assert_int_equal(suggest_distance("leaad", "lead"), 1);
	assert_int_equal(suggest_distance("", "lead"), 4);
	assert_int_equal(suggest_distance("kitten", "sitting"), 3);
}

static void
test_distance_takes_long_words_for_far(void **state)
{
	char word[SUGGEST_MOST + 2];

	(void)state;
	memset(word, 'a', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	assert_int_equal(suggest_distance(word, word), INT_MAX);
	word[SUGGEST_MOST] = '\0';
	assert_int_equal(suggest_distance(word, word), 0);
}

static const char *
best(const char *typed)
{
	static const char *const words[] = {
		"organisation", "lead", "asset", "note", "member", "payment"
	};
	struct suggest s = SUGGEST_INIT(typed);

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		suggest_offer(&s, words[i]);
	return s.best;
}

static void
test_offer_keeps_the_nearest_and_nothing_far(void **state)
{
	(void)state;
	assert_string_equal(best("organization"), "organisation");
	assert_string_equal(best("organi"), "organisation");
	assert_string_equal(best("leads"), "lead");
	assert_string_equal(best("aset"), "asset");
	assert_null(best("person"));
	assert_null(best("x"));
	assert_null(best(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_distance_counts_slips_of_the_finger),
		cmocka_unit_test(test_distance_takes_long_words_for_far),
		cmocka_unit_test(test_offer_keeps_the_nearest_and_nothing_far),
	};

	return RUN_TESTS("ui/suggest", tests);
}
