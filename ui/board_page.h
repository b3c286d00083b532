/* SPDX-License-Identifier: GPL-3.0-or-later */
/* board_page.h - the part that all pages made of boards share (board.h): read, shown as
 * one pane, with a cursor on its lines. A view of this sort begins with a struct
 * board_page. */
#ifndef UI_BOARD_PAGE_H
#define UI_BOARD_PAGE_H

#include "ui/board.h"
#include "ui/reader.h"
#include "ui/subject.h"

enum { BOARD_PAGE_MOST = 70 };	/* boards: parties of a case and a few */

struct board_page {
	struct reader reader;
	char *label, *title;		/* of the screen */
	struct board boards[BOARD_PAGE_MOST];
	size_t n;

	/* Read the boards anew: board_page_next gives room for each. */
	bool (*load)(struct board_page *p, struct err *err);

	/* Add lines of the pane above the boards. May be NULL. */
	void (*head)(struct board_page *p, struct pane *pane);
};

/* Read it and put it on the stack; false, and it is said why, when it cannot be read:
 * then it is freed. */
bool board_page_open(struct app *app, struct board_page *p);

/* Read it anew; what was there is not there any more when that fails. The cursor stays
 * on what its line opens, where that is still there. */
bool board_page_load(struct board_page *p, struct err *err);

/* One more board; the last is given again when there are too many. */
struct board *board_page_next(struct board_page *p);

/* The line under the cursor, or NULL. */
const struct board_line *board_page_line(const struct board_page *p);

void board_page_free(struct board_page *p);

/* For view_ops. */
int64_t board_page_tick(struct view *v);
void board_page_draw(struct view *v, struct grid *g, struct area a);
void board_page_changed(struct view *v);
bool board_page_has_row(const struct view *v);
void board_page_subject(const struct view *v, struct subject *about);
bool board_page_may(struct view *v, const struct command *c, struct err *err);

/* Commands; rows of a table. */
void board_page_run_open(struct view *v, int key);
void board_page_run_seen(struct view *v, int key);
void board_page_run_notice(struct view *v, int key);
void board_page_run_back(struct view *v, int key);
void board_page_run_close(struct view *v, int key);

#define BOARD_PAGE_COMMANDS \
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"), \
	  .run = board_page_run_open, .flags = COMMAND_NEEDS_ROW, \
	  .help = N_("Open what stands under the cursor.") }, \
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"), \
	  .run = board_page_run_back, \
	  .help = N_("Go back to where it was opened.") }, \
	{ .keys = "q", .name = "close", .run = board_page_run_close, \
	  .help = N_("Close this page.") }, \
	READER_COMMANDS

/* Of a page that lists what waits to be read, too. */
#define BOARD_WAIT_COMMANDS \
	{ .keys = "d", .name = "done", .run = board_page_run_seen, \
	  .flags = COMMAND_NEEDS_ROW, \
	  .help = N_("Take a comment that calls upon you off the list, without an answer.") }, \
	{ .keys = "B", .name = "notice", .run = board_page_run_notice, \
	  .flags = COMMAND_NEEDS_ROW, \
	  .help = N_("Open a notice itself; Enter opens the record that it is about.") }

#endif
