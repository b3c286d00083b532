/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_tabular.c - aligned columns. */
#include "tests/support/test.h"

#include "ui/say.h"
#include "ui/tabular.h"
#include "base/banned.h"

static struct tabular *
begin(int width)
{
	struct tabular *t = tabular_new(width);

	say_init(true);
	tabular_column(t, "REF", false);
	tabular_column(t, "NAME", false);
	tabular_column(t, "SUM", true);
	return t;
}

static void
row(struct tabular *t, const char *ref, const char *name, const char *sum)
{
	tabular_cell(t, ref);
	tabular_cell(t, name);
	tabular_cell(t, sum);
}

static void
finish(struct tabular *t, const char *want)
{
	struct strbuf out = STRBUF_INIT;

	tabular_put(t, &out);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
	tabular_free(t);
}

static void
test_put_aligns_by_columns_of_the_terminal_not_bytes(void **state)
{
	struct tabular *t = begin(0);

	(void)state;
	row(t, "RO-A1", "\xce\x93\xce\xb9\xce\xac\xce\xbd", "5.00 EUR");
	row(t, "RO-A12", "\xe5\xb1\xb1\xe7\x94\xb0\xe7\x94\xb0", "1234.00 EUR");
	row(t, "BG-A1", "Ana", "");
	finish(t,
		"REF     NAME            SUM\n"
		"RO-A1   \xce\x93\xce\xb9\xce\xac\xce\xbd       5.00 EUR\n"
		"RO-A12  \xe5\xb1\xb1\xe7\x94\xb0\xe7\x94\xb0  1234.00 EUR\n"
		"BG-A1   Ana\n");
}

static void
test_put_shows_headings_once_and_alone_when_there_is_nothing(void **state)
{
	struct tabular *t = begin(0);
	struct strbuf out = STRBUF_INIT;

	(void)state;
	tabular_put(t, &out);
	row(t, "RO-A1", "Ana", "1");
	tabular_put(t, &out);
	assert_string_equal(out.text, "REF  NAME  SUM\nRO-A1  Ana     1\n");
	strbuf_clear(&out);
	tabular_free(t);
}

static void
test_put_never_cuts_where_there_is_no_terminal(void **state)
{
	char name[200], want[400];
	struct tabular *t = begin(0);

	(void)state;
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	row(t, "RO-A1", name, "1");
	snprintf(want, sizeof(want), "REF    NAME%*sSUM\nRO-A1  %s    1\n",
		TABULAR_ALIGN - 4 + TABULAR_GAP, "", name);
	finish(t, want);
}

static void
test_put_cuts_the_widest_to_fit_the_terminal(void **state)
{
	struct tabular *t = begin(20);

	(void)state;
	row(t, "RO-A1", "a name that is too long", "10");
	row(t, "RO-A2", "short", "7");
	finish(t,
		"REF    NAME      SUM\n"
		"RO-A1  a name\xe2\x80\xa6    10\n"
		"RO-A2  short       7\n");
}

static void
test_a_cell_is_harmless_whatever_it_holds(void **state)
{
	struct tabular *t = begin(0);

	(void)state;
	row(t, "RO-A1", "\x1b]0;owned\a", NULL);
	finish(t,
		"REF    NAME              SUM\n"
		"RO-A1  \\x1b]0;owned\\x07\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put_aligns_by_columns_of_the_terminal_not_bytes),
		cmocka_unit_test(test_put_shows_headings_once_and_alone_when_there_is_nothing),
		cmocka_unit_test(test_put_never_cuts_where_there_is_no_terminal),
		cmocka_unit_test(test_put_cuts_the_widest_to_fit_the_terminal),
		cmocka_unit_test(test_a_cell_is_harmless_whatever_it_holds),
	};

	return RUN_TESTS("ui/tabular", tests);
}
