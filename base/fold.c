/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold.c - see fold.h. */
#include "base/fold.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/compiler.h"
#include "base/script.h"
#include "base/utf8.h"

#include "base/banned.h"

/* The longest decomposition of Unicode is 18 code points (U+FDFA). */
enum { MAX_PARTS = 32 };

static const utf8proc_option_t fold_options = UTF8PROC_COMPAT |
	UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
	UTF8PROC_IGNORE;

/*
 * What NFKD and case folding leave apart though a person who types a name does
 * not, in the order of code points. Nothing here crosses a script.
 */
static const struct stand_in {
	int32_t cp;
	const char *text;
} stand_ins[] = {
	{ 0x00E6, "ae" },	/* æ */
	{ 0x00F0, "d" },	/* eth */
	{ 0x00F8, "o" },	/* ø */
	{ 0x00FE, "th" },	/* thorn */
	{ 0x0111, "d" },	/* đ */
	{ 0x0127, "h" },	/* ħ */
	{ 0x0131, "i" },	/* dotless i */
	{ 0x0138, "k" },	/* kra */
	{ 0x0142, "l" },	/* ł */
	{ 0x014B, "n" },	/* eng */
	{ 0x0153, "oe" },	/* œ */
	{ 0x0167, "t" },	/* ŧ */
	{ 0x0180, "b" },	/* b with stroke */
	{ 0x01B6, "z" },	/* z with stroke */
	{ 0x01E5, "g" },	/* g with stroke */
	{ 0x0237, "j" },	/* dotless j */
	{ 0x0259, "e" },	/* schwa */
	{ 0x0268, "i" },	/* i with stroke */
	{ 0x02BB, "'" },	/* turned comma */
	{ 0x02BC, "'" },	/* modifier apostrophe */
	{ 0x2010, "-" },	/* hyphen */
	{ 0x2012, "-" },	/* figure dash */
	{ 0x2013, "-" },	/* en dash */
	{ 0x2014, "-" },	/* em dash */
	{ 0x2015, "-" },	/* horizontal bar */
	{ 0x2018, "'" },	/* single quotes */
	{ 0x2019, "'" },
	{ 0x201B, "'" },
	{ 0x201C, "\"" },	/* double quotes */
	{ 0x201D, "\"" },
	{ 0x201E, "\"" },
	{ 0x201F, "\"" },
	{ 0x2212, "-" },	/* minus */
};

static int
compare_stand_ins(const void *a, const void *b)
{
	const struct stand_in *x = a, *y = b;

	return (x->cp > y->cp) - (x->cp < y->cp);
}

static bool
is_blank(int32_t cp)
{
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return false;
	}
}

/* Never two blanks, and none at the start of the key. */
static void
add_blank(struct strbuf *out, size_t start)
{
	if (out->len > start && out->text[out->len - 1] != ' ')
		strbuf_putc(out, ' ');
}

/* Copied at once and folded where it lies: most of what is imported. */
static void
add_ascii(struct strbuf *out, size_t start, const char *text, size_t len)
{
	size_t from = out->len, to = from;

	strbuf_add(out, text, len);
	for (; from < out->len; from++) {
		char c = out->text[from];

		if (c == ' ' && (to == start || out->text[to - 1] == ' '))
			continue;
		out->text[to++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
	strbuf_cut(out, to);
}

static void
add_part(struct strbuf *out, size_t start, int32_t cp)
{
	struct stand_in wanted = { .cp = cp };
	const struct stand_in *found;
	char buf[4];

	if (is_blank(cp)) {
		add_blank(out, start);
		return;
	}
	found = bsearch(&wanted, stand_ins, ARRAY_SIZE(stand_ins),
		sizeof(stand_ins[0]), compare_stand_ins);
	if (found)
		strbuf_puts(out, found->text);
	else
		strbuf_add(out, buf, utf8_put(buf, cp));
}

static void
add_folded(struct strbuf *out, size_t start, int32_t cp)
{
	int32_t parts[MAX_PARTS];
	int unused = UTF8PROC_BOUNDCLASS_START;
	utf8proc_ssize_t n = utf8proc_decompose_char(cp, parts, MAX_PARTS,
		fold_options, &unused);

	assert(n >= 0 && n <= MAX_PARTS);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		add_part(out, start, parts[i]);
}

void
fold_key(struct strbuf *out, const char *text, size_t len)
{
	size_t start = out->len;

	for (size_t i = 0; i < len;) {
		size_t run = utf8_ascii_run(text + i, len - i);
		int32_t cp;

		add_ascii(out, start, text + i, run);
		i += run;
		if (i == len)
			break;
		i += utf8_next(text + i, len - i, &cp);
		add_folded(out, start, cp < 0 ? 0xFFFD : cp);
	}
	if (out->len > start && out->text[out->len - 1] == ' ')
		strbuf_cut(out, out->len - 1);
}

bool
fold_same(const char *a, const char *b)
{
	struct strbuf x = STRBUF_INIT, y = STRBUF_INIT;

	fold_key(&x, a, strlen(a));
	fold_key(&y, b, strlen(b));
	bool same = strcmp(x.text, y.text) == 0;

	strbuf_clear(&x);
	strbuf_clear(&y);
	return same;
}

bool
fold_contains(const char *haystack, const char *needle)
{
	return strstr(haystack, needle) != NULL;
}

bool
fold_is_of_word(int32_t cp)
{
	utf8proc_category_t category = utf8proc_category(cp);

	return (category >= UTF8PROC_CATEGORY_LU &&
		category <= UTF8PROC_CATEGORY_NO) ||
		category == UTF8PROC_CATEGORY_CO;
}

/* Is the character that begins at text one of a word? */
static bool
begins_with_word(const char *text)
{
	int32_t cp;

	if (!*text)
		return false;
	utf8_next(text, strlen(text), &cp);
	return cp >= 0 && fold_is_of_word(cp);
}

/* Does a word begin and end with the character that begins at text: is it of no word,
 * or of a script without blanks? */
static bool
stands_alone(const char *text)
{
	int32_t cp;

	if (!begins_with_word(text))
		return true;
	utf8_next(text, strlen(text), &cp);
	return script_has_no_blanks(cp);
}

bool
fold_begins_word(const char *haystack, const char *needle)
{
	bool anywhere = stands_alone(needle);

	for (const char *at = haystack; (at = strstr(at, needle)); at++) {
		const char *before = at;

		if (anywhere || at == haystack)
			return true;
		do
			before--;
		while (before > haystack && ((unsigned char)*before & 0xC0) == 0x80);
		if (stands_alone(before))
			return true;
	}
	return false;
}

bool
fold_has_word(const char *key)
{
	size_t len = strlen(key);

	for (size_t i = 0; i < len;) {
		int32_t cp;

		i += utf8_next(key + i, len - i, &cp);
		if (cp >= 0 && fold_is_of_word(cp))
			return true;
	}
	return false;
}
