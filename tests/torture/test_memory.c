/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_memory.c - our own memory runs out at each moment of a save: the process
 * ends with status 70, and the store has all of the save or nothing. */
#include "tests/support/test.h"

#include <sys/wait.h>

#include "tests/support/case.h"
#include "tests/support/verify.h"

enum { DENSE = 200, STRIDE = 7, MOST = 20000, VERIFY_EACH = 100, DIED = 70 };

/* The linker sends what base/ and we allocate through here (--wrap). */
void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t n);

static long countdown;

static bool
strikes(void)
{
	return countdown > 0 && --countdown == 0;
}

void *
__wrap_malloc(size_t n)
{
	return strikes() ? NULL : __real_malloc(n);
}

void *
__wrap_calloc(size_t n, size_t size)
{
	return strikes() ? NULL : __real_calloc(n, size);
}

void *
__wrap_realloc(void *old, size_t n)
{
	return strikes() ? NULL : __real_realloc(old, n);
}

/* 0: saved; 1: saved, and nothing had struck; else the status of the end. */
static int
save_in_child(long k)
{
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (pid == 0) {
		struct desk *d = case_desk(NULL);

		if (!freopen("/dev/null", "w", stderr))
			_exit(99);
		countdown = k;
		free(case_add(d, "lead", "title=Boat at night", "tags=a,b",
			NULL));
		_exit(countdown > 0 ? 1 : 0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static bool
is_there(int64_t number)
{
	struct desk *d = case_desk(NULL);
	char ref[32];

	snprintf(ref, sizeof(ref), "RO-L%lld", (long long)number);
	bool there = case_sees(d, ref);

	desk_close(d);
	return there;
}

static void
test_each_allocation_of_ours_fails(void **state)
{
	int64_t there = 0;
	long points = 0;
	struct err err = ERR_INIT;

	(void)state;
	for (long k = 1; k < MOST; k += (k < DENSE ? 1 : STRIDE) * SLOWED, points++) {
		int end = save_in_child(k);

		if (end == 0 || end == 1)
			assert_true(is_there(++there));
		else
			assert_int_equal(end, DIED);
		if (is_there(there + 1))
			there++;	/* it died after the commit */
		assert_false(is_there(there + 1));
		if (points % VERIFY_EACH == 0)
			assert_ok(store_verifies(CASE_STORE, &err), err);
		if (end == 1)
			break;
	}
	assert_true(points > 5 && points < MOST / STRIDE);
	assert_ok(store_verifies(CASE_STORE, &err), err);
	print_message("# %ld points\n", points);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_each_allocation_of_ours_fails),
	};

	return RUN_TESTS("torture/memory", tests);
}
