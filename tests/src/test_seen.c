/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was shown in a list that is closed is forgotten, and nothing else. */
#include "tests/support/test.h"

#include <string.h>

#include "src/seen.h"

static struct seen_key
key_of(int64_t handle, unsigned i)
{
	struct seen_key k = { .handle = handle, .version = 1 };

	memcpy(k.uid, &i, sizeof(i));
	return k;
}

static void
add(struct seen *s, int64_t handle, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		struct seen_key k = key_of(handle, i);

		seen_add(s, &k);
	}
}

static void
assert_seen(const struct seen *s, int64_t handle, unsigned n, bool seen)
{
	for (unsigned i = 0; i < n; i++) {
		struct seen_key k = key_of(handle, i);

		assert_int_equal(seen_has(s, &k), seen);
	}
}

/* A session that exports all day holds no more than what is open. */
static void
test_a_list_that_is_closed_gives_its_memory_back(void **state)
{
	struct seen s = { .room = 0 };

	(void)state;
	add(&s, 0, 100);
	for (int64_t handle = 1; handle < 5; handle++) {
		add(&s, handle, 10000);
		assert_seen(&s, handle, 10000, true);
		assert_true(s.room >= 20000);
		seen_drop(&s, handle);
		assert_seen(&s, handle, 10000, false);
		assert_seen(&s, 0, 100, true);
		assert_int_equal(s.n, 100);
		assert_true(s.room <= 512);
	}
	seen_drop(&s, 9);
	assert_seen(&s, 0, 100, true);
	seen_clear(&s);
	add(&s, 3, 3);
	seen_drop(&s, 3);
	assert_int_equal(s.n, 0);
	assert_null(s.slots);
	add(&s, 3, 3);
	assert_seen(&s, 3, 3, true);
	seen_clear(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_list_that_is_closed_gives_its_memory_back),
	};

	return RUN_TESTS("src/seen", tests);
}
