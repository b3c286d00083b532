/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clause_match.c - asking a clause of a row, see clause.h. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fold.h"
#include "base/latin.h"
#include "base/utf8.h"
#include "src/clause.h"
#include "src/legal.h"
#include "src/person.h"
#include "src/privilege.h"
#include "src/value.h"
#include "src/words.h"
#include "base/banned.h"

/* One clause put to one row. */
struct question {
	const struct clause *c;
	const struct filter_row *row;
	struct clause_asking *asking;
};

static const char *
text_at(const struct question *q, size_t index)
{
	if (q->row->hides && q->row->hides(q->row->of, index))
		return NULL;
	return q->row->text(q->row->of, index);
}

/*
 * A value as the viewer knows it: no mark, refs for uids; NULL when absent, also
 * when it leads to what they do not see.
 */
static const char *
value_at(const struct question *q, size_t index)
{
	const struct field *f = kind_field(q->c->kind, index);
	const char *text = text_at(q, index);

	if (!text)
		return NULL;
	if (value_is_marked(f, text))
		return text + 1;
	return f->type == FIELD_REF ? shown_ref(q->asking->shown, text) : text;
}

/* The fold of a value, borrowed until the next. */
static const char *
folded(const struct question *q, const char *text)
{
	strbuf_reset(&q->asking->folded);
	fold_key(&q->asking->folded, text, strlen(text));
	return q->asking->folded.text;
}

/* In identifiers blanks do not count: +359 88 and +35988. */
static void
squeeze(struct strbuf *sb)
{
	size_t to = 0;

	for (size_t i = 0; i < sb->len; i++)
		if (sb->text[i] != ' ')
			sb->text[to++] = sb->text[i];
	strbuf_cut(sb, to);
}

static bool
contains(const struct question *q, const char *value)
{
	const struct field *f = kind_field(q->c->kind, q->c->index);
	const char *text = folded(q, value), *wanted = q->c->text;

	if (f->type == FIELD_IDENT || f->type == FIELD_ACCOUNT)
		squeeze(&q->asking->folded);
	return q->c->begins ? strncmp(text, wanted, strlen(wanted)) == 0
		: fold_contains(text, wanted);
}

static bool
equals(const struct question *q, const char *value)
{
	const char *text = folded(q, value), *wanted = q->c->text;

	return q->c->begins ? strncmp(text, wanted, strlen(wanted)) == 0
		: strcmp(text, wanted) == 0;
}

/* Is one word in the set (both folded)? */
static bool
has_word(const char *set, const char *word, size_t len, bool begins)
{
	while (*set) {
		size_t n = strcspn(set, ",");

		if ((begins ? n >= len : n == len) && memcmp(set, word, len) == 0)
			return true;
		set += set[n] ? n + 1 : n;
	}
	return false;
}

static bool
has_all(const struct question *q, const char *value)
{
	const char *set = folded(q, value), *word = q->c->text;

	while (*word) {
		size_t from = strspn(word, " "), n = strcspn(word, ",");
		size_t len = n;

		while (len > from && word[len - 1] == ' ')
			len--;
		if (len > from && !has_word(set, word + from, len - from,
		    q->c->begins))
			return false;
		word += word[n] ? n + 1 : n;
	}
	return true;
}

/* A name that was kept as it was typed answers to it. */
static bool
leads_to(const struct question *q)
{
	const struct clause *c = q->c;
	const char *text = text_at(q, c->index);

	if (!text)
		return false;
	if (value_is_marked(kind_field(c->kind, c->index), text))
		return strcmp(folded(q, text + 1), c->text) == 0;
	return c->uid && strcmp(text, c->uid) == 0;
}

static void
put_key(const struct field *f, const char *text, struct strbuf *key)
{
	char time[DATE_KEY_SIZE];

	if (f->type == FIELD_TIME) {
		date_key_of_ms(strtoll(text, NULL, 10), time);
		strbuf_puts(key, time);
	} else {
		value_key(f, text, key);
	}
}

static bool
between(const struct question *q)
{
	const struct clause *c = q->c;
	const char *text = text_at(q, c->index);
	struct strbuf *key = &q->asking->folded;

	if (!text)
		return false;
	strbuf_reset(key);
	put_key(kind_field(c->kind, c->index), text, key);
	return key->len && (!c->low || strcmp(c->low, key->text) <= 0) &&
		(!c->high || strcmp(key->text, c->high) < 0);
}

/* Does a word of a value begin so, as it is or in Latin letters? What is ASCII is
 * its own Latin form. */
static bool
begins_in(const struct question *q, const char *text)
{
	struct strbuf *folded = &q->asking->folded;
	size_t len = strlen(text);

	strbuf_reset(folded);
	fold_key(folded, text, len);
	if (fold_begins_word(folded->text, q->c->text) ||
	    fold_begins_word(folded->text, q->c->latin))
		return true;
	if (utf8_ascii_run(text, len) == len)
		return false;
	strbuf_reset(folded);
	latin_key(folded, text, len);
	return fold_begins_word(folded->text, q->c->latin);
}

/* The same of a number: without its blanks and dashes too. */
static bool
begins_bare(const struct question *q, const char *text)
{
	struct strbuf *folded = &q->asking->folded;

	strbuf_reset(folded);
	words_squeeze(folded, text);
	return fold_begins_word(folded->text, q->c->text);
}

static bool
begins_in_field(const struct question *q, const struct field *f,
	const char *text)
{
	if (value_is_marked(f, text))
		text++;
	return begins_in(q, text) || (words_is_number(f) &&
		begins_bare(q, text));
}

/* The searched text of a record, as words.h has it. */
static bool
has_beginning(const struct question *q)
{
	const struct kind *k = q->c->kind;
	const bool is_kept_out = kind_field(k, HEADER_PRIVILEGE) &&
		privilege_closes_as(text_at(q, HEADER_PRIVILEGE));
	const char *words;

	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);
		const char *text = f && (i == HEADER_REF || (!is_kept_out &&
			(f->flags & FIELD_SEARCHED))) ? text_at(q, i) : NULL;

		if (text && begins_in_field(q, f, text))
			return true;
	}
	words = q->row->words && !is_kept_out && !q->row->is_veiled ?
		q->row->words(q->row->of) : NULL;
	return words && (fold_begins_word(words, q->c->text) ||
		fold_begins_word(words, q->c->latin));
}

static bool
is_open(const struct question *q)
{
	const struct kind *k = q->c->kind;
	const char *status = k->status ? text_at(q, k->status) : NULL;

	return kind_is_open(k, status);
}

/* A day, month or year is over when it is before today's; a time when it is
 * before now. */
static bool
is_overdue(const struct question *q)
{
	const struct clause *c = q->c;
	const char *due = text_at(q, c->kind->due);
	char key[DATE_KEY_SIZE];

	if (!due || !is_open(q))
		return false;
	date_key(due, key);
	if (strchr(key, 'T'))
		return strcmp(key, c->high) < 0;
	return *key && strncmp(key, c->low, strlen(key)) < 0;
}

/* Is a day here, or over? */
static bool
is_reached(const struct question *q, size_t index)
{
	const char *date = text_at(q, index);
	char key[DATE_KEY_SIZE];

	if (!date)
		return false;
	date_key(date, key);
	return *key && strncmp(key, q->c->low, strlen(key)) <= 0;
}

/* By its own date, or because the proceedings against the person are over. */
static bool
is_to_erase(const struct question *q)
{
	const char *category = q->c->kind->no == KIND_PERSON ?
		text_at(q, PERSON_CATEGORY) : NULL;

	return is_reached(q, HEADER_ERASE_ON) || (category &&
		!text_at(q, HEADER_ERASE_ON) && person_is_over(category));
}

static bool
is_legal(const struct question *q, const char *state)
{
	const char *legal = text_at(q, HEADER_LEGAL);

	return legal && strcmp(legal, state) == 0;
}

static bool
is_mine(const struct question *q)
{
	const struct kind *k = q->c->kind;
	size_t index = k->assignee ? k->assignee : HEADER_CREATED_BY;
	const char *whose = text_at(q, index);

	return whose && strcmp(whose, q->asking->viewer->member) == 0;
}

/* Somebody is assigned to it; while a party is only asked, its leader is. */
static bool
is_waiting(const struct question *q)
{
	const struct kind *k = q->c->kind;
	const struct viewer *v = q->asking->viewer;
	const char *asked = k->asked ? text_at(q, k->asked) : NULL;
	const char *status = text_at(q, k->status);
	const char *whose = text_at(q, k->assignee);

	if (!is_open(q))
		return false;
	if (asked && status && strcmp(status, "proposed") == 0)
		return viewer_speaks(v) && strcmp(asked, v->party) == 0;
	return whose && strcmp(whose, v->member) == 0;
}

static bool
is_invalid(const struct question *q)
{
	const struct kind *k = q->c->kind;

	for (size_t i = 0; i < kind_n(k); i++) {
		const struct field *f = kind_field(k, i);
		const char *text = f && !(f->flags & FIELD_HIDDEN) ?
			text_at(q, i) : NULL;

		if (text && value_is_marked(f, text))
			return true;
	}
	return false;
}

/* Those that look at one value that is there. */
static bool
match_value(const struct question *q)
{
	const char *value = value_at(q, q->c->index);

	switch (q->c->test) {
	case CLAUSE_ABSENT:
		return !value || (q->c->text && !strcmp(value, q->c->text));
	case CLAUSE_PRESENT:
		return value != NULL;
	case CLAUSE_CONTAINS:
		return value && contains(q, value);
	case CLAUSE_EQUALS:
		return value && equals(q, value);
	default:
		return value && has_all(q, value);
	}
}

bool
clause_match(const struct clause *c, const struct filter_row *row,
	struct clause_asking *asking)
{
	const struct question q = { c, row, asking };

	switch (c->test) {
	case CLAUSE_LEADS_TO:
		return leads_to(&q);
	case CLAUSE_BETWEEN:
		return between(&q);
	case CLAUSE_WORD:
		return has_beginning(&q);
	case CLAUSE_OPEN:
		return is_open(&q);
	case CLAUSE_OVERDUE:
		return is_overdue(&q);
	case CLAUSE_MINE:
		return is_mine(&q);
	case CLAUSE_WAITING:
		return is_waiting(&q);
	case CLAUSE_INVALID:
		return is_invalid(&q);
	case CLAUSE_UNCONFIRMED:
		return text_at(&q, c->kind->unconfirmed) != NULL;
	case CLAUSE_REVIEW:
		return is_reached(&q, HEADER_REVIEW_ON);
	case CLAUSE_ERASE:
		return is_to_erase(&q);
	case CLAUSE_RESTRICTED:
		return is_legal(&q, LEGAL_RESTRICTED);
	case CLAUSE_ERASED:
		return is_legal(&q, LEGAL_ERASED);
	case CLAUSE_RETRACTED:
		return text_at(&q, HEADER_RETRACTED) != NULL;
	default:
		return match_value(&q);
	}
}

static bool
is_read(const struct clause *c, size_t index)
{
	const struct kind *k = c->kind;
	const struct field *f = kind_field(k, index);

	switch (c->test) {
	case CLAUSE_WORD:
		return f && (index == HEADER_REF || index == HEADER_PRIVILEGE ||
			(f->flags & FIELD_SEARCHED));
	case CLAUSE_INVALID:
		return f && (f->type == FIELD_IDENT || f->type == FIELD_REF ||
			f->type == FIELD_ACCOUNT || f->type == FIELD_STATE);
	case CLAUSE_OVERDUE:
		return index && (index == k->due || index == k->status);
	case CLAUSE_OPEN:
		return index && index == k->status;
	case CLAUSE_WAITING:
		return index && (index == k->status || index == k->assignee ||
			index == k->asked);
	case CLAUSE_UNCONFIRMED:
		return index && index == k->unconfirmed;
	case CLAUSE_REVIEW:
		return index == HEADER_REVIEW_ON;
	case CLAUSE_ERASE:
		return index == HEADER_ERASE_ON || (k->no == KIND_PERSON &&
			index == PERSON_CATEGORY);
	case CLAUSE_RESTRICTED:
		return index == HEADER_LEGAL;
	case CLAUSE_ERASED:	/* which are among those that are void */
		return index == HEADER_LEGAL || index == HEADER_RETRACTED;
	case CLAUSE_RETRACTED:
		return index == HEADER_RETRACTED;
	case CLAUSE_MINE:
		return index == (k->assignee ? k->assignee : HEADER_CREATED_BY);
	default:
		return index == c->index;
	}
}

bool
clause_asks_void(const struct clause *c)
{
	return is_read(c, HEADER_RETRACTED) ||
		is_read(c, HEADER_RETRACT_REASON);
}

void
clause_wants(const struct clause *c, bool *wanted)
{
	for (size_t i = 0; i < kind_n(c->kind); i++)
		wanted[i] = wanted[i] || is_read(c, i);
}
