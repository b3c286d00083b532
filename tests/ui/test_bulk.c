/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_bulk.c - one act on several records: what is asked of the desk. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "src/kind.h"
#include "ui/bulk.h"

static const struct marks none;

static void
mark(struct desk *d, struct marks *m, const char *ref)
{
	struct desk_item item = { 0 };

	assert_true(desk_get(d, 0, ref, &item, NULL));
	assert_true(marks_add(m, item.uid, ref));
	desk_item_clear(&item);
}

static const char *
value(struct desk *d, const char *ref, const char *field, char out[80])
{
	struct desk_item item = { 0 };
	const char *text;

	assert_true(desk_get(d, 0, ref, &item, NULL));
	text = record_text(&item.record, kind_index(item.record.kind, field));
	snprintf(out, 80, "%s", text ? text : "");
	desk_item_clear(&item);
	return out;
}

static void
test_field_is_set_in_what_is_marked(void **state)
{
	struct desk *d = fake_open();
	const struct kind *lead = kind_of(KIND_LEAD);
	struct desk_many_done done = { 0 };
	struct marks m = { 0 };
	struct bulk b = { 0 };
	struct err err = ERR_INIT;
	char text[80];

	(void)state;
	fake_add(d, "lead", "title=a", "status=new", NULL);
	fake_add(d, "lead", "title=b", "status=new", NULL);
	fake_add(d, "lead", "title=c", "status=new", NULL);
	mark(d, &m, "RO-L1");
	mark(d, &m, "RO-L3");
	assert_true(bulk_begin(&b, lead, &m, NULL));
	bulk_set(&b, kind_index(lead, "status"), "confirmed");
	assert_string_equal(b.saying, "Status: confirmed");
	assert_ok(bulk_do(&b, d, &done, &err), err);
	assert_int_equal(done.done, 2);
	assert_string_equal(value(d, "RO-L1", "status", text), "confirmed");
	assert_string_equal(value(d, "RO-L2", "status", text), "new");
	assert_string_equal(value(d, "RO-L3", "status", text), "confirmed");
	desk_many_done_clear(&done);
	bulk_clear(&b);
	marks_clear(&m);
	fake_close(d);
}

static void
test_sets_take_words_in_and_out(void **state)
{
	const struct kind *lead = kind_of(KIND_LEAD);
	struct bulk b = { .kind = lead };

	(void)state;
	bulk_set(&b, HEADER_TAGS, "+cash");
	assert_int_equal(b.fields.values[HEADER_TAGS].state, VALUE_PLUS);
	assert_string_equal(b.fields.values[HEADER_TAGS].text, "cash");
	bulk_set(&b, HEADER_TAGS, "-cash");
	assert_int_equal(b.fields.values[HEADER_TAGS].state, VALUE_MINUS);
	bulk_set(&b, HEADER_TAGS, "");
	assert_int_equal(b.fields.values[HEADER_TAGS].state, VALUE_CLEARED);
	/* Elsewhere a dash is a dash. */
	bulk_set(&b, kind_index(lead, "title"), "-x");
	assert_string_equal(record_text(&b.fields, kind_index(lead, "title")), "-x");
	bulk_clear(&b);
}

static void
test_comment_is_added_to_each(void **state)
{
	struct desk *d = fake_open();
	const struct kind *comment = kind_of(KIND_COMMENT);
	struct desk_many_done done = { 0 };
	struct marks m = { 0 };
	struct bulk b = { 0 };
	struct err err = ERR_INIT;

	(void)state;
	fake_add(d, "lead", "title=a", NULL);
	fake_add(d, "lead", "title=b", NULL);
	mark(d, &m, "RO-L1");
	mark(d, &m, "RO-L2");
	assert_true(bulk_begin(&b, kind_of(KIND_LEAD), &m, NULL));
	bulk_add(&b, comment, "of");
	record_set(&b.fields, kind_index(comment, "text"), "seen");
	assert_ok(bulk_do(&b, d, &done, &err), err);
	assert_int_equal(done.done, 2);
	desk_many_done_clear(&done);
	bulk_clear(&b);
	marks_clear(&m);
	fake_close(d);
}

static void
test_with_nothing_marked_it_is_the_row(void **state)
{
	const struct kind *lead = kind_of(KIND_LEAD);
	struct desk_row row = { .uid = (char *)(uintptr_t)"u1" };
	struct bulk b = { 0 };

	(void)state;
	assert_false(bulk_begin(&b, lead, &none, NULL));
	record_init(&row.record, lead);
	record_set(&row.record, HEADER_REF, "RO-L1");
	assert_true(bulk_begin(&b, lead, &none, &row));
	assert_int_equal(b.on.n, 1);
	assert_string_equal(b.on.marks[0].ref, "RO-L1");
	bulk_clear(&b);
	record_clear(&row.record);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_field_is_set_in_what_is_marked),
	cmocka_unit_test(test_sets_take_words_in_and_out),
	cmocka_unit_test(test_comment_is_added_to_each),
	cmocka_unit_test(test_with_nothing_marked_it_is_the_row),
};

int
main(void)
{
	return RUN_TESTS("ui/bulk", tests);
}
