/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clean.h"

#include "base/utf8.h"

#include "tests/support/test.h"
#include "tests/support/noise.h"

enum { ALL_FLAGS = CLEAN_ASCII | CLEAN_LINES | CLEAN_LIST };

static const struct {
	const char *text, *want;
	unsigned flags;
	bool hid;
} samples[] = {
	{ "", "", 0, false },
	{ "Ana Pop, Łódź", "Ana Pop, Łódź", 0, false },
	{ "Łódź \u2026\u00A0x", "??d? ? x", CLEAN_ASCII, false },
	{ "e\u0301t", "et", CLEAN_ASCII, false },

	/* Controls and stray bytes. */
	{ "a\x1B]52;c;eA==\x07", "a\\x1b]52;c;eA==\\x07", 0, true },
	{ "\x7F", "\\x7f", 0, true },
	{ "\xC2\x9B" "31m", "\\x9b31m", 0, true },
	{ "\xFF\xC3(", "\\xff\\xc3(", 0, true },
	{ "\xED\xA0\x80", "\\xed\\xa0\\x80", 0, true },
	{ "total\rpaid", "total\\x0dpaid", CLEAN_LINES, true },
	{ "a\bb", "a\\x08b", CLEAN_LINES, true },

	/* Line breaks and tabs. */
	{ "a\nb", "a\u240Ab", 0, false },
	{ "a\nb", "a\\nb", CLEAN_ASCII, false },
	{ "a\nb", "a\nb", CLEAN_LINES, false },
	{ "a\r\nb", "a\u240Ab", 0, false },
	{ "a\r\nb\n", "a\nb\n", CLEAN_LINES, false },
	{ "a\u2028b\u2029c", "a\u240Ab\u240Ac", 0, false },
	{ "a\u2028b", "a\nb", CLEAN_LINES, false },
	{ "a\xC2\x85" "b", "a\\x85b", CLEAN_LINES, true },
	{ "a\tb", "a b", 0, false },

	/* Bidi controls. */
	{ "a\u202Egpj.exe", "a⟨RLO⟩gpj.exe", 0, true },
	{ "a\u202Egpj.exe", "a<RLO>gpj.exe", CLEAN_ASCII, true },
	{ "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u2066\u2067\u2068\u2069",
	  "<ALM><LRM><RLM><LRE><RLE><PDF><LRO><LRI><RLI><FSI><PDI>",
	  CLEAN_ASCII | CLEAN_LIST, true },

	/* Zero width. */
	{ "a\u200Bb\u2060\uFEFF\u00AD\u180E\u034F", "a⟨ZW⟩b⟨ZW⟩⟨ZW⟩⟨ZW⟩⟨ZW⟩⟨ZW⟩",
	  0, true },
	{ "a\u200Bb\u2060\uFEFF\u00AD", "ab", CLEAN_LIST, true },
	{ "a\u200Bb", "a<ZW>b", CLEAN_ASCII, true },

	/* Joiners where a script needs them, and nowhere else. */
	{ "\u0645\u06CC\u200C\u062E", "\u0645\u06CC\u200C\u062E", 0, false },
	{ "\u0915\u094D\u200D\u0937", "\u0915\u094D\u200D\u0937", 0, false },
	{ "\u09B0\u200D\u09CD\u09AF", "\u09B0\u200D\u09CD\u09AF", 0, false },
	{ "a\u200Cb", "a⟨ZW⟩b", 0, true },
	{ "\u0628\u064E\u064E\u064E\u200C\u0628",
	  "\u0628\u064E\u064E\u064E⟨ZW⟩\u0628", 0, true },
	{ "\u0645\u200C\u200C\u0645", "\u0645⟨ZW⟩⟨ZW⟩\u0645", 0, true },
	{ "\u0645\u200C", "\u0645⟨ZW⟩", 0, true },
	{ "\u200C\u0645", "⟨ZW⟩\u0645", 0, true },
	{ "\u0645\u200Cb", "\u0645⟨ZW⟩b", 0, true },
	{ "\U0001F468\u200D\U0001F469", "\U0001F468⟨ZW⟩\U0001F469", 0, true },
	{ "\U0001F468\u200D\U0001F469", "\U0001F468\U0001F469", CLEAN_LIST, true },

	/* By number. */
	{ "a\U000E0041", "a⟨U+E0041⟩", 0, true },
	{ "\uE000\uFDD0\U0010FFFF\u0378", "<U+E000><U+FDD0><U+10FFFF><U+0378>",
	  CLEAN_ASCII, true },
	{ "\u3164\u1160", "⟨U+3164⟩⟨U+1160⟩", 0, true },
	{ "\u0600", "⟨U+0600⟩", 0, true },

	/* A selector right behind a base, once. */
	{ "\u2764\uFE0F", "\u2764\uFE0F", 0, false },
	{ "1\uFE0F\u20E3", "1\uFE0F\u20E3", 0, false },
	{ "\u2764\uFE0F\uFE0E", "\u2764\uFE0F⟨U+FE0E⟩", 0, true },
	{ "\uFE0F", "⟨U+FE0F⟩", 0, true },
	{ " \uFE0F", " ⟨U+FE0F⟩", 0, true },
	{ "e\u0301\U000E0100", "e\u0301⟨U+E0100⟩", 0, true },
	{ "a\u200B\uFE0F", "a⟨U+FE0F⟩", CLEAN_LIST, true },

	/* Marks: four on a base, and never on what is not theirs. */
	{ "a\u0301\u0301\u0301\u0301b", "a\u0301\u0301\u0301\u0301b", 0, false },
	{ "a\u0301\u0301\u0301\u0301\u0301\u0301b",
	  "a\u0301\u0301\u0301\u0301b", 0, true },
	{ "\u0301x", "\u25CC\u0301x", 0, true },
	{ "\u0301x", "?x", CLEAN_ASCII, true },
	{ "\u202E\u0301", "⟨RLO⟩\u25CC\u0301", 0, true },
	{ "a\n\u0301", "a\n\u25CC\u0301", CLEAN_LINES, true },
	{ "a\u0301\u0301\u0301\u200B\u0301\u0301",
	  "a\u0301\u0301\u0301\u0301", CLEAN_LIST, true },
};

static void
test_shows_each_hidden_thing_by_its_sign(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		bool hid;

		strbuf_reset(&sb);
		hid = clean_text(&sb, samples[i].text, strlen(samples[i].text),
			samples[i].flags);
		if (strcmp(sb.text, samples[i].want) || hid != samples[i].hid)
			fail_msg("sample %zu: %d %s, want %s", i, hid, sb.text,
				samples[i].want);
	}
	strbuf_clear(&sb);
}

static void
test_shows_nul_bytes_and_appends(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_puts(&sb, "e");
	assert_true(clean_text(&sb, "\0\u0301", 3, 0));
	assert_string_equal(sb.text, "e\\x00\u25CC\u0301");
	strbuf_clear(&sb);
}

/* The stated lists, on their own and not by the code under test. */
static bool
is_listed(int32_t cp)
{
	return cp == 0x61C || (cp >= 0x200E && cp <= 0x200F) ||
		(cp >= 0x202A && cp <= 0x202E) ||
		(cp >= 0x2066 && cp <= 0x2069) || cp == 0x200B ||
		cp == 0x2060 || cp == 0xFEFF || cp == 0xAD || cp == 0x180E ||
		cp == 0x34F || cp == 0x2028 || cp == 0x2029 ||
		(cp >= 0xE0000 && cp <= 0xE007F) ||
		(cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000 ||
		(cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
}

static void
check_harmless(const struct strbuf *sb, unsigned flags)
{
	int stacked = 99;

	assert_true(utf8_valid(sb->text, sb->len));
	for (size_t i = 0; i < sb->len;) {
		int32_t cp;

		i += utf8_next(sb->text + i, sb->len - i, &cp);
		if (cp == '\n' && flags & CLEAN_LINES) {
			stacked = 99;
			continue;
		}
		assert_true(utf8_cp_width(cp) >= 0);
		assert_false(is_listed(cp));
		assert_true(cp < 0x80 || !(flags & CLEAN_ASCII));
		stacked = utf8_cp_width(cp) > 0 ? 0 : stacked + 1;
		assert_true(stacked <= 4);
	}
}

static void
check_width_is_that_of_the_clusters(const struct strbuf *sb)
{
	int width = 0;

	for (size_t pos = 0, next; pos < sb->len; pos = next) {
		next = utf8_cluster_next(sb->text, sb->len, pos);
		width += utf8_width(sb->text + pos, next - pos);
	}
	assert_int_equal(width, utf8_width(sb->text, sb->len));
}

static void
test_noise_is_harmless_and_clean_ever_after(void **state)
{
	struct strbuf noise = STRBUF_INIT, once = STRBUF_INIT;
	struct strbuf twice = STRBUF_INIT;
	uint32_t seed = 20260202;

	(void)state;
	for (int round = 0; round < 16000; round++) {
		unsigned flags = (unsigned)round & ALL_FLAGS;

		strbuf_reset(&noise);
		strbuf_reset(&once);
		strbuf_reset(&twice);
		noise_text(&noise, &seed, 24, round & 8);
		clean_text(&once, noise.text, noise.len, flags);
		check_harmless(&once, flags);
		check_width_is_that_of_the_clusters(&once);
		assert_false(clean_text(&twice, once.text, once.len, flags));
		assert_string_equal(twice.text, once.text);
	}
	strbuf_clear(&noise);
	strbuf_clear(&once);
	strbuf_clear(&twice);
}

static void
test_random_bytes_are_harmless(void **state)
{
	struct strbuf out = STRBUF_INIT;
	uint32_t seed = 3;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		unsigned flags = (unsigned)round & ALL_FLAGS;
		char bytes[64];

		for (size_t i = 0; i < sizeof(bytes); i++)
			bytes[i] = (char)noise_next(&seed);
		strbuf_reset(&out);
		clean_text(&out, bytes, sizeof(bytes), flags);
		check_harmless(&out, flags);
	}
	strbuf_clear(&out);
}

static void
test_hides_agrees_with_the_text_it_makes(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	assert_true(clean_hides(-1));
	for (int32_t cp = 0; cp < 0x110000; cp++) {
		char text[5] = " ";

		if (cp == 0xD800)
			cp = 0xE000;
		size_t len = 1 + utf8_put(text + 1, cp);

		strbuf_reset(&out);
		clean_text(&out, text, len, 0);
		bool same = out.len == len && !memcmp(out.text, text, len);

		if (clean_hides(cp) == same)
			fail_msg("U+%04X", (unsigned)cp);
		if (is_listed(cp) && !clean_hides(cp))
			fail_msg("U+%04X is listed", (unsigned)cp);
	}
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shows_each_hidden_thing_by_its_sign),
		cmocka_unit_test(test_shows_nul_bytes_and_appends),
		cmocka_unit_test(test_noise_is_harmless_and_clean_ever_after),
		cmocka_unit_test(test_random_bytes_are_harmless),
		cmocka_unit_test(test_hides_agrees_with_the_text_it_makes),
	};

	return RUN_TESTS("base/clean", tests);
}
