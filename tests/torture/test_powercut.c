/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_powercut.c - the power fails at a random moment of a run of saves: what was
 * acknowledged is there, nothing is there by half, and the store verifies. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/verify.h"
#include "tests/torture/vfs.h"

enum { SAVES = 60, CUTS = 120, VERIFY_EACH = 4 };

static size_t acknowledged[SAVES + 1];	/* operations done when it returned */

/* The refs RO-L1 to RO-Ln are there. */
static int64_t
there_up_to(struct desk *d)
{
	int64_t n = 0;
	bool found = true;

	while (found) {
		struct desk_item item;
		char ref[32];

		snprintf(ref, sizeof(ref), "RO-L%lld", (long long)n + 1);
		found = desk_get(d, 0, ref, &item, NULL);
		desk_item_clear(&item);
		n += found;
	}
	return n;
}


static void
check_cut(size_t cut, uint64_t seed)
{
	struct desk_login login = { .path = "after/" CASE_STORE };
	struct err err = ERR_INIT;
	struct desk *d;
	int64_t must = 0;

	while (must < SAVES && acknowledged[must + 1] <= cut)
		must++;
	remove("after/" CASE_STORE "-shm");
	vfs_powercut("before", "after", cut, seed);
	assert_ok(desk_open(&d, &login, &err), err);
	int64_t there = there_up_to(d);

	if (there < must)
		fail_msg("cut at %zu: %lld acknowledged, %lld there", cut,
			(long long)must, (long long)there);
	desk_close(d);
	if (seed % VERIFY_EACH == 1)
		assert_ok(store_verifies("after/" CASE_STORE, &err), err);
}

static void
test_what_was_acknowledged_survives(void **state)
{
	struct desk *d;

	(void)state;
	/* Nobody has it open: the file is all there is. */
	assert_int_equal(system("mkdir before after && cp -p " CASE_STORE
		" before && cp -p " CASE_STORE ".key after"), 0);
	vfs_record();
	d = case_desk(NULL);
	for (int i = 1; i <= SAVES; i++) {
		char title[64];

		snprintf(title, sizeof(title), "title=Lead %d of many", i);
		case_put(d, "lead", title, "tags=sea", NULL);
		acknowledged[i] = vfs_recorded();
	}
	vfs_stop();
	desk_close(d);
	srand(1);
	for (int i = 0; i < CUTS; i += SLOWED)
		check_cut(acknowledged[1] + (size_t)rand() %
			(acknowledged[SAVES] - acknowledged[1]), (uint64_t)i + 1);
}

static int
teardown(void **state)
{
	if (system("rm -rf before after") != 0)
		return -1;
	return case_teardown(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_what_was_acknowledged_survives, case_setup,
			teardown),
	};

	vfs_install();
	return RUN_TESTS("torture/powercut", tests);
}
