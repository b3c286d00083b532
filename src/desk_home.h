/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_home.h - calls of the door, for desk.h: what a person sees first. What waits for
 * whom, what is new since their last visit, how much there is of what. */
#ifndef SRC_DESK_HOME_H
#define SRC_DESK_HOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;
struct desk_history;

/* --- What waits --------------------------------------------------------- */

/* As in src/wait.h, which says when each is done with; codes_wait has the words. */
enum desk_wait_what {
	DESK_WAIT_ACCEPT,	/* a proposed task: accept or decline it */
	DESK_WAIT_TASK,		/* a task in hand: do it */
	DESK_WAIT_GIVER,	/* confirm that an exhibit was given */
	DESK_WAIT_RECEIVER,	/* ... that it was received */
	DESK_WAIT_MENTION,	/* answer a comment that calls upon you */
	DESK_WAIT_QUESTION,	/* answer what is asked on your record */
	DESK_WAIT_LINK,		/* say whether equal identifiers mean a link */
	DESK_WAIT_ANSWER,	/* answer what your party is asked */
	DESK_WAIT_RETURN,	/* say what became of what is no longer shared */
	DESK_WAIT_ANSWERED,	/* read what your party was answered */
	DESK_WAIT_PLAN,		/* another party plans something on the same thing */
	DESK_WAIT_CORRECTED,	/* read that what your party received was changed */
	DESK_WAIT_ERASED,	/* read that it was erased by law */
	DESK_WAIT_SHARED,	/* look at what your party was given */
	DESK_WAIT_RELEASE,	/* release what a third party brought */
	DESK_WAIT_RINGS,	/* read that another JIT holds something */
	DESK_WAIT_INQUIRY,	/* decide whether another JIT learns that you do */
	DESK_WAITS
};

enum desk_wait_for {
	DESK_FOR_ME,		/* it is the viewer's turn */
	DESK_FOR_THEM,		/* what a party owes the viewer's party */
	DESK_FOR_US,		/* what the viewer's party owes that one */
};

/* Of more than so many it is only known that there are more. */
enum { DESK_WAITS_MOST = 1000 };

struct desk_waits_ask {
	int whose;		/* enum desk_wait_for */
	const char *party;	/* code, of DESK_FOR_THEM and DESK_FOR_US */
	const char *about;	/* of DESK_FOR_ME, ref or uid of a record: what on it
				 * waits for the viewer's word, and nothing that is
				 * told; NULL: all */
	int64_t limit;		/* rows wanted; 0: DESK_WAITS_MOST */
};

/* Those that have waited longest first. */
struct desk_waits {
	struct desk_wait {
		int what;		/* enum desk_wait_what */
		struct record record;	/* ref, and what a list shows */
		bool told;		/* it is to be read: nobody waits for a word */
		char *part;		/* ref of the part that asks, or NULL */
		char *text;		/* of a comment: its first line; of a link:
					 * what both carry, and who else; of an ask:
					 * what is asked, or was answered; or NULL */
		char *from, *to;	/* of a hand-over, or NULL */
		char *member;		/* ref of whom it waits for, or NULL: whoever of
					 * the party may */
		char *asker;		/* code of the party that waits ... */
		char *by, *name;	/* ... and who entered it; or NULL */
		int64_t since;		/* ms UTC */
		int64_t days;		/* how long: whole days of the calendar */
	} *rows;
	size_t n;
	int64_t total;
	bool at_least;		/* total is a lower bound */
};

/* NOT_FOUND: no such party in the case, no such record. */
bool desk_waits(struct desk *desk, const struct desk_waits_ask *ask,
	struct desk_waits *waits, struct err *err);

/* For whom the viewer's party waits: the parties that owe it anything, the longest
 * first. */
struct desk_owing {
	struct desk_debtor {
		char *party, *name;	/* code, and what it is called */
		int64_t n;
		bool at_least;
		int64_t days;		/* how long the oldest has waited */
	} *parties;
	size_t n;
};
bool desk_owing(struct desk *desk, struct desk_owing *owing, struct err *err);

/* The viewer has seen this comment or journal line, and will not answer; or has read
 * this record, of which they were told that it was shared, changed or erased: it waits
 * for them no more. Kept in STORE.local; nobody else hears of it. */
bool desk_seen(struct desk *desk, const char *part, struct err *err);

/* --- What is new -------------------------------------------------------- */

enum { DESK_NEWS_MOST = 10000, DESK_NEWS_DAYS = 7 };

struct desk_news_ask {
	int64_t wait;		/* finish, however long; else work for 10 ms */
};

/*
 * What others entered since the viewer's last visit to this case: since the screens
 * were last left in good order (desk_visited), or, of somebody who was never here,
 * within the last DESK_NEWS_DAYS. That moment stands still during a session.
 */
struct desk_news {
	int64_t since;		/* ms UTC */
	bool first;		/* they were never here */
	struct desk_news_party {
		char *party;		/* code; "" of the program itself */
		int64_t added;		/* records that are new */
		int64_t changed;	/* others that were changed, or added to */
		int64_t entries;	/* of the log, for desk_news_entries */
	} *parties;		/* the one with most entries first */
	size_t n;
	bool at_least;		/* there is more, further back */
	bool more;		/* not finished: ask again */
};
bool desk_news(struct desk *desk, const struct desk_news_ask *ask,
	struct desk_news *news, struct err *err);

struct desk_news_entries_ask {
	const char *party;	/* code, "" for the program's; NULL: of all */
	int64_t skip, limit;
};

/* The entries that desk_news counted last, newest first. What was not told by it is
 * not among them. */
bool desk_news_entries(struct desk *desk, const struct desk_news_entries_ask *ask,
	struct desk_history *history, struct err *err);

/* The visit is over, and went well: what desk_news told in this session, in whichever
 * cases, is not new the next time. Nothing to be kept is no failure. */
bool desk_visited(struct desk *desk, struct err *err);

/* --- How much there is -------------------------------------------------- */

/* Of each kind: how many, in which status, how many overdue. */
struct desk_counts {
	struct desk_count {
		int kind;		/* enum kind_no */
		int64_t total;
		int64_t overdue;
		struct desk_count_status {
			char *status;	/* code */
			int64_t n;
		} *statuses;	/* in the order of their codes; only those with any */
		size_t n;
	} *kinds;		/* of the case, in the order of lists */
	size_t n;
	bool at_least;		/* more is overdue than was counted */
};
bool desk_counts(struct desk *desk, struct desk_counts *counts, struct err *err);

/* What a party sees of what the viewer sees: of each kind that there is. NOT_FOUND: no
 * such party in the case. */
struct desk_shared {
	struct desk_shared_kind {
		int kind;		/* enum kind_no */
		int64_t total, seen;
	} *kinds;
	size_t n;
};
bool desk_shared(struct desk *desk, const char *party, struct desk_shared *shared,
	struct err *err);

/* --- Other cases -------------------------------------------------------- */

/* What a case of the viewer's comes to, whether they sit at it or not. Where their role
 * there may not read, nothing is counted. */
struct desk_elsewhere {
	int64_t overdue;	/* of their party */
	int64_t waits;		/* for them */
	int64_t fresh;		/* records new or changed since their last visit */
	bool more;		/* fresh is not finished: ask again */
};
bool desk_elsewhere(struct desk *desk, const char *code,
	struct desk_elsewhere *elsewhere, struct err *err);

#endif
