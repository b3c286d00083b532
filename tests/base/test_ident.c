/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/test.h"

#include "base/hash.h"
#include "base/strbuf.h"
#include "tests/support/ident.h"
#include "tests/support/noise.h"

static void
test_long_text_is_cut_at_a_character_and_invalid(void **state)
{
	char text[1000], out[IDENT_TEXT_SIZE];
	struct err err = ERR_INIT;

	(void)state;
	text[0] = 'x';
	for (size_t i = 1; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, "\xCE\xB1", 3);
	for (int type = IDENT_NONE; type < IDENT_N; type++) {
		assert_err(ident_normalise((enum ident_type)type, text, out,
			&err), err, ERR_INVALID);
		assert_int_equal(strlen(out), IDENT_TEXT_SIZE - 1);
		assert_memory_equal(out, text, IDENT_TEXT_SIZE - 1);
		assert_false(ident_normalise((enum ident_type)type, text + 1,
			out, NULL));
		assert_int_equal(strlen(out), IDENT_TEXT_SIZE - 2);
	}
	assert_normal(IDENT_NONE, "  B 123 ABC ", "B 123 ABC");
	assert_normal(IDENT_NONE, " ", "");
}

static void
test_types_have_codes_of_their_own(void **state)
{
	(void)state;
	assert_string_equal(ident_code(IDENT_NONE), "");
	assert_string_equal(ident_code(IDENT_IBAN), "iban");
	assert_string_equal(ident_code(IDENT_CADASTRE), "cadastre");
	for (int type = IDENT_NONE; type < IDENT_N; type++)
		assert_int_equal(ident_of_code(ident_code((enum ident_type)type)),
			type);
	assert_int_equal(ident_of_code("IBAN"), IDENT_NONE);
}

static void
test_countries_are_the_codes_of_iso_and_a_few_more(void **state)
{
	static const char *const good[] = { "RO", "AD", "ZW", "XK", "EU" };
	static const char *const bad[] = {
		"", "R", "ro", "ROU", "UK", "EL", "QQ", "SU", "\xC3\xA9",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		assert_true(ident_country(good[i]));
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_false(ident_country(bad[i]));
}

/* Pieces of identifiers, so that some of what is made of them is nearly one. */
static void
put_piece(struct strbuf *text, uint32_t *seed)
{
	static const char *const pieces[] = {
		"DE", "89", "370400", "RO:", "RO", ":", "+40", "00", "(0)", "0x",
		"bc1", "1", "x", "@", ".", "example", ".org", "::", "2001", "<",
		"IMO", "9074729", "MMSI", "CHE", "ATU", "-", "/", " ", "B123ABC",
		"490154203237518", "1M8GDM9AXKP042788", "US0378331005", "[", "]",
	};

	if (noise_next(seed) % 6 == 0)
		noise_text(text, seed, 1, false);
	else
		strbuf_puts(text, pieces[noise_next(seed) % ARRAY_SIZE(pieces)]);
}

static void
assert_stable(enum ident_type type, const char *text)
{
	char once[IDENT_TEXT_SIZE], twice[IDENT_TEXT_SIZE];
	struct err err = ERR_INIT;
	bool good = ident_normalise(type, text, once, &err);

	assert_true(memchr(once, '\0', sizeof(once)));
	assert_int_equal(good, err.code == ERR_NONE);
	assert_true(utf8_valid(once, strlen(once)));
	if (good != ident_normalise(type, once, twice, NULL) ||
	    strcmp(once, twice) != 0)
		fail_msg("%s: \"%s\" becomes \"%s\", and that \"%s\"",
			ident_code(type), text, once, twice);
	if (good && ident_key(type, once, twice))
		assert_true(memchr(twice, 0, sizeof(twice)) && *twice);
}

static void
test_normal_forms_of_anything_are_their_own(void **state)
{
	struct strbuf text = STRBUF_INIT;
	uint32_t seed = 7;

	(void)state;
	for (int turn = 0; turn < 30000 / SLOWED; turn++) {
		strbuf_reset(&text);
		for (int n = (int)(noise_next(&seed) % 12); n > 0; n--)
			put_piece(&text, &seed);
		for (int type = IDENT_NONE; type < IDENT_N; type++)
			assert_stable((enum ident_type)type, text.text);
	}
	strbuf_clear(&text);
}

/* What the door refuses as no UTF-8 must do no harm here either. */
static void
test_bytes_of_any_sort_are_survived(void **state)
{
	struct strbuf text = STRBUF_INIT;
	char out[IDENT_TEXT_SIZE], key[IDENT_TEXT_SIZE];
	uint32_t seed = 11;

	(void)state;
	for (int turn = 0; turn < 20000 / SLOWED; turn++) {
		strbuf_reset(&text);
		noise_text(&text, &seed, (int)(noise_next(&seed) % 300), true);
		for (int type = IDENT_NONE; type < IDENT_N; type++)
			if (ident_normalise((enum ident_type)type, text.text,
			    out, NULL))
				ident_key((enum ident_type)type, out, key);
	}
	strbuf_clear(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_long_text_is_cut_at_a_character_and_invalid),
		cmocka_unit_test(test_types_have_codes_of_their_own),
		cmocka_unit_test(test_countries_are_the_codes_of_iso_and_a_few_more),
		cmocka_unit_test(test_normal_forms_of_anything_are_their_own),
		cmocka_unit_test(test_bytes_of_any_sort_are_survived),
	};

	if (!hash_init())
		return 1;
	return RUN_TESTS("base/ident", tests);
}
