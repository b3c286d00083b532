/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_para.c - text in lines of a width. */
#include "tests/support/test.h"

#include "ui/para.h"
#include "base/banned.h"

static void
check(const char *text, int indent, int width, const char *want)
{
	struct strbuf out = STRBUF_INIT;

	para_put(&out, text, indent, width);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
test_put_breaks_at_blanks(void **state)
{
	(void)state;
	check("one two three", 0, 7, "one two\nthree\n");
	check("one two three", 2, 9, "one two\n  three\n");
	check("", 4, 9, "\n");
}

static void
test_put_keeps_lines_and_words_whole(void **state)
{
	(void)state;
	check("a\n\nb", 1, 9, "a\n\n b\n");
	check("a\n", 1, 9, "a\n");
	check("EE273300333505610002 x", 0, 5, "EE273300333505610002\nx\n");
	check("  indented", 0, 40, "  indented\n");
}

static void
test_put_counts_columns_not_bytes(void **state)
{
	(void)state;
	check("\xce\xb1\xce\xb2 \xce\xb3\xce\xb4", 0, 5,
		"\xce\xb1\xce\xb2 \xce\xb3\xce\xb4\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put_breaks_at_blanks),
		cmocka_unit_test(test_put_keeps_lines_and_words_whole),
		cmocka_unit_test(test_put_counts_columns_not_bytes),
	};

	return RUN_TESTS("ui/para", tests);
}
