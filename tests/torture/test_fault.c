/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_fault.c - every allocation of SQLite, every call of the file system and
 * every write to a full disk fails in turn during one save: all of it is there
 * or nothing, the same desk goes on, and the store verifies. Likewise while a
 * store is made. */
#include "tests/support/test.h"

#include <unistd.h>

#include "tests/support/case.h"
#include "tests/support/verify.h"
#include "tests/torture/vfs.h"

enum { MOST_POINTS = 5000, VERIFY_EACH = 50 };

static int64_t
leads(struct desk *d)
{
	struct desk_list_spec spec = { .kind = KIND_LEAD };
	struct desk_page_ask ask = { .anchor = DESK_FIRST, .after = 1 };
	struct desk_opened opened;
	struct desk_page page;
	struct err err = ERR_INIT;

	assert_ok(desk_list_open(d, &spec, &opened, &err), err);
	ask.handle = opened.handle;
	assert_ok(desk_list_page(d, &ask, &page, &err), err);
	int64_t total = page.total;

	desk_page_clear(&page);
	assert_ok(desk_list_close(d, opened.handle, &err), err);
	return total;
}

static bool
save(struct desk *d, struct err *err)
{
	struct record fields;
	struct desk_change change = { .verb = "add", .fields = &fields };
	struct desk_acted acted;

	record_init(&fields, kind_find("lead"));
	record_set(&fields, kind_index(fields.kind, "title"), "Boat at night");
	record_set(&fields, kind_index(fields.kind, "tags"), "boat,night");
	bool ok = desk_act(d, &change, &acted, err);

	desk_acted_clear(&acted);
	record_clear(&fields);
	return ok;
}

static void
fail_each(enum vfs_fault fault)
{
	int64_t there = 0;
	long k = 1;

	for (; k < MOST_POINTS; k += SLOWED) {
		struct desk *d = case_desk(NULL);
		struct err err = ERR_INIT;

		vfs_arm(fault, k);
		bool ok = save(d, &err);
		bool struck = vfs_disarm();

		if (!ok) {
			assert_true(struck);
			assert_non_null(err.text[0] ? err.text : NULL);
			int64_t now = leads(d);

			/* A failed call may have committed, but never half. */
			assert_true(now == there || now == there + 1);
			there = now;
			err_clear(&err);
			assert_ok(save(d, &err), err);
		}
		there++;
		desk_close(d);
		d = case_desk(NULL);
		assert_int_equal(leads(d), there);
		desk_close(d);
		if (k / SLOWED % VERIFY_EACH == 0 || !struck)
			assert_ok(store_verifies(CASE_STORE, &err), err);
		if (!struck)
			break;
	}
	assert_true(k > 5 && k < MOST_POINTS);
	print_message("# %ld points\n", k - 1);
}

static void
test_each_allocation_fails(void **state)
{
	(void)state;
	fail_each(VFS_MEMORY);
}

static void
test_each_call_of_the_file_system_fails(void **state)
{
	(void)state;
	fail_each(VFS_IO);
}

static void
test_the_disk_is_full_at_each_write(void **state)
{
	(void)state;
	fail_each(VFS_FULL);
}

/* Until the making succeeds nothing stands in its place, and nothing is in the
 * way of the next attempt. */
static void
make_each(enum vfs_fault fault)
{
	static const char *const files[] = { "new.store", "new.store.key" };
	struct desk_init init = { .path = "new.store", .party = "RO",
		.name = "Ana Pop" };
	bool struck = true;
	long k = 1;

	for (; struck && k < MOST_POINTS; k += 3 * SLOWED) {
		struct err err = ERR_INIT;

		vfs_arm(fault, k);
		bool ok = desk_init(&init, &err);

		struck = vfs_disarm();
		if (ok)
			assert_ok(store_verifies("new.store", &err), err);
		for (size_t i = 0; i < ARRAY_SIZE(files); i++)
			assert_int_equal(unlink(files[i]), ok ? 0 : -1);
	}
	assert_true(k > 5 && k < MOST_POINTS);
}

static void
test_a_store_is_made_whole_or_not_at_all(void **state)
{
	(void)state;
	make_each(VFS_IO);
	make_each(VFS_FULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_each_allocation_fails),
		CASE_TEST(test_each_call_of_the_file_system_fails),
		CASE_TEST(test_the_disk_is_full_at_each_write),
		CASE_TEST(test_a_store_is_made_whole_or_not_at_all),
	};

	vfs_install();
	return RUN_TESTS("torture/fault", tests);
}
