/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter.h - the language in which people say which records they want.
 *
 *	filter	= or
 *	or	= and { "or" and }
 *	and	= not { ["and"] not }
 *	not	= "not" not | "-" not | "(" or ")" | term
 *	term	= field op value | "is:" state | word
 *	op	= ":" | "<" | "<=" | ">" | ">="
 *
 * A value or word is a run of bytes without blanks and parentheses, or stands in
 * double quotes (\" and \\ within); a * behind it makes it a beginning. field:none
 * is absence, field:* presence. A bare word finds the records in whose searched
 * text (words.h) some word begins with it, as typed or in Latin letters.
 */
#ifndef SRC_FILTER_H
#define SRC_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/search.h"
#include "src/viewer.h"

enum {
	FILTER_MAX_BYTES = 4096,
	FILTER_MAX_TERMS = 200,
	FILTER_MAX_DEPTH = 16,	/* of parentheses and nots */
};

/* Who asks, and when. Store and viewer are borrowed while the filter lives. */
struct filter_context {
	struct store *store;
	const struct viewer *viewer;
	int64_t now;		/* ms UTC */
	const char *zone;	/* IANA; needed for the parsing alone */
};

/* A record as a filter reads it: values as inside, NULL for absent; ref, id, kind
 * and case too. Borrowed until the next row. */
struct filter_row {
	const char *(*text)(const void *of, size_t index);
	const void *of;
	/* The folded words of its parts (table.h), or NULL; the member may be. */
	const char *(*words)(const void *of);
	/* Is a value of it not told to who asks (veil.h)? It is absent, to bare words
	 * too. The member may be NULL. */
	bool (*hides)(const void *of, size_t index);
	/* Some are not, and neither is what is told of its parts; the index knows
	 * nothing of it: it is asked of what it has answered, too. */
	bool is_veiled;
};

struct filter;

/*
 * Read a filter for the records of a kind. Refs are resolved now: one that names
 * nothing that the viewer sees matches nothing. A filter is good while store and
 * viewer stay as they are; for their next state parse it again. USAGE: column is
 * the 1-based byte at fault, and the sentence says what would be accepted.
 */
bool filter_parse(const struct kind *k, const char *text,
	const struct filter_context *ctx, struct filter **filter,
	struct err *err);
void filter_free(struct filter *f);

/* Does it take every record (the empty filter)? */
bool filter_is_all(const struct filter *f);

/* Does it name what was retracted (is:retracted, or a field that tells of it)? Then
 * those records are looked at too, which are else left out (decisions.md D9). */
bool filter_asks_void(const struct filter *f);

/* Set what it reads; kind_n of them. */
void filter_wants(const struct filter *f, bool *wanted);

/*
 * The words that every match has at the beginning of a word of its searched text, or
 * of its Latin form; at most so many; borrowed. From here on rows come from the index
 * of words by these alone, and are not asked again what it has answered, unless they
 * are veiled.
 */
size_t filter_look_up(struct filter *f, struct db_search_word *words, size_t most);

/* Is nothing left to be asked of a row? */
bool filter_is_settled(const struct filter *f);

/* Is the row one of those wanted? References to what the viewer does not see
 * are absent (decisions.md D10). */
bool filter_match(struct filter *f, const struct filter_row *row);

#endif
