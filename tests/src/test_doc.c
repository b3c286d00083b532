/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_doc.c - whatever text comes in, a document holds it as text: its structure
 * is the same as with harmless words. */
#include "tests/support/test.h"
#include "tests/support/noise.h"

#include "src/doc.h"

static const struct doc_column columns[] = {
	{ "One", 40, false }, { "Two", 36, true },
};

/* The same of everything, with this text wherever one can stand. */
static void
write_with(struct strbuf *out, const struct doc_form *form, const char *text)
{
	struct doc_frame frame = { .heading = "Heading", .code = text,
		.title = text, .notice = "NOTICE", .marking = text,
		.whom = text, .by = text, .at = "now", .position = text,
		.program = "liaison" };
	struct doc_text data = { .role = DOC_DATA, .text = text,
		.lang = text, .to = text };
	struct doc_text lines = { .role = DOC_LINES, .text = text };
	struct doc_text row[] = { data, lines };
	struct doc d;

	row[0].own = true;
	doc_begin(&d, form, &frame, out);
	doc_section(&d, "Section");
	doc_item(&d, text, &data);
	doc_fact(&d, "Fact", &data);
	doc_fact(&d, "Lines", &lines);
	doc_para(&d, &lines);
	doc_table(&d, columns, 2);
	doc_row(&d, row);
	doc_row(&d, row);
	doc_part(&d, "Part");
	doc_end(&d);
}

/* What an HTML reader takes for markup: tags and attributes without what text
 * there is between. */
static void
html_bones(const char *html, struct strbuf *out)
{
	bool in_tag = false, in_value = false;

	for (const char *c = strstr(html, "<body>"); *c; c++) {
		if (in_tag && *c == '"')
			in_value = !in_value;
		else if (!in_tag && *c == '<')
			in_tag = true;
		if (in_tag && !in_value)
			strbuf_putc(out, *c);
		if (in_tag && !in_value && *c == '>')
			in_tag = false;
	}
}

/* A language is told only where it is one, which a text may look like. */
static void
drop_language(struct strbuf *bones)
{
	for (char *at; (at = strstr(bones->text, " lang=\"")); ) {
		memmove(at, at + 7, strlen(at + 7) + 1);
		bones->len = strlen(bones->text);
	}
}

static const char *const hostile[] = {
	"<b>", "</bdi></p></article><script>alert(1)</script>", "\"' onload=x",
	"&lt;&#60;", "]]>", "<!--", "-->", "a|b\\|c", "`", "``` x", "# x",
	"1. x", "    x", "***", "[a](b)", "![a](b)", "a\n\nb\n# c\n---\n> d",
	"\x1B[31m", "\xE2\x80\xAE", "\xC2\x9B", "\f\v\b", "=1+1", "\\", "",
	" ", "\n", "\xFF\xFE", "de-DE", "e",
};

static void
test_markup_in_text_is_no_markup(void **state)
{
	struct strbuf want = STRBUF_INIT, html = STRBUF_INIT;

	(void)state;
	write_with(&html, &doc_as_html, "harmless words");
	html_bones(html.text, &want);
	for (size_t i = 0; i < ARRAY_SIZE(hostile); i++) {
		struct strbuf bones = STRBUF_INIT;

		if (!*hostile[i])
			continue;
		strbuf_reset(&html);
		write_with(&html, &doc_as_html, hostile[i]);
		html_bones(html.text, &bones);
		drop_language(&bones);
		assert_string_equal(bones.text, want.text);
		strbuf_clear(&bones);
	}
	strbuf_clear(&html);
	strbuf_clear(&want);
}

static void
test_language_is_told_where_it_is_one(void **state)
{
	static const struct { const char *lang; bool is; } cases[] = {
		{ "de", true }, { "zh-Hant-TW", true }, { "sr-Cyrl", true },
		{ "e", false }, { "de-", false }, { "de\"", false },
		{ "123456789", false }, { "d e", false }, { "", false },
	};
	struct doc_frame frame = { .heading = "H", .title = "T", .code = "C",
		.program = "p" };

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf out = STRBUF_INIT;
		struct doc_text text = { .role = DOC_DATA, .text = "x",
			.lang = cases[i].lang };
		struct doc d;

		doc_begin(&d, &doc_as_html, &frame, &out);
		doc_para(&d, &text);
		doc_end(&d);
		assert_int_equal(strstr(out.text, "<bdi lang=\"") != NULL,
			cases[i].is);
		strbuf_clear(&out);
	}
}

static size_t
lines_of(const char *text)
{
	size_t n = 0;

	for (; (text = strchr(text, '\n')); text++)
		n++;
	return n;
}

/* Of texts with one line: as many lines, each beginning alike. */
static void
test_markdown_keeps_its_lines(void **state)
{
	struct strbuf want = STRBUF_INIT, out = STRBUF_INIT;

	(void)state;
	write_with(&want, &doc_as_md, "harmless");
	for (size_t i = 0; i < ARRAY_SIZE(hostile); i++) {
		const char *text = hostile[i];

		if (!text[strspn(text, " \n")] || strchr(text, '\n'))
			continue;
		strbuf_reset(&out);
		write_with(&out, &doc_as_md, text);
		assert_int_equal(lines_of(out.text), lines_of(want.text));
		for (const char *a = out.text, *b = want.text; *b; ) {
			size_t n = strspn(b, "#->|* ");

			assert_memory_equal(a, b, n);
			a = strchr(a, '\n') + 1;
			b = strchr(b, '\n') + 1;
		}
	}
	strbuf_clear(&out);
	strbuf_clear(&want);
}

static void
assert_plain(const char *text)
{
	for (const char *c = text; *c; c++)
		if ((unsigned char)*c < 0x20 && *c != '\n' && *c != '\f')
			fail_msg("a control character %02x", *c);
	assert_true(utf8_valid(text, strlen(text)));
}

static void
test_noise_comes_out_as_clean_text_in_each_form(void **state)
{
	static const struct doc_form *const forms[] = {
		&doc_as_text, &doc_as_md, &doc_as_html
	};
	uint32_t chance = 7;

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct strbuf noise = STRBUF_INIT, out = STRBUF_INIT;
		char buf[4];

		for (uint32_t n = noise_next(&chance) % 60; n > 0; n--) {
			size_t len = utf8_put(buf, noise_cp(&chance));

			strbuf_add(&noise, buf, len);
		}
		write_with(&out, forms[i % 3], noise.text);
		assert_plain(out.text);
		strbuf_clear(&noise);
		strbuf_clear(&out);
	}
}

/* Nothing is wider than a line of the page, and each page is as long as any. */
static void
test_pages_of_text_are_alike(void **state)
{
	struct doc_frame frame = { .heading = "H", .title = "T", .code = "C",
		.notice = "NOTICE", .by = "me", .at = "now", .program = "p" };
	struct strbuf out = STRBUF_INIT, word = STRBUF_INIT;
	struct doc_text cells[2];
	struct doc d;

	(void)state;
	for (int i = 0; i < 10000; i++)
		strbuf_putc(&word, 'w');
	cells[0] = (struct doc_text){ .role = DOC_DATA, .text = word.text };
	cells[1] = (struct doc_text){ .role = DOC_DATA, .text = "12.00 EUR" };
	doc_begin(&d, &doc_as_text, &frame, &out);
	doc_section(&d, "Section");
	doc_para(&d, &cells[0]);
	doc_table(&d, columns, 2);
	for (int i = 0; i < 100; i++) {
		doc_row(&d, cells);
		cells[0].text = "short";
	}
	doc_end(&d);
	for (char *page = strtok(out.text, "\f"); page;
	     page = strtok(NULL, "\f")) {
		assert_int_equal(lines_of(page), 61);
		assert_non_null(strstr(page, "NOTICE"));
		for (char *line = page; *line; line += strcspn(line, "\n") + 1)
			assert_true(utf8_width(line, strcspn(line, "\n")) <= 78);
	}
	strbuf_clear(&out);
	strbuf_clear(&word);
}

/* What goes on at the top of a page tells whose it is; what is nobody's does not. */
static void
test_an_item_that_goes_on_is_named_again(void **state)
{
	struct doc_frame frame = { .heading = "H", .title = "T", .code = "C" };
	struct strbuf out = STRBUF_INIT;
	struct doc_text cells[2] = { { .text = "suspect" }, { .text = "2026" } };
	char name[20];
	struct doc d;

	(void)state;
	doc_begin(&d, &doc_as_text, &frame, &out);
	doc_section(&d, "Persons");
	for (int i = 1; i <= 12; i++) {
		snprintf(name, sizeof(name), "RO-P%d", i);
		doc_item(&d, name, DOC_OF(DOC_DATA, "Ana"));
		doc_fact(&d, "Born", DOC_OF(DOC_DATA, "1970"));
		doc_table(&d, columns, 2);
		for (int k = 0; k < 9; k++)
			doc_row(&d, cells);
	}
	doc_section(&d, "Links");
	doc_table(&d, columns, 2);
	for (int k = 0; k < 70; k++)
		doc_row(&d, cells);
	doc_end(&d);
	const char *links = strstr(out.text, "Links\n");

	assert_non_null(strstr(out.text, "  Ana (continued)\n\nOne"));
	assert_non_null(strstr(links, "\f"));
	assert_null(strstr(links, "(continued)"));
	strbuf_clear(&out);
}

static void
test_empty_tables_and_facts_are_not_there(void **state)
{
	struct doc_frame frame = { .heading = "H", .title = "T", .code = "C",
		.program = "p" };
	struct strbuf out = STRBUF_INIT;
	struct doc d;

	(void)state;
	doc_begin(&d, &doc_as_html, &frame, &out);
	doc_table(&d, columns, 2);
	doc_fact(&d, "Nothing", DOC_SAY(""));
	doc_para(&d, DOC_SAY(NULL));
	doc_end(&d);
	assert_null(strstr(out.text, "<table"));
	assert_null(strstr(out.text, "<dl"));
	assert_null(strstr(out.text, "Nothing"));
	strbuf_clear(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_markup_in_text_is_no_markup),
		cmocka_unit_test(test_language_is_told_where_it_is_one),
		cmocka_unit_test(test_markdown_keeps_its_lines),
		cmocka_unit_test(test_noise_comes_out_as_clean_text_in_each_form),
		cmocka_unit_test(test_pages_of_text_are_alike),
		cmocka_unit_test(test_an_item_that_goes_on_is_named_again),
		cmocka_unit_test(test_empty_tables_and_facts_are_not_there),
	};

	return RUN_TESTS("doc", tests);
}
