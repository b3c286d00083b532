/* SPDX-License-Identifier: GPL-3.0-or-later */
/* match.c - see match.h. */
#include "base/match.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/compiler.h"
#include "base/strbuf.h"

#include "base/banned.h"

/* What words count that found no counterpart, in hundredths: those that have
 * one to stand against in the other name, and those that are only missing. A
 * person is often called by some of their names, a firm is not. */
enum {
	COUNT_CONFLICT = 250,
	COUNT_MISSING_PERSON = 40,
	COUNT_MISSING_FIRM = 100,
};

/* Scores that are not passed when something speaks against. */
enum {
	CAP_CONFLICT = 650,
	CAP_FORMS = 650,
	CAP_ONE_WORD = 650,
	CAP_INITIALS = 500,
	CAP_NUMBERS = 500,	/* both have one, ... */
	CAP_NUMBER = 650,	/* only one has */
	CAP_FACTS = 300,
};

/* This much weight without a counterpart in both makes them two. */
enum { CONFLICT_WEIGHT = NAME_TELLING };

/* From this score on, a birth date or a number in common decides. */
enum { LIKELY = 400 };

/* Runs of words that may be one in the other name; how alike a word must be to one
 * alone, and to a run, in which two letters may have changed places. */
enum { JOIN_LETTERS = 5, JOIN_WORDS = 4, JOIN_ALIKE = 90, JOIN_SLIP = 85 };

struct side {
	struct name name;
	int8_t partner[NAME_WORDS];	/* index in the other side, or -1 */
};

struct pairing {
	struct side a, b;
	bool swapped;		/* a is the caller's b */
	int weight, good;	/* of the pairs; good is what is alike of it */
	int full;		/* pairs of whole, telling words */
	struct match *m;
};

static struct match_line *
add_line(struct match *m, enum match_why why)
{
	static struct match_line none;
	struct match_line *line;

	if (m->n == ARRAY_SIZE(m->lines))
		return &none;
	line = &m->lines[m->n++];
	*line = (struct match_line){ .why = why };
	return line;
}

static void
say(const struct pairing *p, enum match_why why, const char *a, const char *b)
{
	struct match_line *line = add_line(p->m, why);

	strbuf_fill(p->swapped ? line->b : line->a, NAME_WORD_SIZE, a);
	strbuf_fill(p->swapped ? line->a : line->b, NAME_WORD_SIZE, b);
}

static void
cap(struct match *m, int most)
{
	if (m->score > most)
		m->score = most;
}

static int
weight_of_pair(const struct name_word *a, const struct name_word *b)
{
	return a->weight < b->weight ? a->weight : b->weight;
}

/* The best pair that is left: more alike, then weightier, then nearer. */
static bool
best_pair(const struct pairing *p, int alike[][NAME_WORDS], size_t *at_a,
	size_t *at_b)
{
	int best = 0;

	for (size_t i = 0; i < p->a.name.n; i++)
		for (size_t j = 0; j < p->b.name.n; j++) {
			const struct name_word *a = &p->a.name.words[i];
			const struct name_word *b = &p->b.name.words[j];
			int far = (int)(i > j ? i - j : j - i), rank;

			if (p->a.partner[i] >= 0 || p->b.partner[j] >= 0 ||
			    alike[i][j] == 0)
				continue;
			rank = (alike[i][j] * 128 + weight_of_pair(a, b)) * 32 +
				(31 - far);
			if (rank > best) {
				best = rank;
				*at_a = i;
				*at_b = j;
			}
		}
	return best > 0;
}

static void
take_pair(struct pairing *p, size_t i, size_t j)
{
	static const enum match_why whys[] = {
		[ALIKE_SAME] = WHY_SAME, [ALIKE_SPELT] = WHY_SPELT,
		[ALIKE_MEANT] = WHY_MEANT, [ALIKE_INITIAL] = WHY_INITIAL,
		[ALIKE_SLIP] = WHY_SLIP,
	};
	const struct name_word *a = &p->a.name.words[i];
	const struct name_word *b = &p->b.name.words[j];
	enum name_alike how;
	int alike = name_word_alike(p->a.name.kind, a, b, &how);
	int weight = weight_of_pair(a, b);

	p->a.partner[i] = (int8_t)j;
	p->b.partner[j] = (int8_t)i;
	p->weight += weight;
	p->good += weight * alike / 100;
	p->full += weight >= CONFLICT_WEIGHT;
	say(p, whys[how], a->text, b->text);
	p->m->lines[p->m->n - 1].alike = alike;
}

static void
pair_words(struct pairing *p)
{
	int alike[NAME_WORDS][NAME_WORDS];
	enum name_alike how;
	size_t at_a = 0, at_b = 0;

	for (size_t i = 0; i < p->a.name.n; i++)
		for (size_t j = 0; j < p->b.name.n; j++) {
			const struct name_word *a = &p->a.name.words[i];
			const struct name_word *b = &p->b.name.words[j];

			alike[i][j] = a->role == NAME_FORM ||
				b->role == NAME_FORM ? 0 :
				name_word_alike(p->a.name.kind, a, b, &how);
		}
	while (best_pair(p, alike, &at_a, &at_b))
		take_pair(p, at_a, at_b);
}

/* "JC" stands for words whose first letters these are; so many are left. */
static bool
is_initials_of(const char *letters, const struct side *s, size_t at)
{
	for (size_t i = 0; letters[i]; i++) {
		const struct name_word *w = &s->name.words[at + i];

		if (s->partner[at + i] >= 0 || w->latin[0][0] != letters[i] ||
		    (w->role != NAME_PLAIN && w->role != NAME_GENERIC))
			return false;
	}
	return true;
}

static void
say_initials(const struct pairing *p, const struct side *few,
	const char *letters, const struct name_word *first)
{
	if (few == &p->a)
		say(p, WHY_INITIAL, letters, first->text);
	else
		say(p, WHY_INITIAL, first->text, letters);
}

static void
pair_initials(struct pairing *p, struct side *few, struct side *many)
{
	for (size_t i = 0; i < few->name.n; i++) {
		const char *letters = few->name.words[i].latin[0];
		size_t n = strlen(letters);

		if (few->partner[i] >= 0 || n < 2 || n > 3 ||
		    few->name.words[i].role != NAME_PLAIN)
			continue;
		for (size_t at = 0; at + n <= many->name.n; at++) {
			if (!is_initials_of(letters, many, at))
				continue;
			few->partner[i] = (int8_t)at;
			for (size_t k = 0; k < n; k++)
				many->partner[at + k] = (int8_t)i;
			/* EBA is the European Border Agency. */
			p->full += n > 2 && few->name.kind == NAME_ORGANISATION;
			p->weight += 40 * (int)n;
			p->good += 36 * (int)n;
			say_initials(p, few, letters, &many->name.words[at]);
			break;
		}
	}
}

static bool
has_partner_word(enum name_kind kind, const struct name *name,
	const struct name_word *w)
{
	enum name_alike how;

	for (size_t i = 0; i < name->n; i++)
		if (name_word_alike(kind, &name->words[i], w, &how) >=
		    JOIN_ALIKE && how != ALIKE_INITIAL)
			return true;
	return false;
}

/* Do n words from at make up w, when no blanks stand between them? */
static bool
makes_up(const struct name *name, size_t at, size_t n,
	const struct name_word *w)
{
	char joined[NAME_WORD_SIZE];
	size_t len = 0, want = strlen(w->latin[0]);

	for (size_t i = at; i < at + n; i++) {
		size_t more = strlen(name->words[i].latin[0]);

		if (len + more >= sizeof(joined) || len + more > want + 2)
			return false;
		memcpy(joined + len, name->words[i].latin[0], more);
		len += more;
	}
	joined[len] = '\0';
	return len + 2 >= want &&
		name_text_alike(joined, w->latin[0]) >= JOIN_SLIP;
}

/* Put words together that are one in the other name: "van der Bilt". */
static void
join_like(struct name *name, const struct name *other)
{
	for (size_t i = 0; i < other->n; i++) {
		const struct name_word *w = &other->words[i];

		if (strlen(w->latin[0]) < JOIN_LETTERS ||
		    has_partner_word(name->kind, name, w))
			continue;
		for (size_t at = 0; at < name->n; at++)
			for (size_t n = 2; n <= JOIN_WORDS && at + n <= name->n;
			     n++)
				if (makes_up(name, at, n, w)) {
					name_join(name, at, n);
					break;
				}
	}
}

static bool
is_first(const struct name_word *w)
{
	return strcmp(w->stands_for ? w->stands_for : w->text, "1") == 0;
}

/* What found no partner. */
struct rest {
	int weight;
	int missed;		/* the same with fathers' names at half */
	bool has_number;	/* but the first of a series often bears none */
	int full;		/* whole, telling words */
};

static struct rest
weigh_rest(const struct side *s)
{
	struct rest r = { 0 };

	for (size_t i = 0; i < s->name.n; i++) {
		const struct name_word *w = &s->name.words[i];

		if (s->partner[i] >= 0)
			continue;
		r.weight += w->weight;
		r.missed += w->is_link ? w->weight / 2 : w->weight;
		r.has_number = r.has_number || (w->role == NAME_NUMBER &&
			!is_first(w));
		r.full += w->weight >= CONFLICT_WEIGHT;
	}
	return r;
}

/* What one name has more than the other, beyond what stands against it. */
static int
missing_of(const struct rest *more, int conflict)
{
	return more->weight ? (more->weight - conflict) * more->missed /
		more->weight : 0;
}

static void
say_rest(const struct pairing *p, const struct side *s)
{
	for (size_t i = 0; i < s->name.n; i++)
		if (s->partner[i] < 0 && s->name.words[i].weight > 0)
			say(p, WHY_MISSING, s == &p->a ?
				s->name.words[i].text : "", s == &p->b ?
				s->name.words[i].text : "");
}

static void
judge_whole_words(struct pairing *p, int full_rest)
{
	if (p->full == 0) {
		add_line(p->m, WHY_INITIALS);
		cap(p->m, CAP_INITIALS);
	} else if (p->a.name.kind == NAME_PERSON && p->full == 1 &&
		   p->weight < NAME_ONE_WORD && full_rest) {
		add_line(p->m, WHY_ONE_WORD);
		cap(p->m, CAP_ONE_WORD);
	}
}

static void
judge_forms(struct pairing *p)
{
	unsigned a = p->a.name.forms, b = p->b.name.forms;

	if (a == 0 || b == 0)
		return;
	if (a & b) {
		add_line(p->m, WHY_FORM);
		return;
	}
	add_line(p->m, WHY_FORMS);
	cap(p->m, CAP_FORMS);
}

static void
judge_numbers(struct pairing *p, const struct rest *a, const struct rest *b)
{
	if (!a->has_number && !b->has_number)
		return;
	add_line(p->m, WHY_NUMBERS);
	cap(p->m, a->has_number && b->has_number ? CAP_NUMBERS : CAP_NUMBER);
}

static void
judge(struct pairing *p)
{
	struct rest a = weigh_rest(&p->a), b = weigh_rest(&p->b);
	int conflict = a.weight < b.weight ? a.weight : b.weight;
	bool is_person = p->a.name.kind == NAME_PERSON;
	int all = 100 * p->weight + COUNT_CONFLICT * conflict +
		(is_person ? COUNT_MISSING_PERSON : COUNT_MISSING_FIRM) *
		missing_of(a.weight > b.weight ? &a : &b, conflict);

	p->m->score = all ? (int)(INT64_C(100000) * p->good / all) : 0;
	say_rest(p, &p->a);
	say_rest(p, &p->b);
	if (conflict >= CONFLICT_WEIGHT) {
		add_line(p->m, WHY_CONFLICT);
		cap(p->m, CAP_CONFLICT);
	}
	judge_numbers(p, &a, &b);
	judge_whole_words(p, a.full + b.full);
	if (!is_person)
		judge_forms(p);
}

static void
say_mixed(const struct pairing *p, const struct side *s)
{
	for (size_t i = 0; i < s->name.n; i++)
		if (s->name.words[i].is_mixed)
			say(p, WHY_MIXED, s == &p->a ? s->name.words[i].text :
				"", s == &p->b ? s->name.words[i].text : "");
}

/* Which of two names is first, so that their order does not matter. */
static int
compare_names(const struct name *a, const struct name *b)
{
	for (size_t i = 0; i < a->n && i < b->n; i++) {
		int order = strcmp(a->words[i].text, b->words[i].text);

		if (order)
			return order;
	}
	return (a->n > b->n) - (a->n < b->n);
}

/* No more than there is: the words are large, and mostly few. */
static void
copy_name(struct name *to, const struct name *from)
{
	to->kind = from->kind;
	to->forms = from->forms;
	to->n = from->n;
	memcpy(to->words, from->words, from->n * sizeof(from->words[0]));
}

void
match_read(struct match *m, const struct name *a, const struct name *b)
{
	struct pairing p;
	int order = compare_names(a, b);

	assert(a->kind == b->kind);
	m->kind = a->kind;
	m->score = 0;
	m->n = 0;
	p.m = m;
	p.swapped = order > 0;
	p.weight = p.good = p.full = 0;
	copy_name(&p.a.name, p.swapped ? b : a);
	copy_name(&p.b.name, p.swapped ? a : b);
	memset(p.a.partner, -1, sizeof(p.a.partner));
	memset(p.b.partner, -1, sizeof(p.b.partner));
	if (a->n == 0 || b->n == 0) {
		add_line(m, WHY_NOTHING);
		return;
	}
	if (order) {
		join_like(&p.a.name, &p.b.name);
		join_like(&p.b.name, &p.a.name);
	}
	pair_words(&p);
	pair_initials(&p, &p.a, &p.b);
	pair_initials(&p, &p.b, &p.a);
	if (order)
		judge(&p);
	else
		m->score = MATCH_SURE;
	say_mixed(&p, &p.a);
	say_mixed(&p, &p.b);
}

void
match_names(struct match *m, enum name_kind kind, const char *a, const char *b)
{
	struct name x, y;
	size_t a_len = strlen(a), b_len = strlen(b);

	if (kind == NAME_ANY)
		kind = name_is_of_firm(a, a_len) || name_is_of_firm(b, b_len) ?
			NAME_ORGANISATION : NAME_PERSON;
	name_read(&x, kind, a, a_len);
	name_read(&y, kind, b, b_len);
	match_read(m, &x, &y);
}

/* A number of a register as far as it counts: letters and digits. */
static void
plain_number(char *to, size_t size, const char *from)
{
	size_t n = 0;

	for (; *from && n + 1 < size; from++)
		if (isalnum((unsigned char)*from))
			to[n++] = (char)toupper((unsigned char)*from);
	to[n] = '\0';
}

static bool
is_same_number(const char *a, const char *b)
{
	char x[64], y[64];

	plain_number(x, sizeof(x), a);
	plain_number(y, sizeof(y), b);
	return strcmp(x, y) == 0;
}

void
match_facts(struct match *m, const char *a, const char *b)
{
	bool is_person = m->kind == NAME_PERSON;
	size_t n = a && b ? strlen(a) < strlen(b) ? strlen(a) : strlen(b) : 0;

	if (n == 0)
		return;
	if (is_person ? strncmp(a, b, n) != 0 : !is_same_number(a, b)) {
		add_line(m, is_person ? WHY_OTHER_BIRTH : WHY_OTHER_NUMBER);
		cap(m, CAP_FACTS);
		return;
	}
	/* A year in common says little: thousands have it. */
	if (is_person && n < strlen("1961-03-14"))
		return;
	add_line(m, is_person ? WHY_SAME_BIRTH : WHY_SAME_NUMBER);
	if (!is_person)
		m->score = MATCH_SURE;
	else if (m->score >= LIKELY)
		m->score += (MATCH_SURE - m->score) * 6 / 10;
}
