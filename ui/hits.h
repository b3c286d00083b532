/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hits.h - where a text stands in a pane: in whatever case and with or without
 * marks on its letters, also across the end of a line. */
#ifndef UI_HITS_H
#define UI_HITS_H

#include <stddef.h>

#include "ui/pane.h"

struct hits {
	struct hit {
		size_t number;		/* of the match, from 0; one that goes over
					 * the end of a line is several hits */
		size_t line, bit;	/* of the pane */
		size_t from, to;	/* bytes of the bit's text */
	} *all;
	size_t n, room;
	size_t matches;
};

/* Find them anew; "" is found nowhere. Hits begin as { 0 }. */
void hits_find(struct hits *h, const struct pane *p, const char *text);

/* Mark those that are seen when the pane is drawn from first on. */
void hits_draw(const struct hits *h, const struct pane *p, struct grid *g,
	struct area a, size_t first);

/* The line on which a match begins; hits has one of that number. */
size_t hits_line(const struct hits *h, size_t number);

void hits_clear(struct hits *h);

#endif
