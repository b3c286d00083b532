/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clause.h - one term of a filter (filter.h): read, asked of a row. */
#ifndef SRC_CLAUSE_H
#define SRC_CLAUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/strbuf.h"
#include "src/filter.h"
#include "src/kind.h"
#include "src/shown.h"

enum clause_op { CLAUSE_IS, CLAUSE_LESS, CLAUSE_UP_TO, CLAUSE_MORE, CLAUSE_FROM };

/* What was written: the name, the operator, the value. */
struct clause_words {
	const char *name;	/* not ended */
	size_t name_len;
	enum clause_op op;
	const char *value;	/* without its quotes and star */
	bool quoted, star;
	long name_column, op_column, value_column;
};

/* What is asked of a row. */
enum clause_test {
	CLAUSE_ABSENT,
	CLAUSE_PRESENT,
	CLAUSE_CONTAINS,	/* folded */
	CLAUSE_EQUALS,	/* folded */
	CLAUSE_HAS,	/* each word of text is in the set */
	CLAUSE_LEADS_TO,	/* the reference is to the uid, or was kept as the text */
	CLAUSE_BETWEEN,	/* sort keys: low <= key < high */
	CLAUSE_WORD,	/* a word of the searched text begins so */
	CLAUSE_OPEN,
	CLAUSE_OVERDUE,
	CLAUSE_MINE,
	CLAUSE_WAITING,
	CLAUSE_INVALID,
	CLAUSE_UNCONFIRMED,
	CLAUSE_REVIEW, CLAUSE_ERASE, CLAUSE_RESTRICTED,
	CLAUSE_RETRACTED, CLAUSE_ERASED,
};

struct clause {
	enum clause_test test;
	const struct kind *kind;
	size_t index;		/* of the field */
	bool begins;		/* CONTAINS, EQUALS, HAS: begins with */
	char *text;		/* owned, as all here: folded */
	char *latin;		/* WORD: its Latin form */
	char *uid;
	char *low, *high;
};

/* What a clause needs to be asked. */
struct clause_asking {
	const struct viewer *viewer;
	struct shown *shown;
	struct strbuf folded;	/* for use in between */
};

/* "name op value", and "is:value". USAGE with the column. */
bool clause_parse(struct clause *c, const struct kind *k,
	const struct clause_words *w, const struct filter_context *ctx,
	struct err *err);

/* A bare word. */
bool clause_parse_word(struct clause *c, const struct kind *k, const char *word,
	long column, struct err *err);

void clause_clear(struct clause *c);

/* Does it ask whether, when or why a record was retracted? */
bool clause_asks_void(const struct clause *c);

/* Set the fields that it reads. */
void clause_wants(const struct clause *c, bool *wanted);

bool clause_match(const struct clause *c, const struct filter_row *row,
	struct clause_asking *asking);

/* USAGE at a column. */
bool clause_fail(struct err *err, long column, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

#endif
