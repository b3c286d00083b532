/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list.h - the state of a list of one kind at a time; for view_list.c, which runs
 * it, and list_draw.c, which draws it. */
#ifndef UI_LIST_H
#define UI_LIST_H

#include "src/kind.h"
#include "ui/columns.h"
#include "ui/edit.h"
#include "ui/pane.h"
#include "ui/rows.h"
#include "ui/view.h"

enum { LIST_GUTTER = 2, LIST_TABS = 16 };

/* What a kind's list was like when it was left. */
struct list_memory {
	char *filter, *sort, *uid;
};

/* Where things stand; area.rows 0: there is no room for it. */
struct list_layout {
	struct area tabs, filter, heading, rows, rule, detail;
	bool beside;		/* the detail pane stands at the right */
};

struct list {
	struct view view;
	const struct kind *kind;
	struct list_memory memory[KIND_END];
	struct rows rows;
	bool opened;
	char *filter, *sort;	/* in force; "" for none */
	char *before;		/* the filter before typing began */
	char *follow;		/* uid of the record that the person stood on then,
				 * which typing may lose and find again; or NULL */
	struct edit typed;
	bool typing;
	long bad_column;	/* 1-based byte of a fault in typed; 0: none */
	int64_t all;		/* records without the filter; -1: not known */
	bool no_detail;		/* put away by the person */
	bool stale_detail;	/* to be read again */
	char *detail_uid;	/* of the record that the pane shows; or NULL */
	struct pane detail;
	struct list_layout layout;
	struct columns columns;
};

/* Place everything in the area. */
void list_lay_out(struct list *l, struct area a);

void list_draw(struct view *v, struct grid *g, struct area a);

/* The kinds in the order of their tabs; returns how many. */
size_t list_tabs(const struct kind *tabs[LIST_TABS]);

#endif
