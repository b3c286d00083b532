/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shares.h - the sheet of a record: who has it, who had it, what was asked about it;
 * for view_shares.c, which shows it, and the acts that begin there. */
#ifndef UI_SHARES_H
#define UI_SHARES_H

#include <stdbool.h>
#include <stdint.h>

#include "src/desk.h"
#include "ui/board_page.h"

/* What a person has said so far of what they are about to give, take or ask. */
struct wish {
	char *who;		/* code of a party, ref of a member, "team" */
	char *what;		/* of an ask: a code */
	char *for_use;		/* a code, or NULL */
	char *until;		/* a day, canonical, or NULL */
	char *basis, *controller;	/* of a third state */
	char *reason;
	bool third;		/* who is an authority of a third state */
	struct desk_page offered;	/* parties or members; the tags of a choice
				 * index it */
};

struct shares {
	struct board_page page;
	char *ref;
	struct desk_sheet sheet;
	struct wish wish;
};

static inline struct shares *
shares_of(struct view *v)
{
	return (struct shares *)v;
}

/* May the person do this ("share", "unshare", "ask") with the record? */
bool shares_may(const struct shares *s, const char *act, struct err *err);

/* The row that the cursor is on, of who has or had it; NULL for another line. */
const struct desk_sheet_row *shares_at(const struct shares *s);

/* Begin anew; a wish begins as { 0 }. */
void wish_clear(struct wish *w);

/* Does all of this party have the record, for_good: and without an end? */
bool shares_has(const struct shares *s, const char *party, bool for_good);

/*
 * Offer the parties of the case: they are added to the choice and kept in the wish,
 * where the tag of the one that is chosen is its index. Those for which why_not says
 * something are off, with that reason. False, and it is said why, when they cannot be
 * read.
 */
bool shares_add_parties(struct shares *s, struct view *pick,
	const char *(*why_not)(const struct shares *s, const char *party));

/* The code of the one that was chosen, which stays with the wish. */
const char *shares_party(const struct shares *s, int64_t tag);

/* Ask step by step, then do it: give the record; take it from whom the cursor is on;
 * ask its party for a use. Esc leaves all as it was. */
void shares_give(struct shares *s);
void shares_take(struct shares *s);
void shares_ask(struct shares *s);

#endif
