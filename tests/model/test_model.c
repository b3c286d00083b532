/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every member is told on every way to read, after acts of chance, against a
 * naive model of who sees what. MODEL_SEED and MODEL_ACTS choose another run. */
#include "tests/support/test.h"
#include "tests/support/folder.h"

#include <malloc.h>

#include "base/hash.h"
#include "base/ids.h"
#include "src/serve.h"
#include "tests/model/paths.h"
#include "tests/model/world.h"

enum { ACTS = 10000, ACTS_OF_A_WORLD = 400, SEED = 20260105 };

static size_t
number(const char *name, size_t usual)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 10) : usual;
}

/* What a run has met: what chance never draws is not tested. */
static struct {
	size_t parties[T_SORTS], released, kept;
} met;

static void
remember_met(const struct truth *t)
{
	for (size_t i = 0; i < t->n_parties; i++)
		met.parties[t->parties[i].sort]++;
	for (size_t i = 0; i < t->n_parts; i++) {
		const char *said = t->parts[i].values[0].text;

		met.released += strcmp(said, "released") == 0;
		met.kept += strcmp(said, "refused") == 0;
	}
}

static void
check_met(void)
{
	for (int i = 0; i < T_SORTS; i++)
		if (!met.parties[i])
			fail_msg("no party of sort %d was there", i);
	assert_true(met.released && met.kept);
}

static void
run_world(uint64_t seed, size_t *done, size_t most)
{
	struct world *w = calloc(1, sizeof(*w));

	chance_seed(seed);
	print_message("seed %llu\n", (unsigned long long)seed);
	world_open(w);
	while (w->acts < ACTS_OF_A_WORLD && *done + w->acts < most) {
		size_t acts = w->acts;

		acts_one(w);
		if (w->acts > acts)
			reads_some(w);
	}
	reads_all(w);
	screens_some(w);
	world_erase(w);
	remember_met(&w->t);
	*done += w->acts;
	world_close(w);
	free(w);
}

static void
test_nobody_is_told_more_or_less_than_they_may_see(void **state)
{
	size_t most = number("MODEL_ACTS", ACTS) / SLOWED, done = 0;
	uint64_t seed = number("MODEL_SEED", SEED);

	while (done < most) {
		run_world(seed++, &done, most);
		assert_int_equal(folder_leave(state), 0);
		assert_int_equal(folder_enter(state), 0);
	}
	print_message("%zu acts\n", done);
	if (most >= ACTS)
		check_met();
	ids_seed(NULL);
}

static void
test_each_call_of_the_door_is_asked(void **state)
{
	(void)state;
	for (int op = 0; op < OP_N; op++)
		if (!paths_know(op))
			fail_msg("call %d of src/serve.h is asked by no path", op);
}

/* What is given back to the system between two calls is no part of what is checked:
 * memory that stays. */
static int
setup(void **state)
{
#ifdef __GLIBC__
	mallopt(M_TRIM_THRESHOLD, 64 << 20);
	mallopt(M_MMAP_THRESHOLD, 16 << 20);
#endif
	return hash_init() ? folder_enter(state) : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_call_of_the_door_is_asked),
		cmocka_unit_test_setup_teardown(
			test_nobody_is_told_more_or_less_than_they_may_see,
			setup, folder_leave),
	};

	return RUN_TESTS("model", tests);
}
