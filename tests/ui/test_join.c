/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_join.c - two versions of a text become one, and nothing is lost. */
#include "tests/support/test.h"

#include "ui/join.h"

static void
is_joined(const char *base, const char *mine, const char *theirs,
	const char *want, size_t both)
{
	struct strbuf out = STRBUF_INIT;

	assert_int_equal(join_texts(base, mine, theirs, &out), both);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
test_changes_of_different_places_are_joined(void **state)
{
	(void)state;
	is_joined("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC", 0);
	is_joined("a\nb", "a\nb\nmine", "theirs\na\nb",
		"theirs\na\nb\nmine", 0);
	is_joined("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd", 0);
	is_joined("a", "b", "b", "b", 0);
	is_joined("", "", "x", "x", 0);
}

static void
test_of_one_place_both_stand(void **state)
{
	(void)state;
	is_joined("a\nb\nc", "a\nM\nc", "a\nT\nc", "a\nM\nT\nc", 1);
	is_joined("", "mine", "theirs", "mine\ntheirs", 1);
	/* What one deleted and the other changed is not lost. */
	is_joined("a\nb\nc", "a\nc", "a\nT\nc", "a\nT\nc", 1);
}

/* Who changed nothing is overruled by the other. */
static void
test_join_with_the_base_gives_the_other(void **state)
{
	static const char *const texts[] = { "", "a", "a\nb\nc", "c\nb\na",
		"a\nx\nc\ny", "b\nb\nb", "a\n\nb" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		for (size_t j = 0; j < ARRAY_SIZE(texts); j++) {
			is_joined(texts[i], texts[i], texts[j], texts[j], 0);
			is_joined(texts[i], texts[j], texts[i], texts[j], 0);
		}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_changes_of_different_places_are_joined),
	cmocka_unit_test(test_of_one_place_both_stand),
	cmocka_unit_test(test_join_with_the_base_gives_the_other),
};

int
main(void)
{
	return RUN_TESTS("ui/join", tests);
}
