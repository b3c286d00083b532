/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_ask.h - calls of the door, for desk.h: what parties ask of each other, about a
 * record or an identifier, and what they answer. Only the two of them know. */
#ifndef SRC_DESK_ASK_H
#define SRC_DESK_ASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;
struct desk_acted;

struct desk_asking {
	const char *what;	/* share, court, onward, lift, use */
	const char *ref;	/* a record, whose party is asked; or NULL: */
	const char *ident_type;	/* code of base/ident.h, */
	const char *ident_value;	/* the identifier, */
	const char *of_party;	/* and the code of the party that is asked */
	const char *purpose;	/* why; required */
	const char *for_use;	/* of use: U1 to U4; of lift: the codes; of court: which
				 * one; or NULL */
	const char *for_party;	/* of onward: the party that is to have it */
	const char *due;	/* a date as typed, or NULL */
};

/* Ask; acted->ref is the ask's. What the other party holds makes no difference to
 * whether this is done. RULE: it is the viewer's own, or was asked already. */
bool desk_ask(struct desk *desk, const struct desk_asking *ask,
	struct desk_acted *acted, struct err *err);

struct desk_answering {
	const char *ref;	/* of the ask */
	const char *answer;	/* granted, limited, refused */
	const char *terms;	/* of limited: within what; of refused: why */
};

/* Answer for the viewer's party, or what they alone are asked, once. RULE: they are not
 * asked, or have answered. */
bool desk_answer(struct desk *desk, const struct desk_answering *answer,
	struct desk_acted *acted, struct err *err);

enum { DESK_ASKS_MOST = 1000 };

struct desk_asks_ask {
	const char *ref;	/* about this record; NULL: about any, or none */
	bool open;		/* only those that are not answered */
};

/* What the viewer's party asks and is asked, the newest first, at most
 * DESK_ASKS_MOST. */
struct desk_asks {
	struct desk_ask_row {
		struct record record;	/* of the kind ask (src/ask.h), at the door */
		bool ours;		/* the viewer's party asks */
		bool open;
	} *rows;
	size_t n;
};
bool desk_asks(struct desk *desk, const struct desk_asks_ask *ask,
	struct desk_asks *asks, struct err *err);

#endif
