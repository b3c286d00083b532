/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forget.h - what lies beside a store and still names what is erased in it: drafts and
 * small texts of STORE.local, rejects of imports, copies that the program made. */
#ifndef SRC_FORGET_H
#define SRC_FORGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "db/local.h"
#include "src/kind.h"

struct forget {
	struct forget_text {
		char *value;		/* as it stood in the store */
		char *folded, *latin;	/* its keys (fold.h, latin.h) */
		bool is_name;		/* it says who somebody is, or is a number */
	} *texts;			/* owned */
	size_t n, room;
	char **told;			/* owned: sentences on what was done */
	size_t n_told, room_told;
};

#define FORGET_INIT { .texts = NULL }

void forget_clear(struct forget *f);

/*
 * Look for a value of this field too. named: somebody named the field. Else values are
 * passed over that say little of whose they were (a code, a date, a town, a given
 * name): what others wrote is not to be emptied for a common word.
 */
void forget_add(struct forget *f, const struct kind *k, size_t index,
	const char *value, bool named);

/* Does a text, in whatever letters, hold one of the values? */
bool forget_finds(const struct forget *f, const char *text);

/* Does a query (what was listed or searched by, whom an export was for) hold one, or ask
 * for a part of a name? */
bool forget_finds_query(const struct forget *f, const char *query);

/* Does a word of the query begin a word of the name, both folded (fold.h)? Not one that
 * names a field: of "name:part is:open" it is part, and open. */
bool forget_asks(const char *query, const char *name);

/*
 * Of everybody's: drop drafts of the record ref of a case (NULL: of none), empty the
 * fields of other drafts that hold a value, drop the lines of small texts that do.
 */
bool forget_local(struct forget *f, struct db_local *l, const char *case_code,
	const char *ref, struct err *err);

/*
 * In the folder of the store: remove the copy from before a migration, and what
 * crashed work left that holds a value; take such rows out of rejects of imports
 * (NAME.rejects.csv); tell of other files named after the store that hold one.
 */
bool forget_files(struct forget *f, const char *store, struct err *err);

/* One more sentence of what was done. */
void forget_tell(struct forget *f, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
