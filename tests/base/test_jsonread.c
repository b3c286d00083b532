/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_jsonread.c - reading JSON token by token. */
#include "tests/support/test.h"

#include "base/jsonread.h"
#include "base/banned.h"

/* All tokens of a text, as one letter each: { } [ ] k t n T F N, then "." at the
 * end or "!" where it broke; the texts between bars. */
static void
tokens(const char *json, size_t len, struct strbuf *out)
{
	static const char letters[] = "!.{}[]ktnTFN";
	struct strbuf text = STRBUF_INIT;
	struct jsonread r;
	enum json_token token;

	strbuf_reset(out);
	jsonread_init(&r, json, len);
	do {
		token = jsonread_next(&r, &text);
		strbuf_putc(out, letters[token]);
		if (token == JSON_KEY || token == JSON_TEXT ||
		    token == JSON_NUMBER)
			strbuf_printf(out, "|%s|", text.text);
	} while (token != JSON_BROKEN && token != JSON_END);
	strbuf_clear(&text);
}

static void
check(const char *json, const char *want)
{
	struct strbuf out = STRBUF_INIT;

	tokens(json, strlen(json), &out);
	assert_string_equal(out.text, want);
	strbuf_clear(&out);
}

static void
test_next_gives_all_tokens_of_a_value(void **state)
{
	(void)state;
	check(" { \"a\" : [ 1, -2.5e+3 ,\"x\" ] , \"b\":{},\"c\":[],"
		"\"d\":true,\"e\":false,\"f\":null } ",
		"{k|a|[n|1|n|-2.5e+3|t|x|]k|b|{}k|c|[]k|d|Tk|e|Fk|f|N}.");
	check("\"\"", "t||.");
	check("0", "n|0|.");
}

static void
test_next_reads_escapes_and_pairs_of_surrogates(void **state)
{
	(void)state;
	check("\"\\\"\\\\\\/\\n\\u00e9\\ud83d\\ude00\"",
		"t|\"\\/\n\xc3\xa9\xf0\x9f\x98\x80|.");
}

static void
test_next_refuses_what_is_no_json(void **state)
{
	static const char *const bad[] = {
		"", " ", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
		"{a:1}", "[1 2]", "01", "1.", "-", "1e", ".5", "+1", "tru",
		"\"", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
		"\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u0000\"",
		"\"\xff\"", "\"\xed\xa0\x80\"", "{} {}", "1,", "]", "}", "[}",
		"{\"a\":1]", "nan", "'a'",
	};
	struct strbuf out = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		tokens(bad[i], strlen(bad[i]), &out);
		if (out.text[out.len - 1] != '!')
			fail_msg("%s was taken: %s", bad[i], out.text);
	}
	tokens("[\0]", 3, &out);
	assert_string_equal(out.text, "[!");
	strbuf_clear(&out);
}

static void
test_next_refuses_what_is_nested_too_deep(void **state)
{
	struct strbuf json = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < JSONREAD_DEPTH; i++)
		strbuf_putc(&json, '[');
	for (int i = 0; i < JSONREAD_DEPTH; i++)
		strbuf_putc(&json, ']');
	tokens(json.text, json.len, &out);
	assert_int_equal(out.text[out.len - 1], '.');
	strbuf_reset(&json);
	for (int i = 0; i < 100000; i++)
		strbuf_putc(&json, '[');
	tokens(json.text, json.len, &out);
	assert_int_equal(out.text[out.len - 1], '!');
	assert_int_equal(out.len, JSONREAD_DEPTH + 1);
	strbuf_clear(&json);
	strbuf_clear(&out);
}

static void
test_next_stays_broken(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct jsonread r;

	(void)state;
	jsonread_init(&r, "[x1]", 4);
	assert_int_equal(jsonread_next(&r, &out), JSON_ARRAY);
	assert_int_equal(jsonread_next(&r, &out), JSON_BROKEN);
	assert_int_equal(jsonread_column(&r), 2);
	assert_int_equal(jsonread_next(&r, &out), JSON_BROKEN);
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next_gives_all_tokens_of_a_value),
		cmocka_unit_test(test_next_reads_escapes_and_pairs_of_surrogates),
		cmocka_unit_test(test_next_refuses_what_is_no_json),
		cmocka_unit_test(test_next_refuses_what_is_nested_too_deep),
		cmocka_unit_test(test_next_stays_broken),
	};

	return RUN_TESTS("base/jsonread", tests);
}
