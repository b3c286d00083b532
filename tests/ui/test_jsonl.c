/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_jsonl.c - records from lines of JSON. */
#include "tests/support/test.h"

#include "src/lead.h"
#include "src/payment.h"
#include "tests/support/folder.h"
#include "ui/jsonl.h"
#include "base/banned.h"

/* Lines in a file that is gone when they are open. */
static struct jsonl *
lines_of(const char *text)
{
	char path[] = "jsonl-XXXXXX";
	int fd = mkstemp(path);
	struct err err = ERR_INIT;
	struct jsonl *lines;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	assert_ok(jsonl_open(&lines, path, &err), err);
	unlink(path);
	return lines;
}

static void
test_next_sets_fields_and_leaves_out_what_is_made(void **state)
{
	struct jsonl *lines = lines_of("\n"
		"{\"kind\":\"payment\",\"ref\":\"RO-F1\",\"version\":3,"
		"\"amount\":{\"amount\":\"-3.00\",\"currency\":\"EUR\"},"
		"\"tags\":[\"a\",\"b\"],\"purpose\":null,\"tx_ref\":17,"
		"\"invalid\":[\"to\"]}\r\n"
		"{}");
	struct err err = ERR_INIT;
	struct jsonl_parts parts = { 0 };
	struct record r;
	bool more;

	(void)state;
	record_init(&r, &payment_kind);
	assert_ok(jsonl_next(lines, &r, &parts, &more, &err), err);
	assert_true(more);
	assert_int_equal(jsonl_line(lines), 2);
	assert_string_equal(record_text(&r, PAYMENT_AMOUNT), "-3.00 EUR");
	assert_string_equal(record_text(&r, HEADER_TAGS), "a,b");
	assert_string_equal(record_text(&r, PAYMENT_TX_REF), "17");
	assert_int_equal(r.values[PAYMENT_PURPOSE].state, VALUE_UNSET);
	assert_null(record_text(&r, HEADER_REF));
	record_clear(&r);
	record_init(&r, &payment_kind);
	assert_ok(jsonl_next(lines, &r, &parts, &more, &err), err);
	assert_true(more);
	assert_ok(jsonl_next(lines, &r, &parts, &more, &err), err);
	assert_false(more);
	record_clear(&r);
	jsonl_close(lines);
}

static void
test_next_names_the_line_that_is_wrong(void **state)
{
	static const struct {
		const char *line;
		enum err_code code;
	} bad[] = {
		{ "title", ERR_INVALID },
		{ "[]", ERR_INVALID },
		{ "{\"title\":\"a\"", ERR_INVALID },
		{ "{\"title\":\"a\"}{}", ERR_INVALID },
		{ "{\"title\":true}", ERR_INVALID },
		{ "{\"title\":{\"a\":1}}", ERR_INVALID },
		{ "{\"tags\":[[\"a\"]]}", ERR_INVALID },
		{ "{\"kind\":\"note\"}", ERR_INVALID },
		{ "{\"titel\":\"a\"}", ERR_USAGE },
		{ "{\"title\":\"a\",\"title\":\"b\"}", ERR_USAGE },
		{ "{\"title\":\"\\u0000\"}", ERR_INVALID },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct jsonl *lines = lines_of(bad[i].line);
		struct jsonl_parts parts = { 0 };
		struct err err = ERR_INIT;
		struct record r;
		bool more;

		record_init(&r, &lead_kind);
		assert_err(jsonl_next(lines, &r, &parts, &more, &err), err,
			bad[i].code);
		assert_int_equal(err.row, 1);
		record_clear(&r);
		jsonl_parts_clear(&parts);
		jsonl_close(lines);
	}
}

static void
test_parts_come_with_their_record_and_name_each_other_anew(void **state)
{
	struct jsonl *lines = lines_of("{\"ref\":\"RO-L7\",\"title\":\"a\","
		"\"links\":[{\"x\":[{}]}],\"parts\":{\"comment\":["
		"{\"ref\":\"RO-L7/comment1\",\"retracted\":\"2026-01-05T12:00:00Z\","
		"\"text\":\"void\"},"
		"{\"ref\":\"RO-L7/comment2\",\"of\":\"RO-L7\",\"text\":\"b\"},"
		"{\"text\":\"c\",\"corrects\":\"RO-L7/comment2\"}]}}");
	struct jsonl_parts parts = { 0 };
	struct err err = ERR_INIT;
	struct record r;
	bool more;

	(void)state;
	record_init(&r, &lead_kind);
	assert_ok(jsonl_next(lines, &r, &parts, &more, &err), err);
	assert_int_equal(parts.n, 2);
	assert_string_equal(record_text(&parts.all[0].record, HEADER_N), "b");
	assert_null(record_text(&parts.all[0].record, HEADER_OF));
	assert_string_equal(record_text(&parts.all[1].record, HEADER_CORRECTS),
		"comment1");
	jsonl_parts_clear(&parts);
	record_clear(&r);
	jsonl_close(lines);
}

static void
test_open_refuses_a_file_that_is_not_there(void **state)
{
	struct jsonl *lines;
	struct err err = ERR_INIT;

	(void)state;
	assert_err(jsonl_open(&lines, "no/such/file", &err), err, ERR_NO_FILE);
}

int
main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)
	const struct CMUnitTest tests[] = {
		T(test_next_sets_fields_and_leaves_out_what_is_made),
		T(test_next_names_the_line_that_is_wrong),
		T(test_parts_come_with_their_record_and_name_each_other_anew),
		T(test_open_refuses_a_file_that_is_not_there),
	};

	return RUN_TESTS("ui/jsonl", tests);
}
