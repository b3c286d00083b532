/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_time.h - of the door (desk.h): what took place and what is to come, of the
 * case or of one record, in the order of time. */
#ifndef SRC_DESK_TIME_H
#define SRC_DESK_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

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
 * A record's are its own dates and its parts', those of the links on it and of the
 * records that it names or that name it, and its changes. The case's are read from
 * indexes, a page at a time: n may be less than limit, even 0, although there are
 * more. INVALID: a date that is none. USAGE: a key that no answer gave.
 */
bool desk_timeline(struct desk *desk, const struct desk_timeline_ask *ask,
	struct desk_timeline *timeline, struct err *err);

#endif
