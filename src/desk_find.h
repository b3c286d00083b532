/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_find.h - calls of the door, for desk.h: finding records, and hits on what
 * other parties hold. */
#ifndef SRC_DESK_FIND_H
#define SRC_DESK_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;

/*
 * Another party holds a record on this that the viewer does not see: which party,
 * and whom to call there, and no more than that. It comes with what the viewer
 * entered or looked for (desk_acted, desk_found), to them alone; the party learns
 * nothing of it. One for each party and identifier, by the code of the party.
 */
struct desk_hit {
	char *party;		/* code */
	char *type;		/* code of base/ident.h, or "name" */
	char *value;		/* as it was entered */
	char *contact;		/* "": the party names nobody */
	int64_t line;		/* of the file that was imported; else 0 */
};

enum { DESK_FIND_BYTES = 1000, DESK_FIND_MOST = 10000 };

/* How a record was found, from the nearest to the farthest; codes_find has the
 * words. */
enum desk_find_key {
	DESK_FIND_REF,		/* by its ref, uid, source_id or account */
	DESK_FIND_NUMBER,	/* a number in another spelling */
	DESK_FIND_EXACT,	/* whole words */
	DESK_FIND_PREFIX,	/* beginnings of words */
	DESK_FIND_LATIN,	/* in Latin letters, by the rules of each state */
	DESK_FIND_SKELETON,	/* by what it sounds like */
	DESK_FIND_FRAGMENT,	/* parts of words */
	DESK_FIND_ALIKE		/* the same name, by base/match.h */
};

struct desk_find_ask {
	const char *text;
	int kind;		/* 0: any */
	int64_t limit;		/* rows wanted; 0: DESK_FIND_MOST */
};

/* The nearest first, and those of one key newest first; of DESK_FIND_ALIKE the
 * likeliest, then the newest. A record stands there once. */
struct desk_found {
	struct desk_find_row {
		int how;		/* enum desk_find_key */
		int64_t score;		/* of DESK_FIND_ALIKE: thousandths; else 0 */
		char *field;		/* that hit; of a part "name.text" */
		char *text;		/* what stands there, or a line of it */
		struct record record;	/* ref, and what a list shows */
	} *rows;
	size_t n;
	bool capped;		/* there are more */
	struct desk_hit *hits;	/* on the text as a whole, an identifier or a name */
	size_t n_hits;
	char *elsewhere;	/* by which type other JITs may be asked about the text
				 * as well, whatever they hold; or NULL */
};

/*
 * The records that hold all words of a text, in themselves or in their parts; and
 * where these are few and the text looks like a name, the persons and organisations
 * that bear it in another order, with a slip or a letter lost (alike.h). What
 * the viewer does not see is neither found nor counted. USAGE: the text is too
 * long, has too many words, or the kind is none that is found.
 */
bool desk_find(struct desk *desk, const struct desk_find_ask *ask,
	struct desk_found *found, struct err *err);

enum { DESK_ALIKE_MOST = 50 };

struct desk_alike_ask {
	const char *ref;	/* a person or an organisation */
	int64_t limit;		/* rows wanted; 0: DESK_ALIKE_MOST */
};

/* The likeliest first. */
struct desk_alike {
	struct desk_alike_row {
		char *ref, *uid;
		int64_t score;		/* thousandths (base/match.h) */
		char *ours, *theirs;	/* the names that go together best */
		struct desk_reason {
			int why;	/* enum match_why */
			int64_t alike;	/* of a pair of words, 0 to 100 */
			char *ours, *theirs;	/* words; "": none */
		} *reasons;
		size_t n_reasons;
	} *rows;
	size_t n;
};

/*
 * The records of its kind that may be the same one, by their names and by what
 * else says who they are. Each is a proposal: a link "same_as" says that it is
 * so, "not_same_as" that it is not, and neither is proposed again. RULE: the
 * record is of another kind.
 */
bool desk_alike(struct desk *desk, const struct desk_alike_ask *ask,
	struct desk_alike *alike, struct err *err);

#endif
