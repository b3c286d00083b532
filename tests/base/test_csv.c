/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/csv.h"

#include "tests/support/test.h"
#include "tests/support/noise.h"

#define TEXT(s) (s), sizeof(s) - 1

/* Each row as "LINE[cell][cell]", with ~ for NUL. */
static void
print_row(struct strbuf *out, const struct csv_reader *r)
{
	strbuf_printf(out, "%ld", csv_reader_line(r));
	for (size_t i = 0; i < csv_reader_cells(r); i++) {
		size_t len;
		const char *cell = csv_reader_cell(r, i, &len);

		assert_int_equal(cell[len], '\0');
		strbuf_putc(out, '[');
		for (size_t k = 0; k < len; k++)
			strbuf_putc(out, cell[k] ? cell[k] : '~');
		strbuf_putc(out, ']');
	}
	strbuf_putc(out, '\n');
}

static enum csv_state
take_rows(struct csv_reader *r, struct strbuf *out, struct err *err)
{
	enum csv_state state;

	while ((state = csv_reader_next(r, err)) == CSV_ROW)
		print_row(out, r);
	return state;
}

static enum csv_state
read_chunked(struct strbuf *out, const char *text, size_t len, size_t chunk,
	struct err *err)
{
	struct csv_reader *r = csv_reader_new();
	enum csv_state state = CSV_MORE;

	for (size_t at = 0, n; at < len && state == CSV_MORE; at += n) {
		n = len - at < chunk ? len - at : chunk;
		csv_reader_feed(r, text + at, n);
		state = take_rows(r, out, err);
	}
	if (state == CSV_MORE) {
		csv_reader_feed(r, NULL, 0);
		state = take_rows(r, out, err);
	}
	/* The last answer stays. */
	assert_int_equal(csv_reader_next(r, err), state);
	csv_reader_free(r);
	return state;
}

static const struct {
	const char *text;
	size_t len;
	const char *want;
} samples[] = {
	{ TEXT(""), "" },
	{ TEXT("\n\r\n\r"), "" },
	{ TEXT("a"), "1[a]\n" },
	{ TEXT("a,b\nc,d\n"), "1[a][b]\n2[c][d]\n" },
	{ TEXT("a,b\r\nc,d"), "1[a][b]\n2[c][d]\n" },
	{ TEXT("a,b\rc,d\r"), "1[a][b]\n2[c][d]\n" },
	{ TEXT("\n\na,b\n\n\r\n\rc\n"), "3[a][b]\n7[c]\n" },
	{ TEXT("a\rb\nc\n"), "1[a]\n2[b]\n3[c]\n" },
	{ TEXT(",\n,,"), "1[][]\n2[][][]\n" },
	{ TEXT("a,\n"), "1[a][]\n" },
	{ TEXT("\"\"\n\"\""), "1[]\n2[]\n" },
	{ TEXT(" a , b \n \n"), "1[ a ][ b ]\n2[ ]\n" },
	{ TEXT("\xEF\xBB\xBF\"a\",b"), "1[a][b]\n" },
	{ TEXT("a,b\0c\n"), "1[a][b~c]\n" },
	{ TEXT("a,\xFF\n"), "1[a][\xFF]\n" },

	/* Quotes. */
	{ TEXT("\"a,b\",\"c\"\"d\",\"\"\"\"\n"), "1[a,b][c\"d][\"]\n" },
	{ TEXT("\"a\nb\r\nc\rd\",e\nf"), "1[a\nb\r\nc\rd][e]\n5[f]\n" },
	{ TEXT("\"a\r\"\n\"\r\"\r\nb"), "1[a\r]\n3[\r]\n5[b]\n" },
	{ TEXT("\"a\"b\"c,d\n"), "1[ab\"c][d]\n" },
	{ TEXT("\"a\" ,b\n"), "1[a ][b]\n" },
	{ TEXT("5\" pipe,\"x\"\n"), "1[5\" pipe][x]\n" },
	{ TEXT(" \"a\",b"), "1[ \"a\"][b]\n" },

	/* Separators. */
	{ TEXT("a;b;c\n1,5;2;3"), "1[a][b][c]\n2[1,5][2][3]\n" },
	{ TEXT("a\tb\n1,5\t;\n"), "1[a][b]\n2[1,5][;]\n" },
	{ TEXT("\"x,y,z\";\"a\"\"b,\"\n1;2\n"), "1[x,y,z][a\"b,]\n2[1][2]\n" },
	{ TEXT("a,b,c;d\n"), "1[a][b][c;d]\n" },
	{ TEXT("\"a\"\"b,c,d\";e\n"), "1[a\"b,c,d][e]\n" },
	{ TEXT("\n\n\"a,b,\n\";c\n1;2"), "3[a,b,\n][c]\n5[1][2]\n" },
	{ TEXT("6\" x;b\n\"1\";2"), "1[6\" x][b]\n2[1][2]\n" },
	{ TEXT("Name, first;b"), "1[Name, first][b]\n" },
	{ TEXT("sep=;\r\na,b;c\n"), "2[a,b][c]\n" },
	{ TEXT("SEP=\t\na,b\tc"), "2[a,b][c]\n" },
	{ TEXT("\nsep=;\na,b;c\n"), "2[sep=][]\n3[a,b][c]\n" },
	{ TEXT("sep=;x\n"), "1[sep=][x]\n" },

	/* UTF-16. */
	{ TEXT("\xFF\xFE" "a\0;\0\x41\x01\r\0\n\0\"\0b\0\"\0"),
	  "1[a][Ł]\n2[b]\n" },
	{ TEXT("\xFE\xFF\0a\0,\xD8\x3D\xDE\x00\0\n\0b"),
	  "1[a][\U0001F600]\n2[b]\n" },
};

static void
test_every_chunk_size_gives_the_same_rows(void **state)
{
	struct strbuf out = STRBUF_INIT;
	struct err err;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		for (size_t chunk = 1; chunk <= samples[i].len + 1; chunk++) {
			strbuf_reset(&out);
			assert_int_equal(read_chunked(&out, samples[i].text,
				samples[i].len, chunk, &err), CSV_END);
			if (strcmp(out.text, samples[i].want))
				fail_msg("sample %zu by %zu:\n%s", i, chunk,
					out.text);
		}
	}
	strbuf_clear(&out);
}

static void
check_broken(const char *text, size_t len, const char *rows, long row,
	long column)
{
	struct strbuf out = STRBUF_INIT;
	struct err err;

	for (size_t chunk = 1; chunk <= len; chunk++) {
		strbuf_reset(&out);
		assert_int_equal(read_chunked(&out, text, len, chunk, &err),
			CSV_BROKEN);
		assert_string_equal(out.text, rows);
		assert_int_equal(err.code, ERR_INVALID);
		assert_int_equal(err.row, row);
		assert_int_equal(err.column, column);
	}
	strbuf_clear(&out);
}

static void
test_tells_where_an_open_quote_began(void **state)
{
	(void)state;
	check_broken(TEXT("a,b\nc,\"d\ne,f\n"), "1[a][b]\n", 2, 2);
	check_broken(TEXT("\"a\n\",b,\"\"\""), "", 2, 3);
	check_broken(TEXT("\""), "", 1, 1);
}

static void
test_refuses_utf16_without_a_mark(void **state)
{
	(void)state;
	check_broken(TEXT("r\0e\0f\0\n\0"), "", 1, 1);
	check_broken(TEXT("\0r\0e\0f\0\n"), "", 1, 1);
}

static enum csv_state
read_wide_row(size_t cells, struct err *err)
{
	struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;
	enum csv_state state;

	strbuf_puts(&text, "a\n");
	for (size_t i = 1; i < cells; i++)
		strbuf_putc(&text, ',');
	state = read_chunked(&out, text.text, text.len, text.len, err);
	strbuf_clear(&text);
	strbuf_clear(&out);
	return state;
}

static void
test_a_row_has_at_most_4096_cells(void **state)
{
	struct err err;

	(void)state;
	assert_int_equal(read_wide_row(4096, &err), CSV_END);
	assert_int_equal(read_wide_row(4097, &err), CSV_BROKEN);
	assert_int_equal(err.code, ERR_INVALID);
	assert_int_equal(err.row, 2);
}

/* What a never closed quote swallows must not fill the memory. */
static void
test_a_row_has_at_most_16_mib(void **state)
{
	enum { MIB = 1 << 20 };
	char *block = malloc(MIB);
	struct csv_reader *r = csv_reader_new();
	struct err err;
	enum csv_state got = CSV_MORE;
	int fed = 0;

	(void)state;
	assert_non_null(block);
	memset(block, 'x', MIB);
	csv_reader_feed(r, "a,b\n1,\"", 7);
	assert_int_equal(csv_reader_next(r, &err), CSV_ROW);
	while ((got = csv_reader_next(r, &err)) == CSV_MORE) {
		csv_reader_feed(r, block, MIB);
		fed++;
	}
	assert_int_equal(got, CSV_BROKEN);
	assert_int_equal(fed, 16);
	assert_int_equal(err.row, 2);
	assert_int_equal(err.column, 2);
	/* Whoever goes on feeding gets the same answer. */
	csv_reader_feed(r, block, MIB);
	csv_reader_feed(r, NULL, 0);
	assert_int_equal(csv_reader_next(r, NULL), CSV_BROKEN);
	csv_reader_free(r);
	free(block);
}

static void
test_noise_reads_the_same_byte_by_byte(void **state)
{
	struct strbuf noise = STRBUF_INIT, whole = STRBUF_INIT;
	struct strbuf bytes = STRBUF_INIT;
	uint32_t seed = 77;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct err e1 = ERR_INIT, e2 = ERR_INIT;

		strbuf_reset(&noise);
		strbuf_reset(&whole);
		strbuf_reset(&bytes);
		noise_text(&noise, &seed, 40, round % 2);
		assert_int_equal(
			read_chunked(&whole, noise.text, noise.len, 4096, &e1),
			read_chunked(&bytes, noise.text, noise.len, 1, &e2));
		assert_string_equal(whole.text, bytes.text);
		assert_string_equal(e1.text, e2.text);
	}
	strbuf_clear(&noise);
	strbuf_clear(&whole);
	strbuf_clear(&bytes);
}

static const struct {
	const char *text, *raw, *guarded;
} cells[] = {
	{ "", "", "" },
	{ NULL, "", "" },
	{ "plain", "plain", "plain" },
	{ "two words", "two words", "two words" },
	{ "a,b", "\"a,b\"", "\"a,b\"" },
	{ "a;b", "\"a;b\"", "\"a;b\"" },
	{ "a\nb", "\"a\nb\"", "\"a\nb\"" },
	{ "say \"a\"", "\"say \"\"a\"\"\"", "\"say \"\"a\"\"\"" },
	{ " a", "\" a\"", "\" a\"" },
	{ "a ", "\"a \"", "\"a \"" },
	{ "a=b", "a=b", "a=b" },
	{ "=1+1", "=1+1", "\"'=1+1\"" },
	{ "+4021", "+4021", "\"'+4021\"" },
	{ "-1", "-1", "\"'-1\"" },
	{ "@x", "@x", "\"'@x\"" },
	{ "\tx", "\"\tx\"", "\"'\tx\"" },
	{ "\rx", "\"\rx\"", "\"'\rx\"" },
	{ "\uFF1Dx", "\uFF1Dx", "\"'\uFF1Dx\"" },
	{ "\uFF0Bx", "\uFF0Bx", "\"'\uFF0Bx\"" },
	{ "\uFF0Dx", "\uFF0Dx", "\"'\uFF0Dx\"" },
	{ "\uFF20x", "\uFF20x", "\"'\uFF20x\"" },
	{ "\uFF1A", "\uFF1A", "\uFF1A" },
	{ "=HYPERLINK(\"x\")", "\"=HYPERLINK(\"\"x\"\")\"",
	  "\"'=HYPERLINK(\"\"x\"\")\"" },
};

static void
test_quotes_where_needed_and_guards(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cells); i++) {
		strbuf_reset(&sb);
		csv_cell(&sb, false, cells[i].text, false);
		assert_string_equal(sb.text + 1, cells[i].raw);
		strbuf_reset(&sb);
		csv_cell(&sb, false, cells[i].text, true);
		assert_string_equal(sb.text + 1, cells[i].guarded);
		assert_int_equal(sb.text[0], ',');
	}
	strbuf_clear(&sb);
}

static void
test_what_is_written_reads_back(void **state)
{
	struct strbuf text = STRBUF_INIT, want = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;
	struct err err;

	(void)state;
	csv_cell(&text, true, "ref", true);
	csv_cell(&text, false, "title", true);
	csv_end(&text);
	strbuf_puts(&want, "[ref][title]\n");
	for (size_t i = 0; i < ARRAY_SIZE(cells); i++) {
		const char *cell = cells[i].text ? cells[i].text : "";

		csv_cell(&text, true, cell, false);
		csv_end(&text);
		csv_cell(&text, true, cell, false);
		csv_cell(&text, false, cell, false);
		csv_end(&text);
		strbuf_printf(&want, "[%s]\n[%s][%s]\n", cell, cell, cell);
	}
	assert_int_equal(read_chunked(&out, text.text, text.len, 5, &err),
		CSV_END);
	/* Without the lines at the start of each row. */
	const char *got = out.text;

	for (const char *w = want.text; *w; w++, got++) {
		if (*w == '[' && (w == want.text || w[-1] == '\n'))
			got += strspn(got, "0123456789");
		assert_int_equal(*got, *w);
	}
	assert_int_equal(*got, '\0');
	strbuf_clear(&text);
	strbuf_clear(&want);
	strbuf_clear(&out);
}

static void
test_unguards_only_what_was_guarded(void **state)
{
	static const char *const texts[] = {
		"=1+1", "+40 21", "-", "@x", "plain", "'quoted'", "'", "",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		char guarded[16];

		snprintf(guarded, sizeof(guarded), "%s%s", i < 4 ? "'" : "",
			texts[i]);
		assert_string_equal(csv_unguard(guarded), texts[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_chunk_size_gives_the_same_rows),
		cmocka_unit_test(test_tells_where_an_open_quote_began),
		cmocka_unit_test(test_refuses_utf16_without_a_mark),
		cmocka_unit_test(test_a_row_has_at_most_4096_cells),
		cmocka_unit_test(test_a_row_has_at_most_16_mib),
		cmocka_unit_test(test_noise_reads_the_same_byte_by_byte),
		cmocka_unit_test(test_quotes_where_needed_and_guards),
		cmocka_unit_test(test_unguards_only_what_was_guarded),
		cmocka_unit_test(test_what_is_written_reads_back),
	};

	return RUN_TESTS("base/csv", tests);
}
