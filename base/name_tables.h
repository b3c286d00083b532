/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_tables.h - what is known of single words of names; for name.c. The rows
 * are in data/. */
#ifndef BASE_NAME_TABLES_H
#define BASE_NAME_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/name.h"

/* A word that is known: its part in a name, and what it stands for. */
struct name_known {
	enum name_role role;	/* NAME_PLAIN: it is short for stands_for */
	const char *stands_for;
};

/* By the Latin form of a word (latin.h); false if it is not known. */
bool name_known_word(enum name_kind kind, const char *latin,
	struct name_known *known);

/* The group of a given name by its skeleton (skeleton.h), or NULL. */
const char *name_given_group(const char *skeleton);

/*
 * The class of a legal form, written out or short, by its folded words with one
 * blank between; a slip of one letter in a long one is let pass. 0: it is none.
 */
unsigned name_form_class(const char *words);

#endif
