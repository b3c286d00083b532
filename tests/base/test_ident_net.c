/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "tests/support/ident.h"

static void
test_email_addresses_go_through_their_own_rules(void **state)
{
	(void)state;
	assert_normal(IDENT_EMAIL, " Ana@Example.ORG ", "Ana@example.org");
	assert_kept(IDENT_EMAIL, "Ana@Example", "not a domain");
	assert_kept(IDENT_EMAIL, "Ana", "at most 64");
}

/* RFC 5952, sections 1, 2.1, 4 and 5. */
static void
test_ip_addresses_have_the_text_of_rfc_5952(void **state)
{
	static const struct {
		const char *typed, *normal;
	} cases[] = {
		{ "192.0.2.7", "192.0.2.7" },
		{ "255.255.255.255", "255.255.255.255" },
		{ "2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1" },
		{ "2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1" },
		{ "2001:db8::0:1:0:0:1", "2001:db8::1:0:0:1" },
		{ "2001:DB8:0:0:1::1", "2001:db8::1:0:0:1" },
		{ "2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001",
		  "2001:db8:aaaa:bbbb:cccc:dddd:eeee:1" },
		{ "2001:db8:0:0:0:0:2:1", "2001:db8::2:1" },
		{ "2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1" },
		{ "2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1" },
		{ "2001:0:0:1:0:0:0:1", "2001:0:0:1::1" },
		{ "2001:db8:0:0:1:0:0:0", "2001:db8:0:0:1::" },
		{ "0:0:0:0:0:0:0:0", "::" },
		{ "0:0:0:0:0:0:0:1", "::1" },
		{ "1:0:0:0:0:0:0:0", "1::" },
		{ "0:0:0:0:0:FFFF:192.0.2.1", "::ffff:192.0.2.1" },
		{ "::ffff:c000:0201", "::ffff:192.0.2.1" },
		{ "[2001:db8::1]", "2001:db8::1" },
		{ "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789",
		  "abcd:ef01:2345:6789:abcd:ef01:2345:6789" },
	};
	static const char *const bad[] = {
		"", "192.0.2", "192.0.2.256", "192.0.02.7", "192.0.2.7/24",
		"192.0.2.7:80", "192.0.2.7.", "0x7f.1.1.1", "1.2.3.4.5",
		"2001:db8::1::2", "2001:db8", "fe80::1%eth0", "[2001:db8::1]:80",
		"2001:db8::/32", "[]", ":", "12345::", "1:2:3:4:5:6:7:8:9",
		"0000000000000000000000000000000000000000000000000000001::",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_normal(IDENT_IP, cases[i].typed, cases[i].normal);
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_kept(IDENT_IP, bad[i], "192.0.2.7");
}

static void
test_addresses_that_many_networks_have_correlate_with_nothing(void **state)
{
	static const char *const many[] = {
		"0.0.0.0", "10.1.2.3", "127.0.0.1", "100.64.0.1",
		"100.127.255.255", "169.254.1.1", "172.16.0.1",
		"172.31.255.255", "192.168.1.1", "224.0.0.1",
		"255.255.255.255", "::", "::1", "fe80::1", "febf::1", "fc00::1",
		"fdff::1", "ff02::1", "::ffff:10.1.2.3",
	};
	static const char *const one[] = {
		"9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
		"172.15.0.1", "172.32.0.1", "192.167.1.1", "192.169.1.1",
		"223.255.255.255", "2001:db8::1", "fec0::1", "::2",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(many); i++)
		assert_key(IDENT_IP, many[i], NULL);
	for (size_t i = 0; i < ARRAY_SIZE(one); i++)
		assert_key(IDENT_IP, one[i], one[i]);
	assert_key(IDENT_IP, "::ffff:192.0.2.1", "192.0.2.1");
}

static void
test_domains_are_lowered_and_refused_as_addresses_of_pages(void **state)
{
	(void)state;
	assert_normal(IDENT_DOMAIN, "Shop.Example.ORG.", "shop.example.org");
	assert_normal(IDENT_DOMAIN, "B\xC3\x9C" "CHER.example",
		"b\xC3\xBC" "cher.example");
	assert_normal(IDENT_DOMAIN, "bu\xCC\x88" "cher.example",
		"b\xC3\xBC" "cher.example");
	assert_kept(IDENT_DOMAIN, "http://example.org", "without http://");
	assert_kept(IDENT_DOMAIN, "example.org/shop", "without http://");
	assert_kept(IDENT_DOMAIN, "example", "parted by dots");
	assert_kept(IDENT_DOMAIN, "192.0.2.7", "parted by dots");
	assert_kept(IDENT_DOMAIN, "-a.example", "parted by dots");
	assert_kept(IDENT_DOMAIN, "a..example", "parted by dots");
	assert_kept(IDENT_DOMAIN, ".", "parted by dots");
	assert_kept(IDENT_DOMAIN, "", "parted by dots");
}

static void
test_two_spellings_of_a_domain_are_the_same(void **state)
{
	(void)state;
	assert_key(IDENT_DOMAIN, "b\xC3\xBC" "cher.example",
		"xn--bcher-kva.example");
	assert_key(IDENT_DOMAIN, "xn--bcher-kva.example",
		"xn--bcher-kva.example");
	assert_key(IDENT_EMAIL, "Ana.Pop@b\xC3\xBC" "cher.example",
		"ana.pop@xn--bcher-kva.example");
	assert_key(IDENT_EMAIL, "ana.pop@xn--bcher-kva.example",
		"ana.pop@xn--bcher-kva.example");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_email_addresses_go_through_their_own_rules),
		cmocka_unit_test(test_ip_addresses_have_the_text_of_rfc_5952),
		cmocka_unit_test(test_addresses_that_many_networks_have_correlate_with_nothing),
		cmocka_unit_test(test_domains_are_lowered_and_refused_as_addresses_of_pages),
		cmocka_unit_test(test_two_spellings_of_a_domain_are_the_same),
	};

	return RUN_TESTS("base/ident_net", tests);
}
