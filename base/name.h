/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name.h - the name of a person or an organisation taken apart into words, for
 * match.h. */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include <stdbool.h>
#include <stddef.h>

/* Words of a name beyond these do not count, nor letters of one beyond its size.
 * Forms are the ways to write a Cyrillic word in Latin letters. */
enum { NAME_WORDS = 24, NAME_WORD_SIZE = 64, NAME_FORMS = 4 };

enum name_kind {
	NAME_ANY,		/* not said: what the words look like */
	NAME_PERSON,
	NAME_ORGANISATION,
};

enum name_role {
	NAME_PLAIN,
	NAME_PARTICLE,		/* bin, al, van, de */
	NAME_TITLE,		/* Dr, Haji */
	NAME_INITIAL,		/* one letter of a person's name */
	NAME_GENERIC,		/* group, holding, trading */
	NAME_NUMBER,		/* 44, IV, third */
	NAME_FORM,		/* GmbH, joint stock company */
};

struct name_word {
	enum name_role role;
	int weight;		/* 0 to 100: how much it tells */
	const char *stands_for;	/* words with the same are one; or NULL */
	unsigned form;		/* NAME_FORM: its class */
	bool is_mixed;		/* letters of several alphabets */
	bool is_link;		/* a father's name: often left out */
	bool is_exact;		/* S.A.R.L.: no slip is let pass */
	char text[NAME_WORD_SIZE];	/* folded, in its own script */
	char latin[NAME_FORMS][NAME_WORD_SIZE];
	size_t n_latin;		/* at least 1 */
	char skeleton[NAME_WORD_SIZE];
};

struct name {
	enum name_kind kind;	/* never NAME_ANY */
	struct name_word words[NAME_WORDS];
	size_t n;
	unsigned forms;		/* classes of its legal forms */
};

/* Does a text look like the name of an organisation: by a legal form, a word
 * that only firms have, or a number? */
bool name_is_of_firm(const char *text, size_t len);

/* Take a name apart; kind is not NAME_ANY. Whatever text is, it ends soon. */
void name_read(struct name *name, enum name_kind kind, const char *text,
	size_t len);

/* From this weight on a word tells who somebody is; and words of a person's name that
 * weigh less than this together are no more than one that does (match.c). */
enum { NAME_TELLING = 50, NAME_ONE_WORD = 120 };

/* The only word of a name that tells, NULL if there are several or none. */
const struct name_word *name_only_telling(const struct name *name);

/* Is there one, and nothing besides that could make up for what another name has
 * more than that? */
bool name_is_one_word(const struct name *name);

/* Make one word of words at to at + n - 1, as if no blank stood there. */
void name_join(struct name *name, size_t at, size_t n);

/* How words are alike. */
enum name_alike {
	ALIKE_NOT,
	ALIKE_SAME,		/* the same word, or in another script */
	ALIKE_SPELT,		/* spelt otherwise: one skeleton */
	ALIKE_MEANT,		/* a variant of a given name, a short form */
	ALIKE_INITIAL,
	ALIKE_SLIP,		/* a slip or two apart */
};

/*
 * How much two words of names of one kind are alike, 0 to 100; *how says by what.
 * What is below the least that counts as the same word is 0. Symmetric.
 */
int name_word_alike(enum name_kind kind, const struct name_word *a,
	const struct name_word *b, enum name_alike *how);

/* The same for the letters alone of two texts (Latin forms, or skeletons), 0 to
 * 100: however little it is, and 0 where it takes more than two slips. */
int name_text_alike(const char *a, const char *b);

#endif
