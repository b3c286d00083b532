/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk.h - a list gone through from one end to the other, page by page, so that
 * no more than a page of it is ever in memory. */
#ifndef SRC_WALK_H
#define SRC_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/desk.h"
#include "src/session.h"

enum { WALK_PAGE = 100 };

struct walk {
	struct desk_list_spec spec;	/* its texts are lent until walk_end */
	bool backward;		/* from the last to the first */

	int64_t list;		/* handle */
	struct desk_page page;	/* of which the rows are taken */
	size_t at;		/* how many of them were */
	bool begun, over;	/* a page was read; it was the last */
	int64_t total;		/* of the list, as of the last page */
};

/* Open the list: USAGE as list_open. */
bool walk_begin(struct walk *w, struct session *s, struct err *err);

/*
 * The next row, NULL after the last; borrowed until the next call. Each page is
 * read as of one moment. A record that moves in the order meanwhile may be
 * missed or come twice; all others come once.
 */
bool walk_next(struct walk *w, struct session *s, const struct desk_row **row,
	struct err *err);

/* Would the next row need a page to be read? */
bool walk_is_dry(const struct walk *w);
void walk_end(struct walk *w, struct session *s);

#endif
