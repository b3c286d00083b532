/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing.h - a list of one kind at a time with its filter, order and detail; for
 * view_list.c, which runs it, and listing_draw.c, which draws it. */
#ifndef UI_LISTING_H
#define UI_LISTING_H

#include "src/kind.h"
#include "ui/bulk.h"
#include "ui/columns.h"
#include "ui/complete.h"
#include "ui/edit.h"
#include "ui/filters.h"
#include "ui/marks.h"
#include "ui/pane.h"
#include "ui/rows.h"
#include "ui/tabs.h"
#include "ui/tally.h"
#include "ui/view.h"

/* Columns before the text of a row, for the cursor and marks; behind it, for how far
 * its record has gone. */
enum { LISTING_GUTTER = 2, LISTING_BEHIND = 3, LISTING_TABS = TABS_MOST };

/* What a kind's list was like when it was left. */
struct listing_memory {
	char *filter, *sort, *uid, *folded;
	struct marks marks;
};

/* Where things stand; area.rows 0: there is no room for it. */
struct listing_layout {
	struct area tabs, filter, hint, heading, rows, rule, detail;
	bool beside;		/* the detail pane stands at the right */
};

struct listing {
	struct view view;
	const struct kind *kind;
	struct listing_memory memory[KIND_END];
	struct rows rows;
	bool opened;
	char *filter, *sort;	/* in force; "" for none */
	char *group;		/* the field under whose values they stand; or "" */
	char *folded;		/* values of groups that are shut, each ended by a line
				 * break */
	char *before;		/* the filter before typing began */
	char *follow;		/* uid of the record that the person stood on then,
				 * which typing may lose and find again; or NULL */
	struct edit typed;
	struct complete complete;	/* of what is typed */
	char *fault;		/* what is wrong with it; or NULL */
	long bad_column;	/* 1-based byte of the fault; 0: none */
	struct filters filters;	/* that are kept for the kind */
	struct tally counts[FILTERS_MOST];	/* of what each of them takes */
	int64_t count_at;	/* term_now when they may be counted anew */
	struct tabs tabs;
	int64_t all;		/* records without the filter; -1: not known */
	bool no_detail;		/* put away by the person */
	bool stale_detail;	/* to be read again */
	char *detail_uid;	/* of the record that the pane shows; or NULL */
	struct pane detail;
	struct listing_layout layout;
	struct marks marks;	/* of the kind at hand */
	struct bulk bulk;	/* the act that is being said, or was done last */
	struct marks refused;	/* by that one */
	char *outfile;		/* that they go into once it is said why; or NULL */
	size_t cell;		/* index of the field whose cell was changed last */
	struct columns columns;
	struct columns_choice choice;	/* of the kind at hand */
	struct columns_seen seen;
	int seen_asked;			/* rows.asked when they were seen */
};

/* Show the kind: as it was left, or for the first time. */
void listing_enter(struct listing *l);

/* Go to another kind; this one is remembered as it is. */
void listing_go(struct listing *l, const struct kind *kind);

/* From here on the cursor goes with the record that it is on. */
void listing_follow(struct listing *l);

/* Filter by a text; a fault in it is kept in l->fault, and leaves the last result. */
void listing_filter(struct listing *l, const char *filter);

/* What is typed has changed: filter by it, and see what may come next. */
void listing_typed(struct listing *l);

/* Read anew what filters are kept for the kind; list what the n-th of them takes. */
void listing_recall_filters(struct listing *l);
void listing_use_filter(struct listing *l, size_t at);

/* Filter, sort and group as asked ("" for none); a fault is said in the last line. */
void listing_ask(struct listing *l, const char *filter, const char *sort,
	const char *group);

/* Group by a field of the kind, by none for -1. The grouping is remembered beyond
 * this session. */
void listing_group(struct listing *l, int64_t index);

/* Show what is under a heading, or the heading alone. */
void listing_fold(struct listing *l, const struct desk_row *heading);

/* The record under the cursor; NULL on a heading and in an empty list. */
const struct desk_row *listing_at(const struct listing *l);

/* Sort by a field of the kind, newest first by -1; the same once more goes the
 * other way. The order is remembered beyond this session. */
void listing_sort(struct listing *l, int64_t index);

/* What is due: a step of filtering, the detail once the keys rest; ms until there
 * is more, or -1. */
int64_t listing_tick(struct listing *l);

/* Put the cursor on a record, if it is of this kind and passes the filter. */
void listing_show(struct listing *l, const struct kind *kind, const char *uid);

/* Read again what is shown, for the store changed. */
void listing_refresh(struct listing *l);

/* Free what it holds, not itself. */
void listing_free(struct listing *l);

/* Say what went wrong, if it did. */
bool listing_say(struct listing *l, bool done, const struct err *err);

/* The commands that the state of the list calls for (view_list.c). */
void listing_mode(struct listing *l);

/* Fit the columns to their room and to what stands in them. */
void listing_fit(struct listing *l);

/* Place everything in the area. */
void listing_lay_out(struct listing *l, struct area a);

void listing_draw(struct view *v, struct grid *g, struct area a);

/* The tabs, the line of the filter, what may be typed next (listing_head.c). */
void listing_draw_head(struct listing *l, struct grid *g);

/* The kinds in the order of their tabs; returns how many. */
static inline size_t
listing_tabs(const struct kind *tabs[LISTING_TABS])
{
	return tabs_kinds(tabs);
}

#endif
