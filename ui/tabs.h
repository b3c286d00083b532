/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tabs.h - the kinds of record as tabs over a list, each with how many there are; when
 * there is no room for all the bar goes along with the one that is on. */
#ifndef UI_TABS_H
#define UI_TABS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "src/desk.h"
#include "src/kind.h"
#include "ui/grid.h"

enum { TABS_MOST = 24 };

struct tabs {
	const struct kind *kinds[TABS_MOST];
	int64_t counts[TABS_MOST];	/* -1: not known yet */
	size_t n;
	bool counted;			/* as the store is now */
};

/* The kinds in the order of their tabs: what the team writes down first, who it is
 * last. Returns how many. */
size_t tabs_kinds(const struct kind *kinds_out[TABS_MOST]);

void tabs_init(struct tabs *t);

/* Count anew, if that is due. */
void tabs_count(struct tabs *t, struct desk *desk);

/* Where a kind stands; t->n if it does not. */
size_t tabs_find(const struct tabs *t, const struct kind *kind);

/* Draw them with this one on; "…" stands for those that have no room. */
void tabs_draw(const struct tabs *t, struct grid *g, struct area a,
	const struct kind *on);

#endif
