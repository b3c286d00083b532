/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_grid.c - cells hold clean text in its place, however wide. */
#include "tests/support/test.h"

#include "base/utf8.h"
#include "tests/support/noise.h"
#include "ui/grid.h"

static void
assert_line(const struct grid *g, int y, const char *want)
{
	struct strbuf text = STRBUF_INIT;
	const char *line;

	grid_text(g, &text);
	line = text.text;
	for (int i = 0; i < y; i++)
		line = strchr(line, '\n') + 1;
	*strchr(line, '\n') = '\0';
	assert_string_equal(line, want);
	strbuf_clear(&text);
}

static struct grid
make(int rows, int cols)
{
	struct grid g = { 0 };

	grid_resize(&g, rows, cols);
	return g;
}

static void
test_text_is_cut_with_an_ellipsis(void **state)
{
	struct grid g = make(3, 10);

	(void)state;
	assert_int_equal(grid_put(&g, 0, 0, 10, "0123456789", ROLE_TEXT), 10);
	assert_int_equal(grid_put(&g, 1, 0, 10, "0123456789a", ROLE_TEXT), 10);
	assert_int_equal(grid_put(&g, 2, 6, 10, "abcdef", ROLE_TEXT), 4);
	assert_line(&g, 0, "0123456789");
	assert_line(&g, 1, "012345678…");
	assert_line(&g, 2, "      abc…");
	g.ascii = true;
	grid_put(&g, 1, 0, 4, "abcdef", ROLE_TEXT);
	assert_line(&g, 1, "abc~45678…");
	grid_free(&g);
}

static void
test_wide_characters_are_never_halved(void **state)
{
	struct grid g = make(4, 6);

	(void)state;
	assert_int_equal(grid_put(&g, 0, 0, 3, "東京", ROLE_TEXT), 3);
	assert_line(&g, 0, "東…");
	grid_put(&g, 1, 0, 6, "東京x", ROLE_TEXT);
	grid_put(&g, 1, 1, 2, "ab", ROLE_TEXT);
	assert_line(&g, 1, " ab x");
	grid_put(&g, 2, 0, 6, "東京x", ROLE_TEXT);
	grid_fill(&g, 2, 0, 1, ROLE_TEXT);
	assert_line(&g, 2, "  京x");
	grid_put(&g, 3, 0, 6, "東京x", ROLE_TEXT);
	grid_put(&g, 3, 2, 2, "界", ROLE_TEXT);
	assert_line(&g, 3, "東界x");
	grid_free(&g);
}

static void
test_marks_stay_with_their_base(void **state)
{
	struct grid g = make(1, 8);

	(void)state;
	assert_int_equal(grid_put(&g, 0, 0, 8, "e\xCC\x81z", ROLE_TEXT), 2);
	assert_int_equal(grid_cell(&g, 0, 0)->cp[1], 0x301);
	assert_int_equal(grid_cell(&g, 0, 1)->cp[0], 'z');
	grid_free(&g);
}

static void
test_text_stands_at_the_right(void **state)
{
	struct grid g = make(2, 10);

	(void)state;
	grid_put_right(&g, 0, 1, 8, "12.50", ROLE_TEXT);
	grid_put_right(&g, 1, 1, 8, "123456789", ROLE_TEXT);
	assert_line(&g, 0, "    12.50");
	assert_line(&g, 1, " 1234567…");
	grid_free(&g);
}

static void
test_outside_is_left_out(void **state)
{
	struct grid g = make(2, 4);

	(void)state;
	assert_int_equal(grid_put(&g, -1, 0, 4, "x", ROLE_TEXT), 0);
	assert_int_equal(grid_put(&g, 2, 0, 4, "x", ROLE_TEXT), 0);
	assert_int_equal(grid_put(&g, 0, 4, 4, "x", ROLE_TEXT), 0);
	assert_int_equal(grid_put(&g, 0, -1, 4, "x", ROLE_TEXT), 0);
	assert_int_equal(grid_put(&g, 0, 0, 0, "x", ROLE_TEXT), 0);
	grid_fill(&g, 5, 0, 9, ROLE_ERROR);
	grid_rule(&g, -3, 0, 9, ROLE_ERROR);
	grid_role(&g, 0, 9, 9, ROLE_ERROR);
	assert_line(&g, 0, "");
	grid_free(&g);
}

static void
test_hostile_text_is_named_not_obeyed(void **state)
{
	struct grid g = make(1, 60);

	(void)state;
	grid_put(&g, 0, 0, 60, "a\033]52;c;eA==\007\xE2\x80\xAE" "b\rc\n",
		ROLE_TEXT);
	assert_true(g.hid);
	assert_line(&g, 0, "a\\x1b]52;c;eA==\\x07⟨RLO⟩b\\x0dc␊");
	grid_free(&g);
}

static void
test_a_megabyte_is_cut_before_it_is_read(void **state)
{
	struct grid g = make(1, 20);
	size_t len = 1 << 20;
	char *text = malloc(len + 1);

	(void)state;
	memset(text, 'x', len);
	text[len] = '\0';
	assert_int_equal(grid_put(&g, 0, 0, 20, text, ROLE_TEXT), 20);
	assert_line(&g, 0, "xxxxxxxxxxxxxxxxxxx…");
	free(text);
	grid_free(&g);
}

/* A code point that goes wrong, or one byte of any kind but NUL. */
static void
add_noise(struct strbuf *out, uint32_t *seed)
{
	char utf8[4];

	if (noise_next(seed) % 4 == 0)
		strbuf_putc(out, (char)(1 + noise_next(seed) % 255));
	else
		strbuf_add(out, utf8, utf8_put(utf8, noise_cp(seed)));
}

/* Whatever the bytes: printable, and as many columns as were said. */
static void
test_any_bytes_come_out_clean(void **state)
{
	struct grid g = make(1, 40);
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct strbuf out = STRBUF_INIT, in = STRBUF_INIT;
		int used;

		for (uint32_t n = noise_next(&seed) % 24; n > 0; n--)
			add_noise(&in, &seed);
		grid_erase(&g);
		used = grid_put(&g, 0, 3, 25, in.text, ROLE_TEXT);
		grid_text(&g, &out);
		strbuf_cut(&out, out.len - 1);
		assert_true(utf8_valid(out.text, out.len));
		assert_true(used <= 25);
		assert_true(utf8_width(out.text, out.len) <= 3 + used);
		for (size_t i = 0; i < out.len;) {
			int32_t cp;

			i += utf8_next(out.text + i, out.len - i, &cp);
			assert_true(utf8_cp_width(cp) >= 0);
		}
		strbuf_clear(&out);
		strbuf_clear(&in);
	}
	grid_free(&g);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(test_text_is_cut_with_an_ellipsis),
	cmocka_unit_test(test_wide_characters_are_never_halved),
	cmocka_unit_test(test_marks_stay_with_their_base),
	cmocka_unit_test(test_text_stands_at_the_right),
	cmocka_unit_test(test_outside_is_left_out),
	cmocka_unit_test(test_hostile_text_is_named_not_obeyed),
	cmocka_unit_test(test_a_megabyte_is_cut_before_it_is_read),
	cmocka_unit_test(test_any_bytes_come_out_clean),
};

int
main(void)
{
	return RUN_TESTS("ui/grid", tests);
}
