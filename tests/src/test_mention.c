/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/strbuf.h"
#include "src/mention.h"

/* "RO/2 BG " for those in the text. */
static void
check(const char *text, const char *want)
{
	struct strbuf got = STRBUF_INIT;
	struct mention m;
	size_t from = 0;

	while (mention_next(text, &from, &m)) {
		assert_true(m.is_member == (strchr(m.ref, '/') != NULL));
		assert_int_equal(text[m.at], '@');
		assert_true(m.at + m.len == from);
		strbuf_printf(&got, "%s ", m.ref);
	}
	assert_string_equal(got.len ? got.text : "", want);
	strbuf_clear(&got);
}

static void
test_members_and_parties_are_called(void **state)
{
	(void)state;
	check("@RO/2", "RO/2 ");
	check("Ask @BG/1, please; and @EUROPOL.", "BG/1 EUROPOL ");
	check("(@BG) \"@FR/12\" @RO2/3: see", "BG FR/12 RO2/3 ");
	check("@bg/1 and @Bg/2", "BG/1 BG/2 ");
	check("«@BG» –@GR …@RO 。@FR", "BG GR RO FR ");
	check("@BG/1's own\n@BG/2\n", "BG/1 BG/2 ");
	check("@BG/999999", "BG/999999 ");
}

static void
test_addresses_and_words_call_nobody(void **state)
{
	static const char *const texts[] = { "", "@", "x@BG", "a.b@BG.example",
		"mail@RO/2", "@BG.example", "@BG@GR", "@bg", "@Bg", "@B", "@2B",
		"@ABCDEFGHI", "@BG/", "@BG/0", "@BG/1x", "@BG/1234567", "@BG_1",
		"@BG/x", "@BGя", "я@BG", "-@BG", "@BG-1", "@ BG", "BG/1",
		"@BG/1@x" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		check(texts[i], "");
	check("@BG- and", "BG ");
}

static void
test_question_mark_ends_a_word(void **state)
{
	(void)state;
	assert_true(mention_asks("Who drives?"));
	assert_true(mention_asks("Who drives? And when."));
	assert_true(mention_asks("(Sure?)"));
	assert_true(mention_asks("Πού\xCD\xBE"));
	assert_true(mention_asks("أين؟"));
	assert_true(mention_asks("誰？"));
	assert_false(mention_asks(""));
	assert_false(mention_asks("Nothing."));
	assert_false(mention_asks("https://a.example/x?id=3"));
	assert_false(mention_asks("https://a.example/x?=3"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_members_and_parties_are_called),
		cmocka_unit_test(test_addresses_and_words_call_nobody),
		cmocka_unit_test(test_question_mark_ends_a_word),
	};

	return RUN_TESTS("src/mention", tests);
}
