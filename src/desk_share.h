/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_share.h - calls of the door, for desk.h: give a record to other parties or
 * members, take it back, and who has it. */
#ifndef SRC_DESK_SHARE_H
#define SRC_DESK_SHARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct desk;
struct desk_acted;
struct desk_text;

struct desk_sharing {
	const char *ref;
	const struct desk_text *who;	/* "BG", "BG/2", "RO:Economic crime" (members
					 * of that unit today), "team" */
	size_t n_who;
	const char *reason;	/* one line; required */
	const char *until;	/* a date as typed, the last day of it; or NULL */
	const char *for_use;	/* information, evidence, or NULL */
	const char *basis;	/* to a third state: adequacy, safeguards, derogation; */
	const char *controller;	/* and the member who answers for it; or NULL */
	bool acknowledged;	/* the text of H3 was read */
};

/*
 * Give it, in one act to all of them or to none. acted->notices say what is to be
 * known: how many records that it names they do not see, whom a unit is. NOT_FOUND:
 * no such record, party or member. RULE: src/share_rule.h, or they have it already.
 */
bool desk_share(struct desk *desk, const struct desk_sharing *ask,
	struct desk_acted *acted, struct err *err);

/* Who of another party did what with a record, how often. */
struct desk_receipt {
	char *party, *member, *name;	/* refs; the member's name */
	char *op;		/* read, list, search, export, ... (src/access_entry.h) */
	int64_t first, last;	/* ms UTC */
	int64_t n;
};

struct desk_unshared {
	char *ref;
	struct desk_receipt *receipts;	/* of those who have it no more */
	size_t n;
	struct desk_text *notices;
	size_t n_notices;
};

/*
 * Take it back; who and reason of ask alone count, "team" is everybody but its own
 * party. It ends access at once, pretends nothing was unseen, and asks each party
 * that had it, or each member who did by name, to return it (desk_ask.h); of a link
 * that an end hides, or of what is privileged, nobody is asked who never saw it. If
 * the access log cannot be read, a notice says so in the place of receipts. RULE: it
 * was not given to them.
 */
bool desk_unshare(struct desk *desk, const struct desk_sharing *ask,
	struct desk_unshared *unshared, struct err *err);

enum desk_sheet_state { DESK_HAS, DESK_WITHDRAWN, DESK_EXPIRED };

/* Who has a record, and had it. */
struct desk_sheet {
	char *ref, *title;
	char *party;		/* whose it is */
	char *share;		/* team, own, named: what its field says */
	char *data_class;	/* restricted or protected; NULL: for all of them */
	struct desk_sheet_row {
		char *party, *member, *name;	/* member NULL: all of the party */
		int64_t state;		/* enum desk_sheet_state */
		int64_t since, until;	/* ms UTC; until 0: no end */
		char *by;		/* ref of the member who gave or took it */
		char *for_use, *reason, *basis, *controller;	/* or NULL */
		char *opened_by;	/* the member of theirs who opened it first */
		int64_t opened, exported;	/* when first; 0: never */
		int64_t unseen;		/* records that this one names, the viewer sees
					 * and they do not */
		char *unseen_refs;	/* "RO-P1, RO-A2", or NULL */
	} *rows;
	size_t n;
	struct desk_sheet_act {
		char *act;	/* share, unshare, ask */
		bool may;
		char *why;	/* not: a sentence */
	} *acts;
	size_t n_acts;
};

/* To other parties than its own it tells who has it, and not who read it or what they
 * lack. NOT_FOUND; RULE: it is no record that is shared by itself. */
bool desk_sheet(struct desk *desk, const char *ref, struct desk_sheet *sheet,
	struct err *err);

#endif
