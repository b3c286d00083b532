/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/hash.h"
#include "base/ids.h"

static const uint8_t seed[32] = { 1, 2, 3 };

static int
start(void **state)
{
	(void)state;
	return hash_init() ? 0 : -1;
}

static int
unseed(void **state)
{
	(void)state;
	ids_seed(NULL);
	return 0;
}

static void
check_version_and_variant(void)
{
	char uid[IDS_UID_SIZE];

	for (int i = 0; i < 200; i++) {
		ids_new(uid);
		assert_true(ids_valid(uid));
		assert_int_equal(uid[14], '4');
		assert_non_null(strchr("89ab", uid[19]));
	}
}

static void
test_new_ids_are_version_4_and_differ(void **state)
{
	char one[IDS_UID_SIZE], other[IDS_UID_SIZE];

	(void)state;
	check_version_and_variant();
	ids_new(one);
	ids_new(other);
	assert_string_not_equal(one, other);
}

static void
test_a_seed_gives_the_same_ids_again(void **state)
{
	char first[IDS_UID_SIZE], second[IDS_UID_SIZE], again[IDS_UID_SIZE];
	uint8_t salt[16], salt_again[16];

	(void)state;
	ids_seed(seed);
	ids_new(first);
	ids_random(salt, sizeof(salt));
	uint32_t n = ids_below(1000000);

	ids_new(second);
	assert_string_not_equal(first, second);

	ids_seed(seed);
	ids_new(again);
	assert_string_equal(again, first);
	ids_random(salt_again, sizeof(salt_again));
	assert_memory_equal(salt, salt_again, sizeof(salt));
	assert_int_equal(ids_below(1000000), n);
	check_version_and_variant();

	/* Frozen: published training stores are made with it. */
	assert_string_equal(first,
		"67ff4676-9960-43f5-85e1-a6f059d31904");

	ids_seed(NULL);
	ids_new(again);
	assert_string_not_equal(again, first);
}

static void
test_only_canonical_text_is_an_id(void **state)
{
	static const char *const bad[] = {
		"", "00000000", "123e4567-e89b-42d3-a456-42661417400",
		"123e4567-e89b-42d3-a456-4266141740000",
		"123E4567-e89b-42d3-a456-426614174000",
		"123e4567e89b-42d3-a456-426614174000-",
		"123e4567-e89b-42d3-a456_426614174000",
		"123e4567-e89b-42d3-a456-42661417400g",
		"{23e4567-e89b-42d3-a456-426614174000",
	};
	uint8_t bytes[IDS_UID_BYTES];

	(void)state;
	assert_true(ids_valid("123e4567-e89b-42d3-a456-426614174000"));
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		assert_false(ids_valid(bad[i]));
		assert_false(ids_to_bytes(bad[i], bytes));
	}
}

static void
test_bytes_and_text_are_one_id(void **state)
{
	static const uint8_t want[IDS_UID_BYTES] = {
		0x12, 0x3e, 0x45, 0x67, 0xe8, 0x9b, 0x42, 0xd3,
		0xa4, 0x56, 0x42, 0x66, 0x14, 0x17, 0x40, 0x00,
	};
	uint8_t bytes[IDS_UID_BYTES];
	char uid[IDS_UID_SIZE];

	(void)state;
	assert_true(ids_to_bytes("123e4567-e89b-42d3-a456-426614174000",
		bytes));
	assert_memory_equal(bytes, want, sizeof(want));
	ids_from_bytes(bytes, uid);
	assert_string_equal(uid, "123e4567-e89b-42d3-a456-426614174000");
}

static void
test_numbers_below_n_reach_every_value(void **state)
{
	int seen[7] = { 0 };

	(void)state;
	ids_seed(seed);
	for (int i = 0; i < 7000; i++) {
		uint32_t n = ids_below(7);

		assert_true(n < 7);
		seen[n]++;
	}
	for (int i = 0; i < 7; i++)
		assert_in_range(seen[i], 800, 1200);
	assert_int_equal(ids_below(1), 0);
	assert_true(ids_below(UINT32_MAX) < UINT32_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_new_ids_are_version_4_and_differ,
			unseed),
		cmocka_unit_test_teardown(test_a_seed_gives_the_same_ids_again,
			unseed),
		cmocka_unit_test(test_only_canonical_text_is_an_id),
		cmocka_unit_test(test_bytes_and_text_are_one_id),
		cmocka_unit_test_teardown(test_numbers_below_n_reach_every_value,
			unseed),
	};

	return cmocka_run_group_tests_name("base/ids", tests, start, NULL) ?
		1 : 0;
}
