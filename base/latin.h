/* SPDX-License-Identifier: GPL-3.0-or-later */
/* latin.h - names of the Cyrillic, Greek, Georgian and Armenian scripts in Latin
 * letters, by the rules of the states whose passports they stand in. */
#ifndef BASE_LATIN_H
#define BASE_LATIN_H

#include <stddef.h>

#include "base/strbuf.h"

/* Raised when any key of any text changes: indexes are then built anew. */
enum { LATIN_VERSION = 2 };

/* Whose rules a Cyrillic word is written by. The others have one each: ELOT 743,
 * the Georgian national system of 2002, BGN/PCGN 1981 for Armenian. */
enum latin_scheme {
	LATIN_BULGARIAN,	/* law of 13 March 2009 (State Gazette 19/2009) */
	LATIN_RUSSIAN,		/* BGN/PCGN 1947, apostrophes and dots left out */
	LATIN_UKRAINIAN,	/* Cabinet resolution 55 of 27 January 2010 */
	LATIN_SERBIAN,		/* the Latin alphabet that Serbian has itself */
	LATIN_MACEDONIAN,	/* as passports of North Macedonia print it */
	LATIN_ICAO,		/* Doc 9303 part 3, section 6 B */
	LATIN_N
};

/*
 * Append key 2 of text (UTF-8): key 1 (fold.h) with the letters of Cyrillic,
 * Greek, Georgian and Armenian words written in Latin ones. Each Cyrillic word
 * chooses its rules by its letters: those that are only Macedonian, Serbian,
 * Ukrainian or Russian tell, and where none does it is Bulgarian, of the states
 * with this alphabet the one that is of the Union. A word that mixes Latin letters
 * with such that look like Latin ones is read as it looks. Other scripts stay as
 * they are. Words beyond 256 letters are taken in pieces. The key has no NUL and
 * is its own key.
 */
void latin_key(struct strbuf *out, const char *text, size_t len);

/* The same by the rules of one scheme, whatever its Cyrillic words tell. ICAO's
 * makes its exceptions for the language that they tell. */
void latin_by(struct strbuf *out, enum latin_scheme scheme, const char *text,
	size_t len);

/* Append the key as a person writes a name: each word with a capital, and all of a
 * word in capitals that is in capitals in the name ("Dunav Pak OOD"). */
void latin_name(struct strbuf *out, const char *text, size_t len);

#endif
