/* SPDX-License-Identifier: GPL-3.0-or-later */
/* custody.h - the chain of custody as a calculation: from the steps and
 * confirmations as they were entered follow their order, which of them count, who
 * holds the exhibit, and where the chain has gaps. Knows no store (chain.h). */
#ifndef SRC_CUSTODY_H
#define SRC_CUSTODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the codes of a step (evidence_parts.c). */
enum custody_action {
	CUSTODY_SEIZED, CUSTODY_RECEIVED, CUSTODY_HANDED_OVER, CUSTODY_COPIED,
	CUSTODY_EXAMINED, CUSTODY_VIEWED, CUSTODY_RETURNED, CUSTODY_DESTROYED,
	CUSTODY_LOST, CUSTODY_ACTIONS
};

/* In the order of the codes of a confirmation. */
enum custody_side { CUSTODY_GIVER, CUSTODY_RECEIVER, CUSTODY_SIDES };

enum custody_standing {
	CUSTODY_COUNTS,
	CUSTODY_OPEN,		/* a hand-over that a side has not confirmed */
	CUSTODY_UNFOUNDED,	/* not entered by the party that held it */
	CUSTODY_CORRECTED,	/* a later step says it otherwise */
	CUSTODY_RETRACTED,
	CUSTODY_STANDINGS
};

/* What is missing between a step and what came before it; a set. */
enum custody_gap {
	CUSTODY_GAP_HOLDER = 1 << 0,	/* it does not begin at who held it */
	CUSTODY_GAP_SEAL = 1 << 1,	/* another seal, and nobody opened it */
	CUSTODY_GAP_TIME = 1 << 2,	/* nobody said when it was */
	CUSTODY_GAP_OVER = 1 << 3,	/* it had been returned, destroyed, lost */
	CUSTODY_GAPS = 4
};

enum { CUSTODY_NONE = -1 };

/* Who stands at an end of a step. */
struct custody_end {
	const char *who;	/* uid, or a marked name (value.h); NULL: not said */
	const char *party;	/* uid of the party that they act for; "": none */
	bool is_party;		/* who is that party itself */
};

struct custody_step {
	/* As it was entered; texts are lent. */
	enum custody_action action;
	struct custody_end ends[CUSTODY_SIDES];	/* from, to */
	const char *at;		/* canonical date, or NULL */
	int64_t created;	/* ms UTC */
	const char *author;	/* uid of the party that entered it */
	const char *seal;	/* or NULL */
	long corrects;		/* index of an earlier step, or CUSTODY_NONE */
	bool retracted;

	/* What follows. */
	enum custody_standing standing;
	unsigned gaps;				/* of those that stand */
	long signs[CUSTODY_SIDES];		/* that count, or CUSTODY_NONE */
	long corrected_by;			/* step, or CUSTODY_NONE */
};

/* A confirmation: of one side of a hand-over. */
struct custody_sign {
	/* As it was entered; texts are lent. */
	long step;		/* or CUSTODY_NONE: of another record */
	enum custody_side side;
	bool paper;		/* a signed receipt, whoever entered it */
	const char *party;	/* uid: of the member who entered it */
	const char *person;	/* who signs: the member's uid; on paper a name */
	long corrects;		/* index of an earlier one, or CUSTODY_NONE */
	bool retracted;

	/* What follows. */
	bool counts;
};

struct custody {
	struct custody_step *steps;	/* as entered, oldest first; lent */
	size_t n;
	struct custody_sign *signs;	/* likewise */
	size_t n_signs;

	/* What follows. */
	size_t *order;			/* steps by when they were; owned */
	struct custody_end holder;	/* who: NULL when nobody has it, or who is
					 * not known */
	size_t n_open;			/* hand-overs that wait */
};

/*
 * Fill all that follows. The rules:
 *
 * Order is by the time of the event, else of the entry. Of two times only what
 * both say is compared; what is equal then stays as entered. A correction without
 * a time of its own stands with the step that it corrects.
 *
 * A step that was retracted or corrected does not count, and is passed over. A
 * hand-over counts once both sides have confirmed it: each on paper, or by a
 * member of that side's party, never one person on both sides. Until then the
 * giver holds the exhibit. Any other step that moves it (seized, received,
 * returned, destroyed, lost) counts unless a party of the case holds the exhibit
 * and another one says so: nobody takes it from a party by a word.
 */
void custody_weigh(struct custody *c);

/* Frees what custody_weigh made; the steps and signs are their lender's. */
void custody_clear(struct custody *c);

/* Is a side of the step confirmed, could a member of this party (uid) do it? A
 * side that is nobody's of the case has its receipt on paper alone. */
bool custody_lacks(const struct custody_step *s, enum custody_side side);
bool custody_waits_for(const struct custody_step *s, const char *party);

/* Do both ends mean the same person or body, however it is spelt? */
bool custody_same_end(const struct custody_end *a, const struct custody_end *b);

#endif
