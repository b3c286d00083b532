/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forms.c - see forms.h. */
#include "src/forms.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/ident.h"
#include "base/latin.h"
#include "base/script.h"
#include "base/skeleton.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/words.h"
#include "base/banned.h"

enum {
	NUMBER_LEAST = 3,	/* letters and digits of a number */
	NUMBER_MOST = 64,
	FRAGMENT_LEAST = 3,	/* characters, as the index has them */
	BEGINNING_LEAST = 2,	/* characters; one begins half of all words */
};

static size_t
characters(const char *text)
{
	size_t len = strlen(text), n = 0;
	int32_t cp;

	for (size_t i = 0; i < len; n++)
		i += utf8_next(text + i, len - i, &cp);
	return n;
}

/* --- Putting a form together -------------------------------------------- */

static void
form_clear(struct form *form)
{
	for (size_t i = 0; i < form->n; i++)
		free((char *)(uintptr_t)form->words[i].text);
	form->n = 0;
}

void
forms_clear(struct forms *f)
{
	for (size_t i = 0; i < f->n; i++)
		form_clear(&f->forms[i]);
	f->n = 0;
}

static void
put_blank(struct strbuf *out, size_t from)
{
	if (out->len > from && out->text[out->len - 1] != ' ')
		strbuf_putc(out, ' ');
}

/* Append a key with one blank for whatever is of no word, as the index reads it:
 * o'brien is the phrase "o brien", and of what is written without blanks each
 * character is a word. */
static void
put_plain(struct strbuf *out, const char *key, size_t len)
{
	size_t from = out->len;

	for (size_t i = 0; i < len;) {
		int32_t cp;
		size_t n = utf8_next(key + i, len - i, &cp);

		bool alone = cp >= 0 && script_has_no_blanks(cp);
		bool is_word = cp >= 0 && fold_is_of_word(cp);

		if (alone || !is_word)
			put_blank(out, from);
		if (is_word)
			strbuf_add(out, key + i, n);
		if (alone)
			put_blank(out, from);
		i += n;
	}
	if (out->len > from && out->text[out->len - 1] == ' ')
		strbuf_cut(out, out->len - 1);
}

/* A word of a key, owned; NULL if it has neither letter nor digit. Within words
 * signs count. */
static char *
word_of(const struct form *form, const char *key, size_t len)
{
	struct strbuf plain = STRBUF_INIT;

	put_plain(&plain, key, len);
	if (!plain.len)
		return NULL;
	if (form->key != DB_SEARCH_FRAGMENTS)
		return strbuf_detach(&plain);
	strbuf_clear(&plain);
	return xstrndup(key, len);
}

/* The words of a key. False when there are too many. */
static bool
split(struct form *form, const char *key)
{
	while (*key) {
		size_t n = strcspn(key, " ");
		char *word = word_of(form, key, n);

		if (word && form->n == FORMS_WORDS) {
			free(word);
			return false;
		}
		if (word)
			form->words[form->n++].text = word;
		key += key[n] ? n + 1 : n;
	}
	return true;
}

static bool
is_same(const struct form *a, const struct form *b)
{
	if (a->key != b->key || a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->words[i].text, b->words[i].text) != 0 ||
		    a->words[i].begins != b->words[i].begins)
			return false;
	return true;
}

/* Keep what is new and asks for something. */
static void
add(struct forms *f, struct form *form)
{
	bool known = form->n == 0 || f->n == FORMS_MOST;

	for (size_t i = 0; i < f->n && !known; i++)
		known = is_same(&f->forms[i], form);
	if (known)
		form_clear(form);
	else
		f->forms[f->n++] = *form;
}

/* --- Numbers ------------------------------------------------------------ */

static void
add_number(struct forms *f, enum desk_find_key how, enum db_search_key key,
	const char *bare)
{
	size_t n = characters(bare);
	struct form form = { .how = how, .key = key };

	if (n < NUMBER_LEAST || n > NUMBER_MOST || !strpbrk(bare, "0123456789"))
		return;
	form.words[form.n++] = (struct db_search_word){
		.text = xstrdup(bare), .begins = key == DB_SEARCH_WORDS };
	add(f, &form);
}

/* As a number of each sort that it may be, where that is not how it stands. */
static void
add_numbers(struct forms *f, const char *text)
{
	char normal[IDENT_TEXT_SIZE];
	struct strbuf bare = STRBUF_INIT, folded = STRBUF_INIT;

	fold_key(&folded, text, strlen(text));
	for (int i = IDENT_NONE; i < IDENT_N; i++) {
		if (!ident_normalise((enum ident_type)i, text, normal, NULL))
			continue;
		strbuf_reset(&bare);
		words_squeeze(&bare, normal);
		if (strcmp(bare.text, folded.text) != 0)
			add_number(f, DESK_FIND_NUMBER, DB_SEARCH_WORDS,
				bare.text);
	}
	strbuf_clear(&bare);
	strbuf_clear(&folded);
}

/* A phone number as it is dialled at home begins with a 0 that it has not
 * abroad. */
static void
add_number_within(struct forms *f, const char *text)
{
	struct strbuf bare = STRBUF_INIT;

	words_squeeze(&bare, text);
	add_number(f, DESK_FIND_FRAGMENT, DB_SEARCH_FRAGMENTS,
		bare.text + strspn(bare.text, "0"));
	strbuf_clear(&bare);
}

/* --- Words -------------------------------------------------------------- */

/* Which of the words may be beginnings: none, or those that are long enough. */
static void
set_begins(struct form *form)
{
	for (size_t i = 0; i < form->n; i++)
		form->words[i].begins =
			characters(form->words[i].text) >= BEGINNING_LEAST;
}

static bool
are_fragments(const struct form *form)
{
	for (size_t i = 0; i < form->n; i++)
		if (characters(form->words[i].text) < FRAGMENT_LEAST)
			return false;
	return true;
}

static bool
add_words(struct forms *f, enum desk_find_key how, enum db_search_key key,
	void (*make)(struct strbuf *out, const char *text, size_t len),
	const char *text)
{
	struct form form = { .how = how, .key = key };
	struct strbuf made = STRBUF_INIT;

	make(&made, text, strlen(text));
	bool ok = split(&form, made.text);

	strbuf_clear(&made);
	if (!ok || (key == DB_SEARCH_FRAGMENTS && !are_fragments(&form))) {
		form_clear(&form);
		return ok;
	}
	if (how == DESK_FIND_PREFIX || how == DESK_FIND_LATIN)
		set_begins(&form);
	add(f, &form);
	return true;
}

bool
forms_make(struct forms *f, const char *text, struct err *err)
{
	static const struct {
		enum desk_find_key how;
		enum db_search_key key;
		void (*make)(struct strbuf *out, const char *text, size_t len);
	} all[] = {
		{ DESK_FIND_EXACT, DB_SEARCH_WORDS, fold_key },
		{ DESK_FIND_PREFIX, DB_SEARCH_WORDS, fold_key },
		{ DESK_FIND_LATIN, DB_SEARCH_LATIN, latin_key },
		{ DESK_FIND_SKELETON, DB_SEARCH_SKELETON, skeleton_key },
		{ DESK_FIND_FRAGMENT, DB_SEARCH_FRAGMENTS, fold_key },
		{ DESK_FIND_FRAGMENT, DB_SEARCH_FRAGMENTS, latin_key },
	};

	f->n = 0;
	if (strlen(text) > DESK_FIND_BYTES)
		return err_set(err, ERR_USAGE,
			_("what is looked for has at most %d bytes"),
			DESK_FIND_BYTES);
	add_numbers(f, text);
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (!add_words(f, all[i].how, all[i].key, all[i].make, text)) {
			forms_clear(f);
			return err_set(err, ERR_USAGE,
				_("at most %d words can be looked for at once"),
				FORMS_WORDS);
		}
	add_number_within(f, text);
	return true;
}

/* --- Where one is held -------------------------------------------------- */

/* Does a key hold the word, or phrase? */
static bool
key_holds(const struct strbuf *key, const char *word)
{
	struct strbuf plain = STRBUF_INIT;

	if (!strchr(word, ' '))
		return fold_begins_word(key->text, word);
	put_plain(&plain, key->text, key->len);
	bool holds = fold_begins_word(plain.text, word);

	strbuf_clear(&plain);
	return holds;
}

/* The keys of a value that a form is looked for in, as db/search.h says. */
static unsigned
keys_of(const struct form *form)
{
	return form->key == DB_SEARCH_FRAGMENTS ? WORDS_KEY(DB_SEARCH_FRAGMENTS) :
		(WORDS_KEY(form->key) << 1) - 1;
}

static bool
holds(const struct form *form, const struct words *w, const char *word)
{
	if (form->key == DB_SEARCH_FRAGMENTS)
		return strstr(w->keys[DB_SEARCH_FRAGMENTS].text, word) != NULL;
	for (int key = DB_SEARCH_WORDS; key <= (int)form->key; key++)
		if (key_holds(&w->keys[key], word))
			return true;
	return false;
}

/* Is the word, or phrase, or what begins so, in a key whose signs are blanks? */
static bool
plain_has(const char *plain, const struct db_search_word *word)
{
	size_t len = strlen(word->text);

	for (const char *at = plain; (at = strstr(at, word->text)); at++)
		if ((at == plain || at[-1] == ' ') &&
		    (word->begins || !at[len] || at[len] == ' '))
			return true;
	return false;
}

static bool
meets(const struct form *form, const struct words *w,
	const struct db_search_word *word)
{
	bool has = false;

	if (form->key == DB_SEARCH_FRAGMENTS)
		return holds(form, w, word->text);
	for (int key = DB_SEARCH_WORDS; !has && key <= (int)form->key; key++) {
		struct strbuf plain = STRBUF_INIT;

		put_plain(&plain, w->keys[key].text, w->keys[key].len);
		has = plain_has(plain.text, word);
		strbuf_clear(&plain);
	}
	return has;
}

bool
forms_met(const struct form *form, const struct words *keys)
{
	bool all = form->n > 0;

	for (size_t i = 0; i < form->n; i++) {
		if (form->words[i].or_else && all)
			return true;
		all = (all || form->words[i].or_else) &&
			meets(form, keys, &form->words[i]);
	}
	return all;
}

size_t
forms_held(const struct form *form, const struct field *f, const char *text,
	struct words *scratch)
{
	size_t held = 0;

	words_reset(scratch);
	words_of_value(f, text, keys_of(form), scratch);
	for (size_t i = 0; i < form->n; i++)
		held += holds(form, scratch, form->words[i].text);
	return held;
}
