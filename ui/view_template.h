/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_template.h - templates on the screen: to begin a record with one, to keep
 * values as one, to drop one. */
#ifndef UI_VIEW_TEMPLATE_H
#define UI_VIEW_TEMPLATE_H

#include "src/record.h"
#include "ui/view.h"

/* Begin a new record: at once, or where there are templates of the kind, with the
 * choice of one. */
void view_template_new(struct app *app, const struct kind *kind);

/* Ask for a name, and keep the values under it. */
void view_template_keep(struct app *app, const struct record *values);

extern const struct command view_template_commands[];

#endif
