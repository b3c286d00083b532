/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_wrap.c - text is broken where a reader would break it. */
#include "tests/support/test.h"

#include "base/strbuf.h"
#include "base/wrap.h"

static void
assert_wrapped(const char *text, int width, const char *want)
{
	struct strbuf out = STRBUF_INIT;
	size_t len = strlen(text), next;

	for (size_t at = 0; at < len; at += next) {
		size_t n = wrap_line(text + at, len - at, width, &next);

		assert_true(next > 0 && n <= next);
		strbuf_add(&out, text + at, n);
		strbuf_putc(&out, '|');
	}
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
test_lines_break_at_blanks(void **state)
{
	(void)state;
	assert_wrapped("the quick brown fox", 10, "the quick|brown fox|");
	assert_wrapped("the quick brown fox", 9, "the quick|brown fox|");
	assert_wrapped("the quick brown fox", 100, "the quick brown fox|");
	assert_wrapped("a   b", 3, "a|b|");
}

static void
test_line_feeds_stay(void **state)
{
	(void)state;
	assert_wrapped("one\n\ntwo\n", 10, "one||two|");
}

static void
test_long_words_break_between_characters(void **state)
{
	(void)state;
	assert_wrapped("abcdefgh ij", 3, "abc|def|gh|ij|");
	assert_wrapped("東京商事", 5, "東京|商事|");
	assert_wrapped("東京", 1, "東|京|");
	assert_wrapped("e\xCC\x81" "e\xCC\x81", 1, "e\xCC\x81|e\xCC\x81|");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_lines_break_at_blanks),
	cmocka_unit_test(test_line_feeds_stay),
	cmocka_unit_test(test_long_words_break_between_characters),
};

int
main(void)
{
	return RUN_TESTS("ui/wrap", tests);
}
