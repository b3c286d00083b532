/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_erase.c - erasures killed at any moment, or on a disk that is full: what was
 * erased is gone from every byte once the store is opened again, what was not is whole,
 * and the store holds. */
#include "tests/support/test.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "tests/support/case.h"
#include "tests/support/bytes.h"
#include "tests/support/verify.h"

#define KILLS (24 / SLOWED)

enum { NAME_SIZE = 64, REF_SIZE_ = 16 };

static void
name_of(int n, char name[NAME_SIZE], char ref[REF_SIZE_])
{
	/* No two sound alike: a key of one must not be the key of another. */
	static const char letters[] = "bdlmnrgt";

	snprintf(name, NAME_SIZE, "Zvezde%ca%cov Kukuryakovski",
		letters[n % 8], letters[n / 8]);
	snprintf(ref, REF_SIZE_, "RO-P%d", n + 1);
}

static void
add_persons(int n)
{
	struct desk *d = case_desk(NULL);

	for (int i = 0; i < n; i++) {
		char name[NAME_SIZE], ref[REF_SIZE_], field[NAME_SIZE + 8];

		name_of(i, name, ref);
		snprintf(field, sizeof(field), "name=%s", name);
		case_put(d, "person", field, NULL);
	}
	desk_close(d);
}

/* In a process of its own, with at most so many bytes in a file (0: as many as fit). */
static pid_t
erase(int n, rlim_t most)
{
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid)
		return pid;
	if (most) {
		const struct rlimit limit = { most, most };

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
	}
	char name[NAME_SIZE], ref[REF_SIZE_];
	struct desk_login login = { .path = CASE_STORE };
	struct desk_erased done = { 0 };
	struct err err = ERR_INIT;
	struct desk *d;

	name_of(n, name, ref);
	const struct desk_erase ask = { .ref = ref, .reason = "order" };

	if (desk_open(&d, &login, &err)) {
		desk_erase(d, &ask, &done, &err);
		desk_close(d);
	}
	_exit(0);
}

static int64_t
micros(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Opening it finishes what was begun. True when it is erased. */
static bool
is_settled(int n)
{
	char name[NAME_SIZE], ref[REF_SIZE_];
	struct desk *d = case_desk(NULL);
	char *legal;

	name_of(n, name, ref);
	legal = case_value(d, ref, "legal");
	if (legal)
		bytes_are_free_of(CASE_STORE, name);
	else
		case_is(d, ref, "name", name);
	desk_close(d);
	bool erased = legal != NULL;

	free(legal);
	return erased;
}

static void
test_killed_at_any_moment_it_is_done_or_not(void **state)
{
	struct err err = ERR_INIT;
	int64_t whole, began = micros();
	int erased = 0;

	(void)state;
	add_persons(KILLS + 1);
	began = micros();
	waitpid(erase(KILLS, 0), NULL, 0);
	whole = micros() - began;
	assert_true(is_settled(KILLS));
	for (int i = 0; i < KILLS; i++) {
		int64_t after = whole * i / KILLS;
		const struct timespec wait = { after / 1000000,
			after % 1000000 * 1000 };
		pid_t pid = erase(i, 0);

		nanosleep(&wait, NULL);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		erased += is_settled(i);
	}
	print_message("# %d of %d were erased\n", erased, KILLS);
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

static void
test_on_a_full_disk_nothing_is_done_by_half(void **state)
{
	static const rlim_t limits[] = { 100, 4096, 40000, 200000, 700000 };
	enum { N = sizeof(limits) / sizeof(limits[0]) };
	struct err err = ERR_INIT;

	(void)state;
	add_persons(N);
	for (int i = 0; i < N; i++) {
		waitpid(erase(i, limits[i]), NULL, 0);
		if (is_settled(i))
			continue;
		/* With room again. */
		waitpid(erase(i, 0), NULL, 0);
		assert_true(is_settled(i));
	}
	assert_ok(store_verifies(CASE_STORE, &err), err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_killed_at_any_moment_it_is_done_or_not),
		CASE_TEST(test_on_a_full_disk_nothing_is_done_by_half),
	};

	return RUN_TESTS("torture/erase", tests);
}
