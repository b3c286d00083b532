/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include "tests/support/test.h"
#include "tests/support/noise.h"

/* A string and its length, NUL bytes counted. */
#define TEXT(s) (s), sizeof(s) - 1

static const struct {
	const char *text;
	size_t len;
	bool valid;
} samples[] = {
	{ TEXT(""), true },
	{ TEXT("sixteen plain by"), true },
	{ TEXT("sixteen plain \t\n"), true },
	{ TEXT("Łódź, Γεώργιος, Йордан"), true },
	{ TEXT("\xF0\x9F\x98\x80"), true },
	{ TEXT("\xF4\x8F\xBF\xBF"), true },
	{ TEXT("eight by\0"), false },
	{ TEXT("\0"), false },
	{ TEXT("plain and then\xFF"), false },
	{ TEXT("\x80"), false },
	{ TEXT("\xC0\x80"), false },			/* overlong NUL */
	{ TEXT("\xC1\xBF"), false },
	{ TEXT("\xE0\x9F\xBF"), false },
	{ TEXT("\xF0\x8F\xBF\xBF"), false },
	{ TEXT("\xED\xA0\x80"), false },		/* surrogate */
	{ TEXT("\xF4\x90\x80\x80"), false },		/* U+110000 */
	{ TEXT("\xF8\x88\x80\x80\x80"), false },
	{ TEXT("\xC3"), false },			/* cut off */
	{ TEXT("\xE2\x82"), false },
	{ TEXT("\xF0\x9F\x98"), false },
	{ TEXT("\xE2\x82" "a"), false },
};

static void
test_valid_is_what_rfc_3629_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++)
		if (utf8_valid(samples[i].text, samples[i].len) !=
		    samples[i].valid)
			fail_msg("sample %zu: %s", i, samples[i].text);
}

/* The word-wise scan, at every offset and with every byte. */
static void
test_ascii_run_stops_at_every_other_byte(void **state)
{
	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		for (size_t at = 0; at < 20; at++) {
			char text[21] = "abcdefghijklmnopqrst";
			bool plain = byte >= 0x20 && byte < 0x7F;

			text[at] = (char)byte;
			assert_int_equal(utf8_ascii_run(text, 20),
				plain ? 20 : at);
		}
	}
}

static void
test_next_and_put_agree_on_every_code_point(void **state)
{
	(void)state;
	for (int32_t cp = 0; cp < 0x110000; cp++) {
		char buf[4];
		int32_t got;

		if (cp == 0xD800)
			cp = 0xE000;
		size_t n = utf8_put(buf, cp);

		if (utf8_next(buf, n, &got) != n || got != cp ||
		    utf8_valid(buf, n) != (cp != 0))
			fail_msg("U+%04X", (unsigned)cp);
		/* One byte fewer is no character. */
		if (n > 1 && (utf8_next(buf, n - 1, &got) != 1 || got != -1))
			fail_msg("U+%04X cut off", (unsigned)cp);
	}
}

static const struct {
	int32_t cp;
	int width;
} widths[] = {
	{ 0, -1 }, { '\t', -1 }, { 0x1B, -1 }, { ' ', 1 }, { '~', 1 },
	{ 0x7F, -1 }, { 0x80, -1 }, { 0x9F, -1 }, { 0xA0, 1 }, { 0xAD, 0 },
	{ 0xE9, 1 }, { 0x301, 0 }, { 0x416, 1 }, { 0x93F, 1 }, { 0x94D, 0 },
	{ 0x1100, 2 }, { 0x1161, 0 }, { 0x11A8, 0 }, { 0x200B, 0 },
	{ 0x2026, 1 }, { 0x2764, 1 }, { 0x3000, 2 }, { 0x4E00, 2 },
	{ 0xAC00, 2 }, { 0xFE0F, 0 }, { 0xFF1D, 2 }, { 0x1F1E9, 1 },
	{ 0x1F600, 2 }, { -1, -1 },
};

static void
test_width_is_that_of_terminals(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(widths); i++)
		if (utf8_cp_width(widths[i].cp) != widths[i].width)
			fail_msg("U+%04X: %d", (unsigned)widths[i].cp,
				utf8_cp_width(widths[i].cp));
	assert_int_equal(utf8_width(TEXT("")), 0);
	assert_int_equal(utf8_width(TEXT("plain text of 25 columns.")), 25);
	assert_int_equal(utf8_width(TEXT("Łódź")), 4);
	assert_int_equal(utf8_width(TEXT("e\u0301te\u0301")), 3);
	assert_int_equal(utf8_width(TEXT("\u4E00\u4E8C x")), 6);
	/* No selector makes a heart wide; a control or stray byte counts 1. */
	assert_int_equal(utf8_width(TEXT("\u2764\uFE0F")), 1);
	assert_int_equal(utf8_width(TEXT("a\x1B\xFF")), 3);
}

/* Clusters are parted by |. */
static const char *const clusters[] = {
	"",
	"a|b|c",
	"e\u0301|t|e\u0301",
	"a|\r\n|b",
	"x|\U0001F1E9\U0001F1EA|\U0001F1F7\U0001F1F4|\U0001F1E9",
	"\U0001F468\u200D\U0001F469\u200D\U0001F467|!",
	"\u0915\u094D|\u0937\u093F| ",
	"\u1100\u1161\u11A8|\uAC00",
	"\xFF|\x80|e\u0301|\xE2|\x82|a",
};

/* Walk both ways and compare with the bars. */
static void
check_clusters(const char *barred)
{
	char text[128] = "";
	size_t bounds[32], n = 0, len = 0;

	for (const char *c = barred; *c; c++) {
		if (*c == '|')
			bounds[n++] = len;
		else
			text[len++] = *c;
	}
	bounds[n++] = len;
	for (size_t i = 0, pos = 0; i < n; i++) {
		pos = utf8_cluster_next(text, len, pos);
		assert_int_equal(pos, bounds[i]);
	}
	for (size_t i = n, pos = len; i-- > 0;) {
		pos = utf8_cluster_prev(text, len, pos);
		assert_int_equal(pos, i ? bounds[i - 1] : 0);
	}
}

static void
test_clusters_are_those_of_a_reader(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(clusters); i++)
		check_clusters(clusters[i]);
}

static void
test_clusters_of_noise_are_the_same_both_ways(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	uint32_t seed = 20260101;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		size_t pos = 0;
		int width = 0;

		strbuf_reset(&sb);
		noise_text(&sb, &seed, 20, round % 2);
		while (pos < sb.len) {
			size_t next = utf8_cluster_next(sb.text, sb.len, pos);

			assert_true(next > pos && next <= sb.len);
			assert_int_equal(pos,
				utf8_cluster_prev(sb.text, sb.len, next));
			width += utf8_width(sb.text + pos, next - pos);
			pos = next;
		}
		assert_int_equal(width, utf8_width(sb.text, sb.len));
	}
	strbuf_clear(&sb);
}

static void
check_cut(const char *text, int columns, size_t want, int want_used)
{
	int used;

	assert_int_equal(utf8_cut(text, strlen(text), columns, &used), want);
	assert_int_equal(used, want_used);
	assert_int_equal(utf8_cut(text, strlen(text), columns, NULL), want);
}

static void
test_cut_keeps_whole_clusters(void **state)
{
	(void)state;
	check_cut("", 5, 0, 0);
	check_cut("plain", 0, 0, 0);
	check_cut("plain", -1, 0, 0);
	check_cut("plain", 3, 3, 3);
	check_cut("plain", 5, 5, 5);
	check_cut("plain", 50, 5, 5);
	check_cut("ab", 0x7FFFFFFF, 2, 2);
	check_cut("Łódź", 3, 5, 3);
	/* The mark goes with its base, also where the columns end. */
	check_cut("ae\u0301", 2, 4, 2);
	check_cut("ae\u0301", 1, 1, 1);
	check_cut("e\u0301e", 1, 3, 1);
	check_cut("\u0301", 0, 2, 0);
	/* Half a wide character is none. */
	check_cut("a\u4E00\u4E00", 2, 1, 1);
	check_cut("a\u4E00\u4E00", 3, 4, 3);
	check_cut("\u4E00", 1, 0, 0);
	/* A flag is one cluster of two columns. */
	check_cut("ab\U0001F1E9\U0001F1EA", 3, 2, 2);
}

static void
test_cut_parts_a_cluster_that_never_fits(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_puts(&sb, "ab\u0915");
	for (int i = 0; i < 100; i++)
		strbuf_puts(&sb, "\u093F");
	check_cut(sb.text, 80, 2 + 78 * 3, 80);
	check_cut(sb.text, 200, sb.len, 103);
	strbuf_clear(&sb);
}

static void
test_cut_of_noise_is_never_too_wide(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		int columns = round % 13, used;
		size_t n;

		strbuf_reset(&sb);
		noise_text(&sb, &seed, 12, round % 2);
		n = utf8_cut(sb.text, sb.len, columns, &used);
		assert_true(n <= sb.len && used <= columns);
		assert_int_equal(utf8_width(sb.text, n), used);
		if (n == sb.len)
			continue;
		n = utf8_cluster_next(sb.text, sb.len, n);
		assert_true(utf8_width(sb.text, n) > columns);
	}
	strbuf_clear(&sb);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_valid_is_what_rfc_3629_says),
		cmocka_unit_test(test_ascii_run_stops_at_every_other_byte),
		cmocka_unit_test(test_next_and_put_agree_on_every_code_point),
		cmocka_unit_test(test_width_is_that_of_terminals),
		cmocka_unit_test(test_clusters_are_those_of_a_reader),
		cmocka_unit_test(test_clusters_of_noise_are_the_same_both_ways),
		cmocka_unit_test(test_cut_keeps_whole_clusters),
		cmocka_unit_test(test_cut_parts_a_cluster_that_never_fits),
		cmocka_unit_test(test_cut_of_noise_is_never_too_wide),
	};

	return RUN_TESTS("base/utf8", tests);
}
