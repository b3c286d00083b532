/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_format.c - records as JSON, CSV and cells. */
#include "tests/support/test.h"

#include "src/asset.h"
#include "src/format.h"
#include "src/lead.h"
#include "src/member.h"
#include "src/parts.h"
#include "src/payment.h"
#include "base/banned.h"

/* What a test makes and looks at. */
struct bench {
	struct strbuf out;
	struct json json;
	struct record r;
};

static int
setup(void **state)
{
	struct bench *b = test_calloc(1, sizeof(*b));

	b->out = (struct strbuf)STRBUF_INIT;
	b->json = (struct json)JSON_INIT(&b->out, false);
	*state = b;
	return 0;
}

static int
teardown(void **state)
{
	struct bench *b = *state;

	if (b->r.kind)
		record_clear(&b->r);
	strbuf_clear(&b->out);
	test_free(b);
	return 0;
}

static void
begin(struct bench *b, const struct kind *kind, const char *ref)
{
	record_init(&b->r, kind);
	record_set(&b->r, HEADER_REF, ref);
	record_set(&b->r, HEADER_CASE, "NORTH");
	record_set_int(&b->r, HEADER_VERSION, 3);
	record_set(&b->r, HEADER_PARTY, "RO");
}

static void
test_json_begins_with_who_it_is_and_leaves_out_what_is_absent(void **state)
{
	struct bench *b = *state;

	begin(b, &lead_kind, "RO-L12");
	record_set(&b->r, HEADER_HANDLING, "H1,H2");
	record_set(&b->r, LEAD_TITLE, "A \"van\"\nin Varna");
	format_json(&b->json, &b->r, false);
	assert_string_equal(b->out.text,
		"{\"kind\":\"lead\",\"case\":\"NORTH\",\"ref\":\"RO-L12\","
		"\"version\":3,\"party\":\"RO\",\"handling\":\"H1,H2\","
		"\"title\":\"A \\\"van\\\"\\u000ain Varna\"}");
}

static void
test_json_gives_money_and_time_their_own_shape(void **state)
{
	struct bench *b = *state;

	begin(b, &payment_kind, "RO-F1");
	record_set_int(&b->r, HEADER_CREATED, 1773489600123);
	record_set(&b->r, PAYMENT_AMOUNT, "-1234.50 EUR");
	format_json(&b->json, &b->r, false);
	assert_non_null(strstr(b->out.text,
		"\"created\":\"2026-03-14T12:00:00.123Z\""));
	assert_non_null(strstr(b->out.text,
		"\"amount\":{\"amount\":\"-1234.50\",\"currency\":\"EUR\"}"));
}

static void
test_json_names_values_that_are_kept_marked(void **state)
{
	struct bench *b = *state;

	begin(b, &asset_kind, "RO-A1");
	record_set(&b->r, ASSET_ACCOUNT_NO, "EE00");
	b->r.values[ASSET_ACCOUNT_NO].invalid = true;
	record_set(&b->r, ASSET_COUNTRY, "UNKNOWN");
	b->r.values[ASSET_COUNTRY].invalid = true;
	format_json(&b->json, &b->r, false);
	assert_non_null(strstr(b->out.text,
		"\"invalid\":[\"account_no\",\"country\"]}"));
}

static void
test_json_escapes_what_could_deceive_a_reader(void **state)
{
	struct bench *b = *state;

	begin(b, &lead_kind, "RO-L1");
	record_set(&b->r, LEAD_TITLE, "\x1b[2J\xe2\x80\xae");
	format_json(&b->json, &b->r, false);
	assert_non_null(strstr(b->out.text, "\\u001b[2J\\u202e"));
}

static void
test_json_of_an_item_groups_parts_by_kind(void **state)
{
	struct bench *b = *state;
	struct desk_part parts[3];
	struct desk_item item = { .parts = parts, .n_parts = 3 };

	record_init(&parts[0].record, &comment_kind);
	record_set(&parts[0].record, COMMENT_TEXT, "one");
	record_init(&parts[1].record, &comment_kind);
	record_set(&parts[1].record, COMMENT_TEXT, "two");
	record_init(&parts[2].record, &valuation_kind);
	record_set(&parts[2].record, VALUATION_METHOD, "register");
	begin(b, &asset_kind, "RO-A1");
	item.record = b->r;
	format_json_item(&b->json, &item, false);
	for (size_t i = 0; i < 3; i++)
		record_clear(&parts[i].record);
	assert_string_equal(b->out.text,
		"{\"kind\":\"asset\",\"case\":\"NORTH\",\"ref\":\"RO-A1\","
		"\"version\":3,\"party\":\"RO\",\"parts\":{\"comment\":["
		"{\"kind\":\"comment\",\"text\":\"one\"},"
		"{\"kind\":\"comment\",\"text\":\"two\"}],\"valuation\":["
		"{\"kind\":\"valuation\",\"method\":\"register\"}]},"
		"\"links\":[]}");
}

static void
test_json_of_an_entry_leaves_out_the_side_that_was_absent(void **state)
{
	struct bench *b = *state;
	struct desk_entry_field fields[] = {
		{ .field = (char *)"title", .new = (char *)"B" },
		{ .field = (char *)"detail", .old = (char *)"x", .erased = true },
	};
	struct desk_entry e = { .entry = (char *)"00ff00ff", .at = 0,
		.zone = (char *)"UTC", .member = (char *)"RO/1",
		.party = (char *)"RO", .verb = (char *)"set",
		.kind = (char *)"lead", .ref = (char *)"RO-L1", .version = 2,
		.fields = fields, .n_fields = 2 };

	format_json_entry(&b->json, &e);
	assert_string_equal(b->out.text,
		"{\"entry\":\"00ff00ff\",\"at\":\"1970-01-01T00:00:00.000Z\","
		"\"zone\":\"UTC\",\"member\":\"RO/1\",\"party\":\"RO\","
		"\"verb\":\"set\",\"kind\":\"lead\",\"ref\":\"RO-L1\","
		"\"version\":2,\"fields\":[{\"field\":\"title\",\"new\":\"B\"},"
		"{\"field\":\"detail\",\"old\":\"x\",\"erased\":true}]}");
}

/* Cells of the first line of CSV. */
static size_t
count_cells(const char *line)
{
	size_t n = 1;
	bool quoted = false;

	for (; *line && (quoted || *line != '\r'); line++) {
		if (*line == '"')
			quoted = !quoted;
		n += *line == ',' && !quoted;
	}
	return n;
}

static void
test_csv_has_as_many_cells_as_its_head_for_every_kind(void **state)
{
	struct bench *b = *state;

	for (size_t i = 0; kinds[i]; i++) {
		struct record r;

		strbuf_reset(&b->out);
		format_csv_head(&b->out, kinds[i]);
		size_t cells = count_cells(b->out.text);
		assert_int_equal(strncmp(b->out.text,
			"kind,case,ref,id,version", 24), 0);
		strbuf_reset(&b->out);
		record_init(&r, kinds[i]);
		format_csv(&b->out, &r, false);
		record_clear(&r);
		assert_int_equal(count_cells(b->out.text), cells);
	}
}

static void
test_csv_splits_money_and_guards_formulas_unless_raw(void **state)
{
	struct bench *b = *state;
	const size_t columns[] = { HEADER_REF, PAYMENT_AMOUNT, PAYMENT_PURPOSE };

	begin(b, &payment_kind, "RO-F1");
	record_set(&b->r, PAYMENT_AMOUNT, "-3.00 EUR");
	record_set(&b->r, PAYMENT_PURPOSE, "=1+1\x1b[0m");
	format_csv_head_of(&b->out, &payment_kind, columns, 3);
	format_csv_of(&b->out, &b->r, columns, 3, false);
	format_csv_of(&b->out, &b->r, columns, 3, true);
	assert_string_equal(b->out.text,
		"ref,amount,amount_currency,purpose\r\n"
		"RO-F1,-3.00,EUR,\"'=1+1\\x1b[0m\"\r\n"
		"RO-F1,-3.00,EUR,=1+1\x1b[0m\r\n");
}

static void
test_csv_of_absent_money_is_two_empty_cells(void **state)
{
	struct bench *b = *state;
	const size_t columns[] = { HEADER_REF, PAYMENT_AMOUNT, HEADER_PARTY };

	begin(b, &payment_kind, "RO-F1");
	format_csv_of(&b->out, &b->r, columns, 3, false);
	assert_string_equal(b->out.text, "RO-F1,,,RO\r\n");
}

static void
test_order_names_each_field_once_and_the_party_of_a_member_early(void **state)
{
	size_t order[FORMAT_MOST];

	(void)state;
	for (size_t i = 0; kinds[i]; i++) {
		size_t n = format_order(kinds[i], order);

		for (size_t a = 0; a < n; a++)
			for (size_t c = a + 1; c < n; c++)
				assert_int_not_equal(order[a], order[c]);
	}
	format_order(&member_kind, order);
	assert_int_equal(order[5], MEMBER_PARTY);
}

static void
test_cell_marks_what_is_invalid_and_names_a_missing_grade(void **state)
{
	struct bench *b = *state;

	begin(b, &asset_kind, "RO-A1");
	record_set(&b->r, ASSET_COUNTRY, "UNKNOWN");
	b->r.values[ASSET_COUNTRY].invalid = true;
	format_cell(&b->out, &b->r, ASSET_COUNTRY, "UTC");
	format_cell(&b->out, &b->r, ASSET_BANK, "UTC");
	assert_string_equal(b->out.text, "?UNKNOWN");
	strbuf_reset(&b->out);
	format_cell(&b->out, &b->r, HEADER_GRADE, "UTC");
	assert_string_equal(b->out.text, "X4 (not evaluated)");
}

int
main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_json_begins_with_who_it_is_and_leaves_out_what_is_absent),
		T(test_json_gives_money_and_time_their_own_shape),
		T(test_json_names_values_that_are_kept_marked),
		T(test_json_escapes_what_could_deceive_a_reader),
		T(test_json_of_an_item_groups_parts_by_kind),
		T(test_json_of_an_entry_leaves_out_the_side_that_was_absent),
		T(test_csv_has_as_many_cells_as_its_head_for_every_kind),
		T(test_csv_splits_money_and_guards_formulas_unless_raw),
		T(test_csv_of_absent_money_is_two_empty_cells),
		T(test_order_names_each_field_once_and_the_party_of_a_member_early),
		T(test_cell_marks_what_is_invalid_and_names_a_missing_grade),
	};

	return RUN_TESTS("src/format", tests);
}
