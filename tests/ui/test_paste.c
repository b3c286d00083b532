/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_paste.c - what is pasted is text, however hostile or large. */
#include "tests/support/test.h"
#include "tests/support/noise.h"

#include "base/utf8.h"
#include "base/xalloc.h"
#include "ui/paste.h"

static void
check(const char *bytes, const char *want)
{
	struct paste p = PASTE_INIT;

	paste_add(&p, bytes, strlen(bytes));
	paste_finish(&p);
	assert_string_equal(p.text.text, want);
	paste_reset(&p);
}

static void
test_line_ends_are_of_one_kind(void **state)
{
	(void)state;
	check("a\r\nb\rc\nd\r\r\n\te", "a\nb\nc\nd\n\n\te");
}

static void
test_sequences_go_as_a_whole(void **state)
{
	(void)state;
	check("a\033[31mred\033[0m", "ared");
	check("a\033]52;c;eA==\007b", "ab");
	check("a\033]2;PWNED\033\\b", "ab");
	check("a\033P1$r0m\033\\b", "ab");
	check("a\033cb\033", "acb");
	check("\033[", "");
	check("\033[200~x", "x");
	/* One without an end takes its line alone. */
	check("\033]2;never ends\nnext", "\nnext");
}

static void
test_controls_go_and_letters_stay(void **state)
{
	(void)state;
	check("a\001\b\177\302\233b", "ab");
	check("Łódź Иван ☃ \342\200\256rev", "Łódź Иван ☃ \342\200\256rev");
	check("a\377b\303", "a\357\277\275b\357\277\275");
}

static void
test_more_than_the_limit_is_counted_and_left_out(void **state)
{
	struct paste p = PASTE_INIT;

	(void)state;
	paste_add(&p, "x", 1);
	for (int i = 0; i < PASTE_MAX; i += 2)
		paste_add(&p, "\303\251", 2);
	paste_add(&p, "rest", 4);
	paste_finish(&p);
	assert_int_equal(p.left_out, 5);
	assert_int_equal(p.text.len, PASTE_MAX - 1);
	assert_true(utf8_valid(p.text.text, p.text.len));
	assert_string_equal(p.text.text + p.text.len - 2, "\303\251");
	paste_reset(&p);
	assert_int_equal(p.left_out, 0);
}

static void
test_noise_becomes_text(void **state)
{
	uint32_t seed = 5;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct paste p = PASTE_INIT;

		for (uint32_t n = noise_next(&seed) % 80; n > 0; n--) {
			static const char pool[] = "\033\033[]P\\;01m\007\n\r\t"
				"ab\302\233\303\251\342\200\256\377";
			size_t at = noise_next(&seed) % (sizeof(pool) - 1);

			paste_add(&p, pool + at, 1);
		}
		paste_finish(&p);
		assert_true(utf8_valid(p.text.text, p.text.len));
		for (size_t i = 0; i < p.text.len; i++)
			assert_true((unsigned char)p.text.text[i] >= 0x20 ||
				p.text.text[i] == '\n' || p.text.text[i] == '\t');
		paste_reset(&p);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_line_ends_are_of_one_kind),
	cmocka_unit_test(test_sequences_go_as_a_whole),
	cmocka_unit_test(test_controls_go_and_letters_stay),
	cmocka_unit_test(test_more_than_the_limit_is_counted_and_left_out),
	cmocka_unit_test(test_noise_becomes_text),
};

int
main(void)
{
	return RUN_TESTS("ui/paste", tests);
}
