/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.h - by which words a record is found: what stands for it in the index
 * (db/search.h). Derived from the record and its parts alone, and made anew
 * where the keys have changed.
 *
 * Of every searched field, and of the ref, the folded words (fold.h) and, where
 * it is another, the Latin form (latin.h): without it a colleague who writes
 * another script finds nothing at all. Of those of one line, which hold names
 * and titles, also the skeleton (skeleton.h) and the fragments: one spells names,
 * not prose, in ways that nobody foresees, and of a megabyte of detail these
 * would be four more. The words of a name, by their skeletons, stand besides as
 * the words of names that they are, forwards and backwards: so those who bear a
 * name like it are found by the beginnings and ends of its words, and none by what
 * else is written in a case (candidate.h). The only word of a name that tells
 * (name.h) stands apart once more, and where there are two, the one that both make
 * up: who is asked for by one word is one who has no other, and of the many who bear
 * it among others none is read (match.h). Numbers of registers have no Latin form and
 * no sound; they stand without their blanks and dashes besides. Of what may be
 * privileged nothing is indexed but the ref, and no bare word of a filter finds it,
 * until it is cleared.
 */
#ifndef SRC_WORDS_H
#define SRC_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/fold.h"
#include "base/ident.h"
#include "base/latin.h"
#include "base/skeleton.h"
#include "base/strbuf.h"
#include "db/db.h"
#include "db/entry.h"
#include "db/search.h"
#include "src/record.h"

/* Raised when what is indexed of a record changes, other than by its keys. */
enum { WORDS_RULES = 5 };

/* Of an index, and that of identifiers (idents.h), which were made by what this
 * program knows. */
enum {
	WORDS_VERSION = (((WORDS_RULES * 100 + IDENT_VERSION) * 100 +
		FOLD_VERSION) * 100 + LATIN_VERSION) * 100 + SKELETON_VERSION
};

struct words {
	struct strbuf keys[DB_SEARCH_KEYS];
};
#define WORDS_INIT { { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT } }
void words_clear(struct words *w);
void words_reset(struct words *w);	/* empty, and keeps the memory */

/* Add what one value stands for, of these keys. */
#define WORDS_KEY(key) (1u << (key))
#define WORDS_ALL_KEYS ((1u << DB_SEARCH_KEYS) - 1)
void words_of_value(const struct field *f, const char *text, unsigned keys,
	struct words *w);

/* How a word of a name stands in the index. */
enum words_way {
	WORDS_FORWARDS, WORDS_BACKWARDS,
	/* The only word of the name that tells, once more: */
	WORDS_ONLY_FORWARDS, WORDS_ONLY_BACKWARDS,
	/* The only two that tell as one, as if no blank stood between them: */
	WORDS_JOINED,
};

/* Append a word of a name as the index has it among the skeletons. Backwards, the
 * beginning of a word is its end. */
void words_of_name(struct strbuf *out, const char *word, size_t len,
	enum words_way way);

/* Add the words of its parts alone: their searched fields, oldest first. */
bool words_of_parts(struct db *db, const struct kind *k, int64_t rid,
	struct words *w, struct err *err);

/*
 * Records whose words are still to be written: the words of a part are those of
 * its record, and many parts of one may come in one go. Begins as { 0 }.
 */
struct words_debt {
	int64_t *rids;
	size_t n, room;
};

/* Write them; those of a part's record are only owed. Within a transaction, which
 * ends with words_settle: write what is owed, each once. */
bool words_write(struct db *db, const struct record *r,
	const struct db_entry *e, struct words_debt *debt, struct err *err);
bool words_settle(struct db *db, struct words_debt *debt, struct err *err);
void words_debt_clear(struct words_debt *debt);

/* Does the index hold just those of r where the directory's line is e? */
bool words_hold(struct db *db, const struct db_entry *e,
	const struct record *r, bool *holds, struct err *err);

/* Append the letters and digits of a number alone, folded: what its spellings
 * have in common. */
void words_squeeze(struct strbuf *out, const char *text);

/* Is a value of this field a number of some register: an account, a phone, a
 * passport? */
bool words_is_number(const struct field *f);

/* Has a record or part of the kind searched fields of its own? */
bool words_are_of(const struct kind *k);

/* Is the index made by what this program knows? */
bool words_are_current(struct db *db, bool *current, struct err *err);

/*
 * Make both whole indexes anew if they are of other keys than this program's, in one
 * transaction (invariant I10). Nothing is done if it is current.
 */
bool words_refresh(struct db *db, struct err *err);

#endif
