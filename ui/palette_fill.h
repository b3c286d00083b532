/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette_fill.h - where the rows of a palette come from. */
#ifndef UI_PALETTE_FILL_H
#define UI_PALETTE_FILL_H

#include "ui/palette.h"
#include "ui/view.h"

/* The commands of a view and of all, those that do not apply with the reason; with
 * all their keys or the first. */
void palette_fill_commands(struct palette *p, struct view *v, bool all_keys);

/* What can be gone to and set: places, saved filters, cases, settings. */
void palette_fill_places(struct palette *p, struct app *app);

/* The records that a text finds, for this viewer; those that the palette has are left
 * out. False with an error when it cannot be asked. */
bool palette_fill_found(struct palette *p, struct app *app, const char *text,
	struct err *err);

/* Where all that the text finds is told, and how; and the place of a record, if that is
 * what it names: "person RO-P1". */
void palette_fill_find(struct palette *p, const char *text);

/* Remember that a row was used, and number those that were used lately. Where
 * nothing can be kept, nothing is remembered. */
void palette_remember(struct app *app, const struct palette_row *row);
void palette_recall(struct palette *p, struct app *app);

#endif
