/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pane.h - a record as lines of a screen: names of fields and their values, parts,
 * history. Made once for a record and a width, drawn from any line on. */
#ifndef UI_PANE_H
#define UI_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "src/desk.h"
#include "ui/grid.h"

struct pane {
	struct pane_line {
		char *label;	/* NULL: the line goes on, or stands alone */
		char *text;	/* clean */
		enum role role;
	} *lines;
	size_t n, room;
	char *title;		/* pane_version's; or NULL */
	int width, label_width;
	bool ascii;
};

/* Begin anew for a width. A pane begins as { 0 }. */
void pane_begin(struct pane *p, int width, bool ascii);
void pane_clear(struct pane *p);

/* Add lines: a heading, or a text beside a label (either may be NULL). */
void pane_heading(struct pane *p, const char *text);
void pane_add(struct pane *p, const char *label, const char *text,
	enum role role);

/* Set the title: ref, version, when and by whom it was changed. */
void pane_version(struct pane *p, const struct record *r, const char *zone);

/* Add the fields of a record that are set: its own, then those of the header. */
void pane_record(struct pane *p, const struct record *r, const char *zone);

/* Add its parts, each kind under a heading. */
void pane_parts(struct pane *p, const struct desk_item *item,
	const char *zone);

/* Add who else carries its identifiers, under a heading if there is anybody. */
void pane_same(struct pane *p, const struct desk_same *same);

/* The item's links, each in a line: how it reads, then the other end. */
void pane_links(struct pane *p, const struct desk_item *item);

/* Add who did what when, newest first. */
void pane_history(struct pane *p, const struct desk_history *h,
	const char *zone);

/* Draw the lines from first on. */
void pane_draw(const struct pane *p, struct grid *g, struct area a,
	size_t first);

#endif
