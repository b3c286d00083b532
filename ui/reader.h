/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader.h - the part that all screens share on which a pane is read: a cursor on
 * its rows, jumps from section to section, a search in its text. A view of this
 * sort begins with a struct reader. */
#ifndef UI_READER_H
#define UI_READER_H

#include "ui/edit.h"
#include "ui/hits.h"
#include "ui/pane.h"
#include "ui/view.h"

enum { READER_GUTTER = 2 };	/* columns before the pane, for the mark */

struct reader {
	struct view view;
	struct pane pane;
	bool fresh;		/* the pane shows what there is, at this width */
	size_t at;		/* row under the cursor */
	size_t top;		/* first line that is seen */
	int height;
	bool moved;		/* by reader_go, and not yet brought to be seen */
	struct edit typed;	/* what is searched for */
	bool searching;		/* there are hits to go to */
	size_t hit;		/* the match that was gone to */
	struct hits hits;
};

/* The width that a pane has on the screen as it is now. */
int reader_width(const struct reader *r);

/* The pane was filled anew: the cursor goes to the row that it was on. */
void reader_filled(struct reader *r);

/* Put the cursor on a row of what the pane is to be filled with next; it will be seen. */
void reader_go(struct reader *r, size_t at);

/* The row under the cursor, NULL if there is none; borrowed until it is filled. */
const struct pane_row *reader_row(const struct reader *r);

/* Draw the pane; and at the right of line y which part of it is seen, or which
 * match. Returns how many columns that took. */
void reader_draw(struct reader *r, struct grid *g, struct area a);
int reader_draw_place(struct reader *r, struct grid *g, struct area a);

/* A key while a search is typed; and what else can be done then. */
bool reader_key(struct view *v, int key);
extern const struct command reader_typing_commands[];

/* Leave the search, if there is one. */
bool reader_leave_search(struct reader *r);

void reader_free(struct reader *r);

/* Commands of every reader; the rows of a table that it has besides its own. */
void reader_run_move(struct view *v, int key);
void reader_run_section(struct view *v, int key);
void reader_run_section_before(struct view *v, int key);
void reader_run_search(struct view *v, int key);
void reader_run_next(struct view *v, int key);
void reader_run_previous(struct view *v, int key);
void reader_run_codes(struct view *v, int key);

/* May they run? For view_ops.may, which asks it first. */
bool reader_may(const struct reader *r, const struct command *c,
	struct err *err);

#define READER_COMMANDS \
	{ .keys = "Tab", .name = "section", .label = N_("Section"), \
	  .run = reader_run_section, \
	  .help = N_("Go to the next section.") }, \
	{ .keys = "BackTab", .name = "section-before", \
	  .run = reader_run_section_before, \
	  .help = N_("Go to the section before.") }, \
	READER_READING

/* Of one that has no sections. */
#define READER_READING \
	{ .keys = "/", .name = "search", .label = N_("Search"), \
	  .run = reader_run_search, \
	  .help = N_("Search for a text here; n and N go from match to match.") }, \
	{ .keys = "n", .name = "next", .run = reader_run_next, \
	  .help = N_("Go to the next match of a search.") }, \
	{ .keys = "N", .name = "previous", .run = reader_run_previous, \
	  .help = N_("Go to the match before.") }, \
	{ .keys = "=", .name = "codes", .run = reader_run_codes, \
	  .help = N_("Show the code points of the value under the cursor.") }, \
	{ .keys = "Down Up j k PgDn PgUp Space ^D ^U", .name = "move", \
	  .run = reader_run_move, .help = N_("Go down or up.") }, \
	{ .keys = "Home g", .name = "first", .run = reader_run_move, \
	  .help = N_("Go to its beginning.") }, \
	{ .keys = "End G", .name = "last", .run = reader_run_move, \
	  .help = N_("Go to its end.") }

#endif
