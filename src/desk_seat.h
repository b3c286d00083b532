/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_seat.h - calls of the door, for desk.h: in a training store one person sits at
 * everybody's desk by turns (decisions.md D15). */
#ifndef SRC_DESK_SEAT_H
#define SRC_DESK_SEAT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct desk;

/* The members of the case, by party and number; those that left are none. */
struct desk_seats {
	struct desk_seat {
		char *member;	/* ref */
		char *party;	/* code */
		char *name;
		char *role;	/* code */
		bool here;	/* it is the one who sits here */
	} *seats;
	size_t n;
};

/* DENIED in any store but a training store. */
bool desk_seats(struct desk *desk, struct desk_seats *seats, struct err *err);

/*
 * Go on as another member of this case (their ref, or the code of a party: its first
 * leader). Lists, jobs and walks that are open end: they were another's. Nothing has
 * changed when it fails: DENIED in any other store, NOT_FOUND.
 */
bool desk_sit_as(struct desk *desk, const char *member, struct err *err);

#endif
