/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/fold.h"

#include "base/utf8.h"

#include "tests/support/test.h"
#include "tests/support/noise.h"

static const struct {
	const char *text, *key;
} samples[] = {
	{ "", "" },
	{ "   ", "" },
	{ "Ana POP", "ana pop" },
	{ "  Ana \t\r\n  Pop  ", "ana pop" },
	{ "\u3000Ana\u00A0\u2028Pop\u2003", "ana pop" },
	{ "Łódź", "lodz" },
	{ "Đoković", "dokovic" },
	{ "Straße", "strasse" },
	{ "STRASSE", "strasse" },
	{ "STRAẞE", "strasse" },
	{ "İstanbul", "istanbul" },
	{ "ıstanbul", "istanbul" },
	{ "Istanbul", "istanbul" },
	{ "Þórður Æsir", "thordur aesir" },
	{ "Œuvre, Łøħŧŋ", "oeuvre, lohtn" },
	{ "Əliyev", "eliyev" },
	{ "Stanisław Błażej", "stanislaw blazej" },
	{ "Nguyễn", "nguyen" },
	{ "O\u2019Brien", "o'brien" },
	{ "Al\u2011Masri \u2013 x", "al-masri - x" },
	{ "\uFF21\uFF22\uFF11", "ab1" },
	{ "\uFB01x", "fix" },
	{ "So\u00ADfi\u200Ba", "sofia" },
	{ "Γεώργιος", "γεωργιοσ" },
	{ "ΓΕΩΡΓΙΟΣ", "γεωργιοσ" },
	{ "Йордан", "иордан" },
	{ "И\u0306ордан", "иордан" },
	{ "ЙОРДАН", "иордан" },
	{ "Ёлкин", "елкин" },
	{ "Київ", "киів" },
	{ "a\xFF" "b", "a\uFFFD" "b" },
	{ "\u0301", "" },
};

static void
test_spellings_of_one_name_have_one_key(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		strbuf_reset(&sb);
		fold_key(&sb, samples[i].text, strlen(samples[i].text));
		assert_string_equal(sb.text, samples[i].key);
		assert_true(fold_same(samples[i].text, samples[i].key));
	}
	strbuf_clear(&sb);
	assert_false(fold_same("Ana Pop", "Ana Popa"));
}

static void
test_appends_and_trims_only_its_own(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_puts(&sb, "key:");
	fold_key(&sb, "  \0A ", 5);
	assert_string_equal(sb.text, "key:a");
	strbuf_puts(&sb, " ");
	fold_key(&sb, " ", 1);
	assert_string_equal(sb.text, "key:a ");
	strbuf_clear(&sb);
}

static void
check_is_own_key(const char *text, size_t len)
{
	struct strbuf once = STRBUF_INIT, twice = STRBUF_INIT;

	fold_key(&once, text, len);
	assert_true(utf8_valid(once.text, once.len));
	fold_key(&twice, once.text, once.len);
	assert_string_equal(twice.text, once.text);
	strbuf_clear(&once);
	strbuf_clear(&twice);
}

static void
test_a_key_is_its_own_key(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	uint32_t seed = 11;

	(void)state;
	for (int32_t cp = 0; cp < 0x110000; cp++) {
		char buf[4];

		if (cp == 0xD800)
			cp = 0xE000;
		check_is_own_key(buf, utf8_put(buf, cp));
	}
	for (int round = 0; round < 2000; round++) {
		strbuf_reset(&sb);
		noise_text(&sb, &seed, 20, round % 2);
		check_is_own_key(sb.text, sb.len);
	}
	strbuf_clear(&sb);
}

static void
test_contains_finds_a_part(void **state)
{
	(void)state;
	assert_true(fold_contains("stanislaw blazej", "law b"));
	assert_true(fold_contains("stanislaw", ""));
	assert_false(fold_contains("stanislaw", "stanislawa"));
}

static void
test_words_are_found_by_their_beginning(void **state)
{
	(void)state;
	assert_true(fold_begins_word("seen at the quay", "qu"));
	assert_true(fold_begins_word("ro-l12", "l12"));
	assert_true(fold_begins_word("ro-l12", "ro-l1"));
	assert_true(fold_begins_word("undercover cover", "cover"));
	assert_false(fold_begins_word("undercover", "cover"));
	assert_false(fold_begins_word("b3a", "a"));
	assert_false(fold_begins_word("\xd1\x83\xd0\xb4\xd0\xb0", "\xd0\xb0"));
	assert_true(fold_begins_word("\xe2\x82\xac\xd0\xb0", "\xd0\xb0"));
	/* Without blanks: to-kyo, a. */
	assert_true(fold_begins_word("x\xe6\x9d\xb1\xe4\xba\xac", "\xe4\xba\xac"));
	assert_true(fold_begins_word("\xe6\x9d\xb1\x61", "a"));
	assert_false(fold_begins_word("ba\xe6\x9d\xb1", "a\xe6\x9d\xb1"));
	assert_true(fold_begins_word("50 %", "%"));
	assert_true(fold_begins_word("50%", "%"));
	assert_true(fold_begins_word("any", ""));
}

static void
test_only_letters_and_digits_make_words(void **state)
{
	(void)state;
	assert_true(fold_has_word("--7"));
	assert_true(fold_has_word("\xd0\xb4"));
	assert_false(fold_has_word("-- \xe2\x82\xac"));
	assert_false(fold_has_word(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spellings_of_one_name_have_one_key),
		cmocka_unit_test(test_appends_and_trims_only_its_own),
		cmocka_unit_test(test_a_key_is_its_own_key),
		cmocka_unit_test(test_contains_finds_a_part),
		cmocka_unit_test(test_words_are_found_by_their_beginning),
		cmocka_unit_test(test_only_letters_and_digits_make_words),
	};

	return RUN_TESTS("base/fold", tests);
}
