/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_shown.c - refs that are remembered, see src/shown.h. */
#include "tests/support/test.h"
#include "tests/support/case.h"

#include "base/ids.h"
#include "src/shown.h"

static void
test_a_full_memory_forgets_and_asks_again(void **state)
{
	struct desk *d = case_desk(NULL);
	struct store store;
	struct viewer v = { 0 };
	struct db_entry *cases;
	struct err err = ERR_INIT;
	char *uid, *kept, *ref, stranger[IDS_UID_SIZE], identity[40];
	size_t n;

	(void)state;
	case_put(d, "lead", "title=a", NULL);
	uid = case_value(d, "RO-L1", "id");
	ref = case_add(d, "lead", "title=b", "share=own", NULL);
	kept = case_value(d, ref, "id");
	desk_close(d);
	assert_ok(store_open(&store, CASE_STORE, DB_SESSION, &err), err);
	assert_ok(viewer_cases(&store, "", &cases, &n, &err), err);
	assert_ok(viewer_as(&store, cases[0].rid, "BG", identity, &err), err);
	assert_ok(viewer_load(&v, &store, cases[0].rid, identity, &err), err);
	struct shown *shown = shown_new(&store, &v);

	/* Many more than it has places for. */
	for (int i = 0; i < 8000; i++) {
		ids_new(stranger);
		assert_null(shown_ref(shown, stranger));
		if (i % 100)
			continue;
		assert_string_equal(shown_ref(shown, uid), "RO-L1");
		assert_null(shown_ref(shown, kept));
	}
	assert_string_equal(shown_ref(shown, uid), "RO-L1");
	assert_null(shown_ref(shown, ""));
	shown_free(shown);
	viewer_clear(&v);
	store_close(&store);
	free(cases);
	free(uid);
	free(kept);
	free(ref);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_a_full_memory_forgets_and_asks_again),
	};

	return RUN_TESTS("src/shown", tests);
}
