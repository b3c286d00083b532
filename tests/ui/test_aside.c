/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_aside.c - files that are there whole or not at all. */
#include "tests/support/test.h"

#include "tests/support/folder.h"
#include "ui/aside.h"
#include "base/banned.h"

static int
count_files(void)
{
	DIR *dir = opendir(".");
	int n = 0;

	for (struct dirent *d = readdir(dir); d; d = readdir(dir))
		n += d->d_name[0] != '.' || strlen(d->d_name) > 2;
	closedir(dir);
	return n;
}

static void
assert_content(const char *path, const char *want)
{
	char text[64] = "";
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0);
	assert_true(read(fd, text, sizeof(text) - 1) >= 0);
	close(fd);
	assert_string_equal(text, want);
}

static void
test_done_replaces_the_old_content_at_once(void **state)
{
	struct aside a;
	struct err err = ERR_INIT;
	struct stat st;

	(void)state;
	assert_ok(aside_open(&a, "f", &err), err);
	assert_ok(aside_write(&a, "old", 3, &err), err);
	assert_int_not_equal(access("f", F_OK), 0);
	assert_ok(aside_done(&a, &err), err);
	assert_ok(aside_open(&a, "f", &err), err);
	assert_ok(aside_write(&a, "new", 3, &err), err);
	assert_content("f", "old");
	assert_ok(aside_done(&a, &err), err);
	assert_content("f", "new");
	assert_int_equal(stat("f", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(count_files(), 1);
	unlink("f");
}

static void
test_drop_leaves_nothing_behind(void **state)
{
	struct aside a = ASIDE_INIT;
	struct err err = ERR_INIT;

	(void)state;
	aside_drop(&a);
	assert_ok(aside_open(&a, "f", &err), err);
	assert_ok(aside_write(&a, "x", 1, &err), err);
	assert_int_equal(count_files(), 1);
	aside_drop(&a);
	aside_drop(&a);
	assert_int_equal(count_files(), 0);
}

static void
test_open_refuses_a_folder_and_a_place_that_is_not_there(void **state)
{
	struct aside a;
	struct err err = ERR_INIT;

	(void)state;
	assert_err(aside_open(&a, ".", &err), err, ERR_CANNOT_CREATE);
	assert_err(aside_open(&a, "no/f", &err), err, ERR_CANNOT_CREATE);
	assert_int_equal(count_files(), 0);
}

static void
test_a_device_is_written_to_and_stays_one(void **state)
{
	struct aside a;
	struct err err = ERR_INIT;
	struct stat st;

	(void)state;
	assert_ok(aside_open(&a, "/dev/full", &err), err);
	assert_err(aside_write(&a, "x", 1, &err), err, ERR_IO);
	aside_drop(&a);
	assert_int_equal(stat("/dev/full", &st), 0);
	assert_true(S_ISCHR(st.st_mode));
}

static void
test_a_link_goes_on_pointing(void **state)
{
	struct aside a;
	struct err err = ERR_INIT;
	struct stat st;

	(void)state;
	assert_ok(aside_open(&a, "f", &err), err);
	assert_ok(aside_done(&a, &err), err);
	assert_int_equal(symlink("f", "l"), 0);
	assert_ok(aside_open(&a, "l", &err), err);
	assert_ok(aside_write(&a, "x", 1, &err), err);
	assert_ok(aside_done(&a, &err), err);
	assert_int_equal(lstat("l", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_content("f", "x");
	unlink("l");
	unlink("f");
}

static void
test_spool_has_no_name(void **state)
{
	struct err err = ERR_INIT;
	char text[4] = "";

	(void)state;
	unsetenv("TMPDIR");
	int fd = aside_spool("here", &err);
	assert_true(fd >= 0);
	assert_int_equal(count_files(), 0);
	assert_int_equal(write(fd, "abc", 3), 3);
	assert_int_equal(pread(fd, text, 3, 0), 3);
	assert_string_equal(text, "abc");
	close(fd);
	assert_int_equal(aside_spool("no/such/place", &err), -1);
}

int
main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)
	const struct CMUnitTest tests[] = {
		T(test_done_replaces_the_old_content_at_once),
		T(test_drop_leaves_nothing_behind),
		T(test_open_refuses_a_folder_and_a_place_that_is_not_there),
		T(test_a_device_is_written_to_and_stays_one),
		T(test_a_link_goes_on_pointing),
		T(test_spool_has_no_name),
	};

	return RUN_TESTS("ui/aside", tests);
}
