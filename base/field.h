/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field.h - a field described as data: the one line from which column, check,
 * form, list, search, import, export, history and help are made. */
#ifndef BASE_FIELD_H
#define BASE_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/ident.h"

/* How the text of a value is checked, brought to its canonical form, compared,
 * sorted and shown. All values are canonical UTF-8 text. */
enum field_type {
	FIELD_TEXT,	/* one line */
	FIELD_LONG,	/* lines */
	FIELD_CODE,	/* one code of field.codes */
	FIELD_TAGS,	/* a set of words, in canonical order: "a,b" */
	FIELD_CODES,	/* a set of codes of field.codes: "H1,H2" */
	FIELD_REF,	/* another record: its uid inside, its ref at the door */
	FIELD_DATE,	/* date.h */
	FIELD_MONEY,	/* money.h */
	FIELD_COUNT,	/* a whole number, 0 to 10^15 */
	FIELD_PERCENT,	/* 0 to 100, with at most 4 decimals */
	FIELD_TIME,	/* ms UTC of an act; never typed */
	FIELD_IDENT,	/* field.ident; an invalid one is kept, marked */
	FIELD_ACCOUNT,	/* an IBAN where it looks like one, else a local number */
	FIELD_STATE,	/* ISO 3166-1 alpha-2; an unknown one is kept, marked */
	FIELD_TYPE_N
};

enum field_flags {
	FIELD_REQUIRED = 1 << 0,
	FIELD_DERIVED = 1 << 1,		/* made by the program, never typed */
	FIELD_HIDDEN = 1 << 2,		/* of no interest to a person */
	FIELD_SORTED = 1 << 3,		/* has a sort key column and index */
	FIELD_SEARCHED = 1 << 4,	/* its words are found by bare words */
	FIELD_FIXED = 1 << 5,		/* set when the record is made, never after */
	FIELD_JOINT = 1 << 6,		/* any party in the audience may write it (D9) */
	FIELD_DIRECTORY = 1 << 7,	/* kept in the directory, no column of its own */
	FIELD_UNIQUE = 1 << 8,		/* within the kind, case and owner party (D10) */
	FIELD_SENSITIVE = 1 << 9,	/* only an act of its own may change it back */
	FIELD_KEEPS = 1 << 10,		/* REF: a name of nothing known is kept, marked */
	FIELD_NUMBER = 1 << 11,		/* of a register: blanks and dashes say nothing */
	FIELD_INDEXED = 1 << 12,	/* REF: found from the record that it names */
	FIELD_OF_PARTS = 1 << 13,	/* DERIVED: follows from the record's parts, and
					 * stands in its row alone, in no entry */
	FIELD_RETIRED = 1 << 14,	/* values stay; none is typed any more */
	FIELD_DUE = 1 << 15,		/* a day by which somebody is to act */
	FIELD_PASSES = 1 << 16,		/* a day on which something takes place */
	FIELD_PAST = 1 << 17,		/* DATE: of what has taken place */
	FIELD_TOOK = 1 << 18,		/* DATE: a timeline tells what took place then */
	FIELD_NAME = 1 << 19,		/* who it is: names like it are looked for */
	FIELD_NAME_PART = 1 << 20,	/* NAME: with the others of the kind it is one */
};

/* A code: stable ASCII, never translated; and what a person reads. */
struct field_code {
	const char *code;
	const char *label;	/* N_() */
};

struct field {
	uint16_t id;		/* permanent, never reused: header 1..63, else 64.. */
	const char *name;	/* of contract.md: column, JSON, command line */
	const char *label;	/* N_() */
	enum field_type type;
	unsigned flags;
	size_t max;		/* bytes of the canonical text; 0: by the type */
	const struct field_code *codes;	/* ended by a NULL code */
	enum ident_type ident;
	uint64_t kinds;		/* FIELD_REF: 1 << kind number of each target */
	const char *help;	/* N_(): what belongs here, one sentence; or NULL */
	const char *done;	/* DUE: when the field of this name is there, it was
				 * done; or NULL */
	const char *after;	/* DATE: the field of this name is not later; or NULL */
	const char *alias;	/* what it may be called too when it is typed, where a
				 * header field has that name in objects; or NULL */
};

/* A row of a field table; what follows the flags is by name (.max = 300). */
#define FIELD(id_, name_, label_, type_, ...) \
	{ .id = id_, .name = name_, .label = label_, .type = type_, \
	  .flags = __VA_ARGS__ }

/* The longest text that the field takes, in bytes. */
size_t field_max(const struct field *f);

/* The row of a code in any case; NULL if it is none of the list. */
const struct field_code *field_code(const struct field_code *codes,
	const char *text, size_t len);

/* The codes of a list, "a, b or c", for messages. Appended to out. */
struct strbuf;
void field_codes_text(const struct field_code *codes, struct strbuf *out);

/* The words for a person, translated: "Yes" of "yes". The code itself when
 * it is not (or no longer) in the list. */
const char *field_code_label(const struct field_code *codes, const char *code);

/* The stable word of a type ("money"), for the manual and the tables' tests. */
const char *field_type_word(enum field_type type);

#endif
