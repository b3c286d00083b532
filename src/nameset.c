/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nameset.c - see nameset.h. */
#include "src/nameset.h"

#include <string.h>

#include "base/clock.h"
#include "base/name.h"
#include "base/strbuf.h"
#include "src/person.h"
#include "src/value.h"
#include "base/banned.h"

enum { TYPED_WORDS = 6, DAY_BYTES = 10 /* 1980-05-02 */, LEAST_BYTES = 2 };

/* --- Pairs -------------------------------------------------------------- */

/* Two words in the order of their letters, or one and a day. */
static void
put(struct idents *set, const char *a, const char *b)
{
	char key[2 * NAME_WORD_SIZE + 1];
	struct strbuf text = STRBUF_INIT;

	if (set->n >= NAMESET_MOST)
		return;
	strbuf_puts(&text, a);
	strbuf_putc(&text, ' ');
	strbuf_puts(&text, b);
	strbuf_fill(key, sizeof(key), text.text);
	strbuf_clear(&text);
	idents_put(set, &(struct db_ident){ NAMESET_TYPE, key,
		header_fields[0].id });
}

static void
put_words(struct idents *set, const struct name_word *a,
	const struct name_word *b)
{
	for (size_t i = 0; i < a->n_latin; i++)
		for (size_t k = 0; k < b->n_latin; k++) {
			const char *x = a->latin[i], *y = b->latin[k];
			int order = strcmp(x, y);

			if (order < 0)
				put(set, x, y);
			else if (order > 0)
				put(set, y, x);
		}
}

static void
put_days(struct idents *set, const struct name *n, const char *day)
{
	for (size_t i = 0; day && i < n->n; i++)
		for (size_t k = 0; k < n->words[i].n_latin; k++)
			put(set, n->words[i].latin[k], day);
}

/* --- Words -------------------------------------------------------------- */

/* The words of a text that tell who it is. */
static void
read_words(struct name *n, const char *text)
{
	size_t kept = 0;

	*n = (struct name){ .kind = NAME_PERSON };
	if (!text || !*text)
		return;
	name_read(n, NAME_PERSON, text, strlen(text));
	for (size_t i = 0; i < n->n; i++)
		if (n->words[i].role == NAME_PLAIN && !n->words[i].is_link &&
		    strlen(n->words[i].text) >= LEAST_BYTES)
			n->words[kept++] = n->words[i];
	n->n = kept;
}

static bool
has_word(const struct name *n, const struct name_word *w)
{
	for (size_t i = 0; i < n->n; i++)
		if (strcmp(n->words[i].text, w->text) == 0)
			return true;
	return false;
}

/* Leave out of a name what is known to be of the other half. */
static void
take_out(struct name *n, const struct name *known)
{
	size_t kept = 0;

	for (size_t i = 0; i < n->n; i++)
		if (!has_word(known, &n->words[i]))
			n->words[kept++] = n->words[i];
	n->n = kept;
}

/* Nobody says which is which: the last is of the family. */
static void
split(const struct name *whole, struct name *given, struct name *family)
{
	*given = *family = *whole;
	given->n = whole->n ? whole->n - 1 : 0;
	family->n = whole->n ? 1 : 0;
	if (whole->n)
		family->words[0] = whole->words[whole->n - 1];
}

static void
put_all(struct idents *set, const struct name *given,
	const struct name *family, const char *day)
{
	for (size_t i = 0; i < given->n; i++)
		for (size_t k = 0; k < family->n; k++)
			put_words(set, &given->words[i], &family->words[k]);
	put_days(set, given, day);
	put_days(set, family, day);
}

/* --- Of a person -------------------------------------------------------- */

/* The date of birth, if it names a day. */
static const char *
birth_day(const struct record *person)
{
	const char *date = record_text(person, PERSON_BIRTH_DATE);

	return date && strlen(date) == DAY_BYTES && *date != '~' ? date : NULL;
}

void
nameset_add(struct idents *set, const struct record *person)
{
	struct name given, family, whole;

	read_words(&given, record_text(person, PERSON_GIVEN));
	read_words(&family, record_text(person, PERSON_FAMILY));
	read_words(&whole, record_text(person, PERSON_NAME));
	if (!given.n && !family.n) {
		split(&whole, &given, &family);
	} else if (!given.n) {
		take_out(&whole, &family);
		given = whole;
	} else if (!family.n) {
		take_out(&whole, &given);
		family = whole;
	}
	put_all(set, &given, &family, birth_day(person));
}

void
nameset_add_alias(struct idents *set, const struct record *person,
	const char *text)
{
	struct name given, family, whole;

	read_words(&whole, text);
	split(&whole, &given, &family);
	put_all(set, &given, &family, birth_day(person));
}

/* --- As typed ----------------------------------------------------------- */

/* Is it a date, in any form in which one may be typed, that names a day? */
static bool
read_day(const char *word, struct strbuf *day)
{
	const struct value_context ctx = { clock_now(), "UTC", NULL };
	bool invalid;

	strbuf_reset(day);
	return strpbrk(word, "0123456789") &&
		value_parse(kind_field(&person_kind, PERSON_BIRTH_DATE), word,
			strlen(word), &ctx, day, &invalid, NULL) &&
		day->len == DAY_BYTES && *day->text != '~';
}

/* The day among the words, the others back as a text. False: too many words, or one
 * that no name has. */
static bool
take_apart(const char *text, struct strbuf *rest, struct strbuf *day)
{
	struct strbuf word = STRBUF_INIT, date = STRBUF_INIT;
	size_t n = 0;
	bool ok = true;

	for (text += strspn(text, " \t"); ok && *text; n++) {
		size_t len = strcspn(text, " \t");

		strbuf_reset(&word);
		strbuf_add(&word, text, len);
		text += len + strspn(text + len, " \t");
		if (!day->len && read_day(word.text, &date))
			strbuf_puts(day, date.text);
		else if (strpbrk(word.text, "0123456789:@<>="))
			ok = false;
		else
			strbuf_printf(rest, "%s ", word.text);
	}
	strbuf_clear(&word);
	strbuf_clear(&date);
	return ok && n >= 2 && n <= TYPED_WORDS;
}

void
nameset_add_typed(struct idents *set, const char *text)
{
	struct strbuf rest = STRBUF_INIT, day = STRBUF_INIT;
	struct name n;

	if (take_apart(text, &rest, &day)) {
		read_words(&n, rest.text);
		for (size_t i = 0; i < n.n; i++)
			for (size_t k = i + 1; k < n.n; k++)
				put_words(set, &n.words[i], &n.words[k]);
		put_days(set, &n, day.len ? day.text : NULL);
	}
	strbuf_clear(&rest);
	strbuf_clear(&day);
}
