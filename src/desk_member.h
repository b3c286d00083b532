/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_member.h - calls of the door, for desk.h: what a member has in hand, and how
 * they leave the case. */
#ifndef SRC_DESK_MEMBER_H
#define SRC_DESK_MEMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct desk;
struct desk_acted;

/* What of a member's has to find a successor before they leave (src/duty.h), as far as
 * the viewer sees it. */
struct desk_duties {
	struct desk_duty {
		char *what;	/* task, step, exhibit, controller */
		char *ref;	/* of the record */
		char *step;	/* ref of the custody step, or NULL */
		char *title;	/* of the record, or NULL */
	} *rows;
	size_t n;
	char *denied;	/* why the viewer may not end the membership, or NULL */
};

/* NOT_FOUND: no such member in the case. */
bool desk_duties(struct desk *desk, const char *member,
	struct desk_duties *duties, struct err *err);

/*
 * A membership ends: in one act what the member has in hand goes to the successor, and
 * left_on is set. Access ends with it, in sessions that are open too.
 */
struct desk_leave {
	const char *member;	/* ref */
	const char *successor;	/* ref, of the same party; NULL: nothing is in hand */
	const char *left_on;	/* a day as typed; NULL: today */
	/* Of the paper that both signed when exhibits were handed over: its number
	 * and day (NULL: that of leaving). Nobody confirms in another's name: without
	 * it they hand over before, each signing for themselves. */
	const char *receipt_no, *receipt_on;
};

/* The notices of *acted say what went to whom. RULE: something is in hand that cannot
 * go this way; the sentence names it and what to do. */
bool desk_leave(struct desk *desk, const struct desk_leave *leave,
	struct desk_acted *acted, struct err *err);

#endif
