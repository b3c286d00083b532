/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/domain.h"

static void
test_a_domain_has_two_labels_that_are_words(void **state)
{
	static const char *const good[] = {
		"example.org", "a.b.c", "1.2.example", "xn--bcher-kva.example",
		("b\xC3\xBC" "cher.example"),
	};
	static const char *const bad[] = {
		"", ".", "example", "example.", ".org", "a..b", "-a.org",
		"a-.org", "a b.org", "a_b.org", "1.2.3", "a.org/x",
		("\xE2\x80\xAE" "a.org"),
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		assert_true(domain_is(good[i]));
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_false(domain_is(bad[i]));
}

static void
test_it_is_lowered_and_composed(void **state)
{
	char *lower = domain_lower("Bu\xCC\x88" "CHER.Example");

	(void)state;
	assert_string_equal(lower, "b\xC3\xBC" "cher.example");
	free(lower);
	assert_null(domain_lower("a\xC3.org"));
}

static void
test_name_servers_know_it_in_ascii(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	assert_true(domain_ascii("www.b\xC3\xBC" "cher.example", &out));
	assert_string_equal(out.text, "www.xn--bcher-kva.example");
	assert_false(domain_ascii("a\xC3.org", &out));
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_domain_has_two_labels_that_are_words),
		cmocka_unit_test(test_it_is_lowered_and_composed),
		cmocka_unit_test(test_name_servers_know_it_in_ascii),
	};

	return RUN_TESTS("base/domain", tests);
}
