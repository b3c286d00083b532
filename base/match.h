/* SPDX-License-Identifier: GPL-3.0-or-later */
/* match.h - are two names one name? By rules that can be read, and no model: the
 * same names have the same answer everywhere. */
#ifndef BASE_MATCH_H
#define BASE_MATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/name.h"

/* Raised when any score of any pair changes, with rules or data/. */
enum { MATCH_VERSION = 1 };

/* From here on it is the same name. Scores are thousandths. */
enum { MATCH_SAME = 700, MATCH_SURE = 1000 };

/* What one line of a match says. */
enum match_why {
	WHY_SAME,		/* the same word */
	WHY_SPELT,		/* spelt otherwise */
	WHY_MEANT,		/* a variant of the name, or short for it */
	WHY_INITIAL,
	WHY_SLIP,
	WHY_MISSING,		/* it stands in one name only */
	WHY_FORM,		/* legal forms that go together */
	/* Against: */
	WHY_CONFLICT,		/* words that have no counterpart, in both names */
	WHY_NUMBERS,		/* numbers that differ */
	WHY_FORMS,		/* legal forms that do not go together */
	WHY_ONE_WORD,		/* one word of several is all there is in common */
	WHY_INITIALS,		/* only initials or words of many are in common */
	WHY_NOTHING,		/* nothing to compare */
	WHY_MIXED,		/* a word mixes alphabets */
	WHY_SAME_BIRTH, WHY_OTHER_BIRTH, WHY_SAME_NUMBER, WHY_OTHER_NUMBER,
};

struct match_line {
	enum match_why why;
	int alike;			/* of a pair, 0 to 100 */
	char a[NAME_WORD_SIZE], b[NAME_WORD_SIZE];	/* "": none */
};

struct match {
	enum name_kind kind;		/* what they were compared as */
	int score;			/* 0 to MATCH_SURE */
	struct match_line lines[3 * NAME_WORDS];
	size_t n;
};

/*
 * Compare two names (any bytes). Symmetric but for the columns of the lines;
 * a name with a letter or digit is the same as itself. NAME_ANY: organisations
 * if either looks like one (name_is_of_firm).
 */
void match_names(struct match *m, enum name_kind kind, const char *a,
	const char *b);

/* The same for names that were read before, both of one kind. */
void match_read(struct match *m, const struct name *a, const struct name *b);

/*
 * What is known besides decides: birth dates of persons (ISO, may be partial:
 * "1961", "1961-03"), registration numbers of organisations. NULL: not known.
 * The same one lifts a likely name to the same; another one is another person.
 */
void match_facts(struct match *m, const char *a, const char *b);

/* Is it the same name? */
static inline bool
match_is_same(const struct match *m)
{
	return m->score >= MATCH_SAME;
}

#endif
