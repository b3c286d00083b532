/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/email.h"

#define TEN "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void
test_only_the_domain_is_lowered(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "Ana.Pop@Example.ORG", "Ana.Pop@example.org" },
		{ "a+tag@sub.example.co.uk", "a+tag@sub.example.co.uk" },
		{ "!#$%&'*+-/=?^_`{|}~@example.org",
		  "!#$%&'*+-/=?^_`{|}~@example.org" },
		{ "\"ana pop\"@example.org", "\"ana pop\"@example.org" },
		{ "\"a@b\\\"c\"@example.org", "\"a@b\\\"c\"@example.org" },
		{ "x@xn--bcher-kva.example", "x@xn--bcher-kva.example" },
		{ "info@B\xC3\x9C" "CHER.example", "info@b\xC3\xBC" "cher.example" },
		/* u and a combining diaeresis are the same letter */
		{ "info@bu\xCC\x88" "cher.example", "info@b\xC3\xBC" "cher.example" },
		{ "\xD0\xB0\xD0\xBD\xD0\xB0@\xD0\x9F\xD0\xA0.\xD0\xB1\xD0\xB3",
		  "\xD0\xB0\xD0\xBD\xD0\xB0@\xD0\xBF\xD1\x80.\xD0\xB1\xD0\xB3" },
		{ SIXTY "1234@example.org", SIXTY "1234@example.org" },
		{ "a@1.2.example", "a@1.2.example" },
	};
	char out[EMAIL_MAX + 1];
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		assert_ok(email_normalise(cases[i].text, out, &err), err);
		assert_string_equal(out, cases[i].want);
	}
}

static void
test_what_no_server_would_take_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "@", "ana", "ana@", "@example.org", "ana@example",
		"ana@localhost", ".ana@example.org", "ana.@example.org",
		"ana..pop@example.org", "ana pop@example.org",
		"\"ana\"pop\"@example.org", "\"\"@example.org",
		"\"ana\\\"@example.org", "\"a\x01" "b\"@example.org",
		"ana@-example.org", "ana@example-.org", "ana@example..org",
		"ana@.example.org", "ana@example.org.", "ana@exa mple.org",
		"ana@exam_ple.org", "ana@[192.0.2.1]", "ana@192.0.2.1",
		"ana@" SIXTY "1234.org", SIXTY "12345@example.org",
		"ana@example.org\n", "ana,pop@example.org", "<ana@example.org>",
		"a\xFF@example.org", "ana@ex\xFF.org", "a\xE2\x80\xAE@example.org",
		"ana@ex\xE2\x80\x8B" "ample.org", "ana@\xF0\x9F\x98\x80.org",
		"ana@" SIXTY "." SIXTY "." SIXTY "." SIXTY "." TEN ".org",
	};
	char out[EMAIL_MAX + 1];
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (email_normalise(bad[i], out, &err))
			fail_msg("%s is taken", bad[i]);
	assert_int_equal(err.code, ERR_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_the_domain_is_lowered),
		cmocka_unit_test(test_what_no_server_would_take_is_refused),
	};

	return RUN_TESTS("base/email", tests);
}
