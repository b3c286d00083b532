/* SPDX-License-Identifier: GPL-3.0-or-later */
/* err.h - what went wrong: a code that decides what is done about it, the
 * place, and a sentence for the person. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

#include "base/compiler.h"

/*
 * Each code means a different act of the caller. The word is printed on stderr
 * ("liaison: stale: ...") and never translated; the number is the exit status
 * (sysexits where one fits).
 */
#define ERR_CODES(X)                                        \
	X(ERR_NONE, "none", 0)                              \
	X(ERR_NOT_FOUND, "not-found", 1)   /* or invisible */ \
	X(ERR_RULE, "rule", 1)             /* a rule of the domain */ \
	X(ERR_STALE, "stale", 1)           /* someone else changed it */ \
	X(ERR_CHECK, "check", 1)           /* verify, compare: does not hold */ \
	X(ERR_USAGE, "usage", 64)          /* command, option, filter, case */ \
	X(ERR_PURPOSE, "purpose", 64)      /* say why first */ \
	X(ERR_INVALID, "invalid", 65)      /* a value */ \
	X(ERR_DAMAGED, "damaged", 65)      /* foreign or broken store, file */ \
	X(ERR_NO_FILE, "no-file", 66)                       \
	X(ERR_INTERNAL, "internal", 70)                     \
	X(ERR_CANNOT_CREATE, "cannot-create", 73)           \
	X(ERR_IO, "io", 74)                /* disk full, input/output */ \
	X(ERR_BUSY, "busy", 75)            /* try again */  \
	X(ERR_READ_ONLY, "read-only", 74)                   \
	X(ERR_TOO_NEW, "too-new", 76)                       \
	X(ERR_DENIED, "denied", 77)        /* the role lacks the verb */

enum err_code {
#define X(code, word, status) code,
	ERR_CODES(X)
#undef X
	ERR_N
};

/* A value of struct err: no field, row or column is at fault. */
enum { ERR_NOWHERE = -1 };

struct err {
	enum err_code code;
	int field;		/* permanent field id at fault, or ERR_NOWHERE */
	long row;		/* 1-based line of the input, or ERR_NOWHERE */
	long column;		/* 1-based byte or cell, or ERR_NOWHERE */
	char text[400];		/* whole sentence, translated, no full stop needed */
};

#define ERR_INIT { .field = ERR_NOWHERE, .row = ERR_NOWHERE, .column = ERR_NOWHERE }

/*
 * Fill *err (which may be NULL) and return false, so that a function can end
 * with: return err_set(err, ERR_INVALID, _("...")). Text that does not fit is
 * cut at a character.
 */
bool err_set(struct err *err, enum err_code code, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

/* The same, naming the field at fault by its permanent id. */
bool err_field(struct err *err, enum err_code code, int field,
	const char *fmt, ...) PRINTF_LIKE(4, 5);

/* Make *err say nothing again. */
void err_clear(struct err *err);

/* The stable word of a code ("stale"), and its exit status. */
const char *err_word(enum err_code code);
int err_status(enum err_code code);

#endif
