/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_linediff.c - two texts, line by line. */
#include "tests/support/test.h"

#include "base/linediff.h"
#include "base/strbuf.h"
#include "base/banned.h"

static void
check(const char *old, const char *new, const char *want)
{
	struct strbuf out = STRBUF_INIT;
	struct linediff d;

	linediff_make(&d, old, new);
	for (size_t i = 0; i < d.n; i++) {
		strbuf_putc(&out, d.lines[i].sign);
		strbuf_add(&out, d.lines[i].text, d.lines[i].len);
		strbuf_putc(&out, '\n');
	}
	assert_string_equal(out.text ? out.text : "", want);
	free(d.lines);
	strbuf_clear(&out);
}

static void
test_what_stays_stands_between_what_goes_and_comes(void **state)
{
	(void)state;
	check("a\nb\nc", "a\nx\nc", " a\n-b\n+x\n c\n");
	check("a\nb\nc\nd", "b\nc\nd\ne", "-a\n b\n c\n d\n+e\n");
	check("one\ntwo\nthree\n", "one\nthree\n", " one\n-two\n three\n");
}

static void
test_one_text_may_be_empty(void **state)
{
	(void)state;
	check("", "", "");
	check("", "a\n\nb", "+a\n+\n+b\n");
	check("a", "", "-a\n");
	check("same\n", "same", " same\n");
}

/* Too many lines for the table: beginning and end are still told. */
static void
test_long_middles_go_and_come_whole(void **state)
{
	struct strbuf old = STRBUF_INIT, new = STRBUF_INIT;
	struct linediff d;
	size_t gone = 0;

	(void)state;
	strbuf_puts(&old, "head\n");
	strbuf_puts(&new, "head\n");
	for (int i = 0; i < 5000; i++) {
		strbuf_printf(&old, "old %d\n", i);
		strbuf_printf(&new, "new %d\n", i);
	}
	strbuf_puts(&old, "tail");
	strbuf_puts(&new, "tail");
	linediff_make(&d, old.text, new.text);
	assert_int_equal(d.n, 10002);
	assert_int_equal(d.lines[0].sign, ' ');
	assert_int_equal(d.lines[d.n - 1].sign, ' ');
	for (size_t i = 0; i < d.n; i++)
		gone += d.lines[i].sign == '-';
	assert_int_equal(gone, 5000);
	free(d.lines);
	strbuf_clear(&old);
	strbuf_clear(&new);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_stays_stands_between_what_goes_and_comes),
		cmocka_unit_test(test_one_text_may_be_empty),
		cmocka_unit_test(test_long_middles_go_and_come_whole),
	};

	return RUN_TESTS("base/linediff", tests);
}
