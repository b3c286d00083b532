/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include "base/utf8.h"

#include "tests/support/test.h"
#include "tests/support/noise.h"

static void
write_lead(struct json *j)
{
	json_object(j);
	json_pair(j, "ref", "RO-L12");
	json_pair(j, "detail", NULL);
	json_key(j, "version");
	json_int(j, 3);
	json_key(j, "tags");
	json_array(j);
	json_text(j, "a");
	json_text(j, NULL);
	json_bool(j, true);
	json_bool(j, false);
	json_array_end(j);
	json_key(j, "amount");
	json_object(j);
	json_pair(j, "amount", "1234.50");
	json_pair(j, "currency", "EUR");
	json_object_end(j);
	json_key(j, "parts");
	json_object(j);
	json_object_end(j);
	json_key(j, "links");
	json_array(j);
	json_array_end(j);
	json_object_end(j);
}

static void
test_writes_compact_and_pretty(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	struct json compact = JSON_INIT(&sb, false);
	struct json pretty = JSON_INIT(&sb, true);

	(void)state;
	write_lead(&compact);
	assert_string_equal(sb.text, "{\"ref\":\"RO-L12\",\"version\":3,"
		"\"tags\":[\"a\",null,true,false],\"amount\":{\"amount\":"
		"\"1234.50\",\"currency\":\"EUR\"},\"parts\":{},\"links\":[]}");
	strbuf_reset(&sb);
	write_lead(&pretty);
	assert_string_equal(sb.text,
		"{\n"
		"  \"ref\": \"RO-L12\",\n"
		"  \"version\": 3,\n"
		"  \"tags\": [\n"
		"    \"a\",\n"
		"    null,\n"
		"    true,\n"
		"    false\n"
		"  ],\n"
		"  \"amount\": {\n"
		"    \"amount\": \"1234.50\",\n"
		"    \"currency\": \"EUR\"\n"
		"  },\n"
		"  \"parts\": {},\n"
		"  \"links\": []\n"
		"}");
	strbuf_clear(&sb);
}

static const struct {
	const char *text, *want;
} texts[] = {
	{ "", "\"\"" },
	{ "say \"a\\b\"", "\"say \\\"a\\\\b\\\"\"" },
	{ "Łódź, Йордан / \u4E00", "\"Łódź, Йордан / \u4E00\"" },
	{ "e\u0301", "\"e\u0301\"" },
	{ "\U0001F600", "\"\U0001F600\"" },
	{ "a\nb\tc\x1B", "\"a\\u000ab\\u0009c\\u001b\"" },
	{ "\x7F\xC2\x9B", "\"\\u007f\\u009b\"" },
	{ "\u202E\u200B\u200D\uFEFF\u2028",
	  "\"\\u202e\\u200b\\u200d\\ufeff\\u2028\"" },
	{ "\U000E0041\uE000\uFFFF", "\"\\udb40\\udc41\\ue000\\uffff\"" },
	{ "\U0010FFFF", "\"\\udbff\\udfff\"" },
	{ "a\xFF\xC3(", "\"a\\ufffd\\ufffd(\"" },
};

static void
test_escapes_what_no_reader_sees(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		struct json j = JSON_INIT(&sb, false);

		strbuf_reset(&sb);
		json_text(&j, texts[i].text);
		assert_string_equal(sb.text, texts[i].want);
	}
	strbuf_clear(&sb);
}

static void
test_escapes_keys_and_writes_whole_integers(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	struct json j = JSON_INIT(&sb, false);

	(void)state;
	json_object(&j);
	json_key(&j, "a\"\n");
	json_int(&j, INT64_MIN);
	json_key(&j, "b");
	json_int(&j, INT64_MAX);
	json_object_end(&j);
	assert_string_equal(sb.text, "{\"a\\\"\\u000a\":-9223372036854775808,"
		"\"b\":9223372036854775807}");
	strbuf_clear(&sb);
}

/* The buffer may be written away at any time. */
static void
test_a_stream_may_be_taken_in_pieces(void **state)
{
	struct strbuf sb = STRBUF_INIT, all = STRBUF_INIT;
	struct json j = JSON_INIT(&sb, false);

	(void)state;
	json_array(&j);
	for (int i = 0; i < 3; i++) {
		json_int(&j, i);
		strbuf_add(&all, sb.text, sb.len);
		strbuf_reset(&sb);
	}
	json_array_end(&j);
	strbuf_add(&all, sb.text, sb.len);
	assert_string_equal(all.text, "[0,1,2]");
	strbuf_clear(&sb);
	strbuf_clear(&all);
}

static void
test_writes_nothing_between_values_at_the_top(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	struct json j = JSON_INIT(&sb, true);

	(void)state;
	for (int i = 0; i < 2; i++) {
		json_object(&j);
		json_object_end(&j);
		strbuf_putc(&sb, '\n');
	}
	assert_string_equal(sb.text, "{}\n{}\n");
	strbuf_clear(&sb);
}

static void
test_noise_is_printable_between_quotes(void **state)
{
	struct strbuf noise = STRBUF_INIT, out = STRBUF_INIT;
	uint32_t seed = 5;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct json j = JSON_INIT(&out, false);
		bool escaped = false;

		strbuf_reset(&noise);
		strbuf_reset(&out);
		noise_text(&noise, &seed, 20, true);
		json_text(&j, noise.text);
		assert_true(utf8_valid(out.text, out.len));
		for (size_t i = 1; i + 1 < out.len; i++) {
			assert_true((unsigned char)out.text[i] >= 0x20);
			assert_true(out.text[i] != 0x7F);
			assert_true(escaped || out.text[i] != '"');
			escaped = !escaped && out.text[i] == '\\';
		}
		assert_false(escaped);
		assert_int_equal(out.text[out.len - 1], '"');
	}
	strbuf_clear(&noise);
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_writes_compact_and_pretty),
		cmocka_unit_test(test_escapes_what_no_reader_sees),
		cmocka_unit_test(test_escapes_keys_and_writes_whole_integers),
		cmocka_unit_test(test_a_stream_may_be_taken_in_pieces),
		cmocka_unit_test(test_writes_nothing_between_values_at_the_top),
		cmocka_unit_test(test_noise_is_printable_between_quotes),
	};

	return RUN_TESTS("base/json", tests);
}
