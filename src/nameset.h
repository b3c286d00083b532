/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nameset.h - by what a person whose name alone says little is the same one in two
 * parties' files: two of given name, family name and date of birth (the least that the
 * police records index EPRIS compares: Regulation (EU) 2024/982, art. 42). They
 * stand in the index of identifiers under the type NAMESET_TYPE, two and two:
 * "ivan petrov", "petrov 1980-05-02". */
#ifndef SRC_NAMESET_H
#define SRC_NAMESET_H

#include <stdbool.h>

#include "src/idents.h"

#define NAMESET_TYPE "name"

/* A person bears no more of them than these. */
enum { NAMESET_MOST = 48 };

/*
 * Add those of a person: of the given names and the family names each with each, and
 * each with the date of birth if that names a day. Where the record does not say which
 * is which, the last word of the name is of the family. Words are folded and in
 * Latin letters (name.h), so that scripts do not matter; titles, particles, initials
 * and fathers' names are left out.
 */
void nameset_add(struct idents *set, const struct record *person);

/* Another name of that person, alone. */
void nameset_add_alias(struct idents *set, const struct record *person,
	const char *text);

/*
 * What somebody typed to find somebody: two to six words, one of which may be a date;
 * each word with each, as nobody says which is which. Nothing if it does not look
 * like a name.
 */
void nameset_add_typed(struct idents *set, const char *text);

#endif
