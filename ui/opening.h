/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opening.h - what Enter does on a line of a board (board.h), on whichever screen. */
#ifndef UI_OPENING_H
#define UI_OPENING_H

#include "ui/app.h"
#include "ui/board.h"

/* Open it, or say why not; drafts holds the one that a line of a draft names. */
void opening_line(struct app *app, const struct board_line *line,
	const struct desk_drafts *drafts);

/* A notice opens the record that it is about; this is the notice itself. */
bool opening_has_notice(const struct board_line *line);
void opening_notice(struct app *app, const struct board_line *line);

/* Take the comment or journal line with this ref off what waits, and say so. */
void opening_seen(struct app *app, const char *part);

#endif
