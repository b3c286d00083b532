/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_marks.c - what is marked stays so, and there is an end to it. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "src/kind.h"
#include "ui/marks.h"

static void
test_marks_are_put_and_taken_by_uid(void **state)
{
	struct marks m = { 0 };

	(void)state;
	assert_true(marks_add(&m, "u2", "RO-L2"));
	assert_true(marks_add(&m, "u1", "RO-L1"));
	assert_true(marks_add(&m, "u2", "RO-L2"));
	assert_int_equal(m.n, 2);
	assert_true(marks_has(&m, "u1"));
	assert_false(marks_has(&m, "u3"));
	marks_drop(&m, "u3");
	marks_drop(&m, "u1");
	assert_int_equal(m.n, 1);
	assert_false(marks_has(&m, "u1"));
	assert_string_equal(m.marks[0].ref, "RO-L2");
	marks_clear(&m);
	assert_int_equal(m.n, 0);
}

static void
test_list_is_marked_page_by_page(void **state)
{
	struct desk *d = fake_open();
	struct desk_list_spec spec = { .kind = KIND_LEAD,
		.filter = "status:new" };
	struct marks m = { 0 };
	struct err err = ERR_INIT;
	bool more = true;

	(void)state;
	for (int i = 0; i < 1000; i++)
		fake_add(d, "lead", "title=x", i % 2 ? "status=new" :
			"status=assessed", NULL);
	assert_ok(marks_add_all(&m, d, &spec, &more, &err), err);
	assert_int_equal(m.n, 500);
	assert_false(more);
	spec.filter = NULL;
	assert_ok(marks_add_all(&m, d, &spec, &more, &err), err);
	assert_int_equal(m.n, 1000);
	assert_false(more);
	marks_clear(&m);
	fake_add(d, "lead", "title=one too many", NULL);
	assert_ok(marks_add_all(&m, d, &spec, &more, &err), err);
	assert_int_equal(m.n, MARKS_MOST);
	assert_true(more);
	spec.filter = "(";
	assert_false(marks_add_all(&m, d, &spec, &more, &err));
	assert_int_equal(err.code, ERR_USAGE);
	marks_clear(&m);
	fake_close(d);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_marks_are_put_and_taken_by_uid),
	cmocka_unit_test(test_list_is_marked_page_by_page),
};

int
main(void)
{
	return RUN_TESTS("ui/marks", tests);
}
