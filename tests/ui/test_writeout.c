/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_writeout.c - what is marked is written by the job of all exports. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/folder.h"

#include "src/kind.h"
#include "ui/writeout.h"

static void
test_name_of_the_file_says_its_format(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	assert_string_equal(writeout_format("/tmp/a.b/leads.csv", NULL), "csv");
	assert_string_equal(writeout_format("x.JSONL", NULL), "jsonl");
	assert_string_equal(writeout_format("x.txt", NULL), "text");
	assert_null(writeout_format("leads", &err));
	assert_int_equal(err.code, ERR_INVALID);
	assert_null(writeout_format("/tmp/a.csv/leads", NULL));
}

static void
test_marked_ones_are_asked_for_by_their_refs(void **state)
{
	struct desk *d = fake_open();
	struct marks m = { 0 };
	struct err err = ERR_INIT;
	char path[] = "leads.md", text[200] = "";
	FILE *f;

	(void)state;
	assert_true(marks_add(&m, "u1", "RO-L1"));
	assert_true(marks_add(&m, "u2", "RO-L2"));
	assert_ok(writeout(d, kind_of(KIND_LEAD), &m, path, NULL, &err), err);
	f = fopen(path, "r");
	assert_non_null(f);
	assert_non_null(fgets(text, sizeof(text), f));
	fclose(f);
	assert_string_equal(text,
		"export kind=lead format=md filter=ref:RO-L1 or ref:RO-L2\n");
	marks_clear(&m);
	fake_close(d);
}

static void
test_too_many_are_refused_and_nothing_is_written(void **state)
{
	struct desk *d = fake_open();
	struct marks m = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	for (int i = 0; i <= WRITEOUT_MOST; i++) {
		char uid[16];

		snprintf(uid, sizeof(uid), "u%d", i);
		assert_true(marks_add(&m, uid, uid));
	}
	assert_false(writeout(d, kind_of(KIND_LEAD), &m, "all.csv", NULL, &err));
	assert_int_equal(err.code, ERR_USAGE);
	assert_false(folder_has("all.csv"));
	assert_false(writeout(d, kind_of(KIND_LEAD), &m, "nowhere/x.csv", NULL, &err));
	marks_clear(&m);
	fake_close(d);
}

#define FOLDER(f) cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_name_of_the_file_says_its_format),
	FOLDER(test_marked_ones_are_asked_for_by_their_refs),
	FOLDER(test_too_many_are_refused_and_nothing_is_written),
};

int
main(void)
{
	return RUN_TESTS("ui/writeout", tests);
}
