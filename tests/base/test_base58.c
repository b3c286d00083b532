/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/base58.h"
#include "base/hash.h"

static void
assert_decoded(const char *text, const char *hex)
{
	uint8_t bytes[BASE58_MAX];
	char got[2 * BASE58_MAX + 1];
	size_t n;

	assert_true(base58_check_decode(text, bytes, &n));
	hash_hex(bytes, n, got);
	assert_string_equal(got, hex);
}

/* bitcoin/src/test/data/key_io_valid.json: the hash in the script, behind the
 * version of its network. */
static void
test_vectors_of_bitcoin(void **state)
{
	(void)state;
	assert_decoded("1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo",
		"00a31c06bd463e3923bc1aadbde48b16976c080717");
	assert_decoded("36j4NfKv6Akva9amjWrLG6MuSQym1GuEmm",
		"05373b819a068f32b7a6b38b6b38729647cfde01c2");
	assert_decoded("mzK2FFDEhxqHcmrJw1ysqFkVyhUULo45hZ",
		"6fce28b26c57472737f5c3561a1761185bd8589a43");
	assert_decoded("2NC2hEhe28ULKAJkW5MjZ3jtTMJdvXmByvK",
		"c4ce0bba75891ff9ec60148d4bd4a09ee2dc5c9331");
	assert_decoded("L5nJeqKmpHp4P7F8ZYyjwc5a7P4d8EabuGAzfGJk7yC1BJyzNaEd",
		"80ff778740f88ddcf102aeb81daee289c044c4a4571c4b6f287400f4b8e0"
		"b843f801");
}

static void
test_any_wrong_character_is_found(void **state)
{
	char text[] = "1FsSia9rv4NeEwvJ2GvXrX7LyxYspbN2mo";
	uint8_t bytes[BASE58_MAX];
	size_t n;

	(void)state;
	for (size_t i = 0; i < strlen(text); i++) {
		char was = text[i];

		for (int c = 1; c < 256; c++) {
			text[i] = (char)c;
			assert_int_equal(base58_check_decode(text, bytes, &n),
				text[i] == was);
		}
		text[i] = was;
	}
}

static void
test_zeros_are_counted_and_length_is_bounded(void **state)
{
	uint8_t bytes[BASE58_MAX];
	char ones[200];
	size_t n;

	(void)state;
	memset(ones, '1', sizeof(ones));
	ones[sizeof(ones) - 1] = '\0';
	assert_false(base58_check_decode(ones, bytes, &n));
	ones[64] = '\0';
	assert_false(base58_check_decode(ones, bytes, &n));
	/* 60 bytes of zeros, and of ones, are the most; 61 are too many. */
	assert_true(base58_check_decode("1111111111111111111111111111111111111111"
		"111111111111111111112GjJCq", bytes, &n));
	assert_int_equal(n, 60);
	assert_true(base58_check_decode("67rpwLCuS5DGA8KGZXKsVQ7dnPb9goRLoKfgGbLf"
		"Qg9WoLUgNY77E2jT11fem3coV9nAkguBACzrU1iyZLx4u46H", bytes, &n));
	assert_int_equal(n, 60);
	assert_false(base58_check_decode("11111111111111111111111111111111111111111"
		"111111111111111111113jqbx1", bytes, &n));
	assert_false(base58_check_decode("", bytes, &n));
	/* A checksum of nothing. */
	assert_false(base58_check_decode("3QJmnh", bytes, &n));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vectors_of_bitcoin),
		cmocka_unit_test(test_any_wrong_character_is_found),
		cmocka_unit_test(test_zeros_are_counted_and_length_is_bounded),
	};

	if (!hash_init())
		return 1;
	return RUN_TESTS("base/base58", tests);
}
