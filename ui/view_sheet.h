/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_sheet.h - many new records typed as rows of a table: sixty exhibits with
 * their labels. */
#ifndef UI_VIEW_SHEET_H
#define UI_VIEW_SHEET_H

#include "src/kind.h"
#include "src/record.h"
#include "ui/view.h"

/* New records of a kind; of: parts of that record, else NULL. below: a record from
 * which "as above" takes the values of the first row; or NULL. Where rows of the
 * same are kept as a draft, they are offered first. */
void view_sheet_open(struct app *app, const struct kind *kind, const char *of,
	const char *below);

/* May this person make such records at all? One sentence why not in *err. */
bool view_sheet_may(struct app *app, const struct kind *kind, struct err *err);

/* The same with n rows that are typed already: what a paste left to mend. */
void view_sheet_rows(struct app *app, const struct kind *kind, const char *of,
	const struct record *rows, size_t n);

/* Go on with a draft that has rows. */
void view_sheet_draft(struct app *app, const struct desk_draft *draft);

extern const struct command view_sheet_commands[];

#endif
