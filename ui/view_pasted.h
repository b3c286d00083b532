/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_pasted.h - a table that was pasted, and what would be made of it: shown before
 * anything is. */
#ifndef UI_VIEW_PASTED_H
#define UI_VIEW_PASTED_H

#include <stddef.h>

#include "src/kind.h"
#include "ui/sheet.h"
#include "ui/view.h"

/*
 * New records of a kind from a text, which Enter makes in one act; of: parts of that
 * record, else NULL. What is to be mended goes into a table of rows
 * (view_sheet.h).
 */
void view_pasted_open(struct app *app, const struct kind *kind, const char *of,
	const char *text, size_t len);

/* Rows for a table that is being typed, which lies below; Enter calls taken, which
 * puts them in there. */
void view_pasted_into(struct app *app, const struct sheet *sheet,
	const char *text, size_t len,
	void (*taken)(struct view *owner, const struct record *rows, size_t n));

extern const struct command view_pasted_commands[];

#endif
