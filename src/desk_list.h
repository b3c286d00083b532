/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_list.h - calls of the door, for desk.h: lists, of which a window is seen. */
#ifndef SRC_DESK_LIST_H
#define SRC_DESK_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/record.h"

struct desk;

struct desk_list_spec {
	int kind;		/* enum kind_no */
	const char *filter;	/* of contract.md; "" or NULL: all */
	const char *sort;	/* "due", "-amount"; NULL or "": newest first */
	const char *group;	/* a field (src/grouped.h) under whose values the
				 * records stand; NULL or "": under none */
	const char *folded;	/* values of groups that show their heading alone,
				 * each ended by a line break; or NULL */
};

struct desk_opened {
	int64_t handle;
};

/* Open a window on a list. Filter and sort errors are USAGE; err->column is the
 * 1-based byte of the filter. */
bool desk_list_open(struct desk *desk, const struct desk_list_spec *spec,
	struct desk_opened *opened, struct err *err);
bool desk_list_close(struct desk *desk, int64_t handle, struct err *err);

enum desk_anchor {
	DESK_FIRST,		/* the beginning */
	DESK_LAST,		/* the end */
	DESK_AT,		/* the record named by uid and key */
};

struct desk_page_ask {
	int64_t handle;
	int anchor;		/* enum desk_anchor */
	const char *uid;	/* DESK_AT: of a row that an earlier page gave */
	const char *key;	/* its key, opaque */
	int64_t before, after;	/* rows wanted before the anchor and after it */
	int64_t wait;		/* finish filtering, however long (commands); else
				 * at most one step of 10 ms is done in this call */
};

/* How far the record of a row has gone; of several the last of these. */
enum desk_standing {
	DESK_TEAM,		/* the team has it */
	DESK_OWN,		/* its party alone, or some of it */
	DESK_SHARED,		/* single parties or members */
	DESK_KEPT,		/* handling H2 or H3: it is not passed on */
	DESK_RESTRICTED,	/* who is cleared for it alone */
	DESK_STANDINGS
};

struct desk_row {
	char *uid;
	char *key;		/* opaque place in the order, for DESK_AT */
	struct record record;	/* values as at the door: refs, not uids */
	char *group;		/* of a heading: its value, "" for those that have
				 * none, and the record is empty; of a record NULL */
	int64_t count;		/* of a heading: the records under it */
	bool folded;		/* of a heading: they are not shown */
	int standing;		/* of a record: enum desk_standing */
	bool foreign;		/* another party's: the viewer may change no field */
};

struct desk_page {
	struct desk_row *rows;	/* in order; the anchor's row included */
	size_t n;
	struct desk_named {	/* what the records that they refer to are called */
		char *ref, *title;
	} *named;
	size_t n_named;
	int64_t at;		/* index of the anchor's row; 0 if there is none */
	bool gone;		/* the anchor is no longer there: at is the nearest */
	bool more_before, more_after;
	int64_t rank;		/* 0-based place of rows[0] in the list; -1 unknown */
	int64_t total;		/* of the records, headings not counted */
	bool at_least;		/* total is a lower bound: filtering goes on */
};
bool desk_list_page(struct desk *desk, const struct desk_page_ask *ask,
	struct desk_page *page, struct err *err);

#endif
