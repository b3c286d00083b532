/* SPDX-License-Identifier: GPL-3.0-or-later */
/* story.h - the acts of a case written down as text (data/demo.story), read one
 * after another. Pure: what the acts do is demo.c's.
 *
 *	# a remark
 *	cast ana RO/1 Europe/Bucharest		a member, and where they sit
 *	at -182 09:10 ana			day (counted from today), hour there, who
 *	courier = person name="Ion Vlad"	add a record, $courier from then on
 *	comment of=$courier text="..."		add one that is named no more
 *	set $courier danger=armed		change one
 *	share $courier BG FR/2 reason="..."	give it, by the options of liaison share
 *	unshare $courier BG reason="..."	take it back
 *	q1 = ask $courier for=court reason=...	ask its party, $q1 from then on
 *	ask CH iban CH93... reason="..."	ask a party about an identifier
 *	answer $q1 limited terms="..."		answer
 *
 * A line that begins with a tab goes on with the one before. A value stands alone
 * or in double quotes. In values $name is the ref of a record and {N} the date N
 * days from today; {N!} the first day from there on that is no Saturday or Sunday;
 * \\n begins a new line.
 */
#ifndef SRC_STORY_H
#define SRC_STORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/strbuf.h"

enum story_verb {
	STORY_CAST, STORY_AT, STORY_ADD, STORY_SET,
	STORY_SHARE, STORY_UNSHARE, STORY_ASK, STORY_ANSWER,
};

enum { STORY_WORDS = 40 };

/* One line with its tabs: words and values, unquoted, not yet expanded. */
struct story_line {
	enum story_verb verb;
	long number;		/* of its first line in the text, from 1 */
	char *name;		/* ADD, ASK: known as; NULL */
	char *words[STORY_WORDS];	/* what follows the verb; ADD: the kind first */
	size_t n_words;
};

struct story {
	const char *next;	/* borrowed text */
	long line;
};

/* The next line, for story_line_clear; *more is false at the end. INVALID names
 * the line. */
bool story_next(struct story *s, struct story_line *l, bool *more,
	struct err *err);
void story_line_clear(struct story_line *l);

/*
 * Append a value as it is meant on a day (days since 1970): refs for names by
 * ref_of, which returns NULL for one that is not known (INVALID).
 */
bool story_value(const char *value, int64_t today,
	const char *(*ref_of)(const void *cast, const char *name), const void *cast,
	struct strbuf *out, struct err *err);

#endif
