/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_filename.c - names of files, of any bytes, as one line of text. */
#include "tests/support/test.h"

#include "base/filename.h"

static void
test_name_is_told_byte_by_byte(void **state)
{
	static const struct {
		const char *name, *text;
	} all[] = {
		{ "image.dd", "image.dd" },
		{ "εικόνα 1.dd", "εικόνα 1.dd" },
		{ "a\nb\rc\td", "a\\nb\\rc\\td" },
		{ "C:\\new", "C:\\\\new" },
		{ "bell\a\x7F", "bell\\x07\\x7F" },
		{ "latin \xE9t\xE9", "latin \\xE9t\\xE9" },
		{ "c1 \xC2\x9B", "c1 \\xC2\\x9B" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		struct strbuf out = STRBUF_INIT;

		filename_text(&out, all[i].name, strlen(all[i].name));
		assert_string_equal(out.text, all[i].text);
		strbuf_clear(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_name_is_told_byte_by_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
