/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_layout.c - letters of national keyboards are the keys they stand on. */
#include "tests/support/test.h"

#include <wchar.h>

#include "base/utf8.h"
#include "ui/layout.h"
#include "ui/settings.h"

/* What the keys of a text are, "." for those that are none. */
static void
assert_latin(const char *name, const char *locale, const char *typed,
	const char *want)
{
	char got[100];
	size_t n = 0, len = strlen(typed);

	for (size_t i = 0; i < len;) {
		int32_t cp;
		int latin;

		i += utf8_next(typed + i, len - i, &cp);
		latin = layout_latin(name, locale, cp);
		got[n++] = latin ? (char)latin : '.';
	}
	got[n] = '\0';
	assert_string_equal(got, want);
}

static void
test_tables_pair_letters_one_to_one(void **state)
{
	(void)state;
	for (const struct layout *l = layouts; l->name; l++) {
		size_t n = 0, len = strlen(l->local);

		for (size_t i = 0; i < len; n++) {
			int32_t cp;
			size_t at = i;

			i += utf8_next(l->local + i, len - i, &cp);
			assert_true(cp > 0x20);
			/* No sign stands there twice. */
			for (size_t j = 0; j < at;) {
				int32_t other;

				j += utf8_next(l->local + j, len - j, &other);
				if (other == cp)
					fail_msg("%s: U+%04X twice", l->name,
						(unsigned)cp);
			}
		}
		assert_int_equal(n, strlen(l->latin));
	}
}

static void
test_greek_letters_are_their_keys(void **state)
{
	(void)state;
	assert_latin("greek", NULL, "ξκγΓνθ", "jkgGnu");
	assert_latin("greek", NULL, "ςΣΩω;", "wSVvq");
	assert_latin("auto", NULL, "ξκγΓνθΞ", "jkgGnuJ");
	/* Where the keyboard is not known ASCII means itself. */
	assert_latin("auto", NULL, ";:q", "...");
}

static void
test_cyrillic_keyboards_differ(void **state)
{
	(void)state;
	assert_latin("russian", NULL, "йцукенгшщз", "qwertyuiop");
	assert_latin("russian", NULL, "фывапролд", "asdfghjkl");
	assert_latin("russian", NULL, "ячсмить", "zxcvbnm");
	assert_latin("russian", NULL, "ОНЙіІ", "JYQsS");
	assert_latin("serbian", NULL, "љњертзуиоп", "qwertzuiop");
	assert_latin("serbian", NULL, "жџцвбнм", "yxcvbnm");
	assert_latin("serbian", NULL, "ЈЖ", "JY");
	assert_latin("bulgarian", NULL, ",уеишщксдз", "qwertyuiop");
	assert_latin("bulgarian", NULL, "ьяаожгтнв", "asdfghjkl");
	assert_latin("bulgarian", NULL, "юйъэфхп", "zxcvbnm");
	assert_latin("bulgarian-phonetic", NULL, "явертъуиоп", "qwertyuiop");
	assert_latin("bulgarian-phonetic", NULL, "зьцжбнм", "zxcvbnm");
	assert_latin("bulgarian-phonetic-new", NULL, "чшертъуиоп", "qwertyuiop");
	assert_latin("bulgarian-phonetic-new", NULL, "зжцвбнм", "zxcvbnm");
}

static void
test_auto_guesses_only_what_all_agree_on(void **state)
{
	(void)state;
	/* Serbian alone has it; three have the other, in three places. */
	assert_latin("auto", NULL, "ј", "j");
	assert_latin("auto", NULL, "й", ".");
	assert_latin("auto", "C.UTF-8", "й", ".");
	/* The language of the locale decides, ... */
	assert_latin("auto", "uk_UA.UTF-8", "йщі", "qos");
	assert_latin("auto", "sr_RS.UTF-8", "жњ", "yw");
	/* ... but not in Bulgaria, where three are in use: only what they share. */
	assert_latin("auto", "bg_BG.UTF-8", "еотк", "e...");
	assert_latin("auto", "el_GR.UTF-8", "ξ", "j");
}

static void
test_digits_of_azerty_want_no_shift(void **state)
{
	(void)state;
	assert_latin("azerty", NULL, "&é\"'(-è_çà", "1234567890");
	assert_latin("azerty", NULL, "§!", "68");
	assert_latin("auto", "fr_BE.UTF-8", "éèçà§&", "27906.");
	assert_latin("auto", "fr_CH.UTF-8", "éèçà", "....");
	assert_latin("auto", "it_IT.UTF-8", "éèçà", "....");
	assert_latin("auto", "fra", "é", ".");
}

static void
test_latin_letters_and_controls_are_left_alone(void **state)
{
	(void)state;
	for (const struct layout *l = layouts; l->name; l++)
		for (int cp = -1; cp < 0x80; cp++)
			if (cp <= 0x20 || (cp >= 'a' && cp <= 'z') ||
			    (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9'))
				assert_int_equal(layout_latin(l->name, NULL, cp), 0);
	assert_latin("auto", NULL, "東é", "..");
	assert_latin("latin", NULL, "ξ", ".");
}

/* The setting offers them all, and two words of its own. */
static void
test_setting_offers_every_keyboard(void **state)
{
	struct strbuf want = STRBUF_INIT;

	(void)state;
	strbuf_puts(&want, "auto latin");
	for (const struct layout *l = layouts; l->name; l++)
		strbuf_printf(&want, " %s", l->name);
	assert_string_equal(setting_rows[SETTING_KEYBOARD].choices, want.text);
	strbuf_clear(&want);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_tables_pair_letters_one_to_one),
	cmocka_unit_test(test_greek_letters_are_their_keys),
	cmocka_unit_test(test_cyrillic_keyboards_differ),
	cmocka_unit_test(test_auto_guesses_only_what_all_agree_on),
	cmocka_unit_test(test_digits_of_azerty_want_no_shift),
	cmocka_unit_test(test_setting_offers_every_keyboard),
	cmocka_unit_test(test_latin_letters_and_controls_are_left_alone),
};

int
main(void)
{
	return RUN_TESTS("ui/layout", tests);
}
