/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_sums.c - lists of digests as the tools of many systems write them. */
#include "tests/support/test.h"

#include "src/sums.h"

#define HEAD "algorithm,value,of_what\r\n"
#define NONE "\"\","	/* no algorithm: a row does not begin with nothing */
#define MD5 "d41d8cd98f00b204e9800998ecf8427e"

/* Fed whole, then byte by byte: the same comes out. */
static void
becomes(const char *list, const char *want)
{
	struct strbuf csv = STRBUF_INIT;
	struct sums s = SUMS_INIT;
	size_t len = strlen(list);

	sums_feed(&s, list, len, true, &csv);
	assert_string_equal(csv.text, want);
	strbuf_reset(&csv);
	sums_clear(&s);
	for (size_t i = 0; i < len; i++)
		sums_feed(&s, list + i, 1, i + 1 == len, &csv);
	if (len)
		assert_string_equal(csv.text, want);
	sums_clear(&s);
	strbuf_clear(&csv);
}

static void
test_each_form_of_a_line_is_read(void **state)
{
	(void)state;
	becomes("", HEAD);
	becomes(MD5 "  a file\n", HEAD NONE MD5 ",a file\r\n");
	becomes(MD5 " *image.dd", HEAD NONE MD5 ",image.dd\r\n");
	becomes(MD5 " image.dd\r\n", HEAD NONE MD5 ",image.dd\r\n");
	becomes(MD5 "   two blanks\n", HEAD NONE MD5 ",\" two blanks\"\r\n");
	becomes("MD5 (a (1).txt) = " MD5 "\n", HEAD "md5," MD5 ",a (1).txt\r\n");
	becomes("SHA2-256(x)= ab\n", HEAD "sha256,ab,x\r\n");
	becomes("TIGER (x) = ab\n", HEAD "TIGER,ab,x\r\n");
}

static void
test_names_are_unescaped_and_written_safely(void **state)
{
	(void)state;
	becomes("\\" MD5 "  a\\nb\\\\c\n", HEAD NONE MD5 ",a\\nb\\\\c\r\n");
	becomes("\\MD5 (a\\nb) = " MD5 "\n", HEAD "md5," MD5 ",a\\nb\r\n");
	becomes(MD5 "  a\\nb\n", HEAD NONE MD5 ",a\\\\nb\r\n");
	becomes(MD5 "  \xE9.txt\n", HEAD NONE MD5 ",\\xE9.txt\r\n");
	becomes(MD5 "  a\"b,c\n", HEAD NONE MD5 ",\"a\"\"b,c\"\r\n");
}

static void
test_what_is_no_sum_stays_a_row_of_its_own(void **state)
{
	(void)state;
	becomes("hello\n\n" MD5 "  x\n", HEAD NONE "hello,\r\n\r\n" NONE MD5 ",x\r\n");
	becomes(MD5 "\n", HEAD NONE MD5 ",\r\n");
	becomes("\\\n", HEAD NONE ",\r\n");
	becomes("MD5 (x) = \n", HEAD NONE "\"MD5 (x) = \",\r\n");
	becomes("(x) = ab\n", HEAD NONE "(x) = ab,\r\n");
	becomes("= ab\n", HEAD NONE "= ab,\r\n");
	becomes("MD5 )( = ab\n", HEAD NONE "MD5 )( = ab,\r\n");
}

static void
test_table_is_known_by_its_header(void **state)
{
	static const struct {
		const char *text;
		bool is;
	} all[] = {
		{ "algorithm,value,of_what\n", true },
		{ "\xEF\xBB\xBF" "Value;File\r\n", true },
		{ "\"value\"\n", true },
		{ "hash,name\n" MD5 ",value,", false },
		{ MD5 "  value\n", false },
		{ MD5 "  a,value\n", false },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(all); i++)
		assert_int_equal(sums_is_table(all[i].text,
			strlen(all[i].text)), all[i].is);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_form_of_a_line_is_read),
		cmocka_unit_test(test_names_are_unescaped_and_written_safely),
		cmocka_unit_test(test_what_is_no_sum_stays_a_row_of_its_own),
		cmocka_unit_test(test_table_is_known_by_its_header),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
