/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/hash.h"

#include "tests/support/test.h"

static void
check_hex(const uint8_t hash[HASH_SIZE], const char *want)
{
	char hex[HASH_HEX_SIZE];

	hash_hex(hash, HASH_SIZE, hex);
	assert_string_equal(hex, want);
}

/* Examples of FIPS 180 and the message of a million "a". */
static const struct {
	const char *part;
	int times;
	const char *hash;
} messages[] = {
	{ "", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
	  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	{ "aaaaaaaaaa", 100000,
	  "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
};

static void
test_sha256_gives_the_published_values(void **state)
{
	uint8_t out[HASH_SIZE];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(messages); i++) {
		struct hash_stream *s = hash_stream_new();

		for (int k = 0; k < messages[i].times; k++)
			hash_stream_add(s, messages[i].part,
				strlen(messages[i].part));
		hash_stream_end(s, out);
		check_hex(out, messages[i].hash);
		if (messages[i].times > 1)
			continue;
		hash_sha256(messages[i].part, strlen(messages[i].part), out);
		check_hex(out, messages[i].hash);
	}
	hash_sha256(NULL, 0, out);
	check_hex(out, messages[0].hash);
}

/* RFC 4231, all but the truncated case 5. */
static const struct {
	const char *key_text;	/* or key_len times key_byte */
	uint8_t key_byte;
	size_t key_len;
	const char *text;	/* or 50 times byte */
	uint8_t byte;
	const char *mac;
} macs[] = {
	{ NULL, 0x0b, 20, "Hi There", 0,
	  "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7" },
	{ "Jefe", 0, 4, "what do ya want for nothing?", 0,
	  "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" },
	{ NULL, 0xaa, 20, NULL, 0xdd,
	  "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe" },
	{ "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10"
	  "\x11\x12\x13\x14\x15\x16\x17\x18\x19", 0, 25, NULL, 0xcd,
	  "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b" },
	{ NULL, 0xaa, 131,
	  "Test Using Larger Than Block-Size Key - Hash Key First", 0,
	  "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54" },
	{ NULL, 0xaa, 131,
	  "This is a test using a larger than block-size key and a larger "
	  "than block-size data. The key needs to be hashed before being "
	  "used by the HMAC algorithm.", 0,
	  "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2" },
};

static void
test_hmac_gives_the_values_of_rfc_4231_however_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(macs); i++) {
		uint8_t key[131], data[50], out[HASH_SIZE];
		const void *text = macs[i].text;
		size_t len = macs[i].text ? strlen(macs[i].text) : sizeof(data);

		memset(key, macs[i].key_byte, sizeof(key));
		if (macs[i].key_text)
			memcpy(key, macs[i].key_text, macs[i].key_len);
		memset(data, macs[i].byte, sizeof(data));
		if (!text)
			text = data;
		for (size_t cut = 0; cut <= len; cut++) {
			hash_hmac(key, macs[i].key_len, text, cut,
				(const char *)text + cut, len - cut, out);
			check_hex(out, macs[i].mac);
		}
	}
}

static void
test_hex_goes_both_ways(void **state)
{
	const uint8_t bytes[] = { 0x00, 0x9f, 0xa0, 0xff };
	uint8_t back[4] = { 0 };
	char hex[9];

	(void)state;
	hash_hex(bytes, sizeof(bytes), hex);
	assert_string_equal(hex, "009fa0ff");
	assert_true(hash_unhex(hex, back, sizeof(back)));
	assert_memory_equal(back, bytes, sizeof(bytes));
	hash_hex(NULL, 0, hex);
	assert_string_equal(hex, "");
	assert_true(hash_unhex("", back, 0));
}

static void
test_unhex_refuses_any_other_spelling(void **state)
{
	static const char *const bad[] = {
		"", "0", "00", "009fa0f", "009fa0ff0", "009fa0ff00", "009FA0FF",
		"009fa0fg", "009fa0f ", " 09fa0ff", "0x9fa0ff", "009fa0f/",
		"009fa0f:", "009fa0f`",
	};
	uint8_t bytes[4] = { 1, 2, 3, 4 };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (hash_unhex(bad[i], bytes, sizeof(bytes)))
			fail_msg("\"%s\" was taken", bad[i]);
	assert_memory_equal(bytes, "\1\2\3\4", 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sha256_gives_the_published_values),
		cmocka_unit_test(test_hmac_gives_the_values_of_rfc_4231_however_cut),
		cmocka_unit_test(test_hex_goes_both_ways),
		cmocka_unit_test(test_unhex_refuses_any_other_spelling),
	};

	return !hash_init() || RUN_TESTS("base/hash", tests);
}
