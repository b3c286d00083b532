/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_time.h - of the door (desk.h): what took place and what is to come, of the
 * case or of one record, in the order of time. */
#ifndef SRC_DESK_TIME_H
#define SRC_DESK_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;

/* Sorts of moments; codes_moment has the words. */
enum desk_moment_what {
	DESK_MOMENT_EVENT,
	DESK_MOMENT_CUSTODY,
	DESK_MOMENT_PAYMENT,
	DESK_MOMENT_LINK,	/* from when on it holds */
	DESK_MOMENT_FACT,	/* any other date on which something took place */
	DESK_MOMENT_DUE,
	DESK_MOMENT_CHANGE,	/* an entry of the log */
	DESK_MOMENT_N
};

enum { DESK_TIMELINE_MOST = 500 };

struct desk_timeline_ask {
	const char *ref;	/* a record; NULL: the whole case */
	int64_t what;		/* bits 1 << enum desk_moment_what; 0: all */
	const char *from;	/* a date as in a filter: from its beginning on; */
	const char *key;	/* or (not NULL) behind what an answer gave */
	bool backward;		/* what was before that, the latest first */
	int64_t limit;		/* 1 to DESK_TIMELINE_MOST */
};

/* In the order in which they were asked for. */
struct desk_timeline {
	struct desk_moment {
		char *key;		/* opaque place in the order */
		int what;		/* enum desk_moment_what */
		char *on;		/* when, canonical; of a CHANGE NULL */
		int64_t entered;	/* ms UTC: when it was written down */
		char *ref, *kind;	/* of the record; NULL: of none that is seen */
		char *text;		/* what it was, in one line for a person */
		char *entry;		/* of a CHANGE: 8 hex digits; or NULL */
	} *rows;
	size_t n;
	bool more;		/* there are more that way: go on behind key */
	char *key;		/* how far was looked; NULL: nowhere */
	bool capped;		/* of a record so much lies around that not all of
				 * it is told */
};

/*
 * What is told of no record before a purpose is said (veil.h) is no moment of it.
 * A record's are its own dates and its parts', those of the links on it and of the
 * records that it names or that name it, and its changes. The case's are read from
 * indexes, a page at a time: n may be less than limit, even 0, although there are
 * more. INVALID: a date that is none. USAGE: a key that no answer gave.
 */
bool desk_timeline(struct desk *desk, const struct desk_timeline_ask *ask,
	struct desk_timeline *timeline, struct err *err);

/* --- Calendar ----------------------------------------------------------- */

enum { DESK_DUE_MOST = 10000 };

struct desk_due_ask {
	const char *from, *to;	/* dates as in a filter, both included; NULL: all
				 * that is due, and what is still to take place */
	int64_t limit;		/* 0: DESK_DUE_MOST */
	bool ours;		/* only what the viewer's party has to do, and what
				 * is everybody's: hearings, the end of the agreement */
};

/* codes_due has the words. */
enum desk_due_when {
	DESK_DUE_OVERDUE,
	DESK_DUE_PAST,		/* it took place */
	DESK_DUE_TODAY,
	DESK_DUE_WEEK,		/* within seven days */
	DESK_DUE_LATER
};

/* The earliest first. */
struct desk_dues {
	struct desk_due_row {
		int when;		/* enum desk_due_when */
		char *on;		/* the date, canonical */
		char *field;		/* that has it; of a part "translation.due" */
		char *whose;		/* code of the party that acts; NULL: all */
		struct record record;	/* ref, and what a list shows */
	} *rows;
	size_t n;
	bool capped;		/* there are more */
	int64_t total, overdue;	/* that there are, and are overdue */
	bool at_least;		/* both are lower bounds */
};

/* What has a date that asks for something, is open and seen by the viewer.
 * INVALID: a date that is none. */
bool desk_due(struct desk *desk, const struct desk_due_ask *ask,
	struct desk_dues *dues, struct err *err);

#endif
