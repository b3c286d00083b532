/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name.c - see name.h. */
#include "base/name.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/fold.h"
#include "base/latin.h"
#include "base/name_tables.h"
#include "base/script.h"
#include "base/skeleton.h"
#include "base/strbuf.h"
#include "base/utf8.h"

#include "base/banned.h"

/* The most words of a legal form. */
enum { FORM_WORDS = 7 };

/* A word of the text as it stands there, apostrophes and all. */
struct span {
	const char *text;
	size_t len;
	bool is_abbreviation;	/* S.A.R.L.: its points are dropped */
};

static bool
is_apostrophe(int32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0x2018 || cp == 0x2019 ||
		cp == 0x02BB || cp == 0x02BC;
}

/* The length of one letter and its marks at text, or 0. */
static size_t
one_letter(const char *text, size_t len)
{
	int32_t cp;
	size_t n = len ? utf8_next(text, len, &cp) : 0;

	if (n == 0 || !fold_is_of_word(cp) || (cp >= '0' && cp <= '9'))
		return 0;
	if (n < len) {
		utf8_next(text + n, len - n, &cp);
		if (fold_is_of_word(cp))
			return 0;
	}
	return n;
}

/* The length of an abbreviation such as S.A. or A/S at text, or 0. */
static size_t
abbreviation(const char *text, size_t len)
{
	size_t end = 0, letters = 0;

	for (size_t at = 0; at < len;) {
		size_t n = one_letter(text + at, len - at);

		if (n == 0)
			break;
		at += n;
		end = at;
		letters++;
		if (at == len || (text[at] != '.' && text[at] != '/'))
			break;
		at++;
	}
	return letters > 1 ? end : 0;
}

/* The length of the word at text: letters, digits, apostrophes between them. */
static size_t
word_length(const char *text, size_t len)
{
	size_t end = 0;

	for (size_t at = 0; at < len;) {
		int32_t cp;

		at += utf8_next(text + at, len - at, &cp);
		if (cp >= 0 && fold_is_of_word(cp))
			end = at;
		else if (!is_apostrophe(cp))
			break;
	}
	return end;
}

static size_t
split(enum name_kind kind, const char *text, size_t len, struct span *spans)
{
	size_t n = 0;

	bool has_word = false;

	for (size_t at = 0; at < len && n < NAME_WORDS;) {
		bool is_firm = kind == NAME_ORGANISATION;
		size_t short_len = is_firm ?
			abbreviation(text + at, len - at) : 0;
		size_t word = short_len ? short_len :
			text[at] == '&' ? 1 : word_length(text + at, len - at);
		int32_t cp;

		if (word && (fold_is_of_word((utf8_next(text + at, len - at,
				&cp), cp)) || cp == '&')) {
			spans[n++] = (struct span){ text + at, word,
				short_len != 0 };
			has_word = has_word || cp != '&';
			at += word;
		} else {
			at += utf8_next(text + at, len - at, &cp);
		}
	}
	return has_word ? n : 0;
}

/* Fill an array with a key, cut between characters, without some bytes. */
static void
fill(char *to, const char *key, const char *without)
{
	size_t n = 0, len = strlen(key);

	for (size_t at = 0; at < len;) {
		int32_t cp;
		size_t bytes = utf8_next(key + at, len - at, &cp);

		if (n + bytes >= NAME_WORD_SIZE)
			break;
		if (bytes > 1 || !strchr(without, key[at])) {
			memcpy(to + n, key + at, bytes);
			n += bytes;
		}
		at += bytes;
	}
	to[n] = '\0';
}

static bool
has_latin(const struct name_word *w, const char *latin)
{
	for (size_t i = 0; i < w->n_latin; i++)
		if (strcmp(w->latin[i], latin) == 0)
			return true;
	return false;
}

static void
add_latin(struct name_word *w, const char *key)
{
	char latin[NAME_WORD_SIZE];

	fill(latin, key, "'`./ ");
	if (w->n_latin < NAME_FORMS && !has_latin(w, latin))
		strbuf_fill(w->latin[w->n_latin++], NAME_WORD_SIZE, latin);
}

/* A digit in the midst of a person's name is there to hide it, or was read so
 * from paper. */
static void
read_digits_as_letters(char *latin)
{
	static const char letters[] = "oizeasgtbg";
	bool has_letter = false;

	for (const char *p = latin; *p; p++)
		has_letter = has_letter || *p < '0' || *p > '9';
	for (char *p = latin; has_letter && *p; p++)
		if (*p >= '0' && *p <= '9')
			*p = letters[*p - '0'];
}

/* What a word is in Latin letters, by its own rules and those of the others. */
static void
write_latin(struct name_word *w, enum name_kind kind, const char *text,
	size_t len)
{
	static const enum latin_scheme schemes[] = { LATIN_RUSSIAN,
		LATIN_UKRAINIAN, LATIN_BULGARIAN };
	struct strbuf key = STRBUF_INIT;
	const char *script = script_of(text, len);

	latin_key(&key, text, len);
	add_latin(w, key.text);
	for (size_t i = 0; script && strcmp(script, "cyrillic") == 0 &&
	     i < ARRAY_SIZE(schemes); i++) {
		strbuf_reset(&key);
		latin_by(&key, schemes[i], text, len);
		add_latin(w, key.text);
	}
	if (kind == NAME_PERSON)
		read_digits_as_letters(w->latin[0]);
	strbuf_reset(&key);
	skeleton_key(&key, w->latin[0], strlen(w->latin[0]));
	fill(w->skeleton, key.text, "");
	w->is_mixed = script && strcmp(script, "other") == 0;
	strbuf_clear(&key);
}

static void
read_word(struct name_word *w, enum name_kind kind, const struct span *span)
{
	struct strbuf key = STRBUF_INIT, plain = STRBUF_INIT;

	*w = (struct name_word){ .role = NAME_PLAIN,
		.is_exact = span->is_abbreviation };
	for (size_t at = 0; at < span->len; at++)
		if (!span->is_abbreviation || (span->text[at] != '.' &&
		    span->text[at] != '/'))
			strbuf_putc(&plain, span->text[at]);
	fold_key(&key, plain.text, plain.len);
	fill(w->text, key.text, "'` ");
	write_latin(w, kind, plain.text, plain.len);
	strbuf_clear(&key);
	strbuf_clear(&plain);
}

static bool
is_number(const char *text)
{
	return *text && text[strspn(text, "0123456789")] == '\0';
}

static bool
is_one_letter(const char *text)
{
	int32_t cp;

	return *text && utf8_next(text, strlen(text), &cp) == strlen(text);
}

/* What part a word plays, and so what it tells. */
static void
give_role(struct name_word *w, enum name_kind kind)
{
	static const int weights[] = {
		[NAME_PLAIN] = 100, [NAME_PARTICLE] = 15, [NAME_TITLE] = 10,
		[NAME_INITIAL] = 40, [NAME_GENERIC] = 40, [NAME_NUMBER] = 60,
	};
	struct name_known known;

	if (w->role == NAME_FORM) {
		w->weight = 0;
		return;
	}
	if (is_number(w->text)) {
		w->role = NAME_NUMBER;
	} else if (name_known_word(kind, w->latin[0], &known)) {
		w->role = known.role;
		w->stands_for = known.stands_for;
	} else if (kind == NAME_PERSON && is_one_letter(w->latin[0])) {
		w->role = NAME_INITIAL;
	} else if (kind == NAME_PERSON) {
		w->stands_for = name_given_group(w->skeleton);
	}
	w->weight = weights[w->role];
	/* A given name that many bear tells less than a rare word. */
	if (w->role == NAME_PLAIN && kind == NAME_PERSON && w->stands_for)
		w->weight = 85;
	if (kind == NAME_ORGANISATION && w->role == NAME_PLAIN &&
	    is_one_letter(w->latin[0]))
		w->weight = 50;
	if (w->stands_for && (strcmp(w->stands_for, "of") == 0 ||
	    strcmp(w->stands_for, "and") == 0))
		w->weight = 10;
}

/* The class of the legal form that n words from at make up, or 0. */
static unsigned
form_at(const struct name *name, size_t at, size_t n)
{
	struct strbuf words = STRBUF_INIT;
	unsigned class;

	for (size_t i = at; i < at + n; i++) {
		strbuf_puts(&words, i > at ? " " : "");
		strbuf_puts(&words, name->words[i].text);
	}
	class = name_form_class(words.text);
	strbuf_clear(&words);
	return class;
}

/* A form of two letters counts at the ends of a name alone, and no form if
 * nothing else would be left. */
static bool
may_be_form(const struct name *name, size_t at, size_t n)
{
	return n < name->n && (at == 0 || at + n == name->n || n > 1 ||
		strlen(name->words[at].text) > 2 ||
		name->words[at + n].role == NAME_FORM);
}

static void
remove_words(struct name *name, size_t at, size_t n)
{
	memmove(&name->words[at], &name->words[at + n],
		(name->n - at - n) * sizeof(name->words[0]));
	name->n -= n;
}

static bool
is_all_forms(const struct name *name)
{
	for (size_t i = 0; i < name->n; i++)
		if (name->words[i].role != NAME_FORM)
			return false;
	return true;
}

/* The longest form that ends before end: how many words it has, or 0. */
static size_t
find_form(struct name *name, size_t end)
{
	for (size_t n = end < FORM_WORDS ? end : FORM_WORDS; n > 0; n--) {
		size_t at = end - n;
		unsigned class = form_at(name, at, n);

		if (!class || !may_be_form(name, at, n))
			continue;
		if (n > 1)
			name_join(name, at, n);
		name->words[at].role = NAME_FORM;
		name->words[at].form = class;
		return n;
	}
	return 0;
}

static void
find_forms(struct name *name)
{
	/* From the end, so that "Co. Ltd." is seen before its place is judged. */
	for (size_t end = name->n; end > 0;) {
		size_t n = find_form(name, end);

		end -= n ? n : 1;
	}
	if (name->n && is_all_forms(name))
		name->words[0].role = NAME_PLAIN;
	for (size_t i = 0; i < name->n; i++)
		if (name->words[i].role == NAME_FORM)
			name->forms |= name->words[i].form;
}

/* "Ltd" after a person's name: a form that nobody is called, without a vowel. */
static void
find_forms_of_person(struct name *name)
{
	struct name_word *last = &name->words[name->n - 1];

	if (name->n > 1 && strlen(last->text) > 2 &&
	    !strpbrk(last->text, "aeiouy") && last->text[0] < 0x7F &&
	    name_form_class(last->text)) {
		last->role = NAME_FORM;
		last->form = name_form_class(last->text);
	}
}

/* "Forty 4" is one number. */
static void
add_numbers(struct name *name)
{
	for (size_t i = 0; i + 1 < name->n; i++) {
		struct name_word *tens = &name->words[i], *ones = tens + 1;
		const char *t = tens->stands_for;
		const char *o = ones->stands_for ? ones->stands_for :
			ones->text;

		if (tens->role != NAME_NUMBER || ones->role != NAME_NUMBER ||
		    !t || strlen(t) != 2 || t[1] != '0' || strlen(o) != 1)
			continue;
		tens->text[0] = t[0];
		tens->text[1] = o[0];
		tens->text[2] = '\0';
		tens->stands_for = NULL;
		remove_words(name, i + 1, 1);
	}
}

static bool
is_bin(const struct name_word *w)
{
	return w->role == NAME_PARTICLE && strcmp(w->stands_for, "bin") == 0;
}

/* Ben is a given name where it comes first; elsewhere a father's name follows. */
static void
read_links(struct name *name)
{
	static const char *const fathers[] = { "ovic", "evic", "ovna", "evna" };

	for (size_t i = 0; i < name->n; i++) {
		struct name_word *w = &name->words[i];
		const char *group = name_given_group(w->skeleton);
		size_t len = strlen(w->skeleton);

		if (i == 0 && w->role == NAME_PARTICLE && group) {
			w->role = NAME_PLAIN;
			w->stands_for = group;
			w->weight = 85;
		}
		w->is_link = i > 0 && is_bin(&name->words[i - 1]);
		for (size_t k = 0; k < ARRAY_SIZE(fathers) && len > 5; k++)
			w->is_link = w->is_link || strcmp(w->skeleton + len - 4,
				fathers[k]) == 0;
	}
}

void
name_read(struct name *name, enum name_kind kind, const char *text, size_t len)
{
	struct span spans[NAME_WORDS];
	size_t n;

	assert(kind != NAME_ANY);
	name->kind = kind;
	name->forms = 0;
	name->n = 0;
	n = split(kind, text, len, spans);
	for (size_t i = 0; i < n; i++) {
		struct name_word *w = &name->words[name->n];

		read_word(w, kind, &spans[i]);
		/* Of marks alone nothing is left. */
		name->n += w->text[0] && w->latin[0][0];
	}
	if (kind == NAME_ORGANISATION)
		find_forms(name);
	else if (name->n)
		find_forms_of_person(name);
	for (size_t i = 0; i < name->n; i++)
		give_role(&name->words[i], kind);
	if (kind == NAME_PERSON)
		read_links(name);
	add_numbers(name);
}

bool
name_is_of_firm(const char *text, size_t len)
{
	struct name name;

	name_read(&name, NAME_ORGANISATION, text, len);
	if (name.forms)
		return true;
	for (size_t i = 0; i < name.n; i++)
		if ((name.words[i].role == NAME_GENERIC &&
		     name.words[i].weight > 10) ||
		    (name.words[i].role == NAME_NUMBER &&
		     is_number(name.words[i].text)))
			return true;
	return false;
}

const struct name_word *
name_only_telling(const struct name *name)
{
	const struct name_word *only = NULL;

	for (size_t i = 0; i < name->n; i++) {
		if (name->words[i].weight < NAME_TELLING)
			continue;
		if (only)
			return NULL;
		only = &name->words[i];
	}
	return only;
}

bool
name_is_one_word(const struct name *name)
{
	int weight = 0;

	for (size_t i = 0; i < name->n; i++)
		weight += name->words[i].weight;
	return weight < NAME_ONE_WORD && name_only_telling(name);
}

void
name_join(struct name *name, size_t at, size_t n)
{
	struct name_word *w = &name->words[at];
	struct strbuf text = STRBUF_INIT, latin = STRBUF_INIT,
		key = STRBUF_INIT;

	for (size_t i = at; i < at + n; i++) {
		strbuf_puts(&text, name->words[i].text);
		strbuf_puts(&latin, name->words[i].latin[0]);
	}
	*w = (struct name_word){ .role = NAME_PLAIN, .weight = 100 };
	fill(w->text, text.text, "");
	add_latin(w, latin.text);
	skeleton_key(&key, w->latin[0], strlen(w->latin[0]));
	fill(w->skeleton, key.text, " ");
	remove_words(name, at + 1, n - 1);
	strbuf_clear(&text);
	strbuf_clear(&latin);
	strbuf_clear(&key);
}
