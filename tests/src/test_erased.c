/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_erased.c - the list of what was erased: whole, private, and told apart. */
#include "tests/support/test.h"
#include "tests/support/folder.h"

#include "src/erased.h"

#define STORE "10000000-0000-4000-8000-000000000000"
#define UID "20000000-0000-4000-8000-000000000000"
#define ACT "30000000-0000-4000-8000-000000000000"

static struct erased
make(const char *store, int field)
{
	struct erased e = ERASED_INIT;

	snprintf(e.store, sizeof(e.store), "%s", store);
	erased_add(&e, UID, field, ACT);
	return e;
}

static void
write_list(const char *path, const char *store, int field)
{
	struct erased e = make(store, field);
	struct err err = ERR_INIT;

	assert_ok(erased_write(path, &e, &err), err);
	erased_clear(&e);
}

static void
test_what_was_written_is_read(void **state)
{
	struct erased e = make(STORE, 64), again = ERASED_INIT;
	struct err err = ERR_INIT;
	struct stat st;

	(void)state;
	e.state = ERASED_FOLD;
	erased_add(&e, UID, ERASED_WHOLE, ACT);
	assert_ok(erased_write("s", &e, &err), err);
	assert_int_equal(stat("s.erased", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(folder_count("s.erased"), 1);
	assert_ok(erased_read("s", &again, &err), err);
	assert_string_equal(again.store, STORE);
	assert_int_equal(again.state, ERASED_FOLD);
	assert_int_equal(again.n, 2);
	assert_true(erased_has(&e, &again.lines[0]));
	assert_int_equal(again.lines[1].field, ERASED_WHOLE);
	erased_clear(&again);
	erased_clear(&e);
}

static void
test_none_is_an_empty_one(void **state)
{
	struct erased e = ERASED_INIT;
	struct err err = ERR_INIT;

	(void)state;
	assert_ok(erased_read("s", &e, &err), err);
	assert_int_equal(e.n, 0);
	assert_int_equal(e.state, ERASED_DONE);
}

/* Each byte of it counts. */
static void
test_a_byte_that_is_another_is_found(void **state)
{
	char bytes[1000];
	long size;

	(void)state;
	write_list("s", STORE, 64);
	size = folder_size("s.erased");
	int fd = open("s.erased", O_RDONLY);

	assert_int_equal(read(fd, bytes, sizeof(bytes)), size);
	close(fd);
	for (long i = 0; i <= size; i++) {
		struct erased e = ERASED_INIT;
		struct err err = ERR_INIT;

		/* At last, one that is cut short. */
		if (i < size)
			bytes[i] ^= 1;
		folder_write("s.erased", bytes, (size_t)(i < size ? size :
			size - 1));
		assert_err(erased_read("s", &e, &err), err, ERR_DAMAGED);
		assert_int_equal(e.n, 0);
		if (i < size)
			bytes[i] ^= 1;
	}
}

static void
test_lists_of_one_store_are_gathered_whatever_their_names(void **state)
{
	struct erased e = ERASED_INIT;
	struct err err = ERR_INIT;
	size_t lists = 0;

	(void)state;
	write_list("a", STORE, 64);
	write_list("b", STORE, 65);
	write_list("c", STORE, 64);
	write_list("other", UID, 66);
	snprintf(e.store, sizeof(e.store), STORE);
	assert_ok(erased_gather("backup", &e, &lists, &err), err);
	assert_int_equal(lists, 3);
	assert_int_equal(e.n, 2);
	assert_int_equal(e.lines[0].field + e.lines[1].field, 64 + 65);
	erased_clear(&e);
}

static void
test_a_damaged_list_is_never_passed_over(void **state)
{
	struct erased e = ERASED_INIT;
	struct err err = ERR_INIT;
	size_t lists = 0;

	(void)state;
	folder_write("x.erased", "liaison-erased 1\n", 17);
	assert_err(erased_gather("backup", &e, &lists, &err), err, ERR_DAMAGED);
	assert_non_null(strstr(err.text, "x.erased"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		folder_test(test_what_was_written_is_read),
		folder_test(test_none_is_an_empty_one),
		folder_test(test_a_byte_that_is_another_is_found),
		folder_test(test_lists_of_one_store_are_gathered_whatever_their_names),
		folder_test(test_a_damaged_list_is_never_passed_over),
	};

	return RUN_TESTS("src/erased", tests);
}
