/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_fault.c - each fifth allocation of SQLite, every call of the file system and
 * every write to a full disk fails in turn during one save: all of it is there
 * or nothing, the same desk goes on, and the store verifies. Likewise while a
 * store is made. */
#include "tests/support/test.h"

#include <unistd.h>

#include "tests/support/case.h"
#include "tests/support/verify.h"
#include "tests/torture/vfs.h"

enum { MOST_POINTS = 5000, LOOK_EACH = 5, VERIFY_EACH = 50 };

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

/* Another desk finds as many, and now and then the store is looked through. */
static void
holds(int64_t there, bool whole)
{
	struct err err = ERR_INIT;
	struct desk *d = case_desk(NULL);

	assert_int_equal(leads(d), there);
	desk_close(d);
	if (whole)
		assert_ok(store_verifies(CASE_STORE, &err), err);
}

/* Every step-th point; each on a desk that has nothing prepared yet. */
static void
fail_each(enum vfs_fault fault, long step)
{
	int64_t there = 0, n = 0;
	long k = 1;

	for (; k < MOST_POINTS; k += step * SLOWED) {
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
		assert_int_equal(leads(d), there);
		desk_close(d);
		if (++n % LOOK_EACH == 0 || !struck)
			holds(there, n % VERIFY_EACH == 0 || !struck);
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
	fail_each(VFS_MEMORY, 5);
}

static void
test_each_call_of_the_file_system_fails(void **state)
{
	(void)state;
	fail_each(VFS_IO, 1);
}

static void
test_the_disk_is_full_at_each_write(void **state)
{
	(void)state;
	fail_each(VFS_FULL, 1);
}

static bool
keep_draft(struct desk *d, const char *title, struct err *err)
{
	struct desk_draft draft = { .id = (char *)
		"11111111-1111-4111-8111-111111111111" };

	record_init(&draft.fields, kind_find("lead"));
	record_set(&draft.fields, kind_index(draft.fields.kind, "title"), title);
	bool ok = desk_draft_put(d, &draft, err);

	record_clear(&draft.fields);
	return ok;
}

/* The one draft has this title, or the other. */
static void
draft_is_one_of(struct desk *d, const char *title, const char *other)
{
	struct desk_drafts drafts = { 0 };
	struct err err = ERR_INIT;
	const char *now;

	assert_ok(desk_drafts(d, &drafts, &err), err);
	assert_int_equal(drafts.n, 1);
	now = record_text(&drafts.drafts[0].fields,
		kind_index(drafts.drafts[0].fields.kind, "title"));
	assert_true(strcmp(now, title) == 0 || strcmp(now, other) == 0);
	desk_drafts_clear(&drafts);
}

/* A draft that cannot be kept leaves the one before, and the next one is kept. */
static void
keep_each(enum vfs_fault fault)
{
	struct desk *d = case_desk(NULL);
	struct err err = ERR_INIT;
	bool struck = true;
	long k = 1;

	assert_ok(keep_draft(d, "before", &err), err);
	for (; struck && k < MOST_POINTS; k += SLOWED) {
		vfs_arm(fault, k);
		bool ok = keep_draft(d, "after", &err);

		struck = vfs_disarm();
		assert_true(ok || struck);
		draft_is_one_of(d, "after", ok ? "after" : "before");
		err_clear(&err);
		assert_ok(keep_draft(d, "before", &err), err);
		draft_is_one_of(d, "before", "before");
	}
	assert_true(k > 3 && k < MOST_POINTS);
	desk_close(d);
}

static void
test_a_draft_is_kept_whole_or_as_it_was(void **state)
{
	(void)state;
	keep_each(VFS_FULL);
	keep_each(VFS_IO);
	keep_each(VFS_MEMORY);
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
		CASE_TEST(test_a_draft_is_kept_whole_or_as_it_was),
		CASE_TEST(test_a_store_is_made_whole_or_not_at_all),
	};

	vfs_install();
	return RUN_TESTS("torture/fault", tests);
}
