/* SPDX-License-Identifier: GPL-3.0-or-later */
/* latin.c - see latin.h. */
#include "base/latin.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "base/compiler.h"
#include "base/fold.h"
#include "base/latin_tables.h"
#include "base/utf8.h"

#include "base/banned.h"

/* The longest decomposition of Unicode is 18 code points (U+FDFA). */
enum { MAX_PARTS = 32, MAX_LETTERS = 256 };

/* Its letters say by whose rules a word is written. */
#define BY_WORD LATIN_N

struct letter {
	int32_t cp;		/* lower case; й, ї, ё, ѓ, ќ, ў are one each */
	bool accented, parted;	/* Greek: a tonos, a dialytika stands on it */
};

/* A text on its way, word by word. */
struct writer {
	enum latin_scheme scheme;
	struct letter letters[MAX_LETTERS];	/* of the word read now */
	size_t n;
	bool is_foreign;	/* it has a letter of another alphabet, ... */
	bool is_latin;		/* ... a Latin one */
	struct strbuf text;	/* written so far, not folded */
};

static bool
is_cyrillic(int32_t cp)
{
	return cp >= 0x0400 && cp <= 0x052F;
}

static bool
is_greek(int32_t cp)
{
	return cp >= 0x0370 && cp <= 0x03FF;
}

static bool
is_latin(int32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp <= 0x24F);
}

static bool
is_apostrophe(int32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x02BC;
}

static bool
is_mark(int32_t cp)
{
	utf8proc_category_t category = utf8proc_category(cp);

	return category >= UTF8PROC_CATEGORY_MN &&
		category <= UTF8PROC_CATEGORY_ME;
}

static int32_t
cp_at(const struct writer *w, size_t i)
{
	return i < w->n ? w->letters[i].cp : 0;
}

/* Whose rules the letter at i asks for; LATIN_N: it does not tell. */
static enum latin_scheme
told_at(const struct writer *w, size_t i)
{
	int32_t cp = cp_at(w, i), next = cp_at(w, i + 1);

	if (is_apostrophe(cp))
		return is_cyrillic(next) ? LATIN_UKRAINIAN : LATIN_N;
	if (cp == 0x044A)	/* ъ before е, ё, ю, я parts them in Russian */
		return next == 0x0435 || next == 0x0451 || next == 0x044E ||
			next == 0x044F ? LATIN_RUSSIAN : LATIN_N;
	if (cp == 0x044C)	/* ь stands in Bulgarian only in ьо */
		return next == 0x043E ? LATIN_N : LATIN_RUSSIAN;
	return latin_told_by(cp);
}

/* The rarest alphabet wins: Macedonian has Serbian's ј, љ, њ and џ. */
static enum latin_scheme
language_of(const struct writer *w)
{
	static const enum latin_scheme by_weight[] = { LATIN_MACEDONIAN,
		LATIN_SERBIAN, LATIN_UKRAINIAN, LATIN_RUSSIAN };
	bool told[LATIN_N + 1] = { false };

	for (size_t i = 0; i < w->n; i++)
		told[told_at(w, i)] = true;
	for (size_t i = 0; i < ARRAY_SIZE(by_weight); i++)
		if (told[by_weight[i]])
			return by_weight[i];
	return LATIN_BULGARIAN;
}

/* Does no consonant stand before? Then Russian е is ye. */
static bool
is_open(int32_t before)
{
	switch (before) {
	case 0:
	case 0x0430: case 0x0435: case 0x0438: case 0x0439: case 0x043E:
	case 0x0443: case 0x044A: case 0x044B: case 0x044C: case 0x044D:
	case 0x044E: case 0x044F: case 0x0451:
		return true;
	default:
		return false;
	}
}

static bool
stands_there(const struct writer *w, size_t i, enum latin_place place)
{
	int32_t before = i ? cp_at(w, i - 1) : 0;

	switch (place) {
	case LATIN_FIRST:
		return i == 0;
	case LATIN_OPEN:
		return is_open(before);
	case LATIN_AFTER_Z:
		return before == 0x0437;
	case LATIN_LAST_AFTER_I:
		return before == 0x0438 && i + 1 == w->n;
	case LATIN_ANYWHERE:
		break;
	}
	return true;
}

static void
write_cp(struct writer *w, int32_t cp)
{
	char buf[4];

	strbuf_add(&w->text, buf, utf8_put(buf, cp));
}

static void
write_cyrillic(struct writer *w, size_t i, enum latin_scheme scheme,
	enum latin_scheme language)
{
	int32_t cp = cp_at(w, i);
	const char *text = latin_cyrillic(cp, scheme);

	for (size_t n = 0; n < latin_n_exceptions; n++) {
		const struct latin_exception *x = &latin_exceptions[n];

		if (x->cp == cp && x->scheme == scheme &&
		    (x->language == LATIN_N || x->language == language) &&
		    stands_there(w, i, x->place)) {
			text = x->text;
			break;
		}
	}
	if (text)
		strbuf_puts(&w->text, text);
	else
		write_cp(w, cp);
}

/* ELOT 743: v before these and before vowels, else f. */
static bool
is_voiced(int32_t cp)
{
	switch (cp) {
	case 0x03B1: case 0x03B2: case 0x03B3: case 0x03B4: case 0x03B5:
	case 0x03B6: case 0x03B7: case 0x03B9: case 0x03BB: case 0x03BC:
	case 0x03BD: case 0x03BF: case 0x03C1: case 0x03C5: case 0x03C9:
		return true;
	default:
		return false;
	}
}

/*
 * Two Greek letters that are written as one sound: αυ, ευ, ηυ, ου, γγ, γξ,
 * γχ and μπ. Not if the first has the tonos or the second the dialytika.
 */
static bool
write_greek_pair(struct writer *w, size_t i)
{
	int32_t cp = cp_at(w, i), next = cp_at(w, i + 1);

	if (next == 0x03C5 && !w->letters[i].accented &&
	    !w->letters[i + 1].parted) {
		if (cp == 0x03BF) {
			strbuf_puts(&w->text, "ou");
			return true;
		}
		if (cp != 0x03B1 && cp != 0x03B5 && cp != 0x03B7)
			return false;
		strbuf_puts(&w->text, latin_greek(cp));
		strbuf_putc(&w->text, is_voiced(cp_at(w, i + 2)) ? 'v' : 'f');
		return true;
	}
	if (cp == 0x03B3 && (next == 0x03B3 || next == 0x03BE ||
	    next == 0x03C7)) {
		strbuf_putc(&w->text, 'n');
		strbuf_puts(&w->text, latin_greek(next));
		return true;
	}
	if (cp == 0x03BC && next == 0x03C0 && (i == 0 || i + 2 == w->n)) {
		strbuf_putc(&w->text, 'b');
		return true;
	}
	return false;
}

static void
write_greek(struct writer *w, size_t *i)
{
	const char *text;

	if (write_greek_pair(w, *i)) {
		++*i;
		return;
	}
	text = latin_greek(cp_at(w, *i));
	if (text)
		strbuf_puts(&w->text, text);
	else
		write_cp(w, cp_at(w, *i));
}

/* Armenian writes u with two letters; ye and vo begin words only. */
static void
write_caucasian(struct writer *w, size_t *i)
{
	int32_t cp = cp_at(w, *i);

	if (cp == 0x0578 && cp_at(w, *i + 1) == 0x0582) {
		strbuf_putc(&w->text, 'u');
		++*i;
		return;
	}
	if (*i == 0 && (cp == 0x0565 || cp == 0x0578))
		strbuf_putc(&w->text, cp == 0x0565 ? 'y' : 'v');
	strbuf_puts(&w->text, latin_caucasian(cp));
}

/* Has each foreign letter of a word that has Latin ones too a Latin look? */
static bool
is_disguise(const struct writer *w)
{
	if (!w->is_latin)
		return false;
	for (size_t i = 0; i < w->n; i++) {
		int32_t cp = cp_at(w, i);

		if (!is_latin(cp) && !is_apostrophe(cp) &&
		    !latin_looks_like(cp))
			return false;
	}
	return true;
}

static void
write_by_sound(struct writer *w)
{
	enum latin_scheme language = language_of(w);
	enum latin_scheme scheme = w->scheme == BY_WORD ? language : w->scheme;

	for (size_t i = 0; i < w->n; i++) {
		int32_t cp = cp_at(w, i);

		if (is_cyrillic(cp))
			write_cyrillic(w, i, scheme, language);
		else if (is_greek(cp))
			write_greek(w, &i);
		else if (latin_caucasian(cp))
			write_caucasian(w, &i);
		else if (!is_apostrophe(cp) || !is_cyrillic(cp_at(w, i + 1)))
			write_cp(w, cp);
	}
}

static void
write_by_look(struct writer *w)
{
	for (size_t i = 0; i < w->n; i++) {
		int32_t cp = cp_at(w, i);
		char look = latin_looks_like(cp);

		write_cp(w, look ? look : cp);
	}
}

static void
end_word(struct writer *w)
{
	if (w->is_foreign && !is_disguise(w))
		write_by_sound(w);
	else
		write_by_look(w);
	w->n = 0;
	w->is_foreign = false;
	w->is_latin = false;
}

/* A mark that makes another letter of the last one, or says how it is read. */
static void
read_mark(struct writer *w, int32_t mark)
{
	static const struct {
		int32_t mark, base, cp;
	} marked[] = {
		{ 0x0306, 0x0438, 0x0439 },	/* й */
		{ 0x0306, 0x0443, 0x045E },	/* ў */
		{ 0x0308, 0x0435, 0x0451 },	/* ё */
		{ 0x0308, 0x0456, 0x0457 },	/* ї */
		{ 0x0301, 0x0433, 0x0453 },	/* ѓ */
		{ 0x0301, 0x043A, 0x045C },	/* ќ */
	};
	struct letter *last = &w->letters[w->n - 1];

	last->parted = last->parted || mark == 0x0308;
	last->accented = last->accented || mark == 0x0300 || mark == 0x0301 ||
		mark == 0x0342;
	for (size_t i = 0; i < ARRAY_SIZE(marked); i++)
		if (marked[i].mark == mark && marked[i].base == last->cp) {
			last->cp = marked[i].cp;
			return;
		}
}

static void
read_part(struct writer *w, int32_t cp)
{
	bool is_foreign = is_cyrillic(cp) || is_greek(cp) ||
		latin_caucasian(cp);

	if (is_mark(cp)) {
		if (w->n)
			read_mark(w, cp);
		return;
	}
	if (!is_foreign && !is_latin(cp) && !(w->n && is_apostrophe(cp))) {
		end_word(w);
		write_cp(w, cp);
		return;
	}
	if (w->n == MAX_LETTERS)
		end_word(w);
	w->letters[w->n++] = (struct letter){ .cp = cp };
	w->is_foreign = w->is_foreign || is_foreign;
	w->is_latin = w->is_latin || is_latin(cp);
}

static void
read_cp(struct writer *w, int32_t cp)
{
	static const utf8proc_option_t options = UTF8PROC_COMPAT |
		UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	int32_t parts[MAX_PARTS];
	int unused = UTF8PROC_BOUNDCLASS_START;
	utf8proc_ssize_t n = utf8proc_decompose_char(cp, parts, MAX_PARTS,
		options, &unused);

	assert(n >= 0 && n <= MAX_PARTS);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		read_part(w, parts[i]);
}

void
latin_by(struct strbuf *out, enum latin_scheme scheme, const char *text,
	size_t len)
{
	struct writer w = { .scheme = scheme, .text = STRBUF_INIT };

	for (size_t i = 0; i < len;) {
		int32_t cp;

		i += utf8_next(text + i, len - i, &cp);
		read_cp(&w, cp < 0 ? 0xFFFD : cp);
	}
	end_word(&w);
	fold_key(out, w.text.text, w.text.len);
	strbuf_clear(&w.text);
}

void
latin_key(struct strbuf *out, const char *text, size_t len)
{
	if (utf8_ascii_run(text, len) == len)
		fold_key(out, text, len);
	else
		latin_by(out, BY_WORD, text, len);
}

/* --- For people --------------------------------------------------------- */

/* The next word, up to a blank; *at moves behind it. */
static size_t
next_word(const char *text, size_t len, size_t *at)
{
	size_t begin;

	while (*at < len && text[*at] == ' ')
		++*at;
	begin = *at;
	while (*at < len && text[*at] != ' ')
		++*at;
	return *at - begin;
}

/* An initial is no word in capitals. */
static bool
is_capitals(const char *word, size_t len)
{
	size_t capitals = 0;

	for (size_t i = 0; i < len;) {
		int32_t cp;

		i += utf8_next(word + i, len - i, &cp);
		utf8proc_category_t category = cp < 0 ?
			UTF8PROC_CATEGORY_CN : utf8proc_category(cp);

		if (category == UTF8PROC_CATEGORY_LL)
			return false;
		capitals += category == UTF8PROC_CATEGORY_LU;
	}
	return capitals > 1;
}

static size_t
count_words(const char *text, size_t len)
{
	size_t n = 0;

	for (size_t at = 0; next_word(text, len, &at);)
		n++;
	return n;
}

void
latin_name(struct strbuf *out, const char *text, size_t len)
{
	struct strbuf key = STRBUF_INIT;
	size_t at = 0, from = 0, n;

	latin_key(&key, text, len);
	bool same = count_words(key.text, key.len) == count_words(text, len);

	while ((n = next_word(key.text, key.len, &at))) {
		size_t of = next_word(text, len, &from);
		bool all = same && is_capitals(text + from - of, of);
		char before = ' ';

		strbuf_puts(out, at > n ? " " : "");
		for (size_t i = at - n; i < at; before = key.text[i++]) {
			char c = key.text[i];

			if ((all || strchr(" -'", before)) && c >= 'a' && c <= 'z')
				c = (char)(c - 'a' + 'A');
			strbuf_putc(out, c);
		}
	}
	strbuf_clear(&key);
}
