/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_page.h - of the door (desk.h): what pages show that tell all of one person, or
 * one thing of many exhibits. */
#ifndef SRC_DESK_PAGE_H
#define SRC_DESK_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;

enum desk_profile_part {
	DESK_PROFILE_ASSET,	/* held or owned, or linked */
	DESK_PROFILE_PAYMENT,	/* of theirs, or of an account of theirs */
	DESK_PROFILE_EXHIBIT,
	DESK_PROFILE_PERSON,	/* and organisations */
	DESK_PROFILE_WORK,	/* leads, tasks and all else */
	DESK_PROFILE_N
};

enum { DESK_PROFILE_ROWS = 200 };	/* of one part */

struct desk_profile_ask {
	const char *ref;	/* a person or an organisation */
};

struct desk_profile {
	struct desk_profile_row {
		int part;		/* enum desk_profile_part */
		struct record record;	/* ref, and what a list shows */
		char *how;		/* what they have to do with it, in words */
		char *percent;		/* of an asset that is theirs; or NULL */
		char *amount, *on;	/* what an asset was last valued at, when; of a
					 * payment how much was paid, when; or NULL */
		bool pays, gets;	/* of a payment: it comes from them, goes to
					 * them; neither of one that a link leads to */
	} *rows;		/* by part; payments newest first */
	size_t n;
	bool capped;		/* there is more than is told */
};

/* What lies around a person or organisation. RULE: the record is of another kind. */
bool desk_profile(struct desk *desk, const struct desk_profile_ask *ask,
	struct desk_profile *profile, struct err *err);

enum { DESK_MATRIX_MOST = 100 };

/* What a cell of the matrix says. */
enum desk_matrix_about {
	DESK_MATRIX_USABLE,	/* column: a state; code: the status last said */
	DESK_MATRIX_DISCLOSED,	/* column: a state; code: the newest version or NULL */
	DESK_MATRIX_TRANSLATED,	/* column: a language; code: received, ordered */
	DESK_MATRIX_N
};

struct desk_matrix_ask {
	const char *after;	/* ref or uid of an exhibit; NULL: from the newest on */
	int64_t limit;		/* 1 to DESK_MATRIX_MOST */
};

struct desk_matrix {
	struct desk_matrix_state {
		char *state;		/* RO */
	} *states;			/* of signatories, as they joined */
	size_t n_states;
	struct desk_matrix_row {
		char *uid, *ref;
		char *title;		/* NULL: it is veiled, and so are its cells */
		char *exhibit_no;	/* or NULL */
		struct desk_matrix_cell {
			int about;	/* enum desk_matrix_about */
			char *column, *code;
			char *part;	/* ref of the part that says it */
			int64_t count;	/* parts that say something there */
		} *cells;		/* only those of which something is said */
		size_t n;
	} *rows;		/* newest first, as in the list of evidence */
	size_t n;
	char *own;		/* the state of the viewer's party; or NULL */
	int64_t total;		/* exhibits that the viewer sees */
	bool more;		/* after the last row */
};

/*
 * Exhibits, and by state how each can be used: parts that were retracted or
 * corrected say nothing. A disclosure counts for the state of the party that wrote
 * it; a state that no signatory is of has no column. Translations stand by language,
 * not by state: nothing tells in which languages the courts of a state work.
 * Of what is opened for a purpose there are the ref and no cells, and no title, before
 * one was said (veil.h). NOT_FOUND: after. USAGE: limit.
 */
bool desk_matrix(struct desk *desk, const struct desk_matrix_ask *ask,
	struct desk_matrix *matrix, struct err *err);

#endif
