/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"
#include "tests/support/folder.h"

#include "db/file.h"

static void
test_names_the_file_systems_that_it_refuses(void **state)
{
	(void)state;
	assert_string_equal(db_file_refused_system(0x6969), "NFS");
	assert_string_equal(db_file_refused_system(0x65735546), "FUSE");
	/* f_type is signed on some machines. */
	assert_string_equal(db_file_refused_system((long)0xFF534D42), "CIFS");
	assert_string_equal(db_file_refused_system((int32_t)0xFF534D42), "CIFS");
	assert_null(db_file_refused_system(0xEF53));		/* ext4 */
	assert_null(db_file_refused_system(0x9123683E));	/* btrfs */
}

static void
test_finds_one_path_for_all_links(void **state)
{
	struct err err = ERR_INIT;
	struct db_file f, g;

	(void)state;
	folder_write("a", "x", 1);
	assert_int_equal(symlink("a", "b"), 0);
	assert_ok(db_file_find("./a", &f, &err), err);
	assert_ok(db_file_find("b", &g, &err), err);
	assert_string_equal(f.path, g.path);
	assert_true(f.writable);
	assert_false(f.has_wal);
	free(g.path);
	free(f.path);
	folder_write("a-wal", "", 0);
	assert_ok(db_file_find("a", &f, &err), err);
	assert_false(f.has_wal);
	free(f.path);
	folder_write("a-wal", "x", 1);
	assert_ok(db_file_find("a", &f, &err), err);
	assert_true(f.has_wal);
	free(f.path);
}

static void
test_refuses_what_is_no_file_of_its_own(void **state)
{
	struct err err = ERR_INIT;
	struct db_file f;

	(void)state;
	assert_err(db_file_find("a", &f, &err), err, ERR_NO_FILE);
	assert_err(db_file_find("", &f, &err), err, ERR_NO_FILE);
	assert_err(db_file_find(".", &f, &err), err, ERR_DAMAGED);
	folder_write("a", "x", 1);
	assert_int_equal(link("a", "b"), 0);
	assert_err(db_file_find("a", &f, &err), err, ERR_IO);
	assert_non_null(strstr(err.text, "second name"));
}

static void
test_a_new_path_is_one_that_is_free(void **state)
{
	const char *const bad[] = { "", ".", "..", "none/a", "a/", "/" };
	struct err err = ERR_INIT;
	char *path;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_err(db_file_new(bad[i], &path, &err), err,
			ERR_CANNOT_CREATE);
	assert_int_equal(symlink("nowhere", "b"), 0);
	assert_err(db_file_new("b", &path, &err), err, ERR_CANNOT_CREATE);
	assert_ok(db_file_new("a", &path, &err), err);
	assert_int_equal(path[0], '/');
	free(path);
}

static void
test_places_a_file_and_never_over_another(void **state)
{
	struct err err = ERR_INIT;
	struct stat st;
	char *temp;

	(void)state;
	assert_ok(db_file_make_aside("a", &temp, &err), err);
	assert_int_equal(stat(temp, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_ok(db_file_place(temp, "a", false, &err), err);
	assert_false(folder_has(temp));
	free(temp);
	folder_write("a", "old", 3);
	assert_ok(db_file_make_aside("a", &temp, &err), err);
	assert_err(db_file_place(temp, "a", false, &err), err,
		ERR_CANNOT_CREATE);
	assert_int_equal(folder_size("a"), 3);
	assert_ok(db_file_place(temp, "a", true, &err), err);
	assert_int_equal(folder_size("a"), 0);
	free(temp);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_the_file_systems_that_it_refuses),
		folder_test(test_finds_one_path_for_all_links),
		folder_test(test_refuses_what_is_no_file_of_its_own),
		folder_test(test_a_new_path_is_one_that_is_free),
		folder_test(test_places_a_file_and_never_over_another),
	};

	return RUN_TESTS("db/file", tests);
}
