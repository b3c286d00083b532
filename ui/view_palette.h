/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_palette.h - anything by its name: what can be done here and everywhere, gone
 * to, set, and the records; and help, which is its commands alone. */
#ifndef UI_VIEW_PALETTE_H
#define UI_VIEW_PALETTE_H

#include "ui/view.h"

/* Open it over a view, whose commands it runs. */
void view_palette_open(struct app *app, struct view *v);

/* The same, as a command of a view. */
void view_palette_run(struct view *v, int key);

/* The commands of a view in their order, to read, to look for by word or key, and to
 * run. */
void view_palette_help(struct app *app, struct view *v);

extern const struct command view_palette_commands[];

#endif
