/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_objects.c - JSON objects as an array and as lines (ui/objects.c). */
#include "tests/support/test.h"

#include "ui/objects.h"
#include "base/banned.h"

static void
put_number(struct objects *o, int n)
{
	struct json j = objects_next(o);

	json_object(&j);
	json_key(&j, "n");
	json_int(&j, n);
	json_object_end(&j);
	objects_done(o);
}

/* What stands there after so many objects. */
static void
assert_written(bool are_lines, int n, const char *expected)
{
	struct strbuf out = STRBUF_INIT;
	struct objects o;

	objects_begin(&o, &out, are_lines);
	for (int i = 1; i <= n; i++)
		put_number(&o, i);
	objects_end(&o);
	assert_string_equal(out.text ? out.text : "", expected);
	strbuf_clear(&out);
}

static void
test_an_array_has_commas_between_its_objects(void **state)
{
	(void)state;
	assert_written(false, 0, "[]\n");
	assert_written(false, 1, "[\n{\"n\":1}\n]\n");
	assert_written(false, 2, "[\n{\"n\":1},\n{\"n\":2}\n]\n");
}

static void
test_each_line_is_an_object(void **state)
{
	(void)state;
	assert_written(true, 0, "");
	assert_written(true, 2, "{\"n\":1}\n{\"n\":2}\n");
}

/* What was written goes out in between: commas do not depend on it. */
static void
test_the_output_may_be_emptied_between_two(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct objects o;

	(void)state;
	objects_begin(&o, &out, false);
	put_number(&o, 1);
	strbuf_reset(&out);
	put_number(&o, 2);
	assert_string_equal(out.text, ",\n{\"n\":2}");
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_array_has_commas_between_its_objects),
		cmocka_unit_test(test_each_line_is_an_object),
		cmocka_unit_test(test_the_output_may_be_emptied_between_two),
	};

	return RUN_TESTS("ui/objects", tests);
}
