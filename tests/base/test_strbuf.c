/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/strbuf.h"

#include "tests/support/test.h"

static void
test_grows_and_stays_ended(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 1000; i++)
		strbuf_printf(&sb, "%03d ", i);
	assert_int_equal(sb.len, 4000);
	assert_int_equal(strlen(sb.text), 4000);
	strbuf_cut(&sb, 3);
	assert_string_equal(sb.text, "000");
	strbuf_clear(&sb);
	assert_string_equal(sb.text, "");
}

static void
test_detach_of_an_empty_one_is_an_owned_empty_string(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	char *text = strbuf_detach(&sb);

	(void)state;
	assert_string_equal(text, "");
	free(text);
}

static void
test_keeps_nul_bytes(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_add(&sb, "a\0b", 3);
	strbuf_putc(&sb, 'c');
	assert_int_equal(sb.len, 4);
	assert_memory_equal(sb.text, "a\0bc", 5);
	strbuf_clear(&sb);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grows_and_stays_ended),
		cmocka_unit_test(test_detach_of_an_empty_one_is_an_owned_empty_string),
		cmocka_unit_test(test_keeps_nul_bytes),
	};

	return RUN_TESTS("base/strbuf", tests);
}
