/* SPDX-License-Identifier: GPL-3.0-or-later */
/* latin_tables.h - which Latin letters a letter is written with; for latin.c. */
#ifndef BASE_LATIN_TABLES_H
#define BASE_LATIN_TABLES_H

#include <stddef.h>
#include <stdint.h>

#include "base/latin.h"

/* Where in its word a letter is written otherwise. */
enum latin_place {
	LATIN_ANYWHERE,
	LATIN_FIRST,
	LATIN_OPEN,		/* first, or after a vowel, й, ъ or ь */
	LATIN_AFTER_Z,		/* after з */
	LATIN_LAST_AFTER_I,	/* the last, after и */
};

/* A letter that a scheme writes otherwise in one place, or in one language
 * (LATIN_N: in any). The first row that fits is the one. */
struct latin_exception {
	int32_t cp;
	enum latin_scheme scheme, language;
	enum latin_place place;
	const char *text;
};

extern const struct latin_exception latin_exceptions[];
extern const size_t latin_n_exceptions;

/* How a scheme writes a lower-case Cyrillic letter; NULL for one that no table
 * has. */
const char *latin_cyrillic(int32_t cp, enum latin_scheme scheme);

/* ELOT 743 for a lower-case Greek letter without marks; NULL as above. */
const char *latin_greek(int32_t cp);

/* How a lower-case Georgian or Armenian letter is written, its apostrophe left
 * out; NULL for any other. */
const char *latin_caucasian(int32_t cp);

/* Whose alphabet alone has this letter; LATIN_N if it does not tell. */
enum latin_scheme latin_told_by(int32_t cp);

/* The Latin letter that this one looks like, or 0. */
char latin_looks_like(int32_t cp);

#endif
